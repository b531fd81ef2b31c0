"""What the words of a claim about the heap count: blocks, bytes, or nothing at all. Pure."""

from __future__ import annotations

import re
from typing import Final

from macros.words import Quantity, read_quantity

BLOCK: Final = "block"
NOTHING: Final = "nothing"
_BLOCKS: Final = re.compile(r"`?\s+(?:[a-z]+\s+)?blocks?\b")
NOTHING_SAID: Final = re.compile(r"\b(?:nothing|none|not|no|never|without)\b", re.IGNORECASE)


def unit_of(words: str) -> str | None:
    """`block`, a unit of bytes, or `nothing`; None where the words leave it open."""
    quantity = read_quantity(words)
    if not isinstance(quantity, Quantity):
        return NOTHING if quantity is None and NOTHING_SAID.search(words) else None
    if quantity.unit:
        return quantity.unit
    return BLOCK if _BLOCKS.match(words, quantity.end) else None
