"""rustc's own text about a listing → the same text with the lines a reader counts. Pure.

rustc counts the lines of what it compiled. An author counts the lines of the file, a visitor of
the page those of the code block; both are told where to look in their own numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.model import Diagnostic, Listing

_ARROW = re.compile(r"^ *(?P<arrow>-->|:::) (?P<path>.+?):(?P<line>\d+):(?P<column>\d+)$")
_GUTTER = re.compile(r"^(?P<number>\d+) *(?P<rest> (?:[|+~-].*)?)$")
_EMPTY_GUTTER = re.compile(r"^ +(?P<rest> (?:\||=).*)$")


@dataclass(frozen=True, slots=True)
class Lines:
    """How lines are shown: under which path, as which numbers (0: a line that is not shown), and
    how many characters stand before each of them there."""

    path: str
    numbers: Sequence[int]
    columns: Sequence[int] = ()

    def line(self, number: int) -> int:
        return self.numbers[number - 1] if 1 <= number <= len(self.numbers) else 0

    def column(self, line: int, column: int) -> int:
        before = self.columns[line - 1] if 1 <= line <= len(self.columns) else 0
        return column + before


def lines_of_file(listing: Listing) -> Lines:
    """The lines as they stand in the author's file."""
    return Lines(listing.place.path, listing.lines, listing.columns)


def lines_of_block(listing: Listing, path: str) -> Lines:
    """The lines as they stand in the code block that a visitor sees, under a name for it."""
    shown = listing.shown.split("\n")
    numbers: list[int] = []
    following = 0
    for line in listing.source.split("\n"):
        is_shown = following < len(shown) and line.rstrip() == shown[following].rstrip()
        following += is_shown
        numbers.append(following if is_shown else 0)
    return Lines(path, numbers)


def locate(diagnostic: Diagnostic, compiled_path: str, listing: Listing) -> Diagnostic:
    """The diagnostic with its text in the lines of the author's file."""
    text = renumber(diagnostic.rendered, compiled_path, lines_of_file(listing))
    return replace(diagnostic, rendered=text)


def renumber(text: str, compiled_path: str, lines: Lines) -> str:
    """Write a message of rustc, or what a program said of its panic, with those lines."""
    parsed = list(_parse(text, compiled_path, lines))
    width = max((len(gutter) for gutter, _ in parsed if gutter), default=0)
    if not width:
        return _in_sentences(text, compiled_path, lines)
    return "\n".join(_written(gutter, rest, width) for gutter, rest in parsed)


def _parse(text: str, compiled_path: str, lines: Lines) -> Iterator[tuple[str | None, str]]:
    """Yield what stands in the gutter of each line (None: the line has none), and the rest."""
    own = False
    for line in text.split("\n"):
        if arrow := _ARROW.match(line):
            own = arrow["path"] == compiled_path
            yield "", f"{arrow['arrow']} {_moved(arrow, lines) if own else _place(arrow)}"
        elif gutter := _GUTTER.match(line):
            number = lines.line(int(gutter["number"])) if own else int(gutter["number"])
            yield str(number or " "), gutter["rest"]
        elif empty := _EMPTY_GUTTER.match(line):
            yield "", empty["rest"]
        else:
            yield None, _in_sentences(line, compiled_path, lines)


def _place(arrow: re.Match[str]) -> str:
    return f"{arrow['path']}:{arrow['line']}:{arrow['column']}"


def _moved(arrow: re.Match[str], lines: Lines) -> str:
    line, column = int(arrow["line"]), int(arrow["column"])
    number = lines.line(line)
    return f"{lines.path}:{number}:{lines.column(line, column)}" if number else lines.path


def _written(gutter: str | None, rest: str, width: int) -> str:
    return rest if gutter is None else f"{gutter:<{width}}{rest}"


def _in_sentences(text: str, compiled_path: str, lines: Lines) -> str:
    """Places inside a sentence, such as `panicked at PATH:LINE:COLUMN`."""
    place = re.compile(rf"{re.escape(compiled_path)}:(\d+)(?::(\d+))?")

    def moved(match: re.Match[str]) -> str:
        number = lines.line(int(match[1]))
        if not number:
            return lines.path
        column = f":{lines.column(int(match[1]), int(match[2]))}" if match[2] else ""
        return f"{lines.path}:{number}{column}"

    return place.sub(moved, text)
