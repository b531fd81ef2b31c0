"""The nouns of a value that was read, while its pointers have no names yet."""

from __future__ import annotations

from dataclasses import dataclass

from macros.rust.snapshots.types import Type


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a value points: `count` elements of `target` begin at `address`.

    `room` is how many the block has place for where the value owns it (a vector's capacity).
    `target` is None where the type is not known. `text` says that the bytes are UTF-8. `counted`
    is where they begin behind the counts of an `Rc` or `Arc` whose type alone does not say how
    much there is; 0 for any other pointer. `is_list` says that it speaks of elements.
    """

    address: int
    target: Type | None
    count: int = 1
    room: int | None = None
    text: bool = False
    counted: int = 0
    is_list: bool = False

    @property
    def reach(self) -> int | None:
        """How many bytes the pointer speaks of."""
        if self.target is None:
            return None
        return self.counted + self.count * self.target.layout.size


@dataclass(frozen=True, slots=True)
class Decoded:
    """A value as `memory.Value`, with the pointer itself in the place of its spot."""

    type: str
    text: str
    offset: int
    size: int
    parts: tuple[tuple[str, Decoded], ...] = ()
    pointer: Pointer | None = None
