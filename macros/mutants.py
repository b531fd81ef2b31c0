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

from macros import timing_words
from macros.altered import altered, other_code, other_section, stepped
from macros.kinds.arguments import argument_of
from macros.kinds.codegen import statement_of
from macros.kinds.fails import CODE_IN_WORDS
from macros.kinds.heap_words import NOTHING_SAID
from macros.kinds.lines import SEPARATOR, place_lines, split_lines
from macros.model import Argument, Claim, Place
from macros.moment_words import Statement, read_statement
from macros.mutated_codegen import OTHER_NAME, wrong_statements
from macros.mutated_moments import wrong_words
from macros.mutated_timings import wrong_statement, wrong_timing_words
from macros.sections import IN_WORDS
from macros.system_calls import NONE, names_in_words, read_names
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
SAME_ORDER: Final = "the lines are the same in both orders"
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
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
        "prints_not": _wrong_absence,
        "calls": _wrong_count,
        "fails": _wrong_code,
        "section": _wrong_section,
        "heap": _wrong_requests,
        "snapshot": _wrong_moments,
        "codegen": _wrong_code_of,
        "timing": _wrong_timing,
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
        same = ZERO if claim.kind in ("value", "snapshot", "heap") and quantity.number == 0 else ""
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
    literal = _literal(claim, lines, "prints")
    for line, first in place_lines(literal.text):
        for change, start, end, new in altered(line):
            edit = literal.edit(first + start, first + end, new)
            yield literal.mutant(f"line's {change}", edit)
    named = split_lines(literal.text)
    turned = SEPARATOR.join(reversed(named))
    if len(named) > 1:
        same = SAME_ORDER if turned == SEPARATOR.join(named) else ""
        edit = literal.edit(0, len(literal.text), turned)
        yield literal.mutant("order turned round", edit, same=same)


def _wrong_absence(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """The line is said to be printed, and long words in it are words that there are not."""
    literal = _literal(claim, lines, "prints_not")
    start, _ = span_of(lines, literal.argument.place)
    name = lines.text.rindex("prints_not", claim.call.start, start)
    yield literal.mutant("said to be printed", Edit(name, name + len("prints_not"), "prints"))
    for found in _LONG_WORD.finditer(literal.text):
        at = found.start()
        new = "y" if found[0][0] == "x" else "x"
        yield literal.mutant("word altered", literal.edit(at, at + 1, new))


def _wrong_count(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """The number one up and one down or instead of *no*, a unit, and other system calls."""
    words, asked = _literal(claim, lines, "words"), _literal(claim, lines, "calls")
    yield from _wrong_quantities(claim, lines)
    if not find_numbers(words.text) and (found := NONE.search(words.text)):
        yield words.mutant("one instead of none", words.edit(*found.span(), "one"))
    for name in read_names(asked.text):
        at = asked.text.index(name)
        yield asked.mutant("name altered", asked.edit(at, at, "x"))
    for said in names_in_words(words.text):
        new = "munmap" if said["name"] != "munmap" else "mmap"
        if new not in read_names(asked.text):
            yield words.mutant("name replaced in the words", words.edit(*said.span("name"), new))


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


def _wrong_requests(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """Another number, another unit, and something where the words say that it is nothing."""
    yield from (one for one in _wrong_quantities(claim, lines) if not one.same)
    words = _literal(claim, lines, "words")
    for found in NOTHING_SAID.finditer(words.text):
        if not quantities_of(words.text):
            yield words.mutant("nothing replaced", words.edit(*found.span(), "one block"))


def _wrong_moments(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """The other comparison, other labels and variables, another value or standing, other words.

    Another label or variable is one that there is not: with one that there is, a claim may well
    say something else that is true.
    """
    yield from _wrong_quantities(claim, lines)
    statement = read_statement(claim.subject)
    assert isinstance(statement, Statement), "the claim was read"  # noqa: S101
    literal = _literal(claim, lines, "snapshot")
    for change, word, new in wrong_words(statement, claim.subject):
        yield literal.mutant(change, literal.edit(word.start, word.end, new))


def _wrong_code_of(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """The statement turned, functions that there are not, and other numbers where one counts."""
    yield from _wrong_quantities(claim, lines)
    form, statement = statement_of(claim)
    assert statement is not None, "the claim was read"  # noqa: S101
    literal, function = _literal(claim, lines, form), _literal(claim, lines, "of")
    for change, start, end, new in wrong_statements(statement, literal.text):
        yield literal.mutant(change, literal.edit(start, end, new))
    end = len(function.text.rstrip())
    yield function.mutant("function altered", function.edit(end, end, OTHER_NAME))


def _wrong_timing(claim: Claim, lines: Lines) -> Iterator[Mutant]:
    """Another factor or direction in the words, other rows, another sign or bound."""
    statement = timing_words.read_statement(claim.subject)
    assert statement is not None, "the claim was read"  # noqa: S101
    words, timing = _literal(claim, lines, "words"), _literal(claim, lines, "timing")
    for change, start, end, new in wrong_timing_words(words.text):
        yield words.mutant(f"words' {change}", words.edit(start, end, new))
    for change, start, end, new in wrong_statement(statement, claim.subject):
        yield timing.mutant(change, timing.edit(start, end, new))


# Characters -------------------------------------------------------------------------------


def span_of(lines: Lines, place: Place) -> tuple[int, int]:
    """The offsets of a place in its file."""
    return (
        lines.starts[place.line - 1] + place.column - 1,
        lines.starts[place.end_line - 1] + place.end_column - 1,
    )
