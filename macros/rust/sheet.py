"""Questions → the crate that measures them, and which error belongs to which question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from macros.model import Diagnostic, Listing, Question
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
from macros.rust.tokens import Token, blank_texts, find_tokens, is_balanced

Asked = tuple[int, Question]
"""A question and its number, which names its constant."""
ROOT = "_crate.rs"
VALUES = "_values.rs"
OBJECT = "_values.o"
_PRELUDE_SOURCE = Path(__file__).parent.parent / "prelude.rs"
_WORDS = {"truth": "truth", "number": "number", "any": "measured"}
EXPRESSION = "expression"
"""The file of an expression that is asked alone."""

_WILD_WORDS = frozenset(
    ("impl", "use", "mod", "extern", "macro", "macro_rules", "crate", "super", "self", "Location")
)
_TAME_MACROS = frozenset(
    ("implements", "offset_of", "matches", "assert", "panic", "unreachable", "concat")
)
_OUTSIDE = frozenset(("include", "include_str", "include_bytes", "option_env"))
_DENIED = re.compile(r"(#\s*!?\s*\[\s*)(deny|forbid)(?=\s*\()")

FRAME = """
#[path = PRELUDE] pub mod __prelude;
#[path = VALUES] pub mod __values;
macro_rules! __measure {
    ($name:ident truth $value:expr) => { pub const $name: bool = $value; };
    ($name:ident $word:ident $value:expr) => {
        pub const $name: crate::__prelude::Slot = crate::__prelude::$word($value);
    };
}
macro_rules! __measure_inside {
    ($name:ident truth $value:expr) => { pub const $name: bool = { use super::*; $value }; };
    ($name:ident $word:ident $value:expr) => {
        pub const $name: crate::__prelude::Slot =
            crate::__prelude::$word({ use super::*; $value });
    };
}
"""


_PLAIN = re.compile(r"[A-Za-z0-9_:<>,&()\[\];+\-*=. ]+")
_WORD = re.compile(r"[A-Za-z_]\w*")
_PAIR = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")
_BRACKET = re.compile(r"[()\[\]]")


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of one file of the crate that hold one question's expression."""

    path: str
    first: int
    last: int
    number: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A crate written to `folder`; `root` is relative to it.

    `alone` says that a listing is the crate's root. `members` are the files of the listings, with
    the questions that are asked inside them.
    """

    folder: Path
    root: Path
    mark: Mark
    alone: bool
    rows: tuple[Rows, ...]
    members: tuple[tuple[str, tuple[Asked, ...]], ...]

    def find_blamed(self, errors: Sequence[Diagnostic]) -> frozenset[int]:
        """The questions whose expression the errors are about."""
        places = {
            (row.path, line): row.number
            for row in self.rows
            for line in range(row.first, row.last + 1)
        }
        found = (places.get((error.path, error.line)) for error in errors)
        return frozenset(number for number in found if number is not None)

    def find_broken(self, errors: Sequence[Diagnostic]) -> frozenset[str]:
        """The files of the listings that the errors are about, outside of all expressions."""
        lines = {(row.path, at) for row in self.rows for at in range(row.first, row.last + 1)}
        paths = {error.path for error in errors if (error.path, error.line) not in lines}
        return frozenset(path for path, _ in self.members if path in paths)


def is_tame(expression: str) -> bool:
    """Whether an expression can share a crate: it ends where it should, and defines nothing that
    the expressions beside it could see.
    """
    if _PLAIN.fullmatch(expression) and _is_plainly_tame(expression):
        return True
    tokens = find_tokens(expression)
    if not tokens or not is_balanced(tokens):
        return False
    words = {token.text for token in tokens if token.kind == "word"}
    marks = {token.text for token in tokens if token.kind == "mark"}
    hidden = any("__" in word for word in words)
    calls = _find_macros(tokens)
    return not (hidden or words & _WILD_WORDS or marks & {"#", "$"} or calls - _TAME_MACROS)


def _is_plainly_tame(expression: str) -> bool:
    """The same for the usual expression without a literal, macro or comment, in a tenth of the
    time; a no is no answer."""
    words = set(_WORD.findall(expression))
    hidden = any("__" in word for word in words)
    left = expression
    while (shorter := _PAIR.sub("", left)) != left:
        left = shorter
    return not (hidden or words & _WILD_WORDS or _BRACKET.search(left))


def reads_outside(expression: str) -> bool:
    """Whether an expression asks for the environment or a file: a value of this machine only."""
    if not any(word in expression for word in ("env", "include", "file")):
        return False
    tokens = find_tokens(expression) or ()
    words = {token.text for token in tokens if token.kind == "word"}
    asks = words & _OUTSIDE or _find_macros(tokens) & {"env", "file"}
    return bool(asks) or ("use" in words and bool(words & {"env", "file"}))


def _find_macros(tokens: Sequence[Token]) -> frozenset[str]:
    """The names of the macros that an expression calls."""
    threes = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return frozenset(
        name.text
        for name, mark, open in threes
        if name.kind == "word" and mark.text == "!" and open.kind == "open"
    )


def write_sheet(folder: Path, asked: Sequence[Asked], *, inline: bool) -> Sheet:
    """Write the crate that measures `asked`: all of one edition, in order of their numbers.

    The expressions stand in it (`inline`), or a single one in a file of its own.
    """
    rooms = _rooms(asked, inline=inline)
    mark = _mark(asked)
    file = "" if inline else str(folder / EXPRESSION)
    write_text(folder / PRELUDE, _PRELUDE_SOURCE.read_text("utf-8"))
    write_text(folder / VALUES, _write_values(mark, rooms, file))
    if not inline:
        write_text(folder / EXPRESSION, asked[0][1].expression)
    root = next(room for room in rooms if room.module == "crate")
    rows = [row for room in rooms for row in _write_room(folder, room, rooms, file)]
    members = tuple((room.path, room.asked) for room in rooms if room.listing is not None)
    return Sheet(folder, Path(root.path), mark, root.listing is not None, tuple(rows), members)


@dataclass(frozen=True, slots=True)
class _Room:
    """A module of the crate, or its root, with the questions that are asked inside it."""

    listing: Listing | None
    path: str
    module: str
    asked: tuple[Asked, ...]


def _rooms(asked: Sequence[Asked], *, inline: bool) -> tuple[_Room, ...]:
    """The rooms of a crate; exactly one is its root."""
    found: dict[str, tuple[Listing | None, list[Asked]]] = {}
    for one in asked:
        listing = one[1].listing
        found.setdefault(listing.name if listing else "", (listing, []))[1].append(one)
    listings = [(listing, inside) for listing, inside in found.values() if listing is not None]
    if len(found) == 1 and listings and (not inline or must_be_alone(listings[0][0])):
        (listing, inside) = listings[0]
        return (_Room(listing, module_path(listing.name), "crate", tuple(inside)),)
    outside = tuple(found[""][1]) if "" in found else ()
    modules = (
        _Room(listing, module_path(listing.name), f"crate::listing_{number}", tuple(inside))
        for number, (listing, inside) in enumerate(listings)
    )
    return (_Room(None, ROOT, "crate", outside), *modules)


def _frame(folder: Path) -> str:
    """The modules and macros of ours that every crate has, with the paths of their files."""
    paths = {"PRELUDE": folder / PRELUDE, "VALUES": folder / VALUES}
    return re.sub("PRELUDE|VALUES", lambda match: rust_string(str(paths[match[0]])), FRAME)


def _mark(asked: Sequence[Asked]) -> Mark:
    """A mark that no expression can hold: it is made of all of them."""
    digest = blake2b(digest_size=16)
    for number, question in asked:
        source = question.listing.source if question.listing else ""
        digest.update(repr((number, question.expression, source)).encode())
    low, high = digest.digest()[:8], digest.digest()[8:]
    return int.from_bytes(low, "little"), int.from_bytes(high, "little")


def _constant(number: int, file: str) -> str:
    """The constant's name; alone it has no number, so that messages depend on nothing else."""
    return "VALUE" if file else f"Q{number}"


def _write_values(mark: Mark, rooms: Sequence[_Room], file: str) -> str:
    """The static that holds the mark, then one slot per question, in order of their numbers."""
    slots = sorted(
        (number, f"{room.module}::__measured::{_constant(number, file)}", question.wants)
        for room in rooms
        for number, question in room.asked
    )
    lines = [
        f"#[used] pub static VALUES: [crate::__prelude::Slot; {len(slots) + 1}] = [",
        f"crate::__prelude::mark({mark[0]}, {mark[1]}, {len(slots)}),",
    ]
    for _, constant, wants in slots:
        truth = wants == "truth"
        lines.append(f"crate::__prelude::measured({constant})," if truth else f"{constant},")
    return "\n".join((*lines, "];", ""))


def _write_room(folder: Path, room: _Room, rooms: Sequence[_Room], file: str) -> list[Rows]:
    """Write the room's file: a listing's own lines stay where they are, ours follow."""
    others = [one for one in rooms if one.module != "crate"]
    items = (module_item(Path(one.path), one.module.removeprefix("crate::")) for one in others)
    head = ""
    if room.module == "crate":
        head = _frame(folder) + "".join(f"{item}\n" for item in items)
    before = room.listing.source.count("\n") + 1 if room.listing else 0
    first = before + head.count("\n") + 1
    text, rows = _write_module(room.asked, room.path, first, file)
    if room.listing is None:
        write_text(folder / room.path, head + text)
    else:
        listing = replace(room.listing, source=_softened(room.listing.source))
        module_file(folder, listing, head + text)
    return rows


def _write_module(
    asked: Sequence[Asked], path: str, first: int, file: str
) -> tuple[str, list[Rows]]:
    """The module of constants, whose first line is `first` in its file, and their rows."""
    lines = ["pub mod __measured { use crate::__prelude::*;"]
    rows: list[Rows] = []
    for number, question in asked:
        macro = "__measure_inside" if question.listing else "__measure"
        lines.append(f"{macro}! {{ {_constant(number, file)} {_WORDS[question.wants]}")
        expression = f"include!({rust_string(file)})" if file else question.expression
        start = first + len(lines)
        lines += expression.split("\n")
        rows.append(Rows(path, start, first + len(lines) - 1, number))
        lines.append("}")
    return "\n".join((*lines, "}", "")), rows


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
