"""A page → its lines as a reader sees them, and the rules that each sentence keeps. Pure.

Claims count with their words, a piece of code as one word; figures, code and comments are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from macros.claims import CLAIM_MACROS
from macros.model import Call, Finding, Page, Place
from macros.outline import Block, Remark, Slip, body_start, find_parts
from macros.report import say_style as say
from macros.text import Lines, find_lines

LONGEST = 35
"""Words of a sentence. The first one of a chapter answers its question, and may have more."""
LONGEST_ANSWER = 60

Kind = Literal["heading", "box", "row", "item", "text", "figure"]
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"#{1,6} ")),
    ("box", re.compile(r"!!!|\?\?\?|===")),
    ("row", re.compile(r"\||<")),
    ("item", re.compile(r"(?:[-*+]|\d{1,9}[.)]) ")),
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_MARKUP = re.compile(
    r"!?\[(?=[^\]]*\][(\[])|\]\([^)]*\)(?:\{[^}]*\})?|\]\[[^\]]*\]|\{[#:. ][^}]*\}|\*+|^[ >]+"
)
_LABEL = re.compile(r"^\*\*[^*]+[.:]\*\*[ \t]+")
"""Words that stand before a sentence as a heading would."""
_STATEMENT = re.compile(r"\{%.*?%\}")
_NEXT = re.compile(r"[.!?][\"”’)\]]*[ \t]+(?P<next>[\"“‘(\[]*[A-Z0-9]\S*)")
_END = re.compile(r"[.!?:…][\"”’)\]]*$")
_LONG_NUMBER = re.compile(r"(?<![\w,.])\d{4,}(?= (?:bytes|bits|words|[KMG]iB)\b)")
_TALK = re.compile(
    r"\b(?:\w+n['’]t|\w+['’](?:re|ll|ve|m)|(?:it|that|there|here|what|who|let)['’]s|we)\b"
    r"|(?<=\w)!(?=[\"”’)\]]*(?:\s|$))",
    re.IGNORECASE,
)
"""Contractions, *we*, and exclamation marks."""
_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty: `text` as it is read, `measured` where it holds a claim.

    `begins` is true for the first line of a paragraph, an item or a box.
    """

    place: Place
    kind: Kind
    indent: int
    text: str
    measured: bool
    begins: bool

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))


def read_lines(page: Page) -> tuple[Line, ...]:
    """Return the lines of a page that a reader sees; a figure stands for a call on its own."""
    lines = find_lines(page.path, page.text)
    measured = {call.place.line for call in page.calls if call.macro in CLAIM_MACROS}
    alone = {call.place.line for call in page.calls if call.indent is not None}
    seen = as_read(page).split("\n")
    found: list[Line] = []
    before = ""
    for number, text in enumerate(seen, 1):
        if text.strip() or number in alone:
            kind: Kind = "figure" if number in alone else _kind_of(text.strip())
            begins = not before.strip() or kind != "text"
            place = _place(lines, number)
            shown = _bare(text.strip(), kind)
            found.append(Line(place, kind, place.column - 1, shown, number in measured, begins))
        before = text
    return tuple(found)


def _kind_of(text: str) -> Kind:
    return next((kind for kind, pattern in _KINDS if pattern.match(text)), "text")


def _place(lines: Lines, number: int) -> Place:
    start, end = lines.starts[number - 1], lines.end_of(number) - 1
    written = lines.text[start:end]
    start += len(written) - len(written.lstrip())
    return lines.place(start, max(start, end))


def _bare(text: str, kind: Kind) -> str:
    """A line without its marks: those of an item, of emphasis, of links, of code."""
    shown = _CODE.sub("Code", text)
    shown = dict(_KINDS)["item"].sub("", shown, count=1) if kind == "item" else shown
    return _MARKUP.sub("", _LABEL.sub("", shown, count=1)).strip()


def as_read(page: Page) -> str:
    """The text with as many lines: calls as the words that they show, code and remarks gone."""
    calls = {call.start: call for call in page.calls}
    start = body_start(page.text)
    pieces = ["\n" * page.text.count("\n", 0, start)]
    at = start
    for part in find_parts(page.text):
        if isinstance(part, Slip) or part.start < at:
            continue
        words = "" if isinstance(part, Block | Remark) else _words_of(calls.get(part.start))
        breaks = "\n" * page.text.count("\n", part.start, part.end)
        pieces += page.text[at : part.start], words, breaks
        at = part.end
    return _STATEMENT.sub("", "".join((*pieces, page.text[at:])))


def _words_of(call: Call | None) -> str:
    """What a call shows inside a sentence: its words, or a number."""
    if call is None or call.indent is not None:
        return ""
    if call.macro not in CLAIM_MACROS or call.macro == "claim":
        named = dict(call.named).get("words")
        words = call.arguments[0] if call.arguments else named
        return str(words.value) if words else ""
    return "1"


# The rules ------------------------------------------------------------------------------


def judge_sentences(page: Page) -> tuple[Finding, ...]:
    """Say which lines hold two sentences, a part of one, one that is too long, a word of another
    voice, or a number that is hard to read."""
    lines = read_lines(page)
    answer = find_answer(lines)
    findings: list[Finding] = []
    for line, after in pairwise((*lines, None)):
        if line is not None and line.kind in ("text", "item"):
            findings += _judge_line(line, after, LONGEST_ANSWER if line is answer else LONGEST)
    return tuple(findings)


def _judge_line(line: Line, after: Line | None, limit: int) -> Iterator[Finding]:
    second = _NEXT.search(line.text)
    if second:
        yield say.several_sentences(line.place, second["next"])
    goes_on = after is not None and after.kind == "text" and not after.begins
    if not _END.search(line.text) and (line.kind == "text" or goes_on):
        yield say.broken_sentence(line.place)
    for talk in _TALK.findall(line.text):
        yield say.other_voice(line.place, talk)
    for number in _LONG_NUMBER.findall(line.text):
        yield say.unbroken_number(line.place, number)
    if not second and line.words > limit:
        yield say.long_sentence(line.place, line.words, limit)


def find_answer(lines: tuple[Line, ...]) -> Line | None:
    """Return the line that answers the question of the page: the first one below the title."""
    if len(lines) < 2 or lines[0].kind != "heading" or lines[1].kind != "text":
        return None
    return lines[1]
