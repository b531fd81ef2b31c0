"""Facts of the margin about the heap → copies of their file with one of them made wrong. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.altered import stepped
from macros.model import Counted, HeapFact
from macros.mutants import Edit, Mutant, span_of
from macros.text import Lines


def wrong_counts(counted: Counted, lines: Lines) -> Iterator[Mutant]:
    """Each number one up and one down, nothing for something and turned, and a fact taken out."""
    for fact in counted.facts:
        yield from _wrong_numbers(fact, lines)
        start, end = span_of(lines, fact.place)
        other = f"{fact.verb} nothing" if fact.blocks else f"{fact.verb} 1 block, 1 byte"
        change = "count dropped" if fact.blocks else "nothing replaced"
        yield Mutant(change, fact.place, fact.place, (Edit(start, end, other),))
    if len(counted.facts) > 1:
        yield from _without_fact(counted, lines)


def _wrong_numbers(fact: HeapFact, lines: Lines) -> Iterator[Mutant]:
    for place in fact.numbers:
        start, end = span_of(lines, place)
        old = lines.text[start:end]
        for step in (1, -1):
            new = stepped(old, int(old.replace("_", "")), step)
            yield Mutant(f"count {step:+}", place, fact.place, (Edit(start, end, new),))


def _without_fact(counted: Counted, lines: Lines) -> Iterator[Mutant]:
    """The second of two facts that are joined taken out with the semicolon before it, unless that
    leaves out nothing."""
    for before, fact in zip(counted.facts, counted.facts[1:], strict=False):
        _, start = span_of(lines, before.place)
        _, end = span_of(lines, fact.place)
        is_joined = lines.text[start : start + 1] == ";"
        if fact.blocks and is_joined and before.place.line == fact.place.line:
            about = replace(before.place, end_column=fact.place.end_column)
            yield Mutant("fact left out", fact.place, about, (Edit(start, end, ""),))
