"""Questions → the files of a crate: a module for each listing, and whose error is whose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from macros.model import Diagnostic, Listing
from macros.rust.crate import (
    module_file,
    module_item,
    module_path,
    must_be_alone,
    rust_string,
    write_text,
)
from macros.rust.diagnostics import PRELUDE
from macros.rust.slots import Mark
from macros.rust.tokens import blank_texts

ROOT = "_crate.rs"
VALUES = "_values.rs"
OBJECT = "_values.o"
EXPRESSION = "expression"
"""The file that a message about an author's expression or type is about."""
_PRELUDE_SOURCE = Path(__file__).parent.parent / "prelude.rs"
_DENIED = re.compile(r"(#\s*!?\s*\[\s*)(deny|forbid)(?=\s*\()")
_MODULES = """
#[path = PRELUDE] pub mod __prelude;
#[path = VALUES] pub mod __values;
"""


class Inside(Protocol):
    """What is asked inside a listing, where one is given."""

    @property
    def listing(self) -> Listing | None: ...


Q = TypeVar("Q", bound=Inside)


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of one file of the crate that hold one question's text.

    `text` is the file that the text would be, were it one.
    """

    path: str
    first: int
    last: int
    number: int
    text: str = EXPRESSION


@dataclass(frozen=True, slots=True)
class Sheet:
    """A crate written to `folder`; `root` is relative to it.

    `alone` says that a listing is the crate's root. `members` are the files of the listings, with
    the numbers of the questions that are asked inside them.
    """

    folder: Path
    root: Path
    mark: Mark
    alone: bool
    rows: tuple[Rows, ...]
    members: tuple[tuple[str, tuple[int, ...]], ...]

    def find_blamed(self, errors: Sequence[Diagnostic]) -> frozenset[int]:
        """The questions whose text the errors are about."""
        places = {
            (row.path, line): row.number
            for row in self.rows
            for line in range(row.first, row.last + 1)
        }
        found = (places.get((error.path, error.line)) for error in errors)
        return frozenset(number for number in found if number is not None)

    def find_broken(self, errors: Sequence[Diagnostic]) -> frozenset[str]:
        """The files of the listings that the errors are about, outside of all questions."""
        lines = {(row.path, at) for row in self.rows for at in range(row.first, row.last + 1)}
        paths = {error.path for error in errors if (error.path, error.line) not in lines}
        return frozenset(path for path, _ in self.members if path in paths)


@dataclass(frozen=True, slots=True)
class Room(Generic[Q]):
    """A module of the crate, or its root, with the questions that are asked inside it."""

    listing: Listing | None
    path: str
    module: str
    asked: tuple[tuple[int, Q], ...]


Write = Callable[[Room[Q], int], tuple[str, list[Rows]]]
"""Writes the module of ours inside a room, whose first line is the given one of its file."""


def find_rooms(asked: Sequence[tuple[int, Q]], *, inline: bool) -> tuple[Room[Q], ...]:
    """The rooms of a crate; exactly one is its root."""
    found: dict[str, tuple[Listing | None, list[tuple[int, Q]]]] = {}
    for one in asked:
        listing = one[1].listing
        found.setdefault(listing.name if listing else "", (listing, []))[1].append(one)
    listings = [(listing, inside) for listing, inside in found.values() if listing is not None]
    if len(found) == 1 and listings and (not inline or must_be_alone(listings[0][0])):
        (listing, inside) = listings[0]
        return (Room(listing, module_path(listing.name), "crate", tuple(inside)),)
    outside = tuple(found[""][1]) if "" in found else ()
    modules = (
        Room(listing, module_path(listing.name), f"crate::listing_{number}", tuple(inside))
        for number, (listing, inside) in enumerate(listings)
    )
    return (Room(None, ROOT, "crate", outside), *modules)


def write_rooms(
    folder: Path, rooms: Sequence[Room[Q]], mark: Mark, macros: str, write: Write[Q]
) -> Sheet:
    """Write all files of the crate but the one with its values.

    `macros` are the macros of ours that every room sees.
    """
    write_text(folder / PRELUDE, _PRELUDE_SOURCE.read_text("utf-8"))
    head = _name_modules(folder) + macros
    rows = [row for room in rooms for row in _write_room(folder, room, rooms, head, write)]
    root = next(room for room in rooms if room.module == "crate")
    members = (
        (room.path, tuple(number for number, _ in room.asked))
        for room in rooms
        if room.listing is not None
    )
    alone = root.listing is not None
    return Sheet(folder, Path(root.path), mark, alone, tuple(rows), tuple(members))


def _name_modules(folder: Path) -> str:
    """The modules of ours that every crate has, with the paths of their files."""
    paths = {"PRELUDE": folder / PRELUDE, "VALUES": folder / VALUES}
    return re.sub("PRELUDE|VALUES", lambda match: rust_string(str(paths[match[0]])), _MODULES)


def make_mark(parts: Iterable[object]) -> Mark:
    """A mark that no text can hold that is one of the parts: it is made of all of them."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(repr(part).encode())
    low, high = digest.digest()[:8], digest.digest()[8:]
    return int.from_bytes(low, "little"), int.from_bytes(high, "little")


def write_values(folder: Path, mark: Mark, slots: Sequence[str]) -> None:
    """Write the static that holds the mark, then the slots that these expressions are."""
    lines = (
        f"#[used] pub static VALUES: [crate::__prelude::Slot; {len(slots) + 1}] = [",
        f"crate::__prelude::mark({mark[0]}, {mark[1]}, {len(slots)}),",
        *(f"{slot}," for slot in slots),
        "];\n",
    )
    write_text(folder / VALUES, "\n".join(lines))


def _write_room(
    folder: Path, room: Room[Q], rooms: Sequence[Room[Q]], frame: str, write: Write[Q]
) -> list[Rows]:
    """Write the room's file: a listing's own lines stay where they are, ours follow."""
    others = [one for one in rooms if one.module != "crate"]
    items = (module_item(Path(one.path), one.module.removeprefix("crate::")) for one in others)
    head = ""
    if room.module == "crate":
        head = frame + "".join(f"{item}\n" for item in items)
    before = room.listing.source.count("\n") + 1 if room.listing else 0
    text, rows = write(room, before + head.count("\n") + 1)
    if room.listing is None:
        write_text(folder / room.path, head + text)
    else:
        listing = replace(room.listing, source=_softened(room.listing.source))
        module_file(folder, listing, head + text)
    return rows


def _softened(source: str) -> str:
    """The source with denied lints as warnings, every column kept: only its values are asked."""
    code = blank_texts(source)
    if code is None:
        return source
    pieces: list[str] = []
    at = 0
    for match in _DENIED.finditer(code):
        word = "warn" if match[2] == "deny" else "warn  "
        pieces += (source[at : match.start(2)], word)
        at = match.end(2)
    return "".join((*pieces, source[at:]))
