"""The report's noun: its findings and its exit code."""

from __future__ import annotations

from macros.model import Finding, Place, State, Verdict
from macros.report import Report
from tests.made import PAGE

PLACE = Place(PAGE, 3, 1, 3, 9)
FINDING = Finding("value", PLACE, "the page says 9 bytes, rustc measures 12")
BROKEN = Finding("tool", Place(PAGE, 9, 1, 9, 9), "no compiler", broken=True)
HOLDS = Verdict("a", "value", PLACE, State.HOLDS)
REFUTED = Verdict("b", "value", PLACE, State.REFUTED, findings=(FINDING,))


def test_the_exit_code_is_the_worst_that_was_found() -> None:
    """0 all hold, 1 something in the sources, 2 the check was not done; 2 wins."""
    assert Report((HOLDS,)).exit_code == 0
    assert Report((HOLDS, REFUTED)).exit_code == 1
    assert Report((HOLDS,), (FINDING,)).exit_code == 1
    assert Report((REFUTED,), (BROKEN,)).exit_code == 2
    broken = Verdict("c", "value", PLACE, State.UNCHECKED, findings=(BROKEN,))
    assert Report((HOLDS, REFUTED, broken)).exit_code == 2


def test_a_verdict_that_does_not_hold_is_never_exit_code_0() -> None:
    """Even where nobody said why; only a listing that is ignored by its own words is left out."""
    for state in (State.REFUTED, State.UNCHECKED):
        assert Report((Verdict("a", "value", PLACE, state),)).exit_code == 1
        assert Report((Verdict("a", "listing", PLACE, state),)).exit_code == 1
    ignored = Verdict("a", "listing", PLACE, State.UNCHECKED, measured="ignored: no network")
    report = Report((HOLDS, ignored))
    assert (report.exit_code, report.ignored) == (0, (ignored,))


def test_all_findings_are_those_of_verdicts_and_the_loose_ones() -> None:
    """By place, each once."""
    report = Report((REFUTED, REFUTED), (BROKEN, FINDING))
    assert report.all_findings == (FINDING, BROKEN)
    assert (len(report.claims), len(report.listings)) == (2, 0)
