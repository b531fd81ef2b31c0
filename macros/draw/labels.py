"""Pieces → what is written into them: the label where it has room, else a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_uppercase

from macros.draw.pieces import Piece, Role, Strip
from macros.draw.rows import Cell, cells_of, runs_of, shown_strips

PITCH = 34
"""Units that a byte is wide; a unit is a CSS pixel on a phone."""
LARGE = 12
SMALL = 11
GLYPH = 0.61
"""How wide a character is at most, in parts of its size."""
ROOM = 6
"""Units of a cell that stay empty beside a text; the double outline of a tag takes more:"""
TAG_ROOM = 11


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `code` is set in the font of code."""

    text: str
    size: int = SMALL
    code: bool = False


Label = tuple[Line, ...]


def width_of(text: str, size: int) -> float:
    """How wide the text is at most, in units."""
    glyphs = sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
    return glyphs * size * GLYPH


def label_cells(piece: Piece, size: int) -> tuple[Cell, ...]:
    """The cells that the label stands in the middle of: the widest that lie together."""
    widest: tuple[Cell, ...] = ()
    for run in runs_of(cells_of(piece, size)):
        width = max(cell.width for cell in run)
        cells = tuple(cell for cell in run if cell.width == width)
        if not widest or (width, len(cells)) > (widest[0].width, len(widest)):
            widest = cells
    return widest


def says_all(piece: Piece, size: int) -> bool:
    """Whether the label of a tag or a niche has room for what it says."""
    cells = label_cells(piece, size)
    label = label_of(piece, cells[0]) if cells else None
    text = " ".join(line.text for line in label or ())
    return piece.value in text if piece.role is Role.TAG else piece.says in text


def label_of(piece: Piece, cell: Cell) -> Label | None:
    """The best label with room in the cell, None where only a letter has."""
    room = cell.width * PITCH - (TAG_ROOM if piece.role is Role.TAG else ROOM)
    for label in _labels(piece):
        if all(width_of(line.text, line.size) <= room for line in label):
            return label
    return None


def key_label(piece: Piece, cell: Cell) -> Label:
    """What stands beside a letter: the size, where it has room."""
    size = Line(f"size {piece.size}")
    return (size,) if width_of(size.text, SMALL) <= cell.width * PITCH - ROOM else ()


def _labels(piece: Piece) -> Iterator[Label]:
    """All labels of a piece, the best first."""
    size = Line(f"size {piece.size}")
    match piece.role:
        case Role.FIELD:
            yield from _field_labels(piece, size)
        case Role.TAG:
            yield from _tag_labels(piece, size)
        case Role.NICHE:
            yield Line(piece.says, LARGE, code=True), size
            yield Line(piece.says, SMALL, code=True), size
            yield (Line(piece.value, SMALL, code=True),)
        case _:
            word = str(piece.role)
            yield Line(word), size
            yield (Line(word),)
            yield (Line(word[:3]),) if piece.role is Role.PADDING else ()


def _field_labels(piece: Piece, size: Line) -> Iterator[Label]:
    whole = f"{piece.name}: {piece.type}" if piece.name else piece.type
    sizes = [Line(f"{size.text} → {piece.target}"), size] if piece.target else [size]
    for points in (LARGE, SMALL):
        for below in sizes:
            yield Line(whole, points, code=True), below
    name = Line(piece.name or piece.type, SMALL, code=True)
    if not piece.name or piece.name.endswith("]"):
        yield name, size
        yield (name,)
    else:
        yield Line(f"{piece.name}:", SMALL, code=True), Line(piece.type, SMALL, code=True)


def _tag_labels(piece: Piece, size: Line) -> Iterator[Label]:
    says = f" = {piece.value}" if piece.value else ""
    yield Line(f"tag: {piece.type}{says}", LARGE, code=True), size
    if piece.value:
        yield Line("tag", SMALL, code=True), Line(says.strip(), SMALL, code=True)
        yield Line("tag", SMALL, code=True), Line(piece.value, SMALL, code=True)
    yield (Line("tag", SMALL, code=True),)


def with_keys(strips: tuple[Strip, ...], size: int) -> tuple[Strip, ...]:
    """Give a letter to each field that is drawn and has no room for its label."""
    keys = _letters()
    shown = shown_strips(len(strips))
    return tuple(
        _with_keys(strip, size, keys) if number in shown else strip
        for number, strip in enumerate(strips)
    )


def _with_keys(strip: Strip, size: int, keys: Iterator[str]) -> Strip:
    pieces = (
        replace(piece, key=next(keys)) if _needs_key(piece, size) else piece
        for piece in strip.pieces
    )
    return replace(strip, pieces=tuple(pieces))


def _needs_key(piece: Piece, size: int) -> bool:
    if piece.role in (Role.PADDING, Role.UNUSED):
        return False
    cells = label_cells(piece, size)
    return bool(cells) and label_of(piece, cells[0]) is None


def _letters() -> Iterator[str]:
    """A, B, … Z, A2, B2, …"""
    turn = 1
    while True:
        yield from (f"{letter}{turn if turn > 1 else ''}" for letter in ascii_uppercase)
        turn += 1
