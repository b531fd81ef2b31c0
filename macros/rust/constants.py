"""Constant expressions → their values, all in one call of the compiler, nothing executed.

Every expression becomes a constant of a crate that uses the words of `prelude.rs`; one static
holds them all, and its bytes are found in the object file behind a mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from macros.model import Answer, Diagnostic, Question, Tally, Toolchain
from macros.report import say_tools
from macros.rust.asking import EDITIONS, Bench, Found, Sort, ask_all, most_fitting
from macros.rust.plain import plain
from macros.rust.rooms import OBJECT, Sheet
from macros.rust.sheet import Asked, is_tame, reads_outside, write_sheet
from macros.rust.slots import read_slots


def measure_constants(
    questions: Sequence[Question],
    toolchain: Toolchain,
    workdir: Path,
    *,
    target: str = "",
    flags: tuple[str, ...] = (),
) -> tuple[tuple[Answer, ...], Tally]:
    """The values of expressions that all have the same edition, in their order.

    An expression without a value has rustc's message: its path is `expression` and its lines and
    columns are those of the expression, or its path is the listing's file and they are those of
    the listing's source. `target` is a triple; empty for the compiler's own;
    `flags` are handed to it as they are.
    The tally counts calls, and the questions that had to be asked alone.
    Raises Trouble where the compiler itself fails.
    """
    refused = {number: _refuse(question) for number, question in enumerate(questions)}
    asked = tuple(one for one in enumerate(questions) if refused[one[0]] is None)
    edition = questions[0].edition if questions else EDITIONS[-1]
    bench = Bench(toolchain, workdir, target, edition, flags)
    sort: Sort[Question, Answer] = Sort(
        name="constants",
        arguments=(f"--emit=obj={OBJECT}", "-Copt-level=0", "-Awarnings"),
        is_tame=lambda question: is_tame(question.expression),
        write=write_sheet,
        read=_read_values,
        explain=lambda _sheet, _asked, errors: plain(most_fitting(errors)),
        refuse=lambda said: Answer(None, said),
    )
    answers, tally = ask_all(sort, asked, bench)
    answers |= {number: Answer(None, said) for number, said in refused.items() if said is not None}
    return tuple(answers[number] for number in range(len(questions))), tally


def _refuse(question: Question) -> Diagnostic | None:
    """Why an expression cannot even be written down for the compiler."""
    if question.edition not in EDITIONS:
        return say_tools.edition_not_measured(question.edition, EDITIONS[0])
    if not question.expression.strip():
        return say_tools.expression_empty()
    if any("\ud800" <= character <= "\udfff" for character in question.expression):
        return say_tools.expression_not_unicode()
    if reads_outside(question.expression):
        return say_tools.expression_reads_outside()
    return None


def _read_values(sheet: Sheet, asked: Sequence[Asked], _: Bench) -> Found[Answer]:
    values = read_slots((sheet.folder / OBJECT).read_bytes(), sheet.mark, len(asked))
    answers = zip(asked, values, strict=True)
    return {number: Answer(value) for (number, _), value in answers}, Tally()
