"""Lines of a page → where a fence ends, and what of a line belongs to its surroundings."""

from __future__ import annotations

import re
from typing import NamedTuple

from .fence_words import names_rust


class Opening(NamedTuple):
    """The opening line of a fence: `body` is the offset of the next line."""

    lead: str
    run: str
    rust: bool
    body: int

    @classmethod
    def of(cls, found: re.Match[str], foreign: bool) -> Opening:
        rust = names_rust(found["info"], foreign=foreign)
        return cls(found["lead"], found["run"], rust, found.end() + 1)


def find_close(text: str, opening: Opening, foreign: bool) -> tuple[int, int, bool]:
    """Where the body ends, where the line behind the fence begins, whether the fence is closed."""
    at = opening.body
    while at <= len(text):
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at:line_end]
        rest = line[cut_of(line, opening.lead) :]
        if closes(rest, opening.run):
            return at, line_end + 1, True
        if leaves(line, opening, foreign) or reopens(rest, opening, foreign):
            return at, at, False
        at = line_end + 1
    return len(text), len(text), False


def cut_of(line: str, lead: str) -> int:
    """How many characters at the start of a fence's line belong to its surroundings.

    As wide as the opening line's `lead`, where a tab reaches to the next multiple of four.
    """
    if not lead.strip(" ") and line.startswith(lead):
        return len(lead)
    width, reached = width_of(lead), 0
    for index, character in enumerate(line):
        if reached >= width or character not in " \t>":
            return index
        reached += 4 - reached % 4 if character == "\t" else 1
    return len(line)


def width_of(text: str) -> int:
    """The columns that a text takes, where a tab reaches to the next multiple of four."""
    return len(text.expandtabs(4))


def closes(rest: str, run: str) -> bool:
    """Whether a line ends the fence: the same character, at least as often, nothing else."""
    mark = rest.strip(" \t")
    indent = len(rest) - len(rest.lstrip(" \t"))
    return len(mark) >= len(run) and not mark.strip(run[0]) and indent < 4


def leaves(line: str, opening: Opening, foreign: bool) -> bool:
    """Whether a line stands outside of the list item or quote that the fence is in."""
    if not opening.lead or not line.strip():
        return False
    lead = line[: cut_of(line, opening.lead)]
    if lead.count(">") != opening.lead.count(">"):
        return True
    if foreign or not line[len(lead) :].strip():
        return False
    return width_of(lead) < width_of(opening.lead)


def reopens(rest: str, opening: Opening, foreign: bool) -> bool:
    """Whether another fence opens here, so that the first one was probably never closed."""
    info = rest.lstrip(opening.run[0])
    if len(rest) - len(info) < len(opening.run) or not info.strip() or "`" in info:
        return False
    return opening.rust or names_rust(info, foreign=foreign)
