"""Rust's text literals → their bytes, pure."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from macros.rust.tokens import find_tokens

_QUOTED: Final = re.compile(r'(?P<prefix>[bc]?)"(?P<body>(?:[^"\\]|\\[\s\S])*)"')
_RAW: Final = re.compile(r'(?P<prefix>[bc]?)r(?P<fence>#*)"(?P<body>[\s\S]*)"(?P=fence)')
_ESCAPE: Final = re.compile(
    r"\\(?:x(?P<hex>[0-9A-Fa-f]{2})|u\{(?P<code>[0-9A-Fa-f_]+)\}|(?P<line>\n\s*)|(?P<mark>.))",
    re.DOTALL,
)
_MARKS: Final = MappingProxyType({"n": b"\n", "r": b"\r", "t": b"\t", "0": b"\0"})


def read_literal(text: str) -> bytes | None:
    """The bytes that a text, byte or C literal stands for; None where it is not one.

    Those of a C literal end with a zero, as in memory.
    """
    raw, quoted = _RAW.fullmatch(text), _QUOTED.fullmatch(text)
    found = raw or quoted
    if found is None:
        return None
    body = found["body"]
    data = body.encode("utf-8", "surrogatepass") if raw else _unescaped(body)
    if data is None:
        return None
    return data + b"\0" if found["prefix"] == "c" else data


def find_literals(source: str) -> tuple[str, ...]:
    """The literals of a Rust text as they are written, each once; none where it is unreadable."""
    tokens = find_tokens(source) or ()
    return tuple(dict.fromkeys(one.text for one in tokens if one.kind in ("raw", "text")))


def _unescaped(body: str) -> bytes | None:
    parts: list[bytes] = []
    at = 0
    for found in _ESCAPE.finditer(body):
        parts.append(body[at : found.start()].encode("utf-8", "surrogatepass"))
        written = _character(found)
        if written is None:
            return None
        parts.append(written)
        at = found.end()
    return b"".join((*parts, body[at:].encode("utf-8", "surrogatepass")))


def _character(found: re.Match[str]) -> bytes | None:
    if found["hex"]:
        return bytes((int(found["hex"], 16),))
    if found["code"]:
        code = int(found["code"].replace("_", "") or "110000", 16)
        return chr(code).encode("utf-8", "surrogatepass") if code < 0x110000 else None
    if found["line"]:
        return b""
    return _MARKS.get(found["mark"]) or (
        found["mark"].encode() if found["mark"] in "\\\"'" else None
    )
