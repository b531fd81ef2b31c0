"""A number in the words, and a constant expression that has to be equal to it.

In: `{{ claim("12 bytes", "size_of::<(char, u8, i32)>()") }}`. Holds when the one quantity of the
words, counted in its unit, is the value of the expression.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from macros.kinds.context import Context
from macros.kinds.evidence import (
    Compared,
    edition_for,
    measured_notes,
    unanswered,
    verdict_of,
    wants_number,
    without_evidence,
)
from macros.model import Answer, Claim, Finding, Listing, Question, Verdict
from macros.questions import Fact
from macros.report import say_facts
from macros.words import Quantity, bytes_of, in_unit, read_quantity

name: Final = "value"
needs_outcome: Final = False


def question(claim: Claim, listing: Listing | None) -> Question:
    """The expression, inside its snippet where it has one, as a whole number."""
    return Question(claim.subject, "number", edition_for(claim, listing), listing)


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Compare the quantity of the words with the answer."""
    quantity = read_quantity(claim.words)
    if not isinstance(quantity, Quantity) or not isinstance(evidence, Answer):
        return without_evidence(claim, context)
    value = evidence.value
    measured = "" if value is None else str(value).lower()
    compared = Compared(str(quantity.number), measured, quantity.unit)
    if value is None and not wants_number(evidence.diagnostic):
        return unanswered(claim, evidence.diagnostic, context, compared)
    findings: tuple[Finding, ...]
    if value is None or isinstance(value, bool):
        number = claim.words[quantity.start : quantity.end]
        said = measured or "true or false (`bool`)"
        notes = measured_notes(claim, evidence, context)
        findings = (say_facts.number_beside_truth(claim, number, said, notes),)
    else:
        findings = _differences(claim, quantity, value, context)
    return verdict_of(claim, context, findings, compared)


def _differences(
    claim: Claim, quantity: Quantity, value: int, context: Context
) -> tuple[Finding, ...]:
    """A finding where the quantity, counted in its unit, is another than the value."""
    counted = in_unit(value, quantity.unit, context.pointer_bytes)
    if counted == quantity.number:
        return ()
    said = claim.words[quantity.start : quantity.stop]
    notes = measured_notes(claim, Answer(value), context)
    if is_acceptable(quantity, value, context.pointer_bytes):
        notes = (*notes, say_facts.accept(claim.place))
    if bytes_of(quantity.unit, context.pointer_bytes) == 1:
        return (say_facts.value_differs(claim, said, _written(said, value), notes),)
    if value == quantity.number:
        notes = (*notes, say_facts.unit_of_bytes(quantity.unit))
    measured = _counted(value, counted, quantity.unit)
    return (say_facts.value_differs(claim, said, measured, notes),)


def is_acceptable(quantity: Quantity, value: int, pointer_bytes: int) -> bool:
    """Whether another number before the same unit would say what was measured.

    It would not where the value is no whole number of the unit, nor where the expression most
    likely counts the unit itself (32 bits, `u32::BITS`).
    """
    counted = in_unit(value, quantity.unit, pointer_bytes)
    return counted.denominator == 1 and (counted == value or value != quantity.number)


def _written(said: str, value: int) -> str:
    """The value as the page writes its number: a hexadecimal one stays comparable."""
    return f"{value} ({value:#x})" if said.lower().startswith("0x") else str(value)


def _counted(value: int, counted: Fraction, unit: str) -> str:
    """`4 words (32 bytes)`, and only the bytes where they are no whole number of the unit."""
    total = f"{value} {'byte' if value == 1 else 'bytes'}"
    if counted.denominator != 1:
        return total
    plural = "" if counted == 1 or unit.endswith("B") else "s"
    return f"{counted} {unit}{plural} ({total})"
