"""Small ways to ask for layouts and to look at the answers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from macros.layout import Layout, LayoutAnswer, LayoutQuestion
from macros.model import Diagnostic, Directives, Listing, Place, Tally, Toolchain
from macros.rust.layouts import measure_layouts
from macros.rust.toolchain import find_toolchain

SHAPES = """\
//! Shapes.
#![deny(warnings)]
use std::rc::Rc;
pub trait Shape { fn area(&self) -> f64; }
struct Circle(f64);
impl Shape for Circle { fn area(&self) -> f64 { self.0 } }
struct Message { tag: u8, len: u32 }
mod inner { pub struct Hidden(pub u16); struct Private; }
fn probe_0() {}
fn make(x: u8) -> u8 { let add = |y: u8| y + x; add(3) }
fn wait() { let later = async { std::future::ready(5u8).await }; drop(later); }
fn generic<T>(x: T) -> T { let y = x; y }
fn main() { struct Local(u16); let here = Local(3); println!("{}", here.0); }
"""
PLAIN = {
    "u8": (1, 1, 0),
    "bool": (1, 1, 254),
    "char": (4, 4, (1 << 32) - 0x110000),
    "()": (0, 1, 0),
    "(char, u8, i32)": (12, 4, (1 << 32) - 0x110000),
    "&u8": (8, 8, 1),
    "&'static str": (16, 8, 1),
    "[i32; 3]": (12, 4, 0),
    "String": (24, 8, 1 << 63),
    "Option<u32>": (8, 4, (1 << 32) - 2),
    "Option<Option<bool>>": (1, 1, 252),
    "Option<Box<u32>>": (8, 8, 0),
    "Box<dyn Fn(u8) -> u8 + Send>": (16, 8, 1),
    "std::cmp::Ordering": (1, 1, 253),
    "std::num::NonZeroU16": (2, 2, 1),
    "std::time::Duration": (16, 8, (1 << 32) - 1_000_000_000),
    "std::convert::Infallible": (0, 1, None),
    "std::mem::MaybeUninit<bool>": (1, 1, 0),
    "for<'a> fn(&'a u8) -> &'a u8": (8, 8, 1),
    "[u8; { const N: usize = 4; N }]": (4, 1, 0),
    "u16 // two bytes": (2, 2, 0),
}
"""On a machine with 64-bit pointers."""


@cache
def toolchain() -> Toolchain:
    return find_toolchain()


def write_listing(name: str, source: str, **directives: str) -> Listing:
    lines = tuple(range(1, source.count("\n") + 2))
    place = Place(f"snippets/{name}.rs", 1, 1, 1, 1)
    return Listing(name, place, source, source, lines, directives=Directives(**directives))  # type: ignore[arg-type]


def ask(type: str, listing: Listing | None = None, **more: object) -> LayoutQuestion:
    return LayoutQuestion(type, listing=listing, **more)  # type: ignore[arg-type]


def measure(folder: Path, *questions: LayoutQuestion) -> tuple[tuple[LayoutAnswer, ...], Tally]:
    return measure_layouts(questions, toolchain(), folder)


def layout_of(answer: LayoutAnswer) -> Layout:
    assert answer.diagnostic is None, answer.diagnostic.rendered
    assert answer.layout is not None
    return answer.layout


def said_of(answer: LayoutAnswer) -> Diagnostic:
    assert answer.layout is None
    assert answer.diagnostic is not None
    return answer.diagnostic


def names(answer: LayoutAnswer) -> tuple[str, ...]:
    return tuple(field.name for field in layout_of(answer).fields)
