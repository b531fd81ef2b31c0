"""A built page → its figures as a reader finds them: what picture, sentence and table say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from macros.model import Finding, Place
from macros.report import say_drawn as say

TAKES = re.compile(r"(?P<type>.*?) takes (?P<size>\d+) bytes?(?:, aligned to (?P<align>\d+))?")
BRACKET = re.compile(r"size (?P<size>\d+)(?: = (?P<times>\d+) × align |, align )?(?P<align>\d+)?")


@dataclass
class DrawnType:
    """A type in a figure: the texts of its picture, and the rows of its table by their heads."""

    title: str = ""
    sentence: str = ""
    texts: list[str] = field(default_factory=list)
    rows: list[Mapping[str, str]] = field(default_factory=list)


@dataclass
class DrawnFigure:
    """A figure of a page; a table of types has rows of its own, and no types that are drawn."""

    id: str
    place: Place
    types: list[DrawnType] = field(default_factory=list)
    rows: list[Mapping[str, str]] = field(default_factory=list)


def find_figures(path: str, text: str) -> tuple[DrawnFigure, ...]:
    """Read all figures of a page of the site; `path` is where findings about them are."""
    reader = _Reader(path)
    reader.feed(text)
    reader.close()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Collects the figures, and in each what is in its picture and its table."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.found: list[DrawnFigure] = []
        self.inside = False
        self.text: list[str] | None = None
        self.heads: list[str] = []
        self.cells: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if tag == "figure" and "layout" in classes:
            line, column = self.getpos()
            place = Place(self.path, line, column + 1, line, column + 2)
            self.found.append(DrawnFigure(values.get("id") or "", place))
            self.inside = True
        elif self.inside and tag == "svg":
            self.found[-1].types.append(DrawnType())
        elif self.inside and tag in ("title", "desc", "text", "th", "td"):
            self.text = []
        elif tag == "thead":
            self.heads = []
        elif tag == "tr":
            self.cells = []

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure":
            self.inside = False
        elif not self.inside:
            return
        elif tag == "thead":
            self.heads = self.cells
        elif tag == "tr" and self.heads and len(self.cells) == len(self.heads):
            self._end_row()
        elif tag in ("title", "desc", "text", "th", "td") and self.text is not None:
            self._end_text(tag, " ".join("".join(self.text).split()))
            self.text = None

    def _end_text(self, tag: str, text: str) -> None:
        if tag in ("th", "td"):
            self.cells.append(text)
            return
        drawn = self.found[-1].types[-1] if self.found[-1].types else DrawnType()
        match tag:
            case "title":
                drawn.title = text.removeprefix("Layout of ")
            case "desc":
                drawn.sentence = text
            case _:
                drawn.texts.append(text)

    def _end_row(self) -> None:
        figure = self.found[-1]
        rows = figure.types[-1].rows if figure.types else figure.rows
        rows.append(dict(zip(self.heads, self.cells, strict=True)))


@dataclass(frozen=True, slots=True)
class Said:
    """What a picture, a sentence or a table says of size and align; None for what it does not."""

    where: str
    size: int
    align: int | None


def read_said(drawn: DrawnType) -> tuple[Said, ...]:
    """The size and align as each part of the figure has them; a part that says none is missing."""
    found: list[Said] = []
    if sentence := TAKES.match(drawn.sentence):
        found.append(_said("the sentence", sentence))
    brackets = [one for text in drawn.texts if (one := BRACKET.fullmatch(text)) and one["align"]]
    found += [_said("the picture", brackets[-1])] if brackets else []
    ends = [int(row["offset"]) + int(row["size"]) for row in drawn.rows]
    return (*found, Said("the table", max(ends, default=0), None))


def _said(where: str, found: re.Match[str]) -> Said:
    align = found["align"]
    return Said(where, int(found["size"]), int(align) if align else None)


def find_disagreements(drawn: DrawnType, place: Place) -> Iterator[Finding]:
    """Whatever picture, sentence and table of one type do not all say."""
    first, *others = read_said(drawn)
    if len(others) < 2 or drawn.title != drawn.sentence.partition(" takes ")[0]:
        yield say.parts_disagree(
            place,
            drawn.title,
            f"the picture says `{drawn.texts}`",
            f"the sentence {drawn.sentence!r}",
        )
    for other in others:
        one = f"{first.where} says size {first.size}, align {first.align}"
        align = first.align if other.align is None else other.align
        if (other.size, align) != (first.size, first.align):
            said = f"{other.where} says size {other.size}, align {align}"
            yield say.parts_disagree(place, drawn.title, one, said)
    yield from _find_unsaid(drawn, place)


def _find_unsaid(drawn: DrawnType, place: Place) -> Iterator[Finding]:
    """The fields of the table that the sentence does not have, unless it leaves some out."""
    if re.search(r"and \d+ more", drawn.sentence):
        return
    for row in drawn.rows:
        words = f"{row['field']} ({row['type']}) at {row['offset']}"
        named = row["kind"].startswith("field") and row["field"]
        if named and words not in drawn.sentence:
            yield say.parts_disagree(
                place, drawn.title, f"the table has {words}", "the sentence does not"
            )
