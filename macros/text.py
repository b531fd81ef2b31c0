"""Small pure things about text: offsets ↔ lines, words that look alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from .model import Place

NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and where its lines start (offsets in characters, from 0)."""

    path: str
    text: str
    starts: tuple[int, ...]

    def line_of(self, offset: int) -> int:
        """The line, from 1, that the character at `offset` stands in."""
        return bisect_right(self.starts, offset)

    def place(self, start: int, end: int) -> Place:
        """The range from `start` to `end` (exclusive) as lines and columns from 1."""
        first = bisect_right(self.starts, start)
        last = first if end < self.end_of(first) else bisect_right(self.starts, end)
        return Place(
            self.path,
            first,
            start - self.starts[first - 1] + 1,
            last,
            end - self.starts[last - 1] + 1,
        )

    def span(self, place: Place) -> tuple[int, int]:
        """The offsets of a place: what `place` makes of them, undone."""
        start = self.starts[place.line - 1] + place.column - 1
        return start, self.starts[place.end_line - 1] + place.end_column - 1

    def end_of(self, line: int) -> int:
        """The offset behind the line's last character and its newline."""
        return self.starts[line] if line < len(self.starts) else len(self.text) + 1


def find_lines(path: str, text: str) -> Lines:
    """Where the lines of a text with `\\n` line ends start."""
    return Lines(path, text, (0, *(m.end() for m in re.finditer("\n", text))))


def blank(text: str) -> str:
    """The same number of characters and lines, without the characters."""
    return NOT_NEWLINE.sub(" ", text)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one, empty if none does."""
    lowered = {name.lower(): name for name in sorted(known)}
    found = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else ""


def dedent_to(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines without the white space that all of them begin with; blank lines do not count."""
    kept = tuple(lines)
    widths = [len(line) - len(line.lstrip()) for line in kept if line.strip()]
    cut = min(widths, default=0)
    return tuple(line[cut:] for line in kept)


def trim_blank(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines without blank ones at the beginning and the end."""
    kept = tuple(lines)
    written = [i for i, line in enumerate(kept) if line.strip()]
    return kept[written[0] : written[-1] + 1] if written else ()
