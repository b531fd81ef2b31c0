"""A player's snapshots → where they contradict themselves, each other, or the ordinary run. Pure.

What is drawn was read by one program from another; these rules use none of the way there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from macros.memory import Block, Region, Snapshot, Spot, Standing, Value, Variable
from macros.model import Finding, Listing, Outcome, Place
from macros.moment_values import homes_of
from macros.report import say_players as say

_OWNERS: Final = re.compile(r"(?:String$|Vec<|Box<|Rc<|Arc<)")


def find_faults(
    place: Place, listing: Listing, snapshots: Sequence[Snapshot], outcome: Outcome | None
) -> Iterator[Finding]:
    """What cannot be true of a player at `place` on a page."""
    run = outcome.run if outcome else None
    if run is None or run.code != 0:
        yield say.ends_otherwise(place, listing)
    for message in (*_marks(listing, snapshots), *_over_time(snapshots)):
        yield say.contradiction(place, listing, message)
    for snapshot in snapshots:
        for fault in (*_blocks(snapshot), *_variables(snapshot)):
            yield say.contradiction(place, listing, f"{snapshot.label}: {fault}")


def _marks(listing: Listing, snapshots: Sequence[Snapshot]) -> Iterator[str]:
    for mark in listing.marks:
        hits = [one.hit for one in snapshots if one.label == mark.label]
        if hits != [*range(1, len(hits) + 1)] or not hits:
            yield f"the stops at `{mark.label}` are numbered {hits}"


def _over_time(snapshots: Sequence[Snapshot]) -> Iterator[str]:
    """A block is not forgotten, does not come back to life, and keeps its align."""
    known: dict[int, Block] = {}
    for snapshot in snapshots:
        now = {one.number: one for one in snapshot.blocks}
        for number, before in known.items():
            after = now.get(number)
            if after is None:
                yield f"{snapshot.label}: {before.name} is forgotten"
            elif (before.freed and not after.freed) or after.moved < before.moved:
                yield f"{snapshot.label}: {before.name} is as it was long ago"
        known = now


def _blocks(snapshot: Snapshot) -> Iterator[str]:
    numbers = [one.number for one in snapshot.blocks]
    if numbers != sorted(set(numbers)) or any(number < 1 for number in numbers):
        yield f"the blocks are numbered {numbers}"
    for block in snapshot.blocks:
        if block.used is not None and not 0 <= block.used <= block.size:
            yield f"{block.name} has {block.used} of {block.size} bytes in use"
        if block.freed and (block.bytes or block.value or block.used):
            yield f"{block.name} was freed and has something in it"
        if block.align < 1 or block.align & (block.align - 1):
            yield f"{block.name} is aligned to {block.align}"
        if block.value is not None:
            yield from _values(block.value, block.size, block.name)
            for spot in _spots(block.value):
                yield from _place(spot, snapshot, block.name)


def _variables(snapshot: Snapshot) -> Iterator[str]:
    for home in homes_of(snapshot):
        variable, path = home.variable, home.path
        if variable.value is None:
            continue
        yield from _values(variable.value, variable.size, path)
        if variable.standing in (Standing.MOVED, Standing.PARTLY_MOVED, Standing.UNINITIALISED):
            continue
        for spot in _spots(variable.value):
            yield from _place(spot, snapshot, path)
        yield from _owned(variable, path)


def _values(value: Value, size: int, name: str) -> Iterator[str]:
    """No part reaches beyond the whole."""
    if value.offset < 0 or value.offset + value.size > size:
        yield f"{name} has {size} bytes, and a part at {value.offset} of {value.size}"
    for _, part in value.parts:
        yield from _values(part, size, name)


def _spots(value: Value) -> Iterator[Spot]:
    if value.spot is not None:
        yield value.spot
    for _, part in value.parts:
        yield from _spots(part)


def _place(spot: Spot, snapshot: Snapshot, name: str) -> Iterator[str]:
    """A pointer leads to something that is shown, and not beyond its end."""
    if spot.region in (Region.HEAP, Region.FREED):
        block = next((one for one in snapshot.blocks if one.name == spot.name), None)
        if block is None:
            yield f"{name} points to {spot.name or 'a block'}, which is not shown"
        elif block.freed is not (spot.region is Region.FREED):
            yield f"{name} points to {spot.name} as {spot.region}, and it is not"
        elif spot.offset + (spot.reach or 0) > block.size:
            yield f"{name} points beyond the {block.size} bytes of {spot.name}"
    elif spot.region is Region.STACK and spot.name:
        yield from _place_on_stack(spot, snapshot, name)


def _place_on_stack(spot: Spot, snapshot: Snapshot, name: str) -> Iterator[str]:
    """A variable that is shown, or a frame that is: its other bytes have no name of their own."""
    functions = {frame.function for thread in snapshot.threads for frame in thread.frames}
    if spot.name in functions:
        return
    sizes = [
        home.variable.size
        for home in homes_of(snapshot)
        if f"{home.frame.function}: {home.variable.name}" == spot.name
    ]
    if not sizes:
        yield f"{name} points to {spot.name}, which is not shown"
    elif spot.offset > max(sizes):
        yield f"{name} points beyond the {max(sizes)} bytes of {spot.name}"


def _owned(variable: Variable, path: str) -> Iterator[str]:
    spot = variable.value.spot if variable.value else None
    if spot is not None and spot.region is Region.FREED and _OWNERS.match(variable.type):
        yield f"{path} is live and owns {spot.name}, which was freed"
