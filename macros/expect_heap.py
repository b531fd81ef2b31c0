"""What a margin says of the allocator against what was counted, in both directions. Pure.

A statement with any fact states all of it: what it asks and no fact names is a finding too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.heap import (
    VERBS,
    HeapAnswer,
    HeapCount,
    HeapQuestion,
    asked_of_heap,
    stated,
    written,
)
from macros.model import Counted, Finding, HeapFact, Listing, Trouble
from macros.questions import AnyAnswer, AnyQuestion
from macros.report import say_book
from macros.report import say_heap as say

Heap = HeapAnswer | Trouble | None
"""What was counted of a listing; None where nothing was."""


def heap_questions(listing: Listing) -> tuple[HeapQuestion, ...]:
    """What has to be counted for the statements of a listing."""
    return (HeapQuestion(listing),) if listing.counted else ()


def heap_of(listing: Listing, answers: Mapping[AnyQuestion, AnyAnswer | Trouble]) -> Heap:
    """The answer to the question about a listing."""
    for question in heap_questions(listing):
        answer = answers.get(question)
        if isinstance(answer, HeapAnswer | Trouble):
            return answer
    return None


def judge_heap(listing: Listing, answer: Heap, setting: str) -> Iterator[Finding]:
    """Hold every counted statement against its count."""
    if not listing.counted:
        return
    place = listing.counted[0].facts[0].place
    if answer is None:
        yield say.not_counted(place)
    elif isinstance(answer, Trouble):
        yield say_book.could_not_check(place, "what is asked of the allocator", answer)
    elif not answer.counts:
        yield say.no_count(place, answer.ended, answer.diagnostic, setting)
    else:
        for counted, count in zip(listing.counted, answer.counts, strict=True):
            yield from _judge_statement(counted, count, setting)


def _judge_statement(counted: Counted, count: HeapCount, setting: str) -> Iterator[Finding]:
    place = counted.facts[-1].place
    if count.begun == 0:
        yield say.never_run(place)
    elif count.begun != count.ended:
        yield say.left_early(place, count.begun - count.ended, count.begun)
    elif count.again:
        yield say.runs_differ(place, count, setting)
    else:
        wrong = wrong_facts(counted, count)
        if wrong or missing_facts(counted, count):
            place = wrong[0].place if wrong else place
            yield say.other_count(place, stated(counted), count, setting)


def wrong_facts(counted: Counted, count: HeapCount) -> tuple[HeapFact, ...]:
    """The facts that are not what was counted."""
    return tuple(one for one in counted.facts if (one.blocks, one.bytes) != count.of(one.verb))


def missing_facts(counted: Counted, count: HeapCount) -> tuple[str, ...]:
    """What was counted and no fact names, as the margin would write it."""
    said = {one.verb for one in counted.facts}
    return tuple(
        written(verb, count.of(verb)) for verb in VERBS if verb not in said and count.of(verb)[0]
    )


def shown_counts(answer: Heap) -> dict[str, str]:
    """What every counted statement asked, by its words."""
    if not isinstance(answer, HeapAnswer):
        return {}
    return {one.statement: asked_of_heap(one) for one in answer.counts}
