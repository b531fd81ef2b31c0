"""Random Rust types for Hypothesis: structs, tuples and enums of primitives and of each other."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

PRIMITIVES = (
    "u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "u128", "f32", "f64", "bool", "char",
    "usize", "()", "&'static u8", "Option<u8>", "Option<bool>", "Option<char>",
    "[u8; 3]", "[u16; 2]", "[bool; 0]", "(u8, u32)", "(bool, u16, u8)",
)  # fmt: skip
TYPES = 40
"""Types of one example, which share a call of the compiler."""
FIELDS = 5
VARIANTS = 5


@dataclass(frozen=True)
class Written:
    """A type: how it is named, how it is declared (empty for a tuple), its fields where they can
    be named from outside, and whether it is packed."""

    name: str
    declaration: str
    fields: tuple[str, ...]
    packed: bool = False


@st.composite
def rust_types(draw: st.DrawFn) -> tuple[Written, ...]:
    """Types in an order in which each is made of earlier ones."""
    written: list[Written] = []
    for number in range(TYPES):
        plain = [one.name for one in written if not one.packed and _is_small(one)]
        nested = [*plain[-6:], *(f"Option<{one}>" for one in plain[-6:])]
        part = st.sampled_from([*PRIMITIVES, *nested])
        make = draw(st.sampled_from([_struct, _struct, _tuple, _enum, _niche_enum, _unit_enum]))
        written.append(draw(make(f"T{number}", part)))
    return tuple(written)


def _is_small(one: Written) -> bool:
    return one.declaration.count(" T") + one.name.count("T") < 2


@st.composite
def _struct(draw: st.DrawFn, name: str, part: st.SearchStrategy[str]) -> Written:
    kind = draw(
        st.sampled_from(["", "", "C", "C", "packed", "packed(2)", "C, packed", "align(16)"])
    )
    packed = "packed" in kind
    parts = st.sampled_from(PRIMITIVES) if packed else part
    types = draw(st.lists(parts, max_size=FIELDS))
    fields = "".join(f"pub f{at}: {one}, " for at, one in enumerate(types))
    before = f"#[repr({kind})] " if kind else ""
    names = tuple(f"f{at}" for at in range(len(types)))
    return Written(name, f"{before}pub struct {name} {{ {fields}}}", names, packed)


@st.composite
def _tuple(draw: st.DrawFn, name: str, part: st.SearchStrategy[str]) -> Written:
    types = draw(st.lists(part, min_size=1, max_size=FIELDS))
    del name
    written = f"({', '.join(types)},)"
    return Written(written, "", tuple(str(at) for at in range(len(types))))


@st.composite
def _enum(draw: st.DrawFn, name: str, part: st.SearchStrategy[str]) -> Written:
    kind = draw(st.sampled_from(["", "", "", "C", "u8", "i16"]))
    lists = st.lists(part, max_size=3)
    variants = draw(st.lists(lists, min_size=1, max_size=VARIANTS))
    if kind and not any(variants):
        kind = "u8"
    shown = ", ".join(
        f"V{at}({', '.join(types)})" if types else f"V{at}" for at, types in enumerate(variants)
    )
    before = f"#[repr({kind})] " if kind else ""
    return Written(name, f"{before}pub enum {name} {{ {shown} }}", ())


@st.composite
def _niche_enum(draw: st.DrawFn, name: str, part: st.SearchStrategy[str]) -> Written:
    """One variant with an invalid value to spare, and others that may have room beside it."""
    spare = draw(st.sampled_from(["bool", "char", "&'static u8", "Option<bool>", "Option<char>"]))
    types = draw(st.permutations([spare, *draw(st.lists(part, max_size=2))]))
    others = draw(st.lists(st.sampled_from(["", "", "(u8)", "(u16)", "(())"]), max_size=4))
    variants = [f"({', '.join(types)})", *others]
    shown = ", ".join(f"V{at}{one}" for at, one in enumerate(draw(st.permutations(variants))))
    return Written(name, f"pub enum {name} {{ {shown} }}", ())


@st.composite
def _unit_enum(draw: st.DrawFn, name: str, part: st.SearchStrategy[str]) -> Written:
    del part
    numbers = st.integers(-(2**40), 2**40)
    values = draw(st.lists(numbers, min_size=1, max_size=VARIANTS, unique=True))
    shown = ", ".join(f"V{at} = {value}" for at, value in enumerate(values))
    return Written(name, f"pub enum {name} {{ {shown} }}", ())
