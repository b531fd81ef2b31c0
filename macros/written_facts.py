"""A `//~` comment about layout → its facts: words and numbers, not yet what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as Only
from typing import cast

from .margin import FACTS, Source, read_margin, target_of
from .model import Finding, Place
from .report import say_layouts as say

Kind = Only["size", "align", "offset", "padding", "niche", "tag"]
NUMBER = r"(?:0x[0-9a-fA-F_]{1,40}|[0-9][0-9_]{0,50})"
TAGS = frozenset(f"{sign}{bits}" for sign in "iu" for bits in (8, 16, 32, 64, 128, "size"))
FACT = re.compile(
    rf"(?P<kind>{'|'.join(FACTS)})\b[ \t]*(?P<number>{NUMBER})?(?P<rest>.*)", re.DOTALL
)
MEANS = re.compile(r"[ \t]+means[ \t]+(?:r#)?(?P<name>[^\W\d]\w*)[ \t]*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A `//~` comment: its place, and the line of the text that it speaks of.

    `own` is true where that is its own line, and no code stands there.
    """

    source: Source
    whole: Place
    line: int
    own: bool

    def place(self, start: int, end: int) -> Place:
        return self.source.place(start, end)


@dataclass(frozen=True, slots=True)
class Written:
    """One fact as its comment says it, before it is known what it is about.

    `start`, `end`, `value` (the number, or the tag's type) and `named` are offsets in the text.
    """

    comment: Comment
    kind: Kind
    start: int
    end: int
    value: tuple[int, int]
    number: int = 0
    text: str = ""
    named: tuple[int, int] | None = None


def parse_facts(source: Source, start: int, end: int) -> Iterator[Written | Finding]:
    """The facts of one `//~` comment, between commas; none where it says something else."""
    found = read_margin(source, start, end)
    if found["word"].rstrip(",") not in FACTS:
        return
    whole = source.place(start, start + found.end())
    arrow = found["arrow"] or ""
    line = target_of(source, start, arrow)
    if line is None:
        yield say.outside(whole)
        return
    first = source.inner.starts[source.inner.line_of(start) - 1]
    own = not arrow and not source.rust.code[first:start].strip()
    comment = Comment(source, whole, line, own)
    at = start + found.start("word")
    for piece in found.string[found.start("word") : found.end()].split(","):
        blank = len(piece) - len(piece.lstrip())
        yield parse_fact(comment, at + blank, piece.strip())
        at += len(piece) + 1


def parse_fact(comment: Comment, at: int, text: str) -> Written | Finding:
    """One fact, whose characters begin at the offset `at`."""
    place = comment.place(at, at + max(len(text), 1))
    found = FACT.fullmatch(text)
    if found is None:
        return say.unknown_fact(place if text else comment.whole, text, FACTS)
    kind, rest = cast("Kind", found["kind"]), found["rest"]
    span = (at, at + len(text))
    if kind == "tag":
        return parse_tag(comment, span, found)
    if found["number"] is None:
        return say.no_number(place, kind)
    value = (at + found.start("number"), at + found.end("number"))
    number = int(found["number"].replace("_", ""), 0 if found["number"][:2] == "0x" else 10)
    if kind != "niche":
        plain = Written(comment, kind, *span, value, number)
        return say.more_behind(place, kind, rest.strip()) if rest.strip() else plain
    means = MEANS.fullmatch(rest)
    if means is None:
        return say.niche_without_variant(place)
    begin = at + found.start("rest")
    named = (begin + means.start("name"), begin + means.end("name"))
    return Written(comment, kind, *span, value, number, means["name"], named)


def parse_tag(comment: Comment, span: tuple[int, int], found: re.Match[str]) -> Written | Finding:
    """What stands behind `tag`: the type of an integer."""
    text = (found["number"] or "") + found["rest"].strip()
    if text not in TAGS:
        return say.odd_tag(comment.place(*span), text)
    return Written(comment, "tag", *span, (span[1] - len(text), span[1]), 0, text)
