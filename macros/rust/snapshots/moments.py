"""Raw facts of a run, and the types of the program → snapshots, every place under a name. Pure.

First each stop is read by itself: its variables, and every block that something shown leads to.
Then blocks and statics of the whole run get their names, in the order of their requests and of
their first sight, so that a name means the same thing at every stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from macros.memory import (
    Block,
    Frame,
    Region,
    Snapshot,
    Spot,
    Standing,
    Static,
    Thread,
    Value,
    Variable,
)
from macros.model import Mark
from macros.rust.snapshots.heap import Heap, Life, block_at, follow, freed_at
from macros.rust.snapshots.image import Part, find_part
from macros.rust.snapshots.raw import RawFrame, RawMoment, RawThread, RawVariable
from macros.rust.snapshots.types import CRATE, Type, Types
from macros.rust.snapshots.values import Decoded, Pointer, Reader

LOWEST: Final = 4096
"""Below, nothing is ever mapped."""
_SYMBOL: Final = re.compile(r"(?P<name>.*?)(?: \+ (?P<offset>\d+))? in section \S+(?: of .*)?")
_OWNER: Final = re.compile(r"<(?P<type>.*) as .*>::\w+|core::ptr::drop_in_place<(?P<dropped>.*)>")
_HASH: Final = re.compile(r"::h[0-9a-f]{16}$")
_UNNAMED: Final = re.compile(
    r"__snapshots|program::__snapshots|anon\.|\.L|str\.|vtable|alloc_|__unnamed"
)

Key = tuple[int, int, int]
"""A variable of a stop: the numbers of its thread, its frame and itself."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the compiler says of a variable at a stop, and since which line."""

    standing: Standing = Standing.LIVE
    since: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """The bytes of a variable: `main: scores`; `frame` as in `Spot`."""

    start: int
    end: int
    name: str
    frame: int


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop, read: values of variables, and of the blocks and statics that they lead to."""

    raw: RawMoment
    heap: Heap
    homes: tuple[Home, ...]
    types: Mapping[Key, str]
    variables: Mapping[Key, Decoded]
    blocks: Mapping[int, tuple[Pointer, Decoded | None]]
    statics: tuple[Pointer, ...]


@dataclass(slots=True)
class _Search:
    """Blocks and statics that were found so far, and pointers that still have to be followed."""

    blocks: dict[int, tuple[Pointer, Decoded | None]] = field(default_factory=dict)
    statics: dict[int, Pointer] = field(default_factory=dict)
    waiting: list[Decoded] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Program:
    """What does not change while the program runs."""

    types: Types
    parts: tuple[Part, ...]
    marks: Sequence[Mark]


def read_stops(
    raw: Sequence[RawMoment], judged: Sequence[Mapping[Key, Judged]], program: Program
) -> tuple[Stop, ...]:
    """Read each stop; `judged` says of each stop's variables what they are."""
    heap: Heap = {}
    stops = []
    for moment, standings in zip(raw, judged, strict=True):
        heap = follow(heap, moment.log)
        stops.append(_read_stop(moment, heap, standings, program))
    return tuple(stops)


def shown_variables(moment: RawMoment, mark: Mark) -> Iterator[tuple[Key, RawFrame, RawVariable]]:
    """The variables of a stop that the mark wants to be drawn."""
    for at, thread in enumerate(moment.threads):
        for row, frame in enumerate(thread.frames):
            for number, variable in enumerate(frame.variables):
                if not mark.show or variable.name in mark.show:
                    yield (at, row, number), frame, variable


# One stop -----------------------------------------------------------------------------------


def _read_stop(raw: RawMoment, heap: Heap, judged: Mapping[Key, Judged], program: Program) -> Stop:
    reader = Reader(program.types, _Memory(raw).read, _Concrete(raw, program.types).find)
    variables: dict[Key, Decoded] = {}
    types: dict[Key, str] = {}
    search = _Search()
    for key, frame, variable in shown_variables(raw, program.marks[raw.mark]):
        standing = judged.get(key, Judged()).standing
        type = program.types.of_variable(frame.function, variable.name, variable.line)
        types[key] = type.name if type is not None else "?"
        if standing is Standing.UNINITIALISED:
            continue
        decoded = _read_variable(reader, type, variable)
        variables[key] = decoded
        if standing is not Standing.MOVED:
            search.waiting.append(decoded)
    _follow_pointers(search, reader, raw, heap, program)
    homes = tuple(_homes(raw, program.marks[raw.mark]))
    return Stop(raw, heap, homes, types, variables, search.blocks, tuple(search.statics.values()))


def _read_variable(reader: Reader, type: Type | None, variable: RawVariable) -> Decoded:
    if type is None:
        return Decoded("?", f"{variable.size} bytes", 0, variable.size)
    return reader.read(type, variable.bytes)


def _follow_pointers(
    search: _Search, reader: Reader, raw: RawMoment, heap: Heap, program: Program
) -> None:
    """Read every block and static that a value leads to; who owns a block says what is in it."""
    bytes_of = {start: data for start, _, data in raw.blocks}
    while search.waiting:
        for pointer in _pointers(search.waiting.pop()):
            life = block_at(heap, pointer.address) if pointer.address >= LOWEST else None
            if life is None:
                part = find_part(program.parts, pointer.address)
                if part is not None and not part.code and pointer.reach:
                    search.statics.setdefault(pointer.address, pointer)
                continue
            known = search.blocks.get(life.identity)
            if known is not None and not _says_more(pointer, known[0], life):
                continue
            whole = pointer.address == life.start
            data = bytes_of.get(life.start, b"")
            value = reader.block(pointer, data) if whole else None
            search.blocks[life.identity] = (pointer, value)
            if value is not None:
                search.waiting.append(value)


def _says_more(pointer: Pointer, known: Pointer, life: Life) -> bool:
    """Whether a pointer tells more of a block than the one by which it was read."""
    if known.address != life.start:
        return pointer.address == life.start
    if pointer.address != life.start or known.room is not None:
        return False
    return pointer.room is not None or (pointer.reach or 0) > (known.reach or 0)


def _pointers(value: Decoded) -> Iterator[Pointer]:
    if value.pointer is not None:
        yield value.pointer
    for _, part in value.parts:
        yield from _pointers(part)


class _Memory:
    """The bytes that are known at a stop, by address."""

    def __init__(self, raw: RawMoment) -> None:
        variables = (
            (variable.address, variable.bytes)
            for thread in raw.threads
            for frame in thread.frames
            for variable in frame.variables
        )
        self.pieces = [
            *((start, data) for start, _, data in raw.blocks),
            *variables,
            *raw.image,
        ]

    def read(self, address: int, size: int) -> bytes | None:
        for start, data in self.pieces:
            if start <= address and address + size <= start + len(data):
                return data[address - start : address - start + size]
        return None


class _Concrete:
    """The types behind vtables, from gdb's names of the functions in them."""

    def __init__(self, raw: RawMoment, types: Types) -> None:
        self.words = dict(raw.image)
        self.names = dict(raw.symbols)
        self.types = types

    def find(self, vtable: int) -> Type | None:
        data = self.words.get(vtable, b"")
        for at in range(0, min(len(data), 64), 8):
            text = self.names.get(int.from_bytes(data[at : at + 8], "little"), "")
            found = _OWNER.match(text)
            if found is not None:
                return self.types.named(found["type"] or found["dropped"])
        return None


# Names --------------------------------------------------------------------------------------


def plain_function(name: str) -> str:
    """gdb's name of a function as people say it: without the crate, a closure as such."""
    path = name.removeprefix(f"{CRATE}::")
    path = re.sub(r"::\{closure#\d+\}", " (closure)", path)
    return re.sub(r"\{impl#\d+\}::", "", path)


def _homes(raw: RawMoment, mark: Mark) -> Iterator[Home]:
    for at, thread in enumerate(raw.threads):
        depths = _depths(thread)
        for key, frame, variable in shown_variables(raw, mark):
            if key[0] == at and variable.address:
                name = f"{plain_function(frame.function)}: {variable.name}"
                end = variable.address + max(variable.size, 1)
                yield Home(variable.address, end, name, depths[key[1]])


def _depths(thread: RawThread) -> list[int]:
    """For each frame, its number among those of its function from the outermost; 0 if alone."""
    names = [frame.function for frame in thread.frames]
    return [
        names[row:].count(name) if names.count(name) > 1 else 0 for row, name in enumerate(names)
    ]


class Names:
    """The names of the blocks and statics of a whole run."""

    def __init__(self, stops: Sequence[Stop], program: Program) -> None:
        seen = sorted({identity for stop in stops for identity in stop.blocks})
        self.numbers = {identity: number for number, identity in enumerate(seen, start=1)}
        self.first_seen = {
            identity: next(at for at, stop in enumerate(stops) if identity in stop.blocks)
            for identity in seen
        }
        self.parts = program.parts
        self.statics = _join_statics(stops, program)

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
        for home in stop.homes:
            if home.start <= address < home.end:
                return Spot(Region.STACK, home.name, address - home.start, reach, home.frame)
        return self._spot_elsewhere(pointer, stop)

    def _spot_elsewhere(self, pointer: Pointer, stop: Stop) -> Spot:
        address, reach = pointer.address, pointer.reach
        for static in self.statics:
            if static.start <= address <= static.end:
                return Spot(Region.STATIC, static.name, address - static.start, reach)
        part = find_part(self.parts, address)
        if part is not None:
            region = Region.CODE if part.code else Region.STATIC
            return Spot(region, _symbol(stop, address), 0, reach)
        life = freed_at(stop.heap, address)
        if life is not None and life.identity in self.numbers:
            return Spot(Region.FREED, self._block(life), address - life.start, reach)
        tops = [thread.top for thread in stop.raw.threads if thread.top]
        if tops and any(top <= address < top + (8 << 20) for top in tops):
            return Spot(Region.STACK, "", 0, reach)
        return Spot(Region.DANGLING, reach=reach)

    def _block(self, life: Life) -> str:
        return f"heap #{self.numbers[life.identity]}"

    def value(self, decoded: Decoded, stop: Stop) -> Value:
        """The value with its places named."""
        spot = None if decoded.pointer is None else self.spot(decoded.pointer, stop)
        parts = tuple((name, self.value(part, stop)) for name, part in decoded.parts)
        return Value(decoded.type, decoded.text, decoded.offset, decoded.size, parts, spot)


def _symbol(stop: Stop, address: int) -> str:
    """gdb's name for a place of the program's file, shortened; empty where it has none."""
    found = _SYMBOL.fullmatch(dict(stop.raw.symbols).get(address, ""))
    if found is None or found["offset"] or _UNNAMED.match(found["name"]):
        return ""
    return _HASH.sub("", found["name"].removeprefix(f"{CRATE}::"))


@dataclass(frozen=True, slots=True)
class _Range:
    """Bytes of the program's file that something points to, under one name."""

    start: int
    end: int
    name: str
    section: str
    bytes: bytes
    pointer: Pointer


def _join_statics(stops: Sequence[Stop], program: Program) -> tuple[_Range, ...]:
    """Pointers into the same literal or static share one range: from its first byte to its last."""
    found: list[tuple[int, int, Pointer, Stop]] = []
    for stop in stops:
        for pointer in stop.statics:
            found.append((pointer.address, pointer.address + (pointer.reach or 0), pointer, stop))
    ranges: list[_Range] = []
    for start, end, pointer, stop in sorted(found, key=lambda one: (one[0], -one[1])):
        if ranges and start < ranges[-1].end:
            continue
        part = find_part(program.parts, start)
        data = _Memory(stop.raw).read(start, end - start) or b""
        section = part.name if part is not None else ""
        name = _quote(pointer, data) or _symbol(stop, start) or section
        ranges.append(_Range(start, end, name, section, data, pointer))
    return tuple(ranges)


def _quote(pointer: Pointer, data: bytes) -> str:
    return f'"{data.decode("utf-8", "replace")}"' if pointer.text else ""


# The snapshots ------------------------------------------------------------------------------


def write_snapshots(
    stops: Sequence[Stop], judged: Sequence[Mapping[Key, Judged]], program: Program
) -> tuple[Snapshot, ...]:
    """The snapshots of a run, in the order of its stops."""
    names = Names(stops, program)
    hits: dict[int, int] = {}
    snapshots = []
    for at, (stop, standings) in enumerate(zip(stops, judged, strict=True)):
        mark = program.marks[stop.raw.mark]
        hits[stop.raw.mark] = hits.get(stop.raw.mark, 0) + 1
        snapshots.append(
            Snapshot(
                mark.label,
                mark.line,
                hits[stop.raw.mark],
                tuple(
                    _thread(stop, row, standings, names, mark)
                    for row in range(len(stop.raw.threads))
                ),
                tuple(_blocks(stop, at, names)),
                tuple(_statics(stop, names)),
            )
        )
    return tuple(snapshots)


def _thread(stop: Stop, at: int, judged: Mapping[Key, Judged], names: Names, mark: Mark) -> Thread:
    raw = stop.raw.threads[at]
    frames = []
    for row, frame in enumerate(raw.frames):
        line = mark.line if raw.stopped and row == 0 else frame.line
        variables = tuple(_variables(stop, (at, row), judged, names, mark))
        frames.append(Frame(plain_function(frame.function), line, variables))
    name = raw.name if at or raw.name != CRATE else "main"
    return Thread("main" if raw.number == 1 else name, tuple(frames))


def _variables(
    stop: Stop, place: tuple[int, int], judged: Mapping[Key, Judged], names: Names, mark: Mark
) -> Iterator[Variable]:
    shown = [
        (key, variable) for key, _, variable in shown_variables(stop.raw, mark) if key[:2] == place
    ]
    lowest = min((variable.address for _, variable in shown if variable.address), default=0)
    for key, variable in sorted(shown, key=lambda one: one[1].address):
        decoded = stop.variables.get(key)
        said = judged.get(key, Judged())
        yield Variable(
            variable.name,
            stop.types[key],
            variable.address - lowest,
            variable.size,
            variable.bytes if decoded is not None else b"",
            names.value(decoded, stop) if decoded is not None else None,
            said.standing,
            said.since,
        )


def _blocks(stop: Stop, at: int, names: Names) -> Iterator[Block]:
    """The blocks that were shown up to now: live ones with what is in them, freed ones without."""
    bytes_of = {start: data for start, _, data in stop.raw.blocks}
    for identity, number in names.numbers.items():
        if names.first_seen[identity] > at:
            continue
        life = stop.heap[identity]
        if life.freed:
            yield Block(number, life.size, life.align, freed=True, moved=life.moved)
            continue
        data = bytes_of.get(life.start, b"")
        data = bytes_of.get(life.start, b"")
        found = stop.blocks.get(identity)
        if found is None:
            yield Block(number, life.size, life.align, moved=life.moved, bytes=data)
            continue
        pointer, decoded = found
        used = pointer.reach if pointer.address == life.start else None
        value = names.value(decoded, stop) if decoded is not None else None
        yield Block(number, life.size, life.align, False, life.moved, used, data, value)


def _statics(stop: Stop, names: Names) -> Iterator[Static]:
    reached = {pointer.address for pointer in stop.statics}
    for one in names.statics:
        if any(one.start <= address <= one.end for address in reached):
            text = one.bytes.decode("utf-8", "replace") if one.pointer.text else ""
            value = Value("str", f'"{text}"', 0, len(one.bytes)) if text else None
            yield Static(one.name, one.section, one.end - one.start, one.bytes, value)
