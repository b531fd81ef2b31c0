"""Stops of a run, and the names of the places in them → snapshots. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.memory import Block, Frame, Snapshot, Spot, Static, Thread, Variable
from macros.model import Mark
from macros.rust.snapshots.decoded import Pointer
from macros.rust.snapshots.known import Memory, Program
from macros.rust.snapshots.naming import Names, Range
from macros.rust.snapshots.raw import RawThread, RawVariable
from macros.rust.snapshots.stops import Found, Judged, Key, Stop, fits, shown_variables
from macros.rust.snapshots.types import Type


def write_snapshots(
    stops: Sequence[Stop], judged: Sequence[Mapping[Key, Judged]], program: Program
) -> tuple[Snapshot, ...]:
    """The snapshots of a run, in the order of its stops."""
    names = Names(stops, program)
    hits: dict[int, int] = {}
    snapshots = []
    for at, (stop, standings) in enumerate(zip(stops, judged, strict=True)):
        hits[stop.raw.mark] = hits.get(stop.raw.mark, 0) + 1
        writer = _Writer(stop, names, standings, program.marks[stop.raw.mark])
        snapshots.append(writer.write(at, hits[stop.raw.mark]))
    return tuple(snapshots)


class _Writer:
    """Writes one snapshot."""

    def __init__(self, stop: Stop, names: Names, judged: Mapping[Key, Judged], mark: Mark) -> None:
        self.stop, self.names, self.judged, self.mark = stop, names, judged, mark
        self.memory = Memory(stop.raw)

    def write(self, at: int, hit: int) -> Snapshot:
        """The snapshot of the run's stop number `at`, from 0."""
        threads = tuple(self._thread(row) for row in range(len(self.stop.raw.threads)))
        blocks = tuple(self._blocks(at))
        return Snapshot(
            self.mark.label, self.mark.line, hit, threads, blocks, tuple(self._statics())
        )

    def _thread(self, at: int) -> Thread:
        raw = self.stop.raw.threads[at]
        frames = []
        for row, frame in enumerate(raw.frames):
            line = self.mark.line if raw.stopped and row == 0 else frame.line
            variables = tuple(self._variables((at, row), raw))
            frames.append(Frame(self.names.program.types.title(frame.function), line, variables))
        return Thread(self.names.threads.name(raw), tuple(frames))

    def _variables(self, place: tuple[int, int], thread: RawThread) -> Iterator[Variable]:
        shown = [
            (key, variable)
            for key, _, variable in shown_variables(self.stop.raw, self.mark)
            if key[:2] == place
        ]
        frame = thread.frames[place[1]]
        own = [each.address for _, each in shown if frame.low <= each.address < frame.high]
        lowest = min(own, default=frame.low)
        end = thread.frames[-1].high
        for key, variable in sorted(shown, key=lambda one: one[1].address):
            is_on_stack = thread.top <= variable.address < end
            offset = variable.address - lowest if is_on_stack else 0
            yield self._variable(key, variable, offset)

    def _variable(self, key: Key, variable: RawVariable, offset: int) -> Variable:
        decoded = self.stop.variables.get(key)
        said = self.judged.get(key, Judged())
        type = self.stop.types[key]
        return Variable(
            variable.name,
            type.name if type is not None else "?",
            offset,
            variable.size,
            variable.bytes if decoded is not None else b"",
            self.names.value(decoded, self.stop) if decoded is not None else None,
            said.standing,
            said.since,
            self.names.spot(Pointer(variable.address, type), self.stop)
            if variable.address
            else None,
        )

    def _place(self, variable: RawVariable, type: Type | None) -> Spot | None:
        """Where a variable lies; None for one that has no place of its own."""
        if not variable.address:
            return None
        return self.names.spot(Pointer(variable.address, type), self.stop)

    def _blocks(self, at: int) -> Iterator[Block]:
        """The blocks that were shown up to now: live ones with what is in them, freed ones
        without."""
        for identity, number in self.names.numbers.items():
            if self.names.first_seen[identity] <= at:
                found = self.stop.kept.get(identity) or self.stop.blocks.get(identity)
                yield self._block(identity, number, found)

    def _block(self, identity: int, number: int, found: Found | None) -> Block:
        life = self.stop.heap[identity]
        if life.freed:
            return Block(number, life.size, life.align, freed=True, moved=life.moved)
        data = next((data for start, _, data in self.stop.raw.blocks if start == life.start), b"")
        if found is None or found.pointer.address != life.start:
            return Block(number, life.size, life.align, moved=life.moved, bytes=data)
        value = self.names.value(found.value, self.stop) if found.value is not None else None
        whole = life.size if found.pointer.room is None else found.pointer.reach
        used = whole if fits(found.pointer, life) else None
        return Block(number, life.size, life.align, False, life.moved, used, data, value)

    def _statics(self) -> Iterator[Static]:
        """Those that something shown leads to, each once."""
        base = self.stop.raw.base
        seen: dict[Range, Found] = {}
        for address, found in sorted(self.stop.statics.items()):
            one = self._range(address)
            if one is not None and (one not in seen or address == one.start + base):
                seen[one] = found
        for one, found in seen.items():
            own = self.names.local_at(found.pointer.address, self.stop)
            start = one.start if own is not None else one.start + base
            size = one.end - one.start
            data = self.memory.read_most(start, size)
            is_first = found.value is not None and found.pointer.address == start
            value = self.names.value(found.value, self.stop) if is_first and found.value else None
            yield Static(one.name, one.section, size, data, value)

    def _range(self, address: int) -> Range | None:
        own = self.names.local_at(address, self.stop)
        if own is not None:
            return own
        place = address - self.stop.raw.base
        return next((one for one in self.names.ranges if one.start <= place < one.end), None)
