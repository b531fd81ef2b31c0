"""A message about a line of our crate → the same message about the author's text in that line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from macros.model import Diagnostic
from macros.rust.plain import plain
from macros.rust.rooms import Rows

_ARROW = re.compile(r"(?P<before>\s*(?:-->|:::) )(?P<path>.+):(?P<line>\d+):(?P<column>\d+)")
_GUTTER = re.compile(r"(?P<line>\s*\d+) (?P<after>[|+~-].*)")
_OF_MACRO = re.compile(r"\s*= note: this error originates in the macro ")


def find_row(said: Diagnostic, rows: Sequence[Rows]) -> Rows | None:
    """The rows that the message is about: an author's text before the lines around it."""
    inside = (row for row in rows if row.path == said.path and row.first <= said.line <= row.last)
    return min(inside, key=lambda row: not row.text, default=None)


def move_to_text(said: Diagnostic, row: Rows, rows: Sequence[Rows]) -> Diagnostic:
    """The message with path, lines and columns of the text that stands in `row`."""
    rendered = "\n".join(_move_lines(said.rendered.split("\n"), rows))
    inside = row.first <= said.end_line <= row.last
    moved = replace(
        said,
        rendered=rendered,
        path=row.text,
        line=said.line - row.first + 1,
        end_line=(said.end_line if inside else said.line) - row.first + 1,
        end_column=said.end_column if inside else said.column,
    )
    return plain(moved)


def _move_lines(lines: Sequence[str], rows: Sequence[Rows]) -> Iterator[str]:
    path = ""
    for line in lines:
        arrow, gutter = _ARROW.fullmatch(line), _GUTTER.fullmatch(line)
        if arrow is not None:
            path = arrow["path"]
            row = _row_at(path, int(arrow["line"]), rows)
            yield line if row is None else _move_arrow(arrow, row)
        elif gutter is not None:
            row = _row_at(path, int(gutter["line"]), rows)
            yield line if row is None else _move_gutter(gutter, row)
        elif not _OF_MACRO.match(line):
            yield line


def _move_arrow(arrow: re.Match[str], row: Rows) -> str:
    line = int(arrow["line"]) - row.first + 1
    return f"{arrow['before']}{row.text}:{line}:{arrow['column']}"


def _move_gutter(gutter: re.Match[str], row: Rows) -> str:
    line = int(gutter["line"]) - row.first + 1
    return f"{line:>{len(gutter['line'])}} {gutter['after']}"


def _row_at(path: str, line: int, rows: Sequence[Rows]) -> Rows | None:
    fitting = (row for row in rows if row.text and row.path == path)
    return next((row for row in fitting if row.first <= line <= row.last), None)
