"""A verification → what each numbered item of a page renders as. Knows no site generator.

`evidence` arguments are the address of an item's page of evidence as seen from the page that is
rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from macros.claims import CLAIM_MACROS, argument_of, editions_shown
from macros.error_codes import first_refusals, refusal_anchor
from macros.excerpts import MACRO as EXCERPT_MACRO
from macros.fences import normalised_fence
from macros.figures import MACROS as FIGURE_MACROS
from macros.judge_figure import layouts_of_figure
from macros.model import Call, Fence, Finding, Listing, Page, Place, State, Verdict
from macros.myths import Box, boxes_of
from macros.players import MACRO as PLAYER_MACRO
from macros.render.claim import render_claim
from macros.render.evidence import Evidence
from macros.render.evidence_pages import page_anchor, render_index, render_page
from macros.render.excerpt import render_excerpt, show_excerpt
from macros.render.figure import render_figure
from macros.render.figure_evidence import ShownFigure
from macros.render.listing import Refusal, code_fence, indent_block, render_listing, write_tab
from macros.render.mistakes import Mistake, messages_of_fence, render_mistake
from macros.render.other_listing import language_name
from macros.render.placed import find_unplaced, unwrap_figures
from macros.render.player import render_player
from macros.render.player_evidence import show_player
from macros.render.rewrite import Comment, Item, items_of, rewrite_page
from macros.render.sources import ReferenceLinks, render_sources
from macros.render.timings import render_timings
from macros.render.trace import MACRO as TRACE_MACRO
from macros.render.trace import render_trace
from macros.render.unchecked import render_unchecked
from macros.report import Report, say_absent, say_figures
from macros.report.say_facts import listed
from macros.snippets import region_of
from macros.sources import Record
from macros.timing_tables import MACRO as TIMINGS_MACRO
from macros.verify import Verification
from macros.vocabulary import UNCHECKED_MACROS


@dataclass(frozen=True)
class Site:
    """The verified book as a site generator sees it."""

    verification: Verification
    records: tuple[Record, ...] = ()

    @property
    def report(self) -> Report:
        return self.verification.report

    def rewritten(self, path: str) -> str | None:
        """Return the text of a page with its items numbered; None for a page never scanned."""
        page = self.verification.book.pages.get(path)
        return None if page is None else rewrite_page(page)

    def render_item(self, path: str, number: int, evidence: str, errors: str = "") -> str:
        """Render the item of that number: a claim, a listing, or a comment as it stood.

        `errors` is the address of the book's page of error codes as seen from the page that is
        rendered, empty where there is none.
        """
        page = self.verification.book.pages[path]
        return self.render(page, self._items[path][number], evidence, errors)

    def render(self, page: Page, item: Item, evidence: str, errors: str = "") -> str:
        """Render an item of a page, as `render_item` does."""
        if isinstance(item, Comment):
            return page.text[item.start : item.end]
        if isinstance(item, Mistake):
            return render_mistake(item.message)
        if isinstance(item, Fence):
            return indent_block(self._render_fence(page, item, errors), item.indent)
        return self._render_call(item, evidence, errors)

    def _render_call(self, call: Call, evidence: str, errors: str) -> str:
        if call.macro == TRACE_MACRO:
            return indent_block(self._render_trace(call, evidence), call.indent or "")
        if call.macro in CLAIM_MACROS:
            return self._render_claim(call, evidence)
        if call.macro in UNCHECKED_MACROS:
            return render_unchecked(call)
        if call.macro in FIGURE_MACROS:
            block = self._render_figure(call, evidence)
        elif call.macro == PLAYER_MACRO:
            block = self._render_player(call)
        elif call.macro == "editions":
            block = self._render_editions(call, errors)
        elif call.macro == EXCERPT_MACRO:
            block = self._render_excerpt(call, evidence)
        elif call.macro == TIMINGS_MACRO:
            block = self._render_timings(call)
        else:
            block = self._render_snippet(call, errors)
        return indent_block(block, call.indent or "")

    def place_figures(self, path: str, html: str) -> tuple[str, tuple[Finding, ...]]:
        """Return the page with its figures as blocks, and what is wrong with where some stand."""
        drawn = (
            figure
            for figure in self.verification.figures.figures
            if figure.call.place.path == path
            and self.verification.verdicts[figure.id].state is State.HOLDS
        )
        whole = unwrap_figures(html)
        lost = find_unplaced(whole, drawn)
        return whole, tuple(say_figures.stands_as_code(figure.call) for figure in lost)

    @cached_property
    def _items(self) -> dict[str, tuple[Item, ...]]:
        return {path: items_of(page) for path, page in self.verification.book.pages.items()}

    def _render_claim(self, call: Call, evidence: str) -> str:
        claim = self.verification.claims.by_call.get((call.place.path, call.start))
        if claim is None:
            return self._render_mistake(call)
        verdict = self.verification.verdicts[claim.id]
        return render_claim(claim, verdict, self.report.toolchain, evidence)

    def _render_trace(self, call: Call, evidence: str) -> str:
        claim = self.verification.claims.by_call.get((call.place.path, call.start))
        if claim is None:
            return self._render_mistake(call)
        verdict = self.verification.verdicts[claim.id]
        return render_trace(claim, verdict, self.report.toolchain, evidence)

    def _render_figure(self, call: Call, evidence: str) -> str:
        figure = self.verification.figures.by_call.get((call.place.path, call.start))
        if figure is None:
            return self._render_mistake(call)
        answers = self.verification.facts.answers
        drawn = render_figure(figure, answers, self.report.toolchain, f"{evidence}#{figure.id}")
        # blank lines around: text of the author's right behind it is a paragraph of its own
        return f"\n{drawn}\n" if drawn else self._render_mistake(call)

    def _render_player(self, call: Call) -> str:
        player = self.verification.players.by_call.get((call.place.path, call.start))
        if player is None:
            return self._render_mistake(call)
        answers = self.verification.facts.answers
        return render_player(player, answers, self.report.toolchain) or self._render_mistake(call)

    def _render_excerpt(self, call: Call, evidence: str) -> str:
        excerpt = self.verification.excerpts.by_call.get((call.place.path, call.start))
        if excerpt is None:
            return self._render_mistake(call)
        verdict = self.verification.verdicts[excerpt.id]
        shown = show_excerpt(excerpt, verdict, self.verification.facts.answers)
        block = render_excerpt(shown, self.report.toolchain, f"{evidence}#{excerpt.id}")
        # blank lines around: text of the author's right behind it is a paragraph of its own
        return f"\n{block}\n" if block else self._render_mistake(call)

    def _render_timings(self, call: Call) -> str:
        block = render_timings(call, self.verification.asked.timings)
        return f"\n{block}\n" if block else self._render_mistake(call)

    def _render_mistake(self, call: Call) -> str:
        """A call that is no claim because of a finding: shown as such in a live preview."""
        said = [
            finding.message
            for finding in self.report.all_findings
            if finding.place == call.place or _inside(finding.place, call.place)
        ]
        text = "; ".join(said) or "this call could not be read"
        return render_mistake(text)

    def _render_snippet(self, call: Call, errors: str) -> str:
        name = str(argument_of(call, "name", 0, ""))
        listing = self.verification.book.snippets.get(name)
        section = str(argument_of(call, "section", None, ""))
        if listing is None:
            return self._render_mistake(call)
        code = region_of(listing, section) if section else listing.shown
        if code is None:
            return self._render_mistake(call)
        title = str(argument_of(call, "title", None, "")) or listing.title
        output = bool(argument_of(call, "output", None, True))
        refusal = self._refusal(listing, (call.place.path, call.start), errors)
        return self._render_listing(
            listing, code_fence(code, title, language_name(listing)), output, refusal
        )

    def _render_editions(self, call: Call, errors: str) -> str:
        """The code once, and a tab for each edition with what became of it there."""
        snippets = self.verification.book.snippets
        names = editions_shown(call, snippets)
        if isinstance(names, Finding):
            return self._render_mistake(call)
        listing = snippets[names[0][1]]
        title = str(argument_of(call, "title", None, "")) or listing.title
        tabs = [
            write_tab(
                f"Edition {edition}",
                self._render_listing(
                    snippets[name],
                    "",
                    True,
                    self._refusal(snippets[name], (call.place.path, call.start), errors),
                ),
                first=name == names[0][1],
            )
            for edition, name in names
        ]
        return "\n\n".join(("", code_fence(listing.shown, title), *tabs, ""))

    def _render_fence(self, page: Page, fence: Fence, errors: str) -> str:
        block = normalised_fence(replace(fence, indent=""), fence.listing.shown)
        said = (render_mistake(message) for message in messages_of_fence(page, fence))
        refusal = self._refusal(fence.listing, (page.path, fence.start), errors)
        return "\n\n".join((*said, self._render_listing(fence.listing, block, True, refusal)))

    def _refusal(self, listing: Listing, place: tuple[str, int], errors: str) -> Refusal:
        """Where a listing that does not compile stands first in a page, it can be linked to."""
        return Refusal(errors, refusal_anchor(listing) if place in self._refused_first else "")

    @cached_property
    def _refused_first(self) -> frozenset[tuple[str, int]]:
        return first_refusals(self.verification)

    def _render_listing(self, listing: Listing, block: str, output: bool, refusal: Refusal) -> str:
        verdict = self.verification.verdicts.get(listing.name)
        if verdict is None:
            verdict = Verdict(listing.name, "listing", listing.place, State.UNCHECKED)
        outcome = self.verification.outcomes.get(listing.name)
        # blank lines around: text of the author's right behind it is a paragraph of its own
        return f"\n{render_listing(listing, verdict, outcome, block, output, refusal)}\n"

    @cached_property
    def boxes(self) -> dict[str, tuple[Box, ...]]:
        """The boxes of myths by the path of their page."""
        return boxes_of(self.verification.book.pages.values())

    def evidence(self) -> Evidence:
        """Return what the pages of evidence show, in reading order."""
        return self._evidence

    @cached_property
    def _evidence(self) -> Evidence:
        found = self.verification
        claims = [(claim, found.verdicts[claim.id]) for claim in found.claims.claims]
        listings = [
            (listing, found.verdicts[name])
            for name, listing in found.listings.items()
            if name in found.verdicts
        ]
        figures = [
            ShownFigure(
                figure, found.verdicts[figure.id], layouts_of_figure(figure, found.facts.answers)
            )
            for figure in found.figures.figures
        ]
        players = [
            show_player(player, found.verdicts[player.id], found.facts.answers)
            for player in found.players.players
        ]
        excerpts = [
            show_excerpt(excerpt, found.verdicts[excerpt.id], found.facts.answers)
            for excerpt in found.excerpts.excerpts
        ]
        toolchain = self.report.toolchain
        shown = (figures, players, excerpts, found.asked.timings.record)
        return Evidence(claims, listings, found.listings, toolchain, *shown)

    def render_evidence(
        self, path: str, address: Callable[[str], str], titles: Mapping[str, str]
    ) -> str:
        """Return the rows of evidence of the page `path`."""
        return render_page(self.evidence(), path, address, titles)

    def render_evidence_index(
        self, address: Callable[[str], str], titles: Mapping[str, str], rows: str
    ) -> str:
        """Return the page that counts and links the pages of evidence."""
        return render_index(self.evidence(), address, titles, rows)

    def render_sources(
        self, address: Callable[[str], str], evidence: str, unsettled: str = ""
    ) -> str:
        """Return the body of the sources page; `unsettled` says which statements are still open."""
        claims = {claim.id: claim for claim in self.verification.claims.claims}
        listings = self.verification.listings
        link = ReferenceLinks(claims, listings, address, evidence).render
        verdicts = self.verification.verdicts.items()
        absent = frozenset(name for name, each in verdicts if each.state is State.ABSENT)
        return render_sources(self.records, link, unsettled, absent)

    def evidence_row(self, path: str, evidence: str) -> str:
        """Return the quiet line under a chapter's title, or nothing where nothing is measured."""
        found = self.verification
        states = [
            [
                found.verdicts[each.id].state
                for each in found.claims.claims
                if each.place.path == path
            ],
            *(
                [found.verdicts[each.id].state for each in group if each.call.place.path == path]
                for group in (found.figures.figures, found.players.players, found.excerpts.excerpts)
            ),
        ]
        toolchain = self.report.toolchain
        if not any(states) or toolchain is None:
            return ""
        return (
            f'<p class="evidence__row">measured with rustc {toolchain.release} on '
            f'{toolchain.host} · <a href="{evidence}#{page_anchor(path)}">'
            f"{_count_words(*states)}</a></p>"
        )


def _count_words(
    claims: Sequence[State],
    figures: Sequence[State],
    players: Sequence[State],
    excerpts: Sequence[State],
) -> str:
    """`5 claims, 2 figures and 1 player hold, 1 does not`."""
    counts = [
        f"{states.count(State.HOLDS)} {noun}{'' if states.count(State.HOLDS) == 1 else 's'}"
        for states, noun in (
            (claims, "claim"),
            (figures, "figure"),
            (players, "player"),
            (excerpts, "excerpt"),
        )
        if states
    ]
    every = (*claims, *figures, *players, *excerpts)
    holding = every.count(State.HOLDS)
    absent = every.count(State.ABSENT)
    failing = len(every) - holding - absent
    words = f"{listed(counts)} {'holds' if holding == 1 and len(counts) == 1 else 'hold'}"
    words += f", {failing} {'does' if failing == 1 else 'do'} not" if failing else ""
    return words + (f", {absent} {say_absent.WORDS}" if absent else "")


def _inside(inner: Place, outer: Place) -> bool:
    return (
        inner.path == outer.path
        and (outer.line, outer.column) <= (inner.line, inner.column)
        and (inner.line, inner.column) < (outer.end_line, outer.end_column)
    )
