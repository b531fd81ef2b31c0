"""What gdb wrote down → frozen raw facts: addresses and bytes, and nothing of what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RawVariable:
    """A variable in scope; `line` is that of its declaration. `address` is 0 where it has none."""

    name: str
    line: int
    argument: bool
    address: int
    size: int
    bytes: bytes


@dataclass(frozen=True, slots=True)
class RawFrame:
    """`function` is gdb's name (`main::grow`), `start` the line of its declaration."""

    function: str
    line: int
    start: int
    variables: tuple[RawVariable, ...]


@dataclass(frozen=True, slots=True)
class RawThread:
    """`top` is the stack pointer of the innermost frame, 0 where it is not known."""

    name: str
    number: int
    stopped: bool
    top: int
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

    `log` are the requests since the last one, `blocks` the first bytes of every live block by
    address, `image` what lies where something points into the program's own file, and `symbols`
    gdb's words for places of that file. `base` is the address of the function at which it stops.
    """

    mark: int
    log: tuple[Request, ...]
    threads: tuple[RawThread, ...]
    blocks: tuple[tuple[int, int, bytes], ...]
    image: tuple[tuple[int, bytes], ...]
    symbols: tuple[tuple[int, str], ...]
    base: int


@dataclass(frozen=True, slots=True)
class RawRun:
    """All stops of a run, and how it ended: `code` is None where it did not exit by itself.

    `stopped` says why it was ended: `often`, `elsewhere` (at `place`), `log`, or `problem` (gdb's
    words in `place`); empty where the program ended by itself.
    """

    moments: tuple[RawMoment, ...]
    code: int | None = None
    stopped: str = ""
    place: str = ""


def read_run(lines: Iterable[str]) -> RawRun:
    """The facts of a run from gdb's file: one JSON value a line, the last says how it ended."""
    moments: list[RawMoment] = []
    for line in lines:
        value = json.loads(line)
        if "mark" in value:
            if value["log_full"]:
                return RawRun(tuple(moments), stopped="log")
            moments.append(_read_moment(value))
        elif "problem" in value:
            return RawRun(tuple(moments), stopped="problem", place=value["problem"])
        elif "stopped" in value:
            return RawRun(tuple(moments), stopped=value["stopped"], place=value.get("at", ""))
        else:
            return RawRun(tuple(moments), code=value["ended"])
    return RawRun(tuple(moments), stopped="problem", place="gdb ended before the program did")


def _read_moment(value: dict[str, Any]) -> RawMoment:
    return RawMoment(
        value["mark"],
        tuple(Request(*entry) for entry in value["log"]),
        tuple(_read_thread(each) for each in value["threads"]),
        tuple((at, size, bytes.fromhex(data)) for at, size, data in value["blocks"]),
        tuple((at, bytes.fromhex(data)) for at, data in value["image"]),
        tuple((at, text) for at, text in value["symbols"]),
        value["base"],
    )


def _read_thread(value: dict[str, Any]) -> RawThread:
    frames = tuple(_read_frame(each) for each in value["frames"])
    return RawThread(value["name"], value["number"], value["stopped"], value["top"], frames)


def _read_frame(value: dict[str, Any]) -> RawFrame:
    variables = tuple(_read_variable(each) for each in value["variables"])
    return RawFrame(value["function"], value["line"], value["start"], variables)


def _read_variable(value: dict[str, Any]) -> RawVariable:
    data = bytes.fromhex(value["bytes"])
    facts = (value["name"], value["line"], value["argument"], value["address"], value["size"])
    return RawVariable(*facts, data)
