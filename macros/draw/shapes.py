"""Cells → where they lie in the picture, and the outline of those that belong together."""

from __future__ import annotations

from dataclasses import dataclass

from macros.draw.labels import PITCH
from macros.draw.rows import ROW, Cell

LEFT = 44
"""Units left of the first byte, for the offsets."""
HEIGHT = 40
"""Units that a row is high."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the rows of a strip are drawn: pairs of a row and the units above it."""

    tops: tuple[tuple[int, int], ...]

    def top(self, row: int) -> int:
        return dict(self.tops)[row]


Box = tuple[int, int, int, int]
"""Left, top, width and height."""


def box_of(cell: Cell, frame: Frame, inset: int = 1) -> Box:
    return (
        LEFT + cell.first * PITCH + inset,
        frame.top(cell.row) + inset,
        cell.width * PITCH - 2 * inset,
        HEIGHT - 2 * inset,
    )


def outline_of(run: tuple[Cell, ...], frame: Frame) -> str:
    """The outline of rows below each other as the data of a path, one unit inside the cells."""
    x, y, width, height = box_of(run[0], frame)
    if len(run) == 1:
        return f"M{x} {y}h{width}v{height}h{-width}z"
    left, _, _, _ = box_of(run[-1], frame)
    bottom = frame.top(run[-1].row) + HEIGHT - 1
    right = x + width
    end = LEFT + run[-1].stop * PITCH - 1
    below = f"V{frame.top(run[-1].row) - 1}H{end}" if run[-1].stop < ROW else ""
    above = f"V{frame.top(run[1].row) + 1}H{x}" if run[0].first > 0 else ""
    return f"M{x} {y}H{right}{below}V{bottom}H{left}{above}z"
