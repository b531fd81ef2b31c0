"""Where the statements of function bodies and blocks stand in Rust code. Pure.

`code` has its comments and the insides of its strings blanked. Only what has to be known to put a
call before a statement and one behind it is told apart: a wrong answer is one that rustc refuses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from typing import Literal as Only

_WORD: Final = re.compile(
    r"""(?P<attribute>\#!?\s*\[) | (?P<macro>[A-Za-z_]\w*\s*!\s*(?:[A-Za-z_]\w*\s*)?(?=[(\[{]))
    | (?P<word>'?(?:r\#)?\w+) | (?P<arrow>=>) | (?P<sign>[^\s\w])""",
    re.VERBOSE,
)
_HOLDERS: Final = ("impl", "trait", "mod", "struct", "enum", "union", "extern")
_OPENS: Final = frozenset(("if", "while", "for", "loop", "match", "fn", *_HOLDERS))
_BEFORE_BLOCK: Final = frozenset(("else", "unsafe", "async", "move", "const", "=>"))
_SIGNS: Final = frozenset("=(,{;}|&:[!>")
_ITEMS: Final = frozenset(("use", "fn", "static", "const", "type", "pub", *_HOLDERS))
_BLOCKS: Final = frozenset(["if", "while", "for", "loop", "match", "unsafe", "{"])

Sort = Only["statement", "tail", "item"]


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands between `start` and `end`; a `tail` is the value of its block."""

    start: int
    end: int
    sort: Sort


@dataclass(slots=True)
class _Open:
    """A bracket that is open; `start` is where its current statement starts, if it is a block."""

    kind: str
    start: int = -1
    first: str = ""
    pending: str = ""
    second: str = ""
    ended: bool = False


def find_statements(code: str) -> tuple[Statement, ...]:
    """All statements of all bodies and blocks, outer ones before those inside them."""
    found: list[Statement] = []
    stack = [_Open("items")]
    before, at = "", 0
    while match := _WORD.search(code, at):
        text, at = " ".join(match[0].split()), match.end()
        top = stack[-1]
        if match["attribute"] or match["macro"]:
            _begin(top, match.start(), text if match["macro"] else "")
            at = _behind(code, match.end() - bool(match["attribute"]))
            before = "}"
            if match["macro"] and code[at - 1] == "}":
                found += _end_block(top, code, at, is_macro=True)
            continue
        if text in "}])" and len(stack) > 1:
            found += _close(stack, len(code[: match.start()].rstrip()))
            found += _end_block(stack[-1], code, at)
        elif text in "{[(":
            _begin(top, match.start(), text)
            stack.append(_Open(_kind_of(text, top, before)))
        elif text == ";" and top.kind == "block":
            found += _end(top, at, "statement")
        else:
            _begin(top, match.start(), text)
        before = _note(stack[-1], text, before)
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _behind(code: str, at: int) -> int:
    """Behind the bracket that opens at `at`."""
    depth = 0
    for offset in range(at, len(code)):
        depth += (code[offset] in "([{") - (code[offset] in ")]}")
        if depth == 0:
            return offset + 1
    return len(code)


def _begin(top: _Open, at: int, text: str) -> None:
    """The first word of a statement says of which sort it is; attributes stand before it."""
    if top.kind != "block":
        return
    if top.start < 0:
        top.start, top.first, top.second = at, text, ""
    elif not top.first:
        top.first = text
    elif not top.second:
        top.second = text


def _note(top: _Open, text: str, before: str) -> str:
    """Remember the word that the next brace belongs to."""
    if text in (";", ",", "=>"):
        top.pending = ""
    elif text in _OPENS and not top.pending and not (text == "for" and before == ">"):
        top.pending = text
    return text


def _kind_of(bracket: str, top: _Open, before: str) -> str:
    """What a bracket opens: a block with statements, the arms of a match, or something else."""
    if bracket != "{":
        return "group"
    pending, top.pending = top.pending, ""
    if pending == "match":
        return "arms"
    if pending in _HOLDERS:
        return "items"
    is_block = bool(pending) or before in _BEFORE_BLOCK or before in _SIGNS or before[:1] == "'"
    return "block" if is_block or not before else "literal"


def _close(stack: list[_Open], at: int) -> Iterator[Statement]:
    """The bracket closes; what no semicolon ended before is the value of its block."""
    closed = stack.pop()
    if closed.kind == "block" and closed.start >= 0:
        yield from _end(closed, at, "tail")


def _end_block(top: _Open, code: str, at: int, *, is_macro: bool = False) -> Iterator[Statement]:
    """A brace that closes ends the statement that consists of a block, unless that goes on."""
    if top.kind != "block" or code[at - 1] != "}" or top.start < 0:
        return
    is_label = top.first.startswith("'")
    is_item = _is_item(top)
    if not (is_item or is_label or is_macro or top.first in _BLOCKS):
        return
    rest = code[at:].lstrip()
    goes_on = not is_item and (rest[:1] in (".", "?") or re.match(r"else\b", rest))
    if not goes_on and not (is_macro and rest[:1] == ";"):
        last = rest[:1] == "}" and not is_item and top.first not in ("for", "while", "loop")
        yield from _end(top, at, "tail" if last and is_macro else "statement")


def _is_item(top: _Open) -> bool:
    starts = top.first in _ITEMS or top.first.startswith("macro_rules")
    is_block = top.first in ("const", "unsafe", "async") and top.second in ("{", "move")
    return (starts and not is_block) or (
        top.first in ("unsafe", "async") and top.second in ("fn", "impl", "trait", "extern")
    )


def _end(top: _Open, at: int, sort: Sort) -> Iterator[Statement]:
    if top.start >= 0:
        yield Statement(top.start, at, "item" if _is_item(top) else sort)
    top.start, top.first, top.second, top.pending = -1, "", "", ""


def statements_on(
    found: tuple[Statement, ...], starts: tuple[int, ...], line: int
) -> tuple[Statement, ...]:
    """The outermost statements that begin or end on a line, which begins at `starts[line - 1]`."""
    here = [
        one
        for one in found
        if line in (bisect_right(starts, one.start), bisect_right(starts, one.end - 1))
    ]
    return tuple(
        one
        for one in here
        if not any(
            other is not one and other.start <= one.start and one.end <= other.end for other in here
        )
    )
