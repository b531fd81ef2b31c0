"""Printed lines: those that a claim names, and those that resemble one."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from macros.model import Listing, Run
from macros.rust_text import parse_rust

SEPARATOR: Final = " | "
"""What stands between two lines in `prints=` and `prints_not=`."""
_LONGEST: Final = 2000  # characters; comparing longer lines costs more than it shows
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_COLOURS: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def split_lines(text: str) -> tuple[str, ...]:
    """The lines that `first | second` names."""
    return tuple(line for line, _ in place_lines(text))


def place_lines(text: str) -> Iterator[tuple[str, int]]:
    """Each line that the text names, and where in the text it starts."""
    at = 0
    for part in text.split(SEPARATOR):
        line = part.strip()
        yield line, at + (part.index(line) if line else 0)
        at += len(part) + len(SEPARATOR)


def printed_by(run: Run) -> list[str]:
    """The lines of a run without the white space at their ends."""
    return [line.strip() for line in run.stdout.splitlines()]


def seen_of(run: Run) -> list[str]:
    """The lines that somebody at a terminal would see: of both streams, as they look there."""
    return [visible(line) for text in (run.stdout, run.stderr) for line in text.splitlines()]


def visible(line: str) -> str:
    """A line without the characters that show nothing, and without white space at its ends."""
    shown = _COLOURS.sub("", line).replace("\t", " ")
    return "".join(one for one in shown if unicodedata.category(one) not in ("Cc", "Cf")).strip()


def nearest_line(wanted: str, lines: Sequence[str]) -> str:
    """The printed line that resembles the wanted one most, empty where none does."""
    candidates = [line for line in dict.fromkeys(lines) if line and len(line) <= _LONGEST]
    close = difflib.get_close_matches(wanted[:_LONGEST], candidates, n=1, cutoff=0.5)
    return close[0] if close else ""


def unwritten_word(line: str, listing: Listing) -> str:
    """The first word or number of a line that stands nowhere in the listing; empty for none.

    A line that a program does not print is easily misspelt: then it is not printed either.
    """
    rust = parse_rust(listing.source)
    said, at = "", 0
    for start, end in rust.comments:
        said, at = said + rust.text[at:start], end
    known = set(_WORD.findall(said + rust.text[at:]))
    return next((word for word in _WORD.findall(line) if word not in known), "")
