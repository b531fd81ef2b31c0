"""Measured values that are inserted."""

from __future__ import annotations

import pytest

from macros.model import Answer, State
from tests.made import call_in, judged, of_expression, said


@pytest.mark.parametrize(("value", "text"), [(24, "24"), (-1, "-1"), (True, "true")])
def test_a_value_is_inserted_as_it_is(value: int | bool, text: str) -> None:
    """A number in digits, a truth as Rust writes it."""
    verdict = judged('{{ measure("f()") }}', Answer(value))
    assert (verdict.state, verdict.measured, verdict.expected) == (State.HOLDS, text, "")


def test_a_type_that_does_not_exist_is_marked_in_the_call() -> None:
    """`size_of("Strin")` has the type between its quotes, the rest is ours."""
    sentence = 'A string has {{ size_of("Strin") }} bytes.'
    told = of_expression(said("cannot find type `Strin` in this scope", "E0425", (1, 11, 16)))
    verdict = judged(sentence, Answer(None, told))
    (finding,) = verdict.findings
    assert verdict.state is State.REFUTED
    assert finding.mark == call_in(sentence).arguments[0].place
    assert finding.message == (
        "the expression does not compile: E0425, cannot find type `Strin` in this scope"
    )


def test_a_message_about_our_own_part_marks_the_whole_argument() -> None:
    """Columns before the written type, or lines of their own, cannot be shown in the page."""
    sentence = 'A string has {{ align_of("[u8]") }} bytes.'
    for span in ((1, 1, 9), (2, 1, 2), (1, 90, 95)):
        told = of_expression(said("the size cannot be known", "E0277", span))
        (finding,) = judged(sentence, Answer(None, told)).findings
        assert finding.mark == call_in(sentence).arguments[0].place


def test_a_missing_answer_is_not_checked() -> None:
    """No value is inserted where none was measured."""
    assert judged('{{ measure("f()") }}', None).state is State.UNCHECKED
