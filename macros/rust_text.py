"""Rust text → where its comments and strings are, whether it has a main function.

A lexer for comments, strings and character literals only: enough to know what is code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .text import blank

TOKEN = re.compile(
    r"""
      (?P<line>//[^\n]*)
    | (?P<block>/\*)
    | (?<![\w])(?:b|c)?r(?P<hashes>\#*)"(?:.*?"(?P=hashes)|.*\Z)
    | (?:(?<![\w])[bc])?"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)
    | (?:(?<![\w])b)?'(?:\\(?:x[0-9A-Fa-f]{2}|u\{[0-9A-Fa-f_]*\}|.)|[^\\'\n])'
    | '(?:r\#)?[^\W\d]\w*
    """,
    re.DOTALL | re.VERBOSE,
)
BLOCK_EDGE = re.compile(r"/\*|\*/")
MAIN_OR_BRACE = re.compile(r"[{}]|\bfn\s+main\b")
ROOT_ITEM = re.compile(r"\s*(?:#!\s*\[|(?:#\[macro_use\]\s*)?(?:pub\s+)?extern\s+crate\b[^;]*;)")
INNER = re.compile(r"\s*#!\s*\[")
BRACKET = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class RustText:
    """`code` is the text with comments and the insides of strings blanked, at the same offsets.

    `comments` are the (start, end) offsets of the line comments.
    """

    text: str
    code: str
    comments: tuple[tuple[int, int], ...]


def parse_rust(text: str) -> RustText:
    """Splits Rust text into code and comments; never fails, an open string runs to the end."""
    pieces: list[str] = []
    comments: list[tuple[int, int]] = []
    at = 0
    while found := TOKEN.search(text, at):
        end = block_end(text, found.end()) if found["block"] else found.end()
        pieces += text[at : found.start()], blanked_token(found, text[found.start() : end])
        if found["line"]:
            comments.append(found.span())
        at = end
    return RustText(text, "".join((*pieces, text[at:])), tuple(comments))


def block_end(text: str, at: int) -> int:
    """Where the block comment that opened before `at` ends; block comments nest."""
    depth = 1
    for edge in BLOCK_EDGE.finditer(text, at):
        depth += 1 if edge[0] == "/*" else -1
        if depth == 0:
            return edge.end()
    return len(text)


def blanked_token(found: re.Match[str], token: str) -> str:
    """Comments vanish; of literals the edges stay, so that `("")` is not taken for `()`."""
    if found["line"] or found["block"] or len(token) < 2:
        return blank(token)
    return f"{token[0]}{blank(token[1:-1])}{token[-1]}"


def has_main(rust: RustText) -> bool:
    """Whether a `main` function stands at the top level."""
    return find_main(rust) is not None


def find_main(rust: RustText) -> int | None:
    """Where the `fn` of the `main` function at the top level stands, None where there is none."""
    return next(find_mains(rust), None)


def find_mains(rust: RustText) -> Iterator[int]:
    """All of them: a `#[cfg]` may leave some out."""
    depth = 0
    for found in MAIN_OR_BRACE.finditer(rust.code):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
        elif depth == 0:
            yield found.start()


def root_end(rust: RustText) -> int:
    """Where the crate attributes and `extern crate` items end that the text begins with."""
    at = 0
    while found := ROOT_ITEM.match(rust.code, at):
        end = found.end() if found[0].endswith(";") else bracket_end(rust.code, found.end())
        if end < 0:
            break
        at = end
    return at


def bracket_end(code: str, at: int) -> int:
    """Where the bracket that opened before `at` closes, -1 if it does not."""
    depth = 1
    for found in BRACKET.finditer(code, at):
        depth += 1 if found[0] == "[" else -1
        if depth == 0:
            return found.end()
    return -1


def ends_with_unit_result(rust: RustText) -> bool:
    """Whether the last expression is one like `Ok::<(), E>(())`, rustdoc's sign for `?`."""
    return rust.code.rstrip().endswith("(())")
