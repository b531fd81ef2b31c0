"""What gdb wrote down → frozen raw facts: addresses and bytes, and nothing of what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from macros.rust.raw_names import as_written


@dataclass(frozen=True, slots=True)
class RawVariable:
    """A variable in scope; `line` is that of its declaration. `address` is 0 where it has none.

    Of a large one `bytes` are only the first.
    """

    name: str
    line: int
    argument: bool
    address: int
    size: int
    bytes: bytes


@dataclass(frozen=True, slots=True)
class RawFrame:
    """`function` is gdb's name (`main::grow`), `start` the line of its declaration.

    Its bytes on the stack are those from `low` to `high`.
    """

    function: str
    line: int
    start: int
    low: int
    high: int
    variables: tuple[RawVariable, ...]


@dataclass(frozen=True, slots=True)
class RawThread:
    """`top` is the stack pointer of the innermost frame.

    `locals` is where the thread's own statics end, 0 where that is not known.
    """

    name: str
    number: int
    stopped: bool
    top: int
    locals: int
    frames: tuple[RawFrame, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A line of the allocator's log: 1 a block, 2 its end, 3 another size."""

    what: int
    old: int
    size: int
    align: int
    new: int


@dataclass(frozen=True, slots=True)
class RawMoment:
    """One stop.

    `log` are the requests since the last one, `blocks` the first bytes of every live block with
    its address and size, `image` what lies where something points into the program's own file, or
    what a thread has of its own. `base` is where that file begins in memory, and
    `mapped` everything that the process has of it: first address, address behind the last.
    """

    mark: int
    log: tuple[Request, ...]
    threads: tuple[RawThread, ...]
    blocks: tuple[tuple[int, int, bytes], ...]
    image: tuple[tuple[int, bytes], ...]
    base: int
    mapped: tuple[tuple[int, int], ...] = ()

    def is_address(self, number: int) -> bool:
        """Whether the process has memory there."""
        return any(first <= number < last for first, last in self.mapped)


@dataclass(frozen=True, slots=True)
class RawRun:
    """All stops of a run, and how it ended: by itself with a `code`, or by a `signal`.

    `stopped` says why we ended it: `often`, `elsewhere` (at `place`), `log`, `time`, or `problem`
    (gdb's words in `place`); empty where the program ended by itself.
    """

    moments: tuple[RawMoment, ...]
    code: int | None = None
    signal: int = 0
    stopped: str = ""
    place: str = ""


def read_run(lines: Iterable[str]) -> RawRun:
    """The facts of a run from gdb's file: one JSON value a line, the last says how it ended."""
    moments: list[RawMoment] = []
    for value in _whole_values(lines):
        if "mark" in value:
            if value["log_full"]:
                return RawRun(tuple(moments), stopped="log")
            moments.append(_read_moment(value))
        elif "problem" in value:
            return RawRun(tuple(moments), stopped="problem", place=value["problem"])
        elif "stopped" in value:
            return RawRun(tuple(moments), stopped=value["stopped"], place=value.get("at", ""))
        else:
            return RawRun(tuple(moments), value["ended"], value.get("signal", 0))
    return RawRun(tuple(moments), stopped="problem", place="gdb ended before the program did")


def _whole_values(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What could be written to its end."""
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:
            return


def _read_moment(value: dict[str, Any]) -> RawMoment:
    return RawMoment(
        value["mark"],
        tuple(Request(*entry) for entry in value["log"]),
        tuple(_read_thread(each) for each in value["threads"]),
        tuple((at, size, bytes.fromhex(data)) for at, size, data in value["blocks"]),
        tuple((at, bytes.fromhex(data)) for at, data in value["image"]),
        value["base"],
        tuple((first, last) for first, last in value["mapped"]),
    )


def _read_thread(value: dict[str, Any]) -> RawThread:
    frames = _without_captured([_read_frame(each) for each in value["frames"]])
    facts = (value["name"], value["number"], value["stopped"], value["top"], value["locals"])
    return RawThread(*facts, frames)


def _without_captured(frames: Sequence[RawFrame]) -> tuple[RawFrame, ...]:
    """The frames without the variables that a closure has borrowed from those around it."""
    kept = []
    for at, frame in enumerate(frames):
        outer = {(one.name, one.address) for each in frames[at + 1 :] for one in each.variables}
        own = (one for one in frame.variables if (one.name, one.address) not in outer)
        kept.append(replace(frame, variables=tuple(own)))
    return tuple(kept)


def _read_frame(value: dict[str, Any]) -> RawFrame:
    variables = tuple(_read_variable(each) for each in value["variables"])
    facts = (value["function"], value["line"], value["start"], value["low"], value["high"])
    return RawFrame(*facts, variables)


def _read_variable(value: dict[str, Any]) -> RawVariable:
    data = bytes.fromhex(value["bytes"])
    facts = (
        as_written(value["name"]),
        value["line"],
        value["argument"],
        value["address"],
        value["size"],
    )
    return RawVariable(*facts, data)
