"""A snapshot → its cards with their anchors, and where each pointer leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.draw.player.rows import Row, Tie, pointers_in
from macros.memory import Frame, Region, Snapshot, Spot, Standing, Thread, Variable


@dataclass(frozen=True, slots=True)
class FramePlace:
    """A frame with its name (`fact #2` where the function is called several times)."""

    anchor: str
    thread: Thread
    frame: Frame
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Bytes under a name that can be pointed to and can hold pointers."""

    anchor: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Target:
    """Where a pointer leads, in words; `anchor` is empty where nothing is drawn there."""

    words: str
    anchor: str = ""
    offset: int = 0
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A pointer that leads to a holder."""

    name: str
    anchor: str
    tie: Tie


@dataclass(frozen=True)
class Places:
    """The places of one snapshot; the anchors of its cards begin with `prefix`.

    Calls of functions in `numbered` have a number, also where there is only one.
    """

    prefix: str
    snapshot: Snapshot
    numbered: frozenset[str] = frozenset()

    @cached_property
    def frames(self) -> tuple[FramePlace, ...]:
        """All frames, those of the first thread first, the innermost first."""
        return tuple(self._frames())

    def _frames(self) -> Iterator[FramePlace]:
        for at, thread in enumerate(self.snapshot.threads, start=1):
            counts = Counter(frame.function for frame in thread.frames)
            left = Counter(counts)
            for row, frame in enumerate(thread.frames, start=1):
                number = left[frame.function]
                left[frame.function] -= 1
                several = frame.function in self.numbered or counts[frame.function] > 1
                name = f"{frame.function} #{number}" if several else frame.function
                yield FramePlace(f"{self.prefix}-f{at}-{row}", thread, frame, name, number)

    def variable(self, place: FramePlace, at: int) -> Holder:
        """The card of the variable at that index of a frame."""
        variable = place.frame.variables[at]
        return Holder(f"{place.anchor}-v{at + 1}", f"{place.name}: {variable.name}", variable.size)

    def block(self, number: int) -> str:
        return f"{self.prefix}-h{number}"

    def static(self, at: int) -> str:
        return f"{self.prefix}-s{at + 1}"

    def find(self, spot: Spot, thread: Thread | None = None) -> Holder | None:
        """The card that the spot names; variables of `thread` come before those of others."""
        match spot.region:
            case Region.HEAP | Region.FREED:
                return self._blocks.get(spot.name)
            case Region.STATIC:
                return self._statics.get(spot.name)
            case Region.STACK:
                return self._find_variable(spot, thread)
        return None

    @cached_property
    def _blocks(self) -> dict[str, Holder]:
        return {
            block.name: Holder(self.block(block.number), block.name, block.size)
            for block in self.snapshot.blocks
        }

    @cached_property
    def _statics(self) -> dict[str, Holder]:
        return {
            static.name: Holder(self.static(at), static.name, static.size)
            for at, static in enumerate(self.snapshot.statics)
        }

    def _find_variable(self, spot: Spot, thread: Thread | None) -> Holder | None:
        function, _, name = spot.name.rpartition(": ")
        found = [
            (place.thread is not thread, self.variable(place, at), variable.place)
            for place in self.frames
            if place.frame.function == (function or name) and (spot.frame in (0, place.number))
            for at, variable in enumerate(place.frame.variables)
            if function and variable.name == name
        ]
        exact = [holder for _, holder, own in found if own is not None and own.start == spot.start]
        if exact or any(own is not None for _, _, own in found):
            return exact[0] if exact else None
        # of variables with one name the last one shadows the others
        near = [holder for foreign, holder, _ in found if not foreign]
        near = near or [holder for _, holder, _ in found]
        return near[-1] if near else None

    def target(self, row: Row, thread: Thread | None = None) -> Target:
        """Where the pointer of a row leads, in words."""
        spot = row.spot
        if spot is None:
            return Target("an address", lost=True)
        match spot.region:
            case Region.NULL:
                return Target("null: points to nothing", lost=True)
            case Region.DANGLING:
                of_library = row.tie in (Tie.OWNS, Tie.SHARES, Tie.WEAK)
                words = "no block" if of_library else "dangling: no memory is there"
                return Target(words, lost=True)
            case Region.CODE:
                return Target(f"code of {spot.name}" if spot.name else "code")
        holder = self.find(spot, thread)
        freed = spot.region is Region.FREED
        after = ", which is freed" if freed else ""
        if holder is None:
            away = hex(spot.offset) if spot.region is Region.STACK else str(spot.offset)
            offset = f" + {away}" if spot.offset else ""
            return Target(f"{_numbered(spot)}{offset}{after}", lost=freed)
        inside = _inside(spot, holder, row.tie)
        return Target(holder.name + inside + after, holder.anchor, spot.offset, freed)

    @cached_property
    def sources(self) -> dict[str, tuple[Source, ...]]:
        """For each card's anchor the pointers that lead to it, of variables that still count."""
        found: dict[str, list[Source]] = {}
        for holder, row, thread in self._pointers():
            spot = row.spot
            to = self.find(spot, thread) if spot is not None else None
            if to is not None:
                source = Source(holder.name, holder.anchor, row.tie)
                known = found.setdefault(to.anchor, [])
                if source not in known:
                    known.append(source)
        return {anchor: tuple(each) for anchor, each in found.items()}

    def has_left(self, anchor: str, row: Row) -> bool:
        """Whether an owning pointer of a partly moved variable is of the part that was moved:
        then its target has another owner, or is freed."""
        spot = row.spot
        if spot is None or row.tie is not Tie.OWNS or anchor not in self._partly_moved:
            return False
        return spot.region is Region.FREED or spot.name in self._owned

    @cached_property
    def _partly_moved(self) -> frozenset[str]:
        return frozenset(
            self.variable(place, at).anchor
            for place in self.frames
            for at, variable in enumerate(place.frame.variables)
            if variable.standing is Standing.PARTLY_MOVED
        )

    @cached_property
    def _owned(self) -> frozenset[str]:
        """What whole variables and blocks own."""
        values = [
            row
            for place in self.frames
            for variable in place.frame.variables
            if variable.standing is not Standing.PARTLY_MOVED
            for row in live_pointers(variable)
        ]
        inside = [
            row
            for block in self.snapshot.blocks
            if not block.freed
            for row in pointers_in(block.value)
        ]
        return frozenset(
            row.spot.name for row in (*values, *inside) if row.spot and row.tie is Tie.OWNS
        )

    def _pointers(self) -> Iterator[tuple[Holder, Row, Thread | None]]:
        for place in self.frames:
            for at, variable in enumerate(place.frame.variables):
                holder = self.variable(place, at)
                for row in live_pointers(variable):
                    if not self.has_left(holder.anchor, row):
                        yield holder, row, place.thread
        for block in self.snapshot.blocks:
            for row in () if block.freed else pointers_in(block.value):
                yield Holder(self.block(block.number), block.name, block.size), row, None
        for at, static in enumerate(self.snapshot.statics):
            for row in pointers_in(static.value):
                yield Holder(self.static(at), static.name, static.size), row, None


def called_again(snapshots: Iterable[Snapshot]) -> frozenset[str]:
    """The functions of which several calls are on one stack at some moment."""
    return frozenset(
        function
        for snapshot in snapshots
        for thread in snapshot.threads
        for function, count in Counter(frame.function for frame in thread.frames).items()
        if count > 1
    )


def live_pointers(variable: Variable) -> Iterator[Row]:
    """The pointers of a variable that may be used: what was moved or never set has none."""
    if variable.standing not in (Standing.MOVED, Standing.UNINITIALISED):
        yield from pointers_in(variable.value)


def _numbered(spot: Spot) -> str:
    if not spot.name:
        return f"some {spot.region}"
    function, colon, name = spot.name.partition(": ")
    return f"{function}{f' #{spot.frame}' if spot.frame else ''}{colon}{name}"


def _inside(spot: Spot, holder: Holder, tie: Tie) -> str:
    """Which bytes of the target are meant, where that is not all of it."""
    if spot.reach is None or tie is not Tie.BORROWS:
        return f" + {spot.offset}" if spot.offset else ""
    if spot.offset == 0 and spot.reach >= holder.size:
        return ""
    if spot.reach == 0:
        return f", no bytes at {spot.offset}"
    last = spot.offset + spot.reach - 1
    return f", byte {last}" if spot.reach == 1 else f", bytes {spot.offset} to {last}"
