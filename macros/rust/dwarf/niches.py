"""Which field the bytes of a tag belong to, where they are a niche."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from macros.layout import Field, Kind, Layout, Tag, Variant

Owner = tuple[str, Layout]
"""The path to a part of a value, and the part."""


def find_niche(tag: Tag, variants: Iterable[Variant]) -> Tag:
    """The tag, with the field that it belongs to; a tag of its own belongs to none."""
    for variant in variants:
        owner = _find_owner(variant.fields, tag.offset, tag.size) if variant.value is None else None
        if owner is not None:
            path, layout = owner
            read_as = "pointer" if layout.kind is Kind.POINTER else tag.type
            return replace(tag, niche=True, inside=f"{variant.name}.{path}", type=read_as)
    return tag


def _find_owner(fields: Iterable[Field], offset: int, size: int) -> Owner | None:
    """The innermost field that holds those bytes."""
    for field in fields:
        if field.offset <= offset and offset + size <= field.end:
            inner = _find_inner(field.layout, offset - field.offset, size)
            path, layout = inner if inner is not None else ("", field.layout)
            dot = "." if path and not path.startswith("[") else ""
            return f"{field.name}{dot}{path}", layout
    return None


def _find_inner(layout: Layout, offset: int, size: int) -> Owner | None:
    if layout.kind is Kind.ARRAY and layout.element is not None and layout.element.size:
        number, rest = divmod(offset, layout.element.size)
        inner = _find_inner(layout.element, rest, size)
        path, owner = inner if inner is not None else ("", layout.element)
        dot = "." if path and not path.startswith("[") else ""
        return f"[{number}]{dot}{path}", owner
    if layout.variants:
        return _find_in_variants(layout, offset, size)
    return _find_owner(layout.fields, offset, size)


def _find_in_variants(layout: Layout, offset: int, size: int) -> Owner | None:
    """Inside an enum: its own tag, the niche that this lies in, or a field of a variant."""
    tag = layout.tag
    if tag is not None and not tag.niche and (tag.offset, tag.size) == (offset, size):
        return None
    for variant in layout.variants:
        owner = _find_owner(variant.fields, offset, size)
        if owner is not None:
            return f"{variant.name}.{owner[0]}", owner[1]
    return None
