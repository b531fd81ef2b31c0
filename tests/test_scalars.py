"""The bytes of primitive values read as Rust writes them."""

from __future__ import annotations

import struct

import pytest

from macros.rust.snapshots.numbers import quote_text, write_scalar

FLOATS = (
    (0.0, "0.0"), (-0.0, "-0.0"), (1.0, "1.0"), (0.1, "0.1"), (-2.5, "-2.5"),
    (1e15, "1000000000000000.0"), (1e16, "1e16"), (1e30, "1e30"), (1.5e-7, "1.5e-7"),
    (0.0001, "0.0001"), (0.00001, "1e-5"), (float("inf"), "inf"), (float("-inf"), "-inf"),
    (float("nan"), "NaN"),
)  # fmt: skip


@pytest.mark.parametrize(("number", "text"), FLOATS)
def test_floats_are_written_as_debug_writes_them(number: float, text: str) -> None:
    """The shortest digits that give the same bits, with an exponent where they get long."""
    assert write_scalar("f64", struct.pack("<d", number)) == text


@pytest.mark.parametrize("number", [0.1, 1.5e-7, 1e30, 16777216.0, 3.4028235e38])
def test_short_floats_have_few_digits(number: float) -> None:
    """As many as tell a number of four bytes from its neighbours."""
    text = write_scalar("f32", struct.pack("<f", number))
    assert struct.pack("<f", float(text)) == struct.pack("<f", number)
    assert len(text) <= len(repr(number))


@pytest.mark.parametrize(
    ("type", "data", "text"),
    [
        ("u8", b"\xff", "255"),
        ("i8", b"\xff", "-1"),
        ("i128", b"\xff" * 16, "-1"),
        ("u128", b"\xff" * 16, str((1 << 128) - 1)),
        ("bool", b"\1", "true"),
        ("bool", b"\7", "7 (no bool)"),
        ("char", "ß".encode("utf-32-le"), "'ß'"),
        ("char", b"\n\0\0\0", "'\\n'"),
        ("char", b"'\0\0\0", "'\\''"),
        ("char", b"\x0b\0\0\0", "'\\u{b}'"),
        ("char", b"\0\xd8\0\0", "0xd800 (no char)"),
        ("char", b"\xff\xff\xff\xff", "0xffffffff (no char)"),
        ("()", b"", "()"),
    ],
)
def test_scalars_are_written_as_rust_writes_them(type: str, data: bytes, text: str) -> None:
    """Bytes that mean nothing for the type are told as such."""
    assert write_scalar(type, data) == text


def test_texts_are_quoted() -> None:
    """What ends a literal, and what nobody can see, is escaped."""
    assert quote_text('a"b\\c\n\0ß\u200b') == '"a\\"b\\\\c\\n\\0ß\\u{200b}"'
