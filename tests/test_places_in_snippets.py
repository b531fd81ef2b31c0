"""Where rustc points into a snippet, a claim's finding names the file and its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tiny import check, write_book

LAYOUT = """\
//! A seat.
//@ edition: 2021

pub struct Seat { //~ size 8
    pub number: u64,
}
"""


@pytest.mark.parametrize(
    "call",
    [
        'It is {{ claim("8 bytes", "size_of::<Sat>()", snippet="seats/layout") }}.',
        'It has {{ size_of("Sat", snippet="seats/layout") }} bytes.',
    ],
)
def test_a_misspelt_type_leads_to_the_files_line(call: str, tmp_path: Path) -> None:
    """And not to that of what was compiled."""
    page = f'# A\n\n{call}\n\n{{{{ snippet("seats/layout") }}}}\n'
    found = check(write_book(tmp_path, {"a.md": page}, {"seats/layout.rs": LAYOUT}))
    assert found.code == 1
    assert "::: snippets/seats/layout.rs:4:1\n" in found.text
    assert "4 | pub struct Seat {" in found.text
    assert "similarly named struct `Seat`" in found.text
