"""`explain` finds what stands at a place, however it was called there."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.report.say_book import nothing_stands_at
from tests.tiny import run, write_book

SNIPPET = """\
//! Prints.
#[repr(C)]
pub struct Pair { //~ size 8
    pub a: u8,
    pub b: u32,
}

fn main() {
    println!("one"); //~ prints one
}
"""
PAGE = '# A\n\nText.\n\n{{ snippet("show") }}\n\nMore.\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_book(tmp_path, {"a.md": PAGE}, {"show.rs": SNIPPET})


def test_the_line_of_a_shown_snippet_explains_the_listing(root: Path) -> None:
    """As the snippet's own file does."""
    called = run("explain", "--root", root, "docs/a.md:5")
    whole = run("explain", "--root", root, "snippets/show.rs")
    assert (called.code, whole.code) == (0, 0)
    assert called.text == whole.text
    assert 'println!("one");' in called.text
    assert "size_of::<" in called.text or "size" in called.text


@pytest.mark.parametrize(
    ("line", "stated"),
    [(3, "  line 3 states: size 8\n"), (9, "  line 9 states: prints one\n"), (4, "")],
)
def test_a_line_of_a_snippet_explains_the_listing(root: Path, line: int, stated: str) -> None:
    """With what its margin says there."""
    explained = run("explain", "--root", root, f"snippets/show.rs:{line}")
    assert explained.code == 0
    assert 'println!("one");' in explained.text
    assert stated in explained.text
    assert ("states:" in explained.text) is bool(stated)


@pytest.mark.parametrize("place", ["docs/a.md:3", "docs/a.md:7", "snippets/none.rs:1"])
def test_where_nothing_stands_it_is_said(root: Path, place: str) -> None:
    """A line of text is no fact."""
    explained = run("explain", "--root", root, place)
    assert (explained.code, explained.errors) == (1, f"{nothing_stands_at(place)}\n")
