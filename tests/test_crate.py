"""Listings become files of a crate."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Directives, Listing, Place
from macros.rust.crate import module_file, module_item, module_path, must_be_alone


def write_listing(source: str, directives: Directives | None = None) -> Listing:
    place = Place("snippets/ownership/move.rs", 1, 1, 1, 1)
    asked = directives or Directives()
    return Listing("ownership/move", place, source, source, (1,), directives=asked)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("ownership/move", "ownership/move.rs"),
        ("docs/copy.md:12", "docs/copy_12.rs"),
        ("docs/with space.md:3", "docs/with space_3.rs"),
        ("../other/src/a.md:1", "__up/other/src/a_1.rs"),
        ("/books/a.md:1", "__root/books/a_1.rs"),
        ("_crate", "__crate.rs"),
    ],
)
def test_file_of_a_listing_is_below_the_crate(name: str, path: str) -> None:
    """A listing's file has a sensible name, never leaves the folder, and never is one of ours."""
    assert module_path(name) == path


def test_source_keeps_its_lines(tmp_path: Path) -> None:
    """What is added stands on lines of its own behind the source."""
    path = module_file(tmp_path, write_listing("fn a() {}\r\n// end"), "mod b {}\n")
    assert path == Path("ownership/move.rs")
    assert (tmp_path / path).read_bytes() == b"fn a() {}\r\n// end\nmod b {}\n"


def test_path_is_written_as_a_rust_string() -> None:
    """Quotes and backslashes in a file name do not end the string."""
    assert module_item(Path('a"b\\c.rs'), "x") == '#[path = "a\\"b\\\\c.rs"] pub mod x;'


@pytest.mark.parametrize(
    "source",
    [
        "#![feature(never_type)]",
        "#![no_std]",
        '#! [recursion_limit = "9"]',
        "fn f() -> crate::A {}",
        "macro_rules! m { () => { $crate::x } }",
        "use super::x;",
        "mod a { mod b { use super::super::super::x; } }",
        "#[macro_export] macro_rules! m { () => {} }",
        "#[no_mangle] fn a() {}",
        "#[unsafe(no_mangle)] fn a() {}",
        '#[unsafe(link_section = "x")] static A: u8 = 1;',
        'extern "C" { fn abs(n: i32) -> i32; }',
        'unsafe extern "C" { fn abs(n: i32) -> i32; }',
        "extern crate core;",
        "#[global_allocator] static A: B = B;",
        "mod other;",
        '#[path = "x.rs"] mod other {}',
        'include!("x");',
        "fn f() { file!(); }",
        "fn f() { std::any::type_name::<u8>(); }",
        "fn f() { module_path!(); }",
        "use std::backtrace::Backtrace;",
        'fn unfinished() { "',
    ],
)
def test_listing_that_could_meet_its_neighbours_is_alone(source: str) -> None:
    """What speaks of the crate, the file or the linker is not put among others."""
    assert must_be_alone(write_listing(source))


@pytest.mark.parametrize(
    "source",
    [
        "//! What this shows.\n#![allow(dead_code)]\n#![deny(warnings)]\nfn main() {}",
        '// crate::x, extern crate\nfn f() { println!("crate:: {}", 1); }',
        "mod a { pub fn f() { super::g() } }\nfn g() {}",
        "pub(crate) fn f(start: u8) -> u8 { start }",
        "fn f() { let start = 1; let path = 2; let used = start; }",
        'extern "C" fn callback() {}',
        "macro_rules! m { ($x:expr) => { $x } }",
    ],
)
def test_ordinary_listing_can_be_among_others(source: str) -> None:
    """What speaks only of itself shares a crate."""
    assert not must_be_alone(write_listing(source))


def test_flags_and_the_first_edition_are_alone() -> None:
    """A call has one set of flags, and in 2015 paths begin at the crate."""
    assert must_be_alone(write_listing("", directives=Directives(flags=("-O",))))
    assert must_be_alone(write_listing("", directives=Directives(edition="2015")))
