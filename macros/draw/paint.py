"""Pieces → their shapes and texts: what each role looks like."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from macros.draw.escape import escape
from macros.draw.labels import LARGE, PITCH, Label, key_label, label_cells, label_of
from macros.draw.pieces import Piece, Role
from macros.draw.rows import ROW, Cell, cells_of, runs_of
from macros.draw.shapes import HEIGHT, LEFT, Frame, box_of, outline_of

GROUND: Final = "var(--layout-ground,#ffffff)"
LINE: Final = "var(--layout-line,#57606a)"
FIELD_LINE: Final = "var(--layout-field-line,#1f5fa8)"
TAG_LINE: Final = "var(--layout-tag-line,#8a4b08)"
NICHE_LINE: Final = "var(--layout-niche-line,#6b3fa0)"
FILLS: Final = MappingProxyType(
    {
        Role.FIELD: "var(--layout-field,#e3eefb)",
        Role.TAG: "var(--layout-tag,#fdeccf)",
        Role.NICHE: "var(--layout-niche,#f0e6fb)",
    }
)
LINES: Final = MappingProxyType(
    {
        Role.FIELD: FIELD_LINE,
        Role.TAG: TAG_LINE,
        Role.NICHE: NICHE_LINE,
        Role.PADDING: LINE,
        Role.UNUSED: LINE,
    }
)
PATTERNS: Final = MappingProxyType({Role.PADDING: "hatch", Role.UNUSED: "dots"})
DASHES: Final = MappingProxyType(
    {
        Role.PADDING: ' stroke-dasharray="5 3"',
        Role.UNUSED: ' stroke-dasharray="0.1 4" stroke-linecap="round" stroke-width="1.8"',
    }
)


def draw_patterns(prefix: str) -> str:
    """The hatch of padding and the dots of unused bytes."""
    hatch = "var(--layout-hatch,#9aa3ad)"
    return (
        f'<pattern id="{prefix}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0v6" stroke="{hatch}" stroke-width="1.6"/>'
        f'</pattern><pattern id="{prefix}-dots" width="8" height="8" '
        f'patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="0.9" fill="{hatch}"/></pattern>'
    )


def draw_piece(piece: Piece, size: int, frame: Frame, prefix: str) -> Iterator[str]:
    """Write a piece of a value of that size, nothing where none of it is drawn."""
    cells = cells_of(piece, size)
    if not cells:
        return
    yield f'<g class="layout__{piece.role}">'
    for run in runs_of(cells):
        yield _draw_shape(piece, run, frame, prefix)
        yield from _draw_rows(piece, run, frame)
    if piece.role is Role.TAG:
        yield from (_draw_inner(cell, frame) for cell in cells)
    yield from _draw_goes_on(piece, cells, frame)
    yield from _draw_mark(piece, cells, frame)
    yield from _draw_label(piece, size, frame)
    yield "</g>"


def _draw_shape(piece: Piece, run: tuple[Cell, ...], frame: Frame, prefix: str) -> str:
    fill = FILLS.get(piece.role) or f"url(#{prefix}-{PATTERNS[piece.role]})"
    dash = DASHES.get(piece.role, "")
    line = LINES[piece.role]
    return (
        f'<path d="{outline_of(run, frame)}" fill="{fill}" stroke="{line}"{dash} '
        f'stroke-linejoin="round"/>'
    )


def _draw_rows(piece: Piece, run: tuple[Cell, ...], frame: Frame) -> Iterator[str]:
    """Ticks between the bytes of a field and thin lines between its rows."""
    if piece.role in PATTERNS:
        return
    path = ""
    for cell in run:
        foot = frame.top(cell.row) + HEIGHT - 1
        path += "".join(
            f"M{LEFT + byte * PITCH} {foot}v-4" for byte in range(cell.first + 1, cell.stop)
        )
    for above, below in pairwise(run):
        first, stop = max(above.first, below.first), min(above.stop, below.stop)
        y = frame.top(below.row)
        path += f"M{LEFT + first * PITCH + 1} {y}H{LEFT + stop * PITCH - 1}"
    if path:
        yield f'<path d="{path}" stroke="{LINES[piece.role]}" stroke-opacity="0.35"/>'


def _draw_inner(cell: Cell, frame: Frame) -> str:
    """The inner line of a tag's double outline."""
    x, y, width, height = box_of(cell, frame, inset=4)
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" stroke="{TAG_LINE}"/>'


def _draw_goes_on(piece: Piece, cells: tuple[Cell, ...], frame: Frame) -> Iterator[str]:
    """Arrow heads where a piece goes on in the next row without sharing a column with it."""
    for above, below in pairwise(runs_of(cells)):
        end, start = above[-1], below[0]
        if end.row + 1 == start.row:
            x, y = LEFT + end.stop * PITCH - 6, frame.top(end.row) + 6
            yield f'<path d="M{x} {y}l4 4l-4 4" stroke="{LINES[piece.role]}"/>'
            x, y = LEFT + start.first * PITCH + 3, frame.top(start.row) + 6
            yield f'<path d="M{x} {y}l4 4l-4 4" stroke="{LINES[piece.role]}"/>'


def _draw_mark(piece: Piece, cells: tuple[Cell, ...], frame: Frame) -> Iterator[str]:
    """The corner mark of a niche, at the first byte that belongs to it."""
    span = (piece.start, piece.end) if piece.role is Role.NICHE else piece.niche
    if span is None:
        return
    for cell in cells:
        start = cell.row * ROW
        if start + cell.first <= span[0] < start + cell.stop:
            x, y = LEFT + (span[0] - start) * PITCH + 1, frame.top(cell.row) + 1
            side = 10 if span[0] == start + cell.first else 7  # above a label, that is smaller
            shape = f"M{x} {y}h{side}l-{side} {side}z"
            yield f'<path class="layout__mark" d="{shape}" fill="{NICHE_LINE}"/>'


def _draw_label(piece: Piece, size: int, frame: Frame) -> Iterator[str]:
    cells = label_cells(piece, size)
    if not cells:
        return
    cell = cells[(len(cells) - 1) // 2]
    x, y, width, height = box_of(cell, frame)
    below_it = cell.row + 1 if len(cells) % 2 == 0 and piece.role in PATTERNS else cell.row
    middle = x + width // 2
    centre = (y + frame.top(below_it) + 1 + height) // 2
    if piece.key:
        below = key_label(piece, cell)
        yield _draw_key(piece.key, middle, centre - 8 if below else centre)
        yield from _draw_lines(below, middle, centre + 15, piece.role)
        return
    label = label_of(piece, cell)
    if label:
        first = centre + 4 if len(label) == 1 else centre - 3
        yield from _draw_lines(label, middle, first, piece.role)


def _draw_key(key: str, x: int, y: int) -> str:
    """A letter in a ring, which the table explains."""
    return (
        f'<circle cx="{x}" cy="{y}" r="9" fill="{GROUND}" stroke="currentColor"/>'
        f'<text x="{x}" y="{y + 4}" font-weight="700" fill="currentColor">{key}</text>'
    )


def _draw_lines(label: Label, x: int, y: int, role: Role) -> Iterator[str]:
    """Lines of text below each other; on a pattern each has a ground of its own."""
    ground = f' paint-order="stroke" stroke="{GROUND}" stroke-width="5" stroke-linejoin="round"'
    behind = ground if role in PATTERNS else ""
    for number, line in enumerate(label):
        size = f' font-size="{LARGE}"' if line.size == LARGE else ""
        font = ' class="layout__code"' if line.code else ""
        yield (
            f'<text x="{x}" y="{y + 14 * number}"{size}{font}{behind} fill="currentColor">'
            f"{escape(line.text)}</text>"
        )
