"""A listing as it is written → the listing as it is compiled: the program that a reader sees.

Margin comments, directives and the title are for us. They are taken out before rustc sees the
text, so that its messages quote a reader's own lines, under a reader's own line numbers;
`Listing.lines` still leads each line back to the author's file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from macros.margin import Source
from macros.marks import number_lines
from macros.model import Counted, Expectation, Listing, Region

NOWHERE = 0
"""The line of an expectation that stands on a line without code: nothing is reported there."""


def as_compiled(listing: Listing, source: Source, title_lines: int = 0) -> Listing:
    """Return the listing with the compiled text, and everything that counts lines adapted to it.

    The first `title_lines` lines are the title's.
    """
    kept = keep_lines(source, title_lines)
    numbers = [number for number, _ in kept]
    return replace(
        listing,
        source="".join(f"{text}\n" for _, text in kept),
        lines=tuple(source.lines[number - 1] for number in numbers),
        columns=tuple(source.columns[number - 1] for number in numbers),
        expectations=tuple(_moved(each, numbers) for each in listing.expectations),
        regions=tuple(_moved_region(each, numbers) for each in listing.regions),
        marks=tuple(number_lines(each, kept) for each in listing.marks),
        counted=tuple(_moved_statement(each, numbers) for each in listing.counted),
    )


def keep_lines(source: Source, title_lines: int) -> list[tuple[int, str]]:
    """Return the lines that are compiled, each with its number in the written text."""
    line_of = source.inner.line_of
    cuts = {line_of(start): start for start, _ in source.comments("//~")}
    gone = {line_of(start) for start, _ in source.comments("//@")} | set(range(1, title_lines + 1))
    kept: list[tuple[int, str]] = []
    for number, line in enumerate(source.rust.text.split("\n")[: len(source.lines)], start=1):
        text = line
        if number in cuts:
            text = line[: cuts[number] - source.inner.starts[number - 1]].rstrip()
        blank_again = not text.strip() and (number in cuts or not kept)
        if number not in gone and not blank_again:
            kept.append((number, text))
    return kept


def _moved(expectation: Expectation, numbers: Sequence[int]) -> Expectation:
    if expectation.line is None:
        return expectation
    index = bisect_left(numbers, expectation.line)
    stands = index < len(numbers) and numbers[index] == expectation.line
    return replace(expectation, line=index + 1 if stands else NOWHERE)


def _moved_region(region: Region, numbers: Sequence[int]) -> Region:
    first = bisect_left(numbers, region.first) + 1
    return replace(region, first=first, last=bisect_right(numbers, region.last))


def _moved_statement(counted: Counted, numbers: Sequence[int]) -> Counted:
    """A statement begins and ends with code, so both its lines are kept."""
    (first, start), (last, end) = counted.start, counted.end
    lines = (bisect_left(numbers, first) + 1, bisect_left(numbers, last) + 1)
    return replace(counted, start=(lines[0], start), end=(lines[1], end))
