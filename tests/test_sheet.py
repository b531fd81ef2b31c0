"""Expressions are written into a crate in which none can reach another."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Diagnostic, Listing, Place, Question
from macros.rust.sheet import is_tame, reads_outside, write_sheet


@pytest.mark.parametrize(
    "expression",
    [
        "size_of::<(char, u8, i32)>()",
        "size_of::<Option<Box<u8>>>() == size_of::<Box<u8>>()",
        "implements!(Vec<u8>: Clone + 'static)",
        "offset_of!(Message, b) != 4",
        "1 // one",
        "{ struct A(u8, u32); size_of::<A>() }",
    ],
)
def test_ordinary_expression_is_tame(expression: str) -> None:
    """What only computes shares a crate."""
    assert is_tame(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "1) as u64, (2",
        "0 }); const Q3: u8 = ({ 0",
        "/* ",
        '"',
        "{ impl Clone for X {} 1 }",
        "{ #[no_mangle] fn f() {} 1 }",
        "{ use std::mem; 1 }",
        "{ macro_rules! m { () => {} } 1 }",
        "mine!(1)",
        "line!()",
        "crate::__prelude::size_of::<u8>()",
        "core::panic::Location::caller().line() as u64",
        "",
    ],
)
def test_expression_that_could_reach_others_is_not_tame(expression: str) -> None:
    """What is cut short, defines something for all, or knows its line is asked alone."""
    assert not is_tame(expression)


@pytest.mark.parametrize(
    ("expression", "outside"),
    [
        ('env!("HOME").len()', True),
        ('option_env!("X").is_some()', True),
        ('include_bytes!("/etc/passwd").len()', True),
        ('{ use std::env as e; e!("HOME").len() }', True),
        ("std::env::consts::OS.len()", False),
        ("environment()", False),
    ],
)
def test_reading_this_machine_is_noticed(expression: str, outside: bool) -> None:
    """The environment and files are not for expressions; modules of that name are."""
    assert reads_outside(expression) is outside


def test_errors_are_blamed_on_the_expression_in_their_line(tmp_path: Path) -> None:
    """An expression of two lines owns both; a line of ours belongs to none."""
    place = Place("snippets/a.rs", 1, 1, 1, 1)
    listing = Listing("x/a", place, "struct A;\nstruct B;", "", (1, 2))
    questions = (
        Question("1 +\n2", "any"),
        Question("3", "any"),
        Question("4", "any", listing=listing),
    )
    sheet = write_sheet(tmp_path, tuple(enumerate(questions)), inline=True)
    lines = {path: (tmp_path / path).read_text().split("\n") for path in ("_crate.rs", "x/a.rs")}

    def error(path: str, text: str) -> Diagnostic:
        return Diagnostic("error", "", "x", "x", path, lines[path].index(text) + 1, 1)

    assert sheet.find_blamed([error("_crate.rs", "2")]) == {0}
    assert sheet.find_blamed([error("_crate.rs", "3"), error("x/a.rs", "4")]) == {1, 2}
    assert sheet.find_blamed([error("_crate.rs", "}"), error("x/a.rs", "struct B;")]) == set()
    assert sheet.find_broken([error("x/a.rs", "struct B;")]) == {"x/a.rs"}
    assert sheet.find_broken([error("x/a.rs", "4"), error("_crate.rs", "3")]) == set()
