"""A report → one JSON object, the same bytes for the same report."""

from __future__ import annotations

import json

from macros.model import Finding, Place, State, Verdict
from macros.report import Report, say_absent
from macros.report.codes import code_of

Entry = dict[str, object]


def render_json(report: Report) -> str:
    """`toolchains`, `summary` and `verdicts`, one entry for each verdict and loose finding."""
    verdicts = [_verdict_entry(verdict, report) for verdict in report.verdicts]
    loose = [_loose_entry(finding, report) for finding in dict.fromkeys(report.findings)]
    return json.dumps(
        {
            "toolchains": _toolchains(report),
            "summary": _summary(report),
            "verdicts": sorted([*verdicts, *loose], key=_order),
        },
        indent=1,
        ensure_ascii=True,
    )


def _toolchains(report: Report) -> list[Entry]:
    found = report.toolchain
    if found is None:
        return []
    return [
        {
            "release": found.release,
            "host": found.host,
            "target": report.target or found.host,
            "identity": found.identity,
        }
    ]


def _summary(report: Report) -> Entry:
    states = [verdict.state for verdict in report.verdicts]
    tally = report.tally
    ignored = len(report.ignored)
    return {
        "claims": len(report.claims),
        "listings": len(report.listings),
        "figures": len(report.figures),
        "players": len(report.players),
        "excerpts": len(report.excerpts),
        "holds": states.count(State.HOLDS),
        "refuted": states.count(State.REFUTED),
        "could not check": states.count(State.UNCHECKED) - ignored,
        "not checked here": states.count(State.ABSENT),
        "ignored": ignored,
        "findings": len(report.all_findings),
        "compiler_calls": tally.calls,
        "compiled_alone": tally.alone,
        "cache_hits": tally.hits,
        "cache_problem": report.cache_problem,
        "network_cut_off": tally.isolated,
        "seconds": round(report.seconds, 3),
        "exit_code": report.exit_code,
    }


def _verdict_entry(verdict: Verdict, report: Report) -> Entry:
    """A verdict; of a listing that does not hold, the place of its first finding."""
    first = min((finding.place for finding in verdict.findings), default=verdict.place)
    return {
        "id": verdict.id,
        "kind": verdict.kind,
        **_place_entry(first),
        "words": verdict.words,
        "expression": verdict.expression,
        "snippet": verdict.snippet,
        "expected": verdict.expected,
        "measured": verdict.measured,
        "unit": verdict.unit,
        **_asked(verdict, report),
        "edition": verdict.edition,
        "verdict": str(verdict.state),
        "missing": verdict.missing.tool if verdict.missing else "",
        "message": _message(verdict),
        "findings": [_finding_entry(finding) for finding in verdict.findings],
    }


def _asked(verdict: Verdict, report: Report) -> Entry:
    """The compiler, or the tool of another language; nothing where that is missing."""
    if verdict.tool or verdict.missing:
        return {"toolchain": verdict.tool, "target": ""}
    return _compiler_entry(report)


def _message(verdict: Verdict) -> str:
    if verdict.missing is not None:
        return say_absent.reason(verdict.missing)
    return "\n".join(finding.message for finding in verdict.findings)


def _loose_entry(finding: Finding, report: Report) -> Entry:
    """A finding that belongs to no claim and no listing: its code is its kind."""
    texts = ("words", "expression", "snippet", "expected", "measured", "unit")
    return {
        "id": "",
        "kind": code_of(finding),
        **_place_entry(finding.place),
        **dict.fromkeys(texts, ""),
        **_compiler_entry(report),
        "edition": "",
        "verdict": str(State.UNCHECKED if finding.broken else State.REFUTED),
        "missing": "",
        "message": finding.message,
        "findings": [_finding_entry(finding)],
    }


def _finding_entry(finding: Finding) -> Entry:
    place = _place_entry(finding.mark or finding.place)
    message, notes = finding.message, list(finding.notes)
    return {"code": code_of(finding), **place, "message": message, "notes": notes}


def _place_entry(place: Place) -> Entry:
    return {"path": place.path, "line": place.line, "column": place.column}


def _compiler_entry(report: Report) -> Entry:
    found = report.toolchain
    if found is None:
        return {"toolchain": "", "target": ""}
    return {"toolchain": f"rustc {found.release}", "target": report.target or found.host}


def _order(entry: Entry) -> tuple[str, ...]:
    place = (str(entry["path"]), *(f"{entry[name]:>9}" for name in ("line", "column")))
    return (*place, str(entry["kind"]), str(entry["id"]), str(entry["message"]))
