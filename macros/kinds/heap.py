"""What a statement of a snippet asks of the allocator.

In: `{{ claim("three blocks", allocates="let names", snippet="ownership/clone_counts") }}`.
Holds when the one statement that begins with those words, and whose margin is counted, asks for so
many blocks or bytes; words without a number say that it asks for nothing.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, cast

from macros.heap import HeapAnswer, HeapQuestion, find_statement
from macros.kinds.context import Context
from macros.kinds.evidence import Compared, unchecked, verdict_of, without_evidence
from macros.kinds.heap_words import BLOCK, NOTHING, unit_of
from macros.model import Claim, Finding, HeapVerb, Listing, Verdict
from macros.questions import Fact
from macros.report import say_heap
from macros.words import Quantity, Unit, in_unit, read_quantity

name: Final = "heap"
needs_outcome: Final = False


def question(_claim: Claim, listing: Listing | None) -> HeapQuestion | None:
    """What the counted statements of the snippet ask for, of which one is the claim's."""
    return HeapQuestion(listing) if listing is not None and listing.counted else None


def verb_of(claim: Claim) -> HeapVerb:
    return cast("HeapVerb", claim.subject.partition(": ")[0])


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Compare the quantity of the words with the count."""
    if not isinstance(evidence, HeapAnswer):
        return without_evidence(claim, context)
    if not evidence.counts:
        return unchecked(claim, context, say_heap.why_no_count(evidence.ended, evidence.diagnostic))
    statements = [one.statement for one in evidence.counts]
    found = find_statement(claim.subject, statements)
    if len(found) != 1:
        return without_evidence(claim, context)
    count = evidence.counts[found[0]]
    if count.begun == 0 or count.begun != count.ended:
        return unchecked(claim, context, say_heap.NOT_WHOLE)
    if count.again:
        return unchecked(claim, context, say_heap.NOT_TWICE)
    unit, quantity = unit_of(claim.words), read_quantity(claim.words)
    blocks, size = count.of(verb_of(claim))
    measured = measured_in(unit, (blocks, size), context.pointer_bytes)
    expected = Fraction(quantity.number) if isinstance(quantity, Quantity) else Fraction(0)
    compared = Compared(str(expected), str(measured), unit if unit not in (None, NOTHING) else "")
    findings: tuple[Finding, ...] = ()
    if measured != expected:
        said = claim.words[claim_span(claim)]
        can_be_blessed = isinstance(quantity, Quantity) and measured.denominator == 1
        setting = context.setting
        findings = (say_heap.other_amount(claim, said, count, setting, accept=can_be_blessed),)
    return verdict_of(claim, context, findings, compared)


def measured_in(unit: str | None, amount: tuple[int, int], pointer_bytes: int) -> Fraction:
    """The blocks, or the bytes in the unit of the words."""
    blocks, size = amount
    if unit in (BLOCK, NOTHING):
        return Fraction(blocks)
    return in_unit(size, cast("Unit", unit), pointer_bytes)


def claim_span(claim: Claim) -> slice:
    """The quantity in the words, all of them where there is none."""
    quantity = read_quantity(claim.words)
    return slice(quantity.start, quantity.stop) if isinstance(quantity, Quantity) else slice(None)
