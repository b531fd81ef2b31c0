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
    r"(?<![^\W\d_])(?:[nµμum]s|(?i:(?:nano|micro|milli)?seconds?|minutes?|hours?|days?|weeks?|months?"
    r"|years?|cycles?|[kMG]?hertz)|[kMG]Hz)\b"
)
_MULTIPLES: Final = MappingProxyType(
    {
        **{"twice": Fraction(2), "double": Fraction(2), "half": Fraction(1, 2)},
        **{"thrice": Fraction(3), "triple": Fraction(3), "treble": Fraction(3)},
        **{"quadruple": Fraction(4), "quintuple": Fraction(5)},
    }
)
_FOLDS: Final = MappingProxyType(
    {
        **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
        **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20},
        **{"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "thousand": 1000},
    }
)
_PARTS: Final = MappingProxyType(
    {
        **{"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7},
        **{"eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000},
    }
)
_PART: Final = "|".join(_PARTS)
_MULTIPLE: Final = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_MULTIPLES)})|(?P<fold>{'|'.join(_FOLDS)})fold"
    rf"|an?\s+(?P<part>{_PART})|(?P<of>{_PART})(?=\s+of\b))\b",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b(?:orders? of magnitude|(?:dozens|hundreds|thousands|millions) of times"
    r"|(?:many|several|countless) times|(?:doub|trip|treb|quadrup|quintup)l(?:es|ed|ing)"
    rf"|halv(?:es?|ed|ing)|halves|(?:{_PART})s)\b",
    re.IGNORECASE,
)
_EQUAL: Final = re.compile(
    r"\b(?:same|equal(?:s|ly)?|identical(?:ly)?|indistinguishable|no difference"
    r"|as (?:fast|quick(?:ly)?|slow(?:ly)?|long|little|short|cheap|much))\b",
    re.IGNORECASE,
)
_SPEED: Final = re.compile(
    r"\b(?:fast(?:er|est)?|quick(?:er|est|ly)?|shorter|cheaper|speed\w*|as (?:little|short|cheap)"
    r"|less time)\b",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(
    r"\b(?:(?P<less>faster|quicker|sooner|shorter|cheaper|less)|slower|longer|later|dearer|more)\b",
    re.IGNORECASE,
)
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

    reason: Only["clock", "several", "number", "direction", "speed"]
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
    if unchecked := _CLOCK.search(words) or _VAGUE.search(words):
        reason: Only["clock", "number"] = "clock" if unchecked.re is _CLOCK else "number"
        return Unclear(reason, *unchecked.span())
    multiples = [(one.span(), _multiple(one)) for one in _MULTIPLE.finditer(words)]
    numbers = [((one.start, one.end), _times(words, one)) for one in find_numbers(words)]
    found = sorted((*multiples, *numbers), key=lambda one: one[0])
    if not found:
        return None
    (start, end), factor = found[0]
    if len(found) > 1:
        return Unclear("several", start, found[-1][0][1])
    if factor is None:
        return Unclear("number", start, end)
    if speed := _SPEED.search(words):
        return Unclear("speed", *speed.span())
    sign = _direction(words[:start])
    return Factor(factor, sign, start, end) if sign else Unclear("direction", start, end)


def find_equality(words: str) -> tuple[int, int] | None:
    """The characters of words without a factor that say that two take the same time."""
    found = _EQUAL.search(words)
    return found.span() if found else None


def find_other_order(words: str, statement: Statement) -> tuple[int, int] | None:
    """The characters of words that say an order which does not follow from the comparison.

    Which of the two the words speak of is known only where they name it before: as `vec` is named
    by *the vector*.
    """
    found = _ORDER.search(words)
    if found is None:
        return None
    quicker = _quicker(statement)
    before = words[: found.start()]
    named = [row for row in statement.rows if _names(before, row, statement)]
    takes_less = bool(found["less"]) != bool(_NOT.search(before))
    if quicker and (len(named) != 1 or (named[0] == quicker) == takes_less):
        return None
    return found.span()


def _quicker(statement: Statement) -> str:
    """The row that certainly takes less time; empty where the bound leaves that open."""
    if statement.bound is None:
        return statement.left
    if statement.sign == ">=":
        return statement.right if statement.bound >= 1 else ""
    return statement.left if statement.bound <= 1 else ""


def _names(words: str, row: str, statement: Statement) -> bool:
    """Whether a word is a part of the row's name, or a longer form of it, and not of the other."""
    left, right = (set(one.split("_")) for one in statement.rows)
    own = set(row.split("_")) - (left & right)
    said = re.findall(r"[a-z0-9_]+", words.lower())
    return row in said or any(
        one == part or (len(part) > 2 and one.startswith(part)) for one in said for part in own
    )


def _multiple(found: re.Match[str]) -> Fraction:
    """The value of a word that says a factor by itself."""
    if found["word"]:
        return _MULTIPLES[found["word"].lower()]
    if found["fold"]:
        return Fraction(_FOLDS[found["fold"].lower()])
    return Fraction(1, _PARTS[(found["part"] or found["of"]).lower()])


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
