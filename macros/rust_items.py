"""Rust text → the structs, enums and unions it holds, with their fields and variants.

Reads as far as items and delimiters go, and never fails: what is not closed runs to the end.
What stands in macros and in attributes is no item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .rust_text import RustText

_TOKEN = re.compile(r"'(?:r#)?\w+|(?:r#)?\w+|->|=>|::|[^\w\s]")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_KINDS = ("struct", "enum", "union")


@dataclass(frozen=True, slots=True)
class Part:
    """A field: its name (`0`, `1`, … in a tuple) and its offsets in the text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Body:
    """The fields of a struct, a union or one variant; `name` is the variant's, else empty.

    `start` is where the type's or variant's name starts. `open` and `close` are the offsets of the
    delimiters; where there are none, both are the offset of the last character.
    """

    name: str
    start: int
    open: int
    close: int
    fields: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeItem:
    """A type; `start` is the offset of its attributes, `name_at` that of its name.

    `open` and `close` are as in `Body`. `lifetimes` counts its parameters that are lifetimes;
    `is_generic` says that there are others. `local` is the offset of the innermost braces around
    it that are no module's, None where there are none.
    """

    kind: str
    name: str
    modules: tuple[str, ...]
    start: int
    name_at: int
    open: int
    close: int
    bodies: tuple[Body, ...]
    lifetimes: int = 0
    is_generic: bool = False
    local: int | None = None


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens; `pairs` leads from each delimiter to its partner, if it has one."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    pairs: Mapping[int, int]

    def text(self, at: int) -> str:
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def closer(self, at: int) -> int:
        """The token that closes the one at `at`; behind the last one where none does."""
        return self.pairs.get(at, len(self.texts))

    def end_of(self, at: int) -> int:
        return self.starts[at] + len(self.texts[at])


@dataclass(frozen=True, slots=True)
class _Scope:
    """Braces around items: until which token, and of which module (empty: of something else)."""

    end: int
    module: str
    start: int


def find_types(rust: RustText) -> tuple[TypeItem, ...]:
    """Every struct, enum and union of the text, in order."""
    return tuple(_find(_tokenize(rust.code)))


def _tokenize(code: str) -> _Tokens:
    found = list(_TOKEN.finditer(code))
    texts = tuple(one[0] for one in found)
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for at, text in enumerate(texts):
        if text in _PAIRS:
            opened.append(at)
        elif opened and text == _PAIRS[texts[opened[-1]]]:
            first = opened.pop()
            pairs |= {first: at, at: first}
    return _Tokens(texts, tuple(one.start() for one in found), pairs)


def _find(tokens: _Tokens) -> Iterator[TypeItem]:
    scopes: list[_Scope] = []
    at = 0
    while at < len(tokens.texts):
        while scopes and at >= scopes[-1].end:
            scopes.pop()
        behind = _behind_macro(tokens, at)
        if behind > at:
            at = behind
            continue
        if _begins_type(tokens, at) and (read := _read_type(tokens, at, scopes)):
            item, at = read
            yield item
            continue
        if tokens.texts[at] == "{":
            module = tokens.text(at - 1) if tokens.text(at - 2) == "mod" else ""
            scopes.append(_Scope(tokens.closer(at), module, tokens.starts[at]))
        at += 1


def _behind_macro(tokens: _Tokens, at: int) -> int:
    """Where the macro call, macro definition or attribute that begins at `at` ends; else `at`."""
    if tokens.text(at) == "#":
        bracket = at + 2 if tokens.text(at + 1) == "!" else at + 1
        return tokens.closer(bracket) + 1 if tokens.text(bracket) == "[" else at
    if not _is_name(tokens.text(at)) or tokens.text(at + 1) != "!":
        return at
    opening = at + 3 if tokens.text(at) == "macro_rules" else at + 2
    return tokens.closer(opening) + 1 if tokens.text(opening) in _PAIRS else at


def _is_name(text: str) -> bool:
    return bool(text) and (text[0].isalpha() or text[0] == "_")


def _begins_type(tokens: _Tokens, at: int) -> bool:
    """`union` is a name elsewhere, the other two words never are."""
    if tokens.texts[at] not in _KINDS or not _is_name(tokens.text(at + 1)):
        return False
    return tokens.texts[at] != "union" or tokens.text(at + 2) in ("{", "<", "where")


def _read_type(tokens: _Tokens, at: int, scopes: list[_Scope]) -> tuple[TypeItem, int] | None:
    """The type whose keyword stands at `at`, and the token behind it; None if it has no end."""
    behind = _behind_angles(tokens, at + 2) if tokens.text(at + 2) == "<" else at + 2
    lifetimes, is_generic = _parameters(tokens, at + 3, behind - 1)
    opening = _opening(tokens, behind)
    last = tokens.closer(opening) if tokens.text(opening) in _PAIRS else opening
    if last >= len(tokens.texts):
        return None
    local = [scope.start for scope in scopes if not scope.module]
    kind, name_at = tokens.texts[at], tokens.starts[at + 1]
    item = TypeItem(
        kind,
        tokens.texts[at + 1],
        tuple(scope.module for scope in scopes),
        tokens.starts[_first_of(tokens, at)],
        name_at,
        tokens.starts[opening],
        tokens.starts[last],
        tuple(_variants(tokens, opening, last))
        if kind == "enum"
        else (_body(tokens, "", name_at, opening, last),),
        lifetimes,
        is_generic,
        local[-1] if local else None,
    )
    return item, last + 1


def _first_of(tokens: _Tokens, at: int) -> int:
    """The first token of the item: of its attributes, or of its visibility."""
    while True:
        opening = tokens.pairs.get(at - 1, -1)
        before = tokens.text(at - 1)
        if before == "pub":
            at -= 1
        elif (tokens.text(opening - 1), before) in (("pub", ")"), ("#", "]")):
            at = opening - 1
        else:
            return at


def _behind_angles(tokens: _Tokens, at: int) -> int:
    """The token behind the `>` that closes the `<` at `at`."""
    depth = 0
    while at < len(tokens.texts):
        text = tokens.texts[at]
        if text in _PAIRS:
            at = tokens.closer(at)
        depth += (text == "<") - (text == ">")
        at += 1
        if depth == 0:
            break
    return at


def _parameters(tokens: _Tokens, at: int, end: int) -> tuple[int, bool]:
    """How many lifetimes stand among the parameters, and whether others do."""
    firsts = [tokens.text(first) for first, _ in _split(tokens, at, end, angles=True)]
    lifetimes = sum(text.startswith("'") for text in firsts)
    return lifetimes, len(firsts) > lifetimes


def _opening(tokens: _Tokens, at: int) -> int:
    """The delimiter of the fields, or the `;` of a type without; past a `where` clause."""
    if tokens.text(at) != "where":
        return at
    while at < len(tokens.texts) and tokens.texts[at] not in ("{", ";"):
        at = (tokens.closer(at) if tokens.texts[at] in _PAIRS else at) + 1
    return at


def _split(tokens: _Tokens, at: int, end: int, *, angles: bool) -> Iterator[tuple[int, int]]:
    """The (first, behind) tokens of what stands between commas; `angles` are delimiters too."""
    first, depth = at, 0
    while at < end:
        text = tokens.text(at)
        if text in _PAIRS:
            at = min(tokens.closer(at), end)
        elif angles:
            depth += (text == "<") - (text == ">")
        if text == "," and depth <= 0:
            if at > first:
                yield first, at
            first = at + 1
        at += 1
    if end > first:
        yield first, end


def _unattributed(tokens: _Tokens, first: int, behind: int) -> int:
    """The token behind the attributes at `first`."""
    while first < behind and tokens.text(first) == "#" and tokens.text(first + 1) == "[":
        first = tokens.closer(first + 1) + 1
    return min(first, behind - 1)


def _variants(tokens: _Tokens, opening: int, last: int) -> Iterator[Body]:
    for first, behind in _split(tokens, opening + 1, last, angles=False):
        at = _unattributed(tokens, first, behind)
        name = tokens.text(at).removeprefix("r#")
        if not _is_name(name):
            continue
        inside = tokens.text(at + 1) in _PAIRS and at + 1 < behind
        closing = tokens.closer(at + 1) if inside else at
        yield _body(tokens, name, tokens.starts[at], at + 1 if inside else at, closing)


def _body(tokens: _Tokens, name: str, start: int, opening: int, last: int) -> Body:
    fields = tuple(_fields(tokens, opening, last)) if last > opening else ()
    return Body(name, start, tokens.starts[opening], tokens.starts[last], fields)


def _fields(tokens: _Tokens, opening: int, last: int) -> Iterator[Part]:
    is_tuple = tokens.texts[opening] == "("
    for number, (first, behind) in enumerate(_split(tokens, opening + 1, last, angles=True)):
        at = _unattributed(tokens, first, behind)
        start = tokens.starts[at]
        if not is_tuple:
            at = _behind_visibility(tokens, at)
        name = str(number) if is_tuple else tokens.text(at).removeprefix("r#")
        yield Part(name, start, tokens.end_of(behind - 1))


def _behind_visibility(tokens: _Tokens, at: int) -> int:
    if tokens.text(at) != "pub":
        return at
    return tokens.closer(at + 1) + 1 if tokens.text(at + 1) == "(" else at + 1
