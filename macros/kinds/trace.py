"""The system calls of a snippet's `main`, in their order; there is nothing to disagree with.

In: `{{ calls("heap/big_block") }}`, alone on its line. Holds when two runs make the same calls.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import Final

from macros.kinds.calls import not_followed, question
from macros.kinds.context import Context
from macros.kinds.evidence import Compared, verdict_of, without_evidence
from macros.model import Claim, Verdict
from macros.questions import Fact
from macros.report import say_calls
from macros.system_calls import MOST_SHOWN, CallsAnswer, Traced

__all__ = ["judge", "name", "needs_outcome", "question"]

name: Final = "trace"
needs_outcome: Final = False


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Hold where the lines that are shown are the same in both runs."""
    if not isinstance(evidence, CallsAnswer):
        return without_evidence(claim, context)
    if evidence.diagnostic is not None:
        return not_followed(claim, evidence.diagnostic, context)
    shown = [shown_lines(run) for run in evidence.runs]
    setting = say_calls.setting_with(context.setting, evidence.tracer)
    findings = tuple(
        say_calls.lines_differ(claim, one, other, setting)
        for one, other in zip_longest(shown[0], shown[-1], fillvalue="")
        if one != other
    )
    compared = Compared(measured="\n".join(shown[0]))
    return replace(verdict_of(claim, context, findings[:1], compared), tool=setting)


def shown_lines(run: Traced) -> tuple[str, ...]:
    """The lines of the table: all of them, or the first ones and how many are left."""
    if run.shown <= MOST_SHOWN:
        return run.lines or (say_calls.nothing_called(),)
    first = run.lines[: MOST_SHOWN - 1]
    return (*first, say_calls.left_out(run.shown - len(first)))
