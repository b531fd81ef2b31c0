"""The allocator's log → the blocks of the heap, each from its request to its end. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.rust.snapshots.raw import Request

BEGIN, END, RESIZE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Life:
    """A block: `identity` is the order of its request; `moved` counts how often it went elsewhere
    when it was given another size."""

    identity: int
    start: int
    size: int
    align: int
    moved: int = 0
    freed: bool = False

    @property
    def end(self) -> int:
        return self.start + self.size


Heap = dict[int, Life]
"""Every block that there ever was, by its identity."""


def follow(heap: Heap, log: Iterable[Request]) -> Heap:
    """The heap after more lines of the log."""
    lives = dict(heap)
    live = {one.start: one.identity for one in lives.values() if not one.freed}
    for line in log:
        if line.what == BEGIN and line.new:
            lives[len(lives)] = Life(len(lives), line.new, line.size, line.align)
            live[line.new] = len(lives) - 1
        elif line.what == END and line.old in live:
            identity = live.pop(line.old)
            lives[identity] = replace(lives[identity], freed=True)
        elif line.what == RESIZE and line.new and line.old in live:
            identity = live.pop(line.old)
            moved = lives[identity].moved + (line.new != line.old)
            lives[identity] = replace(lives[identity], start=line.new, size=line.size, moved=moved)
            live[line.new] = identity
    return lives


def block_at(heap: Heap, address: int) -> Life | None:
    """The live block at an address; right behind its last byte still counts, as the empty rest
    of a slice does."""
    lives = [one for one in heap.values() if not one.freed]
    inside = next((one for one in lives if one.start <= address < one.end), None)
    return inside or next((one for one in lives if address == one.end), None)


def freed_at(heap: Heap, address: int) -> Life | None:
    """The block that was last at an address and is gone."""
    gone = (one for one in heap.values() if one.freed)
    here = (one for one in gone if one.start <= address < max(one.end, one.start + 1))
    return max(here, key=lambda one: one.identity, default=None)
