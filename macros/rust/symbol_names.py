"""Mangled names → the paths that people write, both of rustc's schemes. Pure.

The newer scheme is that of the compiler's RFC 2603 (`_R…`), the older one resembles C++ (`_ZN…E`).
A name is read as far as paths go: types that no path of a static or function needs are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_LEGACY: Final = re.compile(r"_ZN(?P<parts>.+)17h[0-9a-f]{16}E(?:\.llvm\.\d+)?")
_ESCAPES: Final = MappingProxyType(
    {"SP": "@", "BP": "*", "RF": "&", "LT": "<", "GT": ">", "LP": "(", "RP": ")", "C": ","}
)
_ESCAPE: Final = re.compile(r"\$(?:u(?P<code>[0-9a-f]+)|(?P<name>[A-Z]+))\$|(?P<dots>\.\.)")
_NAMES: Final = (
    "i8 bool char f64 str f32 u8 isize usize i32 u32 i128 u128 _ i16 u16 () ... i64 u64 !"
)
_BASIC: Final = MappingProxyType(dict(zip("abcdefhijlmnopstuvxyz", _NAMES.split(), strict=True)))
_UNNAMED: Final = MappingProxyType({"C": "closure", "K": "constant", "S": "shim"})
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NUMBER: Final = re.compile(r"([0-9a-zA-Z]*)_")
_LENGTH: Final = re.compile(r"(u?)(0|[1-9]\d*)_?")
_WRAPPED: Final = MappingProxyType({"S": "[{}]", "P": "*const {}", "O": "*mut {}"})
_ARGUMENTS: Final = re.compile(r"(?<=\w)<[^<>]*>")
_CONSTANT: Final = re.compile(r"[a-z](n?[0-9a-f]+)_")
_DEPTH: Final = 60


class _Unread(Exception):
    """The name holds something that is not read here."""


@dataclass(frozen=True, slots=True)
class Path:
    """A path with its crate: `listing` and `m::GREETING`."""

    crate: str
    name: str


def read_symbol(symbol: str) -> Path | None:
    """The path of a mangled name; None for one that is not mangled, or not read here."""
    try:
        name = _read_legacy(symbol) if symbol.startswith("_ZN") else _read_v0(symbol)
    except (_Unread, IndexError, UnicodeError, RecursionError):
        return None
    crate = re.search(r"\w+(?=::)", name)
    if crate is None:
        return None
    own = re.sub(rf"(?<!\w){crate[0]}::", "", name)
    return Path(crate[0], own)


# The older scheme -------------------------------------------------------------------------


def _read_legacy(symbol: str) -> str:
    found = _LEGACY.fullmatch(symbol)
    if found is None:
        raise _Unread
    left, parts = found["parts"], []
    while left:
        length = re.match(r"\d+", left)
        if length is None:
            raise _Unread
        end = length.end() + int(length[0])
        parts.append(_unescaped(left[length.end() : end]))
        left = left[end:]
    return _without_arguments("::".join(parts))


def _without_arguments(name: str) -> str:
    """`St<T>::get` is `St::get`, as in the newer scheme."""
    shorter = _ARGUMENTS.sub("", name)
    return name if shorter == name else _without_arguments(shorter)


def _unescaped(part: str) -> str:
    part = part.removeprefix("_") if part.startswith("_$") else part
    return _ESCAPE.sub(_written, part)


def _written(found: re.Match[str]) -> str:
    if found["dots"]:
        return "::"
    if found["code"]:
        return chr(int(found["code"], 16))
    return _ESCAPES.get(found["name"], found[0])


# The newer scheme -------------------------------------------------------------------------


def _read_v0(symbol: str) -> str:
    if not symbol.startswith("_R"):
        raise _Unread
    return _Reader(symbol.removeprefix("_R")).path(0)[0]


Part = tuple[str, int]
"""What was read, and where the text goes on."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """The text behind `_R`, from which back references count."""

    text: str
    depth: int = 0

    def path(self, at: int) -> Part:
        if self.depth > _DEPTH:
            raise _Unread
        inner = _Reader(self.text, self.depth + 1)
        readers: dict[str, Callable[[int], Part]] = {
            "C": inner.identifier,
            "N": inner.nested,
            "M": inner.inherent,
            "X": inner.implemented,
            "Y": inner.qualified,
            "I": inner.generic,
            "B": inner.repeated_path,
        }
        reader = readers.get(self.text[at])
        if reader is None:
            raise _Unread
        return reader(at + 1)

    def nested(self, at: int) -> Part:
        space = self.text[at]
        outer, at = self.path(at + 1)
        name, at = self.identifier(at)
        return f"{outer}::{name if space.islower() else '{' + _UNNAMED.get(space, '') + '}'}", at

    def inherent(self, at: int) -> Part:
        _, at = self.path(self.skipped(at, "s"))
        return self.type(at)

    def implemented(self, at: int) -> Part:
        _, at = self.path(self.skipped(at, "s"))
        return self.qualified(at)

    def qualified(self, at: int) -> Part:
        owner, at = self.type(at)
        trait, at = self.path(at)
        return f"<{owner} as {trait}>", at

    def generic(self, at: int) -> Part:
        """The path without its arguments: all instances have one name."""
        name, at = self.path(at)
        return name, self.many(at)[1]

    def repeated_path(self, at: int) -> Part:
        number, at = self.number(at)
        return self.path(number)[0], at

    def many(self, at: int) -> tuple[list[str], int]:
        found = []
        while self.text[at] != "E":
            one, at = self.type(at)
            found.append(one)
        return found, at + 1

    def type(self, at: int) -> Part:
        """A type or another generic argument."""
        letter = self.text[at]
        if letter in _BASIC:
            return _BASIC[letter], at + 1
        if letter in _WRAPPED:
            inner, at = self.type(at + 1)
            return _WRAPPED[letter].format(inner), at
        if letter in "RQ":
            inner, at = self.type(self.skipped(at + 1, "L"))
            return f"&{'mut ' if letter == 'Q' else ''}{inner}", at
        if letter == "T":
            parts, at = self.many(at + 1)
            return f"({', '.join(parts)})", at
        if letter == "A":
            inner, at = self.type(at + 1)
            count, at = self.constant(at)
            return f"[{inner}; {count}]", at
        return self.rarer(at)

    def rarer(self, at: int) -> Part:
        letter = self.text[at]
        if letter == "L":
            return "'_", self.number(at + 1)[1]
        if letter == "K":
            return self.constant(at + 1)
        if letter == "B":
            number, at = self.number(at + 1)
            return self.type(number)[0], at
        return self.path(at)

    def constant(self, at: int) -> Part:
        """A whole number or a truth; others are not read."""
        if self.text[at] == "p":
            return "_", at + 1
        found = _CONSTANT.match(self.text, at)
        if found is None:
            raise _Unread
        return str(int(found[1].replace("n", "-"), 16)), found.end()

    def identifier(self, at: int) -> Part:
        at = self.skipped(at, "s")
        found = _LENGTH.match(self.text, at)
        if found is None:
            raise _Unread
        end = found.end() + int(found[2])
        name = self.text[found.end() : end]
        return (_from_punycode(name) if found[1] else name), end

    def skipped(self, at: int, mark: str) -> int:
        """Where it goes on behind an optional number with a mark before it."""
        return self.number(at + 1)[1] if self.text[at] == mark else at

    def number(self, at: int) -> tuple[int, int]:
        found = _NUMBER.match(self.text, at)
        if found is None:
            raise _Unread
        value = 0
        for digit in found[1]:
            value = value * 62 + _DIGITS.index(digit)
        return (value + 1 if found[1] else 0), found.end()


def _from_punycode(name: str) -> str:
    """Rustc writes `_` where Punycode has its last `-`."""
    head, mark, tail = name.rpartition("_")
    return f"{head}{'-' if mark else ''}{tail}".encode("ascii").decode("punycode")
