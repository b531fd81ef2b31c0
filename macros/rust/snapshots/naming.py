"""Stops of a run → the names of the places in them, the same at every stop. Pure.

Blocks are numbered in the order of their requests, constants in the order of their addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from macros.layout import Kind
from macros.memory import Region, Spot, Value
from macros.rust.snapshots.decoded import Decoded, Pointer
from macros.rust.snapshots.heap import Life, block_at, freed_at
from macros.rust.snapshots.image import find_part
from macros.rust.snapshots.known import Memory, Program, find_static
from macros.rust.snapshots.raw import RawThread
from macros.rust.snapshots.stops import (
    LOWEST,
    Stop,
    all_variables,
    shown_variables,
)
from macros.rust.snapshots.threads import find_threads

STACK_BYTES: Final = 8 << 20
"""How much a stack has at most, seen from its innermost frame."""
_QUOTED: Final = 40
"""Characters of a literal that stand in its name."""


@dataclass(frozen=True, slots=True)
class Home:
    """The bytes of a variable: `main: scores`; `frame` as in `Spot`.

    `rank` tells which of several in one place is meant: the lowest.
    """

    thread: RawThread
    start: int
    end: int
    name: str
    frame: int
    rank: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Bytes of the program's file that something points to, under one name.

    `text` says that they are UTF-8. Of what a thread has of its own, `thread` says whose it is,
    and `at` how far behind the first of it it begins.
    """

    start: int
    end: int
    name: str
    section: str
    text: bool = False
    thread: str = ""
    at: int = 0


def number_frames(thread: RawThread, title: Callable[[str], str]) -> list[int]:
    """For each frame, its number from the outermost among those of its title; 0 if alone.

    Two functions may have one title (closures of one function, a generic one at two types): what
    readers cannot tell apart by name is told apart by number.
    """
    names = [title(frame.function) for frame in thread.frames]
    return [
        names[row:].count(name) if names.count(name) > 1 else 0 for row, name in enumerate(names)
    ]


class Names:
    """The names of the blocks and statics of a whole run."""

    def __init__(self, stops: Sequence[Stop], program: Program) -> None:
        self.program = program
        seen = sorted({identity for stop in stops for identity in (*stop.blocks, *stop.ended)})
        self.numbers = {identity: number for number, identity in enumerate(seen, start=1)}
        self.first_seen = {
            identity: next(
                at
                for at, stop in enumerate(stops)
                if identity in stop.blocks or identity in stop.ended
            )
            for identity in seen
        }
        self.threads = find_threads([stop.raw for stop in stops])
        self.ranges = _find_ranges(stops, program)
        self.homes = {id(stop): tuple(_find_homes(stop, program)) for stop in stops}

    def value(self, decoded: Decoded, stop: Stop) -> Value:
        """The value with its places named."""
        spot = None if decoded.pointer is None else self.spot(decoded.pointer, stop)
        parts = tuple((name, self.value(part, stop)) for name, part in decoded.parts)
        return Value(decoded.type, decoded.text, decoded.offset, decoded.size, parts, spot)

    def spot(self, pointer: Pointer, stop: Stop) -> Spot:
        """The name of the place that a pointer leads to."""
        address, reach = pointer.address, pointer.reach
        if address == 0:
            return Spot(Region.NULL)
        if address < LOWEST:
            return Spot(Region.DANGLING, reach=reach)
        life = block_at(stop.heap, address)
        if life is not None and life.identity in self.numbers:
            return Spot(Region.HEAP, self._block(life), address - life.start, reach)
        found = self._on_stack(pointer, stop) or self._in_image(pointer, stop)
        if found is not None:
            return found
        life = freed_at(stop.heap, address)
        if life is not None and life.identity in self.numbers:
            return Spot(Region.FREED, self._block(life), address - life.start, reach)
        return Spot(Region.DANGLING, reach=reach)

    def _block(self, life: Life) -> str:
        return f"heap #{self.numbers[life.identity]}"

    def _on_stack(self, pointer: Pointer, stop: Stop) -> Spot | None:
        address = pointer.address
        homes = [one for one in self.homes[id(stop)] if _is_at(one, pointer)]
        if homes:
            empty = pointer.is_list and not pointer.reach
            home = min(homes, key=lambda one: (empty and one.rank[0], address >= one.end, one.rank))
            return self._at_stack(home.thread, pointer, home.name, home.start, home.frame)
        for thread in stop.raw.threads:
            numbers = number_frames(thread, self.program.types.title)
            for frame, number in zip(thread.frames, numbers, strict=True):
                if frame.low <= address < frame.high:
                    name = self.program.types.title(frame.function)
                    return self._at_stack(thread, pointer, name, frame.low, number)
        below = [one for one in stop.raw.threads if 0 <= address - one.top < STACK_BYTES]
        thread_below = max(below, key=lambda one: one.top, default=None)
        if thread_below is None:
            return None
        return self._at_stack(thread_below, pointer, "", address, 0)

    def _at_stack(
        self, thread: RawThread, pointer: Pointer, name: str, start: int, frame: int
    ) -> Spot:
        owner, at = self.threads.name(thread), self.threads.depth(thread, pointer.address)
        offset = pointer.address - start
        return Spot(Region.STACK, name, offset, pointer.reach, frame, owner, at)

    def _in_image(self, pointer: Pointer, stop: Stop) -> Spot | None:
        address, reach = pointer.address, pointer.reach
        own = self.local_at(address, stop)
        if own is not None:
            offset = address - own.start
            return Spot(Region.STATIC, own.name, offset, reach, 0, own.thread, own.at + offset)
        place = address - stop.raw.base
        for one in self.ranges:
            if one.start <= place < one.end or (not reach and place == one.end):
                return Spot(Region.STATIC, one.name, place - one.start, reach, at=place)
        part = find_part(self.program.image.parts, place)
        if part is None:
            return None
        if part.code:
            return Spot(Region.CODE, self.program.functions.get(place, ""), at=place)
        return Spot(Region.STATIC, part.name, place - part.start, reach, at=place)

    def local_at(self, address: int, stop: Stop) -> Range | None:
        """What a thread has of its own at an address; its places are those of memory."""
        size = self.program.image.locals
        for thread in stop.raw.threads:
            start = thread.locals - size
            if thread.locals and 0 <= address - start < size:
                found = find_static(self.program.locals, address - start)
                first = found.start if found is not None else address - start
                name = found.name if found is not None else f"thread_local + {first}"
                owner = self.threads.name(thread)
                more = f" of {owner}" if len(self.threads.names) > 1 else ""
                end = first + (found.size if found is not None else 1)
                return Range(start + first, start + end, name + more, ".tdata", False, owner, first)
        return None


# The stack ----------------------------------------------------------------------------------


def _find_homes(stop: Stop, program: Program) -> Iterator[Home]:
    """All variables; those that are drawn, and stand in their own frame, are meant first."""
    shown = {key for key, _, _ in shown_variables(stop.raw, program.marks[stop.raw.mark])}
    title = program.types.title
    numbers = [number_frames(thread, title) for thread in stop.raw.threads]
    for key, frame, variable in all_variables(stop.raw):
        if variable.address:
            type = stop.types[key]
            is_list = type is not None and type.layout.kind is Kind.ARRAY
            own = frame.low <= variable.address < frame.high
            name = f"{program.types.title(frame.function)}: {variable.name}"
            end = variable.address + max(variable.size, 1)
            rank = (not is_list, not own, key not in shown)
            thread = stop.raw.threads[key[0]]
            yield Home(thread, variable.address, end, name, numbers[key[0]][key[1]], rank)


def _is_at(home: Home, pointer: Pointer) -> bool:
    """The empty rest of an array lies right behind it."""
    if home.start <= pointer.address < home.end:
        return True
    return pointer.is_list and not pointer.reach and pointer.address == home.end


# The program's own file ---------------------------------------------------------------------


def _find_ranges(stops: Sequence[Stop], program: Program) -> tuple[Range, ...]:
    """Pointers into the same literal or static share one range: from its first byte to its last."""
    found: dict[tuple[int, int, bool], Stop] = {}
    for stop in stops:
        for one in stop.statics.values():
            start = one.pointer.address - stop.raw.base
            end = start + (one.pointer.reach or 0)
            static = program.static_at(start)
            if static is not None:
                start, end = static.start, static.start + static.size
            found.setdefault((start, end, one.pointer.text), stop)
    return tuple(_name_ranges(_join(found), program))


def _join(found: dict[tuple[int, int, bool], Stop]) -> list[tuple[int, int, bool, Stop]]:
    joined: list[tuple[int, int, bool, Stop]] = []
    for start, end, text in sorted(found, key=lambda one: (one[0], -one[1])):
        stop = found[start, end, text]
        if joined and start < joined[-1][1]:
            first, last, is_text, before = joined[-1]
            joined[-1] = (first, max(last, end), is_text, before)
        else:
            joined.append((start, end, text, stop))
    return joined


def _name_ranges(
    joined: Sequence[tuple[int, int, bool, Stop]], program: Program
) -> Iterator[Range]:
    unnamed = 0
    used: dict[str, int] = {}
    for start, end, text, stop in joined:
        part = find_part(program.image.parts, start)
        static = program.static_at(start)
        if static is not None:
            name = static.name
        elif text:
            name = _quote(Memory(stop.raw).read_most(start + stop.raw.base, end - start))
        else:
            unnamed += 1
            name = f"constant #{unnamed}"
        used[name] = used.get(name, 0) + 1
        name += f" #{used[name]}" if used[name] > 1 else ""
        yield Range(start, end, name, part.name if part is not None else "", text)


def _quote(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    return f'"{text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"}"'
