"""Listings with counted statements → what each statement asked of the allocator.

A call stands before and behind each counted statement, on its own lines, and the allocator that
counts is a module of the crate: `heap.rs`. Programs share a crate and the harness as others do.
What the counter tells begins with a word that no program can know, as it is drawn for each build.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from pathlib import Path

from macros.expect import end_in_words
from macros.heap import HeapAnswer, HeapCount, HeapQuestion
from macros.model import Listing, Outcome, Run, Tally, Toolchain
from macros.report import say_heap
from macros.rust.counting import counter_module, counting_listing
from macros.rust.programs import run_programs


def count_requests(
    questions: Sequence[HeapQuestion], toolchain: Toolchain, workdir: Path, *, workers: int
) -> tuple[tuple[HeapAnswer, ...], Tally]:
    """The answers in the order of the questions, which are all of one edition."""
    listings = [counting_listing(one.listing) for one in questions]
    word = secrets.token_hex(8)
    counter = counter_module(word)
    outcomes, tally = run_programs(listings, toolchain, workdir, workers=workers, counter=counter)
    pairs = zip(questions, outcomes, strict=True)
    return tuple(_answer(question.listing, outcome, word) for question, outcome in pairs), tally


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
        pairs = [(sums[at], sums[at + 1]) for at in (2, 4, 6)]
        number = int(one["number"])
        found[number] = HeapCount(statements[number], sums[0], sums[1], *pairs)
    return tuple(found.get(at, HeapCount(text)) for at, text in enumerate(statements))


def _end_of(run: Run) -> str:
    return f"stopped: {run.stopped}" if run.stopped else end_in_words(run.signal or str(run.code))
