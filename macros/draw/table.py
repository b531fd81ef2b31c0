"""Strips → the table beside the picture: the same pieces, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.draw.escape import escape, escape_code
from macros.draw.pieces import Piece, Role, Strip

HEADS = ("offset", "size", "align", "field", "type", "kind")


def draw_table(name: str, strips: Sequence[Strip]) -> str:
    """Write one row a piece; the strips of variants have headings, but not where each is only a
    value of the tag."""
    bare = all(len(strip.pieces) == 1 and strip.pieces[0].role is Role.TAG for strip in strips)
    keyed = any(piece.key for strip in strips for piece in strip.pieces)
    heads = ("mark", *HEADS) if keyed else HEADS
    opening = f'<table class="layout__table" aria-label="Layout of {escape(name)}">'
    row = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return "\n".join(
        [
            f'<div class="wide">{opening}',
            f"<thead><tr>{row}</tr></thead>",
            *(line for strip in strips for line in _draw_strip(strip, keyed, bare)),
            "</table></div>",
        ]
    )


def _draw_strip(strip: Strip, keyed: bool, bare: bool) -> Iterator[str]:
    yield "<tbody>"
    if strip.name and not bare:
        said = any(piece.says == strip.note for piece in strip.pieces)
        note = "" if said or not strip.note else f" <small>{escape(strip.note)}</small>"
        yield (
            f'<tr><th class="layout__group" scope="rowgroup" colspan="{len(HEADS) + keyed}">'
            f"<code>{escape(strip.name)}</code>{note}</th></tr>"
        )
    if not strip.pieces:
        yield f'<tr><td colspan="{len(HEADS) + keyed}">no bytes</td></tr>'
    for piece in strip.pieces:
        words = f"{piece.value} means {strip.name}" if bare else field_words(piece)
        yield f"<tr>{_key_cell(piece) if keyed else ''}{''.join(_cells(piece, words))}</tr>"
    yield "</tbody>"


def _key_cell(piece: Piece) -> str:
    key = f'<span class="layout__key">{piece.key}</span>' if piece.key else ""
    return f"<td>{key}</td>"


def _cells(piece: Piece, words: str) -> Iterator[str]:
    for number in (piece.start, piece.size, piece.align or ""):
        yield f'<td class="layout__number">{number}</td>'
    yield f"<td>{_code(words)}</td>"
    yield f"<td>{_code(piece.type)}</td>"
    yield f"<td>{kind_words(piece)}</td>"


def _code(text: str) -> str:
    return f"<code>{escape_code(text)}</code>" if text else ""


def field_words(piece: Piece) -> str:
    """What stands in the column of fields: the name, or what the tag or the niche says."""
    return piece.says if piece.role in (Role.TAG, Role.NICHE) else piece.name


def kind_words(piece: Piece) -> str:
    """The role; a field that holds the niche says where."""
    if piece.niche is None:
        return str(piece.role)
    start, end = piece.niche
    if (start, end) == (piece.start, piece.end):
        return "field, niche"
    return f"field, niche at {start}" if end - start == 1 else f"field, niche at {start}–{end - 1}"
