"""Findings as GitHub's workflow commands."""

from __future__ import annotations

from macros.model import Finding, Place
from macros.report import Report
from macros.report.github import render_annotation, render_github
from tests.made import PAGE


def test_an_annotation_has_its_place_and_its_notes() -> None:
    """One line for each finding: a line end inside would end the command."""
    finding = Finding(
        "value", Place(PAGE, 42, 14, 42, 60), "9, not 12", None, ("measured: f() = 12",)
    )
    assert render_annotation(finding) == (
        "::error file=docs/sizes.md,line=42,col=14,title=value::9, not 12%0Ameasured: f() = 12"
    )


def test_characters_of_the_command_are_escaped() -> None:
    """Per cent signs, colons and commas of a path, line ends and terminal escapes."""
    place = Place("docs/a,b:c 100%.md", 1, 1, 1, 2)
    finding = Finding("value", place, "50%\n::error::no\r\x1b[0m")
    assert render_annotation(finding) == (
        "::error file=docs/a%2Cb%3Ac 100%25.md,line=1,col=1,title=value"
        "::50%25%0A::error::no\\u{d}\\u{1b}[0m"
    )


def test_a_finding_without_a_file_is_an_annotation_of_the_run() -> None:
    """What stops the check has the title `tool`."""
    finding = Finding("anything", Place("", 1, 1, 1, 1), "no rustc", broken=True)
    assert render_annotation(finding) == "::error title=tool::no rustc"


def test_the_report_ends_with_the_summary() -> None:
    """Findings by place, then one plain line."""
    later = Finding("value", Place(PAGE, 9, 1, 9, 2), "second")
    first = Finding("value", Place(PAGE, 3, 1, 3, 2), "first")
    lines = render_github(Report(findings=(later, first, later))).split("\n")
    assert [line.rpartition("::")[2] for line in lines[:-1]] == ["first", "second"]
    assert lines[-1].startswith("0 claims, 0 listings: 2 findings in docs/sizes.md · ")
