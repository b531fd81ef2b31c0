"""Listings with counted statements → what each statement asked of the allocator.

A call stands before and behind each counted statement, on its own lines, and the allocator that
counts is a module of the crate: `heap.rs`. Programs share a crate and the harness as others do.
What the counter tells begins with a word that no program can know, as it is drawn for each build.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from macros.expect import end_in_words
from macros.heap import VERBS, HeapAnswer, HeapCount, HeapQuestion, asked_of_heap
from macros.model import Listing, Outcome, Run, Tally, Toolchain
from macros.report import say_heap
from macros.rust.counting import counter_module, counting_listing
from macros.rust.programs import run_counted

RUNS: Final = 2
"""A count that differs from run to run is no fact."""


def count_requests(
    questions: Sequence[HeapQuestion], toolchain: Toolchain, workdir: Path, *, workers: int
) -> tuple[tuple[HeapAnswer, ...], Tally]:
    """The answers in the order of the questions, which are all of one edition."""
    listings = [counting_listing(one.listing) for one in questions]
    word = secrets.token_hex(8)
    counter = counter_module(word)
    runs, tally = run_counted(
        listings, toolchain, workdir, workers=workers, counter=counter, times=RUNS
    )
    told = [
        [
            _answer(question.listing, outcome, word)
            for question, outcome in zip(questions, run, strict=True)
        ]
        for run in runs
    ]
    return tuple(compare_runs(*answers) for answers in zip(*told, strict=True)), tally


def compare_runs(one: HeapAnswer, other: HeapAnswer) -> HeapAnswer:
    """The counts of two runs as one answer: what differs in a statement is noted at it.

    Of two runs of a statement that ask for the same, the one counts that was not run to its end.
    """
    if not one.counts or not other.counts:
        return other if one.counts else one
    pairs = zip(one.counts, other.counts, strict=True)
    return replace(one, counts=tuple(_compare_counts(*both) for both in pairs))


def _compare_counts(one: HeapCount, other: HeapCount) -> HeapCount:
    if any(one.of(verb) != other.of(verb) for verb in VERBS):
        return replace(one, again=asked_of_heap(other))
    return one if one.begun == 0 or one.begun != one.ended else other


def _answer(listing: Listing, outcome: Outcome, word: str) -> HeapAnswer:
    errors = [one for one in outcome.diagnostics if one.level == "error"]
    if not outcome.compiled:
        return HeapAnswer(diagnostic=errors[0] if errors else None, ended="not compiled")
    if outcome.run is None:
        raise say_heap.not_run_at_all(listing.name)
    counts = read_counts(outcome.run.stdout, [one.text for one in listing.counted], word)
    return HeapAnswer(counts) if counts is not None else HeapAnswer(ended=_end_of(outcome.run))


def read_counts(
    stdout: str, statements: Sequence[str], word: str = ""
) -> tuple[HeapCount, ...] | None:
    """What the program told behind its own output; None where it did not come to that.

    `word` is the one that its counter puts before each line. The program's last line may stand
    right before them, and look like one of them where no word was drawn: a number that is told
    already, or that no statement has, is the program's own.
    """
    end = f"\n@end{word}\n"
    if not stdout.endswith(end):
        return None
    told = re.compile(rf"@heap{word} (?P<number>\d+)(?P<sums>(?: \d+){{8}})")
    found: dict[int, HeapCount] = {}
    for line in reversed(stdout.removesuffix(end).split("\n")):
        one = told.fullmatch(line)
        if one is None or int(one["number"]) in found or int(one["number"]) >= len(statements):
            break
        sums = [int(each) for each in one["sums"].split()]
        asked, resized, freed = ((sums[at], sums[at + 1]) for at in (2, 4, 6))
        number = int(one["number"])
        found[number] = HeapCount(statements[number], sums[0], sums[1], asked, resized, freed)
    return tuple(found.get(at, HeapCount(text)) for at, text in enumerate(statements))


def _end_of(run: Run) -> str:
    return f"stopped: {run.stopped}" if run.stopped else end_in_words(run.signal or str(run.code))
