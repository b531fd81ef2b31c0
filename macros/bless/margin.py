"""A refuted expectation of a listing → the characters of the margin that would make it true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.bless.lines import plausible_line
from macros.bless.nouns import Edit, Settled
from macros.bless.numerals import write_numeral
from macros.expect_heap import Heap, missing_facts
from macros.expect_layout import Layouts, measured_number
from macros.heap import HeapAnswer, written
from macros.kinds.fails import CODE
from macros.layout import LayoutAnswer
from macros.margin import MARGIN
from macros.matching import match_diagnostics, pair
from macros.model import (
    AnnotatedType,
    Diagnostic,
    Expectation,
    Finding,
    LayoutFact,
    Listing,
    Outcome,
    Place,
    Run,
)
from macros.report import say_bless
from macros.text import Lines


def unmet_lines(listing: Listing, run: Run) -> Iterator[tuple[Expectation, str]]:
    """The lines of the margin that were not printed, each with the one that it has become.

    Empty where none or several may be it. A line that nothing else speaks of is it in any case.
    """
    printed = tuple(line.rstrip() for line in run.stdout.splitlines())
    expected = tuple(one for one in listing.expectations if one.kind == "prints")
    met = pair(expected, printed, lambda one, line: one.text.rstrip() == line)
    left = [line for at, line in enumerate(printed) if at not in met.values() and line]
    unmet = [one for at, one in enumerate(expected) if at not in met]
    for one in unmet:
        only = left[0] if len(left) == len(unmet) == 1 else ""
        yield one, only or plausible_line(one.text.rstrip(), left)


def settle_expectation(
    finding: Finding, listing: Listing, outcome: Outcome, lines: Lines
) -> Settled:
    """The edits of the expectation that the finding stands at."""
    if finding.code == "prints" and outcome.run is not None:
        return _settle_line(finding, listing, outcome.run, lines)
    if finding.code in ("expected-error", "expected-warning"):
        return _settle_code(finding, listing, outcome, lines)
    return say_bless.NO_MARGIN


def settle_fact(finding: Finding, listing: Listing, layouts: Layouts, lines: Lines) -> Settled:
    """The edit of the layout fact whose number the finding stands at."""
    facts = ((one, fact) for one in listing.annotated for fact in one.facts)
    found = [each for each in facts if each[1].place == finding.place]
    if len(found) != 1:
        return say_bless.PADDING if finding.code == "padding" else say_bless.NO_MARGIN
    annotated, fact = found[0]
    if fact.kind == "tag":
        return say_bless.TAG
    number = _measured(fact, annotated, layouts)
    if number is None:
        return say_bless.NO_NUMBER
    old = lines.text[slice(*lines.span(fact.place))]
    return (Edit(fact.place, old, write_numeral(old, number)),)


def settle_count(finding: Finding, listing: Listing, heap: Heap, lines: Lines) -> Settled:
    """The facts of one statement, written as they were counted, with those that were missing."""
    if not isinstance(heap, HeapAnswer) or not heap.counts:
        return say_bless.NO_NUMBER
    pairs = zip(listing.counted, heap.counts, strict=True)
    found = [pair for pair in pairs if finding.place in {one.place for one in pair[0].facts}]
    if len(found) != 1 or found[0][1].begun == 0 or found[0][1].begun != found[0][1].ended:
        return say_bless.NO_NUMBER
    counted, count = found[0]
    missing = missing_facts(counted, count)
    edits: list[Edit] = []
    for fact in counted.facts:
        old = lines.text[slice(*lines.span(fact.place))]
        is_wrong = (fact.blocks, fact.bytes) != count.of(fact.verb)
        new = written(fact.verb, count.of(fact.verb)) if is_wrong else old
        new = "; ".join((new, *missing)) if fact == counted.facts[-1] else new
        edits += [Edit(fact.place, old, new)] if new != old else []
    return tuple(edits)


def _measured(fact: LayoutFact, annotated: AnnotatedType, layouts: Layouts) -> int | None:
    answer = layouts.get(annotated.asked)
    layout = answer.layout if isinstance(answer, LayoutAnswer) else None
    return measured_number(fact, annotated, layout) if layout else None


def _settle_line(finding: Finding, listing: Listing, run: Run, lines: Lines) -> Settled:
    found = [each for each in unmet_lines(listing, run) if each[0].place == finding.place]
    if len(found) != 1 or not found[0][1]:
        return say_bless.NO_ONE_LINE
    expectation, now = found[0]
    if not now.replace("\t", "").isprintable():
        return say_bless.ESCAPES
    start, end = lines.span(expectation.place)
    comment = MARGIN.fullmatch(lines.text[start:end])
    if comment is None:
        return say_bless.NO_MARGIN
    return (_edit(lines, start + comment.start("rest"), end, now),)


def _settle_code(finding: Finding, listing: Listing, outcome: Outcome, lines: Lines) -> Settled:
    """Exactly one message of that level on the line says which code is meant."""
    expected = tuple(one for one in listing.expectations if one.kind != "prints")
    said = tuple(one for one in outcome.diagnostics if one.code)
    unmet = dict(match_diagnostics(expected, said).unmet)
    expectation = next((one for one in unmet if one.place == finding.place and one.code), None)
    near = unmet.get(expectation) if expectation else None
    if expectation is None or near is None:
        return say_bless.NO_ERROR
    if not _is_the_only(near, expectation, outcome) or not CODE.fullmatch(near.code):
        return say_bless.NO_ONE_CODE
    if near.code == expectation.code or expectation.text not in near.message:
        return say_bless.MESSAGE
    edits = [_code_edit(lines, expectation.place, expectation.code, near.code)]
    if not listing.is_file and listing.place != expectation.place:
        edits.append(_code_edit(lines, listing.place, expectation.code, near.code))
    return tuple(sorted({edit for edit in edits if edit is not None})) or say_bless.NO_MARGIN


def _is_the_only(near: Diagnostic, expectation: Expectation, outcome: Outcome) -> bool:
    """Whether no other message of the level stands on the line, or anywhere for a fence's words."""
    others = [
        one
        for one in outcome.diagnostics
        if one.level == near.level and expectation.line in (None, one.line) and one.line
    ]
    return others == [near]


def _code_edit(lines: Lines, place: Place, old: str, new: str) -> Edit | None:
    """The edit of a code in a comment of the margin, or among the words of a fence."""
    start, end = lines.span(place)
    text = lines.text[start:end]
    comment = MARGIN.fullmatch(text)
    if comment is not None:
        at = start + comment.end("rest") - len(comment["rest"].lstrip())
        return _edit(lines, at, at + len(old), new)
    spots = [one.span() for one in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", text)]
    if len(spots) != 1:
        return None
    return _edit(lines, start + spots[0][0], start + spots[0][1], new)


def _edit(lines: Lines, start: int, end: int, new: str) -> Edit:
    return Edit(lines.place(start, end), lines.text[start:end], new)
