"""Questions → the crate that measures them, and which error belongs to which question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from macros.model import Question
from macros.rust.crate import rust_string, write_text
from macros.rust.rooms import (
    EXPRESSION,
    Room,
    Rows,
    Sheet,
    find_rooms,
    make_mark,
    write_rooms,
    write_values,
)
from macros.rust.tokens import Token, find_tokens, is_balanced

Asked = tuple[int, Question]
"""A question and its number, which names its constant."""
_WORDS = {"truth": "truth", "number": "number", "any": "measured"}

_WILD_WORDS = frozenset(
    ("impl", "use", "mod", "extern", "macro", "macro_rules", "crate", "super", "self", "Location")
)
_TAME_MACROS = frozenset(
    ("implements", "offset_of", "matches", "assert", "panic", "unreachable", "concat")
)
_OUTSIDE = frozenset(("include", "include_str", "include_bytes", "option_env"))

MACROS = """macro_rules! __measure {
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
    rooms = find_rooms(asked, inline=inline)
    mark = make_mark(_identify(number, question) for number, question in asked)
    file = "" if inline else str(folder / EXPRESSION)
    if not inline:
        write_text(folder / EXPRESSION, asked[0][1].expression)
    write_values(folder, mark, _write_slots(rooms, file))
    return write_rooms(folder, rooms, mark, MACROS, partial(_write_module, file=file))


def _identify(number: int, question: Question) -> tuple[int, str, str]:
    source = question.listing.source if question.listing else ""
    return number, question.expression, source


def _constant(number: int, file: str) -> str:
    """The constant's name; alone it has no number, so that messages depend on nothing else."""
    return "VALUE" if file else f"Q{number}"


def _write_slots(rooms: Sequence[Room[Question]], file: str) -> list[str]:
    """One slot per question, in order of their numbers."""
    constants = sorted(
        (number, f"{room.module}::__measured::{_constant(number, file)}", question.wants)
        for room in rooms
        for number, question in room.asked
    )
    return [
        f"crate::__prelude::measured({constant})" if wants == "truth" else constant
        for _, constant, wants in constants
    ]


def _write_module(room: Room[Question], first: int, file: str) -> tuple[str, list[Rows]]:
    """The module of constants, whose first line is `first` in its file, and their rows."""
    lines = ["pub mod __measured { use crate::__prelude::*;"]
    rows: list[Rows] = []
    for number, question in room.asked:
        macro = "__measure_inside" if question.listing else "__measure"
        lines.append(f"{macro}! {{ {_constant(number, file)} {_WORDS[question.wants]}")
        expression = f"include!({rust_string(file)})" if file else question.expression
        start = first + len(lines)
        lines += expression.split("\n")
        rows.append(Rows(room.path, start, first + len(lines) - 1, number))
        lines.append("}")
    return "\n".join((*lines, "}", "")), rows
