"""Pieces → cells: the part of a piece that lies in one row of eight bytes. Large values are
shortened: their first and last rows are drawn, the rows between them are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.draw.pieces import Piece
from macros.layout import Span

ROW = 8
LONGEST = 128
"""Bytes. A larger value is shortened to these rows:"""
HEAD = 8
TAIL = 4
MOST = 8
"""Strips that are drawn at most."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Bytes `first` up to `stop` (0 to 8) of a row; rows count from 0."""

    row: int
    first: int
    stop: int

    @property
    def width(self) -> int:
        return self.stop - self.first


def rows_of(size: int) -> tuple[int, ...]:
    """The rows that are drawn of a value."""
    count = -(-size // ROW)
    if size <= LONGEST:
        return tuple(range(count))
    return (*range(HEAD), *range(count - TAIL, count))


def left_out(size: int) -> Span | None:
    """The bytes that are not drawn."""
    if size <= LONGEST:
        return None
    return HEAD * ROW, (-(-size // ROW) - TAIL) * ROW


def shown_strips(count: int) -> tuple[int, ...]:
    """The strips that are drawn of so many, by number: all of them, or the first and the last."""
    return tuple(range(count)) if count <= MOST else (*range(MOST - 2), count - 1)


def cells_of(piece: Piece, size: int) -> tuple[Cell, ...]:
    """The drawn cells of a piece of a value of that size, none for a piece without bytes."""
    return tuple(_cells(piece, size))


def _cells(piece: Piece, size: int) -> Iterator[Cell]:
    for row in rows_of(size):
        first = max(piece.start - row * ROW, 0)
        stop = min(piece.end - row * ROW, ROW)
        if first < stop:
            yield Cell(row, first, stop)


def runs_of(cells: tuple[Cell, ...]) -> tuple[tuple[Cell, ...], ...]:
    """Cells that make one shape: rows below each other, which share a column."""
    runs: list[list[Cell]] = []
    for cell in cells:
        last = runs[-1][-1] if runs else None
        if last and last.row + 1 == cell.row and last.first < cell.stop:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return tuple(tuple(run) for run in runs)
