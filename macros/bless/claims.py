"""A refuted claim → the characters that would make it true, or why no program can choose them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from macros.bless.lines import part_values, plausible_line, shape_of
from macros.bless.literals import edit_part
from macros.bless.margin import unmet_lines
from macros.bless.nouns import Edit, Settled
from macros.bless.numerals import write_numeral
from macros.kinds.arguments import argument_of
from macros.kinds.context import pointer_bytes
from macros.kinds.fails import CODE, CODE_IN_WORDS
from macros.kinds.lines import SEPARATOR
from macros.kinds.value import is_acceptable
from macros.model import Claim, Run, State, Verdict
from macros.report import say_bless
from macros.text import Lines, find_lines
from macros.verify import Verification
from macros.words import (
    Number,
    Quantity,
    bytes_of,
    find_numbers,
    in_unit,
    quantities_of_line,
    read_quantity,
)


def settle_claim(claim: Claim, verdict: Verdict, found: Verification) -> Settled:
    """The edits of the claim's words, printed line or error code that make it true."""
    if verdict.state is State.UNCHECKED:
        return say_bless.NOT_CHECKED
    lines = find_lines(claim.place.path, found.book.pages[claim.place.path].text)
    target = found.report.target
    settled: Settled = say_bless.FOR_PEOPLE.get(claim.kind, say_bless.NO_VALUE)
    match claim.kind:
        case "value":
            settled = _settle_value(claim, verdict, lines, target)
        case "calls":
            settled = _settle_calls(claim, verdict, lines)
        case "prints":
            settled = _settle_line(claim, lines, found)
        case "heap":
            settled = _settle_count(claim, verdict, lines, target)
        case "fails":
            settled = _settle_code(claim, lines, found)
    return settled


def _settle_value(claim: Claim, verdict: Verdict, lines: Lines, target: str) -> Settled:
    quantity = read_quantity(claim.words)
    measured = verdict.measured
    if not isinstance(quantity, Quantity) or not measured.lstrip("-").isdigit():
        return say_bless.TRUTH if measured in ("true", "false") else say_bless.NO_VALUE
    pointer = pointer_bytes(target)
    counted = in_unit(int(measured), quantity.unit, pointer)
    if not is_acceptable(quantity, int(measured), pointer):
        fits = counted.denominator == 1
        say = say_bless.unit_counted_itself if fits else say_bless.unit_does_not_fit
        return say(int(measured), quantity.unit)
    new = write_numeral(claim.words[quantity.start : quantity.end], counted.numerator)
    return _all_of([_edit(claim, lines, "words", (quantity.start, quantity.end), new)])


def _settle_calls(claim: Claim, verdict: Verdict, lines: Lines) -> Settled:
    number, *_ = find_numbers(claim.words) or (None,)
    if number is None or not verdict.measured.isdigit():
        return say_bless.CALLS
    new = write_numeral(number.text, int(verdict.measured))
    return _all_of([_edit(claim, lines, "words", (number.start, number.end), new)])


def _settle_count(claim: Claim, verdict: Verdict, lines: Lines, target: str) -> Settled:
    """Another number of blocks, or of the unit of the words where it is a whole one."""
    quantity = read_quantity(claim.words)
    if not isinstance(quantity, Quantity):
        return say_bless.NO_VALUE
    counted = Fraction(verdict.measured)
    if counted.denominator != 1:
        size = counted * bytes_of(quantity.unit, pointer_bytes(target))
        return say_bless.unit_does_not_fit(int(size), quantity.unit)
    new = write_numeral(claim.words[quantity.start : quantity.end], counted.numerator)
    return _all_of([_edit(claim, lines, "words", (quantity.start, quantity.end), new)])


# A line that is printed --------------------------------------------------------------------


def _settle_line(claim: Claim, lines: Lines, found: Verification) -> Settled:
    outcome = found.outcomes.get(claim.snippet)
    if outcome is None or outcome.run is None:
        return say_bless.NOT_CHECKED
    if SEPARATOR in claim.subject:
        return say_bless.LINES
    wanted = claim.subject.strip()
    line = _line_now(claim, wanted, outcome.run, found)
    if not line:
        return say_bless.NO_ONE_LINE
    edits = [*_number_edits(claim, lines, line)]
    if line != wanted:
        start = claim.subject.index(wanted)
        edits.append(_edit(claim, lines, "prints", (start, start + len(wanted)), line))
    return _all_of(edits, say_bless.NUMBER_NOT_IN_LINE)


def _line_now(claim: Claim, wanted: str, run: Run, found: Verification) -> str:
    """What the line is now: the one that the margin's same line became, the only one that is like
    it, or the only one that nothing else speaks of."""
    printed = [line.strip() for line in run.stdout.splitlines()]
    if wanted in printed:
        return wanted
    listing = found.listings[claim.snippet]
    for expectation, now in unmet_lines(listing, run):
        if now and expectation.text.strip() == wanted:
            return now.strip()
    others = {
        each.subject.strip()
        for each in found.claims.claims
        if each.kind == "prints" and each.snippet == claim.snippet
    } | {each.text.strip() for each in listing.expectations if each.kind == "prints"}
    free = [line for line in printed if line not in others]
    return plausible_line(wanted, printed) or plausible_line(wanted, free)


def _number_edits(claim: Claim, lines: Lines, line: str) -> Iterator[Edit | None]:
    """Edits of the words' numbers that are others in the line; None where none can be chosen."""
    for number in find_numbers(claim.words):
        values = _values_now(number, claim.subject.strip(), line)
        if len(values) != 1:
            yield None
            continue
        (value,) = values
        if value is not None and value != number.value:
            span = (number.start, number.end)
            new = write_numeral(claim.words[number.start : number.end], value)
            yield _edit(claim, lines, "words", span, new)


def _values_now(number: Number, before: str, line: str) -> frozenset[int | None]:
    """What may have taken the number's place in the line; None for a fraction that stands there."""
    if number.value is None:
        return frozenset((None,)) if number.text in line else frozenset()
    old, now = part_values(before), part_values(line)
    if number.value in old and shape_of(before) == shape_of(line):
        pairs = zip(old, now, strict=True)
        return frozenset(value for was, value in pairs if was == number.value)
    if number.value in {value for value, _ in quantities_of_line(line)}:
        return frozenset((number.value,))
    return frozenset(value for value in now if value is not None)


# An error code -----------------------------------------------------------------------------


def _settle_code(claim: Claim, lines: Lines, found: Verification) -> Settled:
    outcome = found.outcomes.get(claim.snippet)
    if outcome is None or outcome.compiled:
        return say_bless.NO_ERROR
    errors = (one for one in outcome.diagnostics if one.level == "error")
    codes = {one.code for one in errors if one.code}
    if len(codes) != 1:
        return say_bless.NO_ONE_CODE
    (code,) = codes
    if not CODE.fullmatch(code):
        return say_bless.NO_ONE_CODE
    edits = [_edit(claim, lines, "fails", (0, len(claim.subject)), code)]
    edits += (
        _edit(claim, lines, "words", said.span(), code)
        for said in CODE_IN_WORDS.finditer(claim.words)
        if said[0] == claim.subject
    )
    return _all_of(edits)


# Shared ------------------------------------------------------------------------------------


def _edit(claim: Claim, lines: Lines, name: str, span: tuple[int, int], new: str) -> Edit | None:
    """The edit of a part of the argument `name`."""
    argument = argument_of(claim.call, name)
    return edit_part(lines, argument, span, new) if argument else None


def _all_of(edits: list[Edit | None], reason: str = say_bless.ESCAPES) -> Settled:
    """All edits that change something, or the reason where one of them cannot be made."""
    made = tuple(edit for edit in edits if edit is not None)
    if len(made) < len(edits) or not made:
        return reason
    return made
