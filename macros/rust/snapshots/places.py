"""Addresses of one stop → spots: the names of places, so that no address reaches a reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.memory import Region, Spot
from macros.rust.snapshots.image import Image

SMALL = 4096
"""Below, nothing is ever mapped: an address there dangles, as that of an empty vector does."""


@dataclass(frozen=True, slots=True)
class Home:
    """A variable's bytes: `name` is `main: scores`, `frame` as in `Spot`."""

    start: int
    end: int
    name: str
    frame: int = 0


@dataclass(frozen=True, slots=True)
class Places:
    """Everything that has a name at one stop.

    `live` and `freed` are blocks by their identity: (start, end, identity). `numbers` name those
    that are shown. `stacks` are the stack ranges of threads that are stopped here.
    """

    homes: tuple[Home, ...]
    live: tuple[tuple[int, int, int], ...]
    freed: tuple[tuple[int, int, int], ...]
    stacks: tuple[tuple[int, int], ...]
    image: Image

    def block_at(self, address: int) -> tuple[int, int] | None:
        """The identity of the live block that an address lies in, and the offset there.

        An address right behind a block's last byte belongs to it too: an empty rest of a slice.
        """
        for inclusive in (0, 1):
            for start, end, identity in self.live:
                if start <= address < end + inclusive:
                    return identity, address - start
        return None

    def spot(self, address: int, reach: int | None, numbers: Mapping[int, int]) -> Spot:
        """The name of a place; `numbers` are those of the blocks that are shown."""
        if address == 0:
            return Spot(Region.NULL)
        found = self.block_at(address)
        if found is not None and found[0] in numbers:
            return Spot(Region.HEAP, f"heap #{numbers[found[0]]}", found[1], reach)
        for home in self.homes:
            if home.start <= address < max(home.end, home.start + 1):
                return Spot(Region.STACK, home.name, address - home.start, reach, home.frame)
        return self._elsewhere(address, reach, numbers)

    def _elsewhere(self, address: int, reach: int | None, numbers: Mapping[int, int]) -> Spot:
        named = self.image.name_of(address)
        if named is not None:
            region = Region.CODE if named.code else Region.STATIC
            return Spot(region, named.name, named.offset, reach)
        for start, end, identity in self.freed:
            if start <= address < end and identity in numbers:
                return Spot(Region.FREED, f"heap #{numbers[identity]}", address - start, reach)
        if any(start <= address < end for start, end in self.stacks):
            return Spot(Region.STACK, "", 0, reach)
        return Spot(Region.DANGLING, "", 0, reach)


def in_reading_order(homes: Iterable[Home]) -> tuple[Home, ...]:
    """The smallest first, so that a place is named by the innermost variable around it."""
    return tuple(sorted(homes, key=lambda one: (one.end - one.start, one.start)))
