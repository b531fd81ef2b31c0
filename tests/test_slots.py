"""Values are read from the bytes of an object file, whatever its byte order."""

from __future__ import annotations

import struct

import pytest

from macros.model import Trouble
from macros.rust.slots import read_slots

MARK = (0x0123456789ABCDEF, 0xFEDCBA9876543210)
MINUS_5 = (3 << 8 | 1, 0xFB, 0)
TRUE = (1 << 8 | 1, 1, 0)
HUGE = (2 << 8 | 16, 1, 1)


def write_object(*slots: tuple[int, int, int], order: str = "<", count: int | None = None) -> bytes:
    words = [*MARK, len(slots) if count is None else count]
    for slot in slots:
        words += slot
    return b"ELF junk " + struct.pack(f"{order}{len(words)}Q", *words) + b" more junk"


@pytest.mark.parametrize("order", ["<", ">"])
def test_values_of_every_kind_are_read(order: str) -> None:
    """A negative number, a bool and a number above 64 bits come back as they were."""
    assert read_slots(write_object(MINUS_5, TRUE, HUGE, order=order), MARK, 3) == (
        -5,
        True,
        (1 << 64) + 1,
    )


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (b"nothing", 0),
        (write_object(TRUE) * 2, 2),
        (write_object(TRUE, count=2), 0),
        (write_object(TRUE)[:-20], 0),
        (write_object((9 << 8 | 1, 0, 0)), 0),
        (write_object((1 << 8 | 1, 2, 0)), 0),
    ],
)
def test_anything_unexpected_is_trouble(data: bytes, places: int) -> None:
    """No mark, two marks, another count, a cut file, an unknown kind, a bool of 2: no values."""
    with pytest.raises(Trouble) as caught:
        read_slots(data, MARK, 1)
    assert caught.value.message == (
        f"the measured values stand at {places} places of the object file instead of one"
    )
