"""The record of sources: what public articles state, and what settles each statement here.

In: `docs/sources/*.yml`, one list of records a file. Out: frozen records, and a finding for each
record that is malformed or whose evidence does not exist or does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.model import Finding, State, Trouble
from macros.report.say_book import source_record
from macros.verify import Verification
from macros.yaml_text import read_yaml

REASONS = {
    "holds": "",
    "holds with a condition": "condition",
    "refuted": "measured",
    "depends": "condition",
    "cannot be checked by a program": "reason",
}
"""Each verdict, and the field that has to explain it."""

BROKEN = 2
"""The exit code of a check that could not be done: then no evidence is judged either."""
_FIELDS = {"id", "article", "chapter", "statement", "verdict", "evidence", *REASONS.values()} - {""}


@dataclass(frozen=True, slots=True)
class Reference:
    """Evidence of a record: a claim's id or a snippet's name."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """One statement of one article, in our words, and its verdict."""

    id: str
    article: int
    chapter: str
    statement: str
    verdict: str
    explanation: str
    evidence: tuple[Reference, ...]
    path: str
    line: int


def read_sources(docs: Path, found: Verification) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """Read all records and hold each against the verdicts of the book."""
    records: list[Record] = []
    findings: list[Finding] = []
    for path in sorted((docs / "sources").glob("*.yml")):
        shown = f"{docs.name}/sources/{path.name}"
        for line, fields in _read_entries(path, shown, findings):
            record = _read_record(fields, shown, line, findings)
            if record is not None:
                records.append(record)
    findings += _doubled(records)
    if found.report.exit_code != BROKEN:
        findings += [finding for record in records for finding in _unsettled(record, found)]
    return tuple(sorted(records, key=lambda each: (each.article, each.id))), tuple(findings)


def _read_entries(
    path: Path, shown: str, findings: list[Finding]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each record with its line, so that a finding can point at it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        node, entries = read_yaml(text)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        findings.append(_finding(shown, 1, "?", f"not valid YAML: {error}"))
        return
    except OSError as error:
        raise Trouble(f"{shown} cannot be read: {error.strerror}") from error
    if not isinstance(entries, list) or not isinstance(node, yaml.SequenceNode):
        findings.append(_finding(shown, 1, "?", "the file is not a list of records"))
        return
    for child, fields in zip(node.value, entries, strict=True):
        line = child.start_mark.line + 1
        if isinstance(fields, dict):
            yield line, fields
        else:
            findings.append(_finding(shown, line, "?", "the entry is not a record"))


def _read_record(
    fields: Mapping[str, Any], path: str, line: int, findings: list[Finding]
) -> Record | None:
    identity = str(fields.get("id", "?"))
    problem = _first_problem(fields)
    if problem:
        findings.append(_finding(path, line, identity, problem))
        return None
    return Record(
        identity,
        int(fields["article"]),
        str(fields["chapter"]),
        " ".join(str(fields["statement"]).split()),
        str(fields["verdict"]),
        str(fields.get(REASONS[fields["verdict"]], "")),
        tuple(Reference(*pair) for each in fields.get("evidence") or () for pair in each.items()),
        path,
        line,
    )


def _first_problem(fields: Mapping[str, Any]) -> str:
    unknown = sorted(set(fields) - _FIELDS)
    missing = [name for name in ("id", "article", "chapter", "statement") if name not in fields]
    verdict = fields.get("verdict")
    if unknown:
        return f"unknown field {unknown[0]!r}"
    if missing:
        return f"the field {missing[0]!r} is missing"
    if verdict not in REASONS:
        return f"{verdict!r} is no verdict; the verdicts are {', '.join(REASONS)}"
    needed = REASONS[verdict]
    if needed and not fields.get(needed):
        return f"the verdict {verdict!r} needs the field {needed!r}"
    return _evidence_problem(fields.get("evidence") or (), verdict)


def _evidence_problem(evidence: object, verdict: str) -> str:
    if not isinstance(evidence, (list, tuple)) or not all(
        isinstance(each, dict) and set(each) <= {"claim", "snippet"} for each in evidence
    ):
        return "evidence is a list of 'claim: ID' and 'snippet: NAME'"
    if not evidence and verdict != "cannot be checked by a program":
        return "no evidence is named"
    return ""


def _doubled(records: list[Record]) -> Iterator[Finding]:
    seen: dict[str, Record] = {}
    for record in records:
        if record.id in seen:
            first = seen[record.id]
            where = f"{first.path}:{first.line}"
            yield _finding(record.path, record.line, record.id, f"it stands already at {where}")
        seen.setdefault(record.id, record)


def _unsettled(record: Record, found: Verification) -> Iterator[Finding]:
    for reference in record.evidence:
        verdict = found.verdicts.get(reference.name)
        if verdict is None or (verdict.kind == "listing") != (reference.kind == "snippet"):
            problem = f"its evidence, {reference.kind} {reference.name!r}, does not exist"
        elif verdict.state not in (State.HOLDS, State.ABSENT):
            problem = f"its evidence, {reference.kind} {reference.name!r}, does not hold"
        else:
            continue
        yield _finding(record.path, record.line, record.id, problem)


def _finding(path: str, line: int, identity: str, problem: str) -> Finding:
    return source_record(path, line, identity, problem, "CONTRIBUTING.md, Sources, shows a record")
