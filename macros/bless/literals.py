"""A literal in a page ↔ its value: which written characters stand for which of the text. Pure."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from macros.bless.nouns import Edit
from macros.calls import STRINGS
from macros.model import Argument
from macros.text import Lines

_UNIT: Final = re.compile(
    r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|.)|.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Written:
    """One character of a literal's value: its offsets in the page, its string and its quote."""

    character: str
    start: int
    end: int
    string: int
    quote: str


def edit_part(lines: Lines, argument: Argument, span: tuple[int, int], new: str) -> Edit | None:
    """The edit that makes `value[start:end]` of a text argument `new`, and nothing else.

    Escapes and strings that stand side by side are followed; None where the part does not lie in
    one line of one string, or where the page's text is not the argument's.
    """
    start, end = span
    written = tuple(_characters(lines, argument))
    if "".join(each.character for each in written) != argument.value or not start < end:
        return None
    first, last = written[start], written[end - 1]
    place = lines.place(first.start, last.end)
    if first.string != last.string or place.line != place.end_line:
        return None
    return Edit(place, lines.text[first.start : last.end], escaped(new, first.quote))


def escaped(text: str, quote: str) -> str:
    """The text as it is written between such quotes."""
    return "".join(_escaped_character(each, quote) for each in text)


def _escaped_character(character: str, quote: str) -> str:
    if character in ("\\", quote):
        return f"\\{character}"
    return character if character.isprintable() else character.encode("unicode_escape").decode()


def _characters(lines: Lines, argument: Argument) -> Iterator[Written]:
    start, end = lines.span(argument.place)
    for number, string in enumerate(STRINGS.finditer(lines.text, start - 1, end + 1)):
        for unit in _UNIT.finditer(lines.text, string.start() + 1, string.end() - 1):
            for character in _decoded(unit[0]):
                yield Written(character, unit.start(), unit.end(), number, string[0][0])


def _decoded(unit: str) -> str:
    """What one character or one escape stands for."""
    if not unit.startswith("\\"):
        return unit
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return str(ast.literal_eval(f"'{unit}'"))
