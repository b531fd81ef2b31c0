"""Decoded layouts are what rustc's own dump of layouts says, for every kind of type."""

from __future__ import annotations

import json
import os
import struct
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from elftools.elf.elffile import ELFFile

from macros.layout import Kind, Layout
from macros.model import Toolchain
from macros.rust.dwarf import Probe, read_layouts
from macros.rust.toolchain import find_toolchain
from tests.layout_dump import Witness, read_dump

TYPES = """
bool; char; u8; i16; u32; i64; u128; i128; f32; f64; usize; isize; (); ((), u8); (u8,);
(char, u8, i32); (u8, (u16, u64), bool); [u16; 3]; [[u8; 2]; 3]; [u64; 0]; [(u8, u32); 2];
&'static u8; &'static mut String; *const u8; *mut [u8]; fn(i32) -> u8; unsafe extern "C" fn();
&'static str; &'static [i32]; &'static dyn Send; Box<u8>; Box<dyn Shape>; Box<[u8]>; Box<str>;
String; Vec<i32>; Vec<(u8, u16)>; VecDeque<u8>; HashMap<String, i32>; HashSet<u8>;
BTreeMap<i32, String>; Rc<i32>; Rc<[u8]>; Rc<dyn Shape>; Arc<String>; Weak<u8>; Cell<u8>;
RefCell<i32>; UnsafeCell<u16>; OnceCell<u8>; Mutex<Vec<u8>>; RwLock<u8>; AtomicU64; AtomicBool;
Duration; Instant; PathBuf; OsString; CString; TypeId; Range<usize>; RangeInclusive<u8>;
Pin<Box<u8>>; ManuallyDrop<String>; MaybeUninit<u32>; PhantomData<u8>; NonZeroU32; NonZeroI128;
Ordering; Infallible; Option<u32>; Option<bool>; Option<char>; Option<Box<u32>>; Option<String>;
Option<Option<bool>>; Option<Option<Option<u8>>>; Option<Ordering>; Option<()>;
Option<Infallible>; Option<(u8, Option<u32>)>; Option<[bool; 3]>; Option<NonZeroI128>;
Option<&'static str>; Option<fn()>; Option<Rc<u8>>; Option<Duration>; Option<Vec<u8>>;
Result<u32, String>; Result<u8, Infallible>; Result<(), ()>; Result<Vec<u8>, String>;
Cow<'static, str>; Option<Cow<'static, str>>; Poll<u8>; ControlFlow<u8, u16>; IpAddr; SocketAddr;
std::io::Error; std::env::Args; std::str::Chars<'static>;
Mixed; InOrder; Packed; PackedTwo; Aligned; Nested; Either; Big; Generic<Generic<u8>>; Chosen;
CStyle; Status; Signed; Letters; Hidden; Absent; Empty; Only; OnlyUnit; Message; BoxedMessage;
List; Shared<'static>; Zero
"""
SOURCE = """
#![allow(unused)]
use std::any::TypeId; use std::borrow::Cow; use std::cell::*; use std::cmp::Ordering;
use std::collections::*; use std::convert::Infallible; use std::ffi::{CString, OsString};
use std::marker::PhantomData; use std::mem::{ManuallyDrop, MaybeUninit}; use std::num::*;
use std::net::{IpAddr, SocketAddr}; use std::ops::{ControlFlow, Range, RangeInclusive};
use std::path::PathBuf; use std::pin::Pin; use std::rc::{Rc, Weak}; use std::sync::atomic::*;
use std::sync::{Arc, Mutex, RwLock}; use std::task::Poll; use std::time::{Duration, Instant};
pub trait Shape { fn area(&self) -> u8; fn name(&self) -> u8; }
pub struct Mixed { small: u8, large: u64, middle: u16, none: () }
#[repr(C)] pub struct InOrder { letter: char, small: u8, number: i32 }
#[repr(C, packed)] pub struct Packed(u8, u32);
#[repr(packed(2))] pub struct PackedTwo(u8, u32);
#[repr(align(16))] pub struct Aligned(u8);
pub struct Nested { first: Mixed, second: Option<Mixed>, third: [Aligned; 2] }
pub union Either { number: u32, bytes: [u8; 7] }
pub struct Big([u8; 200], u16);
pub struct Generic<T> { inner: T, next: Option<Box<Generic<T>>>, name: (u8, T) }
pub enum Chosen { Empty, Round(u8), Square { side: u32, name: u8 } }
#[repr(C)] pub enum CStyle { One(u8), Two(u32, u8) }
pub enum Status { Lost = 404, Fine = 200, Odd = -1 }
#[repr(i8)] pub enum Signed { Low(u8) = -3, High(u32) }
pub enum Letters { A(char, u64), B(u8), C(u16, u32), D }
pub enum Hidden { A(bool, u8), B, C(Infallible, u8), D(u8) }
pub enum Absent { A(u32), B(Infallible), C(u16) }
pub enum Empty {}
pub enum Only { One(u16, u8) }
pub enum OnlyUnit { One }
pub enum Message { Data(Vec<u8>, [u64; 4]), Stop, Code(u32) }
pub enum BoxedMessage { Data(Box<(Vec<u8>, [u64; 4])>), Stop, Code(u32) }
pub struct List { value: u8, next: Option<Box<List>> }
pub struct Shared<'a> { text: &'a str, list: &'a [List], object: &'a dyn Shape }
pub struct Zero { unit: (), none: [u64; 0], mark: PhantomData<u8> }
"""
INTEGERS = tuple(f"{sign}{bits}" for sign in "ui" for bits in (8, 16, 32, 64, 128, "size"))
PRIMITIVES = (*INTEGERS, "bool", "char", "f32", "f64")


def split_types() -> tuple[str, ...]:
    """The types, split where no bracket is open: `[u16; 3]` is one."""
    found, depth, start = [], 0, 0
    text = TYPES.strip()
    for at, character in enumerate(text + ";"):
        depth += (character in "([") - (character in ")]")
        if character == ";" and depth == 0:
            found.append(" ".join(text[start:at].split()))
            start = at + 1
    return tuple(found)


NAMES = split_types()
ATTRIBUTES = ("rustc_layout", "rustc_dump_layout")
"""What the attribute is called until 1.95, and since."""


@cache
def toolchain() -> Toolchain:
    return find_toolchain()


def compile_source(source: str, folder: Path, *arguments: str, unstable: bool = False) -> str:
    """What rustc writes to its error stream, as JSON."""
    (folder / "types.rs").write_text(source)
    env = os.environ | ({"RUSTC_BOOTSTRAP": "1"} if unstable else {})
    crate = ("types.rs", "--crate-type=lib", "--edition=2021", "--error-format=json")
    command = (toolchain().rustc, *crate, *arguments)
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False
    ).stderr


@pytest.fixture(scope="module")
def decoded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Layout]:
    """The layouts as the decoder reads them, from one object."""
    folder = tmp_path_factory.mktemp("decoded")
    probes = "".join(f"pub fn probe_{at}(_: &{one}) {{}}\n" for at, one in enumerate(NAMES))
    said = compile_source(SOURCE + probes, folder, "--emit=obj=types.o", "-g", "-Copt-level=0")
    assert (folder / "types.o").exists(), said
    asked = [Probe(f"probe_{at}") for at in range(len(NAMES))]
    aligns = {one: min(size_of(one), 8) for one in PRIMITIVES}
    aligns |= dict.fromkeys(("u128", "i128"), measure_aligns(folder)[0])
    found = read_layouts((folder / "types.o").read_bytes(), asked, aligns)
    layouts = {one: layout for one, layout in zip(NAMES, found, strict=True)}
    assert all(isinstance(one, Layout) for one in layouts.values()), layouts
    return {name: one for name, one in layouts.items() if isinstance(one, Layout)}


def size_of(primitive: str) -> int:
    sizes = {"bool": 1, "char": 4, "usize": 8, "isize": 8}
    return sizes.get(primitive) or int(primitive[1:]) // 8


def measure_aligns(folder: Path) -> tuple[int, ...]:
    """The align of `u128`, then the size and the align of each type, as constants."""
    values = ["align_of::<u128>()"]
    values += [f"{what}_of::<{one}>()" for one in NAMES for what in ("size", "align")]
    facts = ", ".join(f"std::mem::{one}" for one in values)
    source = f'{SOURCE}#[link_section = "facts"]\n#[used]\n'
    source += f"pub static FACTS: [usize; {len(values)}] = [{facts}];\n"
    said = compile_source(source, folder, "--emit=obj=facts.o", "-Copt-level=0")
    assert (folder / "facts.o").exists(), said
    section = ELFFile(BytesIO((folder / "facts.o").read_bytes())).get_section_by_name("facts")
    assert section is not None
    return struct.unpack(f"{len(values)}Q", section.data())


@pytest.fixture(scope="module")
def witnesses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Witness]:
    """The layouts as rustc dumps them."""
    folder = tmp_path_factory.mktemp("dumped")
    found = next(filter(None, (dump_layouts(folder, one) for one in ATTRIBUTES)), None)
    if found is None:
        pytest.skip(f"rustc {toolchain().release} has no dump of layouts under a known name")
    return found


def dump_layouts(folder: Path, attribute: str) -> dict[str, Witness]:
    """None where the attribute has another name in this rustc."""
    lines = (f"#[{attribute}(debug)] type T{at} = {one};\n" for at, one in enumerate(NAMES))
    source = SOURCE.replace("#![allow(unused)]", "#![allow(unused)]\n#![feature(rustc_attrs)]")
    said = compile_source(source + "".join(lines), folder, "--emit=metadata", unstable=True)
    first = source.count("\n") + 1
    found = {}
    for line in said.splitlines():
        message = json.loads(line)
        if message["message"].startswith("layout_of("):
            name = NAMES[message["spans"][0]["line_start"] - first]
            found[name] = read_dump(message["message"])
    return found


def test_there_are_enough_types() -> None:
    """What is compared below is more than a few."""
    assert len(NAMES) == len(set(NAMES)) >= 125


def test_sizes_and_aligns_are_the_constants(decoded: dict[str, Layout], tmp_path: Path) -> None:
    """`size_of` and `align_of`, which every compiler has."""
    facts = measure_aligns(tmp_path)[1:]
    measured = {one: facts[2 * at : 2 * at + 2] for at, one in enumerate(NAMES)}
    assert {name: (one.size, one.align) for name, one in decoded.items()} == measured


@pytest.mark.parametrize("name", NAMES)
def test_layout_is_what_rustc_dumps(
    name: str, decoded: dict[str, Layout], witnesses: dict[str, Witness]
) -> None:
    """Size, align, offsets, the tag's place, and what each variant has in a niche."""
    assert disagreements(decoded[name], witnesses[name]) == []


def test_every_type_was_dumped(witnesses: dict[str, Witness]) -> None:
    """A type that rustc left out would be compared with nothing."""
    assert set(witnesses) == set(NAMES)


def disagreements(layout: Layout, witness: Witness) -> list[str]:
    """What differs, in words."""
    said = []
    if (layout.size, layout.align) != (witness.size, witness.align):
        said.append(f"size and align {witness.size}, {witness.align}")
    if layout.kind is Kind.ENUM:
        said += enum_disagreements(layout, witness)
    elif layout.kind in (Kind.STRUCT, Kind.TUPLE):
        offsets = tuple(sorted(one.offset for one in layout.fields))
        if offsets != tuple(sorted(witness.offsets[0])):
            said.append(f"offsets {witness.offsets[0]}")
    if layout.kind is Kind.TUPLE:
        said += [
            f"field {one.name} at {witness.offsets[0][int(one.name)]}"
            for one in layout.fields
            if one.offset != witness.offsets[0][int(one.name)]
        ]
    return said


def enum_disagreements(layout: Layout, witness: Witness) -> list[str]:
    said = []
    tag = (layout.tag.offset, layout.tag.size) if layout.tag is not None else None
    if tag != witness.tag:
        return [f"tag {witness.tag}"]
    offsets = [tuple(sorted(part.offset for part in one.fields)) for one in layout.variants]
    dumped = [tuple(sorted(one)) for one in witness.offsets]
    if tag is not None and offsets != dumped:
        said.append(f"offsets {dumped}")
    values = tuple(one.value for one in layout.variants)
    if witness.values and values != witness.values:
        said.append(f"values {witness.values}")
    if layout.tag is not None and layout.tag.niche != bool(witness.values):
        said.append(f"niche {bool(witness.values)}")
    return said


WRONG: dict[str, Callable[[Any], Layout]] = {
    "Mixed": lambda one: replace(one, fields=one.fields[1:]),
    "(char, u8, i32)": lambda one: replace(
        one, fields=(replace(one.fields[0], name="1"), replace(one.fields[1], name="0"))
    ),
    "String": lambda one: replace(one, size=one.size + 8),
    "Aligned": lambda one: replace(one, align=8),
    "Chosen": lambda one: replace(one, tag=replace(one.tag, offset=1)),
    "Option<char>": lambda one: replace(one, tag=replace(one.tag, niche=False)),
    "Option<String>": lambda one: replace(
        one, variants=(replace(one.variants[0], value=0), one.variants[1])
    ),
    "Letters": lambda one: replace(one, variants=one.variants[::-1]),
}
"""What a decoder could get wrong, one thing each."""


@pytest.mark.parametrize("name", WRONG)
def test_wrong_layout_is_noticed(
    name: str, decoded: dict[str, Layout], witnesses: dict[str, Witness]
) -> None:
    """The comparison fails where a field, a number, a place or an order is wrong."""
    assert disagreements(WRONG[name](decoded[name]), witnesses[name]) != []
