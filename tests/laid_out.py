"""Layouts that tests make up, and snippets whose margin is held against them."""

from __future__ import annotations

from macros.layout import Field, Kind, Layout, Tag, Variant
from macros.model import AnnotatedType, Finding
from macros.snippets import parse_snippet
from tests.made import FILE, NAME

SIZES = {"()": 0, "u8": 1, "bool": 1, "u16": 2, "u32": 4, "char": 4, "u64": 8, "usize": 8}


def scalar(name: str) -> Layout:
    size = SIZES[name]
    return Layout(name, Kind.SCALAR, size, max(size, 1))


def fields(**offsets: str) -> tuple[Field, ...]:
    """`a="0 u8"` is a field `a` at offset 0; `_0` is called `0`."""
    parts = ((name.lstrip("_"), *text.split()) for name, text in offsets.items())
    found = [Field(name, int(offset), scalar(of)) for name, offset, of in parts]
    return tuple(sorted(found, key=lambda field: field.offset))


def struct(size: int, align: int, **offsets: str) -> Layout:
    return Layout("T", Kind.STRUCT, size, align, fields(**offsets))


def enum(size: int, align: int, tag: Tag | None, *variants: Variant) -> Layout:
    return Layout("T", Kind.ENUM, size, align, variants=variants, tag=tag)


def read(rust: str) -> tuple[tuple[AnnotatedType, ...], tuple[Finding, ...]]:
    """The annotated types of a snippet whose title stands on the line above."""
    listing, findings = parse_snippet(NAME, FILE, f"//! A.\n{rust}")
    return listing.annotated, findings


def annotated_in(rust: str) -> AnnotatedType:
    (annotated,), findings = read(rust)
    assert findings == ()
    return annotated


def mistakes_in(rust: str) -> list[str]:
    """`LINE:FIRST-LAST MESSAGE` and the notes; lines count from 1 in `rust`."""
    return [written(one) for one in read(rust)[1]]


def written(finding: Finding) -> str:
    place = finding.place
    assert place.line == place.end_line
    where = f"{place.line - 1}:{place.column}-{place.end_column}"
    return " | ".join((f"{where} {finding.message}", *finding.notes))
