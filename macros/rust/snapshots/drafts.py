"""Copies of a listing's source with questions written into them, line by line the same. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` (of one line) in front of the character at `at`, where `cut` characters vanish.

    `key` names what is asked there; None for what only helps.
    """

    at: int
    text: str
    key: Hashable = None
    cut: int = 0


@dataclass(frozen=True)
class Draft:
    """A source and its edits; those at one place stand in the order in which they are given."""

    source: str
    edits: tuple[Edit, ...] = ()

    @cached_property
    def ordered(self) -> tuple[Edit, ...]:
        return tuple(sorted(self.edits, key=lambda one: one.at))

    @cached_property
    def text(self) -> str:
        pieces: list[str] = []
        at = 0
        for edit in self.ordered:
            pieces += (self.source[at : edit.at], edit.text)
            at = edit.at + edit.cut
        return "".join((*pieces, self.source[at:]))

    @cached_property
    def _regions(self) -> tuple[tuple[int, int, Edit], ...]:
        """Where each edit's text stands in the draft's: first and last offset."""
        shifts = accumulate((len(one.text) - one.cut for one in self.ordered), initial=0)
        starts = (one.at + shift for one, shift in zip(self.ordered, shifts, strict=False))
        return tuple(
            (start, start + len(one.text), one)
            for start, one in zip(starts, self.ordered, strict=True)
        )

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return line_starts(self.text)

    def offset(self, line: int, column: int) -> int:
        """The offset in `text` of a place, both counted from 1, columns in characters."""
        return self._lines[line - 1] + column - 1

    def key_at(self, offset: int) -> Hashable:
        """What is asked by the edit whose text stands there; None where none does."""
        edit = self._edit_at(offset)
        return edit.key if edit else None

    def in_edit(self, offset: int) -> bool:
        return self._edit_at(offset) is not None

    def _edit_at(self, offset: int) -> Edit | None:
        found = (edit for start, end, edit in self._regions if start <= offset < end)
        return next(found, None)

    def to_source(self, offset: int) -> int:
        """The offset in the source of an offset in `text`; that of the edit whose text is there."""
        shift = 0
        for start, end, edit in self._regions:
            if start <= offset < end:
                return edit.at
            if start < offset:
                shift += len(edit.text) - edit.cut
        return offset - shift

    def without(self, keys: Iterable[Hashable]) -> Draft:
        """The draft without what asks for these."""
        gone = frozenset(keys)
        return Draft(self.source, tuple(one for one in self.edits if one.key not in gone))


def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line starts."""
    return (0, *(at + 1 for at, char in enumerate(text) if char == "\n"))


def line_of(starts: tuple[int, ...], offset: int) -> int:
    """The line of an offset, counted from 1."""
    return bisect_right(starts, offset)
