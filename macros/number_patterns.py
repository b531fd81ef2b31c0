"""The patterns of phrases that say a number about memory, and of those that only look alike.

They read text as `number_text` writes it: as long as the source, with code, calls and names of
measurements replaced by single signs, and with edges where no phrase goes on.
"""

from __future__ import annotations

import re
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


def any_of(words: str) -> str:
    """The words as one group of a pattern, longest first."""
    return "(?:" + "|".join(sorted(words.split(), key=len, reverse=True)) + ")"


SMALL = "zero one two three four five six seven eight nine ten eleven twelve"
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
GREAT = "hundred thousand million billion dozen"
CARDINAL = any_of(f"{SMALL} {TEENS} {TENS} {GREAT} hundreds thousands millions dozens")
UNITS = (
    "bytes bits words fields allocations octets nibbles nanoseconds microseconds milliseconds"
    " kilobytes megabytes gigabytes kibibytes mebibytes gibibytes"
)
COUNTED = any_of(f"{UNITS} sizes offsets alignments capacities")
SINGULAR = any_of(" ".join(unit.removesuffix("s") for unit in UNITS.split()))
SHORT = r"(?:[KMGT]i?B|kB|(?-i:B)|ns|µs|μs|ms)"
LABEL = (
    rf"(?:(?<![\w-])(?:sizes?|align(?:s|ed|ments?)?|offsets?|capacit(?:y|ies)|padding)(?![\w-])"
    rf"|{NAME}+)"
)
BYTE = rf"(?:{SINGULAR}|{SHORT})(?!\w)"

# Words that cannot stand between a number and what it counts.
NOT_BETWEEN = any_of(
    "a an the this that these those its their his her our your my each every no any some all both"
    " and or but nor so if when while because that which who where than as at by for from in into"
    " of on per to with without is are was were be has have had can could may might must will would"
    " do does did not people men women children data"
    f" {SMALL} {TEENS} {TENS} {GREAT}"
)
BETWEEN = rf"(?:(?!{NOT_BETWEEN}\b)[^\W\d_][\w-]*|{CODE}+)"
PLURAL = re.compile(r"(?<!s)(?<!u)(?<!i)s$|['’]s?$")

NUMBER = re.compile(
    r"(?<![\w.])(?<![^\W\d_]-)(?<!\+\+)[-\u2212~±]?"
    r"(?P<digits>0x[0-9a-f_]+|0b[01_]+|[\u00bc-\u00be\u2150-\u215e]"
    r"|(?:[0-9]{1,3}(?:[,_'’\u00a0\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]+)"
    r"(?:[./][0-9]+|[\u00bc-\u00be\u2150-\u215e])?(?!\.?[0-9]))"
    r"(?:\^[0-9]+|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|e[0-9]+(?!\w))?"
    rf"(?=\W|_|{SHORT}(?!\w)|bytes?|bits?|x(?!\w)|fold|$)"
    rf"|(?<![\w'’])(?<![^\W\d_]-)(?P<word>{CARDINAL}(?:(?:\s+and\s+|[-\s]+){CARDINAL})*)"
    r"(?![\w'’])(?!-sized?\b)",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:^|[^\w-])(?:rustc?|editions?|versions?|releases?|chapters?|sections?|appendix|articles?"
    r"|lines?|columns?|steps?|parts?|rfc|issues?|pull request|years?|iso|ieee|unicode|python|llvm"
    r"|debian|exit code|codes?|january|february|march|april|(?-i:May)|june|july|august|september"
    r"|october|november|december)\s+#?$|(?<!\w)[^\W\d_]\w*-$",
    re.IGNORECASE,
)
NAMED_BEHIND = re.compile(
    r"(?:st|nd|rd|th)\b|\s+(?:editions?|release|january|february|march|april|(?-i:May)|june|july"
    r"|august|september|october|november|december)\b",
    re.IGNORECASE,
)
LINK = re.compile(
    r"\s*(?:,\s*(?:and\b|or\b)?|\band\b|\bor\b|\bto\b|\bthan\b|\bby\b|[-–—/×*+±…])\s*",
    re.IGNORECASE,
)

# What may stand behind a number that is the value of something and counts nothing.
ENDED = re.compile(
    rf"\s*(?:$|[{BARRIER}{CELL}{MEASURED}.,;:!?)\]|\"”'’=<>≥≤(–—+×*/-]"
    r"|(?:and|or|on|in|for|with|here|there|now|everywhere|too|as|at|but|because|when|if|while|to|by"
    r"|than|again|after|afterwards|before|instead|since|until|plus|under|from|so|where|which"
    r"|pointers?|altogether|together|today|whatever|wherever|however|whether|though"
    r"|ever|already|still|only|exactly|precisely|overall|each|alone|either|elsewhere|anyway|per)\b)",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\s+(?:is|are|was|were|has|had|can|cannot|may|must|will|would|does|means|stands|lies|starts)\b",
    re.IGNORECASE,
)
QUALIFIERS = any_of(
    "a above an about almost also again always around at below beyond between both by"
    " down either equal equally even exactly from greater just large larger least less mere more"
    " most multiple boundary nearly"
    " never not now of on only out precisely roughly same smaller still than then to up usually"
    " thus therefore simply merely already"
)
VERBS = any_of(
    "is are was were be been become becomes became stay stays stayed remain remains equal equals"
    " has have had would will can could may might must should turns turned grows grew go goes went"
    " drops dropped falls fell rises rose doubles doubled shrinks shrank increases changes changed"
    " jumps jumped says reads returns returned gives gave yields means reports prints measures"
    " comes came starts ends"
)
LABELLED = re.compile(
    rf"{LABEL}(?:[\s:=(,–—-]+(?>(?:{QUALIFIERS}|{VERBS}|\w+ed)\b))*[\s:=(,–—-]+$", re.IGNORECASE
)
CLAUSE_END = any_of("and or but so that which because if when while where who whose")
SUBJECT = rf"(?:(?!{CLAUSE_END}\b)[^\W_][\w'’-]*|{CODE}+)"
STATED = re.compile(
    rf"{LABEL}(?:\s+{SUBJECT}){{1,9}}?\s+{VERBS}\b(?:\s+(?>(?:{QUALIFIERS}|{VERBS}|\w+ed)\b))*\s+$",
    re.IGNORECASE,
)
SUMMED = re.compile(
    rf"(?:{LABEL}|\baddress(?:es)?\b)(?:[^:]*:|.*\b(?:divisible\s+by|multiples?\s+of))\s+$",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(rf"[.,)]?\s*(?:$|[{BARRIER}{CELL}]|[.,]\s)")
INDEXED = re.compile(
    r"(?<![\w-])(?:bytes?|bits?|offsets?|align(?:ment)?|size|capacity)\s+$", re.IGNORECASE
)

DIRECT = re.compile(rf"[\s-]{{0,16}}(?P<unit>{COUNTED}|{SINGULAR}|{SHORT})(?!\w)", re.IGNORECASE)
DISTANT = re.compile(
    rf"(?P<between>(?:[\s-]+{BETWEEN}){{1,3}}?)[\s-]+(?P<unit>{COUNTED}|{SINGULAR})(?![\w'’])",
    re.IGNORECASE,
)
PARTITIVE = re.compile(
    rf"\s*(?:%|percent)?\s*of\s+(?:(?:the|its|their|these|those|all|our|your)\s+)?"
    rf"(?:{BETWEEN}\s+){{0,2}}?(?:{COUNTED}|{SHORT})(?!\w)",
    re.IGNORECASE,
)
VALUE_OF = re.compile(
    rf"\s+(?:is|was|as|for|remains|being|becomes)\s+(?:the|its|their|an?|our)\s+"
    rf"(?:{BETWEEN}\s+){{0,2}}?{LABEL}|\s+in\s+(?:size|capacity)\b|-aligned\b",
    re.IGNORECASE,
)
TIMES = re.compile(r"\s+times\b|x(?!\w)|\s?×(?!\s*\d)|-?fold\b", re.IGNORECASE)
PLATFORM = re.compile(
    r"[\s-]bit[\s-]+(?:targets?|platforms?|machines?|systems?|processors?|cpus?|computers?|builds?"
    r"|linux|windows|architectures?|world)\b",
    re.IGNORECASE,
)
IDIOM = re.compile(
    rf"\s+or\s+more\b|[\s-]+(?:{BETWEEN}[\s-]+)?{SINGULAR}\s+(?:at\s+a\s+time|after\s+(?:the\s+)?"
    r"(?:an)?other)\b",
    re.IGNORECASE,
)
MORE_THAN = re.compile(r"\bmore\s+than\s+$", re.IGNORECASE)
FACTOR = re.compile(
    rf"(?<![\w-])(?:(?:twice|thrice|half|double|triple|quarter)\s+(?:as\s+\w+"
    rf"|(?:of\s+)?(?:the|its|their|that)\s+(?:{BETWEEN}\s+)?"
    rf"(?:size|capacity|alignment|offset|memory|{COUNTED}))"
    rf"|(?:half|quarter)\s+(?:of\s+)?an?\s+{BYTE}"
    rf"|(?<!not\sa\s)(?<!without\sa\s)(?<!nor\sa\s)(?<!never\sa\s)single[\s-]+{BYTE}"
    r"|(?:two|three|four|five|six|eight|ten|hundred|thousand)fold)(?![\w-])",
    re.IGNORECASE,
)
CONTRAST = re.compile(
    rf"(?:\s+[\w'’{CODE}-]+){{0,6}}?,?\s+(?:(?:and|but|or)\s+)?(?:not|and|or|but|to|than|versus|vs"
    rf"|against|instead\s+of|rather\s+than)\s+(?:{QUALIFIERS}\s+)*",
    re.IGNORECASE,
)
LOOK_BACK: Final = 160
CLAUSE = re.compile(rf"[{BARRIER}{CELL}.;!?]")
SENTENCE_PART = re.compile(rf"[{BARRIER}{CELL}.;:!?,()]")
