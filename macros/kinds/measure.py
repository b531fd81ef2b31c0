"""A measured value that is inserted where the call stands; there is nothing to disagree with.

In: `{{ size_of("String") }}`, `{{ align_of("String") }}`, `{{ measure("EXPR", "SNIPPET") }}`.
"""

from __future__ import annotations

from typing import Final

from macros.kinds.context import Context
from macros.kinds.evidence import Compared, edition_for, unanswered, verdict_of, without_evidence
from macros.model import Answer, Claim, Listing, Question, Verdict
from macros.questions import Fact

name: Final = "measure"
needs_outcome: Final = False


def question(claim: Claim, listing: Listing | None) -> Question:
    """The expression, inside its snippet where it has one, a whole number or a `bool`."""
    return Question(claim.subject, "any", edition_for(claim, listing), listing)


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Hold where the expression has a value."""
    if not isinstance(evidence, Answer):
        return without_evidence(claim, context)
    if evidence.value is None:
        return unanswered(claim, evidence.diagnostic, context)
    return verdict_of(claim, context, (), Compared(measured=str(evidence.value).lower()))
