"""Object files of several targets → symbols, pieces of data and their sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.rust.object_sections import UnreadableSections, is_elf, read_sections
from macros.rust.sections import find_literal, find_symbol

DATA = Path(__file__).parent / "data" / "sections"
TARGETS = {
    "i686-unknown-linux-gnu": "little",
    "aarch64-unknown-linux-gnu": "little",
    "s390x-unknown-linux-gnu": "big",
    "mips-unknown-linux-gnu": "big",
}
SYMBOLS = {
    "crate::NUMBER": ".rodata",
    "inner::NUMBER": ".rodata",
    "ZEROED": ".bss",
    "COUNT": ".data",
    "GREETING": ".data.rel.ro",
    "f": ".text",
}


def bytes_of(target: str) -> bytes:
    return (DATA / f"{target}.o").read_bytes()


@pytest.mark.parametrize("target", TARGETS)
def test_sections_are_read_in_either_byte_order(target: str) -> None:
    """32 and 64 bits, least and most significant byte first."""
    data = bytes_of(target)
    assert data[5] == {"little": 1, "big": 2}[TARGETS[target]]
    found = read_sections(data)
    assert {name: find_symbol(name, found).sections for name in SYMBOLS} == {
        name: (section,) for name, section in SYMBOLS.items()
    }
    assert find_literal('"hello"', 'static A: &str = "hello";', found).sections == (".rodata",)


def test_a_file_of_another_format_is_known_as_such() -> None:
    """Before it is read."""
    assert is_elf(bytes_of("s390x-unknown-linux-gnu"))
    assert not is_elf(bytes_of("aarch64-apple-darwin"))
    assert not is_elf(b"")


@pytest.mark.parametrize("length", [5, 60, 200, 1000])
def test_a_file_that_was_cut_is_unreadable(length: int) -> None:
    """One exception of ours, whatever the reader of ELF meets."""
    with pytest.raises(UnreadableSections):
        read_sections(bytes_of("i686-unknown-linux-gnu")[:length])
