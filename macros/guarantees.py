"""Guaranteed claims, measured again in other layouts: what the language promises does not move.

`-Zrandomize-layout` shuffles and pads the structs and enums that a crate defines itself: those of
the snippets. Tuples, and the types of the standard library, it leaves as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.kinds import Context, kind_of
from macros.model import Answer, Claim, Finding, Question, State, Toolchain
from macros.report import say_guards
from macros.rust.constants import measure_constants
from macros.rust.perform import work_folder
from macros.verify import Verification

SEEDS = tuple(range(1, 9))
"""Each seed moves a field of most structs; together they leave hardly any as it was."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A guaranteed claim and the constant that it speaks of."""

    claim: Claim
    question: Question


def find_promises(found: Verification) -> tuple[Promise, ...]:
    """The guaranteed claims of the book that a constant settles."""
    snippets = found.book.snippets
    asked = (
        (claim, kind_of(claim).question(claim, snippets.get(claim.snippet)))
        for claim in found.claims.claims
        if claim.guaranteed and claim.kind in ("value", "truth")
    )
    return tuple(Promise(claim, question) for claim, question in asked if question is not None)


def find_moving(
    promises: Sequence[Promise], nightly: Toolchain, seeds: Sequence[int] = SEEDS
) -> Mapping[str, Finding]:
    """A finding, by claim id, for each promise that does not hold in every layout.

    One call of the compiler for each edition and seed, and one in nightly's usual layout. Raises
    Trouble where the compiler fails.
    """
    moving: dict[str, Finding] = {}
    for flags in ((), *(_flags(seed) for seed in seeds)):
        for promise, answer in _measure(promises, nightly, flags):
            finding = _judge(promise, answer, nightly, flags)
            if finding is not None:
                moving.setdefault(promise.claim.id, finding)
    return moving


def _flags(seed: int) -> tuple[str, ...]:
    return "-Zrandomize-layout", f"-Zlayout-seed={seed}"


def _measure(
    promises: Sequence[Promise], nightly: Toolchain, flags: tuple[str, ...]
) -> Iterator[tuple[Promise, Answer]]:
    for edition in sorted({one.question.edition for one in promises}):
        group = [one for one in promises if one.question.edition == edition]
        with work_folder() as folder:
            questions = [one.question for one in group]
            answers, _ = measure_constants(questions, nightly, folder, flags=flags)
        yield from zip(group, answers, strict=True)


def _judge(
    promise: Promise, answer: Answer, nightly: Toolchain, flags: tuple[str, ...]
) -> Finding | None:
    claim = promise.claim
    context = Context.of(nightly, "", promise.question.edition)
    if kind_of(claim).judge(claim, answer, context).state is State.HOLDS:
        return None
    return say_guards.guaranteed_but_moves(claim, answer, flags, context.setting)
