"""Two snapshots → what the second one has that the first one had not, or had otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.draw.player.places import FramePlace, Places
from macros.draw.player.rows import SAYING, Row, rows_of
from macros.draw.values import bytes_of
from macros.memory import Block, Standing, Value, Variable

FrameKey = tuple[str, str, int]
"""Thread, function, its number from the outermost."""
VariableKey = tuple[FrameKey, str, int]
"""Frame, name, its number among the frame's variables of that name."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the step before showed."""

    frames: Mapping[FrameKey, str]
    variables: Mapping[VariableKey, Variable]
    blocks: Mapping[int, Block]
    statics: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a card since the step before: words, and the value it had then."""

    words: tuple[str, ...] = ()
    was: Value | None = None


def before_of(places: Places) -> Before:
    """What a step shows, to be compared with the one behind it."""
    return Before(
        {frame_key(place): place.name for place in places.frames},
        {
            variable_key(place, at): variable
            for place in places.frames
            for at, variable in enumerate(place.frame.variables)
        },
        {block.number: block for block in places.snapshot.blocks},
        {static.name: static.value for static in places.snapshot.statics},
    )


def frame_key(place: FramePlace) -> FrameKey:
    return place.thread.name, place.frame.function, place.number


def variable_key(place: FramePlace, at: int) -> VariableKey:
    names = [variable.name for variable in place.frame.variables]
    return frame_key(place), names[at], names[:at].count(names[at])


def frame_change(before: Before | None, place: FramePlace) -> Change:
    """Whether the frame's call began since."""
    called = before is not None and frame_key(place) not in before.frames
    return Change(("new",) if called else ())


def variable_change(before: Before | None, place: FramePlace, at: int) -> Change:
    """What became of a variable; those of a new frame are new with it."""
    if before is None or frame_key(place) not in before.frames:
        return Change()
    now = place.frame.variables[at]
    was = before.variables.get(variable_key(place, at))
    if was is None or was.standing is Standing.UNINITIALISED != now.standing:
        return Change(("new",))
    if now.standing is Standing.MOVED:
        return Change(() if was.standing is now.standing else ("just now",))
    if was.value == now.value:
        is_known = was.standing is now.standing or now.standing is Standing.LIVE
        return Change(() if is_known else ("just now",))
    return Change(("changed",), was.value)


def block_change(before: Before | None, block: Block) -> Change:
    """What became of a block of the heap."""
    if before is None:
        return Change()
    was = before.blocks.get(block.number)
    if was is None:
        return Change(("new",))
    return Change(tuple(_block_words(was, block)), None if block.freed else was.value)


def _block_words(was: Block, now: Block) -> Iterator[str]:
    if now.freed:
        yield from () if was.freed else ("just now",)
        return
    if now.size != was.size:
        yield f"{'grown' if now.size > was.size else 'shrunk'} from {bytes_of(was.size)}"
        yield "moved elsewhere" if now.moved > was.moved else "in the same place"
    elif (now.bytes, now.value, now.used) != (was.bytes, was.value, was.used):
        yield "changed"


def static_change(before: Before | None, name: str, value: Value | None) -> Change:
    """What became of a static."""
    if before is None:
        return Change()
    if name not in before.statics:
        return Change(("new",))
    was = before.statics[name]
    return Change() if was == value else Change(("changed",), was)


def gone(before: Before | None, places: Places) -> Iterator[str]:
    """The calls that returned since and the threads that ended, in words."""
    if before is None:
        return
    threads = {thread.name for thread in places.snapshot.threads}
    now = {frame_key(place) for place in places.frames}
    for key, name in before.frames.items():
        if key[0] in threads and key not in now:
            yield f"{name} has returned"
    for thread in dict.fromkeys(key[0] for key in before.frames):
        if thread not in threads:
            yield f"thread {thread} has ended"


def texts_of(value: Value | None) -> dict[str, str]:
    """What each part of a value says, by its whole name."""
    rows: tuple[Row, ...] = () if value is None else rows_of(value, value.size)
    return {row.path: row.text for row in rows if row.role in SAYING}
