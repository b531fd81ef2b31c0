"""Layouts ↔ JSON text, as the cache keeps them."""

from __future__ import annotations

import json
from typing import Any

from macros.layout import Field, Kind, Layout, LayoutAnswer, Tag, Variant
from macros.text_of_facts import read_diagnostic, write_diagnostic


def write_layout_answer(answer: LayoutAnswer) -> str:
    layout = None if answer.layout is None else _write(answer.layout)
    return json.dumps([layout, write_diagnostic(answer.diagnostic)])


def read_layout_answer(text: str) -> LayoutAnswer:
    layout, diagnostic = json.loads(text)
    return LayoutAnswer(None if layout is None else _read(layout), read_diagnostic(diagnostic))


def _write(layout: Layout) -> list[Any]:
    tag = layout.tag
    return [
        layout.type,
        layout.kind,
        layout.size,
        layout.align,
        [_write_field(field) for field in layout.fields],
        [_write_variant(variant) for variant in layout.variants],
        tag and [tag.offset, tag.size, tag.type, tag.niche, tag.inside],
        layout.element and _write(layout.element),
        layout.count,
        layout.free,
    ]


def _write_variant(variant: Variant) -> list[Any]:
    return [variant.name, variant.value, [_write_field(field) for field in variant.fields]]


def _write_field(field: Field) -> list[Any]:
    return [field.name, field.offset, _write(field.layout)]


def _read(values: list[Any]) -> Layout:
    type, kind, size, align, fields, variants, tag, element, count, free = values
    return Layout(
        type,
        Kind(kind),
        size,
        align,
        tuple(_read_field(each) for each in fields),
        tuple(
            Variant(name, value, tuple(_read_field(each) for each in inside))
            for name, value, inside in variants
        ),
        Tag(*tag) if tag else None,
        _read(element) if element else None,
        count,
        free,
    )


def _read_field(values: list[Any]) -> Field:
    name, offset, layout = values
    return Field(name, offset, _read(layout))
