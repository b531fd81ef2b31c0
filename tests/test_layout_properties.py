"""Random types, compiled: what must be true of every layout, and of every figure of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from macros.draw import Figure, draw_figure
from macros.layout import Field, Kind, Layout, LayoutQuestion, Tag, Variant, find_holes
from macros.model import Question
from macros.rust.constants import measure_constants
from macros.rust.layouts import measure_layouts
from macros.rust.perform import work_folder
from macros.rust.toolchain import find_toolchain
from tests.drawn import Drawn, Row, Strip, read_figure
from tests.made import listing_of
from tests.written_rust import Written, rust_types

DRAWN_WHOLE = 128
"""Bytes; of a larger value the figure leaves rows out."""


def measured(types: Sequence[Written]) -> tuple[tuple[Layout, ...], dict[str, int]]:
    """The layouts, and the values of the constants that say the same: three compiler calls."""
    source = "\n".join(one.declaration for one in types if one.declaration) + "\n"
    listing = listing_of(source)
    expressions = tuple(dict.fromkeys(text for one in types for text in constants_of(one)))
    toolchain = find_toolchain("rustc")
    with work_folder() as folder:
        asked = [LayoutQuestion(one.name, listing=listing) for one in types]
        answers, _ = measure_layouts(asked, toolchain, folder)
        questions = [Question(one, "number", listing=listing) for one in expressions]
        values, _ = measure_constants(questions, toolchain, folder)
    layouts = tuple(one.layout for one in answers if one.layout is not None)
    assert len(layouts) == len(types), [one.diagnostic for one in answers if one.layout is None]
    return layouts, {
        text: int(value.value)
        for text, value in zip(expressions, values, strict=True)
        if value.value is not None
    }


def constants_of(one: Written) -> Iterator[str]:
    yield f"size_of::<{one.name}>()"
    yield f"align_of::<{one.name}>()"
    for field in one.fields:
        yield f"offset_of!({one.name}, {field})"


def decoded_constants(one: Written, layout: Layout) -> dict[str, int]:
    """What the constants are if the layout is right."""
    offsets = {field.name: field.offset for field in layout.fields}
    values = (layout.size, layout.align, *(offsets[name] for name in one.fields))
    return dict(zip(constants_of(one), values, strict=True))


# What is true of every layout ------------------------------------------------------------


def oddities(layout: Layout, *, packed: bool = False) -> tuple[str, ...]:
    """What cannot be, as sentences."""
    return tuple(_oddities(layout, packed=packed))


def _oddities(layout: Layout, *, packed: bool) -> Iterator[str]:
    if layout.size % layout.align:
        yield f"{layout.type}: size {layout.size} is no multiple of align {layout.align}"
    variants: tuple[Variant | None, ...] = layout.variants or (None,)
    for variant in variants:
        fields = layout.fields if variant is None else variant.fields
        used = [(one.offset, one.end) for one in fields] + _tag_span(layout.tag, variant)
        yield from _overlaps(layout, used)
        holes = find_holes(layout, variant)
        total = sum(end - start for start, end in (*used, *holes))
        if _has_parts(layout) and total != layout.size:
            yield f"{layout.type}: parts and padding add up to {total}, not {layout.size}"
        if not packed:
            yield from _misaligned(layout, fields)


def _has_parts(layout: Layout) -> bool:
    return layout.kind not in (Kind.SCALAR, Kind.POINTER, Kind.ARRAY)


def _tag_span(tag: Tag | None, variant: Variant | None) -> list[tuple[int, int]]:
    """The bytes of the tag, where they belong to no field of the variant."""
    if tag is None or (tag.niche and (variant is None or variant.value is None)):
        return []
    return [(tag.offset, tag.offset + tag.size)]


def _overlaps(layout: Layout, used: Iterable[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in sorted(one for one in used if one[0] < one[1]):
        if start < at:
            yield f"{layout.type}: two parts share byte {start}"
        at = max(at, end)
    if at > layout.size:
        yield f"{layout.type}: a part ends at {at}, behind its size {layout.size}"


def _misaligned(layout: Layout, fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        if field.offset % field.layout.align:
            yield f"{layout.type}.{field.name}: offset {field.offset} is not aligned"


# What every figure of one says -----------------------------------------------------------


def misdrawn(layout: Layout, html: str) -> tuple[str, ...]:
    """Where picture, table and words say something else than the layout."""
    return tuple(_misdrawn(layout, read_figure(html, layout.size)))


def _misdrawn(layout: Layout, drawn: Drawn) -> Iterator[str]:
    times = layout.size // layout.align
    if drawn.words != f"size {layout.size:,} = {times:,} × align {layout.align}":
        yield f"the bracket says {drawn.words}"
    size = "1 byte" if layout.size == 1 else f"{layout.size} bytes"
    if layout.size and f"takes {size}, aligned to {layout.align}" not in drawn.sentence:
        yield f"the sentence says {drawn.sentence}"
    variants: tuple[Variant | None, ...] = layout.variants or (None,)
    if len(drawn.strips) != len(variants):
        yield f"{len(drawn.strips)} strips for {len(variants)} variants"
    titles = tuple(one.name for one in layout.variants)
    if layout.size and drawn.titles != titles:
        yield f"the pictures are called {drawn.titles}"
    for strip, variant in zip(drawn.strips, variants, strict=False):
        if variant is not None and not _names(strip, variant):
            yield f"the rows of {variant.name} are called {strip.name}"
        roles = roles_of(layout, variant)
        if layout.size and strip.bytes != tuple((role,) for role in roles):
            yield f"bytes are drawn as {strip.bytes}, and are {roles}"
        yield from _misprinted(layout, variant, strip.rows, roles)


def _names(strip: Strip, variant: Variant) -> bool:
    """Whether the variant's name is the heading of its rows, or stands in the only one."""
    says = [one.field for one in strip.rows]
    return strip.name == variant.name or (
        not strip.name and len(says) == 1 and says[0].endswith(f" means {variant.name}")
    )


def _misprinted(
    layout: Layout, variant: Variant | None, rows: Sequence[Row], roles: Sequence[str]
) -> Iterator[str]:
    said = sorted(
        (one.offset, one.size, one.align, one.field, one.type)
        for one in rows
        if one.kind.startswith("field")
    )
    fields = sorted(
        (one.offset, one.layout.size, one.layout.align, one.name, one.layout.type)
        for one in (layout.fields if variant is None else variant.fields)
    )
    if _has_parts(layout) and said != fields:
        yield f"the table's fields are {said}, and really {fields}"
    covered = [
        one.kind.partition(",")[0]
        for one in sorted(rows, key=lambda one: (one.offset, one.size))
        for _ in range(one.size)
    ]
    if layout.size and tuple(covered) != tuple(roles):
        yield f"the table's bytes are {covered}, and really {roles}"
    if variant is not None and variant.value is not None and layout.tag is not None:
        tag = next(one for one in rows if one.kind in ("tag", "niche"))
        words = tag.field.replace("tag = ", "").partition(" means ")[0]
        number = 0 if words == "null" else int(words.replace(",", ""), 0)
        number %= 1 << 8 * layout.tag.size
        if (tag.offset, tag.size, number) != (layout.tag.offset, layout.tag.size, variant.value):
            yield f"the tag's row says {tag}, and it is {layout.tag} with {variant.value}"


def roles_of(layout: Layout, variant: Variant | None) -> tuple[str, ...]:
    """What each byte is for while that variant is there."""
    return tuple(_role_of(byte, layout, variant) for byte in range(layout.size))


def _role_of(byte: int, layout: Layout, variant: Variant | None) -> str:
    tag = layout.tag
    in_tag = tag is not None and tag.offset <= byte < tag.offset + tag.size
    if _covers(layout.fields if variant is None else variant.fields, byte):
        return "field"
    if not _has_parts(layout):
        return "field"
    if in_tag and tag is not None and not (tag.niche and variant and variant.value is None):
        return "niche" if tag.niche else "tag"
    used = in_tag or any(_covers(one.fields, byte) for one in layout.variants)
    return "unused" if used else "padding"


def _covers(fields: Iterable[Field], byte: int) -> bool:
    return any(one.offset <= byte < one.end for one in fields)


# Random types ----------------------------------------------------------------------------


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.large_base_example,
        HealthCheck.data_too_large,
    ],
)
@given(rust_types())
def test_layouts_of_random_types_are_possible_measured_and_drawn(
    types: tuple[Written, ...],
) -> None:
    """No overlap, padding that adds up, the compiler's constants, and figures that say the same.

    A failure names the one type; to look for a smaller book of types would take minutes.
    """
    layouts, constants = measured(types)
    for one, layout in zip(types, layouts, strict=True):
        assert oddities(layout, packed=one.packed) == ()
        wanted = decoded_constants(one, layout)
        assert wanted == {text: constants.get(text) for text in wanted}
        if layout.size <= DRAWN_WHOLE:
            html = draw_figure(Figure("random", "A type", (layout,)))
            assert misdrawn(layout, html) == (), one


# The checks can fail ---------------------------------------------------------------------

U8 = Layout("u8", Kind.SCALAR, 1, 1)
U32 = Layout("u32", Kind.SCALAR, 4, 4)
PAIR = Layout("Pair", Kind.STRUCT, 8, 4, (Field("a", 0, U32), Field("b", 4, U8)))
CHOICE = Layout(
    "Choice",
    Kind.ENUM,
    8,
    4,
    variants=(Variant("One", 0, (Field("0", 4, U32),)), Variant("Two", 1)),
    tag=Tag(0, 4, "u32"),
)


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        (replace(PAIR, size=9), "Pair: size 9 is no multiple of align 4"),
        (replace(PAIR, size=4), "Pair: a part ends at 5, behind its size 4"),
        (
            replace(PAIR, fields=(Field("a", 0, U32), Field("b", 3, U8))),
            "Pair: two parts share byte 3",
        ),
        (
            replace(PAIR, fields=(Field("b", 0, U8), Field("a", 2, U32))),
            "Pair.a: offset 2 is not aligned",
        ),
        (replace(CHOICE, tag=Tag(2, 4, "u32")), "Choice: two parts share byte 4"),
    ],
)
def test_an_impossible_layout_is_noticed(layout: Layout, said: str) -> None:
    """Each of the sentences comes."""
    assert oddities(PAIR) == oddities(CHOICE) == ()
    assert said in oddities(layout)


@pytest.mark.parametrize("layout", [PAIR, CHOICE, replace(PAIR, fields=(), size=0)])
def test_a_figure_of_another_layout_is_noticed(layout: Layout) -> None:
    """Whatever differs: a size, an offset, an order, a tag, a value, a name."""
    right = draw_figure(Figure("a", "", (layout,)))
    assert misdrawn(layout, right) == ()
    others = [replace(layout, align=2), replace(layout, size=layout.size + 4)]
    if layout.fields:
        first, *rest = layout.fields
        others.append(replace(layout, fields=(replace(first, name="c"), *rest)))
        others.append(replace(layout, fields=tuple(rest)))
    if layout.tag:
        one, two = layout.variants
        others.append(replace(layout, variants=(one, replace(two, value=7))))
        others.append(replace(layout, variants=(two, one)))
        others.append(replace(layout, tag=Tag(0, 2, "u16")))
    for other in others:
        if other.size == layout.size:
            assert misdrawn(layout, draw_figure(Figure("a", "", (other,)))) != (), other


def test_a_picture_that_differs_from_its_table_is_noticed() -> None:
    """One shape that is moved, and one cell of the table."""
    right = draw_figure(Figure("a", "", (PAIR,)))
    moved = re.sub(r'(layout__field">\n<path d="M)45 ', r"\g<1>79 ", right, count=1)
    assert moved != right
    assert "bytes are drawn as" in misdrawn(PAIR, moved)[0]
    printed = right.replace('layout__number">4</td>', 'layout__number">5</td>', 1)
    assert printed != right
    assert "the table's fields are" in misdrawn(PAIR, printed)[0]
