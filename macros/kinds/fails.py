"""An error that rustc reports for a snippet.

In: `{{ claim("E0382", fails="E0382", snippet="ownership/use_after_move") }}`. Holds when compiling
the snippet reports an error with that code, and none with another: of two codes nobody could say
which one the sentence means.
"""

from __future__ import annotations

import re
from typing import Final

from macros.kinds.context import Context
from macros.kinds.evidence import Compared, unchecked, verdict_of, without_evidence
from macros.model import Claim, Outcome, Verdict
from macros.questions import Fact
from macros.report import say_facts

name: Final = "fails"
needs_outcome: Final = True
CODE: Final = re.compile(r"E\d{4}|TS\d{4,5}|SyntaxError|[a-z][a-z0-9_]*(?:::[a-z][a-z0-9_]*)*")
CODE_IN_WORDS: Final = re.compile(r"(?<!\w)(?:E\d{4}|TS\d{4,5})(?!\w)")


def question(_claim: Claim, _listing: object) -> None:
    """Nothing is asked: the snippet's own outcome is the evidence."""
    return


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Look for the code among the errors of the snippet."""
    if not isinstance(evidence, Outcome):
        return without_evidence(claim, context)
    if evidence.compiled:
        finding = say_facts.no_error_reported(claim, context.setting)
        return verdict_of(claim, context, (finding,), Compared(claim.subject))
    errors = [one for one in evidence.diagnostics if one.level == "error"]
    if not errors:
        return unchecked(claim, context, f"{claim.snippet} has no result")
    codes = tuple(dict.fromkeys(error.code for error in errors if error.code))
    measured = ", ".join(codes)
    if claim.subject in codes and len(codes) > 1:
        finding = say_facts.several_codes(claim, codes, context.setting)
        return verdict_of(claim, context, (finding,), Compared(claim.subject, measured))
    if claim.subject in codes:
        return verdict_of(claim, context, (), Compared(claim.subject, claim.subject))
    finding = say_facts.code_not_reported(claim, codes, context.setting)
    return verdict_of(claim, context, (finding,), Compared(claim.subject, measured))
