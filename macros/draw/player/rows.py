"""Decoded values → the rows of a card: one for each value that has bytes, with padding and spare.

Offsets and sizes are in bytes, from the start of the variable or block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from macros.memory import Spot, Value

MOST: Final = 16
"""Rows of one card; of more the first ones and the last are drawn."""
FIRST: Final = 10
LAST: Final = 3
OWNERS: Final = frozenset(
    {
        *("Box", "Vec", "String", "VecDeque", "RawVec", "HashMap", "HashSet", "BTreeMap"),
        *("BTreeSet", "BinaryHeap", "LinkedList", "PathBuf", "OsString", "CString"),
    }
)
"""Types that free what they point to."""
_WRAPPED: Final = re.compile(r"(?:\w+::)*(?:Option|Cell|RefCell|OnceCell|Pin|Mutex|RwLock)<")
_COUNTED: Final = ("RcInner", "RcBox", "ArcInner")
_VARIANT: Final = re.compile(r"[A-Z]\w*(?:::[A-Z]\w*)*")
_ADDRESS: Final = re.compile(r"[*&]|(?:\w+::)*(?:NonNull|Unique|Box|Rc|Arc|Weak)<|(?:unsafe )?fn\b")


class Role(StrEnum):
    """What the bytes of a row are."""

    VALUE = "value"
    GROUP = "group"
    POINTER = "pointer"
    PADDING = "padding"
    TAG = "tag"
    UNUSED = "unused"
    DROPPED = "dropped"
    EMPTY = "empty"
    SPARE = "spare"
    ELIDED = "elided"


SAYING: Final = frozenset({Role.VALUE, Role.GROUP, Role.POINTER})
"""Roles whose text is that of a value."""


class Tie(StrEnum):
    """What a pointer is to the bytes it points to."""

    OWNS = "owns"
    SHARES = "shares"
    WEAK = "weak"
    BORROWS = "borrows"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a card. `path` is the whole name (`buf.ptr`), `name` its last part."""

    path: str
    name: str
    type: str
    text: str
    offset: int
    size: int
    role: Role
    depth: int = 0
    spot: Spot | None = None
    tie: Tie = Tie.POINTS

    @property
    def end(self) -> int:
        return self.offset + self.size


def rows_of(value: Value | None, size: int, used: int | None = None) -> tuple[Row, ...]:
    """The rows of a variable or block of that size; `used` is how many of a block's bytes its
    owner has in use."""
    stop = size if used is None else used
    if value is None:
        role = Role.EMPTY if used is None else Role.VALUE
        rows = [_plain("", 0, stop, role)] if stop else []
    else:
        rows = [*_flatten(value, "", "", 0, ())]
        if value.size < stop:
            rows.append(_plain("", value.size, stop - value.size, Role.PADDING))
    if stop < size:
        rows.append(_plain("", stop, size - stop, Role.SPARE))
    return tuple(rows)


def shorten(rows: Sequence[Row]) -> tuple[Row, ...]:
    """At most `MOST` rows; one in the middle stands for those that are left out."""
    if len(rows) <= MOST:
        return tuple(rows)
    left = rows[FIRST:-LAST]
    names = f"{left[0].path} to {left[-1].path}" if left[0].path and left[-1].path else ""
    size = sum(row.size for row in left)
    middle = Row("", "", "", names, left[0].offset, size, Role.ELIDED)
    return (*rows[:FIRST], middle, *rows[-LAST:])


def pointers_in(value: Value | None) -> Iterator[Row]:
    """The rows of a value that point somewhere."""
    if value is not None:
        yield from (row for row in _flatten(value, "", "", 0, ()) if row.spot is not None)


def _plain(path: str, offset: int, size: int, role: Role, depth: int = 0) -> Row:
    return Row(path, "", "", "", offset, size, role, depth)


def _flatten(
    value: Value, path: str, name: str, depth: int, types: tuple[str, ...]
) -> Iterator[Row]:
    """The rows of a value, those of its parts below it."""
    types = (*types, value.type)
    row = Row(path, name, value.type, value.text, value.offset, value.size, _role_of(value), depth)
    row = replace(row, spot=value.spot, tie=tie_of(types))
    if not value.parts:
        yield row
        return
    if name or value.spot is not None:
        yield replace(row, role=Role.GROUP, size=0)
    deeper = depth + 1 if name else depth
    yield from _flatten_parts(value, path, deeper, types)


def _flatten_parts(value: Value, path: str, depth: int, types: tuple[str, ...]) -> Iterator[Row]:
    """The parts in order of their offsets, and the bytes between them that are none's."""
    at = value.offset
    for written, part in value.parts:
        name = f"[{written}]" if written.isdigit() and value.type.startswith("[") else written
        if part.offset > at:
            yield _plain("", at, part.offset - at, _gap_of(value, at), depth)
        yield from _flatten(part, _join(path, name), name, depth, types)
        at = max(at, part.offset + part.size)
    if at < value.offset + value.size:
        yield _plain("", at, value.offset + value.size - at, _gap_of(value, at), depth)


def _role_of(value: Value) -> Role:
    if value.spot is not None or (value.size >= 8 and _ADDRESS.match(value.type)):
        return Role.POINTER
    return Role.VALUE


def _gap_of(value: Value, at: int) -> Role:
    """What the bytes at an offset are that no part of the value has."""
    if _base(value.type) in _COUNTED and ("strong", "0") in (
        (name, part.text) for name, part in value.parts
    ):
        return Role.DROPPED
    if not _is_variant(value):
        return Role.PADDING
    return Role.TAG if at == value.offset else Role.UNUSED


def _is_variant(value: Value) -> bool:
    """Whether the value is an enum's: bytes beside its fields hold the tag, or nothing."""
    return bool(_VARIANT.fullmatch(value.text)) and value.text != _base(value.type)


def _base(type_: str) -> str:
    """`Vec` of `alloc::vec::Vec<u8>`."""
    return type_.split("<", maxsplit=1)[0].rsplit("::", maxsplit=1)[-1]


def _unwrapped(type_: str) -> str:
    """`Rc<T>` of `RefCell<Option<Rc<T>>>`: what may be there or be written is what it is."""
    while found := _WRAPPED.match(type_):
        type_ = type_[found.end() :]
    return type_


def text_of(row: Row) -> str:
    """The row's text; what is said of a pointer has no marks of Markdown around its type."""
    return row.text.replace("`", "") if "dyn " in row.type else row.text


def _join(path: str, name: str) -> str:
    """`items[0]`, `pair.1`, `buf.ptr`; a number alone keeps its dot."""
    if name.startswith("[") or not (path or name.isdigit()):
        return path + name
    return f"{path}.{name}"


def tie_of(types: Sequence[str]) -> Tie:
    """What a pointer is to its target, by the types that it lies in, from the outermost."""
    bare = [_unwrapped(type_) for type_ in types]
    bases = {_base(type_) for type_ in bare}
    if any(type_.startswith("&") for type_ in bare) or bases & {"Ref", "RefMut"}:
        return Tie.BORROWS
    if "Weak" in bases:
        return Tie.WEAK
    if bases & {"Rc", "Arc"}:
        return Tie.SHARES
    return Tie.OWNS if bases & OWNERS else Tie.POINTS
