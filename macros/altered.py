"""Characters → others of the same sort: a number one up, another code or letter. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from macros.sections import FAMILIES, family_of

_TO_TWELVE: Final = "zero one two three four five six seven eight nine ten eleven twelve"
_CODE: Final = re.compile(r"(E|TS)(\d{4})")
_DIGITS: Final = re.compile(r"\d+")
_LETTER: Final = re.compile(r"[^\W\d_]")


def stepped(text: str, value: int | None, step: int) -> str:
    """The number as much larger, written as it was where that is easy; a fraction's last digit."""
    if value is None:
        last = int(text[-1]) if text[-1].isdecimal() else 0
        return f"{text[:-1]}{(last + step) % 10}"
    new = value + step
    if text.isalpha() and 0 <= new <= 12:
        return _TO_TWELVE.split()[new]
    if text.lower().startswith("0x"):
        return hex(new)
    separator = next((mark for mark in ",_" if mark in text), "")
    return f"{new:{separator}}" if separator else str(new)


def other_code(code: str) -> str:
    """The next error code, or the name of another lint."""
    found = _CODE.fullmatch(code)
    return f"{found[1]}{(int(found[2]) + 1) % 10000:04}" if found else f"{code}_other"


def other_section(section: str) -> str:
    """The next sort of memory."""
    at = FAMILIES.index(family) if (family := family_of(section)) in FAMILIES else -1
    return FAMILIES[(at + 1) % len(FAMILIES)]


def altered(text: str) -> Iterator[tuple[str, int, int, str]]:
    """Ways to make a text another one: (what changes, start, end, the new characters)."""
    for found in _DIGITS.finditer(text):
        for step in (1, -1):
            yield f"number {step:+}", *found.span(), stepped(found[0], int(found[0]), step)
    letters = [found.start() for found in _LETTER.finditer(text)]
    for at in dict.fromkeys(letters[:1] + letters[-1:]):
        yield "letter altered", at, at + 1, "y" if text[at] == "x" else "x"
    if not letters and not _DIGITS.search(text):
        yield "mark altered", 0, 1, "x"
