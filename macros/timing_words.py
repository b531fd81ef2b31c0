"""What a claim says of timings: the comparison in `timing=`, and the factor in the words. Pure.

`A < B` says that A takes less time than B by a wide margin; `A / B >= 2` and `A / B <= 2` bound
how many times as long A takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final
from typing import Literal as Only

from macros.words import Number, find_numbers

Sign = Only["<", ">=", "<="]
ROW: Final = re.compile(r"[a-z][a-z0-9_]*")
_STATEMENT: Final = re.compile(
    r"\s*(?P<left>[a-z][a-z0-9_]*)\s*"
    r"(?:(?P<order><)|/)\s*(?P<right>[a-z][a-z0-9_]*)\s*"
    r"(?P<bounded>(?P<sign>>=|<=)\s*(?P<bound>\d{1,9}(?:\.\d{1,9})?))?\s*"
)
_CLOCK: Final = re.compile(
    r"\b(?:[nµμum]s|(?:nano|micro|milli)?seconds?|minutes?|cycles?|[kMG]?hertz|[kMG]Hz)\b"
)
_MULTIPLES: Final = MappingProxyType(
    {"twice": Fraction(2), "thrice": Fraction(3), "double": Fraction(2), "half": Fraction(1, 2)}
)
_MULTIPLE: Final = re.compile(r"\b(?:twice|thrice|double|half)\b", re.IGNORECASE)
_TIMES: Final = re.compile(r"\s+times\b|[- ]?fold\b", re.IGNORECASE)
_AT_LEAST: Final = re.compile(r"\b(?:at least|more than|over|(?:no|not) less than)\s+$", re.I)
_AT_MOST: Final = re.compile(r"\b(?:at most|less than|under|(?:no|not) more than)\s+$", re.I)
_NOT: Final = re.compile(
    r"\b(?:no|not|never|nowhere|hardly|rarely|without|neither|nor|cannot)\b|n['\u2019]t\b", re.I
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A comparison of two rows; `bound` is that of the ratio, None for an order.

    `spans` are the characters of both names, the sign and the bound, by these words.
    """

    left: str
    right: str
    sign: Sign
    bound: Fraction | None
    spans: tuple[tuple[str, int, int], ...]

    @property
    def rows(self) -> tuple[str, str]:
        return self.left, self.right


@dataclass(frozen=True, slots=True)
class Factor:
    """How many times as long the words say something takes, and in which direction.

    `words[start:end]` are the characters of the number; the direction is said before.
    """

    factor: Fraction
    sign: Sign
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why the words cannot be held against a ratio, and at which characters."""

    reason: Only["clock", "several", "number", "direction"]
    start: int
    end: int


def read_statement(text: str) -> Statement | None:
    """The comparison of `timing=`, None where the text is none."""
    found = _STATEMENT.fullmatch(text)
    if found is None or bool(found["order"]) == bool(found["bounded"]):
        return None
    if found["order"]:
        spans = (("left", *found.span("left")), ("sign", *found.span("order")))
        right = ("right", *found.span("right"))
        return Statement(found["left"], found["right"], "<", None, (*spans, right))
    names = ("left", "right", "sign", "bound")
    spans_of_all = tuple((name, *found.span(name)) for name in names)
    sign: Sign = ">=" if found["sign"] == ">=" else "<="
    return Statement(found["left"], found["right"], sign, Fraction(found["bound"]), spans_of_all)


def read_factor(words: str) -> Factor | Unclear | None:
    """The factor that the words state, None where they hold no number; a time of the clock and a
    number that counts something else are never what a record of one machine can bear out."""
    if clock := _CLOCK.search(words):
        return Unclear("clock", *clock.span())
    multiples = [(one.span(), _MULTIPLES[one[0].lower()]) for one in _MULTIPLE.finditer(words)]
    numbers = [((one.start, one.end), _times(words, one)) for one in find_numbers(words)]
    found = sorted((*multiples, *numbers), key=lambda one: one[0])
    if not found:
        return None
    (start, end), factor = found[0]
    if len(found) > 1:
        return Unclear("several", start, found[-1][0][1])
    if factor is None:
        return Unclear("number", start, end)
    sign = _direction(words[:start])
    return Factor(factor, sign, start, end) if sign else Unclear("direction", start, end)


def _times(words: str, number: Number) -> Fraction | None:
    """The value of a number in front of `times` or `-fold`; None for any other."""
    if not _TIMES.match(words, number.end):
        return None
    if number.value is not None:
        return Fraction(number.value)
    return Fraction(number.text) if re.fullmatch(r"\d+\.\d+", number.text) else None


def _direction(before: str) -> Sign | None:
    """What is said right before a number; a negation anywhere else turns it into who knows what."""
    signs: tuple[tuple[re.Pattern[str], Sign], ...] = ((_AT_LEAST, ">="), (_AT_MOST, "<="))
    found = [(said.start(), sign) for one, sign in signs if (said := one.search(before))]
    if not found:
        return None
    start, sign = min(found)
    return None if _NOT.search(before[:start]) else sign
