"""Vtables, variables, blocks and the rest, as the compiler at hand describes them."""

from __future__ import annotations

import subprocess
from pathlib import Path
from time import perf_counter

import pytest

from macros.layout import Kind, Layout, find_holes
from macros.rust.dwarf import Missing, Probe, View, read_layouts
from macros.rust.toolchain import find_toolchain

SOURCE = """
#![allow(unused)]
pub mod listing_0 {
    pub trait Shape { fn area(&self) -> u8; fn name(&self) -> u8; }
    pub trait Loud: Shape + std::fmt::Debug { fn shout(&self); }
    #[derive(Debug)]
    pub struct Circle(u16);
    impl Shape for Circle { fn area(&self) -> u8 { 0 } fn name(&self) -> u8 { 0 } }
    impl Loud for Circle { fn shout(&self) {} }
    impl Circle { pub fn grow(&self) { let by = 3u16; } }
    pub fn probe_circle(_: &Circle) {
        let shape: &dyn Shape = &Circle(1);
        let loud: &dyn Loud = &Circle(2);
        let sent: &(dyn Send + Sync) = &Circle(3);
        let taken: &dyn Fn(u8) -> u16 = &add;
    }
    pub fn probe_add(_: &u8) {}
    fn add(one: u8) -> u16 { u16::from(one) }
    struct Wrapped<F> { call: F, one: u8 }
    pub fn make<T: Copy>(seed: T) -> T {
        let plain = |one: u8| one;
        let wrapped = Wrapped { call: add, one: 1 };
        let address: fn(u8) -> u16 = add;
        let shadowed = 1u8;
        let shadowed = 2u16;
        let twice = 1u8;
        { let twice = 2u8; }
        struct Local { text: String }
        let local = Local { text: String::new() };
        let nested = move || { let inside = || local.text.len(); inside() };
        nested();
        seed
    }
    pub fn run() { make(1u32); make(2u64); Circle(1).grow(); }
    pub async fn read(first: u8) -> u64 { let kept = 7u64; step().await; kept }
    async fn step() {}
    pub fn wait() { let reading = read(1); drop(reading); let last = 1u8.max(2) > 1; }
    pub fn end() { let unused = async {}; }
    pub struct Rc { count: u8, shared: std::rc::Rc<u8> }
    pub struct Both { round: round::Point, square: square::Point }
    pub mod round { pub struct Point(u8); }
    pub mod square { pub struct Point(u16); }
    pub fn probe_rc(_: &Rc) {}
    pub fn probe_both(_: &Both) {}
    pub fn probe_slice(_: &[u8]) {}
    pub fn probe_wide(_: &Box<dyn Shape>) {}
    pub fn probe_arc(_: &std::sync::Arc<(u8, u32)>) {}
    pub fn probe_shared(_: &std::rc::Rc<[u8]>) {}
    pub fn probe_boxed(_: &Option<Box<Circle>>) {}
    pub fn probe_table(_: &(fn(), Box<u16>)) {}
    thread_local! { static COUNT: std::cell::Cell<u8> = const { std::cell::Cell::new(3) }; }
    pub fn count() -> u8 { COUNT.with(|one| one.get()) }
}
pub mod listing_1 {
    pub struct Circle(u64);
    pub fn probe_circle(_: &Circle) {}
}
"""
ALIGNS = {"bool": 1, "u8": 1, "u16": 2, "u32": 4, "u64": 8, "usize": 8}
STD = """
bool char u8 u16 u32 u64 usize f64 () String Vec<u8> Vec<i32> Box<u8> Box<str> Option<u8>
Option<char> Option<String> Option<Box<u8>> Option<Vec<u8>> Option<u64> Rc<u8> Rc<String> Arc<u8>
Arc<String> Weak<u8> Cell<u8> RefCell<u8> RefCell<String> HashMap<u8,u8> HashMap<String,u8>
HashSet<u8> BTreeMap<u8,u8> BTreeSet<u8> VecDeque<u8> LinkedList<u8> BinaryHeap<u8> Mutex<u8>
Mutex<String> RwLock<u8> Duration Instant Result<u8,String> Result<String,String> Cow<'static,str>
"""
IMPORTS = """use std::borrow::Cow; use std::cell::*; use std::collections::*; use std::rc::*;
use std::sync::{Arc, Mutex, RwLock}; use std::time::*;
"""


def compile_source(source: str, folder: Path, *flags: str) -> bytes:
    (folder / "types.rs").write_text(source)
    crate = ("types.rs", "--crate-type=lib", "--crate-name=measured", "--edition=2024")
    built = ("--emit=obj=types.o", "-g", "-Copt-level=0", "-Clink-dead-code=yes", "-Awarnings")
    command = (find_toolchain().rustc, *crate, *built, *flags)
    subprocess.run(command, cwd=folder, check=True)
    return (folder / "types.o").read_bytes()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return compile_source(SOURCE, tmp_path_factory.mktemp("compiled"))


def read_any(data: bytes, function: str, view: View = "type", trait: str = "") -> Layout | Missing:
    return read_layouts(data, [Probe(function, view, trait)], ALIGNS)[0]


def read(data: bytes, function: str, view: View = "type", trait: str = "") -> Layout:
    layout = read_any(data, function, view, trait)
    assert isinstance(layout, Layout), layout
    return layout


def fields(layout: Layout) -> list[tuple[str, int, str]]:
    return [(one.name, one.offset, one.layout.type) for one in layout.fields]


HEAD = [("drop_in_place", 0, "*const ()"), ("size", 8, "usize"), ("align", 16, "usize")]


def test_vtable_has_its_methods(built: bytes) -> None:
    """Three words that every vtable has, then one for each method."""
    layout = read(built, "listing_0::probe_circle", "vtable", "Shape")
    methods = [("method 1", 24, "*const ()"), ("method 2", 32, "*const ()")]
    assert (layout.type, layout.kind) == ("vtable of Circle for Shape", Kind.VTABLE)
    assert (layout.size, layout.align, fields(layout)) == (40, 8, HEAD + methods)


def test_vtable_of_a_trait_with_supertraits_has_theirs(built: bytes) -> None:
    """Methods of the first supertrait come first, the other supertrait's vtable is pointed to."""
    layout = read(built, "listing_0::probe_circle", "vtable", "listing_0::Loud")
    assert layout.type == "vtable of Circle for Loud"
    assert [one.name for one in layout.fields[3:]] == [
        "method 1",
        "method 2",
        "method 3",
        "supertrait 1",
        "method 4",
    ]


def test_vtable_without_a_trait_of_methods(built: bytes) -> None:
    """`dyn Send` has the three words alone."""
    layout = read(built, "listing_0::probe_circle", "vtable")
    assert (layout.type, layout.size, fields(layout)) == ("vtable of Circle", 24, HEAD)


@pytest.mark.parametrize("trait", ["Absent", "other::Shape"])
def test_vtable_for_another_trait_is_missing(built: bytes, trait: str) -> None:
    """The path of the trait counts as far as it is given."""
    missing = Missing("no vtable for that trait was compiled")
    assert read_any(built, "listing_0::probe_circle", "vtable", trait) == missing


def test_function_is_found_by_the_end_of_its_path(built: bytes) -> None:
    """Two modules have a probe of the same name."""
    first, second = (read(built, f"listing_{number}::probe_circle") for number in (0, 1))
    assert (first.size, second.size) == (2, 8)
    assert (first.type, second.type) == ("Circle", "Circle")


def test_variable_of_a_method(built: bytes) -> None:
    """The path goes through the type."""
    assert read(built, "Circle::grow::by", "local").type == "u16"


def test_local_type_and_closures(built: bytes) -> None:
    """A type local to a function, and what a closure took."""
    local, nested = (read(built, f"make::{one}", "local") for one in ("local", "nested"))
    assert (local.type, fields(local)) == ("Local", [("text", 0, "String")])
    assert (nested.kind, [one.layout.type for one in nested.fields]) == (Kind.CLOSURE, ["String"])
    assert read(built, "make::plain", "local").size == 0


def test_same_variable_of_several_instances_is_one(built: bytes) -> None:
    """`make` is compiled twice; its variable has one type in both."""
    assert read(built, "make::twice", "local").type == "u8"


def test_variables_that_disagree_are_missing(built: bytes) -> None:
    """Shadowed with another type, or of a generic function's parameter type."""
    for name in ("shadowed", "seed"):
        missing = Missing(f"there are several variables `make::{name}`, of different types")
        assert read_any(built, f"make::{name}", "local") == missing


def test_function_has_a_type_without_bytes(built: bytes) -> None:
    """rustc describes a function's own type as a pointer; its align gives it away."""
    layout = read(built, "make::wrapped", "local")
    assert [(one.name, one.layout.type, one.layout.size) for one in layout.fields] == [
        ("call", "fn item", 0),
        ("one", "u8", 1),
    ]


def test_async_function_has_its_name(built: bytes) -> None:
    """What an `async fn` returns."""
    layout = read(built, "wait::reading", "local")
    assert (layout.type, layout.kind) == ("async fn read", Kind.COROUTINE)
    assert [one.name for one in layout.variants][-1] == "Suspend0"


def test_variable_that_nothing_follows_is_missing(built: bytes) -> None:
    """rustc describes no variable whose scope holds no code."""
    missing = Missing("`end` has no variable `unused`, or nothing follows it")
    assert read_any(built, "end::unused", "local") == missing


def test_names_are_told_apart_within_a_type(built: bytes) -> None:
    """The snippet's own type comes first; two of its types get as much path as they need."""
    assert fields(read(built, "probe_rc"))[0][2] == "rc::Rc<u8>"
    assert read(built, "probe_rc").type == "Rc"
    both = read(built, "probe_both")
    assert sorted(one.layout.type for one in both.fields) == ["round::Point", "square::Point"]


def test_unsized_types_are_missing(built: bytes) -> None:
    """A slice has no size, and neither has a block whose length the pointer knows."""
    assert read_any(built, "probe_slice") == Missing("a value of that type has no size of its own")
    for name in ("probe_wide", "probe_shared"):
        missing = Missing("how long the block is depends on the value")
        assert read_any(built, name, "heap") == missing


def test_blocks_are_what_the_first_pointer_leads_to(built: bytes) -> None:
    """Through `Arc`, through an `Option`, and past a pointer to a function."""
    arc = read(built, "probe_arc", "heap")
    assert [one.name for one in arc.fields] == ["strong", "weak", "data"]
    assert arc.fields[2].layout.type == "(u8, u32)"
    assert read(built, "probe_boxed", "heap").type == "Circle"
    assert read(built, "probe_table", "heap").type == "u16"


def test_holes_follow_from_the_fields(built: bytes) -> None:
    """Padding of a decoded layout is where no field is."""
    block = read(built, "probe_arc", "heap")
    assert find_holes(block) == ()
    pair = block.fields[2].layout
    assert [(one.offset, one.end) for one in pair.fields] + list(find_holes(pair)) == [
        (0, 1),
        (4, 8),
        (1, 4),
    ]


def test_newer_debug_information_says_the_same(built: bytes, tmp_path: Path) -> None:
    """Version 5 keeps its texts elsewhere."""
    newer = compile_source(SOURCE, tmp_path, "-Cdwarf-version=5")
    probes = [
        Probe("listing_0::probe_circle", "vtable", "Shape"),
        Probe("make::nested", "local"),
        Probe("probe_arc", "heap"),
        Probe("probe_both"),
    ]
    assert read_layouts(newer, probes, ALIGNS) == read_layouts(built, probes, ALIGNS)


@pytest.mark.alone
def test_eighty_layouts_are_read_quickly(tmp_path: Path) -> None:
    """All layouts of a book of std types, with room for a busy machine."""
    names = STD.split()
    types = [*names, *(f"({one}, u8)" for one in names)][:80]
    source = IMPORTS + "".join(
        f"pub fn probe_{at}(_: &{one}) {{}}\n" for at, one in enumerate(types)
    )
    data = compile_source(source, tmp_path)
    probes = [Probe(f"probe_{at}") for at in range(len(types))]
    aligns = ALIGNS | {"char": 4, "f64": 8, "i32": 4, "i64": 8, "isize": 8, "u128": 16}
    times = []
    for _ in range(3):
        start = perf_counter()
        found = read_layouts(data, probes, aligns)
        times.append(perf_counter() - start)
    assert [one for one in found if isinstance(one, Missing)] == []
    assert (len(found), min(times) < 0.2) == (80, True), times
