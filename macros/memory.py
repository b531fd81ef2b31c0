"""The nouns of a running program's memory, all frozen: what lay where when it stopped at a mark.

Sizes, aligns and offsets are in bytes. No address of the machine is kept: every place has a name
(`heap #1`, `main: scores`, `.rodata`), so the same program gives the same snapshots.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from macros.model import Diagnostic, Listing


class Region(StrEnum):
    """Where a pointer points."""

    HEAP = "heap"
    STACK = "stack"
    STATIC = "static"
    CODE = "code"
    FREED = "freed"
    DANGLING = "dangling"
    NULL = "null"


class Standing(StrEnum):
    """What a variable is at that moment, as the compiler says; bytes do not tell."""

    LIVE = "live"
    UNINITIALISED = "not yet initialised"
    MOVED = "moved"
    PARTLY_MOVED = "partly moved"
    BORROWED = "mutably borrowed"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in memory under a name: `heap #1`, `main: scores`, a static, or a section.

    `frame` numbers the frames of one function from the outermost, so that a recursion's variables
    are told apart; 0 where there is only one. `offset` counts from the start of what is named;
    `reach` is how many bytes the pointer speaks of, None where its type does not say.

    Names are for people: several variables may have one. On a stack, in code and in a static, `at`
    says which byte is meant, counted from where the stack of that `thread` or the program's file
    begins: it is compared and never shown. In a block of the heap, name and offset say it.
    """

    region: Region
    name: str = ""
    offset: int = 0
    reach: int | None = None
    frame: int = 0
    thread: str = ""
    at: int = 0

    @property
    def start(self) -> tuple[str, int]:
        """Where that begins which the spot names, on a stack or in the program's file."""
        return self.thread, self.at - self.offset


@dataclass(frozen=True, slots=True)
class Value:
    """Decoded bytes: `text` is what a person writes (`7`, `'a'`, `Some`, `len 3`).

    `offset` counts from the start of the variable or block. `parts` are fields or elements with
    their names, in order of offsets; `spot` is where a pointer points.
    """

    type: str
    text: str
    offset: int
    size: int
    parts: tuple[tuple[str, Value], ...] = ()
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of a frame; `offset` counts from the frame's lowest shown byte.

    `bytes` are those that lie there. `value` is None where they mean nothing (not initialised).
    `since` is the listing's line of the move or borrow, 0 where there is none. `place` is where it
    lies itself, None where it has no place in memory.
    """

    name: str
    type: str
    offset: int
    size: int
    bytes: bytes
    value: Value | None
    standing: Standing = Standing.LIVE
    since: int = 0
    place: Spot | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A call that has not returned; `line` is where it stands, in the listing's source."""

    function: str
    line: int
    variables: tuple[Variable, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread's frames, the innermost first."""

    name: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the heap, as the program's allocator was asked for it.

    `number` is the order of allocation; a reallocation keeps it, and `moved` counts how often its
    bytes went elsewhere. `used` is how many bytes its owner says are in use, None where unknown.
    A freed block keeps no bytes.
    """

    number: int
    size: int
    align: int
    freed: bool = False
    moved: int = 0
    used: int | None = None
    bytes: bytes = b""
    value: Value | None = None

    @property
    def name(self) -> str:
        return f"heap #{self.number}"


@dataclass(frozen=True, slots=True)
class Static:
    """Bytes outside stack and heap that something shown points to: a static or a literal."""

    name: str
    section: str
    size: int
    bytes: bytes
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One moment. `hit` numbers the stops at the same mark from 1."""

    label: str
    line: int
    hit: int
    threads: tuple[Thread, ...]
    blocks: tuple[Block, ...] = ()
    statics: tuple[Static, ...] = ()


@dataclass(frozen=True, slots=True)
class SnapshotQuestion:
    """A listing with marks, to be run and stopped at each.

    `debugger` says which one does it: a name that changes with it, empty where there is none.
    """

    listing: Listing
    debugger: str = ""

    @property
    def edition(self) -> str:
        return self.listing.directives.edition


@dataclass(frozen=True, slots=True)
class SnapshotAnswer:
    """The moments in the order in which they came, or the messages that say why there are none."""

    snapshots: tuple[Snapshot, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
