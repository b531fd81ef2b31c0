"""The threads of a run: each under one name that no other has, and where its stack begins. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from macros.rust.snapshots.raw import RawMoment, RawThread
from macros.rust.snapshots.types import CRATE


@dataclass(frozen=True, slots=True)
class Threads:
    """By the debugger's number of a thread: its name, and the address behind its highest frame."""

    names: Mapping[int, str]
    bases: Mapping[int, int]

    def name(self, thread: RawThread) -> str:
        return self.names[thread.number]

    def depth(self, thread: RawThread, address: int) -> int:
        """Where an address lies on the thread's stack, the same at every stop; negative."""
        return address - self.bases[thread.number]


def find_threads(moments: Sequence[RawMoment]) -> Threads:
    """Threads that were given one name are numbered in the order in which they began."""
    every = sorted(
        (one for moment in moments for one in moment.threads), key=lambda one: one.number
    )
    own = {one.number: _own_name(one) for one in every}
    names: dict[int, str] = {}
    for number, name in own.items():
        twins = [each for each, other in own.items() if other == name]
        names[number] = name if len(twins) == 1 else f"{name} #{twins.index(number) + 1}"
    bases = {number: 0 for number in own}
    for one in every:
        bases[one.number] = max(bases[one.number], *(frame.high for frame in one.frames))
    return Threads(MappingProxyType(names), MappingProxyType(bases))


def _own_name(thread: RawThread) -> str:
    """One that was given no name has the program's own, and is told by its number."""
    if thread.number == 1:
        return "main"
    return f"thread {thread.number}" if thread.name in ("", CRATE) else thread.name
