"""Where the sentence around a claim begins and ends, in whole source lines. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from macros.calls import unmarked
from macros.model import Claim

_SENTENCE_END: Final = re.compile(r"[.!?:…][\"'’”)\]*_`]*\s*$")
_BLOCK_START: Final = re.compile(
    r"\s*(?:[-*+>|]|\d{1,9}[.)]|#{1,6}|```|~~~|!!!|\?\?\?|:::|<)(?:\s|\S)"
)
_ONE_LINE: Final = re.compile(r"\s*(?:\||#{1,6}\s)")


def sentence_lines(claim: Claim, rows: Sequence[str]) -> tuple[int, int]:
    """The first and last line of the sentence, from 1: one line where a page has a sentence a line.

    `rows` are the lines of the page. Where sentences are wrapped, the lines may hold the end of
    the sentence before and the beginning of the next.
    """
    first, last = claim.place.line, claim.place.end_line
    if _ONE_LINE.match(rows[first - 1]):
        return first, last
    while first > 1 and not _BLOCK_START.match(rows[first - 1]) and _goes_on(rows[first - 2]):
        first -= 1
    while last < len(rows) and _goes_on(rows[last - 1]) and _continues(rows[last]):
        last += 1
    return first, last


def joined_lines(rows: Sequence[str], span: tuple[int, int]) -> str:
    """The lines as one, without list, quote and heading marks."""
    first, last = span
    return " ".join(text for row in rows[first - 1 : last] if (text := unmarked(row)))


def _goes_on(row: str) -> bool:
    """Whether a sentence of the line may go on in the next."""
    return bool(row.strip()) and not _SENTENCE_END.search(row) and not _ONE_LINE.match(row)


def _continues(row: str) -> bool:
    return bool(row.strip()) and not _BLOCK_START.match(row)
