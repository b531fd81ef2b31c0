"""The bytes of an object file → the values that a crate stored behind its mark."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from macros.report import say_tools

Mark = tuple[int, int]
"""Two 64-bit numbers that stand before the values, and nowhere else in the file."""
WORDS = 3
"""64-bit words of a slot: the kind and the size in bytes, the lower half, the upper half."""
TRUTH, UNSIGNED, SIGNED = 1, 2, 3


def read_slots(data: bytes, mark: Mark, count: int) -> tuple[int | bool, ...]:
    """The `count` values in an object file of either byte order.

    Raises Trouble where the mark does not stand there exactly once, before that many values.
    """
    places = [
        (order, at) for order in "<>" for at in _find_all(data, struct.pack(f"{order}2Q", *mark))
    ]
    if len(places) != 1:
        raise say_tools.values_not_found(len(places))
    order, at = places[0]
    words = (
        struct.unpack_from(f"{order}{WORDS * (count + 1)}Q", data, at)
        if _fits(data, at, count)
        else ()
    )
    if not words or words[2] != count:
        raise say_tools.values_not_found(0)
    return tuple(
        _read_slot(*words[start : start + WORDS]) for start in range(WORDS, len(words), WORDS)
    )


def _fits(data: bytes, at: int, count: int) -> bool:
    return at + 8 * WORDS * (count + 1) <= len(data)


def _find_all(data: bytes, pattern: bytes) -> Iterator[int]:
    at = data.find(pattern)
    while at >= 0:
        yield at
        at = data.find(pattern, at + 1)


def _read_slot(head: int, low: int, high: int) -> int | bool:
    kind, size = head >> 8, head & 0xFF
    bits = (high << 64 | low) & ((1 << 8 * size) - 1)
    if kind == TRUTH and bits in (0, 1):
        return bool(bits)
    if kind == SIGNED and bits >> (8 * size - 1):
        return bits - (1 << 8 * size)
    if kind in (UNSIGNED, SIGNED) and size in (1, 2, 4, 8, 16):
        return bits
    raise say_tools.values_not_found(0)
