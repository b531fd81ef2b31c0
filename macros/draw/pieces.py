"""A layout → strips of pieces: every byte with the one role it has, pure values.

A strip is the whole value once: a struct has one, an enum one a variant, a union one a field. The
picture, the table and the sentence are all written from the same strips.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from macros.draw.values import write_value
from macros.layout import Field, Kind, Layout, Span, Tag, Variant, find_holes

MANY = 16
"""An array with more elements shows its first and last ones, and the others in one piece."""
FIRST = 8
LAST = 4


class Role(StrEnum):
    """What a range of bytes is for."""

    FIELD = "field"
    PADDING = "padding"
    TAG = "tag"
    NICHE = "niche"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes from `start` up to `end`, counted from the start of the whole value.

    `align` is 0 where the bytes have none of their own, `target` what a pointer points to. `niche`
    is the part of a field's bytes whose invalid values tell the other variants. `value` is what
    stands in a tag or in a niche; the `name` of a niche is the variant that it means. `key` is the
    letter that stands in the picture where the label has no room.
    """

    start: int
    end: int
    role: Role
    name: str = ""
    type: str = ""
    align: int = 0
    target: str = ""
    niche: Span | None = None
    value: str = ""
    key: str = ""

    @property
    def size(self) -> int:
        return self.end - self.start

    @property
    def says(self) -> str:
        """The words of a tag or a niche: `tag = 1`, `0 means None`."""
        if self.role not in (Role.TAG, Role.NICHE):
            return ""
        if self.role is Role.NICHE:
            return f"{self.value} means {self.name}"
        return f"tag = {self.value}" if self.value else "tag"


@dataclass(frozen=True, slots=True)
class Strip:
    """The value once, its pieces in the order of their bytes; those without bytes stand first."""

    name: str
    note: str
    pieces: tuple[Piece, ...]


def strips_of(layout: Layout, depth: int = 1) -> tuple[Strip, ...]:
    """Cut a layout into pieces; `depth` counts the levels of types that show their fields."""
    if layout.variants:
        return tuple(_variant_strip(layout, variant, depth) for variant in layout.variants)
    if layout.kind is Kind.UNION and layout.fields:
        return tuple(_union_strip(layout, field, depth) for field in layout.fields)
    return (_strip("", "", _parts(layout, 0, "", depth)),)


def _strip(name: str, note: str, pieces: Iterable[Piece]) -> Strip:
    return Strip(name, note, tuple(sorted(pieces, key=lambda piece: (piece.start, piece.end))))


def _parts(layout: Layout, base: int, path: str, depth: int) -> Iterator[Piece]:
    """The pieces of a value that begins at `base` and is reached by `path`."""
    if layout.kind is Kind.ARRAY and layout.element is not None:
        if layout.size:
            yield from _elements(layout, layout.element, base, path, depth)
    elif not layout.fields and layout.kind in (Kind.SCALAR, Kind.POINTER, Kind.WIDE):
        yield _whole(layout, base, path)
    else:
        for field in layout.fields:
            yield from _field(field, base, path, depth)
        for start, end in find_holes(layout):
            yield Piece(base + start, base + end, Role.PADDING)


def _field(field: Field, base: int, path: str, depth: int) -> Iterator[Piece]:
    name = f"{path}.{field.name}" if path else field.name
    yield from _value(field.layout, base + field.offset, name, depth)


def _value(layout: Layout, base: int, path: str, depth: int) -> Iterator[Piece]:
    """A nested value: opened into its own parts, or whole."""
    if depth > 1 and _opens(layout):
        yield from _parts(layout, base, path, depth - 1)
    else:
        yield _whole(layout, base, path)


def _opens(layout: Layout) -> bool:
    """Whether a nested value can show its parts: one with variants would need strips of its own."""
    if layout.variants or layout.kind is Kind.UNION:
        return False
    if layout.kind is Kind.ARRAY:
        return layout.size > 0 and layout.count <= MANY
    return bool(layout.fields)


def _whole(layout: Layout, base: int, name: str) -> Piece:
    end = base + layout.size
    target = pointee(layout.type) if layout.kind in (Kind.POINTER, Kind.WIDE) else ""
    return Piece(base, end, Role.FIELD, name, layout.type, layout.align, target)


def _elements(layout: Layout, element: Layout, base: int, path: str, depth: int) -> Iterator[Piece]:
    count, size = layout.count, element.size
    if count <= MANY:
        for at in range(count):
            yield from _value(element, base + at * size, f"{path}[{at}]", depth)
        return
    for at in range(FIRST):
        yield _whole(element, base + at * size, f"{path}[{at}]")
    yield Piece(
        base + FIRST * size,
        base + (count - LAST) * size,
        Role.FIELD,
        f"{path}[{FIRST}] … [{count - LAST - 1}]",
        element.type,
        element.align,
    )
    for at in range(count - LAST, count):
        yield _whole(element, base + at * size, f"{path}[{at}]")


def pointee(name: str) -> str:
    """What a pointer of that name points to, empty where its name does not say, or says `()`."""
    for before, after in (("&mut ", ""), ("&", ""), ("*const ", ""), ("*mut ", ""), ("Box<", ">")):
        if name.startswith(before) and name.endswith(after):
            target = name[len(before) : len(name) - len(after)]
            return "" if target == "()" else target
    return ""


def _variant_strip(layout: Layout, variant: Variant, depth: int) -> Strip:
    fields = (*layout.fields, *variant.fields)
    pieces = [piece for field in fields for piece in _field(field, 0, "", depth)]
    pieces += _holes(find_holes(layout, variant), _used_by_others(layout, variant))
    tag = layout.tag
    if tag is None:
        return _strip(variant.name, "", pieces)
    if tag.niche and variant.value is None:
        marked = [_mark_niche(piece, tag) for piece in pieces]
        return _strip(variant.name, "every other value", marked)
    piece = _tag_piece(tag, variant)
    return _strip(variant.name, piece.says, [*pieces, piece])


def _tag_piece(tag: Tag, variant: Variant) -> Piece:
    value = "" if variant.value is None else write_value(variant.value, tag)
    start, end = tag.offset, tag.offset + tag.size
    if tag.niche:
        return Piece(start, end, Role.NICHE, variant.name, tag.type, value=value)
    return Piece(start, end, Role.TAG, "tag", tag.type, value=value)


def _mark_niche(piece: Piece, tag: Tag) -> Piece:
    """Note the niche in the field that holds its bytes."""
    start, end = max(piece.start, tag.offset), min(piece.end, tag.offset + tag.size)
    return replace(piece, niche=(start, end)) if start < end else piece


def _union_strip(layout: Layout, field: Field, depth: int) -> Strip:
    others = [(each.offset, each.end) for each in layout.fields if each is not field]
    holes = [(0, field.offset), (field.end, layout.size)]
    gaps = _holes([hole for hole in holes if hole[0] < hole[1]], others)
    return _strip(field.name, "", [*_field(field, 0, "", depth), *gaps])


def _used_by_others(layout: Layout, variant: Variant) -> list[Span]:
    """The bytes that some other variant uses."""
    spans = [
        (field.offset, field.end)
        for other in layout.variants
        if other is not variant
        for field in other.fields
    ]
    tag = layout.tag
    return spans if tag is None else [*spans, (tag.offset, tag.offset + tag.size)]


def _holes(holes: Iterable[Span], others: list[Span]) -> Iterator[Piece]:
    """Cut holes into what others use, which is unused here, and what nobody uses: padding."""
    for start, end in holes:
        cuts = {cut for span in others for cut in span if start < cut < end}
        edges = sorted({start, end, *cuts})
        yield from _merged(
            Piece(a, b, Role.UNUSED if any(s <= a and b <= e for s, e in others) else Role.PADDING)
            for a, b in pairwise(edges)
        )


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one role as one piece."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.role is piece.role:
            last = replace(last, end=piece.end)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
