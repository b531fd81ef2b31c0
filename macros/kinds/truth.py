"""Words without a number, and a constant expression that has to be true.

In: `{{ claim("no larger than the box", "size_of::<A>() == size_of::<B>()") }}`.
"""

from __future__ import annotations

from typing import Final

from macros.kinds.context import Context
from macros.kinds.evidence import (
    Compared,
    edition_for,
    measured_notes,
    unanswered,
    verdict_of,
    wants_truth,
    without_evidence,
)
from macros.model import Answer, Claim, Finding, Listing, Question, Verdict
from macros.questions import Fact
from macros.report import say_facts

name: Final = "truth"
needs_outcome: Final = False


def question(claim: Claim, listing: Listing | None) -> Question:
    """The expression, inside its snippet where it has one, as a `bool`."""
    return Question(claim.subject, "truth", edition_for(claim, listing), listing)


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Hold where the expression is true."""
    if not isinstance(evidence, Answer):
        return without_evidence(claim, context)
    value = evidence.value
    if value is None and not wants_truth(evidence.diagnostic):
        return unanswered(claim, evidence.diagnostic, context, Compared("true"))
    findings: tuple[Finding, ...] = ()
    if not isinstance(value, bool):
        notes = measured_notes(claim, evidence, context)
        said = "a number" if value is None else str(value)
        findings = (say_facts.no_number_beside_value(claim, said, notes),)
    elif not value:
        findings = (say_facts.truth_differs(claim, context.setting),)
    measured = "" if value is None else str(value).lower()
    return verdict_of(claim, context, findings, Compared("true", measured))
