"""Plain text → the numbers about memory in it: "24 bytes", "aligned to 8", "three times".

In: text as `number_text` writes it. Out: the (start, end) offsets of each number with its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.number_patterns import (
    CLAUSE,
    CONTRAST,
    COUNTED,
    DIRECT,
    DISTANT,
    ENDED,
    FACTOR,
    GOES_ON,
    IDIOM,
    INDEXED,
    LABEL,
    LABELLED,
    LINK,
    LOOK_BACK,
    MEASURED,
    MORE_THAN,
    NAMED,
    NAMED_BEHIND,
    NUMBER,
    PARTITIVE,
    PLATFORM,
    PLURAL,
    SENTENCE_END,
    SENTENCE_PART,
    SHORT,
    SINGULAR,
    STATED,
    SUMMED,
    TIMES,
    VALUE_OF,
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text and how far its unit reaches; `stop` is `end` where it has none."""

    start: int
    end: int
    word: str
    stop: int = 0

    @property
    def is_one(self) -> bool:
        return self.word.lower() in ("one", "1")


def find_amounts(plain: str) -> tuple[Span, ...]:
    """Every number about memory, with its unit where that follows; neighbours as one."""
    numbers = [number for number in read_numbers(plain) if not is_name(plain, number)]
    spans = [found.span() for found in FACTOR.finditer(plain)]
    behind = following(plain, numbers)
    known: list[Span] = [found.span() for found in re.finditer(f"{MEASURED}+", plain)]
    for number in numbers:
        stop = behind.get(number.start, 0)
        if not stop and (is_value(plain, number) or is_contrasted(plain, number, known)):
            stop = number.end
        if stop:
            known.append((number.start, stop))
            spans.append((number.start, stop))
    return merged(plain, spans)


def find_bare(plain: str, start: int, end: int) -> Iterator[Span]:
    """Numbers between two offsets that count nothing: the value in a table's cell."""
    for number in read_numbers(plain[start:end]):
        moved = Number(number.start + start, number.end + start, number.word)
        if not is_name(plain, moved) and ENDED.match(plain, moved.end, end):
            yield moved.start, moved.end


def names_memory(plain: str) -> bool:
    """Whether a table's head speaks of a measurement: "Size", "Bytes", "`align_of`"."""
    return bool(re.search(rf"{LABEL}|\b(?:{COUNTED}|{SINGULAR})\b|{SHORT}(?!\w)", plain, re.I))


def read_numbers(plain: str) -> Iterator[Number]:
    for found in NUMBER.finditer(plain):
        if found.end() > found.start():
            yield Number(found.start(), found.end(), found["word"] or found["digits"])


def is_name(plain: str, number: Number) -> bool:
    """Whether the number names something: a version, a line, a day, a kind of machine."""
    before = clause_before(plain, number.start, CLAUSE)
    if NAMED.search(before) or NAMED_BEHIND.match(plain, number.end):
        return True
    if PLATFORM.match(plain, number.end):
        return True
    few = number.is_one or number.word.lower() == "zero"
    idiom = IDIOM.match(plain, number.end) or MORE_THAN.search(before)
    return bool(few and idiom)


def following(plain: str, numbers: list[Number]) -> dict[int, int]:
    """By the start of each number that a unit follows, where that unit ends.

    In "8 or 16 bytes" the unit is that of both.
    """
    stops: dict[int, int] = {}
    after: Number | None = None
    for number in reversed(numbers):
        stop = unit_end(plain, number)
        if not stop and after and after.start in stops and is_linked(plain, number, after):
            stop = number.end
        if stop:
            stops[number.start] = stop
        after = number
    return stops


def unit_end(plain: str, number: Number) -> int:
    """Where the unit behind a number ends, 0 where none follows."""
    for pattern in (DIRECT, TIMES, VALUE_OF):
        if found := pattern.match(plain, number.end):
            return found.end() if agrees(number, found) else 0
    if not number.is_one and (found := PARTITIVE.match(plain, number.end)):
        return found.end()
    found = DISTANT.match(plain, number.end)
    if found is None or not agrees(number, found):
        return 0
    between = re.split(r"\s+", found["between"].strip())
    return 0 if any(PLURAL.search(word) for word in between) else found.end()


def agrees(number: Number, found: re.Match[str]) -> bool:
    """Whether "one" stands before one thing, and a distant noun is plural behind any other."""
    unit = found.groupdict().get("unit")
    if unit is None:
        return True
    plural = unit.lower().endswith("s") and not re.fullmatch(SHORT, unit, re.I)
    if number.word.lower() == "one":
        return not plural
    return plural or number.is_one or "between" not in found.groupdict()


def is_value(plain: str, number: Number) -> bool:
    """Whether the number is said to be a size, an alignment, an offset, …"""
    before = clause_before(plain, number.start, CLAUSE)
    if number.word[0].isdigit() and INDEXED.search(before):
        return True
    goes_on = not number.is_one and GOES_ON.match(plain, number.end)
    if not goes_on and not ENDED.match(plain, number.end):
        return False
    if SENTENCE_END.match(plain, number.end) and SUMMED.search(before):
        return True
    part = clause_before(plain, number.start, SENTENCE_PART)
    return bool(LABELLED.search(before) or STATED.search(part))


def is_contrasted(plain: str, number: Number, known: Iterable[Span]) -> bool:
    """Whether the number shares the unit of one before it: "12 bytes, not 9"."""
    if number.is_one or not ENDED.match(plain, number.end):
        return False
    ends = (end for _, end in known if number.start - LOOK_BACK < end <= number.start)
    return any(
        LINK.fullmatch(plain, end, number.start) or CONTRAST.fullmatch(plain, end, number.start)
        for end in ends
    )


def is_linked(plain: str, first: Number, second: Number) -> bool:
    return bool(LINK.fullmatch(plain, first.end, second.start))


def clause_before(plain: str, start: int, edge: re.Pattern[str]) -> str:
    """The text before an offset, back to the last edge."""
    window = plain[max(0, start - LOOK_BACK) : start]
    edges = [found.end() for found in edge.finditer(window)]
    return window[edges[-1] :] if edges else window


def merged(plain: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; those that overlap, or that only a link parts, are one."""
    done: list[Span] = []
    for start, end in sorted(spans):
        if done and (start <= done[-1][1] or LINK.fullmatch(plain, done[-1][1], start)):
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return tuple(done)
