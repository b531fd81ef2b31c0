"""Rust text → its tokens, as far as strings, comments and delimiters go."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>//[^\n]*)
  | (?P<block>/\*)
  | (?P<raw>(?:br|cr|r)(?P<fence>\#+)"[\s\S]*?"(?P=fence) | (?:br|cr|r)"[^"]*")
  | (?P<text>[bc]?"(?:[^"\\]|\\[\s\S])*")
  | (?P<char>b?'(?:[^'\\\n]|\\(?:u\{[^}]*\}|x..|.))')
  | (?P<lifetime>'(?:r\#)?\w++(?!'))
  | (?P<word>(?!(?:br|cr|r)\#+")(?:r\#)?[^\W\d]\w*)
  | (?P<number>\d[\w]*)
  | (?P<open>[(\[{])
  | (?P<close>[)\]}])
  | (?P<mark>[^\s\w"'/\\()\[\]{}] | /)
    """,
    re.VERBOSE,
)
_BLOCK = re.compile(r"/\*|\*/")
_BLANK = re.compile(r"[^\n]")
PAIRS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Rust text; `kind` is the name of a group above, `start` its offset."""

    kind: str
    text: str
    start: int


def find_tokens(source: str) -> tuple[Token, ...] | None:
    """All tokens of a Rust text in order, white space left out; None where it cannot be read."""
    tokens: list[Token] = []
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None or match.lastgroup is None:
            return None
        kind = match.lastgroup
        end = _block_end(source, at) if kind == "block" else match.end()
        if end is None:
            return None
        if kind != "space":
            tokens.append(Token("comment" if kind == "block" else kind, source[at:end], at))
        at = end
    return tuple(tokens)


def is_balanced(tokens: tuple[Token, ...]) -> bool:
    """Whether every delimiter closes the one it should, and none is left open."""
    expected: list[str] = []
    for token in tokens:
        if token.kind == "open":
            expected.append(PAIRS[token.text])
        elif token.kind == "close" and (not expected or expected.pop() != token.text):
            return False
    return not expected


def blank_texts(source: str) -> str | None:
    """The source with comments, strings and characters blanked, offsets kept; None as above."""
    tokens = find_tokens(source)
    if tokens is None:
        return None
    pieces: list[str] = []
    at = 0
    for token in tokens:
        if token.kind in ("comment", "raw", "text", "char"):
            pieces += (source[at : token.start], _BLANK.sub(" ", token.text))
            at = token.start + len(token.text)
    return "".join((*pieces, source[at:]))


def _block_end(source: str, start: int) -> int | None:
    """Where the block comment that begins at `start` ends: they nest."""
    depth = 0
    for mark in _BLOCK.finditer(source, start):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return mark.end()
    return None
