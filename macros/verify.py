"""The pipeline: a book → claims and listings → facts → verdicts → a report.

Nothing is raised for a disagreement, and nothing is lost because something else went wrong:
a job that could not be done leaves only its own claims and listings unchecked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from macros.book import Book
from macros.claims import Claims
from macros.excerpts import Excerpts, judge_excerpt, unchecked_excerpt
from macros.expect import judge_listing
from macros.expect_heap import heap_of
from macros.expect_layout import layouts_of
from macros.figures import Figures
from macros.follow_ups import without_follow_ups
from macros.gather import NOTHING, Facts, gather_facts
from macros.judge_figure import judge_figure, unchecked_figure
from macros.kinds import Context, kind_of
from macros.kinds.evidence import DEFAULT_EDITION
from macros.model import (
    Absent,
    Answer,
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
from macros.players import Players, judge_player, unchecked_player
from macros.questions import Fact
from macros.renumber import locate
from macros.report import LISTING, Report, say_book, say_languages, say_moments
from macros.requests import Requests, collect_requests
from macros.rust.crate import module_path
from macros.rust.toolchain import find_toolchain


@dataclass(frozen=True, slots=True)
class Verification:
    """Everything that rendering needs: the book, its claims, verdicts by id and the outcomes.

    `facts` are all that was measured, for those who judge again what was measured once.
    """

    asked: Requests
    report: Report
    verdicts: Mapping[str, Verdict]
    outcomes: Mapping[str, Outcome]
    listings: Mapping[str, Listing]
    facts: Facts = NOTHING

    @property
    def book(self) -> Book:
        return self.asked.book

    @property
    def claims(self) -> Claims:
        return self.asked.claims

    @property
    def figures(self) -> Figures:
        return self.asked.figures

    @property
    def players(self) -> Players:
        return self.asked.players

    @property
    def excerpts(self) -> Excerpts:
        return self.asked.excerpts


def verify(
    book: Book, options: Options, find: Callable[[], Toolchain] | None = None
) -> Verification:
    """Verify the book. Raises nothing for what the book or the compiler does.

    `find` gives the compiler where a search for it is already under way.
    """
    started = time.monotonic()
    asked = collect_requests(book)
    listings = asked.listings()
    try:
        toolchain = find() if find else find_toolchain(options.rustc)
    except Trouble as trouble:
        return _without_compiler(asked, trouble, time.monotonic() - started)
    facts = gather_facts(asked.questions(), tuple(listings.values()), toolchain, options)
    bench = _Bench(facts, toolchain, options.target)
    verdicts = without_follow_ups(_judge_all(asked, listings, bench), listings)
    report = Report(
        verdicts=verdicts,
        findings=_source_findings(asked, listings),
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
    return Verification(asked, report, by_id, outcomes, listings, facts)


@dataclass(frozen=True, slots=True)
class _Bench:
    """What every judgement needs: the facts, and under which compiler and target they were had."""

    facts: Facts
    toolchain: Toolchain
    target: str

    def context(self, edition: str) -> Context:
        return Context.of(self.toolchain, self.target, edition)


def _judge_all(
    asked: Requests, listings: Mapping[str, Listing], bench: _Bench
) -> Iterator[Verdict]:
    yield from _judge_claims(asked, bench)
    for figure in asked.figures.figures:
        setting = bench.context(figure.edition).setting
        yield judge_figure(figure, bench.facts.answers, setting)
    for player in asked.players.players:
        setting = bench.context(player.listing.directives.edition).setting
        text = asked.book.sources.get(player.listing.place.path, "")
        yield judge_player(player, bench.facts.answers, setting, text)
    for excerpt in asked.excerpts.excerpts:
        yield judge_excerpt(excerpt, bench.facts.answers)
    for listing in listings.values():
        yield _judge_one(listing, bench)


def _judge_claims(asked: Requests, bench: _Bench) -> Iterator[Verdict]:
    questions = asked.of_claims()
    for claim in asked.claims.claims:
        question = questions.get(claim.id)
        if question is not None:
            fact: Fact | Trouble = bench.facts.answers[question]
            edition = question.edition
        elif not kind_of(claim).needs_outcome:
            fact, edition = asked.timings.timings, DEFAULT_EDITION
        else:
            fact = bench.facts.outcomes.get(claim.snippet)
            edition = asked.book.snippets[claim.snippet].directives.edition
        fact = _located(fact, asked.book.snippets.get(claim.snippet))
        tool = fact.tool if isinstance(fact, Outcome) else ""
        verdict = _judge_claim(claim, fact, replace(bench.context(edition), tool=tool))
        findings = tuple(say_languages.said_by_tool(one, tool) for one in verdict.findings)
        yield replace(verdict, tool=tool or verdict.tool, findings=findings)


def _located(fact: Fact | Trouble, listing: Listing | None) -> Fact | Trouble:
    """What rustc says of an expression, where it points into the snippet, with the file's lines."""
    if listing is None or not isinstance(fact, Answer) or fact.diagnostic is None:
        return fact
    return replace(fact, diagnostic=locate(fact.diagnostic, module_path(listing.name), listing))


def _judge_claim(claim: Claim, fact: Fact | Trouble, context: Context) -> Verdict:
    if fact is None:
        fact = Trouble(f"the snippet {claim.snippet!r} was not compiled")
    if isinstance(fact, Trouble):
        return _unchecked(claim, fact, context)
    return kind_of(claim).judge(claim, fact, context)


def _unchecked(claim: Claim, trouble: Trouble, context: Context) -> Verdict:
    verdict = Verdict(
        claim.id,
        claim.kind,
        claim.place,
        State.UNCHECKED,
        words=claim.words,
        expression=claim.subject,
        snippet=claim.snippet,
        guaranteed=claim.guaranteed,
        sentence=claim.call.sentence,
        edition=context.edition,
    )
    return _for_want_of(trouble, verdict, "this claim")


def _for_want_of(trouble: Trouble, verdict: Verdict, what: str) -> Verdict:
    """The verdict of something that has no fact: an optional tool is missing, or more is wrong."""
    if isinstance(trouble, Absent):
        return replace(verdict, state=State.ABSENT, missing=trouble.missing)
    return replace(verdict, findings=(say_book.could_not_check(verdict.place, what, trouble),))


def _judge_one(listing: Listing, bench: _Bench) -> Verdict:
    outcome = bench.facts.outcomes.get(listing.name)
    if isinstance(outcome, Trouble):
        nothing = Verdict(
            listing.name,
            LISTING,
            listing.place,
            State.UNCHECKED,
            words=listing.title,
            snippet=listing.name,
            edition=listing.directives.edition,
        )
        return _for_want_of(outcome, nothing, "this listing")
    if outcome is None and listing.directives.mode is not Mode.IGNORED:
        raise AssertionError(f"{listing.name} was planned by no job")
    outcome = outcome or Outcome(False)
    context = replace(bench.context(listing.directives.edition), tool=outcome.tool)
    layouts = layouts_of(listing, bench.facts.answers)
    heap = heap_of(listing, bench.facts.answers)
    verdict = judge_listing(listing, outcome, context, layouts, heap)
    return replace(verdict, tool=outcome.tool)


def _source_findings(asked: Requests, listings: Mapping[str, Listing]) -> tuple[Finding, ...]:
    """Return the mistakes in pages and snippets that need no compiler to be seen."""
    book, used = asked.book, asked.used
    findings = [
        *book.findings,
        *(finding for page in book.pages.values() for finding in page.findings),
        *asked.findings,
        *(
            finding
            for name, found in book.snippet_findings.items()
            if book.whole or name in used or name in book.asked_snippets
            for finding in found
        ),
    ]
    if asked.is_empty and not (listings or findings):
        findings.append(say_book.nothing_to_check(next(iter(book.pages), "docs")))
    if book.whole:
        findings += [
            say_book.snippet_not_used(listing)
            for name, listing in book.snippets.items()
            if name not in used
        ]
        findings += [say_moments.unused_marks(listing) for listing in asked.unused_marks()]
    return tuple(findings)


def _without_compiler(asked: Requests, trouble: Trouble, seconds: float) -> Verification:
    """The page's own mistakes are still reported; nothing counts as checked."""
    listings = asked.book.listings()
    report = Report(
        verdicts=(
            *(_unchecked_silently(claim) for claim in asked.claims.claims),
            *(unchecked_figure(figure) for figure in asked.figures.figures),
            *(unchecked_player(player) for player in asked.players.players),
            *(unchecked_excerpt(excerpt) for excerpt in asked.excerpts.excerpts),
        ),
        findings=(say_book.cannot_start(trouble), *_source_findings(asked, listings)),
        seconds=seconds,
        sources=asked.book.sources,
    )
    by_id = {verdict.id: verdict for verdict in report.verdicts}
    return Verification(asked, report, by_id, {}, listings)


def _unchecked_silently(claim: Claim) -> Verdict:
    return Verdict(claim.id, claim.kind, claim.place, State.UNCHECKED, words=claim.words)
