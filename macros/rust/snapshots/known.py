"""What is known of a stop beside its variables: bytes by address, and what is named. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from macros.model import Mark
from macros.rust.snapshots.image import Image
from macros.rust.snapshots.raw import RawMoment
from macros.rust.snapshots.types import Named, Type, Types


@dataclass(frozen=True)
class Program:
    """What does not change while the program runs."""

    types: Types
    image: Image
    marks: Sequence[Mark]
    vtables: dict[int, Type] = field(init=False)
    statics: tuple[Named, ...] = field(init=False)
    locals: tuple[Named, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "vtables", self.types.vtables())
        object.__setattr__(self, "statics", tuple(self.types.statics()))
        object.__setattr__(self, "locals", tuple(self.types.statics(local=True)))

    @cached_property
    def functions(self) -> dict[int, str]:
        return {one.start: one.name for one in self.types.code()}

    def static_at(self, place: int) -> Named | None:
        """The static that the program's file has at an address."""
        return find_static(self.statics, place)


def find_static(statics: Sequence[Named], place: int) -> Named | None:
    return next((one for one in statics if 0 <= place - one.start < one.size), None)


class Memory:
    """The bytes that are known at a stop, by address."""

    def __init__(self, raw: RawMoment) -> None:
        variables = (
            (variable.address, variable.bytes)
            for thread in raw.threads
            for frame in thread.frames
            for variable in frame.variables
            if variable.address
        )
        blocks = ((start, data) for start, _, data in raw.blocks)
        self.pieces: list[tuple[int, bytes]] = [*blocks, *variables, *raw.image]

    def read(self, address: int, size: int) -> bytes | None:
        """None where not all of them are known."""
        data = self.read_most(address, size)
        return data if len(data) == size else None

    def read_most(self, address: int, size: int) -> bytes:
        """As many as are known from there on, `size` at most."""
        return max((piece[:size] for piece in self._from(address)), key=len, default=b"")

    def _from(self, address: int) -> Iterable[bytes]:
        for start, data in self.pieces:
            if start <= address < start + len(data):
                yield data[address - start :]
