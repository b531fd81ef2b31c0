"""JavaScript, Go or TypeScript text → where its comments and strings are.

A lexer for comments and literals only. It cannot tell a division from a regular expression: a
comment of the margin that it takes for something else is reported, and never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from macros.rust_text import RustText
from macros.text import blank

_TOKEN: Final = re.compile(
    r"""
      (?P<line>//[^\n]*)
    | (?P<block>/\*.*?(?:\*/|\Z))
    | "(?:\\.|[^"\\\n])*(?:"|$)
    | '(?:\\.|[^'\\\n])*(?:'|$)
    | `(?:\\.|[^`\\])*(?:`|\Z)
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_MARGIN: Final = re.compile(r"//[~@]")


def parse_text(text: str) -> RustText:
    """Split the text into code and comments; never fails."""
    pieces: list[str] = []
    comments: list[tuple[int, int]] = []
    at = 0
    for found in _TOKEN.finditer(text):
        token = found[0]
        inside = f"{token[0]}{blank(token[1:-1])}{token[-1]}" if len(token) > 1 else token
        is_comment = found["line"] or found["block"]
        pieces += text[at : found.start()], blank(token) if is_comment else inside
        if found["line"]:
            comments.append(found.span())
        at = found.end()
    return RustText(text, "".join((*pieces, text[at:])), tuple(comments))


def find_lost_margin(parsed: RustText) -> Iterator[tuple[int, int]]:
    """What looks like a comment of the margin and stands in something else."""
    starts = {start for start, _ in parsed.comments}
    spans = (found.span() for found in _MARGIN.finditer(parsed.text))
    yield from (span for span in spans if span[0] not in starts)
