"""Rust's text literals → their bytes."""

from __future__ import annotations

import pytest

from macros.rust.text_literals import find_literals, read_literal


@pytest.mark.parametrize(
    ("literal", "data"),
    [
        ('"hello"', b"hello"),
        ('""', b""),
        ('b"hello"', b"hello"),
        ('c"hello"', b"hello\0"),
        ('r"a\\n"', b"a\\n"),
        ('br#"a"b"#', b'a"b'),
        ('cr"a"', b"a\0"),
        (r'"a\n\r\t\0\\\"\'"', b"a\n\r\t\0\\\"'"),
        (r'"\x41\u{1F980}\u{e_9}"', "A🦀é".encode()),
        ('"café"', "café".encode()),
        ('"one \\\n      two"', b"one two"),
        ('"', None),
        ("hello", None),
        (r'"\q"', None),
        (r'"\u{110000}"', None),
        ('"a" "b"', None),
    ],
)
def test_a_literal_stands_for_bytes(literal: str, data: bytes | None) -> None:
    """As rustc stores them; what is no literal has none."""
    assert read_literal(literal) == data


def test_the_literals_of_a_source_are_found() -> None:
    """Those in comments, and characters, are not."""
    source = """fn main() { let a = ("x", b"y", r#"z"#, 'c', "x"); } // "no" /* "no" */"""
    assert find_literals(source) == ('"x"', 'b"y"', 'r#"z"#')
    assert find_literals('"open') == ()
