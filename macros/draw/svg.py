"""Strips → the picture, as inline SVG.

One unit is one CSS pixel on a phone, where a picture is as wide as the page. Colours are variables
of docs/assets/site.css; the literal behind each is what a picture has without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.draw.escape import escape
from macros.draw.labels import LARGE, PITCH, SMALL, says_all, width_of
from macros.draw.paint import LINE, draw_patterns, draw_piece
from macros.draw.pieces import Piece, Strip
from macros.draw.rows import ROW, left_out, rows_of, shown_strips
from macros.draw.shapes import HEIGHT, LEFT, Frame

WIDTH = 328
RULER = 20
HEADER = 20
GAP = 8
BREAK = 24
BRACKET = 20
RIGHT = LEFT + ROW * PITCH


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn. `id` begins every id inside; `sentence` is what the picture says."""

    id: str
    type: str
    size: int
    align: int
    strips: tuple[Strip, ...]
    sentence: str


def draw_picture(picture: Picture) -> str:
    """Write the SVG, one element a line."""
    parts, height = _draw_strips(picture)
    names = f"{picture.id}-title {picture.id}-desc"
    return "\n".join(
        [
            f'<svg class="layout__picture" width="{WIDTH}" height="{height}" '
            f'viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{names}" '
            f'data-search-exclude="" fill="none" font-size="{SMALL}" text-anchor="middle">',
            f'<title id="{picture.id}-title">Layout of {escape(picture.type)}</title>',
            f'<desc id="{picture.id}-desc">{escape(picture.sentence)}</desc>',
            draw_patterns(picture.id),
            *parts,
            "</svg>",
        ]
    )


def _draw_strips(picture: Picture) -> tuple[list[str], int]:
    """The elements from top to bottom, and where they end."""
    if picture.size == 0:
        return _draw_nothing(picture)
    parts = [*_draw_ruler()]
    top = RULER
    above = -1
    for number in shown_strips(len(picture.strips)):
        if left := number - above - 1:
            parts.append(_draw_words(f"⋮ {left} more, in the table", top + 15))
            top += BREAK
        drawn, top = _draw_strip(picture, picture.strips[number], top)
        parts += drawn
        above = number
    parts.append(_draw_size(picture, top - GAP))
    return parts, top - GAP + BRACKET


def _draw_nothing(picture: Picture) -> tuple[list[str], int]:
    """A type without bytes: an empty box."""
    box = (
        f'<rect class="layout__nothing" x="{LEFT + 1}" y="9" width="{4 * PITCH - 2}" height="26" '
        f'stroke="{LINE}" stroke-dasharray="4 3"/>'
    )
    word = _text(LEFT + 2 * PITCH, 26, "size 0")
    empty = [piece for strip in picture.strips for piece in strip.pieces]
    words = [_draw_words(_empty_words(empty), 56)] if empty else []
    return [box, word, *words, _draw_size(picture, 44 + 20 * len(words))], 64 + 20 * len(words)


def _draw_ruler() -> Iterator[str]:
    y = RULER - 4
    yield '<g class="layout__ruler" fill="currentColor">'
    for byte in range(ROW):
        yield f'<text x="{LEFT + byte * PITCH + PITCH // 2}" y="{y - 4}">{byte}</text>'
    yield "</g>"
    ticks = "".join(f"M{LEFT + byte * PITCH} {y}v3" for byte in range(ROW + 1))
    yield f'<path d="M{LEFT} {y}H{RIGHT}{ticks}" stroke="{LINE}" stroke-width="0.8"/>'


def _draw_strip(picture: Picture, strip: Strip, top: int) -> tuple[list[str], int]:
    """One strip, and where the next one begins."""
    parts = []
    if strip.name:
        parts.append(_draw_header(strip, picture.size, top + 14))
        top += HEADER
    frame, bottom = _frame(picture.size, top)
    parts += _draw_offsets(frame)
    for piece in strip.pieces:
        parts += draw_piece(piece, picture.size, frame, picture.id)
    if cut := left_out(picture.size):
        parts += _draw_break(cut, frame)
    if len(frame.tops) > 1:
        parts.append(_draw_side(top, bottom))
    if empty := [piece for piece in strip.pieces if piece.size == 0]:
        parts.append(_draw_words(_empty_words(empty), bottom + 13))
        bottom += HEADER
    return parts, bottom + GAP


def _frame(size: int, top: int) -> tuple[Frame, int]:
    """Where each drawn row begins, and where the last one ends."""
    tops: dict[int, int] = {}
    at = top
    for row in rows_of(size):
        if row > 0 and row - 1 not in tops:
            at += BREAK
        tops[row] = at
        at += HEIGHT
    return Frame(tuple(tops.items())), at


def _draw_header(strip: Strip, size: int, y: int) -> str:
    """The name of a variant, and what encodes it where its piece has no room for that."""
    name = _cut(strip.name, LARGE)
    width = RIGHT - LEFT - width_of(name, LARGE)
    said = any(each.says == strip.note and says_all(each, size) for each in strip.pieces)
    note = "" if said or width_of(f"  {strip.note}", SMALL) > width else strip.note
    words = f'<tspan dx="8" font-size="{SMALL}" font-weight="400">{escape(note)}</tspan>'
    return (
        f'<text class="layout__variant layout__code" x="{LEFT + 1}" y="{y}" font-size="{LARGE}" '
        f'font-weight="700" text-anchor="start" fill="currentColor">{escape(name)}'
        f"{words if note else ''}</text>"
    )


def _draw_offsets(frame: Frame) -> Iterator[str]:
    yield '<g class="layout__offsets" text-anchor="end" fill="currentColor">'
    for row, top in frame.tops:
        offset = row * ROW
        for text, y in ((str(offset), top + 17), (hex(offset), top + 31)):
            room = LEFT - 4
            squeeze = f' textLength="{room}" lengthAdjust="spacingAndGlyphs"'
            tight = squeeze if width_of(text, SMALL) > room else ""
            yield f'<text x="{LEFT - 4}" y="{y}"{tight}>{text}</text>'
    yield "</g>"


def _draw_break(cut: tuple[int, int], frame: Frame) -> Iterator[str]:
    """The mark of rows that are not drawn."""
    start, stop = cut
    top = dict(frame.tops)[start // ROW - 1] + HEIGHT
    rows = (stop - start) // ROW
    count = "1 row" if rows == 1 else f"{rows:,} rows"
    yield _draw_words(f"⋮ bytes {start} to {stop - 1} not drawn ({count})", top + 16)


def _draw_side(top: int, bottom: int) -> str:
    """The bracket of a value with several rows."""
    return (
        f'<path class="layout__bracket" d="M{RIGHT + 3} {top + 1}h5V{bottom - 1}h-5" '
        f'stroke="{LINE}"/>'
    )


def _draw_size(picture: Picture, y: int) -> str:
    """The words of the bracket; under a value of one row also the bracket itself."""
    words = _size_words(picture.size, picture.align)
    if picture.size > ROW:
        return _text(RIGHT + 8, y + 14, words, anchor="end")
    width = picture.size * PITCH
    path = (
        f'<path class="layout__bracket" d="M{LEFT + 1} {y + 1}v4h{width - 2}v-4" stroke="{LINE}"/>'
    )
    bracket = path if width else ""
    centred = width_of(words, SMALL) <= width
    x, anchor = (LEFT + width // 2, "middle") if centred else (LEFT + 1, "start")
    return bracket + _text(x, y + 17, words, anchor)


def _size_words(size: int, align: int) -> str:
    """A size is a multiple of its align; a value without an align has only a size."""
    if align == 0 or size % align:
        return f"size {size:,}" + (f", align {align}" if align else "")
    return f"size {size:,} = {size // align:,} × align {align}"


def _empty_words(empty: Sequence[Piece]) -> str:
    """The fields without bytes by their names, or how many they are."""
    names = [f"field {one.name}" if one.name.isdigit() else one.name or one.type for one in empty]
    words = f"size 0: {', '.join(names)}"
    if width_of(words, SMALL) <= RIGHT - LEFT:
        return words
    count = "1 field" if len(empty) == 1 else f"{len(empty)} fields"
    return f"size 0: {count}, in the table"


def _draw_words(words: str, y: int) -> str:
    return _text(LEFT + 1, y, words, "start")


def _cut(text: str, size: int = SMALL) -> str:
    """As much of the text as a row has room for."""
    while width_of(text, size) > RIGHT - LEFT:
        text = text.removesuffix("…")[:-1] + "…"
    return text


def _text(x: int, y: int, text: str, anchor: str = "middle") -> str:
    start = "" if anchor == "middle" else f' text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}"{start} fill="currentColor">{escape(text)}</text>'
