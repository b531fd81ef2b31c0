"""Text from programs and sources → text that is safe and measurable on a terminal."""

from __future__ import annotations

import unicodedata
from typing import Final

TAB: Final = "    "
_REORDERING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_UNSEEN: Final = frozenset(("Cc", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """The text with control characters written out (`\\u{1b}`) and tabs as four spaces.

    Nothing in it moves the cursor, changes a colour or reorders what is read.
    """
    return "".join(visible_character(character) for character in text)


def visible_character(character: str) -> str:
    if character == "\t":
        return TAB
    if unicodedata.category(character) in _UNSEEN or character in _REORDERING:
        return f"\\u{{{ord(character):x}}}"
    return character


def columns_of(text: str) -> int:
    """How many columns of a terminal a visible text takes."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
