"""Layouts become figures: golden files, and what holds for every layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from macros.draw import Figure, TableRow, draw_figure, draw_layout_table
from macros.draw.figure import sentence_of
from macros.draw.labels import with_keys
from macros.draw.pieces import Piece, Role, Strip, pointee, strips_of
from macros.draw.rows import cells_of, left_out, rows_of
from macros.draw.values import write_count, write_value
from macros.layout import Field, Kind, Layout, Tag, Variant, find_holes
from tests.figures import (
    BOOL,
    FIGURES,
    HOSTILE,
    MESSAGE,
    NICHE_POINTER,
    OPTION_U32,
    SHAPE,
    STR,
    STRING,
    TUPLE,
    U8,
    U64,
    UNION,
    array,
    fields_of,
    struct,
)

GOLDEN = Path(__file__).parent / "golden" / "figures"


def parsed(layout: Layout, depth: int = 1) -> ElementTree.Element:
    """The figure of one layout, read as XML."""
    html = draw_figure(Figure("f", "", (layout,), depth))
    return ElementTree.fromstring(html)  # noqa: S314 (our own text)


def texts(element: ElementTree.Element, path: str) -> list[str]:
    return ["".join(each.itertext()) for each in element.iterfind(path)]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_drawn_as_its_golden_file(name: str) -> None:
    """Every byte of the HTML, so that a changed picture is seen."""
    assert draw_figure(FIGURES[name]) + "\n" == (GOLDEN / f"{name}.html").read_text("utf-8")


def test_every_golden_figure_has_its_layout() -> None:
    """A file whose figure is gone goes with it."""
    assert sorted(path.stem for path in GOLDEN.glob("*.html")) == sorted(FIGURES)


def test_a_tuple_in_one_sentence() -> None:
    """Size, align, and every piece with its offset."""
    assert sentence_of(TUPLE) == (
        "(char, u8, i32) takes 12 bytes, aligned to 4: field 0 (char) at 0, field 1 (u8) at 4, "
        "3 bytes of padding at 5, field 2 (i32) at 8."
    )


def test_an_enum_in_one_sentence() -> None:
    """Each variant with what encodes it; free values at the end."""
    assert sentence_of(OPTION_U32) == (
        "Option<u32> takes 8 bytes, aligned to 4, with variants None (tag = 0): tag (u32) at 0, "
        "4 unused bytes at 4; Some (tag = 1): tag (u32) at 0, field 0 (u32) at 4; "
        "4,294,967,294 niche values are free."
    )
    assert sentence_of(NICHE_POINTER) == (
        "Option<Box<u32>> takes 8 bytes, aligned to 8, with variants None (null means None): "
        "niche (pointer) at 0; Some (every other value): field 0 (Box<u32>) at 0."
    )


def test_a_union_and_a_scalar_in_one_sentence() -> None:
    """A union is one of its fields; a scalar has no parts to name."""
    assert sentence_of(UNION).startswith(
        "Bits takes 8 bytes, aligned to 4, as one of int: field int (u32) at 0, "
        "1 unused byte at 4, 3 bytes of padding at 5; bytes: "
    )
    assert sentence_of(BOOL) == "bool takes 1 byte, aligned to 1; 254 niche values are free."


def test_many_parts_are_not_all_named() -> None:
    """A sentence is heard to its end: the table has the rest."""
    fields = fields_of(*((f"f{at}", at, U8) for at in range(60)))
    said = sentence_of(Layout("Big", Kind.STRUCT, 60, 1, fields))
    assert said.endswith("field f39 (u8) at 39, and 20 more parts.")


def test_what_no_variant_uses_is_padding_and_the_rest_unused() -> None:
    """Only padding is hatched: the bytes of another variant are something else."""
    empty, dot, disc = strips_of(SHAPE)
    assert [(each.start, each.end, each.role) for each in empty.pieces] == [
        (0, 1, Role.TAG),
        (1, 4, Role.UNUSED),
        (4, 8, Role.PADDING),
        (8, 16, Role.UNUSED),
    ]
    assert [each.name for each in dot.pieces] == ["tag", "", "0", "", ""]
    assert [each.name for each in disc.pieces] == ["tag", "filled", "", "", "radius"]


def test_a_niche_is_marked_where_it_lies() -> None:
    """The other variants' value stands in bytes of a field of this one."""
    quit_, _, write = strips_of(MESSAGE)
    assert quit_.pieces[0].says == "0x8000000000000000 means Quit"
    assert [each.niche for each in write.pieces] == [(0, 8)]
    assert write.note == "every other value"


def test_depth_opens_nested_types() -> None:
    """Each level adds a name behind a dot; a depth beyond the last level changes nothing."""
    names = [[each.name for each in strips_of(STRING, depth)[0].pieces] for depth in (1, 2, 3, 9)]
    assert names == [
        ["vec"],
        ["vec.buf", "vec.len"],
        ["vec.buf.cap", "vec.buf.ptr", "vec.len"],
        ["vec.buf.cap", "vec.buf.ptr", "vec.len"],
    ]


def test_depth_opens_arrays_and_keeps_nested_padding() -> None:
    """Padding inside a nested value is padding of the whole."""
    pair = struct("(u64, u8)", 16, 8, ("0", 0, U64), ("1", 8, U8))
    whole = struct("Pairs", 32, 8, ("all", 0, array(pair, 2)))
    (strip,) = strips_of(whole, 3)
    assert [(each.name, each.start, each.end) for each in strip.pieces] == [
        ("all[0].0", 0, 8),
        ("all[0].1", 8, 9),
        ("", 9, 16),
        ("all[1].0", 16, 24),
        ("all[1].1", 24, 25),
        ("", 25, 32),
    ]


@pytest.mark.parametrize(("count", "shown"), [(16, 16), (17, 13), (1_000_000, 13)])
def test_a_long_array_names_its_middle_as_one(count: int, shown: int) -> None:
    """Eight first elements, the others together, four last ones."""
    (strip,) = strips_of(array(U64, count))
    assert len(strip.pieces) == shown
    assert strip.pieces[-1].end == 8 * count


def test_an_array_without_bytes_has_no_elements_to_show() -> None:
    """However many there are, none has a place of its own."""
    nothing = array(Layout("()", Kind.TUPLE, 0, 1), 100)
    assert strips_of(nothing)[0].pieces == ()
    (field,) = strips_of(struct("S", 0, 1, ("all", 0, nothing)), 3)[0].pieces
    assert (field.name, field.type) == ("all", "[(); 100]")


@pytest.mark.parametrize(
    ("size", "rows", "cut"),
    [
        (0, 0, None),
        (1, 1, None),
        (8, 1, None),
        (9, 2, None),
        (128, 16, None),
        (129, 12, (64, 104)),
        (136, 12, (64, 104)),
        (4096, 12, (64, 4064)),
    ],
)
def test_more_than_128_bytes_are_shortened(
    size: int, rows: int, cut: tuple[int, int] | None
) -> None:
    """The first eight and the last four rows stay."""
    assert len(rows_of(size)) == rows
    assert left_out(size) == cut


def test_the_rows_left_out_are_named() -> None:
    """A reader knows how much is not drawn."""
    drawn = parsed(array(U8, 129))
    assert "⋮ bytes 64 to 103 not drawn (5 rows)" in texts(drawn, ".//svg/text")
    assert not [words for words in texts(parsed(array(U8, 128)), ".//svg/text") if "drawn" in words]


def test_a_type_without_bytes_is_an_empty_box() -> None:
    """Picture and table both say so."""
    drawn = parsed(Layout("()", Kind.TUPLE, 0, 1))
    assert texts(drawn, ".//svg/text") == ["size 0", "size 0 = 0 × align 1"]
    assert texts(drawn, ".//tbody/tr") == ["no bytes"]
    assert len(list(drawn.iterfind(".//*[@class='layout__nothing']"))) == 1


def test_a_field_without_bytes_is_named_below() -> None:
    """It has a place, and no bytes to draw."""
    marker = struct("PhantomData<T>", 0, 1)
    drawn = parsed(struct("Marked", 8, 8, ("value", 0, U64), ("marker", 8, marker)))
    assert "size 0: marker" in texts(drawn, ".//svg/text")


def test_fields_without_bytes_are_counted_where_their_names_are_long() -> None:
    """The table has their names."""
    marker = struct("PhantomData<T>", 0, 1)
    long, longer = "a_name_of_some_length", "another_name_of_some_length"
    drawn = parsed(
        struct("Marked", 8, 8, ("value", 0, U64), (long, 8, marker), (longer, 8, marker))
    )
    assert "size 0: 2 fields, in the table" in texts(drawn, ".//svg/text")
    assert [long, longer] == texts(drawn, ".//tbody/tr/td[4]")[1:]


def test_many_variants_are_shortened_and_all_in_the_table() -> None:
    """Eight strips at most."""
    drawn = parsed(FIGURES["many-variants"].layouts[0])
    assert "⋮ 5 more, in the table" in texts(drawn, ".//svg/text")
    assert len(list(drawn.iterfind(".//*[@class='layout__tag']"))) == 7
    assert len(list(drawn.iterfind(".//tbody"))) == 12


def test_a_variant_that_is_only_a_value_has_one_row() -> None:
    """The row says which variant the value means; no heading does."""
    drawn = parsed(FIGURES["status"].layouts[0])
    assert texts(drawn, ".//tbody/tr/td[4]") == ["200 means Ok", "404 means NotFound"]
    assert texts(drawn, ".//tbody/tr/th") == []


def test_a_label_without_room_becomes_a_letter_of_the_table() -> None:
    """The same letter stands in the picture and in the table's row."""
    drawn = parsed(FIGURES["long-names"].layouts[0])
    assert texts(drawn, ".//svg/g/text[@font-weight='700']") == ["A", "B", "C"]
    rows = [[*row.iterfind("td")] for row in drawn.iterfind(".//tbody/tr")]
    keyed = {"".join(row[0].itertext()): "".join(row[4].itertext()) for row in rows}
    assert keyed == {
        "A": "handlers",
        "B": "a",
        "C": "b",
        "": "owner_of_everything",
    }


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("&str", "str"),
        ("&mut [u8]", "[u8]"),
        ("*const T", "T"),
        ("*mut T", "T"),
        ("Box<dyn Shape>", "dyn Shape"),
        ("fn()", ""),
        ("*const ()", ""),
    ],
)
def test_a_pointer_names_what_it_points_to(name: str, target: str) -> None:
    """The arrow in its label leads there."""
    assert pointee(name) == target


@pytest.mark.parametrize(
    ("value", "tag", "written"),
    [
        (0, Tag(0, 8, "pointer", niche=True), "null"),
        (1, Tag(0, 8, "pointer", niche=True), "1"),
        (404, Tag(0, 2, "u16"), "404"),
        (0x110000, Tag(0, 4, "u32", niche=True), "0x110000"),
        (10**9, Tag(0, 4, "u32", niche=True), "1,000,000,000"),
        (255, Tag(0, 1, "i8"), "-1"),
        (127, Tag(0, 1, "i8"), "127"),
        (1 << 63, Tag(0, 8, "i64"), "-0x8000000000000000"),
    ],
)
def test_values_are_written_as_people_write_them(value: int, tag: Tag, written: str) -> None:
    """Null, signed numbers, hexadecimal where large."""
    assert write_value(value, tag) == written


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (None, "—"),
        (0, "0"),
        (254, "254"),
        (4_293_853_184, "4,293,853,184"),
        (2**63, "2⁶³ (9,223,372,036,854,775,808)"),
        (2**63 - 1, "2⁶³ − 1 (9,223,372,036,854,775,807)"),
        (2**63 - 3, "9,223,372,036,854,775,805"),
    ],
)
def test_counts_are_written_readably(count: int | None, written: str) -> None:
    """Thousands apart, powers of two as such."""
    assert write_count(count) == written


def test_a_table_of_types() -> None:
    """One row a type, numbers readable, what was not measured as a dash."""
    rows = (
        TableRow("bool", 1, 1, 254, "2", 1, 254),
        TableRow("Vec<&'static T>", 24, 8, 2**63, "0x8000000000000000", 24, 2**63),
        TableRow("u8", 1, 1, 0, "tag 0", 2, None),
    )
    table = ElementTree.fromstring(draw_layout_table(rows))  # noqa: S314 (our own text)
    found = [["".join(cell.itertext()) for cell in row] for row in table.iterfind(".//tr")]
    assert found == [
        ["type", "size", "align", "free values", "None is", "size of Option", "Options nest"],
        ["bool", "1", "1", "254", "2", "1", "254"],
        [
            "Vec<&'static T>",
            "24",
            "8",
            "2⁶³",
            "0x8000000000000000",
            "24",
            "2⁶³",
        ],
        ["u8", "1", "1", "0", "tag 0", "2", "—"],
    ]
    assert texts(table, ".//figcaption") == ["2⁶³ = 9,223,372,036,854,775,808"]


def test_a_heading_is_the_given_name() -> None:
    """Picture, table, sentence and caption have it; what is inside keeps the type's own."""
    layouts = FIGURES["scalar"].layouts
    html = draw_figure(Figure("f", "", layouts, names=("Answer",)))
    assert html.count("Answer") == 4
    assert "<td><code>bool</code></td>" in html


def test_a_table_of_types_has_a_name_and_a_title() -> None:
    """Links lead to it, and its caption says what it is."""
    html = draw_layout_table((TableRow("u8", 1, 1, 0, "tag 0", 2, 0),), "catalogue", "A & B")
    assert html.startswith('<figure class="layout" id="catalogue">\n<div class="wide"><table ')
    assert "<caption>A &#38; B</caption>" in html


@pytest.mark.parametrize(
    ("size", "align", "words"),
    [(24, 8, "size 24 = 3 × align 8"), (24, 0, "size 24"), (20, 8, "size 20, align 8")],
)
def test_the_size_is_said_with_its_align(size: int, align: int, words: str) -> None:
    """As a product where it is one."""
    assert words in texts(parsed(Layout("T", Kind.STRUCT, size, align)), ".//svg/text")


def test_hostile_names_are_text() -> None:
    """Nothing of a name becomes an element, a template or Markdown."""
    html = draw_figure(FIGURES["hostile"])
    drawn = ElementTree.fromstring(html)  # noqa: S314 (our own text)
    assert {each.tag for each in drawn.iter()}.isdisjoint({"script", "b", "a", "h1", "img"})
    assert not re.search(r"\{[{%#]|\n\s*\n", html)
    assert not re.search(r"[_*`\[\]!~]", re.sub(r' class="[\w -]+"', "", html))
    said = texts(drawn, ".//svg/desc")[0]
    assert HOSTILE.type.replace("\n", "\ufffd").replace("\0", "\ufffd")[:60] in said


@pytest.fixture(scope="module")
def markdown(project: Path) -> Markdown:
    """Markdown as the project configures it."""
    chosen = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    named = [each if isinstance(each, dict) else {each: {}} for each in chosen]
    configs = {name: options for each in named for name, options in each.items()}
    return Markdown(extensions=[*configs], extension_configs=configs)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_passes_through_markdown(name: str, markdown: Markdown) -> None:
    """Not a character changes, and the text around it is read as ever."""
    html = draw_figure(FIGURES[name])
    page = f"Before *it*.\n\n{html}\n\nAfter *it*."
    read = re.sub(r"\n+", "\n", markdown.reset().convert(page))
    assert read == f"<p>Before <em>it</em>.</p>\n{html}\n<p>After <em>it</em>.</p>"


def test_a_table_of_types_passes_through_markdown(markdown: Markdown) -> None:
    """The same for the other thing that is drawn."""
    html = draw_layout_table((TableRow("Vec<*const _>", 24, 8, 2**63, "{{ 0 }}", 24, 1),))
    read = re.sub(r"\n+", "\n", markdown.reset().convert(f"*a*\n\n{html}\n\n*b*"))
    assert read == f"<p><em>a</em></p>\n{html}\n<p><em>b</em></p>"


def test_no_reference_leaves_its_picture() -> None:
    """Two layouts in one figure keep their patterns apart; every reference has its target."""
    drawn = ElementTree.fromstring(draw_figure(FIGURES["compare"]))  # noqa: S314 (our own text)
    for picture in drawn.iterfind(".//svg"):
        ids = {each.get("id") for each in picture.iter() if each.get("id")}
        fills = {each.get("fill", "") for each in picture.iter()}
        used = {fill[5:-1] for fill in fills if fill.startswith("url(#")}
        assert used and used <= ids
        assert set(str(picture.get("aria-labelledby")).split()) <= ids


SCALARS = st.builds(
    lambda power, name: Layout(name, Kind.SCALAR, 1 << power, 1 << power),
    st.integers(0, 4),
    st.sampled_from(["u8", "T<'a, &str>", "Long" * 12, "x_y*z", "日本"]),
)
NAMES = st.text('ab_<&"{}é\n', min_size=1, max_size=8)


def structs(inner: st.SearchStrategy[Layout]) -> st.SearchStrategy[Layout]:
    parts = st.lists(st.tuples(NAMES, inner, st.integers(0, 9)), max_size=5)
    return st.builds(lay_out, parts, st.integers(0, 9))


def lay_out(parts: list[tuple[str, Layout, int]], tail: int) -> Layout:
    """A struct of these fields, with so many bytes of padding before each, and at its end."""
    fields, at = [], 0
    for name, layout, gap in parts:
        fields.append(Field(name, at + gap, layout))
        at += gap + layout.size
    return Layout("S<'_>", Kind.STRUCT, at + tail, 1, tuple(fields))


def choose(bodies: list[Layout], niche: bool) -> Layout:
    """An enum of these variants, its tag first; or with a niche in the first field of the first."""
    size = max(body.size for body in bodies) + 1
    shifted = [
        tuple(replace(field, offset=field.offset + 1) for field in body.fields) for body in bodies
    ]
    first = (Field("n", 0, U8), *shifted[0]) if niche else shifted[0]
    variants = tuple(
        Variant(f"V{number}", None if niche and number == 0 else number, fields)
        for number, fields in enumerate([first, *shifted[1:]])
    )
    return Layout("E", Kind.ENUM, size, 1, variants=variants, tag=Tag(0, 1, "u8", niche))


def unite(members: list[Layout]) -> Layout:
    fields = tuple(Field(f"m{number}", 0, each) for number, each in enumerate(members))
    return Layout("U", Kind.UNION, max(each.size for each in members) + 2, 1, fields)


STRUCTS = structs(st.recursive(SCALARS, structs, max_leaves=6))
LAYOUTS = st.one_of(
    STRUCTS,
    st.builds(choose, st.lists(STRUCTS, min_size=2, max_size=10), st.booleans()),
    st.builds(unite, st.lists(STRUCTS, min_size=1, max_size=4)),
    st.builds(array, STRUCTS, st.sampled_from([0, 1, 3, 16, 17, 100])),
)


def gaps_in(strip: Strip, size: int) -> Iterator[str]:
    """Where pieces overlap or leave bytes out."""
    at = 0
    for piece in strip.pieces:
        if piece.size and piece.start != at:
            yield f"{piece} does not begin at {at}"
        at = max(at, piece.end)
    if at != size:
        yield f"the pieces end at {at} of {size}"


@settings(max_examples=150, deadline=None)
@given(LAYOUTS, st.integers(1, 4))
def test_every_byte_has_exactly_one_role(layout: Layout, depth: int) -> None:
    """In each strip the pieces follow each other without gaps from the first byte to the last."""
    for strip in strips_of(layout, depth):
        assert [*gaps_in(strip, layout.size)] == []


@settings(max_examples=100, deadline=None)
@given(STRUCTS)
def test_padding_is_what_the_layout_says(layout: Layout) -> None:
    """The holes are found in one place."""
    (strip,) = strips_of(layout)
    padding = [(each.start, each.end) for each in strip.pieces if each.role is Role.PADDING]
    assert padding == [*find_holes(layout)]


@settings(max_examples=100, deadline=None)
@given(LAYOUTS)
def test_drawn_cells_cover_the_drawn_rows_once(layout: Layout) -> None:
    """What is drawn of the pieces is what the rows have, byte by byte."""
    rows = rows_of(layout.size)
    expected = [byte for row in rows for byte in range(8 * row, min(8 * row + 8, layout.size))]
    for strip in strips_of(layout):
        cells = [cell for piece in strip.pieces for cell in cells_of(piece, layout.size)]
        drawn = [8 * cell.row + at for cell in cells for at in range(cell.first, cell.stop)]
        assert sorted(drawn) == expected


@settings(max_examples=150, deadline=None)
@given(LAYOUTS, st.integers(1, 3))
def test_picture_and_table_say_the_same(layout: Layout, depth: int) -> None:
    """Well-formed, no id twice, a row for each piece, a shape for each piece that is drawn."""
    figure = Figure("f", "", (layout, layout), depth)
    html = draw_figure(figure)
    drawn = ElementTree.fromstring(html)  # noqa: S314 (our own text)
    assert html == draw_figure(figure)
    assert not re.search(r"\{[{%#]|\n\s*\n", html)
    ids = [each.get("id") for each in drawn.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    strips = with_keys(strips_of(layout, depth), layout.size)
    for part in drawn.iterfind(".//*[@class='layout__type']"):
        assert roles_in_table(part) == [
            [kind_of(piece) for piece in strip.pieces] for strip in strips
        ]
        shown = strips if len(strips) <= 8 else (*strips[:6], strips[-1])
        assert roles_in_picture(part) == [
            str(piece.role)
            for strip in shown
            for piece in strip.pieces
            if cells_of(piece, layout.size)
        ]


def kind_of(piece: Piece) -> tuple[str, str, str]:
    return str(piece.start), str(piece.size), str(piece.role)


def roles_in_table(part: ElementTree.Element) -> list[list[tuple[str, str, str]]]:
    """Offset, size and kind of each row, a list for each strip."""
    found = []
    for body in part.iterfind(".//tbody"):
        rows = [["".join(cell.itertext()) for cell in row.iterfind("td")] for row in body]
        whole = [row[-6:] for row in rows if len(row) >= 6]
        found.append([(row[0], row[1], row[5].split(",")[0]) for row in whole])
    return found


def roles_in_picture(part: ElementTree.Element) -> list[str]:
    roles = {str(role) for role in Role}
    classes = [each.get("class", "") for each in part.iterfind("./svg/g")]
    return [name for each in classes if (name := each.removeprefix("layout__")) in roles]


@settings(max_examples=60, deadline=None)
@given(STRUCTS)
def test_a_sentence_is_one_sentence(layout: Layout) -> None:
    """It begins with the type and ends with its only full stop."""
    said = sentence_of(layout)
    assert said.startswith("S<'_> takes ")
    assert said.endswith(".")
    assert ". " not in said


def test_wide_pointers_show_both_halves() -> None:
    """Pointer and length, and where the pointer leads."""
    drawn = parsed(STR)
    said = texts(drawn, ".//svg/g[@class='layout__field']/text")
    assert said == ["pointer: *const u8", "size 8 → u8", "length: usize", "size 8"]


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for case, figure in FIGURES.items():
        (GOLDEN / f"{case}.html").write_text(draw_figure(figure) + "\n", "utf-8")
