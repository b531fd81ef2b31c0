"""Strips → one sentence that says what the picture shows."""

from __future__ import annotations

from collections.abc import Sequence

from macros.draw.pieces import Piece, Role, Strip
from macros.draw.values import bytes_of, write_count
from macros.layout import Kind, Layout

MOST = 40
"""Pieces that are named; the table has all of them."""


def write_sentence(layout: Layout, strips: Sequence[Strip]) -> str:
    """Say size, align and every piece with its offset."""
    aligned = f", aligned to {layout.align}" if layout.align else ""
    takes = f"{layout.type} takes {bytes_of(layout.size)}{aligned}"
    said = [*_say_strips(layout, strips)]
    free = "" if layout.free is None else f"; {_say_free(layout.free)}"
    return f"{takes}{''.join(said)}{free}."


def _say_free(free: int) -> str:
    return "1 niche value is free" if free == 1 else f"{write_count(free)} niche values are free"


def _say_strips(layout: Layout, strips: Sequence[Strip]) -> list[str]:
    named = [strip for strip in strips if strip.name]
    if not named:
        pieces = [piece for strip in strips for piece in strip.pieces]
        words = _say_pieces(pieces, MOST)
        return [f": {words}"] if words else []
    room = max(MOST // len(named), 2)
    what = {Kind.UNION: "as one of", Kind.COROUTINE: "with states"}.get(
        layout.kind, "with variants"
    )
    said = [_say_strip(strip, room) for strip in named[:MOST]]
    left = len(named) - len(said)
    more = f"; and {left} more" if left else ""
    return [f", {what} {'; '.join(said)}{more}"]


def _say_strip(strip: Strip, room: int) -> str:
    note = f" ({strip.note})" if strip.note else ""
    words = _say_pieces(strip.pieces, room)
    return f"{strip.name}{note}: {words}" if words else f"{strip.name}{note}"


def _say_pieces(pieces: Sequence[Piece], room: int) -> str:
    said = [words for piece in pieces if (words := _say_piece(piece))]
    left = len(said) - room
    return ", ".join(said if left <= 0 else [*said[:room], f"and {left} more parts"])


def _say_piece(piece: Piece) -> str:
    match piece.role:
        case Role.FIELD:
            if not piece.name:
                return ""
            kind = "element" if piece.name.startswith("[") else "field"
            return f"{kind} {piece.name} ({piece.type}) at {piece.start}"
        case Role.PADDING:
            return f"{bytes_of(piece.size)} of padding at {piece.start}"
        case Role.UNUSED:
            return f"{bytes_of(piece.size).replace('byte', 'unused byte')} at {piece.start}"
        case Role.TAG:
            return f"tag ({piece.type}) at {piece.start}"
        case Role.NICHE:
            return f"niche ({piece.type}) at {piece.start}"
