"""Rust text → the names in it that stand for nothing real. Pure."""

from __future__ import annotations

import re

from macros.model import Finding
from macros.report import say_style as say
from macros.rust_text import parse_rust
from macros.text import find_lines

_PLACEHOLDER = re.compile(
    r"\b(?:foo|bar|baz|qux|quux|corge|foobar|my_\w+|My[A-Z]\w*|thing\d*|stuff|asdf|tmp\d*"
    r"|[a-eg-hj-tv-z]\d)\b",
    re.IGNORECASE,
)
"""Names of nothing, and letters that are numbered; `f0`, `i1` and `u8` may be digits or types."""


def find_placeholders(path: str, text: str, start: int, end: int) -> tuple[Finding, ...]:
    """Say which names of the Rust between two offsets of a file are placeholders."""
    lines = find_lines(path, text)
    code = parse_rust(text[start:end]).code
    return tuple(
        say.placeholder(lines.place(start + found.start(), start + found.end()), found[0])
        for found in _PLACEHOLDER.finditer(code)
    )
