"""Runs inside gdb's own Python, beside `inside_gdb`: the bytes of the program, by address.

Nothing of the generator is imported here, and the Python may be as old as 3.9.
"""

from __future__ import annotations

import pathlib
import struct
from typing import Any

import gdb

ENTRY = struct.Struct("5Q")
END = 2
"""What the log says where a block ends."""
BLOCK_BYTES = 4096
"""Of a larger block, or a larger variable, only the first bytes are read."""
IMAGE_BYTES = 512
"""How much is read where something points into the program's own file."""
MOST_PLACES = 1000
"""So many places of the program's own file are read at one stop."""
WORD = 8


def read(address: int, size: int) -> bytes:
    """Bytes of the program; none where it has none."""
    try:
        return bytes(gdb.selected_inferior().read_memory(address, size)) if size else b""
    except gdb.MemoryError:
        return b""


def read_word(address: int) -> int:
    return int.from_bytes(read(address, WORD), "little")


def address_of(symbol: str) -> int:
    return int(gdb.parse_and_eval(f"(char*)&{symbol}"))


class Heap:
    """The live blocks by address, as the allocator's log tells them; it has `room` lines."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.live: dict[int, int] = {}
        self.done = 0

    def follow(self) -> list[tuple[int, ...]]:
        """The new lines of the log."""
        upto = min(self.count(), self.room)
        start = address_of("RUST_MEMORY_LOG") + self.done * ENTRY.size
        data = read(start, (upto - self.done) * ENTRY.size)
        self.done = upto
        entries = list(ENTRY.iter_unpack(data))
        for what, old, size, _, new in entries:
            if old and (new or what == END):
                self.live.pop(old, None)
            if what != END and new:
                self.live[new] = size
        return entries

    def count(self) -> int:
        return read_word(address_of("RUST_MEMORY_COUNT"))

    def read(self) -> list[tuple[int, int, str]]:
        return [
            (address, size, read(address, min(size, BLOCK_BYTES)).hex())
            for address, size in self.live.items()
        ]


def words_of(text: str) -> tuple[int, ...]:
    data = bytes.fromhex(text)
    return struct.unpack_from(f"{len(data) // 8}Q", data)


def image_bytes(texts: list[str], ranges: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """What lies where something points into the program's own file, and where that points."""
    found: dict[int, str] = {}
    waiting = list(texts)
    while waiting and len(found) < MOST_PLACES:
        for word in words_of(waiting.pop()):
            last = next((last for first, last in ranges if first <= word < last), 0)
            if last and word not in found:
                found[word] = read(word, min(IMAGE_BYTES, last - word)).hex()
                waiting.append(found[word])
    return sorted(found.items())


def thread_statics(threads: list[dict[str, Any]], size: int) -> list[tuple[int, str]]:
    """What each thread has of its own, by address; `size` bytes each."""
    starts = [one["locals"] - size for one in threads if one["locals"] and size]
    return [(start, read(start, min(size, BLOCK_BYTES)).hex()) for start in starts]


def mapped(pid: int) -> list[tuple[int, int]]:
    """Where the program has memory: first address, address behind the last."""
    lines = pathlib.Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines()
    found: list[tuple[int, int]] = []
    for line in lines:
        first, last = (int(each, 16) for each in line.split(" ", 1)[0].split("-"))
        if found and found[-1][1] == first:
            first = found.pop()[0]
        found.append((first, last))
    return found


def variable_bytes(threads: list[dict[str, Any]]) -> list[str]:
    """What lies in variables, and where they lie: what a closure borrowed may be a static."""
    frames = [frame for one in threads for frame in one["frames"]]
    found = [each for frame in frames for each in frame["variables"]]
    places = [each["address"].to_bytes(WORD, "little").hex() for each in found]
    return [*places, *(each["bytes"] for each in found)]
