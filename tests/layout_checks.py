"""A decoded layout against what others say of the same type: each difference as a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.layout import Field, Kind, Layout, Variant
from tests.rustc_dump import Dumped, DumpedVariant

WITH_FIELDS = (Kind.STRUCT, Kind.TUPLE, Kind.CLOSURE, Kind.UNION)


def offsets_of(fields: Sequence[Field]) -> list[int]:
    return sorted(field.offset for field in fields)


def differences(layout: Layout, dumped: Dumped, discriminants: Sequence[int]) -> tuple[str, ...]:
    """What the layout says otherwise than rustc's dump; `discriminants` are those of a direct
    tag, by variant."""
    return tuple(
        f"{layout.type}: {one}"
        for one in (
            *_differ("size", layout.size, dumped.size),
            *_differ("align", layout.align, dumped.align),
            *_parts(layout, dumped),
            *_variants(layout, dumped, discriminants),
            *(() if layout.free is None else _differ("free values", layout.free, dumped.free)),
        )
    )


def _differ(what: str, decoded: object, dumped: object) -> Iterator[str]:
    if decoded != dumped:
        yield f"{what} {decoded}, rustc says {dumped}"


def _parts(layout: Layout, dumped: Dumped) -> Iterator[str]:
    if layout.kind is Kind.UNION:
        yield from _differ("fields at", offsets_of(layout.fields), [0] * dumped.union)
    elif layout.kind is Kind.WIDE:
        half = dumped.size // 2
        yield from _differ("halves at", offsets_of(layout.fields), [0, half])
    elif layout.kind is Kind.ARRAY:
        element = layout.element
        assert element
        yield from _differ("elements", (element.size, layout.count), dumped.stride)
    elif layout.kind in WITH_FIELDS:
        yield from _differ("fields at", offsets_of(layout.fields), sorted(dumped.offsets))


def _variants(layout: Layout, dumped: Dumped, discriminants: Sequence[int]) -> Iterator[str]:
    if layout.kind not in (Kind.ENUM, Kind.COROUTINE):
        return
    tag = layout.tag and (layout.tag.offset, layout.tag.size, layout.tag.niche)
    yield from _differ("tag", tag, dumped.tag)
    if dumped.tag is None:
        there = layout.variants[dumped.single].fields if layout.variants else ()
        fields = (*layout.fields, *there)
        yield from _differ("fields at", offsets_of(fields), sorted(dumped.offsets))
        return
    yield from _differ("number of variants", len(layout.variants), len(dumped.variants))
    mask = (1 << 8 * dumped.tag[1]) - 1
    for number, (one, other) in enumerate(zip(layout.variants, dumped.variants, strict=False)):
        value = discriminants[number] & mask if dumped.direct else other.value
        yield from _differ(f"value of {one.name}", one.value, value)
        yield from _variant_fields(one, other, captured=layout.kind is Kind.COROUTINE)


def _variant_fields(one: Variant, other: DumpedVariant, *, captured: bool) -> Iterator[str]:
    """What an async block captured stands in each of its states, and not in the dump's."""
    decoded, dumped = offsets_of(one.fields), sorted(other.offsets)
    if not captured:
        yield from _differ(f"fields of {one.name} at", decoded, dumped)
    elif not set(dumped) <= set(decoded):
        yield f"fields of {one.name} at {decoded}, rustc says at least {dumped}"
