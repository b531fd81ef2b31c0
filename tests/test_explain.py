"""`explain` finds what stands at a place, however it was called there."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.report.say_book import no_such_file, nothing_stands_at
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


@pytest.mark.parametrize("place", ["docs/a.md:3", "docs/a.md:7"])
def test_where_nothing_stands_it_is_said(root: Path, place: str) -> None:
    """A line of text is no fact."""
    explained = run("explain", "--root", root, place)
    assert (explained.code, explained.errors) == (1, f"{nothing_stands_at(place)}\n")


@pytest.mark.parametrize("path", ["docs/nope.md", "snippets/none.rs", f"docs/{'n' * 300}.md"])
def test_a_file_that_is_not_there_is_said(root: Path, path: str) -> None:
    """Which is another mistake than a line without a fact."""
    explained = run("explain", "--root", root, f"{path}:1")
    assert (explained.code, explained.errors) == (1, f"{no_such_file(path)}\n")


def test_the_line_of_editions_explains_each_listing(tmp_path: Path) -> None:
    """Under the name of its edition."""
    text = "//! Ends.\n//@ editions: 2021 run, 2024 run\nfn main() {}\n"
    root = write_book(tmp_path, {"a.md": '# A\n\n{{ editions("ends") }}\n'}, {"ends.rs": text})
    explained = run("explain", "--root", root, "docs/a.md:3")
    assert explained.code == 0
    for edition in ("2021", "2024"):
        assert f"  Ends.   edition {edition}\n" in explained.text
        assert f"rustc --edition {edition} " in explained.text
