"""What a closure has borrowed: the debugger shows what lies there, and a reader sees a pointer.

The debug information of a closure calls what it has borrowed like the variable, gives it the type
of what is borrowed, and leads to the place of that. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from macros.rust.snapshots.raw import RawFrame, RawMoment, RawVariable
from macros.rust.snapshots.types import Types

WORD: Final = 8


def point_captured(moment: RawMoment, types: Types) -> RawMoment:
    """The moment with a pointer for each variable that a closure's frame has borrowed.

    Such a pointer lies in the closure, and is shown with the frame: it has no place of its own.
    """
    frames = [frame for thread in moment.threads for frame in thread.frames]
    known = [one for frame in frames for one in frame.variables]
    threads = tuple(
        replace(one, frames=tuple(_point_in(frame, known, types) for frame in one.frames))
        for one in moment.threads
    )
    return replace(moment, threads=threads)


def _point_in(frame: RawFrame, known: Sequence[RawVariable], types: Types) -> RawFrame:
    kept = tuple(_point(one, frame, known, types) for one in frame.variables)
    return replace(frame, variables=kept)


def _point(
    variable: RawVariable, frame: RawFrame, known: Sequence[RawVariable], types: Types
) -> RawVariable:
    held = types.captured(frame.function, variable.name, variable.line)
    if held is None:
        return variable
    size = held.layout.size
    pointer = variable.address.to_bytes(WORD, "little")
    data = pointer if size == WORD else _whole(variable.name, pointer, size, known)
    return replace(variable, address=0, size=size, bytes=data)


def _whole(name: str, pointer: bytes, size: int, known: Sequence[RawVariable]) -> bytes:
    """The wide pointer of that name and address; no bytes where no frame has one."""
    found = (one.bytes for one in known if one.name == name and one.size == size)
    return next((data for data in found if data[:WORD] == pointer), b"")
