"""A number in the words against a constant expression."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.model import Answer, Outcome, Place, State
from tests.made import CONTEXT, PAGE, judged, of_expression, said

ACCEPT = (
    "accept:    .venv/bin/python -m macros bless docs/sizes.md:42    then read the sentence again"
)
SENTENCE = 'The tuple is {{ claim("9 bytes", "size_of::<(char, u8, i32)>()") }}.'


def test_a_number_that_is_the_value_holds() -> None:
    """The verdict carries both values, the unit and the sentence."""
    sentence = SENTENCE.replace("9", "12")
    verdict = judged(sentence, Answer(12))
    assert (verdict.state, verdict.findings) == (State.HOLDS, ())
    assert (verdict.expected, verdict.measured, verdict.unit) == ("12", "12", "byte")
    assert (verdict.kind, verdict.sentence, verdict.edition) == ("value", sentence, "2024")


def test_another_number_is_refuted_with_both_values_and_the_next_command() -> None:
    """The finding stands at the call and marks the number with its unit."""
    verdict = judged(SENTENCE, Answer(12))
    (finding,) = verdict.findings
    assert verdict.state is State.REFUTED
    assert (verdict.expected, verdict.measured) == ("9", "12")
    assert (finding.code, finding.message) == (
        "value",
        "the page says 9 bytes, rustc measures 12",
    )
    assert finding.place == Place(PAGE, 42, 14, 42, 68)
    assert finding.mark == Place(PAGE, 42, 24, 42, 31)
    assert finding.notes == (
        "measured: size_of::<(char, u8, i32)>() = 12   "
        "rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024",
        "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42",
        ACCEPT,
    )


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three words", 24),
        ("96 bits", 12),
        ("a 4-byte header", 4),
        ("4 KiB", 4096),
        ("1,024", 1024),
        ("no more than 0x110000", 0x110000),
        ("-128", -128),
        ("zero bytes", 0),
    ],
)
def test_units_and_spellings_are_counted(words: str, value: int) -> None:
    """A word is a pointer, a bit an eighth of a byte; without a unit the number counts as it is."""
    sentence = f'{{{{ claim("{words}", "f()") }}}}'
    assert judged(sentence, Answer(value)).state is State.HOLDS
    assert judged(sentence, Answer(value + 1)).state is State.REFUTED


@pytest.mark.parametrize(
    ("words", "value", "message"),
    [
        ("three words", 32, "the page says three words, rustc measures 4 words (32 bytes)"),
        ("three words", 20, "the page says three words, rustc measures 20 bytes"),
        ("12 bits", 12, "the page says 12 bits, rustc measures 96 bits (12 bytes)"),
        ("0x110000", 0x10FFFF, "the page says 0x110000, rustc measures 1114111 (0x10ffff)"),
        ("127", -128, "the page says 127, rustc measures -128"),
    ],
)
def test_the_measured_value_is_said_in_the_units_of_the_page(
    words: str, value: int, message: str
) -> None:
    """What is no whole number of the unit is said in bytes; the note has the plain value."""
    verdict = judged(f'{{{{ claim("{words}", "f()") }}}}', Answer(value))
    assert verdict.findings[0].message == message
    assert verdict.findings[0].notes[0].startswith(f"measured: f() = {value}   ")
    assert verdict.measured == str(value)


def test_a_number_of_bits_that_the_expression_counts_itself_gets_a_hint() -> None:
    """`u32::BITS` is a number of bits, and the unit in the words counts bytes."""
    verdict = judged('{{ claim("32 bits", "u32::BITS") }}', Answer(32))
    assert verdict.findings[0].notes[-1] == (
        "help: a bit is counted from bytes; where the expression counts bits itself, "
        "leave the unit outside the claim"
    )


def test_a_word_follows_the_target() -> None:
    """Three words are 12 bytes where a pointer has four."""
    context = replace(CONTEXT, target="i686-unknown-linux-gnu", pointer_bytes=4)
    sentence = '{{ claim("three words", "size_of::<String>()") }}'
    assert judged(sentence, Answer(12), context).state is State.HOLDS
    assert judged(sentence, Answer(24), context).state is State.REFUTED


def test_a_number_beside_a_truth_is_refuted() -> None:
    """The words hold a number, and the expression is true or false."""
    verdict = judged('{{ claim("12 bytes", "f() == 12") }}', Answer(True))
    (finding,) = verdict.findings
    assert verdict.state is State.REFUTED
    assert finding.code == "words"
    assert finding.message == "the words hold the number 12, and the expression is true"
    assert finding.notes[0].startswith("measured: f() == 12 = true   ")
    told = of_expression(said("a number on the page needs a whole number, not `bool`", "E0277"))
    (finding,) = judged('{{ claim("12 bytes", "f() == 12") }}', Answer(None, told)).findings
    assert finding.message == (
        "the words hold the number 12, and the expression is true or false (`bool`)"
    )
    assert finding.notes[0] == (
        "rustc: error[E0277]: a number on the page needs a whole number, not `bool`"
    )


def test_an_expression_that_does_not_compile_shows_rustcs_message_at_its_own_part() -> None:
    """The mark is narrowed to what rustc underlines in the expression."""
    sentence = 'It is {{ claim("1 byte", "size_of::<Strin>()") }}.'
    told = of_expression(said("cannot find type `Strin` in this scope", "E0425", (1, 11, 16)))
    verdict = judged(sentence, Answer(None, told))
    (finding,) = verdict.findings
    assert (verdict.state, verdict.measured) == (State.REFUTED, "")
    assert (verdict.expected, verdict.unit) == ("1", "byte")
    assert finding.code == "expression"
    assert finding.message == (
        "the expression does not compile: E0425, cannot find type `Strin` in this scope"
    )
    assert finding.mark is not None
    assert sentence[finding.mark.column - 1 : finding.mark.end_column - 1] == "Strin"
    assert finding.notes == (
        "rustc: error[E0425]: cannot find type `Strin` in this scope",
        "        --> ownership/move.rs:1:11",
        "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42",
    )


def test_an_expression_in_a_snippet_that_does_not_compile_is_not_checked() -> None:
    """The snippet's own finding says what is wrong; the claim is neither held nor refuted."""
    told = said("mismatched types", "E0308", (3, 5, 9))
    verdict = judged('{{ claim("1 byte", "f()", "ownership/move") }}', Answer(None, told))
    assert verdict.state is State.UNCHECKED
    assert [(one.code, one.message) for one in verdict.findings] == [
        ("unchecked", "the claim could not be checked: ownership/move does not compile")
    ]


def test_a_missing_or_foreign_answer_is_never_taken_for_a_value() -> None:
    """Neither nothing, nor an empty answer, nor an outcome makes a claim hold."""
    for evidence in (None, Answer(None), Outcome(True)):
        verdict = judged(SENTENCE, evidence)
        assert verdict.state is State.UNCHECKED
        assert verdict.findings[0].code == "unchecked"
