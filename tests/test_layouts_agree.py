"""Every decoded layout against two independent sources: constants, and rustc's own dump.

The constants are stable Rust: `size_of`, `align_of`, `offset_of!` and casts. The dump needs
`RUSTC_BOOTSTRAP=1`; where a compiler refuses it, the tests that read it are skipped, with the
reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from macros.layout import Kind, Layout, LayoutQuestion, Tag
from macros.model import Question, Toolchain
from macros.rust.constants import measure_constants
from macros.rust.dwarf import Missing, read_layouts
from macros.rust.layouts import measure_layouts
from macros.rust.perform import work_folder
from macros.rust.toolchain import find_toolchain
from tests import zoo
from tests.layout_checks import differences
from tests.rustc_dump import Dumped, Refused, Sized, dump_layouts, dump_sizes

Decoded = Mapping[LayoutQuestion, Layout]
WORD = 8


@pytest.fixture(scope="module")
def toolchain() -> Toolchain:
    return find_toolchain("rustc")


def decode(toolchain: Toolchain) -> Decoded:
    questions = zoo.questions()
    with work_folder() as folder:
        answers, _ = measure_layouts(questions, toolchain, folder)
    found = {one: answer.layout for one, answer in zip(questions, answers, strict=True)}
    missing = [one.type for one, layout in found.items() if layout is None]
    assert missing == []
    return {one: layout for one, layout in found.items() if layout is not None}


@pytest.fixture(scope="module")
def decoded(toolchain: Toolchain) -> Decoded:
    return decode(toolchain)


def test_there_are_types_of_every_kind(decoded: Decoded) -> None:
    """Many more than 75, and none is asked twice."""
    assert len(decoded) >= 110
    assert {layout.kind for layout in decoded.values()} == set(Kind)
    every = tuple(decoded.values())
    assert sum(layout.tag is not None and layout.tag.niche for layout in every) >= 20
    assert sum(layout.tag is not None and not layout.tag.niche for layout in every) >= 15


# Constants -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def constants(toolchain: Toolchain, decoded: Decoded) -> Mapping[str, int]:
    """The value of every expression of `expected_constants`."""
    asked = tuple(dict.fromkeys(expression for expression, _ in expected_constants(decoded)))
    questions = tuple(Question(one, "number", listing=zoo.LISTING) for one in asked)
    with work_folder() as folder:
        answers, _ = measure_constants(questions, toolchain, folder)
    said = [one.diagnostic.rendered for one in answers if one.diagnostic is not None]
    assert said == []
    return {one: int(answer.value or 0) for one, answer in zip(asked, answers, strict=True)}


def expected_constants(decoded: Decoded) -> Iterator[tuple[str, int]]:
    """Expressions, and what they are if the decoded layouts are right."""
    for question, layout in decoded.items():
        name = question.type
        if name not in zoo.NAMED or question.heap or question.vtable:
            continue
        yield f"size_of::<{name}>()", layout.size
        yield f"align_of::<{name}>()", layout.align
        if layout.kind is Kind.TUPLE or name in zoo.REACHED:
            for field in layout.fields:
                yield f"offset_of!({name}, {field.name})", field.offset
        tag = layout.tag
        if name in zoo.CASTS and tag:
            for variant in layout.variants:
                bits = 8 * tag.size
                value = f"({name}::{variant.name} as i128) & ((1_i128 << {bits}) - 1)"
                yield value, variant.value or 0


def disagreements(decoded: Decoded, constants: Mapping[str, int]) -> list[str]:
    return [
        f"{expression}: decoded {value}, rustc measures {constants.get(expression)}"
        for expression, value in expected_constants(decoded)
        if constants.get(expression) != value
    ]


def test_constants_agree(decoded: Decoded, constants: Mapping[str, int]) -> None:
    """Size and align of each type that has a name, the offsets of own fields and of tuples, and
    the discriminants of enums without data."""
    assert disagreements(decoded, constants) == []
    assert len(constants) >= 250
    assert sum("offset_of!" in one for one in constants) >= 35


# The dump of rustc -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def dumped(toolchain: Toolchain) -> Mapping[LayoutQuestion, Dumped]:
    """What rustc prints of each type that a type alias can name, and of the locals' twins."""
    features = "#![feature(type_alias_impl_trait)]\n"
    source = features + zoo.SOURCE + "\n".join(zoo.TWINS.values())
    twins = {
        name: text.partition("type ")[2].partition(" =")[0] for name, text in zoo.TWINS.items()
    }
    types = tuple(chain(zoo.NAMED, twins.values()))
    try:
        found = dump_layouts(toolchain, source, types)
    except Refused as reason:
        pytest.skip(f"RUSTC_BOOTSTRAP=1 does not show layouts here: {reason}")
    return {
        one: found[twins[one.type] if one.local else one.type]
        for one in zoo.questions()
        if not one.heap and not one.vtable
    }


def all_differences(decoded: Decoded, dumped: Mapping[LayoutQuestion, Dumped]) -> list[str]:
    return [
        line
        for question, other in dumped.items()
        for line in differences(decoded[question], other, discriminants_of(question, other))
    ]


def discriminants_of(question: LayoutQuestion, dumped: Dumped) -> tuple[int, ...]:
    """Those that stand in the source, else the number of each variant."""
    known = {
        **zoo.DECLARED,
        "Status": (200, 404),
        "Small": (1, 7),
        "Signed": (-1, 0),
        "std::cmp::Ordering": (-1, 0, 1),
    }
    return known.get(question.type, tuple(range(len(dumped.variants))))


def test_the_dump_agrees(decoded: Decoded, dumped: Mapping[LayoutQuestion, Dumped]) -> None:
    """Offsets, tags, niches, the value of each variant, and how many values are free."""
    assert all_differences(decoded, dumped) == []
    assert len(dumped) >= 110


@pytest.fixture(scope="module")
def sized(toolchain: Toolchain) -> Mapping[str, Sized]:
    try:
        return dump_sizes(toolchain, zoo.SOURCE)
    except Refused as reason:
        pytest.skip(f"RUSTC_BOOTSTRAP=1 does not show sizes here: {reason}")


def test_printed_sizes_agree(decoded: Decoded, sized: Mapping[str, Sized]) -> None:
    """Names, offsets and sizes of the fields of all types that the code of the listing uses."""
    compared = 0
    for question, layout in decoded.items():
        other = sized.get(question.type)
        if other is None or question.heap or question.vtable:
            continue
        assert (layout.size, layout.align) == (other.size, other.align), question
        parts = sorted((one.name, one.offset, one.layout.size) for one in layout.fields)
        if layout.kind in (Kind.STRUCT, Kind.TUPLE):
            assert parts == sorted(other.parts), question
        compared += 1
    assert compared >= 10


# Heap blocks and vtables -----------------------------------------------------------------


def test_heap_blocks_hold_their_counts_and_their_value(decoded: Decoded) -> None:
    """Two counts of a word each, then the value at its own align: `repr(C)` says so."""
    blocks = {one.type: layout for one, layout in decoded.items() if one.heap}
    values = {one: blocks[one].fields[-1].layout for one in ("Rc<i32>", "Arc<u8>")}
    assert {name: (value.size, value.align) for name, value in values.items()} == {
        "Rc<i32>": (4, 4),
        "Arc<u8>": (1, 1),
    }
    for name in ("Rc<i32>", "Arc<u8>", "Rc<RefCell<u8>>"):
        block = blocks[name]
        assert [(field.name, field.offset) for field in block.fields[:2]] == [
            ("strong", 0),
            ("weak", WORD),
        ]
        assert block.fields[2].offset == 2 * WORD
        end = block.fields[2].end
        assert (block.size, block.align) == (end + -end % WORD, WORD)
    loose = next(layout for one, layout in decoded.items() if one.type == "Loose" and not one.heap)
    assert replace(blocks["Box<Loose>"], free=None) == replace(loose, free=None)


def test_vtables_hold_three_words_and_their_methods(decoded: Decoded) -> None:
    """How to drop, size, align; then a pointer for each method."""
    methods = {"dyn Area": 2, "dyn std::fmt::Debug": 1}
    for question, layout in decoded.items():
        if question.vtable:
            words = 3 + methods[question.type]
            assert (layout.size, layout.align) == (words * WORD, WORD)
            assert [field.offset for field in layout.fields] == [WORD * n for n in range(words)]


# A decoder that is wrong -----------------------------------------------------------------


def shifted(layout: Layout) -> Layout:
    """The second field one byte further on."""
    if len(layout.fields) < 2 or layout.kind is Kind.VTABLE:
        return layout
    first, second, *rest = layout.fields
    return replace(layout, fields=(first, replace(second, offset=second.offset + 1), *rest))


def moved_tag(layout: Layout) -> Layout:
    return _with_tag(layout, lambda tag: replace(tag, offset=tag.offset + tag.size))


def wider_tag(layout: Layout) -> Layout:
    return _with_tag(layout, lambda tag: replace(tag, size=tag.size * 2))


def no_niche(layout: Layout) -> Layout:
    return _with_tag(layout, lambda tag: replace(tag, niche=not tag.niche))


def _with_tag(layout: Layout, change: Callable[[Tag], Tag]) -> Layout:
    return replace(layout, tag=change(layout.tag)) if layout.tag else layout


def other_value(layout: Layout) -> Layout:
    """The variants' values in each other's place."""
    values = [one.value for one in layout.variants]
    pairs = zip(layout.variants, values[1:] + values[:1], strict=True)
    return replace(layout, variants=tuple(replace(one, value=value) for one, value in pairs))


def shifted_in_variants(layout: Layout) -> Layout:
    return replace(
        layout,
        variants=tuple(
            replace(one, fields=tuple(replace(each, offset=each.offset + 1) for each in one.fields))
            for one in layout.variants
        ),
    )


def longer_array(layout: Layout) -> Layout:
    return replace(layout, count=layout.count + 1) if layout.kind is Kind.ARRAY else layout


WRONG = (
    shifted, moved_tag, wider_tag, no_niche, other_value, shifted_in_variants, longer_array,
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=lambda one: one.__name__)
def test_a_wrong_decoder_is_noticed_by_the_dump(
    wrong: Callable[[Layout], Layout],
    toolchain: Toolchain,
    dumped: Mapping[LayoutQuestion, Dumped],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whichever part of a layout it gets wrong."""
    _break_decoder(wrong, monkeypatch)
    found = decode(toolchain)
    assert len(all_differences(found, dumped)) >= 3


@pytest.mark.parametrize("wrong", [shifted, other_value], ids=lambda one: one.__name__)
def test_a_wrong_decoder_is_noticed_by_constants(
    wrong: Callable[[Layout], Layout],
    toolchain: Toolchain,
    constants: Mapping[str, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As far as constants reach."""
    _break_decoder(wrong, monkeypatch)
    assert len(disagreements(decode(toolchain), constants)) >= 3


def test_wrong_free_values_are_noticed(
    decoded: Decoded, dumped: Mapping[LayoutQuestion, Dumped]
) -> None:
    """One too many."""
    wrong = {
        one: replace(layout, free=layout.free and layout.free + 1)
        for one, layout in decoded.items()
    }
    assert len(all_differences(wrong, dumped)) >= 30


def _break_decoder(wrong: Callable[[Layout], Layout], monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*arguments: Any) -> tuple[Layout | Missing, ...]:
        found = read_layouts(*arguments)
        return tuple(one if isinstance(one, Missing) else wrong(one) for one in found)

    monkeypatch.setattr("macros.rust.layouts.read_layouts", read)
