"""Rust text → what of it is code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.rust_text import ends_with_unit_result, has_main, parse_rust, root_end


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a // b\nc", "a     \nc"),
        ("a /* b /* c */ d */ e", "a                   e"),
        ("a /* b\n", "a     \n"),
        ('f("a//b", x)', 'f("    ", x)'),
        (r'f("a\"b//", x)', 'f("      ", x)'),
        ('r#"a"b//"# x', "r        # x"),
        ('br##"a"#\n//"## // x', "b       \n    #     "),
        ('c"//" b"//"', 'c   " b   "'),
        ("'\"' // x", "' '     "),
        ("'/' '\\'' '\\u{2f}' // x", "' ' '  ' '      '     "),
        ("fn f<'a>(x: &'a str) {} // '", None),
        ("'outer: loop { break 'outer } // x", None),
        ("r#fn //", "r#fn   "),
        ('"open // x', '"        x'),
    ],
)
def test_comments_and_literals_are_blanked(text: str, code: str | None) -> None:
    """Comments vanish, strings and characters keep their edges, all else stays in its place."""
    found = parse_rust(text).code
    assert len(found) == len(text)
    if code is None:
        assert "//" not in found
        assert found.count("{") == text.count("{")
    else:
        assert found == code


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a //~ x\nb // y", ["//~ x", "// y"]),
        ('"//~ x" /* //~ y */ //~ z', ["//~ z"]),
        ('r"\\" //~ x', ["//~ x"]),
        ("let c = '\\''; //~ x", ["//~ x"]),
        ("let c = '/'; let d = '/'; //~ x", ["//~ x"]),
        ("impl<'a, 'b> A<'a, 'b> {} //~ x", ["//~ x"]),
    ],
)
def test_line_comments_are_found(text: str, comments: list[str]) -> None:
    """Only real line comments count, not those in strings and block comments."""
    assert [text[slice(*span)] for span in parse_rust(text).comments] == comments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fn main() {}", True),
        ("pub(crate) async fn main() {}", True),
        ("mod a { fn b() {} }\nfn main() {}", True),
        ("mod a { fn main() {} }", False),
        ("// fn main() {}", False),
        ("fn mainly() {}", False),
        ("", False),
    ],
)
def test_main_counts_at_the_top_level(text: str, expected: bool) -> None:
    """A function `main` inside of anything else is not the program's."""
    assert has_main(parse_rust(text)) is expected


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("let a;", ""),
        ("#![no_std]\nlet a;", "#![no_std]"),
        ("// x\n#! [cfg([a])]\nextern crate a;\nlet a;", "// x\n#! [cfg([a])]\nextern crate a;"),
        ("#[derive(Debug)]\nstruct A;", ""),
        ("#![open", ""),
    ],
)
def test_root_holds_crate_attributes_and_crates(text: str, root: str) -> None:
    """What has to stand outside of main ends with the last attribute or `extern crate`."""
    assert text[: root_end(parse_rust(text))] == root


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ok(())", True), ("Ok::<(), E>(()) // x\n", True), ('Ok((""))', False), ("// (())", False)],
)
def test_unit_result_is_seen_behind_comments(text: str, expected: bool) -> None:
    """The last code counts, not the last characters."""
    assert ends_with_unit_result(parse_rust(text)) is expected


@given(st.text(alphabet="/*\"'#rbc\\ax{}!\n é", max_size=60))
def test_blanking_keeps_every_offset(text: str) -> None:
    """Whatever the text, lines and offsets stay and comments are where they are said to be."""
    found = parse_rust(text)
    assert len(found.code) == len(text)
    assert [i for i, c in enumerate(found.code) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]
    assert all(text.startswith("//", start) for start, _ in found.comments)
