"""Expectations ↔ what came."""

from __future__ import annotations

from macros.matching import match_diagnostics, match_lines, pair
from tests.made import expect, said


def test_a_vague_expectation_leaves_the_exact_one_its_diagnostic() -> None:
    """As many expectations as possible are met, in whatever order they stand."""
    vague, exact = expect("error", 5, text="cannot"), expect("error", 5, "E0382")
    first = said("cannot borrow", "E0382", (5, 1, 2))
    second = said("cannot move", "E0505", (5, 1, 2))
    for expected in ((vague, exact), (exact, vague)):
        for diagnostics in ((first, second), (second, first)):
            matched = match_diagnostics(expected, diagnostics)
            assert (matched.unmet, matched.unexpected) == ((), ())


def test_each_diagnostic_is_met_once() -> None:
    """Two equal diagnostics need two expectations."""
    twice = (said("no", "E0382", (5, 1, 2)),) * 2
    matched = match_diagnostics((expect("error", 5, "E0382"),), twice)
    assert (matched.unmet, matched.unexpected) == ((), twice[:1])


def test_what_is_left_is_paired_by_line_and_then_by_code() -> None:
    """Another code on the same line comes nearer than the same code elsewhere."""
    on_line = said("no", "E0505", (5, 1, 2))
    elsewhere = said("no", "E0382", (9, 1, 2))
    expectation = expect("error", 5, "E0382")
    matched = match_diagnostics((expectation,), (elsewhere, on_line))
    assert matched.unmet == ((expectation, on_line),)
    assert matched.unexpected == (elsewhere,)
    assert match_diagnostics((expectation,), (elsewhere,)).unmet == ((expectation, elsewhere),)


def test_a_warning_meets_no_error() -> None:
    """Levels are never mixed."""
    expectation = expect("error", 5)
    warning = said("unused", "unused_variables", (5, 1, 2), level="warning")
    matched = match_diagnostics((expectation,), (warning,))
    assert (matched.unmet, matched.unexpected) == (((expectation, None),), (warning,))


def test_printed_lines_are_distinct_and_whole() -> None:
    """A line printed once meets one expectation; a space behind it does not count."""
    first, second = expect("prints", 3, text="a "), expect("prints", 4, text="a")
    assert list(match_lines((first, second), ("a", "b", "a"))) == []
    assert list(match_lines((first, second), ("a", "c"))) == [(second, "c")]
    assert list(match_lines((first,), ("a b",))) == [(first, "a b")]
    assert list(match_lines((first,), ())) == [(first, None)]
    assert list(match_lines((first,), ("x", "y"))) == [(first, None)]


def test_of_two_equal_expectations_the_one_in_its_turn_is_met() -> None:
    """The finding stands at the line that was changed, not at its twin."""
    first, second = expect("prints", 3, text="b"), expect("prints", 4, text="b")
    assert list(match_lines((first, second), ("a", "b"))) == [(first, "a")]


def test_the_nearest_line_is_named_where_lines_are_left_over() -> None:
    """Among many, the one that resembles the expected line."""
    expectation = expect("prints", 3, text="same buffer: true")
    printed = ("start", "same buffer: false", "end")
    assert list(match_lines((expectation,), printed)) == [(expectation, "same buffer: false")]


def test_pairs_are_as_many_as_possible() -> None:
    """An early choice is given up where another then finds a partner."""
    fits = {("a", 1), ("a", 2), ("b", 1), ("c", 2), ("c", 3)}
    found = pair("abc", (1, 2, 3), lambda one, other: (one, other) in fits)
    assert found == {0: 1, 1: 0, 2: 2}
