"""Claims and listings → copies of their source text, each with a few characters made wrong. Pure.

A mutant says something that ought to be refuted: another number, unit, code, line or text. What
has no words to make wrong has no mutants: `size_of`, `align_of` and `measure` insert what was
measured, and the wording of a claim without a number is for readers to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.kinds.arguments import argument_of
from macros.kinds.fails import CODE_IN_WORDS
from macros.model import Argument, Claim, Place
from macros.sections import FAMILIES, IN_WORDS, family_of
from macros.text import Lines
from macros.words import Quantity, find_numbers, quantities_of

OTHER_UNITS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "": ("bits", "KiB"),
        "byte": ("bits", "KiB"),
        "bit": ("bytes", "words"),
        "word": ("bits", "bytes"),
        "KiB": ("bytes", "MiB"),
        "MiB": ("KiB", "GiB"),
        "GiB": ("KiB", "MiB"),
    }
)
"""A smaller and a larger unit for each; that of a bare number is read as bytes."""
ZERO: Final = "zero is the same in every unit"
_TO_TWELVE: Final = "zero one two three four five six seven eight nine ten eleven twelve"
_CODE: Final = re.compile(r"E\d{4}")
_DIGITS: Final = re.compile(r"\d+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_UNIT_WORD: Final = re.compile(r"[A-Za-z]+$")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`text[start:end]` of a file becomes `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """A small change of one file.

    `place` are the characters that change, `about` those of the claim or expectation that has to
    be found wrong. `same` is empty, or says why the changed text means what it meant before.
    """

    change: str
    place: Place
    about: Place
    edits: tuple[Edit, ...]
    same: str = ""

    @property
    def path(self) -> str:
        return self.place.path


def write_mutant(text: str, mutant: Mutant) -> str:
    """The text of the file with the mutant's characters in it."""
    for edit in sorted(mutant.edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def mutants_of_claim(claim: Claim, lines: Lines) -> tuple[Mutant, ...]:
    """The mutants of a claim whose page is `lines`."""
    wrong = {
        "value": _wrong_quantities,
        "truth": _wrong_truth,
        "prints": _wrong_print,
        "fails": _wrong_code,
        "section": _wrong_section,
    }.get(claim.kind)
    return tuple(wrong(claim, lines)) if wrong else ()


# A claim ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Literal:
    """The text of an argument and where its characters stand in the page."""

    lines: Lines
    claim: Claim
    argument: Argument

    @property
    def text(self) -> str:
        return str(self.argument.value)

    def edit(self, start: int, end: int, new: str) -> Edit:
        """`text[start:end]` becomes `new`; a literal with escapes is written anew as a whole."""
        first, last = span_of(self.lines, self.argument.place)
        if self.lines.text[first:last] == self.text:
            return Edit(first + start, first + end, new)
        quote = self.lines.text[first - 1]
        whole = (self.text[:start] + new + self.text[end:]).replace("\\", "\\\\")
        escaped = whole.replace(quote, f"\\{quote}").replace("\n", "\\n")
        return Edit(first - 1, last + 1, f"{quote}{escaped}{quote}")

    def mutant(self, change: str, *edits: Edit, same: str = "") -> Mutant:
        place = self.lines.place(min(edits).start, max(edits).end)
        return Mutant(change, place, self.claim.place, edits, same)


def _literal(claim: Claim, lines: Lines, name: str) -> _Literal:
    argument = argument_of(claim.call, name)
    assert argument is not None, f"a claim of kind {claim.kind} has {name}"  # noqa: S101
    return _Literal(lines, claim, argument)


def _wrong_quantities(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """Every number of the words one up and one down, and in other units."""
    words = _literal(claim, lines, "words")
    for number in find_numbers(words.text):
        for step in (1, -1):
            new = stepped(number.text, number.value, step)
            yield words.mutant(f"number {step:+}", words.edit(number.start, number.end, new))
    for quantity in quantities_of(words.text):
        same = ZERO if claim.kind == "value" and quantity.number == 0 else ""
        for unit in OTHER_UNITS[quantity.unit]:
            edit = _in_other_unit(words, quantity, unit)
            yield words.mutant("unit changed", edit, same=same)


def _in_other_unit(words: _Literal, quantity: Quantity, unit: str) -> Edit:
    """The unit's own word replaced, or a unit put behind a number that has none."""
    found = _UNIT_WORD.search(words.text[: quantity.stop])
    if quantity.unit and found:
        return words.edit(found.start(), quantity.stop, unit)
    behind = quantity.end
    while words.text[behind : behind + 1] == "`":
        behind += 1
    return words.edit(behind, behind, f" {unit}")


def _wrong_truth(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """The expression negated."""
    expression = _literal(claim, lines, "expression")
    end = len(expression.text)
    edit = expression.edit(0, end, negated(expression.text))
    yield expression.mutant("expression negated", edit)


def negated(expression: str) -> str:
    return f"!({expression})"


def _wrong_print(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    yield from _wrong_quantities(claim, lines)
    line = _literal(claim, lines, "prints")
    for change, start, end, new in altered(line.text):
        yield line.mutant(f"line's {change}", line.edit(start, end, new))


def _wrong_code(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """Another code in `fails=`, in the words, and in both at once."""
    code, words = _literal(claim, lines, "fails"), _literal(claim, lines, "words")
    new = other_code(code.text)
    asked = code.edit(0, len(code.text), new)
    said = [found.span() for found in CODE_IN_WORDS.finditer(words.text)]
    written = tuple(words.edit(start, end, new) for start, end in said)
    yield code.mutant("code replaced", asked)
    if written:
        yield words.mutant("code replaced in the words", written[0])
        yield words.mutant("code replaced in both", asked, *written[:1])


def _wrong_section(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """Another sort of memory in `section=`, in the words, and in both at once."""
    section, words = _literal(claim, lines, "section"), _literal(claim, lines, "words")
    new = other_section(section.text)
    asked = section.edit(0, len(section.text), new)
    written = [words.edit(*said.span(), new) for said in IN_WORDS.finditer(words.text)]
    yield section.mutant("section replaced", asked)
    if written:
        yield words.mutant("section replaced in the words", written[0])
        yield words.mutant("section replaced in both", asked, *written)


# Characters -------------------------------------------------------------------------------


def span_of(lines: Lines, place: Place) -> tuple[int, int]:
    """The offsets of a place in its file."""
    return (
        lines.starts[place.line - 1] + place.column - 1,
        lines.starts[place.end_line - 1] + place.end_column - 1,
    )


def stepped(text: str, value: int | None, step: int) -> str:
    """The number as much larger, written as it was where that is easy; a fraction's last digit."""
    if value is None:
        last = int(text[-1]) if text[-1].isdecimal() else 0
        return f"{text[:-1]}{(last + step) % 10}"
    new = value + step
    if text.isalpha() and 0 <= new <= 12:
        return _TO_TWELVE.split()[new]
    if text.lower().startswith("0x"):
        return hex(new)
    separator = next((mark for mark in ",_" if mark in text), "")
    return f"{new:{separator}}" if separator else str(new)


def other_code(code: str) -> str:
    """The next error code, or the name of another lint."""
    return f"E{(int(code[1:]) + 1) % 10000:04}" if _CODE.fullmatch(code) else f"{code}_other"


def other_section(section: str) -> str:
    """The next sort of memory."""
    at = FAMILIES.index(family) if (family := family_of(section)) in FAMILIES else -1
    return FAMILIES[(at + 1) % len(FAMILIES)]


def altered(text: str) -> Iterator[tuple[str, int, int, str]]:
    """Ways to make a text another one: (what changes, start, end, the new characters)."""
    for found in _DIGITS.finditer(text):
        for step in (1, -1):
            yield f"number {step:+}", *found.span(), stepped(found[0], int(found[0]), step)
    letters = [found.start() for found in _LETTER.finditer(text)]
    for at in dict.fromkeys(letters[:1] + letters[-1:]):
        yield "letter altered", at, at + 1, "y" if text[at] == "x" else "x"
    if not letters and not _DIGITS.search(text):
        yield "mark altered", 0, 1, "x"
