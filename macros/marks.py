"""The `//@ snapshot` lines of a snippet → marks: the moments at which its memory is drawn. Pure.

A mark stands on a line of its own, between two statements of a function.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from macros.directives import Directive
from macros.model import Finding, Mark, Place
from macros.report import say_marks as say
from macros.rust.raw_names import as_written
from macros.rust_text import RustText
from macros.text import Lines

_SHOW: Final = re.compile(r"(?P<label>.*?)(?:^|,)\s*show:(?P<names>.*)")
_NAME: Final = re.compile(r"(?:r#)?[^\W\d]\w*")
_STATEMENT_ENDS: Final = frozenset("{};")
_MACRO: Final = re.compile(r"\b\w+\s*!\s*(?:\w+\s*)?(?P<open>[(\[{])")
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}


def find_marks(
    written: Sequence[Directive], rust: RustText, inner: Lines
) -> Iterator[Mark | Finding]:
    """The marks among the directives, or what is wrong with one.

    Lines count in the text as it is written; `number_lines` turns them into those of the source.
    """
    seen: dict[str, int] = {}
    for one in written:
        if one.key != "snapshot":
            continue
        mark = _read_mark(one)
        if isinstance(mark, Mark):
            mark = _misplaced(mark, rust, inner) or mark
        if isinstance(mark, Mark) and mark.label in seen:
            mark = say.label_twice(mark.place, mark.label, seen[mark.label])
        if isinstance(mark, Mark):
            seen[mark.label] = mark.line
        yield mark


def _read_mark(one: Directive) -> Mark | Finding:
    """`LABEL`, `LABEL, show: a, b` or `show: a, b`; nothing at all is a moment without a label."""
    value = (one.value or "").strip()
    found = _SHOW.fullmatch(value)
    if found is None:
        return Mark(value or f"line {one.line}", one.place, one.line, one.line)
    names = tuple(name.strip() for name in found["names"].split(","))
    odd = next((name for name in names if not _NAME.fullmatch(name)), None)
    if odd is not None:
        return say.no_variable_name(one.place, odd)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        return say.variable_twice(one.place, twice)
    label = found["label"].strip() or f"line {one.line}"
    return Mark(label, one.place, one.line, one.line, tuple(map(as_written, names)))


def _misplaced(mark: Mark, rust: RustText, inner: Lines) -> Finding | None:
    """What is wrong with where the mark stands, as far as the text alone tells."""
    start = inner.starts[mark.line - 1]
    if any(first < start < last for first, last in macro_spans(rust.code)):
        return say.inside_macro(mark.place)
    before = rust.code[:start].rstrip()
    if not before or rust.code.count("{", 0, start) <= rust.code.count("}", 0, start):
        return say.outside_function(mark.place)
    if before[-1] not in _STATEMENT_ENDS:
        return say.inside_statement(mark.place)
    return None


def macro_spans(code: str) -> Iterator[tuple[int, int]]:
    """Where the text stands that macros are given, in code without comments and strings."""
    for found in _MACRO.finditer(code):
        yield found.start(), _closing(code, found.end(), found["open"])


def _closing(code: str, at: int, opening: str) -> int:
    """Where the bracket that opened before `at` closes; the end of the text if it does not."""
    closing = _CLOSING[opening]
    depth = 1
    for position in range(at, len(code)):
        if code[position] == opening:
            depth += 1
        elif code[position] == closing:
            depth -= 1
            if depth == 0:
                return position
    return len(code)


def number_lines(mark: Mark, kept: Sequence[tuple[int, str]]) -> Mark:
    """The mark with lines of the source; `kept` are its lines with their written numbers."""
    numbers = [number for number, _ in kept]
    at = bisect_left(numbers, mark.line)
    last = next((row for row in range(at - 1, -1, -1) if _is_code(kept[row][1])), at - 1)
    return Mark(mark.label, mark.place, last + 1, at + 1, mark.show)


def _is_code(line: str) -> bool:
    text = line.strip()
    return bool(text) and not text.startswith("//")


def place_of_name(mark: Mark, written: str, name: str = "") -> Place:
    """The characters of a shown variable's name in the mark's line, the whole mark otherwise."""
    shown = written.find("show:")
    pattern = re.compile(rf"(?<![\w#]){re.escape(name)}(?!\w)")
    found = pattern.search(written, shown) if name and shown >= 0 else None
    if found is None:
        return mark.place
    line = mark.place.line
    return Place(mark.place.path, line, found.start() + 1, line, found.end() + 1)
