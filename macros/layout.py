"""The nouns of layouts, all frozen: what a type's bytes are for, as rustc's debug information says.

Sizes, aligns and offsets are in bytes, offsets from the start of the value they belong to.
Padding is derived from the fields, in one place: here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.model import Diagnostic, Listing


class Kind(StrEnum):
    """What sort of type a layout is of."""

    SCALAR = "scalar"
    POINTER = "pointer"
    WIDE = "wide pointer"
    STRUCT = "struct"
    TUPLE = "tuple"
    ARRAY = "array"
    ENUM = "enum"
    UNION = "union"
    CLOSURE = "closure"
    COROUTINE = "async block"
    VTABLE = "vtable"


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a value: a field, a captured variable, or the half of a wide pointer.

    `name` is `0`, `1`, … for those of a tuple.
    """

    name: str
    offset: int
    layout: Layout

    @property
    def end(self) -> int:
        return self.offset + self.layout.size


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant of an enum, or a state of an async block; its offsets count from the whole value.

    `value` is what stands in the tag's bytes for this variant, as an unsigned number; None where
    nothing does: the variant that fills the niche's field itself, or the only one.
    """

    name: str
    value: int | None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """The bytes that tell the variants apart.

    `niche` is true where they belong to a field of one variant; `inside` then names that field
    as a path (`Some.0`). `type` is the integer that they are read as (`u8`), or `pointer`.
    """

    offset: int
    size: int
    type: str
    niche: bool = False
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A type with everything inside it.

    `type` is the name as people write it. An enum has `variants` and a `tag` (none where it has
    fewer than two variants with values), an array `count` times `element`, any other type `fields`
    (in order of their offsets; those of a union all start at 0). `free` is how many niche values
    are left, None where that was not measured.
    """

    type: str
    kind: Kind
    size: int
    align: int
    fields: tuple[Field, ...] = ()
    variants: tuple[Variant, ...] = ()
    tag: Tag | None = None
    element: Layout | None = None
    count: int = 0
    free: int | None = None


@dataclass(frozen=True, slots=True)
class LayoutQuestion:
    """A type whose layout is asked, inside a listing where one is given.

    `local` says that `type` names a variable of a function (`make::add`) and its type is meant.
    `heap` asks for the block that the type points to (`Rc<i32>`: its counts and its value).
    `vtable` names the concrete type whose vtable belongs to the trait object `type`.
    """

    type: str
    edition: str = "2024"
    listing: Listing | None = None
    local: bool = False
    heap: bool = False
    vtable: str = ""


@dataclass(frozen=True, slots=True)
class LayoutAnswer:
    """The layout, or the message that says why there is none."""

    layout: Layout | None
    diagnostic: Diagnostic | None = None


Span = tuple[int, int]
"""A range of bytes: its first offset, and the offset behind its last."""


def find_holes(layout: Layout, variant: Variant | None = None) -> tuple[Span, ...]:
    """The bytes that belong to no field and no tag: of the whole type, or while a variant is there.

    In an enum those of a variant hold both its padding and what another variant would use.
    """
    if layout.kind is Kind.UNION:
        used = [(0, max((field.end for field in layout.fields), default=0))]
    else:
        used = list(_used(layout, variant))
    return tuple(_gaps(used, layout.size)) if _has_parts(layout) else ()


def _has_parts(layout: Layout) -> bool:
    return layout.kind not in (Kind.SCALAR, Kind.POINTER, Kind.ARRAY)


def _used(layout: Layout, variant: Variant | None) -> Iterator[Span]:
    fields = layout.fields if variant is None else variant.fields
    yield from ((field.offset, field.end) for field in fields)
    tag = layout.tag
    stands = variant is not None and variant.value is not None
    if tag is not None and (stands or not tag.niche):
        yield tag.offset, tag.offset + tag.size


def _gaps(used: Iterable[Span], size: int) -> Iterator[Span]:
    at = 0
    for start, end in sorted(used):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < size:
        yield at, size
