"""How many system calls the `main` of a snippet makes, really run.

In: `{{ claim("one", calls="mmap", snippet="heap/big_block") }}`. Holds when two runs agree on the
number of calls with these names, and it is the number of the words; *no* is 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from macros.kinds.context import Context
from macros.kinds.evidence import Compared, unchecked, verdict_of, without_evidence
from macros.model import Claim, Diagnostic, Finding, Listing, Verdict
from macros.questions import Fact
from macros.report import say_calls
from macros.rust.tracing.tracer import name_tracer
from macros.system_calls import CallsAnswer, CallsQuestion, read_names
from macros.words import Quantity, read_quantity

name: Final = "calls"
needs_outcome: Final = False


def question(_claim: Claim, listing: Listing | None) -> CallsQuestion | None:
    """All calls of the snippet's `main`; nothing without the snippet."""
    return CallsQuestion(listing, name_tracer()) if listing is not None else None


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Compare the number of the words with those of both runs."""
    if not isinstance(evidence, CallsAnswer):
        return without_evidence(claim, context)
    if evidence.diagnostic is not None:
        return not_followed(claim, evidence.diagnostic, context)
    names = read_names(claim.subject)
    counts = [run.count(names) for run in evidence.runs]
    setting = say_calls.setting_with(context.setting, evidence.tracer)
    said = said_count(claim.words)
    compared = Compared(str(said), " or ".join(str(one) for one in dict.fromkeys(counts)))
    findings = tuple(_findings(claim, said, counts, setting))
    return replace(verdict_of(claim, context, findings, compared), tool=setting)


def _findings(claim: Claim, said: int, counts: Sequence[int], setting: str) -> Iterator[Finding]:
    if len(set(counts)) > 1:
        yield say_calls.runs_differ(claim, counts, setting)
    elif said != counts[0]:
        yield say_calls.another_count(claim, said, counts[0], setting)


def not_followed(claim: Claim, diagnostic: Diagnostic, context: Context) -> Verdict:
    """Why there are no calls: rustc's message, or what is in the way otherwise."""
    if diagnostic.path:
        return unchecked(claim, context, f"{claim.snippet} does not compile", diagnostic)
    return unchecked(claim, context, diagnostic.message)


def said_count(words: str) -> int:
    """The number of the words; 0 where they hold none, which were read as *no*."""
    quantity = read_quantity(words)
    return quantity.number if isinstance(quantity, Quantity) else 0
