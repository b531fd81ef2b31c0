"""Mutants and the facts of a verification → which of them the judges refute. Compiles nothing.

A mutant takes the way of the text it was made from: its characters are read again as a claim or a
listing, and that is held against what was measured. The facts are those of the original: a mutant
asks the same question, or its negation, and compiles to the same program; one that does not has
no fact, and survives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from macros.calls import read_calls
from macros.expect import judge_listing
from macros.expect_heap import Heap, heap_of
from macros.expect_layout import Layouts, layouts_of
from macros.kinds import Context, find_unsuited, kind_of, read_claim
from macros.kinds.evidence import DEFAULT_EDITION, edition_for
from macros.model import (
    Answer,
    Claim,
    Finding,
    Listing,
    Outcome,
    Place,
    Question,
    State,
    Trouble,
    Verdict,
)
from macros.mutants import Mutant, mutants_of_claim, negated, write_mutant
from macros.mutated_listings import mutants_of_listing
from macros.outline import Tag
from macros.questions import AnyQuestion, Fact
from macros.report import say_guards
from macros.scan import scan_page
from macros.snippets import parse_snippet
from macros.text import find_lines
from macros.verify import Verification
from macros.vocabulary import VOCABULARY

Findings = tuple[Finding, ...]


def judge_claim(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """The verdict of the claim's own kind."""
    return kind_of(claim).judge(claim, evidence, context)


@dataclass(frozen=True, slots=True)
class Judges:
    """What mutants are brought before; the real ones unless others are given."""

    claim: Callable[[Claim, Fact, Context], Verdict] = judge_claim
    listing: Callable[[Listing, Outcome, Context, Layouts, Heap], Verdict] = judge_listing


REAL = Judges()


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant, and whether a finding at its own place refutes it."""

    mutant: Mutant
    refuted: bool


@dataclass(frozen=True, slots=True)
class Guard:
    """How well one claim or listing is guarded; `name` is its id.

    `holds` tells whether it holds unchanged, on the way that its mutants take: a way on which
    everything is refuted would prove nothing.
    """

    name: str
    place: Place
    holds: bool
    trials: tuple[Trial, ...]

    def survivors(self, text: str) -> Findings:
        """A finding for each mutant of the file's `text` that nobody would notice."""
        if not self.holds:
            return (say_guards.does_not_hold(self.place),)
        wrong = (one.mutant for one in self.trials if not one.refuted and not one.mutant.same)
        return tuple(_survivor(text, mutant) for mutant in wrong)


def guard_of_claim(claim: Claim, found: Verification, judges: Judges = REAL) -> Guard:
    """Try every mutant of a claim; one that is not checked here has none that could be refuted."""
    if is_absent(claim.id, found):
        return Guard(claim.id, claim.place, True, ())
    text = found.book.pages[claim.place.path].text
    mutants = mutants_of_claim(claim, find_lines(claim.place.path, text))

    def findings(changed: str) -> Findings | None:
        return _findings_of_claim(claim, text, changed, found, judges)

    return _guard(claim.id, claim.place, text, mutants, findings)


def guard_of_listing(listing: Listing, found: Verification, judges: Judges = REAL) -> Guard:
    """Try every mutant of a listing; an ignored one says nothing that could be wrong."""
    if is_absent(listing.name, found):
        return Guard(listing.name, listing.place, True, ())
    path = listing.place.path
    text = found.book.sources[path]
    mutants = mutants_of_listing(listing, find_lines(path, text))

    def findings(changed: str) -> Findings | None:
        return _findings_of_listing(listing, changed, found, judges)

    return _guard(listing.name, listing.place, text, mutants, findings)


def is_absent(name: str, found: Verification) -> bool:
    """Whether a claim or listing is not checked here, for want of an optional tool."""
    verdict = found.verdicts.get(name)
    return verdict is not None and verdict.state is State.ABSENT


def _guard(
    name: str,
    place: Place,
    text: str,
    mutants: tuple[Mutant, ...],
    findings: Callable[[str], Findings | None],
) -> Guard:
    """Try the mutants of `text`, a file that `findings` judges."""
    holds = not mutants or findings(text) == ()
    trials = (Trial(one, _hits(one, findings(write_mutant(text, one)))) for one in mutants)
    return Guard(name, place, holds, tuple(trials))


def _hits(mutant: Mutant, findings: Findings | None) -> bool:
    """Whether one of the findings stands where the mutant is."""
    about = about_in(mutant)
    return any(stands_in(one.place, about) for one in findings or ())


def about_in(mutant: Mutant) -> Place:
    """Where, in the changed file, a finding has to begin."""
    grown = sum(len(one.new) - (one.end - one.start) for one in mutant.edits)
    return replace(mutant.about, end_column=mutant.about.end_column + grown)


def stands_in(place: Place, about: Place) -> bool:
    """Whether a place begins inside another."""
    begin = (place.line, place.column)
    is_after = (about.line, about.column) <= begin
    return place.path == about.path and is_after and begin <= (about.end_line, about.end_column)


def _survivor(text: str, mutant: Mutant) -> Finding:
    start, end = min(mutant.edits).start, max(mutant.edits).end
    after = write_mutant(text, mutant)
    changed = after[start : end + len(after) - len(text)]
    return say_guards.survivor(mutant.place, mutant.change, text[start:end], changed)


# A claim ----------------------------------------------------------------------------------


def _findings_of_claim(
    claim: Claim, text: str, changed: str, found: Verification, judges: Judges
) -> Findings | None:
    """What is wrong with the claim in a changed page; None where nothing can be said."""
    lines = find_lines(claim.place.path, changed)
    tag = Tag("expression", claim.call.start, claim.call.end + len(changed) - len(text))
    calls, _, findings = read_calls(lines, (tag,), VOCABULARY, foreign=False)
    if findings:
        return findings
    mutant = read_claim(calls[0])
    if isinstance(mutant, tuple):
        return mutant
    listing = found.book.snippets.get(claim.snippet)
    if listing is not None and (unsuited := find_unsuited(mutant, listing)):
        return (unsuited,)
    question = kind_of(mutant).question(mutant, listing)
    if question is not None:
        answer = _answer_to(question, found)
        return _refuting(judges.claim(mutant, answer, _context(found, question.edition)))
    if not kind_of(mutant).needs_outcome:
        context = _context(found, DEFAULT_EDITION)
        return _refuting(judges.claim(mutant, found.asked.timings.timings, context))
    outcome = _outcome_of(claim.snippet, found)
    edition = edition_for(mutant, listing)
    return _refuting(judges.claim(mutant, outcome, _context(found, edition)))


def _answer_to(question: AnyQuestion, found: Verification) -> Fact:
    """The measured answer; of a negated question, the measured answer negated."""
    answers = found.facts.answers
    answer = answers.get(question)
    if answer is not None:
        return None if isinstance(answer, Trouble) else answer
    if not isinstance(question, Question):
        return None
    inner = replace(question, expression=question.expression[len("!(") : -len(")")])
    answer = answers.get(inner)
    if negated(inner.expression) != question.expression or not isinstance(answer, Answer):
        return None
    return Answer(not answer.value) if isinstance(answer.value, bool) else None


def _outcome_of(name: str, found: Verification) -> Outcome | None:
    outcome = found.facts.outcomes.get(name)
    return None if isinstance(outcome, Trouble) else outcome


def _context(found: Verification, edition: str) -> Context:
    toolchain = found.report.toolchain
    assert toolchain is not None, "facts were measured by a toolchain"  # noqa: S101
    return Context.of(toolchain, found.report.target, edition)


def _refuting(verdict: Verdict) -> Findings | None:
    """The findings of a verdict that is one."""
    return None if verdict.state is State.UNCHECKED else verdict.findings


# A listing --------------------------------------------------------------------------------


def _findings_of_listing(
    listing: Listing, changed: str, found: Verification, judges: Judges
) -> Findings | None:
    """What is wrong with the listing in a changed file; None where nothing can be said."""
    mutant, findings = _read_listing(listing, changed)
    outcome = _outcome_of(listing.name, found)
    if findings:
        return findings
    if mutant is None or outcome is None or not _is_same_program(mutant, listing):
        return None
    context = _context(found, listing.directives.edition)
    layouts = layouts_of(listing, found.facts.answers)
    heap = heap_of(listing, found.facts.answers)
    return _refuting(judges.listing(mutant, outcome, context, layouts, heap))


def _read_listing(listing: Listing, text: str) -> tuple[Listing | None, Findings]:
    path = listing.place.path
    if listing.is_file:
        return parse_snippet(listing.name, path, text)
    page = scan_page(path, text, VOCABULARY)
    fences = (fence.listing for fence in page.fences)
    return next((one for one in fences if one.name == listing.name), None), page.findings


def _is_same_program(one: Listing, other: Listing) -> bool:
    """Whether the compiler is handed the same text in the same way."""
    asked, before = one.directives, other.directives
    same_way = (asked.edition, asked.flags) == (before.edition, before.flags)
    return same_way and (one.source, one.main) == (other.source, other.main)


# The score --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Score:
    """How many mutants there were, how many of them were refuted, and how many mean the same."""

    mutants: int
    refuted: int
    same: int

    @property
    def percent(self) -> float:
        """Refuted ones of all that mean something else; 0 where there is none."""
        wrong = self.mutants - self.same
        return 100 * self.refuted / wrong if wrong else 0.0


def score_of(guards: Iterable[Guard]) -> Score:
    trials = [trial for guard in guards for trial in guard.trials]
    same = sum(1 for one in trials if one.mutant.same)
    refuted = sum(1 for one in trials if one.refuted and not one.mutant.same)
    return Score(len(trials), refuted, same)


def all_guards(found: Verification, judges: Judges = REAL) -> tuple[Guard, ...]:
    """The guards of every claim and every listing of the book, in that order."""
    return (
        *(guard_of_claim(one, found, judges) for one in found.claims.claims),
        *(guard_of_listing(one, found, judges) for one in found.listings.values()),
    )
