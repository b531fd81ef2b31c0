"""The pipeline: a book → claims and listings → facts → verdicts → a report.

Nothing is raised for a disagreement, and nothing is lost because something else went wrong:
a job that could not be done leaves only its own claims and listings unchecked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from macros.book import Book
from macros.claims import Claims, collect_claims
from macros.expect import judge_listing
from macros.expect_layout import layout_questions, layouts_of
from macros.figures import NO_FIGURES, Figures, collect_figures
from macros.gather import NOTHING, Facts, gather_facts
from macros.judge_figure import judge_figure, unchecked_figure
from macros.kinds import Context, kind_of
from macros.model import (
    Claim,
    Finding,
    Listing,
    Mode,
    Outcome,
    State,
    Toolchain,
    Trouble,
    Verdict,
)
from macros.options import Options
from macros.questions import AnyQuestion, Fact
from macros.report import Report, say_book
from macros.rust.toolchain import find_toolchain


@dataclass(frozen=True, slots=True)
class Verification:
    """Everything that rendering needs: the book, its claims, verdicts by id and the outcomes.

    `facts` are all that was measured, for those who judge again what was measured once.
    """

    book: Book
    claims: Claims
    report: Report
    verdicts: Mapping[str, Verdict]
    outcomes: Mapping[str, Outcome]
    listings: Mapping[str, Listing]
    facts: Facts = NOTHING
    figures: Figures = NO_FIGURES


def verify(
    book: Book, options: Options, find: Callable[[], Toolchain] | None = None
) -> Verification:
    """Verify the book. Raises nothing for what the book or the compiler does.

    `find` gives the compiler where a search for it is already under way.
    """
    started = time.monotonic()
    claims = collect_claims(book)
    figures = collect_figures(book)
    used = claims.used | figures.used
    listings = _chosen_listings(book, used)
    questions = _questions(claims, book)
    try:
        toolchain = find() if find else find_toolchain(options.rustc)
    except Trouble as trouble:
        return _without_compiler(book, claims, figures, trouble, time.monotonic() - started)
    in_margins = (one for listing in listings.values() for one in layout_questions(listing))
    asked = [*questions.values(), *figures.questions(), *in_margins]
    facts = gather_facts(asked, list(listings.values()), toolchain, options)
    bench = _Bench(facts, toolchain, options.target)
    verdicts = [
        *_judge_claims(claims, questions, book, bench),
        *_judge_figures(figures, bench),
        *(_judge_one(listing, bench) for listing in listings.values()),
    ]
    report = Report(
        verdicts=tuple(verdicts),
        findings=_source_findings(book, claims, figures, listings),
        toolchain=toolchain,
        target=options.target or toolchain.host,
        tally=facts.tally,
        seconds=time.monotonic() - started,
        sources=book.sources,
        cache_problem=facts.cache_problem,
    )
    outcomes = {
        name: outcome for name, outcome in facts.outcomes.items() if isinstance(outcome, Outcome)
    }
    by_id = {verdict.id: verdict for verdict in verdicts}
    return Verification(book, claims, report, by_id, outcomes, listings, facts, figures)


def _chosen_listings(book: Book, used: frozenset[str]) -> dict[str, Listing]:
    """The whole book compiles every listing; a part of it, those that it shows or argues from."""
    if book.whole:
        return book.listings()
    names = {*used, *book.asked_snippets}
    return {
        name: listing
        for name, listing in book.listings().items()
        if name in names or name not in book.snippets
    }


def _questions(claims: Claims, book: Book) -> dict[str, AnyQuestion]:
    """Return the constant that each claim needs, by claim id."""
    asked = {
        claim.id: kind_of(claim).question(claim, book.snippets.get(claim.snippet))
        for claim in claims.claims
    }
    return {key: question for key, question in asked.items() if question is not None}


@dataclass(frozen=True, slots=True)
class _Bench:
    """What every judgement needs: the facts, and under which compiler and target they were had."""

    facts: Facts
    toolchain: Toolchain
    target: str

    def context(self, edition: str) -> Context:
        return Context.of(self.toolchain, self.target, edition)


def _judge_claims(
    claims: Claims, questions: Mapping[str, AnyQuestion], book: Book, bench: _Bench
) -> Iterator[Verdict]:
    for claim in claims.claims:
        question = questions.get(claim.id)
        if question is not None:
            fact: Fact | Trouble = bench.facts.answers[question]
            edition = question.edition
        else:
            fact = bench.facts.outcomes.get(claim.snippet)
            edition = book.snippets[claim.snippet].directives.edition
        yield _judge_claim(claim, fact, bench.context(edition))


def _judge_claim(claim: Claim, fact: Fact | Trouble, context: Context) -> Verdict:
    if fact is None:
        fact = Trouble(f"the snippet {claim.snippet!r} was not compiled")
    if isinstance(fact, Trouble):
        return _unchecked(claim, fact)
    return kind_of(claim).judge(claim, fact, context)


def _judge_figures(figures: Figures, bench: _Bench) -> Iterator[Verdict]:
    for figure in figures.figures:
        context = bench.context(figure.edition)
        yield judge_figure(figure, bench.facts.answers, context.setting)


def _unchecked(claim: Claim, trouble: Trouble) -> Verdict:
    return Verdict(
        claim.id,
        claim.kind,
        claim.place,
        State.UNCHECKED,
        words=claim.words,
        expression=claim.subject,
        snippet=claim.snippet,
        guaranteed=claim.guaranteed,
        sentence=claim.call.sentence,
        findings=(say_book.could_not_check(claim.place, "this claim", trouble),),
    )


def _judge_one(listing: Listing, bench: _Bench) -> Verdict:
    outcome = bench.facts.outcomes.get(listing.name)
    if isinstance(outcome, Trouble):
        finding = say_book.could_not_check(listing.place, "this listing", outcome)
        return Verdict(listing.name, "listing", listing.place, State.UNCHECKED, findings=(finding,))
    if outcome is None and listing.directives.mode is not Mode.IGNORED:
        raise AssertionError(f"{listing.name} was planned by no job")
    context = bench.context(listing.directives.edition)
    layouts = layouts_of(listing, bench.facts.answers)
    return judge_listing(listing, outcome or Outcome(False), context, layouts)


def _source_findings(
    book: Book, claims: Claims, figures: Figures, listings: Mapping[str, Listing]
) -> tuple[Finding, ...]:
    """Return the mistakes in pages and snippets that need no compiler to be seen."""
    used = claims.used | figures.used
    findings = [
        *book.findings,
        *(finding for page in book.pages.values() for finding in page.findings),
        *claims.findings,
        *figures.findings,
        *(
            finding
            for name, found in book.snippet_findings.items()
            if book.whole or name in used or name in book.asked_snippets
            for finding in found
        ),
    ]
    if not (claims.claims or figures.figures or listings or findings):
        findings.append(say_book.nothing_to_check(next(iter(book.pages), "docs")))
    if book.whole:
        findings += [
            say_book.snippet_not_used(listing)
            for name, listing in book.snippets.items()
            if name not in used
        ]
    return tuple(findings)


def _without_compiler(
    book: Book, claims: Claims, figures: Figures, trouble: Trouble, seconds: float
) -> Verification:
    """The page's own mistakes are still reported; nothing counts as checked."""
    report = Report(
        verdicts=(
            *(_unchecked_silently(claim) for claim in claims.claims),
            *(unchecked_figure(figure) for figure in figures.figures),
        ),
        findings=(
            say_book.cannot_start(trouble),
            *_source_findings(book, claims, figures, book.listings()),
        ),
        seconds=seconds,
        sources=book.sources,
    )
    by_id = {verdict.id: verdict for verdict in report.verdicts}
    return Verification(book, claims, report, by_id, {}, book.listings(), figures=figures)


def _unchecked_silently(claim: Claim) -> Verdict:
    return Verdict(claim.id, claim.kind, claim.place, State.UNCHECKED, words=claim.words)
