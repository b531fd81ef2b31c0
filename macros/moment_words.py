"""The language of claims about moments: `moved: t.ptr == start: s.ptr` → its parts. Pure.

    STATEMENT = SIDE "==" SIDE | SIDE "!=" SIDE | SIDE "==" TEXT | SIDE "is" STANDING
    SIDE      = LABEL ":" ["&"] [THREAD "/"] PATH
    PATH      = [FUNCTION ["#" NUMBER] "."] VARIABLE {"." NAME} | "heap #" NUMBER {"." NAME}

Whether there are such moments and variables is known only when the program has run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from typing import Literal as Only

from macros.memory import Standing
from macros.sections import SECTION

FREED: Final = "freed"
STANDINGS: Final = (*(str(one) for one in Standing), FREED)
"""What a variable or a block can be."""
IS: Final = "is"
_NAME: Final = r"(?:r#)?[^\W\d]\w*"
_FUNCTION: Final = rf"(?:{_NAME}::)*{_NAME}(?:<[^.]*>)?(?: \(closure\))?(?:#\d+)?"
_FIRST: Final = re.compile(rf"heap #\d+|{_FUNCTION}")
_LATER: Final = re.compile(rf"{_NAME}|\d+")
_QUOTED: Final = re.compile(r'"(?:\\.|[^"\\])*"' r"|'(?:\\.[^']*|[^'\\])'")
_OPERATOR: Final = re.compile(r"==|!=")
_COLON: Final = re.compile(r"(?<!:):(?!:)")
_DOT: Final = re.compile(r"\.")
_KINDS: Final = MappingProxyType(
    {
        "number": re.compile(r"-?(?:0x[0-9a-fA-F_]+|\d[\d_]*)"),
        "fraction": re.compile(r"-?\d[\d_]*\.\d+"),
        "place": re.compile(r"heap #\d+(?: ?\+ ?\d+)?|null|dangling"),
        "section": SECTION,
        "quote": re.compile(r'"(?:\\.|[^"\\])*"'),
        "char": re.compile(r"'(?:\\.[^']*|[^'\\])'"),
        "name": re.compile(rf"{_NAME}|\(\)"),
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """Characters of the statement: `statement[start:end]` is `text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """What is looked at, and when.

    `path` are all characters behind the label; `names` its parts between the dots, without thread.
    With `address` the place of it is meant, not what lies there.
    """

    label: Word
    path: Word
    names: tuple[Word, ...]
    thread: Word | None = None
    address: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A value as the page writes it."""

    kind: Only["number", "fraction", "place", "section", "quote", "char", "name", "standing"]
    word: Word

    @property
    def number(self) -> int | None:
        """Its value where it is a whole number."""
        return int(self.word.text.replace("_", ""), 0) if self.kind == "number" else None


@dataclass(frozen=True, slots=True)
class Statement:
    """Two sides that are equal or differ, or a side that has a value."""

    left: Side
    equal: bool
    right: Side | Text


Reason = Only["nothing", "several", "label", "path", "empty", "text", "standing", "same", "differs"]


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why the characters are no statement; `word` are those that are wrong."""

    reason: Reason
    word: Word


def read_statement(text: str) -> Statement | Unclear:
    """The statement, or the first thing in it that cannot be read."""
    masked = _masked(text)
    found = list(_OPERATOR.finditer(masked))
    if len(found) > 1:
        return Unclear("several", _word(text, *found[1].span()))
    if found:
        first, last = found[0].span()
        return _read_comparison(text, _word(text, 0, first), found[0][0] == "==", last)
    return _read_standing(text, masked)


def _read_standing(text: str, masked: str) -> Statement | Unclear:
    """`LABEL: PATH is STANDING`: the same as `LABEL: PATH.is == STANDING`."""
    found = list(re.finditer(rf"\s{IS}\s", masked))
    if not found:
        return Unclear("nothing", _word(text, 0, len(text)))
    left = _read_side(text, _word(text, 0, found[-1].start()))
    right = _word(text, found[-1].end(), len(text))
    if isinstance(left, Unclear):
        return left
    if right.text not in STANDINGS:
        return Unclear("standing", right)
    name = Word(IS, *(at + 1 for at in (found[-1].start(), found[-1].end() - 2)))
    return Statement(_with_name(left, name), True, Text("standing", right))


def _with_name(side: Side, name: Word) -> Side:
    return Side(side.label, side.path, (*side.names, name), side.thread, side.address)


def _read_comparison(text: str, left: Word, equal: bool, behind: int) -> Statement | Unclear:
    one = _read_side(text, left)
    if isinstance(one, Unclear):
        return one
    right = _word(text, behind, len(text))
    other = _read_right(text, right)
    if isinstance(other, Unclear):
        return other
    if isinstance(other, Text):
        return Statement(one, equal, other) if equal else Unclear("differs", right)
    same = (one.label.text, one.path.text) == (other.label.text, other.path.text)
    return Unclear("same", right) if same else Statement(one, equal, other)


def _read_right(text: str, word: Word) -> Side | Text | Unclear:
    if not word.text:
        return Unclear("empty", word)
    if _COLON.search(_masked(word.text)):
        return _read_side(text, word)
    if word.text in STANDINGS:
        return Text("standing", word)
    for kind, pattern in _KINDS.items():
        if pattern.fullmatch(word.text):
            return Text(kind, word)  # type: ignore[arg-type]  # the keys are the kinds
    return Unclear("text", word)


def _read_side(text: str, word: Word) -> Side | Unclear:
    """The last colon ends the label, so that a label may hold one."""
    colons = [found.start() for found in _COLON.finditer(_masked(word.text))]
    if not colons:
        return Unclear("label", word)
    label = _word(text, word.start, word.start + colons[-1])
    path = _word(text, word.start + colons[-1] + 1, word.end)
    if not label.text:
        return Unclear("label", word)
    if not path.text:
        return Unclear("path", word)
    return _read_path(text, label, path)


def _read_path(text: str, label: Word, path: Word) -> Side | Unclear:
    address = path.text.startswith("&")
    start = path.start + 1 if address else path.start
    slash = text.rfind("/", start, path.end)
    thread = _word(text, start, slash) if slash >= 0 else None
    names = tuple(_names(text, slash + 1 if thread else start, path.end))
    patterns = (_FIRST, *(_LATER for _ in names[1:]))
    odd = [name for name, one in zip(names, patterns, strict=True) if not one.fullmatch(name.text)]
    if odd or (address and names[0].text.startswith("heap #")):
        return Unclear("path", odd[0] if odd and odd[0].text else path)
    return Side(label, path, names, thread, address)


def _names(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _DOT.finditer(text, start, end):
        yield _word(text, start, found.start())
        start = found.end()
    yield _word(text, start, end)


def _word(text: str, start: int, end: int) -> Word:
    """The characters without the white space around them."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    stripped = part.strip()
    return Word(stripped, start, start + len(stripped))


def _masked(text: str) -> str:
    """The text, as long as before, with nothing to be read in its quotes."""
    return _QUOTED.sub(lambda found: "\0" * len(found[0]), text)
