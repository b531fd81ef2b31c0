"""Guaranteed claims, measured again in other layouts: what the language promises does not move.

`-Zrandomize-layout` shuffles and pads the structs and enums that a crate defines itself: those of
the snippets. Tuples, and the types of the standard library, it leaves as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat

from macros import facts
from macros.cache import Cache
from macros.kinds import Context, kind_of
from macros.model import Answer, Claim, Finding, Question, State, Toolchain
from macros.report import say_guards
from macros.rust.constants import measure_constants
from macros.rust.perform import work_folder
from macros.verify import Verification
from macros.words import quantities_of

SEEDS = tuple(range(1, 33))
"""A struct of three fields changes its size under every fifth seed or so: few are missed."""
WORKERS = 2
_COMPARED = ("value", "truth", "fails")
"""Of one printed line, two claims may say different things."""

Flags = tuple[str, ...]


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
    return tuple(
        Promise(claim, question) for claim, question in asked if isinstance(question, Question)
    )


def find_divided(claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each claim that is observed where another one, of the same, is guaranteed.

    A size in words may be promised where that in bytes depends on the target.
    """
    promised: dict[object, Claim] = {}
    for claim in claims:
        if claim.guaranteed:
            promised.setdefault(_asked_by(claim), claim)
    for claim in claims:
        other = promised.get(_asked_by(claim))
        if claim.kind in _COMPARED and not claim.guaranteed and other is not None:
            yield say_guards.divided(claim, other)


def _asked_by(claim: Claim) -> object:
    """What two claims have in common that ask the same, however it is spaced."""
    in_words = any(one.unit == "word" for one in quantities_of(claim.words))
    return claim.kind, re.sub(r"\s+", "", claim.subject), claim.snippet, in_words


def find_moving(
    promises: Sequence[Promise],
    nightly: Toolchain,
    cache: Cache,
    seeds: Sequence[int] = SEEDS,
) -> Mapping[str, Finding]:
    """A finding, by claim id, for each promise that does not hold in every layout.

    One call of the compiler for each edition and seed, and one in nightly's usual layout; what the
    cache knows is not measured again. Raises Trouble where the compiler fails.
    """
    layouts = [(), *(("-Zrandomize-layout", f"-Zlayout-seed={seed}") for seed in seeds)]
    moving: dict[str, Finding] = {}
    for flags, answers in zip(layouts, _measure(promises, nightly, cache, layouts), strict=True):
        for promise in promises:
            finding = _judge(promise, answers[promise.question], nightly, flags)
            if finding is not None:
                moving.setdefault(promise.claim.id, finding)
    return moving


def _measure(
    promises: Sequence[Promise], nightly: Toolchain, cache: Cache, layouts: Sequence[Flags]
) -> list[dict[Question, Answer]]:
    """The answers to all questions under each of the flags."""
    questions = list(dict.fromkeys(promise.question for promise in promises))
    bases = [facts.key_base(nightly, " ".join(flags)) for flags in layouts]
    keys = [{each: facts.question_key(base, each) for each in questions} for base in bases]
    known = cache.read([key for layout in keys for key in layout.values()])
    unknown = [[each for each in questions if layout[each] not in known] for layout in keys]
    with ThreadPoolExecutor(WORKERS) as pool:
        measured = list(pool.map(_answers, unknown, repeat(nightly), layouts))
    new = {
        layout[question]: facts.write_answer(answer)
        for layout, answers in zip(keys, measured, strict=True)
        for question, answer in answers.items()
    }
    cache.write(new)
    written = {**known, **new}
    return [
        {question: facts.read_answer(written[key]) for question, key in layout.items()}
        for layout in keys
    ]


def _answers(
    questions: Sequence[Question], nightly: Toolchain, flags: Flags
) -> dict[Question, Answer]:
    """The answers to questions of any edition, in one call for each."""
    found: dict[Question, Answer] = {}
    for edition in sorted({one.edition for one in questions}):
        group = [one for one in questions if one.edition == edition]
        with work_folder() as folder:
            answers, _ = measure_constants(group, nightly, folder, flags=flags)
        found |= zip(group, answers, strict=True)
    return found


def _judge(promise: Promise, answer: Answer, nightly: Toolchain, flags: Flags) -> Finding | None:
    claim = promise.claim
    context = Context.of(nightly, "", promise.question.edition)
    if kind_of(claim).judge(claim, answer, context).state is State.HOLDS:
        return None
    return say_guards.guaranteed_but_moves(claim, answer, flags, context.setting)
