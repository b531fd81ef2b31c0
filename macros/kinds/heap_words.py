"""What the words of a claim about the heap count: blocks, bytes, or nothing at all. Pure."""

from __future__ import annotations

import re
from typing import Final

from macros.words import Quantity, read_quantity

BLOCK: Final = "block"
NOTHING: Final = "nothing"
_BLOCKS: Final = re.compile(r"`?\s+(?:[a-z]+\s+)?blocks?\b")
NOTHING_SAID: Final = re.compile(r"\b(?:nothing|none|not|no|never|without)\b", re.IGNORECASE)
_TURNED: Final = re.compile(
    r"\b(?:but|except|than|almost|nearly|hardly|rarely|neither|nor|cannot|next to)\b"
    r"|n['\u2019]t\b|\b(?:not|no|never|without)\s+(?:an?\s+)?"
    r"(?:only|just|merely|all|few|fewer|less|little|small|mere)\b",
    re.IGNORECASE,
)
"""Words that turn a denial round, or leave something of what is denied."""


def unit_of(words: str) -> str | None:
    """`block`, a unit of bytes, or `nothing`; None where the words leave it open."""
    quantity = read_quantity(words)
    if not isinstance(quantity, Quantity):
        return NOTHING if quantity is None and says_nothing(words) else None
    if quantity.unit:
        return quantity.unit
    return BLOCK if _BLOCKS.match(words, quantity.end) else None


def says_nothing(words: str, denial: re.Pattern[str] = NOTHING_SAID) -> bool:
    """Whether words without a number say that there is nothing: they deny it once and plainly."""
    return sum(1 for _ in denial.finditer(words)) == 1 and not _TURNED.search(words)
