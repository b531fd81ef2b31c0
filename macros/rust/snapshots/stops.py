"""Raw facts of a run, and the types of the program → each stop, read by itself. Pure.

Its variables are read, and every block and static that something shown leads to. Nothing has a
name yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from macros.memory import Standing
from macros.model import Mark
from macros.rust.snapshots.decoded import Decoded, Pointer
from macros.rust.snapshots.heap import Heap, Life, block_at, follow, freed_at
from macros.rust.snapshots.image import find_part
from macros.rust.snapshots.known import Memory, Program
from macros.rust.snapshots.raw import RawFrame, RawMoment, RawVariable
from macros.rust.snapshots.types import Type
from macros.rust.snapshots.values import Reader

LOWEST: Final = 4096
"""Below, nothing is ever mapped."""

Key = tuple[int, int, int]
"""A variable of a stop: the numbers of its thread, its frame and itself."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the compiler says of a variable at a stop, and since which line."""

    standing: Standing = Standing.LIVE
    since: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A block or a static with the pointer by which it was read; `value` is None where that leads
    into its middle."""

    pointer: Pointer
    value: Decoded | None


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop, read: values of variables, and of the blocks and statics that they lead to.

    `kept` are blocks that no shown variable leads to any more; `ended` those that are freed and
    still pointed to. Both, as `blocks`, by their identity; `statics` by address.
    """

    raw: RawMoment
    heap: Heap
    types: Mapping[Key, Type | None]
    variables: Mapping[Key, Decoded]
    blocks: Mapping[int, Found]
    kept: Mapping[int, Found]
    ended: frozenset[int]
    statics: Mapping[int, Found]


def read_stops(
    raw: Sequence[RawMoment], judged: Sequence[Mapping[Key, Judged]], program: Program
) -> tuple[Stop, ...]:
    """Read each stop; `judged` says of each stop's variables what they are."""
    heap: Heap = {}
    known: dict[int, Found] = {}
    stops = []
    for moment, standings in zip(raw, judged, strict=True):
        heap = follow(heap, moment.log)
        stop = _StopReader(moment, heap, standings, program).read(known)
        known |= stop.kept
        known |= stop.blocks
        stops.append(stop)
    return tuple(stops)


def all_variables(moment: RawMoment) -> Iterator[tuple[Key, RawFrame, RawVariable]]:
    for at, thread in enumerate(moment.threads):
        for row, frame in enumerate(thread.frames):
            for number, variable in enumerate(frame.variables):
                yield (at, row, number), frame, variable


def shown_variables(moment: RawMoment, mark: Mark) -> Iterator[tuple[Key, RawFrame, RawVariable]]:
    """The variables of a stop that the mark wants to be drawn."""
    for key, frame, variable in all_variables(moment):
        if not mark.show or variable.name in mark.show:
            yield key, frame, variable


def find_pointers(value: Decoded) -> Iterator[Pointer]:
    """All pointers in a value, those in its parts too."""
    if value.pointer is not None:
        yield value.pointer
    for _, part in value.parts:
        yield from find_pointers(part)


@dataclass(slots=True)
class _Search:
    """What was found so far."""

    blocks: dict[int, Found] = field(default_factory=dict)
    ended: set[int] = field(default_factory=set)
    statics: dict[int, Found] = field(default_factory=dict)


class _StopReader:
    """Reads one stop."""

    def __init__(
        self, raw: RawMoment, heap: Heap, judged: Mapping[Key, Judged], program: Program
    ) -> None:
        self.raw, self.heap, self.judged, self.program = raw, heap, judged, program
        self.memory = Memory(raw)
        self.parts = program.image.placed(raw.base)
        self.reader = Reader(program.types, self.memory.read, self._find_concrete, raw.is_address)
        self.bytes_of = {start: data for start, _, data in raw.blocks}

    def _find_concrete(self, vtable: int) -> Type | None:
        return self.program.vtables.get(vtable - self.raw.base)

    def read(self, known: Mapping[int, Found]) -> Stop:
        """The stop; `known` are the blocks that were read at those before it."""
        shown = {key for key, _, _ in shown_variables(self.raw, self.program.marks[self.raw.mark])}
        types: dict[Key, Type | None] = {}
        values: dict[Key, Decoded] = {}
        for key, frame, variable in all_variables(self.raw):
            type = self.program.types.of_variable(frame.function, variable.name, variable.line)
            types[key] = type
            if self._standing(key) is not Standing.UNINITIALISED:
                values[key] = self._read_variable(type, variable)
        followed = [key for key in values if self._standing(key) is not Standing.MOVED]
        search = self._follow([values[key] for key in followed if key in shown])
        hidden = [values[key] for key in followed if key not in shown]
        kept = self._keep(known, search.blocks, hidden)
        self._add(search, [one.value for one in kept.values() if one.value is not None])
        drawn = {key: values[key] for key in values if key in shown}
        found = search.blocks, kept, frozenset(search.ended), search.statics
        return Stop(self.raw, self.heap, types, drawn, *found)

    def _standing(self, key: Key) -> Standing:
        return self.judged.get(key, Judged()).standing

    def _read_variable(self, type: Type | None, variable: RawVariable) -> Decoded:
        if type is None:
            return Decoded("?", f"{variable.size} bytes", 0, variable.size)
        return self.reader.read(type, variable.bytes)

    def _life_at(self, pointer: Pointer) -> Life | None:
        return block_at(self.heap, pointer.address) if pointer.address >= LOWEST else None

    # Blocks and statics that are pointed to ------------------------------------------------

    def _follow(self, values: Iterable[Decoded]) -> _Search:
        """Read each block and static that a value leads to; who owns a block says what is in it."""
        search = _Search()
        self._add(search, values)
        return search

    def _add(self, search: _Search, values: Iterable[Decoded]) -> None:
        waiting = list(values)
        while waiting:
            for pointer in find_pointers(waiting.pop()):
                life = self._life_at(pointer)
                if life is None:
                    value = self._find_outside(search, pointer)
                else:
                    value = self._find_block(search.blocks, pointer, life)
                waiting += [value] if value is not None else []

    def _find_block(self, blocks: dict[int, Found], pointer: Pointer, life: Life) -> Decoded | None:
        known = blocks.get(life.identity)
        if known is not None and not _says_more(pointer, known.pointer, life):
            return None
        value = self._read_block(pointer, life)
        blocks[life.identity] = Found(pointer, value)
        return value

    def _read_block(self, pointer: Pointer, life: Life) -> Decoded | None:
        if pointer.address != life.start:
            return None
        return self.reader.block(pointer, self.bytes_of.get(life.start, b""))

    def _find_outside(self, search: _Search, pointer: Pointer) -> Decoded | None:
        """A pointer that leads to no live block."""
        part = find_part(self.parts, pointer.address)
        own = any(0 <= pointer.address - start < size for start, size in self._of_threads())
        if (part is None or part.code) and not own:
            gone = freed_at(self.heap, pointer.address) if pointer.address >= LOWEST else None
            search.ended |= {gone.identity} if gone is not None else set()
            return None
        if not pointer.reach:
            return None
        pointer = self._whole_static(pointer)
        known = search.statics.get(pointer.address)
        if known is not None and (known.pointer.reach or 0) >= (pointer.reach or 0):
            return None
        data = self.memory.read_most(pointer.address, pointer.reach or 0)
        value = self.reader.block(pointer, data)
        search.statics[pointer.address] = Found(pointer, value)
        return value

    def _whole_static(self, pointer: Pointer) -> Pointer:
        """A pointer into a static of the program shows all of it."""
        static = self.program.static_at(pointer.address - self.raw.base)
        if static is None or static.type is None:
            return pointer
        return Pointer(static.start + self.raw.base, static.type)

    def _of_threads(self) -> Iterator[tuple[int, int]]:
        size = self.program.image.locals
        return ((one.locals - size, size) for one in self.raw.threads if one.locals)

    # Blocks that nobody shown points to any more -------------------------------------------

    def _keep(
        self, known: Mapping[int, Found], found: Mapping[int, Found], hidden: Sequence[Decoded]
    ) -> dict[int, Found]:
        """Blocks that were read before, read again: with what hidden variables say of them, or
        else by the pointer that last led there."""
        lost = {
            identity: replace(one.pointer, address=self.heap[identity].start)
            for identity, one in known.items()
            if one.value is not None and not self._is_owned(identity, found)
        }
        again = {
            identity: Found(pointer, self._read_block(pointer, self.heap[identity]))
            for identity, pointer in lost.items()
        }
        inside = [one.value for one in again.values() if one.value is not None]
        said = self._adopt(inside, lost) | self._adopt(hidden, lost)
        better = {
            identity: one
            for identity, one in said.items()
            if identity in lost or (identity in found and not self._is_owned(identity, found))
        }
        return again | better

    def _is_owned(self, identity: int, found: Mapping[int, Found]) -> bool:
        """Whether a block is gone, or was read by a pointer that speaks of all of it."""
        life = self.heap[identity]
        return life.freed or (identity in found and fits(found[identity].pointer, life))

    def _adopt(self, values: Iterable[Decoded], lost: Mapping[int, Pointer]) -> dict[int, Found]:
        """What values say of blocks that they own, and of the same things in lost ones."""
        found: dict[int, Found] = {}
        waiting = list(values)
        while waiting:
            for pointer in find_pointers(waiting.pop()):
                life = self._life_at(pointer)
                if life is not None and _agrees(lost.get(life.identity), pointer, life):
                    value = self._find_block(found, pointer, life)
                    waiting += [value] if value is not None else []
        return found


def fits(pointer: Pointer, life: Life) -> bool:
    """Whether a pointer speaks of all that the block has room for."""
    if pointer.target is None or pointer.address != life.start:
        return False
    if pointer.counted:
        return (pointer.reach or 0) + pointer.counted > life.size
    if pointer.room is not None:
        return pointer.room * pointer.target.layout.size == life.size
    return pointer.reach == life.size


def _agrees(known: Pointer | None, pointer: Pointer, life: Life) -> bool:
    """Whether a pointer owns a block, or is to the same thing as the one that last led there."""
    if known is None:
        return fits(pointer, life)
    same = pointer.target is known.target and pointer.is_list == known.is_list
    return same and pointer.address == known.address


def _says_more(pointer: Pointer, known: Pointer, life: Life) -> bool:
    """Whether a pointer tells more of a block than the one by which it was read."""
    if known.address != life.start:
        return pointer.address == life.start
    if pointer.address != life.start or known.room is not None:
        return False
    return pointer.room is not None or (pointer.reach or 0) > (known.reach or 0)
