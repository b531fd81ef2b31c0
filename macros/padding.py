"""A measured layout → its padding, where an author can name it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.layout import Field, Layout, find_holes
from macros.report import say_layouts as say

Spot = tuple[str, str]
"""Where padding lies: the variant (empty: none), and the field behind it (empty: the end)."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Bytes of padding before the field at `spot`; `before` is what lies in front of them."""

    spot: Spot
    size: int
    before: str


def find_padding(layout: Layout) -> tuple[Hole, ...]:
    """The padding of a type, in the order of variants and offsets."""
    if not layout.variants:
        spots = (("", span, layout.fields) for span in find_holes(layout))
        return tuple(_hole(layout, *each) for each in spots)
    inside = (
        _hole(layout, variant.name, span, variant.fields)
        for variant in layout.variants
        for span in find_holes(layout, variant)
        if any(field.offset == span[1] for field in variant.fields) and span[1] < layout.size
    )
    end = max(_ends(layout), default=0)
    rest = (Hole(("", ""), layout.size - end, ""),) if end < layout.size else ()
    return (*inside, *rest)


def _ends(layout: Layout) -> Iterator[int]:
    """Where the tag and the fields of all variants end."""
    yield from (field.end for variant in layout.variants for field in variant.fields)
    if layout.tag is not None:
        yield layout.tag.offset + layout.tag.size


def _hole(layout: Layout, variant: str, span: tuple[int, int], fields: tuple[Field, ...]) -> Hole:
    """The hole between the fields around it; one without bytes counts only where it is alone."""
    start, end = span
    behind = _largest(one for one in fields if one.offset == end)
    ahead = _largest(one for one in fields if one.end == start)
    field = plain_name(behind.name) if behind and end < layout.size else ""
    tag = layout.tag
    if tag is not None and tag.offset + tag.size == start and not tag.niche:
        before = say.TAG
    else:
        before = say.named(plain_name(ahead.name)) if ahead else ""
    return Hole((plain_name(variant), field), end - start, before)


def _largest(fields: Iterable[Field]) -> Field | None:
    return max(fields, key=lambda field: field.layout.size, default=None)


def plain_name(name: str) -> str:
    """The name without the mark of a raw one."""
    return name.removeprefix("r#")
