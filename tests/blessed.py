"""Books judged on facts that a test makes up: what bless plans, without a compiler."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.bless.nouns import Blessing
from macros.bless.plan import plan_blessing
from macros.book import Book
from macros.claims import collect_claims
from macros.edits import by_path, edited
from macros.excerpts import NO_EXCERPTS
from macros.expect import judge_listing
from macros.expect_layout import layout_questions
from macros.figures import NO_FIGURES
from macros.gather import Facts
from macros.kinds import kind_of
from macros.layout import Layout, LayoutAnswer
from macros.model import Answer, Outcome, Tally, Trouble
from macros.players import NO_PLAYERS
from macros.questions import AnyAnswer, AnyQuestion
from macros.report import Report
from macros.requests import Requests
from macros.scan import scan_page
from macros.snippets import parse_snippet
from macros.timing_tables import NO_TIMINGS
from macros.verify import Verification
from macros.vocabulary import VOCABULARY
from tests.made import CONTEXT, FILE, NAME, PAGE, TOOLCHAIN

NO_VALUES: Mapping[str, int | bool] = {}
NO_LAYOUTS: Mapping[str, Layout] = {}


def judged_book(
    page: str,
    values: Mapping[str, int | bool] = NO_VALUES,
    snippet: str = "//! A move.\nfn main() {}\n",
    outcome: Outcome | None = None,
    layouts: Mapping[str, Layout] = NO_LAYOUTS,
) -> Verification:
    """PAGE and the snippet `ownership/move`; `values` are those of the expressions, `layouts`
    those of the snippet's types."""
    listing, problems = parse_snippet(NAME, FILE, snippet)
    assert problems == ()
    scanned = scan_page(PAGE, page, VOCABULARY)
    sources = {PAGE: page, FILE: snippet}
    book = Book(Path(), {PAGE: scanned}, {NAME: listing}, sources)
    claims = collect_claims(book)
    outcomes = {name: outcome for name in book.listings() if outcome is not None}
    verdicts = [
        kind_of(claim).judge(
            claim,
            outcome if kind_of(claim).needs_outcome else Answer(values[claim.subject]),
            CONTEXT,
        )
        for claim in claims.claims
    ]
    if outcome is not None:
        listings = book.listings().values()
        measured = {name: LayoutAnswer(layout) for name, layout in layouts.items()}
        verdicts += (judge_listing(each, outcome, CONTEXT, measured) for each in listings)
    findings = (*scanned.findings, *claims.findings)
    report = Report(tuple(verdicts), findings, TOOLCHAIN, CONTEXT.target, sources=sources)
    by_id = {verdict.id: verdict for verdict in verdicts}
    answers: dict[AnyQuestion, AnyAnswer | Trouble] = {
        one: LayoutAnswer(layouts.get(one.type)) for one in layout_questions(listing)
    }
    facts = Facts(answers, {}, Tally())
    asked = Requests(book, claims, NO_FIGURES, NO_PLAYERS, NO_EXCERPTS, NO_TIMINGS)
    return Verification(asked, report, by_id, outcomes, book.listings(), facts)


def after(found: Verification, blessing: Blessing) -> dict[str, str]:
    """The texts of the book with all corrections made."""
    texts = dict(found.book.sources)
    for path, edits in by_path(blessing.edits).items():
        text = edited(texts[path], edits)
        assert text is not None
        texts[path] = text
    return texts


def blessed_page(page: str, values: Mapping[str, int | bool]) -> str:
    """A page of claims about values, corrected."""
    found = judged_book(page, values)
    return after(found, plan_blessing(found))[PAGE]
