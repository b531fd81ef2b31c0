"""Another number in the style of the one that stands on the page. Pure."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = "zero one two three four five six seven eight nine ten eleven twelve"
_WORDS: Final = tuple(_NAMES.split())
_RADIX: Final = re.compile(r"0([xob])(.*)", re.DOTALL)
_SIGNS: Final = "-\u2212"
_SEPARATOR: Final = re.compile(r"\d([^\d])(?=\d{3}(?!\d))")
_LETTERS: Final = {"x": "x", "o": "o", "b": "b"}


def write_numeral(old: str, value: int) -> str:
    """`value` written as `old` is: with its thousands separators, its radix, or as a word.

    Words end at twelve; above it the number is written in digits.
    """
    if old[:1].isalpha():
        return _as_word(old, value)
    body = old.lstrip(_SIGNS)
    sign = old[0] if old[0] in _SIGNS else "-"
    radix = _RADIX.fullmatch(body)
    digits = _in_radix(radix[1], radix[2], abs(value)) if radix else _in_digits(body, abs(value))
    return f"{sign if value < 0 else ''}{digits}"


def _as_word(old: str, value: int) -> str:
    if abs(value) >= len(_WORDS):
        return str(value)
    word = _WORDS[abs(value)]
    word = f"minus {word}" if value < 0 else word
    if old.isupper():
        return word.upper()
    return word.capitalize() if old[0].isupper() else word


def _in_radix(letter: str, old: str, value: int) -> str:
    """Digits behind `0x`, `0o` or `0b`: same letter case, same width of groups and of zeros."""
    digits = format(value, _LETTERS[letter])
    plain = old.replace("_", "")
    if plain.startswith("0"):
        digits = digits.zfill(len(plain))
    if plain != plain.lower():
        digits = digits.upper()
    width = len(old.rpartition("_")[2]) if "_" in old else 0
    return f"0{letter}{_grouped(digits, width, '_') if width else digits}"


def _in_digits(old: str, value: int) -> str:
    digits = str(value)
    if found := _SEPARATOR.search(old):
        return _grouped(digits, 3, found[1])
    if "_" in old:
        return _grouped(digits, len(old.rpartition("_")[2]), "_")
    return digits.zfill(len(old)) if old.startswith("0") and len(old) > 1 else digits


def _grouped(digits: str, width: int, separator: str) -> str:
    """Groups of `width` digits, counted from the right."""
    first = len(digits) % width or width
    groups = [digits[:first]]
    groups += (digits[at : at + width] for at in range(first, len(digits), width))
    return separator.join(groups)
