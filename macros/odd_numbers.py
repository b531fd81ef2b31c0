"""Numbers that a reader sees in words, written so that no plain digit stands there.

Full-width digits, digits of other scripts, character references (`&#57;`) and literals with an
exponent or a type (`1e3`, `9u8`): each would let a number pass as words without one.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_SPOT = re.compile(
    r"(?P<markup></?[A-Za-z][^>]*>|\]\([^)]*\))"
    r"|(?P<code>(?P<ticks>`+).+?(?P=ticks))"
    r"|(?P<reference>&#?\w+;?)"
    r"|(?P<literal>(?<![\w.])[0-9][0-9_]*(?:\.[0-9]+)?"
    r"(?:[eE][+-]?[0-9]+|_?[iuf](?:8|16|32|64|128|size))(?!\w))"
    r"|(?P<foreign>[^\x00-\x7f])"
)
_READ_ELSEWHERE = re.compile(
    r"[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2150-\u215e]"  # powers and fractions
)


def find_odd_numbers(words: str) -> Iterator[tuple[int, int]]:
    """Where they start and end in the words."""
    for spot in _SPOT.finditer(words):
        if _is_odd(spot):
            yield spot.span()


def _is_odd(spot: re.Match[str]) -> bool:
    text = spot.group()
    match spot.lastgroup:
        case "markup":
            return False
        case "literal":
            return True
        case "reference":
            return any(each.isnumeric() for each in html.unescape(text))
        case "foreign":
            return text.isnumeric() and not _READ_ELSEWHERE.match(text)
        case _:  # a code span holds names; digits of other scripts are part of none
            return any(each.isdecimal() and not each.isascii() for each in text)
