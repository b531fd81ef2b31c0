"""Scanned pages → the boxes that put a popular statement beside what was measured. Pure.

A box is written `!!! myth "Myth, measured: STATEMENT"`, and what it says is indented below it.
The boxes are the only source: the page of all myths is made from them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.claims import CLAIM_MACROS
from macros.model import Call, Fence, Finding, Page, Place
from macros.outline import Block, Remark, find_parts
from macros.report import say_site
from macros.text import find_lines

PAGE: Final = "docs/myths.md"
"""The page that shows all boxes, where a book has one."""

_HEAD: Final = re.compile(r"^(?P<indent>[ \t]*)!!! myth\b(?P<title>.*)$", re.MULTILINE)
_TITLE: Final = re.compile(r' "Myth, measured: (?P<statement>[^"]+)"[ \t]*')
_RUN: Final = re.compile(r"^[ \t>]*(?:`{3}|~{3})", re.MULTILINE)
_EMPTY: Final = frozenset(
    ("a", "an", "the", "is", "are", "was", "be", "of", "in", "on", "at", "to", "it", "its", "that")
)
_SAME: Final = MappingProxyType({"vec": "vector", "vecs": "vector", "wide": "fat"})
_SHOWS: Final = frozenset({"snippet", "editions", "memory", "code", *CLAIM_MACROS})


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a page; `start` and `end` are the offsets of what is indented below its first line.

    `statement` is the popular one in Markdown, empty where the first line is not of the form;
    `anchor` is the id of the box in its page.
    """

    place: Place
    statement: str
    anchor: str
    indent: str
    start: int
    end: int

    @property
    def path(self) -> str:
        return self.place.path


def find_boxes(page: Page) -> tuple[Box, ...]:
    """Return the boxes of a page, in the order of the text."""
    if "!!! myth" not in page.text:
        return ()
    heads = tuple(_HEAD.finditer(page.text))
    dead = tuple(_dead_parts(page.text)) if _may_be_quoted(page, heads) else ()
    return tuple(
        _box(page, head) for head in heads if not any(a <= head.start() < b for a, b in dead)
    )


def _may_be_quoted(page: Page, heads: Sequence[re.Match[str]]) -> bool:
    """Whether a closer look is needed: behind a fence that is open, or in a page with comments."""
    return bool(page.comments) or any(
        len(_RUN.findall(page.text, 0, head.start())) % 2 for head in heads
    )


def _dead_parts(text: str) -> Iterator[tuple[int, int]]:
    """Where a box would only be quoted: in fences and comments."""
    for part in find_parts(text):
        if isinstance(part, Block | Remark):
            yield part.start, part.end


def _box(page: Page, head: re.Match[str]) -> Box:
    title = _TITLE.fullmatch(head["title"])
    statement = title["statement"] if title else ""
    end = _end_of_body(page.text, head.end(), f"{head['indent']}    ")
    place = find_lines(page.path, page.text).place(head.end("indent"), head.end())
    return Box(place, statement, anchor_of(statement), head["indent"], head.end(), end)


def _end_of_body(text: str, start: int, indent: str) -> int:
    """The end of the last line that is indented as the body of a box is."""
    end = at = start
    while at < len(text):
        line_end = text.find("\n", at + 1)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at + 1 : line_end]
        if line.strip() and not line.startswith(indent):
            break
        end, at = (line_end if line.strip() else end), line_end
    return end


def anchor_of(statement: str) -> str:
    """Return the id of a box: it lasts as long as the statement, wherever the box stands."""
    return "myth-" + re.sub(r"[^a-z0-9]+", "-", statement.lower()).strip("-")


def items_in(box: Box, page: Page) -> Iterator[Call | Fence]:
    """Yield the calls and Rust fences of a box."""
    items: tuple[Call | Fence, ...] = (*page.calls, *page.fences)
    for item in items:
        if box.start <= item.start < box.end:
            yield item


def judge_boxes(page: Page) -> tuple[Finding, ...]:
    """Say which boxes of a page have another form, measure nothing, or stand there twice."""
    boxes = find_boxes(page)
    times = Counter(box.anchor for box in boxes)
    findings = [say_site.box_without_statement(box.place) for box in boxes if not box.statement]
    findings += [
        say_site.box_twice(box.place, box.statement)
        for box in boxes
        if box.statement and times[box.anchor] > 1
    ]
    findings += [
        say_site.box_measures_nothing(box.place)
        for box in boxes
        if not any(isinstance(each, Fence) or each.macro in _SHOWS for each in items_in(box, page))
    ]
    return tuple(findings)


def find_repeated(boxes: Iterable[Box]) -> Iterator[Finding]:
    """Say which boxes of a book state what an earlier one states, in nearly the same words."""
    seen: dict[frozenset[str], Box] = {}
    for box in boxes:
        said = _meant_by(box.statement)
        first = seen.setdefault(said, box)
        if said and first is not box:
            yield say_site.box_repeated(box.place, box.statement, first.place)


def _meant_by(statement: str) -> frozenset[str]:
    """The words that carry the statement, without their endings."""
    words = re.findall(r"\w+", statement.lower())
    bare = (_SAME.get(word, word) for word in words if word not in _EMPTY)
    return frozenset(word.removesuffix("s") for word in bare)


_RENDERED: Final = '<div class="admonition myth">'


def name_boxes(html: str, boxes: Sequence[Box]) -> str | None:
    """Give the boxes of a rendered page their ids; None where it has not as many of them."""
    head, *parts = html.split(_RENDERED)
    if len(parts) != len(boxes):
        return None
    named = (
        f'{_RENDERED[:-1]} id="{box.anchor}">{part}' for box, part in zip(boxes, parts, strict=True)
    )
    return "".join([head, *named])


def boxes_of(pages: Iterable[Page]) -> dict[str, tuple[Box, ...]]:
    """The boxes by the path of their page, without pages that have none."""
    found = ((page.path, find_boxes(page)) for page in pages)
    return {path: boxes for path, boxes in found if boxes}
