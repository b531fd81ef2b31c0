"""The number in a claim's words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from macros.words import (
    Quantity,
    Unreadable,
    in_unit,
    quantities_of,
    quantities_of_line,
    read_quantity,
)


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("12 bytes", 12, "byte"),
        ("12", 12, ""),
        ("1,024 bytes", 1024, "byte"),
        ("1 024 bytes", 1024, "byte"),
        ("1\u202f024\u00a0bytes", 1024, "byte"),
        ("1_048_576", 1048576, ""),
        ("1,048,576 bytes", 1048576, "byte"),
        ("12&nbsp;bytes", 12, "byte"),
        ("**12** bytes", 12, "byte"),
        ("_12_ bytes", 12, "byte"),
        ("-1", -1, ""),
        ("\u2212128", -128, ""),
        ("minus one", -1, ""),
        ("zero bytes", 0, "byte"),
        ("Twelve bytes", 12, "byte"),
        ("three words", 3, "word"),
        ("two usable words", 2, "word"),
        ("a 32-bit number", 32, "bit"),
        ("4-byte", 4, "byte"),
        ("four-byte", 4, "byte"),
        ("12B", 12, "byte"),
        ("12 B", 12, "byte"),
        ("16 KiB", 16, "KiB"),
        ("16KiB", 16, "KiB"),
        ("1 MiB", 1, "MiB"),
        ("2 GiB", 2, "GiB"),
        ("one kibibyte", 1, "KiB"),
        ("up to 0x110000 of them", 0x110000, ""),
        ("0x10_FFFF", 0x10FFFF, ""),
        ("0b1010_0000", 160, ""),
        ("254 values remain free", 254, ""),
        ("each `u32` takes 4 bytes", 4, "byte"),
        ("`[i32; 3]` takes 12 bytes", 12, "byte"),
        ("E0382 comes 2 times", 2, ""),
        ("the first of 3", 3, ""),
        ("the 2nd of 3", 3, ""),
        ("UTF-8 needs 4 bytes", 4, "byte"),
        ("x86_64 has 8 bytes", 8, "byte"),
        ("the old one has 8 bytes", 8, "byte"),
        ("that one byte", 1, "byte"),
        ("`0x110000`", 0x110000, ""),
        ("`12` bytes", 12, "byte"),
        ("`1` takes 4 bytes", 4, "byte"),
        ("takes 12 bytes.", 12, "byte"),
        ("12.", 12, ""),
        ("(12)", 12, ""),
        ("3 of the bytes", 3, ""),
        ("50%", 50, ""),
    ],
)
def test_one_number_is_read_with_its_unit(words: str, number: int, unit: str) -> None:
    """Digits, number words and hexadecimal are numbers; names and ordinals are not."""
    quantity = read_quantity(words)
    assert isinstance(quantity, Quantity)
    assert (quantity.number, quantity.unit) == (number, unit)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no larger than the box",
        "no bytes",
        "none",
        "the first",
        "the 3rd",
        "E0382",
        "`u32`",
        "`[i32; 3]`",
        "i32",
        "UTF-8",
        "x86_64",
        "x86-64",
        "the larger one",
        "one another",
        "someone",
        "[here](https://example.org/12)",
        "<b id='x12'>no</b>",
    ],
)
def test_words_without_a_number_hold_no_quantity(words: str) -> None:
    """A number inside a name, an ordinal or "no" is no number."""
    assert read_quantity(words) is None


@pytest.mark.parametrize(
    ("words", "number", "whole"),
    [
        ("takes 1,024 bytes here", "1,024", "1,024 bytes"),
        ("**12** bytes", "12", "12** bytes"),
        ("a 32-bit number", "32", "32-bit"),
        ("12&nbsp;bytes", "12", "12&nbsp;bytes"),
        ("is `12` bytes", "12", "12` bytes"),
        ("only three", "three", "three"),
        ("two usable words", "two", "two usable words"),
    ],
)
def test_offsets_cut_out_the_numbers_own_characters(words: str, number: str, whole: str) -> None:
    """Start, end and stop are offsets into the words as they were given."""
    quantity = read_quantity(words)
    assert isinstance(quantity, Quantity)
    assert words[quantity.start : quantity.end] == number
    assert words[quantity.start : quantity.stop] == whole


@pytest.mark.parametrize(
    ("words", "reason", "numbers"),
    [
        ("4 or 8 bytes", "several", ("4", "8")),
        ("4-8 bytes", "several", ("4", "8")),
        ("one to two", "several", ("one", "two")),
        ("2^32", "several", ("2", "32")),
        ("2³²", "several", ("2", "³²")),
        ("12, 345", "several", ("12", "345")),
        ("1,0245", "several", ("1", "0245")),
        ("`1` `2`", "several", ("1", "2")),
        ("1.5 KiB", "fraction", ("1.5",)),
        (".5", "fraction", (".5",)),
        ("1.95.0", "fraction", ("1.95.0",)),
        ("½ byte", "fraction", ("½",)),
        ("9" * 5000, "large", ("9" * 5000,)),
        ("sixteen bytes", "large", ("sixteen",)),
        ("4 KB", "unit", ("4 KB",)),
        ("1e6", "odd", ("1e6",)),
        ("9u8", "odd", ("9u8",)),
        ("\uff19 bytes", "odd", ("\uff19",)),
        ("\u0669 bytes", "odd", ("\u0669",)),
        ("\u2468 bytes", "odd", ("\u2468",)),
        ("\u216b", "odd", ("\u216b",)),
        ("&#57; bytes", "odd", ("&#57;",)),
        ("&#x39 bytes", "odd", ("&#x39",)),
        ("&frac12; byte", "odd", ("&frac12;",)),
        ("`\uff19` bytes", "odd", ("`\uff19`",)),
        ("1&#50; bytes", "several", ("1", "&#50;")),
        ("4 megabytes", "unit", ("4 megabytes",)),
    ],
)
def test_words_that_hold_no_single_whole_number_say_why(
    words: str, reason: str, numbers: tuple[str, ...]
) -> None:
    """Two numbers, a fraction, a large number word and an unclear unit are told apart."""
    problem = read_quantity(words)
    assert isinstance(problem, Unreadable)
    assert (problem.reason, problem.numbers) == (reason, numbers)
    assert words[problem.start : problem.end].startswith(numbers[0])


def test_a_value_in_bytes_is_counted_in_the_units_of_the_target() -> None:
    """A word is as large as a pointer of the target; a bit is an eighth of a byte."""
    assert in_unit(24, "word", 8) == 3
    assert in_unit(24, "word", 4) == 6
    assert in_unit(12, "bit", 8) == 96
    assert in_unit(20, "word", 8) == Fraction(5, 2)
    assert in_unit(4096, "KiB", 8) == 4
    assert in_unit(1 << 31, "GiB", 8) == 2
    assert in_unit(3 << 20, "MiB", 8) == 3
    assert in_unit(12, "", 8) == in_unit(12, "byte", 8) == 12


def test_numbers_of_a_printed_line_are_found_with_and_without_separators() -> None:
    """`[1,024]` may be a list or one number; a minus belongs to its number."""
    line = "len=3 [1,024] at 0x10 is -7, cap 8."
    assert {number for number, _ in quantities_of_line(line)} == {3, 1024, 1, 24, 16, -7, 8}
    assert quantities_of_line("0x_ " + "9" * 5000) == {(0, "")}
    assert quantities_of_line("pi 3.14 u32 x1") == frozenset()


def test_numbers_of_a_printed_line_have_the_units_behind_them() -> None:
    """A unit belongs to the number before it, and to no other."""
    line = "3 blocks, 56 bytes in 4 KiB at 0x10"
    assert quantities_of_line(line) == {(3, ""), (56, "byte"), (4, "KiB"), (16, "")}
    assert quantities_of_line("2 KB") == {(2, "unclear")}


def test_all_quantities_of_words_are_found() -> None:
    """Each whole number with its unit; fractions and unclear units are left out."""
    found = quantities_of("16 bytes in two words, 1.5 KiB, 3 KB and 7")
    assert [(one.number, one.unit) for one in found] == [(16, "byte"), (2, "word"), (7, "")]
