"""Layouts read from object files of four machines are what the compiler itself says."""

from __future__ import annotations

import pytest

from macros.layout import Kind, Layout, Tag
from macros.rust.dwarf import Missing, Probe, read_layouts
from tests.objects import TARGETS, Expected, read_aligns, read_facts, read_object

TUPLE = ("char", "u8", "i32")
targets = pytest.mark.parametrize("target", TARGETS)


def read_one(target: str, probe: Probe) -> Layout | Missing:
    return read_layouts(read_object(target), [probe], read_aligns(target))[0]


def read(target: str, name: str, view: str = "type") -> Layout:
    layout = read_one(target, Probe(name, view))  # type: ignore[arg-type]
    assert isinstance(layout, Layout), layout
    return layout


@targets
def test_struct_has_fields_in_the_order_of_their_offsets(target: str) -> None:
    """rustc reorders the fields; one without bytes stands before what shares its offset."""
    make = Expected(target)
    parts = {
        "small": make.scalar("u8"),
        "large": make.scalar("u64"),
        "middle": make.scalar("u16"),
        "none": make.unit(),
    }
    assert read(target, "probe_mixed") == make.record("mixed", Kind.STRUCT, "Mixed", parts)


@targets
def test_struct_of_c_keeps_its_order(target: str) -> None:
    """`repr(C)` with its holes."""
    make = Expected(target)
    parts = {
        one: make.scalar(two) for one, two in zip(("letter", "small", "number"), TUPLE, strict=True)
    }
    assert read(target, "probe_in_order") == make.record("in_order", Kind.STRUCT, "InOrder", parts)


@targets
def test_tuple_has_numbered_fields(target: str) -> None:
    """The fields of a tuple are called 0, 1, 2, wherever rustc puts them."""
    make = Expected(target)
    parts = {str(number): make.scalar(one) for number, one in enumerate(TUPLE)}
    expected = make.record("tuple", Kind.TUPLE, "(char, u8, i32)", parts)
    assert read(target, "probe_tuple") == expected


@targets
def test_packed_and_aligned_structs(target: str) -> None:
    """A packed struct has align 1 around fields that want more; `repr(align)` has its own."""
    make = Expected(target)
    packed = {"0": make.scalar("u8"), "1": make.scalar("u32")}
    aligned = {"0": make.scalar("u8")}
    assert read(target, "probe_packed") == make.record("packed", Kind.STRUCT, "Packed", packed)
    assert read(target, "probe_aligned") == make.record("aligned", Kind.STRUCT, "Aligned", aligned)


@targets
def test_wide_integers_have_the_aligns_of_their_target(target: str) -> None:
    """The align of `u128` differs between machines and is asked, not known."""
    make = Expected(target)
    parts = {"0": make.scalar("u128"), "1": make.scalar("u64")}
    assert read(target, "probe_wide") == make.record("wide", Kind.TUPLE, "(u128, u64)", parts)


@targets
def test_recursive_generic_type_ends_at_its_pointer(target: str) -> None:
    """A type that points to itself is drawn once."""
    make = Expected(target)
    box = make.pointer("Box<Generic<u8>>")
    variants = {"None": {}, "Some": {"0": box}}
    tag = Tag(0, make.word, "pointer", niche=True, inside="Some.0")
    option = make.choice("pointer", "Option<Box<Generic<u8>>>", tag, variants, ["None"])
    parts = {"inner": make.scalar("u8"), "next": option}
    assert read(target, "probe_generic") == make.record(
        "generic", Kind.STRUCT, "Generic<u8>", parts
    )


@targets
def test_union_keeps_its_fields_at_the_start(target: str) -> None:
    """Both fields share the bytes, in the order of the declaration."""
    make = Expected(target)
    parts = {"number": make.scalar("u32"), "bytes": make.array(make.scalar("u8"), 4)}
    assert read(target, "probe_either") == make.record("either", Kind.UNION, "Either", parts)


@targets
def test_arrays_are_elements_and_a_count(target: str) -> None:
    """Nested arrays nest, and one without elements keeps its align."""
    make = Expected(target)
    nested = make.array(make.array(make.scalar("u16"), 3), 2)
    none = make.array(make.scalar("u64"), 0)
    assert (read(target, "probe_array"), read(target, "probe_zero")) == (nested, none)
    assert [(nested.size, nested.align), (none.size, none.align)] == [
        make.facts["array"],
        make.facts["zero"],
    ]


@targets
def test_unit_is_a_tuple_without_fields(target: str) -> None:
    """`()` has no bytes and align 1."""
    make = Expected(target)
    assert read(target, "probe_unit") == make.record("unit", Kind.TUPLE, "()", {})


@targets
def test_wide_pointers_are_two_words(target: str) -> None:
    """A slice's pointer has a length beside it, a trait object's a vtable."""
    make = Expected(target)
    slices = make.wide("&[u16]", "*const u16", make.scalar("usize"), "length")
    table = make.pointer("*const vtable")
    objects = make.wide("Box<dyn Fn(u8) -> u16 + Send>", "*const ()", table, "vtable")
    assert (read(target, "probe_slice"), read(target, "probe_dyn")) == (slices, objects)
    assert [(one.size, one.align) for one in (slices, objects)] == [
        make.facts["slice"],
        make.facts["dyn"],
    ]


@targets
def test_function_pointer_is_one_word(target: str) -> None:
    """It has its signature for a name and nothing inside."""
    make = Expected(target)
    pointer = make.pointer("fn(i32) -> u8")
    assert read(target, "probe_function") == pointer
    assert (pointer.size, pointer.align) == make.facts["function"]


@targets
def test_enum_has_a_tag_and_fields_for_each_variant(target: str) -> None:
    """The tag is a byte of its own, the fields' offsets count from the whole value."""
    make = Expected(target)
    round_, square = {"0": make.scalar("u8")}, {"side": make.scalar("u32")}
    variants = {"Empty": {}, "Round": round_, "Square": square | {"name": make.scalar("u8")}}
    expected = make.choice("shape", "Shape", Tag(0, 1, "u8"), variants, variants)
    assert read(target, "probe_shape") == expected


@targets
def test_plain_enum_has_its_values_as_unsigned_numbers(target: str) -> None:
    """-1 in two bytes stands there as 65535."""
    make = Expected(target)
    variants: dict[str, dict[str, Layout]] = {"Lost": {}, "Fine": {}, "Odd": {}}
    expected = make.choice("status", "Status", Tag(0, 2, "i16"), variants, variants)
    assert read(target, "probe_status") == expected
    assert [one.value for one in expected.variants] == [404, 200, 65535]


@targets
def test_negative_tags_of_enums_with_fields_are_unsigned(target: str) -> None:
    """-3 in one byte stands there as 253."""
    make = Expected(target)
    variants = {"Low": {"0": make.scalar("u8")}, "High": {"0": make.scalar("u32")}}
    expected = make.choice("signed", "Signed", Tag(0, 1, "i8"), variants, variants)
    assert read(target, "probe_signed") == expected
    assert [one.value for one in expected.variants] == [253, 254]


@targets
def test_values_of_sixteen_bytes_are_whole(target: str) -> None:
    """They are written as a block, in the byte order of the target."""
    facts = read_facts(target)
    size, align, *low = facts["huge_low"]
    high = facts["huge_high"][2:]
    layout = read(target, "probe_huge")
    assert [one.value for one in layout.variants] == [
        (two << 64) + one for one, two in zip(low, high, strict=True)
    ]
    assert [one.value for one in layout.variants] == [(1 << 128) - 1, 1 << 100]
    assert (layout.size, layout.align, layout.tag) == (size, align, Tag(0, 16, "i128"))


@targets
def test_empty_enum_has_no_variants(target: str) -> None:
    """An enum without variants has no bytes and no tag."""
    make = Expected(target)
    assert read(target, "probe_never") == make.record("never", Kind.ENUM, "Never", {})


@targets
def test_single_variant_needs_no_tag(target: str) -> None:
    """Its only variant has no value."""
    make = Expected(target)
    variants = {"One": {"0": make.scalar("u16")}}
    assert read(target, "probe_only") == make.choice("only", "Only", None, variants, [])


@targets
def test_null_pointer_means_none(target: str) -> None:
    """The niche of a reference is the reference itself."""
    make = Expected(target)
    variants = {"None": {}, "Some": {"0": make.pointer("&u8")}}
    tag = Tag(0, make.word, "pointer", niche=True, inside="Some.0")
    expected = make.choice("pointer", "Option<&u8>", tag, variants, ["None"])
    assert read(target, "probe_pointer") == expected


@targets
def test_number_that_is_no_letter_means_none(target: str) -> None:
    """`Option<char>` uses the first value that is no `char`."""
    make = Expected(target)
    variants = {"None": {}, "Some": {"0": make.scalar("char")}}
    tag = Tag(0, 4, "u32", niche=True, inside="Some.0")
    expected = make.choice("letter", "Option<char>", tag, variants, ["None"])
    assert read(target, "probe_letter") == expected


@targets
def test_option_in_option_shares_the_innermost_niche(target: str) -> None:
    """The way to the niche goes through both."""
    make = Expected(target)
    size, align, none, some_none, outer, inner = make.facts["twice"]
    layout = read(target, "probe_twice")
    within = layout.variants[1].fields[0]
    assert (layout.type, layout.kind, layout.size, layout.align) == (
        "Option<Option<bool>>",
        Kind.ENUM,
        size,
        align,
    )
    assert layout.tag == Tag(0, 1, "u8", niche=True, inside="Some.0.Some.0")
    assert [one.value for one in layout.variants] == [none, None]
    assert within.layout.tag == Tag(0, 1, "u8", niche=True, inside="Some.0")
    assert [one.value for one in within.layout.variants] == [some_none, None]
    assert (within.offset, within.layout.variants[1].fields[0].offset) == (outer, inner)
    assert within.layout.variants[1].fields[0].layout == make.scalar("bool")


@targets
def test_niche_in_the_tag_of_an_enum_inside_a_tuple(target: str) -> None:
    """The outer `None` takes a value that the inner tag never has."""
    make = Expected(target)
    size, align, outer, _, _, start, first, second, number = make.facts["inner"]
    layout = read(target, "probe_inner")
    some = layout.variants[1].fields[0]
    assert (layout.size, layout.align, layout.variants[0].value) == (size, align, outer)
    assert layout.tag == Tag(4, 4, "u32", niche=True, inside="Some.0.1")
    assert [(one.name, one.offset) for one in some.layout.fields] == [("0", first), ("1", second)]
    deepest = some.layout.fields[1].layout.variants[1].fields[0]
    assert (some.offset, second + deepest.offset) == (start, number)


@targets
def test_private_fields_of_std_are_seen(target: str) -> None:
    """A `String` is a `Vec`, which is a buffer and a length."""
    make = Expected(target)
    layout = read(target, "probe_string")
    vec = layout.fields[0].layout
    assert (layout.size, layout.align) == make.facts["string"]
    assert [(one.name, one.layout.type) for one in layout.fields] == [("vec", "Vec<u8>")]
    assert [(one.name, one.layout.type) for one in vec.fields] == [
        ("buf", "RawVec<u8>"),
        ("len", "usize"),
    ]


@targets
def test_block_of_an_rc_has_its_counts(target: str) -> None:
    """`heap` follows the first pointer: two counts and the value."""
    make = Expected(target)
    layout = read(target, "probe_rc", "heap")
    word = make.word
    assert (layout.type, layout.size, layout.align) == (
        "RcInner<u8>",
        3 * word,
        make.aligns["usize"],
    )
    assert [(one.name, one.offset, one.layout.type) for one in layout.fields] == [
        ("strong", 0, "Cell<usize>"),
        ("weak", word, "Cell<usize>"),
        ("value", 2 * word, "u8"),
    ]


@targets
def test_closure_holds_what_it_captures(target: str) -> None:
    """The type of a local variable, found by the function and its name."""
    make = Expected(target)
    layout = read(target, "make::by_value", "local")
    assert (layout.type, layout.kind) == ("closure", Kind.CLOSURE)
    assert sorted((one.name, one.layout.type) for one in layout.fields) == [
        ("seed", "u32"),
        ("text", "String"),
    ]
    assert sum(one.layout.size for one in layout.fields) == make.facts["string"][0] + 4


@targets
def test_async_block_has_its_states(target: str) -> None:
    """What lives across the `await` belongs to the state that waits there."""
    layout = read(target, "make::waiting", "local")
    assert (layout.type, layout.kind) == ("async block", Kind.COROUTINE)
    assert [(one.name, one.value) for one in layout.variants] == [
        ("Unresumed", 0),
        ("Returned", 1),
        ("Panicked", 2),
        ("Suspend0", 3),
    ]
    states = {
        one.name: {part.name: part.layout.type for part in one.fields} for one in layout.variants
    }
    assert states["Unresumed"] == {"seed": "&u32"}
    assert states["Suspend0"] == {"seed": "&u32", "kept": "u64", "__awaitee": "Ready<()>"}


@pytest.mark.parametrize(
    ("probe", "reason"),
    [
        (Probe("absent"), "the object file has no function `absent`"),
        (Probe("probe_mixed", "heap"), "there is no pointer in that type"),
        (Probe("probe_slice", "heap"), "how long the block is depends on the value"),
        (Probe("probe_string", "heap"), "how long the block is depends on the value"),
        (Probe("probe_mixed", "vtable", "Debug"), "no vtable for that trait was compiled"),
        (Probe("make", "local"), "`make` names no function"),
        (Probe("absent::x", "local"), "there is no function `absent`, or it was never compiled"),
        (Probe("make::absent", "local"), "`make` has no variable `absent`, or nothing follows it"),
    ],
)
def test_what_is_not_there_is_missing(probe: Probe, reason: str) -> None:
    """A probe that leads nowhere gets its reason, and the others their layouts."""
    good = Probe("probe_unit")
    found = read_layouts(read_object("x86_64"), [probe, good], read_aligns("x86_64"))
    assert found[0] == Missing(reason)
    assert isinstance(found[1], Layout)


def test_unmeasured_align_is_said() -> None:
    """No align is made up for a primitive that was not measured."""
    aligns = {name: align for name, align in read_aligns("x86_64").items() if name != "u32"}
    found = read_layouts(read_object("x86_64"), [Probe("probe_packed")] * 2, aligns)
    assert found == (Missing("the align of `u32` was not measured"),) * 2
