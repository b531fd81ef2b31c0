"""A line that a snippet prints."""

from __future__ import annotations

import pytest

from macros.model import Answer, Outcome, State
from tests.made import judged, ran

SENTENCE = '{{ claim("stays where it was", prints="same buffer: true", snippet="ownership/move") }}'


def test_a_printed_line_holds() -> None:
    """White space around the line does not count; a failing program prints, too."""
    for outcome in (ran("a\n  same buffer: true  \n"), ran("same buffer: true", 101)):
        verdict = judged(SENTENCE, outcome)
        assert (verdict.state, verdict.measured) == (State.HOLDS, "same buffer: true")


def test_a_line_that_is_not_printed_is_refuted_with_the_nearest_one() -> None:
    """Both lines are in the message, what was printed in the notes."""
    verdict = judged(SENTENCE, ran("start\nsame buffer: false\n"))
    (finding,) = verdict.findings
    assert (verdict.state, verdict.measured) == (State.REFUTED, "same buffer: false")
    assert finding.code == "prints"
    assert finding.message == (
        "the page says that ownership/move prints `same buffer: true`, "
        "it prints `same buffer: false`"
    )
    assert finding.notes == (
        "printed: start",
        "printed: same buffer: false",
        "measured: rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024",
        "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42",
    )


def test_a_part_of_a_line_is_not_the_line() -> None:
    """`same buffer: true` does not stand in `not the same buffer: true`."""
    verdict = judged(SENTENCE, ran("x: same buffer: true\n"))
    assert verdict.state is State.REFUTED


def test_long_output_is_cut_in_the_finding() -> None:
    """Five lines are shown, the rest is counted."""
    (finding,) = judged(SENTENCE, ran("no\n" * 50)).findings
    assert finding.message.endswith("no such line is printed")
    assert finding.notes[4:6] == ("printed: no", "printed: … 45 lines more")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("3 blocks", "building: [3, 56]"),
        ("three blocks", "building: [3, 56]"),
        ("1,024 bytes", "len 1024 bytes"),
        ("1024 bytes", "len 1,024 bytes"),
        ("a ratio of 1.5", "ratio 1.5"),
        ("3 blocks of 56 bytes", "building: 3 blocks, 56 bytes"),
        ("16 bytes", "0x10 bytes"),
        ("nothing moved", "moved: 0"),
    ],
)
def test_every_number_of_the_words_stands_in_the_line(words: str, line: str) -> None:
    """Numbers are compared by value, however they are written."""
    sentence = f'{{{{ claim("{words}", prints="{line}", snippet="ownership/move") }}}}'
    assert judged(sentence, ran(line)).state is State.HOLDS


def test_a_number_that_is_not_in_the_line_is_refuted() -> None:
    """The program prints the line, and the sentence says something else."""
    sentence = '{{ claim("takes 4 bytes", prints="len 34", snippet="ownership/move") }}'
    verdict = judged(sentence, ran("len 34\n"))
    (finding,) = verdict.findings
    assert verdict.state is State.REFUTED
    assert finding.message == "the page says 4, the printed line is `len 34`"
    assert finding.mark is not None
    assert sentence[finding.mark.column - 1 : finding.mark.end_column - 1] == "4"


@pytest.mark.parametrize("line", ["len 4", "len 4 bits", "4, or 5 bytes", "bytes: 4"])
def test_a_unit_that_is_not_behind_the_number_is_refuted(line: str) -> None:
    """A line that says 4 does not say of what."""
    sentence = f'{{{{ claim("takes 4 bytes", prints="{line}", snippet="ownership/move") }}}}'
    (finding,) = judged(sentence, ran(f"{line}\n")).findings
    assert finding.message == f"the page says 4 bytes, the printed line is `{line}`"
    assert finding.mark is not None
    assert sentence[finding.mark.column - 1 : finding.mark.end_column - 1] == "4 bytes"


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (None, "ownership/move has no result"),
        (Answer(1), "ownership/move has no result"),
        (Outcome(False), "ownership/move does not compile"),
        (Outcome(True), "ownership/move is not run"),
        (ran("same buffer: true\n", None, stopped="time"), "ownership/move does not end in time"),
        (ran("same buffer: true\n", None, stopped="output"), "ownership/move prints too much"),
        (
            ran("same buffer: true\n", valid=False),
            "ownership/move prints bytes that are not UTF-8",
        ),
    ],
)
def test_a_snippet_without_a_whole_run_leaves_the_claim_unchecked(
    evidence: Outcome | Answer | None, reason: str
) -> None:
    """What was printed before a program had to be ended proves nothing."""
    verdict = judged(SENTENCE, evidence)
    assert verdict.state is State.UNCHECKED
    assert verdict.findings[0].message == f"the claim could not be checked: {reason}"
