"""Corrections, tried before anything is written: does the edited book say what was measured?

The edited texts are scanned, read and judged again on the facts that are already known, so that a
correction that would be refuted, or would spoil something else, is never made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.bless.nouns import Correction
from macros.book import Book
from macros.claims import Claims, collect_claims
from macros.edits import by_path, edited
from macros.expect import judge_listing
from macros.expect_heap import heap_of
from macros.expect_layout import layouts_of
from macros.kinds import Context, kind_of
from macros.model import Answer, Claim, Finding, Listing, Page, State, Trouble, Verdict
from macros.questions import Fact
from macros.report import LISTING, say_bless
from macros.scan import scan_page
from macros.site_names import find_site_names
from macros.snippets import parse_snippet
from macros.verify import Verification
from macros.vocabulary import VOCABULARY


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The book as it would be, and its claims; `found` is the book as it is."""

    found: Verification
    book: Book
    claims: Claims
    cited: frozenset[str]


def find_unfit(
    found: Verification, corrections: Sequence[Correction], cited: frozenset[str]
) -> dict[Correction, str]:
    """The corrections that must not be made, each with the reason.

    `cited` are the ids of claims that the record of sources names.
    """
    unfit: dict[Correction, str] = {}
    while True:
        kept = [each for each in corrections if each not in unfit]
        book = _edit_book(found.book, kept)
        if book is None:
            return unfit | {each: say_bless.SAME_CHARACTERS for each in kept}
        stage = Rehearsal(found, book, collect_claims(book), cited)
        reasons = {each: _judge(each, stage) for each in kept}
        failed = {each: reason for each, reason in reasons.items() if reason}
        if not failed:
            return unfit
        unfit |= failed


def _edit_book(book: Book, corrections: Sequence[Correction]) -> Book | None:
    """The book with the edits made; None where two of them touch the same characters."""
    edits = by_path(edit for each in corrections for edit in each.edits)
    texts = {path: edited(book.sources[path], found) for path, found in edits.items()}
    known = {path: text for path, text in texts.items() if text is not None}
    if len(known) < len(texts):
        return None
    names = find_site_names(book.root)
    pages = {path: _scan_again(page, known, names) for path, page in book.pages.items()}
    snippets = {name: _parse_again(listing, known) for name, listing in book.snippets.items()}
    return replace(book, pages=pages, snippets=snippets, sources={**book.sources, **known})


def _scan_again(page: Page, texts: Mapping[str, str], names: frozenset[str]) -> Page:
    if page.path not in texts:
        return page
    foreign = not page.path.startswith("docs/")
    return scan_page(page.path, texts[page.path], VOCABULARY, names=names, foreign=foreign)


def _parse_again(listing: Listing, texts: Mapping[str, str]) -> Listing:
    path = listing.place.path
    return parse_snippet(listing.name, path, texts[path])[0] if path in texts else listing


def _judge(correction: Correction, stage: Rehearsal) -> str:
    """Why the correction is none; empty where what it corrects holds afterwards."""
    verdict = stage.found.verdicts[correction.owner]
    if verdict.kind == LISTING:
        return "" if _listing_improves(correction, verdict, stage) else say_bless.STILL_REFUTED
    old = next(each for each in stage.found.claims.claims if each.id == correction.owner)
    new = _claim_again(old, stage)
    if new is None or not _holds(new, verdict, stage):
        return say_bless.STILL_REFUTED
    if new.id != old.id and old.id in stage.cited:
        return say_bless.id_would_change(old.id)
    return ""


def _claim_again(old: Claim, stage: Rehearsal) -> Claim | None:
    """The same claim in the edited page: the call with the same number."""
    path = old.place.path
    before, after = stage.found.book.pages[path].calls, stage.book.pages[path].calls
    if len(before) != len(after):
        return None
    number = before.index(old.call)
    return stage.claims.by_call.get((path, after[number].start))


def _holds(claim: Claim, verdict: Verdict, stage: Rehearsal) -> bool:
    evidence = _evidence(claim, verdict, stage)
    judged = kind_of(claim).judge(claim, evidence, _context(verdict, stage))
    return claim.kind == verdict.kind and judged.state is State.HOLDS


def _evidence(claim: Claim, verdict: Verdict, stage: Rehearsal) -> Fact:
    """What was measured of the claim, as far as an edit of its words changes nothing of it."""
    if claim.kind == "value":
        return Answer(int(verdict.measured))
    question = kind_of(claim).question(claim, stage.found.listings.get(claim.snippet))
    if question is None:
        return stage.found.outcomes.get(claim.snippet)
    answer = stage.found.facts.answers.get(question)
    return None if isinstance(answer, Trouble) else answer


def _listing_improves(correction: Correction, verdict: Verdict, stage: Rehearsal) -> bool:
    """Whether what was to be settled is settled, and nothing new is wrong."""
    listing = stage.book.listings().get(correction.owner)
    outcome = stage.found.outcomes.get(correction.owner)
    if listing is None or outcome is None:
        return False
    layouts = layouts_of(stage.found.listings[correction.owner], stage.found.facts.answers)
    heap = heap_of(stage.found.listings[correction.owner], stage.found.facts.answers)
    judged = judge_listing(listing, outcome, _context(verdict, stage), layouts, heap)
    settled = {_key(finding) for finding in correction.findings}
    return {_key(finding) for finding in judged.findings} <= {
        key for key in map(_key, verdict.findings) if key not in settled
    }


def _key(finding: Finding) -> tuple[str, str, int]:
    return finding.code, finding.message, finding.place.line


def _context(verdict: Verdict, stage: Rehearsal) -> Context:
    report = stage.found.report
    if report.toolchain is None:
        raise AssertionError("a refuted claim was judged without a compiler")
    return Context.of(report.toolchain, report.target, verdict.edition)
