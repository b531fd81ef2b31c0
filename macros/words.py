"""The number in a claim's words: "12 bytes", "three words", "0x110000".

In: the words as they stand on the page. Out: the one quantity in them, or why none can be read.
Numbers that are part of a name (`u32`, E0382, UTF-8, `[i32; 3]`) and ordinals do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final
from typing import Literal as Only

from macros.odd_numbers import find_odd_numbers

Unit = Only["", "byte", "bit", "word", "KiB", "MiB", "GiB"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A whole number with its unit; `unit` is empty where the words give none.

    `words[start:end]` are the characters of the number, `words[start:stop]` those of the number
    and its unit.
    """

    number: int
    unit: Unit
    start: int
    end: int
    stop: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why no single whole number can be read from the words.

    `numbers` are the characters concerned, `words[start:end]` reaches from the first to the last.
    """

    reason: Only["several", "fraction", "large", "odd", "unit"]
    numbers: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was found: `value` is None where it is no whole number that we read."""

    text: str
    start: int
    end: int
    value: int | None
    reason: Only["fraction", "large", "odd"] = "fraction"


_TO_TWELVE: Final = "zero one two three four five six seven eight nine ten eleven twelve"
_LARGE: Final = (
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand million billion dozen"
)
_UNCLEAR: Final = "kb mb gb tb kilobyte kilobytes megabyte megabytes gigabyte gigabytes"
_PREPOSITIONS: Final = "a an and as at by for from in is of or per than the to"
_NUMBER_WORDS: Final = MappingProxyType(
    {word: number for number, word in enumerate(_TO_TWELVE.split())}
)
_LARGE_WORDS: Final = frozenset(_LARGE.split())
_UNCLEAR_UNITS: Final = frozenset(_UNCLEAR.split())
_NOT_BETWEEN: Final = frozenset(_PREPOSITIONS.split())
_UNITS: Final = MappingProxyType[str, Unit](
    {
        "byte": "byte",
        "bytes": "byte",
        "bit": "bit",
        "bits": "bit",
        "word": "word",
        "words": "word",
        "kib": "KiB",
        "mib": "MiB",
        "gib": "GiB",
        "kibibyte": "KiB",
        "kibibytes": "KiB",
        "mebibyte": "MiB",
        "mebibytes": "MiB",
        "gibibyte": "GiB",
        "gibibytes": "GiB",
    }
)
_GAP: Final = "\x01"
_LONGEST: Final = 100  # digits; int() refuses some thousand

# A mark of Markdown or HTML that is no part of the words; a backtick span is a name.
_MARKUP = re.compile(
    r"(?P<code>(?P<ticks>`+).+?(?P=ticks))"
    r"|(?P<target>\]\([^)]*\))"
    r"|(?P<space>&(?:nbsp|thinsp|ensp|emsp|#160|#8239|#xa0|#x202f);)"
    r"|(?P<gap>&#?\w+;|</?[A-Za-z][^>]*>|\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w))",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.])"
    r"(?P<sign>(?<![\w)\]`])[-\u2212])?"
    r"(?:(?P<radix>0x_*[0-9a-fA-F][0-9a-fA-F_]*|0o_*[0-7][0-7_]*|0b_*[01][01_]*)"
    r"|(?P<broken>[0-9]*\.[0-9][0-9.]*|[0-9]*[\u00bc-\u00be\u2150-\u215e])"
    r"|(?P<grouped>[0-9]{1,3}(?P<comma>[,_'\u2019 \u00a0\u2009\u202f])[0-9]{3}"
    r"(?:(?P=comma)[0-9]{3})*(?![0-9]))"
    r"|(?P<plain>[0-9]+(?:_[0-9]+)*))"
    r"(?P<suffix>(?![\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2150-\u215e])[^\W\d_]\w*)?"
    r"|(?P<power>[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+)"
    r"|(?<![\w-])(?P<minus>minus\s)?(?P<word>[A-Za-z]+)(?!\w)"
)
_AFTER = re.compile(
    r"`*(?P<gap>[\s\x01-]{0,6})(?P<first>[A-Za-z]+)\b(?:[\s\x01-]{1,3}(?P<second>[A-Za-z]+)\b)?"
)
_REFERRING = re.compile(
    r"\b(?:no|the|this|that|each|every|which|other|another|same|old|new|last|larger|smaller)"
    r"[\s\x01]$|^one[\s\x01]another\b",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[^\W\d_]\w*-$")
_IN_LINE = re.compile(
    r"(?<!\w)(?<!\d\.)[-\u2212]?(?:0x_*[0-9a-fA-F][0-9a-fA-F_]*|[0-9][0-9_,]*(?:\.[0-9]+)*)"
)


def read_quantity(words: str) -> Quantity | Unreadable | None:
    """The one quantity of the words, None where they hold no number."""
    numbers = find_numbers(words)
    if not numbers:
        return None
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 1:
        texts = tuple(number.text for number in numbers)
        return Unreadable("several", texts, first.start, last.end)
    if first.value is None:
        return Unreadable(first.reason, (first.text,), first.start, first.end)
    return _with_unit(words, first, first.value)


def quantities_of(words: str) -> tuple[Quantity, ...]:
    """Every whole number of the words with its unit; one whose unit is unclear is left out."""
    found = (
        _with_unit(words, number, number.value)
        for number in find_numbers(words)
        if number.value is not None
    )
    return tuple(one for one in found if isinstance(one, Quantity))


@lru_cache(maxsize=4096)
def find_numbers(words: str) -> tuple[Number, ...]:
    """All numbers of the words; one in backticks counts only where no other stands.

    Reading, judging and marking a claim ask the same, and a book says "24 bytes" often.
    """
    plain, spans = _without_markup(words)
    numbers = (*_numbers_in(plain), *_odd_numbers(words))
    if numbers:
        return tuple(sorted(numbers, key=lambda number: number.start))
    return tuple(
        Number(found.text, found.start + start, found.end + start, found.value, found.reason)
        for start, code in spans
        for found in _numbers_in(code)
        if found.text == code
    )


def _odd_numbers(words: str) -> Iterator[Number]:
    for start, end in find_odd_numbers(words):
        yield Number(words[start:end], start, end, None, "odd")


def quantities_of_line(line: str) -> frozenset[tuple[int, str]]:
    """The whole numbers in a printed line, each with the unit behind it, empty where none is.

    A number with thousands separators counts as a whole and in its parts.
    """
    found: set[tuple[int, str]] = set()
    for match in _IN_LINE.finditer(line):
        text = match.group().replace("\u2212", "-").rstrip("_.,")
        if "." in text or len(text) > _LONGEST:
            continue
        whole = text.replace("_", "").replace(",", "")
        after = _unit_after(line, match.start() + len(text))
        unit = after[0] if after else ""
        parts = re.findall(r"-?[0-9]+", text) if "," in text else []
        found.add((int(whole, 16 if "0x" in text else 10), unit))
        found.update((int(part), unit) for part in parts)
    return frozenset(found)


def bytes_of(unit: Unit, pointer_bytes: int) -> Fraction:
    """How many bytes one of the unit is, on a target with pointers of that many bytes."""
    match unit:
        case "bit":
            return Fraction(1, 8)
        case "word":
            return Fraction(pointer_bytes)
        case "KiB":
            return Fraction(1 << 10)
        case "MiB":
            return Fraction(1 << 20)
        case "GiB":
            return Fraction(1 << 30)
        case _:
            return Fraction(1)


def in_unit(value: int, unit: Unit, pointer_bytes: int) -> Fraction:
    """The value of an expression, in bytes where it has a unit at all, counted in that unit."""
    return Fraction(value) / bytes_of(unit, pointer_bytes)


def _without_markup(words: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The words with markup blanked, as long as before; and each code span with its offset."""
    spans: list[tuple[int, str]] = []

    def blank(match: re.Match[str]) -> str:
        if ticks := match["ticks"]:
            spans.append((match.start() + len(ticks), match.group().strip("`")))
            return "`" * len(match.group())
        return (" " if match["space"] else _GAP) * len(match.group())

    return _MARKUP.sub(blank, words), tuple(spans)


def _numbers_in(plain: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(plain):
        number = _spelled(match, plain) if match["word"] else _written(match)
        if number is not None:
            yield number


def _written(match: re.Match[str]) -> Number | None:
    """A number in digits; None where letters beside it make it a name or an ordinal."""
    start, end = match.start(), match.end()
    suffix = match["suffix"] or ""
    named = _NAME_BEFORE.search(match.string[:start])
    if named or (suffix and _unit_named(suffix) is None):
        return None
    end -= len(suffix)
    text = match.string[start:end]
    if match["broken"] or match["power"]:
        return Number(text, start, end, None)
    digits = re.sub(r"[^0-9a-zA-Z]", "", match["radix"] or match["grouped"] or match["plain"])
    if len(digits) > _LONGEST:
        return Number(text, start, end, None, "large")
    value = int(digits, 0 if match["radix"] else 10)
    return Number(text, start, end, -value if match["sign"] else value)


def _spelled(match: re.Match[str], plain: str) -> Number | None:
    """A number word up to twelve; one above is a number that we do not read."""
    word = match["word"].lower()
    start, end = match.span()
    if word in _LARGE_WORDS:
        return Number(match.group(), start, end, None, "large")
    if word not in _NUMBER_WORDS or (word == "one" and _refers(plain, start, end)):
        return None
    value = _NUMBER_WORDS[word]
    return Number(match.group(), start, end, -value if match["minus"] else value)


def _refers(plain: str, start: int, end: int) -> bool:
    """Whether "one" stands for a thing ("the old one", "one another") and counts nothing."""
    if _unit_after(plain, end) is not None:
        return False
    before = _REFERRING.search(plain[:start])
    return before is not None or _REFERRING.match(plain[start:]) is not None


def _with_unit(words: str, number: Number, value: int) -> Quantity | Unreadable:
    plain, _ = _without_markup(words)
    after = _unit_after(plain, number.end)
    if after is None:
        return Quantity(value, "", number.start, number.end, number.end)
    unit, stop = after
    if unit == "unclear":
        return Unreadable("unit", (words[number.start : stop],), number.start, stop)
    return Quantity(value, unit, number.start, number.end, stop)


def _unit_after(plain: str, end: int) -> tuple[Unit | Only["unclear"], int] | None:
    """The unit behind a number, at most one plain word between, and where it ends."""
    match = _AFTER.match(plain, end)
    if match is None:
        return None
    first, second = match["first"], match["second"]
    if (unit := _unit_named(first)) is not None:
        return unit, match.end("first")
    if not match["gap"] or first.lower() in _NOT_BETWEEN or second in (None, "B"):
        return None
    unit = _unit_named(second)
    return None if unit is None else (unit, match.end("second"))


def _unit_named(name: str) -> Unit | Only["unclear"] | None:
    if name == "B":
        return "byte"
    if name.lower() in _UNCLEAR_UNITS:
        return "unclear"
    return _UNITS.get(name.lower())
