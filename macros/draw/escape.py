"""Text → text inside HTML that passes through Jinja and Markdown unchanged.

What is written here stands in a raw block of HTML, which Markdown leaves alone; characters that
mean something to Markdown or Jinja are escaped all the same, so that no place can undo that.
"""

from __future__ import annotations

import re

_MEANT = re.compile("[&<>\"'|`*_\\[\\]{}\\\\!#~^]")
_UNPRINTABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff\\u2028\\u2029]")
_BREAKS = re.compile(r"(?<=\w)\.(?=\w)|::|<(?=.)|(?<=\b0x[0-9a-f]{8})(?=[0-9a-f]{8}\b)")
_DIRECTIONS = re.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")


def escape(text: str) -> str:
    """Escape text for an element or for an attribute in double quotes."""
    plain = _UNPRINTABLE.sub("\ufffd", _DIRECTIONS.sub("\ufffd", text))
    return _MEANT.sub(lambda match: f"&#{ord(match.group())};", plain)


def escape_code(text: str) -> str:
    """Escape a name for a narrow cell: it may break behind a dot, `::` or `<`, and long numbers in
    their middle."""
    pieces: list[str] = []
    done = 0
    for found in _BREAKS.finditer(text):
        pieces.append(escape(text[done : found.end()]))
        done = found.end()
    return "<wbr/>".join((*pieces, escape(text[done:])))
