"""A verification → the edits that would make its refuted claims and expectations true. Pure.

Only a number, an error code or a printed line is ever rewritten, and only where one value alone
would do; every other finding is handed back with the reason why it needs a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from macros.bless.claims import settle_claim
from macros.bless.margin import settle_count, settle_expectation, settle_fact
from macros.bless.nouns import Blessing, Correction, Edit, Need, Settled
from macros.bless.prose import sentence_lines
from macros.bless.rehearse import find_unfit
from macros.expect_heap import heap_of
from macros.expect_layout import layouts_of
from macros.margin import FACTS
from macros.model import Claim, Finding, State, Verdict
from macros.report import LISTING, say_bless
from macros.text import find_lines
from macros.verify import Verification

HEAP_CODE: Final = "heap"
_ONE: Final = frozenset(("1", "one"))


def plan_blessing(found: Verification, cited: frozenset[str] = frozenset()) -> Blessing:
    """Everything that does not hold: what can be corrected, and what needs a person.

    `cited` are the ids of claims that something outside the pages refers to; such an id never
    changes. Every correction was judged again on the edited text and holds.
    """
    proposed = tuple(_propose(found))
    corrections = tuple(each for each in proposed if isinstance(each, Correction))
    unfit = find_unfit(found, corrections, cited)
    needs = [each for each in proposed if isinstance(each, Need)]
    needs += (Need(finding, reason) for each, reason in unfit.items() for finding in each.findings)
    kept = tuple(each for each in corrections if each not in unfit)
    return Blessing(
        tuple(sorted(kept, key=lambda one: one.place)),
        tuple(sorted(needs, key=lambda one: (one.place, one.finding.message))),
    )


def _propose(found: Verification) -> Iterator[Correction | Need]:
    claims = {claim.id: claim for claim in found.claims.claims}
    for verdict in found.report.verdicts:
        if verdict.kind == LISTING:
            yield from _propose_for_listing(verdict, found)
        elif verdict.findings and verdict.state is not State.HOLDS:
            yield from _propose_for_claim(claims[verdict.id], verdict, found)
    for finding in found.report.findings:
        yield Need(finding, say_bless.BROKEN if finding.broken else say_bless.MISTAKE)


def _propose_for_claim(
    claim: Claim, verdict: Verdict, found: Verification
) -> Iterator[Correction | Need]:
    settled = settle_claim(claim, verdict, found)
    if isinstance(settled, str):
        yield from (Need(finding, settled) for finding in verdict.findings)
        return
    rows = found.book.pages[claim.place.path].text.split("\n")
    spans = (sentence_lines(claim, rows),)
    yield Correction(claim.id, verdict.findings, settled, spans, tuple(_notes(claim, settled)))


def _notes(claim: Claim, edits: tuple[Edit, ...]) -> Iterator[str]:
    """What a reader of the correction should look at besides."""
    if claim.guaranteed:
        yield say_bless.guaranteed(claim.guaranteed)
    if any(_ONE & {edit.old.lower(), edit.new.lower()} for edit in edits):
        yield say_bless.ONE_OR_MANY


def _propose_for_listing(verdict: Verdict, found: Verification) -> Iterator[Correction | Need]:
    for finding in verdict.findings:
        settled = _settle_finding(finding, verdict, found)
        if isinstance(settled, str):
            yield Need(finding, settled)
        else:
            rows = {edit.place.line for edit in settled}
            spans = tuple((row, row) for row in sorted(rows))
            yield Correction(verdict.id, (finding,), settled, spans)


def _settle_finding(finding: Finding, verdict: Verdict, found: Verification) -> Settled:
    outcome = found.outcomes.get(verdict.id)
    if finding.broken or outcome is None:
        return say_bless.BROKEN
    path = finding.place.path
    lines = find_lines(path, found.book.sources[path])
    listing = found.listings[verdict.id]
    if finding.code in FACTS:
        return settle_fact(finding, listing, layouts_of(listing, found.facts.answers), lines)
    if finding.code == HEAP_CODE:
        return settle_count(finding, listing, heap_of(listing, found.facts.answers), lines)
    return settle_expectation(finding, listing, outcome, lines)
