"""A report as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from macros.expect import judge_listing
from macros.model import Answer, Finding, Outcome, Place, Tally
from macros.report import Report
from macros.report.machine import render_json
from tests.findings import CASES
from tests.made import CONTEXT, PAGE, TOOLCHAIN, judged, listing_of, said

REFUTED = judged(
    'The tuple is {{ claim("9 bytes", "size_of::<(char, u8, i32)>()", id="t") }}.', Answer(12)
)


def parsed(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_json(report))
    return found


def test_a_refuted_claim_has_every_field() -> None:
    """Place, words, both values, unit, compiler, verdict and message."""
    (entry,) = parsed(Report((REFUTED,), toolchain=TOOLCHAIN))["verdicts"]
    findings = entry.pop("findings")
    assert entry == {
        "id": "t",
        "kind": "value",
        "path": "docs/sizes.md",
        "line": 42,
        "column": 14,
        "words": "9 bytes",
        "expression": "size_of::<(char, u8, i32)>()",
        "snippet": "",
        "expected": "9",
        "measured": "12",
        "unit": "byte",
        "toolchain": "rustc 1.95.0",
        "target": "x86_64-unknown-linux-gnu",
        "edition": "2024",
        "verdict": "refuted",
        "missing": "",
        "message": "the page says 9 bytes, rustc measures 12",
    }
    assert [(one["code"], one["line"], one["column"]) for one in findings] == [("value", 42, 24)]


def test_a_listing_that_does_not_hold_stands_at_its_first_finding() -> None:
    """Its own place is the first line of its file, which helps nobody."""
    error = said("no", "E0308", (4, 5, 6))
    verdict = judge_listing(listing_of("fn main() {\n\n\n}\n"), Outcome(False, (error,)), CONTEXT)
    (entry,) = parsed(Report((verdict,)))["verdicts"]
    assert (entry["kind"], entry["path"], entry["line"]) == (
        "listing",
        "snippets/ownership/move.rs",
        4,
    )


def test_a_finding_of_no_verdict_is_an_entry_of_its_own() -> None:
    """Its kind is its code; one that stopped the check is `could not check`."""
    loose = Finding("macro", Place(PAGE, 1, 1, 1, 2), "there is no macro `clam`")
    broken = Finding("x", Place("", 1, 1, 1, 1), "no rustc", broken=True)
    entries = parsed(Report(findings=(loose, loose, broken)))["verdicts"]
    assert [(one["kind"], one["verdict"], one["message"]) for one in entries] == [
        ("tool", "could not check", "no rustc"),
        ("macro", "refuted", "there is no macro `clam`"),
    ]


def test_the_summary_counts_verdicts_calls_and_hits() -> None:
    """The same numbers as in the summary line."""
    holds = judged('{{ claim("12 bytes", "f()") }}', Answer(12))
    report = Report(
        (REFUTED, holds), toolchain=TOOLCHAIN, tally=Tally(5, 1, 7, False), seconds=0.12345
    )
    assert parsed(report)["summary"] == {
        "claims": 2,
        "listings": 0,
        "figures": 0,
        "players": 0,
        "excerpts": 0,
        "holds": 1,
        "refuted": 1,
        "could not check": 0,
        "not checked here": 0,
        "ignored": 0,
        "findings": 1,
        "compiler_calls": 5,
        "compiled_alone": 1,
        "cache_hits": 7,
        "cache_problem": "",
        "network_cut_off": False,
        "seconds": 0.123,
        "exit_code": 1,
    }


def test_the_same_report_gives_the_same_bytes_in_any_order() -> None:
    """Entries are in the order of places, lines as numbers; the text is plain ASCII."""
    second = replace(REFUTED, id="u", place=replace(REFUTED.place, line=9), findings=())
    text = render_json(Report((REFUTED, second)))
    assert text == render_json(Report((second, REFUTED)))
    assert [one["line"] for one in json.loads(text)["verdicts"]] == [9, 42]
    hostile = Report(findings=CASES["terminal_escapes"].findings)
    assert render_json(hostile).isascii()


def test_without_a_compiler_no_toolchain_is_listed() -> None:
    """The entries say so, too."""
    found = parsed(Report((REFUTED,)))
    assert found["toolchains"] == []
    assert (found["verdicts"][0]["toolchain"], found["verdicts"][0]["target"]) == ("", "")
