"""Plain text → the numbers about memory in it: "24 bytes", "aligned to 8", "three times".

In: text as `number_text` writes it, as long as the source, with `BARRIER` where no phrase goes on
and with code, calls and names of measurements replaced by single signs.
Out: the (start, end) offsets of each number with its unit, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

BARRIER: Final = "\x00"
CELL: Final = "\x04"
"""A bar between the cells of a table: an edge as well."""
CODE: Final = "\x01"
"""Code, or a call that inserts no number."""
MEASURED: Final = "\x02"
"""A call that inserts a number with its unit."""
NAME: Final = "\x03"
"""Code that names a measurement: `size_of::<T>()`."""

Span = tuple[int, int]


def any_of(words: str) -> str:
    """The words as one group of a pattern, longest first."""
    return "(?:" + "|".join(sorted(words.split(), key=len, reverse=True)) + ")"


_SMALL = "zero one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GREAT = "hundred thousand million billion dozen"
_CARDINAL = any_of(f"{_SMALL} {_TEENS} {_TENS} {_GREAT} hundreds thousands millions dozens")
_UNITS = (
    "bytes bits words fields allocations octets nibbles nanoseconds microseconds milliseconds"
    " kilobytes megabytes gigabytes kibibytes mebibytes gibibytes"
)
_COUNTED = any_of(f"{_UNITS} sizes offsets alignments capacities")
_SINGULAR = any_of(" ".join(unit.removesuffix("s") for unit in _UNITS.split()))
_SHORT = r"(?:[KMGT]i?B|kB|(?-i:B)|ns|µs|μs|ms)"
_LABEL = (
    rf"(?:(?<![\w-])(?:sizes?|align(?:s|ed|ments?)?|offsets?|capacit(?:y|ies)|padding)(?![\w-])"
    rf"|{NAME}+)"
)
_BYTE = rf"(?:{_SINGULAR}|{_SHORT})(?!\w)"

# Words that cannot stand between a number and what it counts.
_NOT_BETWEEN = any_of(
    "a an the this that these those its their his her our your my each every no any some all both"
    " and or but nor so if when while because that which who where than as at by for from in into"
    " of on per to with without is are was were be has have had can could may might must will would"
    " do does did not people men women children data"
    f" {_SMALL} {_TEENS} {_TENS} {_GREAT}"
)
_BETWEEN = rf"(?:(?!{_NOT_BETWEEN}\b)[^\W\d_][\w-]*|{CODE}+)"
_PLURAL = re.compile(r"(?<!s)(?<!u)(?<!i)s$|['’]s?$")

_NUMBER = re.compile(
    r"(?<![\w.])(?<![^\W\d_]-)[-\u2212~±]?"
    r"(?P<digits>0x[0-9a-f_]+|0b[01_]+|[\u00bc-\u00be\u2150-\u215e]"
    r"|(?:[0-9]{1,3}(?:[,_'’\u00a0\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]+)"
    r"(?:[./][0-9]+|[\u00bc-\u00be\u2150-\u215e])?(?!\.?[0-9]))"
    r"(?:\^[0-9]+|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|e[0-9]+(?!\w))?"
    rf"(?=\W|_|{_SHORT}(?!\w)|bytes?|bits?|x(?!\w)|fold|$)"
    rf"|(?<![\w'’])(?<![^\W\d_]-)(?P<word>{_CARDINAL}(?:(?:\s+and\s+|[-\s]+){_CARDINAL})*)"
    r"(?![\w'’])(?!-sized?\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:^|[^\w-])(?:rustc?|editions?|versions?|releases?|chapters?|sections?|appendix|articles?"
    r"|lines?|columns?|steps?|parts?|rfc|issues?|pull request|iso|ieee|unicode|python|llvm|debian"
    r"|exit code|codes?|january|february|march|april|(?-i:May)|june|july|august|september|october"
    r"|november|december)\s+#?$|(?<!\w)[^\W\d_]\w*-$",
    re.IGNORECASE,
)
_NAMED_BEHIND = re.compile(
    r"(?:st|nd|rd|th)\b|\s+(?:editions?|release|january|february|march|april|(?-i:May)|june|july"
    r"|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\s*(?:,\s*(?:and\b|or\b)?|\band\b|\bor\b|\bto\b|\bthan\b|\bby\b|[-–—/×*+±…])\s*", re.IGNORECASE
)

# What may stand behind a number that is the value of something and counts nothing.
_ENDED = re.compile(
    rf"\s*(?:$|[{BARRIER}{CELL}{MEASURED}.,;:!?)\]|\"”'’=<>≥≤(–—+×*/-]"
    r"|(?:and|or|on|in|for|with|here|there|now|everywhere|too|as|at|but|because|when|if|while|to|by"
    r"|than|again|after|afterwards|before|instead|since|until|plus|under|from|so|where|which"
    r"|pointers?|altogether|together|today|whatever|wherever|however|whether|though)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s+(?:is|are|was|were|has|had|can|cannot|may|must|will|would|does|means|stands|lies|starts)\b",
    re.IGNORECASE,
)
_QUALIFIERS = any_of(
    "a an about almost also again always around at between both by down either equal equally even"
    " exactly from greater just large larger least less mere more most multiple boundary nearly"
    " never not now of on only out precisely roughly same smaller still than then to up usually"
    " thus therefore simply merely already"
)
_VERBS = any_of(
    "is are was were be been become becomes became stay stays stayed remain remains equal equals"
    " has have had would will can could may might must should turns turned grows grew go goes went"
    " drops dropped falls fell rises rose doubles doubled shrinks shrank increases changes changed"
    " jumps jumped says reads returns returned gives gave yields means reports prints measures"
    " comes came starts ends"
)
_LABELLED = re.compile(
    rf"{_LABEL}(?:[\s:=(,–—-]+(?:{_QUALIFIERS}|{_VERBS})\b)*[\s:=(,–—-]+$", re.IGNORECASE
)
_CLAUSE_END = any_of("and or but so that which because if when while where who whose")
_SUBJECT = rf"(?:(?!{_CLAUSE_END}\b)[^\W_][\w'’-]*|{CODE}+)"
_STATED = re.compile(
    rf"{_LABEL}(?:\s+{_SUBJECT}){{1,9}}?\s+{_VERBS}\b(?:\s+(?:{_QUALIFIERS}|{_VERBS})\b)*\s+$",
    re.IGNORECASE,
)
_INDEXED = re.compile(r"(?<![\w-])(?:bytes?|bits?)\s+$", re.IGNORECASE)

_DIRECT = re.compile(rf"[\s-]{{0,16}}(?P<unit>{_COUNTED}|{_SINGULAR}|{_SHORT})(?!\w)", re.IGNORECASE)
_DISTANT = re.compile(
    rf"(?P<between>(?:[\s-]+{_BETWEEN}){{1,3}}?)[\s-]+(?P<unit>{_COUNTED}|{_SINGULAR})(?![\w'’])",
    re.IGNORECASE,
)
_PARTITIVE = re.compile(
    rf"\s*(?:%|percent)?\s*of\s+(?:(?:the|its|their|these|those|all|our|your)\s+)?"
    rf"(?:{_BETWEEN}\s+){{0,2}}?(?:{_COUNTED}|{_SHORT})(?!\w)",
    re.IGNORECASE,
)
_VALUE_OF = re.compile(
    rf"\s+(?:is|was|as|for|remains|being|becomes)\s+(?:the|its|their|an?|our)\s+"
    rf"(?:{_BETWEEN}\s+){{0,2}}?{_LABEL}|\s+in\s+(?:size|capacity)\b|-aligned\b",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\s+times\b|x(?!\w)|\s?×(?!\s*\d)|-?fold\b", re.IGNORECASE)
_PLATFORM = re.compile(
    r"[\s-]bit[\s-]+(?:targets?|platforms?|machines?|systems?|processors?|cpus?|computers?|builds?"
    r"|linux|windows|architectures?|world)\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    rf"\s+or\s+more\b|[\s-]+(?:{_BETWEEN}[\s-]+)?{_SINGULAR}\s+(?:at\s+a\s+time|after\s+(?:the\s+)?"
    r"(?:an)?other)\b",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r"\bmore\s+than\s+$", re.IGNORECASE)
_FACTOR = re.compile(
    rf"(?<![\w-])(?:(?:twice|thrice|half|double|triple|quarter)\s+(?:as\s+\w+"
    rf"|(?:of\s+)?(?:the|its|their|that)\s+(?:{_BETWEEN}\s+)?"
    rf"(?:size|capacity|alignment|offset|memory|{_COUNTED}))"
    rf"|(?:half|quarter)\s+(?:of\s+)?an?\s+{_BYTE}"
    rf"|(?<!not\sa\s)(?<!without\sa\s)(?<!nor\sa\s)(?<!never\sa\s)single[\s-]+{_BYTE}"
    r"|(?:two|three|four|five|six|eight|ten|hundred|thousand)fold)(?![\w-])",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    rf"(?:\s+[\w'’{CODE}-]+){{0,6}}?,?\s+(?:(?:and|but|or)\s+)?(?:not|and|or|but|to|than|versus|vs"
    rf"|against|instead\s+of|rather\s+than)\s+(?:{_QUALIFIERS}\s+)*",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 160
_CLAUSE = re.compile(rf"[{BARRIER}{CELL}.;!?]")
_SENTENCE_PART = re.compile(rf"[{BARRIER}{CELL}.;:!?,()]")


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
    spans = [found.span() for found in _FACTOR.finditer(plain)]
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
        if not is_name(plain, moved) and _ENDED.match(plain, moved.end, end):
            yield moved.start, moved.end


def names_memory(plain: str) -> bool:
    """Whether a table's head speaks of a measurement: "Size", "Bytes", "`align_of`"."""
    return bool(re.search(rf"{_LABEL}|\b(?:{_COUNTED}|{_SINGULAR})\b|{_SHORT}(?!\w)", plain, re.I))


def read_numbers(plain: str) -> Iterator[Number]:
    for found in _NUMBER.finditer(plain):
        if found.end() > found.start():
            yield Number(found.start(), found.end(), found["word"] or found["digits"])


def is_name(plain: str, number: Number) -> bool:
    """Whether the number names something: a version, a line, a day, a kind of machine."""
    before = clause_before(plain, number.start, _CLAUSE)
    if _NAMED.search(before) or _NAMED_BEHIND.match(plain, number.end):
        return True
    if _PLATFORM.match(plain, number.end):
        return True
    few = number.is_one or number.word.lower() == "zero"
    idiom = _IDIOM.match(plain, number.end) or _MORE_THAN.search(before)
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
    for pattern in (_DIRECT, _TIMES, _VALUE_OF):
        if found := pattern.match(plain, number.end):
            return found.end() if agrees(number, found) else 0
    if not number.is_one and (found := _PARTITIVE.match(plain, number.end)):
        return found.end()
    found = _DISTANT.match(plain, number.end)
    if found is None or not agrees(number, found):
        return 0
    between = re.split(r"\s+", found["between"].strip())
    return 0 if any(_PLURAL.search(word) for word in between) else found.end()


def agrees(number: Number, found: re.Match[str]) -> bool:
    """Whether "one" stands before one thing, and a distant noun is plural behind any other."""
    unit = found.groupdict().get("unit")
    if unit is None:
        return True
    plural = unit.lower().endswith("s") and not re.fullmatch(_SHORT, unit, re.I)
    if number.word.lower() == "one":
        return not plural
    return plural or number.is_one or "between" not in found.groupdict()


def is_value(plain: str, number: Number) -> bool:
    """Whether the number is said to be a size, an alignment, an offset, …"""
    before = clause_before(plain, number.start, _CLAUSE)
    if number.word[0].isdigit() and _INDEXED.search(before):
        return True
    goes_on = not number.is_one and _GOES_ON.match(plain, number.end)
    if not goes_on and not _ENDED.match(plain, number.end):
        return False
    part = clause_before(plain, number.start, _SENTENCE_PART)
    return bool(_LABELLED.search(before) or _STATED.search(part))


def is_contrasted(plain: str, number: Number, known: Iterable[Span]) -> bool:
    """Whether the number shares the unit of one before it: "12 bytes, not 9"."""
    if number.is_one or not _ENDED.match(plain, number.end):
        return False
    ends = (end for _, end in known if number.start - _LOOK_BACK < end <= number.start)
    return any(_CONTRAST.fullmatch(plain, end, number.start) for end in ends)


def is_linked(plain: str, first: Number, second: Number) -> bool:
    return bool(_LINK.fullmatch(plain, first.end, second.start))


def clause_before(plain: str, start: int, edge: re.Pattern[str]) -> str:
    """The text before an offset, back to the last edge."""
    window = plain[max(0, start - _LOOK_BACK) : start]
    edges = [found.end() for found in edge.finditer(window)]
    return window[edges[-1] :] if edges else window


def merged(plain: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; those that overlap, or that only a link parts, are one."""
    done: list[Span] = []
    for start, end in sorted(spans):
        if done and (start <= done[-1][1] or _LINK.fullmatch(plain, done[-1][1], start)):
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return tuple(done)
