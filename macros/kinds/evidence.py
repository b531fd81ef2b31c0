"""What the kinds of claims share: verdicts, and expressions that have no value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from macros.kinds.arguments import argument_of, edition_of, part_of
from macros.kinds.context import Context
from macros.model import Answer, Claim, Diagnostic, Finding, Listing, Place, State, Verdict
from macros.report import say_facts

DEFAULT_EDITION: Final = "2024"
EXPRESSION_PATH: Final = "expression"
"""The path in a diagnostic whose lines and columns are those of the expression."""
_NEEDS_NUMBER: Final = re.compile(r"whole number, not `bool`|the trait bound `bool: Number`")
_NEEDS_TRUTH: Final = re.compile(
    r"expected `bool`, found `(?:[iu](?:8|16|32|64|128|size)|integer)`"
)


@dataclass(frozen=True, slots=True)
class Compared:
    """The two values of a verdict as text, and the unit of the words."""

    expected: str = ""
    measured: str = ""
    unit: str = ""


NOTHING: Final = Compared()


def verdict_of(
    claim: Claim,
    context: Context,
    findings: tuple[Finding, ...],
    compared: Compared,
    setting: str = "",
) -> Verdict:
    """The claim holds where there are no findings, and is refuted otherwise.

    `setting` says where and when it was measured, where that was not now and here.
    """
    state = State.REFUTED if findings else State.HOLDS
    return replace(_verdict(claim, context, state, findings, compared), setting=setting)


def unchecked(
    claim: Claim, context: Context, reason: str, diagnostic: Diagnostic | None = None
) -> Verdict:
    """A claim about which nothing can be said."""
    finding = say_facts.claim_unchecked(claim, reason, diagnostic)
    return _verdict(claim, context, State.UNCHECKED, (finding,), NOTHING)


def unanswered(
    claim: Claim, diagnostic: Diagnostic | None, context: Context, compared: Compared = NOTHING
) -> Verdict:
    """An expression without a value: rustc's own message, against the claim's own place."""
    if diagnostic is None:
        return unchecked(claim, context, "rustc gave the expression no value and no message")
    if not is_about_expression(diagnostic):
        reason = f"{claim.snippet} does not compile"
        finding = say_facts.claim_unchecked(claim, reason, diagnostic)
        return _verdict(claim, context, State.UNCHECKED, (finding,), compared)
    finding = say_facts.expression_fails(claim, diagnostic, expression_mark(claim, diagnostic))
    return verdict_of(claim, context, (finding,), compared)


def is_about_expression(diagnostic: Diagnostic) -> bool:
    """Whether a message is about the expression itself, and not about its snippet."""
    return diagnostic.path in ("", EXPRESSION_PATH)


def measured_notes(claim: Claim, answer: Answer, context: Context) -> tuple[str, ...]:
    """What was measured, as the notes of a finding: the value, or rustc's message."""
    if answer.value is not None:
        value = str(answer.value).lower()
        return (say_facts.measured(claim, value, context.setting),)
    return say_facts.rustc_lines(answer.diagnostic) if answer.diagnostic else ()


def without_evidence(claim: Claim, context: Context) -> Verdict:
    """A claim whose expression or snippet was not measured."""
    return unchecked(claim, context, f"{claim.snippet or 'the expression'} has no result")


def edition_for(claim: Claim, listing: Listing | None) -> str:
    """The edition of an expression: its snippet's, or the one that the call asks for."""
    if listing is not None:
        return listing.directives.edition
    return edition_of(claim) or DEFAULT_EDITION


def wants_number(diagnostic: Diagnostic | None) -> bool:
    """Whether rustc found a `bool` where a number was asked for."""
    return _is_said(_NEEDS_NUMBER, diagnostic)


def wants_truth(diagnostic: Diagnostic | None) -> bool:
    """Whether rustc found a number where a `bool` was asked for."""
    return _is_said(_NEEDS_TRUTH, diagnostic)


def _is_said(pattern: re.Pattern[str], diagnostic: Diagnostic | None) -> bool:
    if diagnostic is None or not is_about_expression(diagnostic):
        return False
    return bool(pattern.search(f"{diagnostic.message}\n{diagnostic.rendered}"))


def expression_mark(claim: Claim, diagnostic: Diagnostic) -> Place:
    """The characters of the expression, or of its part that the diagnostic speaks of.

    Of `size_of("T")` the written part is the type.
    """
    name = "type" if claim.call.macro in ("size_of", "align_of") else "expression"
    argument = argument_of(claim.call, name)
    if argument is None or not isinstance(argument.value, str):
        return claim.mark
    text = argument.value
    shift = claim.subject.find(text)
    if shift < 0 or (diagnostic.line, diagnostic.end_line) != (1, 1):
        return argument.place
    start, end = diagnostic.column - 1 - shift, diagnostic.end_column - 1 - shift
    inside = 0 <= start < end <= len(text)
    return part_of(argument.place, text, start, end) if inside else argument.place


def _verdict(
    claim: Claim,
    context: Context,
    state: State,
    findings: tuple[Finding, ...],
    compared: Compared,
) -> Verdict:
    return Verdict(
        id=claim.id,
        kind=claim.kind,
        place=claim.place,
        state=state,
        words=claim.words,
        expression=claim.subject,
        snippet=claim.snippet,
        expected=compared.expected,
        measured=compared.measured,
        unit=compared.unit,
        guaranteed=claim.guaranteed,
        sentence=claim.call.sentence,
        edition=context.edition,
        findings=findings,
    )
