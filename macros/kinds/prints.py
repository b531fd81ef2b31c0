"""Lines that a snippet, really run, prints.

In: `{{ claim("24 bytes", prints="this String takes 24 bytes", snippet="sizes/ask") }}`. Holds when
the program prints that line, and every number of the words stands in the line too, with its unit
where the words give one.

In: `{{ claim("the last first", prints="drop b | drop a", snippet="drop/order") }}`. Holds when the
program prints these lines in this order, whatever stands between, each as often as it is named:
of a line that comes again nobody could say when it comes. Such words hold no number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from macros.kinds.arguments import words_part
from macros.kinds.context import Context
from macros.kinds.evidence import Compared, unchecked, verdict_of, without_evidence
from macros.kinds.lines import SEPARATOR, nearest_line, printed_by, split_lines
from macros.model import Claim, Finding, Outcome, Run, Verdict
from macros.questions import Fact
from macros.report import say_facts, say_lines
from macros.words import Number, Quantity, find_numbers, quantities_of, quantities_of_line

name: Final = "prints"
needs_outcome: Final = True


def question(_claim: Claim, _listing: object) -> None:
    """Nothing is asked: the snippet's own outcome is the evidence."""
    return


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Look for the lines in what the program printed, and for the words' numbers in the line."""
    printed = lines_of(claim, evidence, context)
    if isinstance(printed, Verdict):
        return printed
    wanted = split_lines(claim.subject)
    findings = _numbers_missing(claim, context)
    for line in wanted:
        if line not in printed:
            near = nearest_line(line, printed)
            missing = say_facts.line_not_printed(claim, line, near, printed, context.setting)
            return verdict_of(claim, context, (missing, *findings), Compared(line, near))
    text = SEPARATOR.join(wanted)
    found = [line for line in printed if line in wanted]
    if len(wanted) > 1 and found != list(wanted):
        findings = (say_lines.in_other_order(claim, wanted, found, context.setting), *findings)
        return verdict_of(claim, context, findings, Compared(text, SEPARATOR.join(found)))
    return verdict_of(claim, context, findings, Compared(text, text))


def lines_of(
    claim: Claim, evidence: Fact, context: Context, read: Callable[[Run], list[str]] = printed_by
) -> list[str] | Verdict:
    """What the snippet printed; or the verdict where nothing can be said about that."""
    if not isinstance(evidence, Outcome):
        return without_evidence(claim, context)
    run = evidence.run
    if run is None:
        what = "is not run" if evidence.compiled else "does not compile"
        return unchecked(claim, context, f"{claim.snippet} {what}")
    if run.stopped or not run.valid:
        return unchecked(claim, context, f"{claim.snippet} {_trouble(run)}")
    return read(run)


def _trouble(run: Run) -> str:
    if run.stopped == "time":
        return "does not end in time"
    return "prints too much" if run.stopped else "prints bytes that are not UTF-8"


def _numbers_missing(claim: Claim, context: Context) -> tuple[Finding, ...]:
    """A finding for each number of the words that the line does not hold, or in no such unit."""
    known = quantities_of_line(claim.subject)
    units = {one.start: one for one in quantities_of(claim.words)}
    return tuple(
        say_facts.number_not_in_line(
            claim, words_part(claim, *span), claim.words[slice(*span)], context.setting
        )
        for number in find_numbers(claim.words)
        if (span := _missing(number, units.get(number.start), claim.subject, known))
    )


def _missing(
    number: Number, quantity: Quantity | None, line: str, known: frozenset[tuple[int, str]]
) -> tuple[int, int] | None:
    """The characters of the words that the line does not bear out: the number, or its unit too.

    Whole numbers are compared by value, others as they are written.
    """
    if number.value is None:
        return None if number.text in line else (number.start, number.end)
    units = {unit for value, unit in known if value == number.value}
    if not units:
        return number.start, number.end
    unsaid = quantity is not None and quantity.unit and quantity.unit not in units
    return (number.start, quantity.stop) if quantity and unsaid else None
