"""A chapter → what it lacks of the parts that every chapter has. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.prose import Line, find_answer, read_lines
from macros.model import Finding, Page, Place
from macros.report import say_style as say

COMING, CHECK, MORE = "Coming from another language", "Check yourself", "See also"
LAST = (COMING, CHECK, MORE)
"""How a chapter ends, in this order; the first is there where it helps."""
QUESTIONS = 2
LANGUAGES = ("TypeScript", "Go")
_TAB = re.compile(r'===[!+]* "(?P<name>[^"]+)"')
_QUESTION = re.compile(r"\?\?\?\+? question ")


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the second level with its lines, the heading left out."""

    heading: str
    place: Place
    lines: tuple[Line, ...]


def judge_anatomy(page: Page) -> tuple[Finding, ...]:
    """Say what a chapter lacks: its answer, its last parts in their order, two questions."""
    lines = read_lines(page)
    parts = tuple(find_parts_of(lines))
    return (
        *judge_answer(lines, Place(page.path, 1, 1, 1, 1)),
        *judge_order(parts, Place(page.path, 1, 1, 1, 1)),
        *(one for part in parts if part.heading == COMING for one in judge_coming(part)),
        *(one for part in parts if part.heading == CHECK for one in judge_questions(part)),
    )


def find_parts_of(lines: Sequence[Line]) -> Iterator[Part]:
    """Yield the sections of the second level."""
    starts = [at for at, each in enumerate(lines) if _is_heading(each, 2)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        head = lines[start]
        yield Part(head.text.lstrip("# "), head.place, tuple(lines[start + 1 : end]))


def _is_heading(line: Line, level: int) -> bool:
    return line.kind == "heading" and line.text.startswith(f"{'#' * level} ")


def judge_answer(lines: tuple[Line, ...], top: Place) -> Iterator[Finding]:
    """One sentence below the title, alone in its paragraph, with a claim."""
    if not lines or not _is_heading(lines[0], 1):
        yield say.no_title(top)
        return
    answer = find_answer(lines)
    if answer is None or (len(lines) > 2 and not lines[2].begins):
        yield say.no_answer(lines[0].place)
    elif not answer.measured:
        yield say.answer_unmeasured(answer.place)


def judge_order(parts: Sequence[Part], top: Place) -> Iterator[Finding]:
    """The last parts are there, and stand last."""
    names = [part.heading for part in parts]
    wanted = [each for each in LAST if each != COMING or COMING in names]
    yield from (say.no_part(top, each) for each in wanted if each not in names)
    found = [part for part in parts if part.heading in LAST]
    if all(each in names for each in wanted) and names[-len(wanted) :] != wanted:
        last = parts[-len(wanted) :]
        moved = next((part for part in found if part not in last), found[0])
        yield say.part_elsewhere(moved.place, moved.heading, wanted)


def judge_questions(part: Part) -> Iterator[Finding]:
    """Two questions, and in the answer to each something that was measured."""
    starts = [at for at, each in enumerate(part.lines) if _QUESTION.match(each.text)]
    if len(starts) != QUESTIONS:
        yield say.other_questions(part.place, len(starts), QUESTIONS)
    for start, end in zip(starts, [*starts[1:], len(part.lines)], strict=True):
        if not any(each.measured for each in part.lines[start + 1 : end]):
            yield say.answer_without_claim(part.lines[start].place)


def judge_coming(part: Part) -> Iterator[Finding]:
    """A tab for each language, and a word on what was checked."""
    tabs = [found["name"] for each in part.lines if (found := _TAB.match(each.text))]
    if tabs != list(LANGUAGES):
        yield say.other_tabs(part.place, tabs, LANGUAGES)
    if not any("checked" in each.text and not each.indent for each in part.lines):
        yield say.no_disclaimer(part.place)
