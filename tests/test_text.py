"""Findings as text, and the summary line."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from macros.model import Finding, Place, State, Tally, Verdict
from macros.report import Report
from macros.report.text import render_finding, render_report, summary_line, wants_colour
from tests.made import PAGE, TOOLCHAIN

LINE = 'The tuple is {{ claim("9 bytes", "f()") }}.'
PLACE = Place(PAGE, 1, 14, 1, 41)
FINDING = Finding("value", PLACE, "the page says 9 bytes, rustc measures 12")


def test_findings_are_sorted_by_place_and_shown_once() -> None:
    """Whatever the order in which they were found."""
    later = replace(FINDING, place=Place(PAGE, 2, 1, 2, 2), message="second")
    other = replace(FINDING, place=Place("docs/a.md", 9, 1, 9, 2), message="first")
    text = render_report((later, FINDING, other, FINDING, later), {})
    assert text == (
        "error[value]: first\n --> docs/a.md:9:1\n\n"
        "error[value]: the page says 9 bytes, rustc measures 12\n --> docs/sizes.md:1:14\n\n"
        "error[value]: second\n --> docs/sizes.md:2:1\n"
    )
    assert render_report((), {}) == ""


def test_a_place_outside_its_source_shows_no_excerpt() -> None:
    """A file that is not at hand, or shorter than the place says."""
    for sources in ({}, {PAGE: ""}, {PAGE: "one line"}):
        far = replace(FINDING, place=Place(PAGE, 7, 1, 7, 2))
        assert render_finding(far, sources).endswith("--> docs/sizes.md:7:1")


def test_an_excerpt_survives_marks_behind_the_line_and_windows_line_ends() -> None:
    """At least one caret, wherever the mark lies."""
    beyond = replace(FINDING, place=Place(PAGE, 1, 50, 1, 50))
    text = render_finding(beyond, {PAGE: "short\r\nlines\r\n"})
    assert text.split("\n")[-2:] == ["1 | short", "  |      ^"]


def test_colour_paints_and_changes_no_character() -> None:
    """Without its escapes the coloured text is the plain one."""
    painted = render_finding(FINDING, {PAGE: LINE}, colour=True)
    assert painted.startswith("\x1b[1;31merror[value]\x1b[0m\x1b[1m: the page says")
    plain = painted
    for style in ("1;31", "1;34", "1", "0"):
        plain = plain.replace(f"\x1b[{style}m", "")
    assert plain == render_finding(FINDING, {PAGE: LINE})


def test_no_control_character_of_any_text_reaches_the_terminal() -> None:
    """Message, place, notes and source: escapes, reordering marks, line separators."""
    bad = "\x1b[31m\x07\x9b\u202e\u2028\x00\x7f\ud800"
    place = Place(f"docs/{bad}.md", 1, 1, 1, 2)
    finding = Finding(bad, place, bad, None, (bad,))
    text = render_finding(finding, {place.path: bad})
    assert all(unicodedata.category(one) not in ("Cc", "Cs", "Zl") for one in text if one != "\n")
    assert "\u202e" not in text
    assert "\\u{1b}[31m" in text


@pytest.mark.parametrize(
    ("is_tty", "env", "colour"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"FORCE_COLOR": "0"}, False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "dumb", "FORCE_COLOR": "3"}, True),
    ],
)
def test_colour_follows_the_terminal_and_the_environment(
    is_tty: bool, env: dict[str, str], colour: bool
) -> None:
    """NO_COLOR wins over FORCE_COLOR, both over what the stream is."""
    assert wants_colour(is_tty, env) is colour


def verdicts(claims: int, listings: int) -> tuple[Verdict, ...]:
    kinds = ["value"] * claims + ["listing"] * listings
    place = Place(PAGE, 1, 1, 1, 2)
    return tuple(
        Verdict(f"id-{number}", kind, place, State.HOLDS) for number, kind in enumerate(kinds)
    )


REPORT = Report(
    verdicts(412, 88), toolchain=TOOLCHAIN, target="", tally=Tally(calls=5), seconds=0.94
)


def test_the_summary_says_what_was_checked_and_with_what() -> None:
    """Only what is worth a word is added."""
    assert summary_line(REPORT) == (
        "412 claims, 88 listings: all hold · rustc 1.95.0, x86_64-unknown-linux-gnu"
        " · 5 compiler calls · 0.9 s"
    )
    small = replace(REPORT, verdicts=verdicts(1, 1), tally=Tally(calls=1))
    assert summary_line(small).startswith("1 claim, 1 listing: all hold · ")
    assert " · 1 compiler call · " in summary_line(small)


def test_the_summary_shows_every_weakness() -> None:
    """Single compiles, the cache, programs with a network, ignored listings, a cache problem."""
    ignored = Verdict("x", "listing", PLACE, State.UNCHECKED, measured="ignored: no network")
    report = replace(
        REPORT,
        verdicts=(*REPORT.verdicts, ignored, replace(ignored, id="y")),
        tally=Tally(calls=0, alone=3, hits=497, isolated=False),
        cache_problem="the disk is full",
    )
    assert summary_line(report) == (
        "412 claims, 90 listings: all hold · 2 ignored"
        " · rustc 1.95.0, x86_64-unknown-linux-gnu · 0 compiler calls · 3 compiled alone"
        " · 497 from the cache · programs not cut off from the network · 0.9 s"
        " · nothing was stored: the disk is full"
    )
    assert report.exit_code == 0


def test_the_summary_counts_findings_and_names_their_files() -> None:
    """Up to three by name; what could not be checked is said as such."""
    report = replace(REPORT, findings=(FINDING, replace(FINDING, message="more")))
    assert "88 listings: 2 findings in docs/sizes.md · rustc" in summary_line(report)
    many = tuple(replace(FINDING, place=Place(f"docs/{n}.md", 1, 1, 1, 2)) for n in range(4))
    assert ": 4 findings in 4 files · " in summary_line(replace(REPORT, findings=many))
    open_ = Verdict("x", "value", PLACE, State.UNCHECKED, findings=(FINDING,))
    report = replace(REPORT, verdicts=(open_,))
    assert ": 1 finding in docs/sizes.md, 1 could not be checked · " in summary_line(report)
    silent = replace(report, verdicts=(replace(open_, findings=()),))
    assert ": 1 could not be checked · " in summary_line(silent)


def test_a_summary_without_anything_says_so() -> None:
    """No verdict, no compiler."""
    assert summary_line(Report()) == (
        "0 claims, 0 listings: nothing to check · no rustc · 0 compiler calls · 0.0 s"
    )
