"""Everything that the pages of a book ask for: claims, figures, players and excerpts. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from macros.book import Book
from macros.claims import Claims, collect_claims
from macros.excerpts import Excerpts, collect_excerpts
from macros.expect_heap import heap_questions
from macros.expect_layout import layout_questions
from macros.figures import Figures, collect_figures
from macros.kinds import kind_of
from macros.model import Finding, Listing
from macros.players import Players, collect_players
from macros.questions import AnyQuestion
from macros.timing_tables import TimingTables, collect_timings


@dataclass(frozen=True, slots=True)
class Requests:
    """The requests of one book, read."""

    book: Book
    claims: Claims
    figures: Figures
    players: Players
    excerpts: Excerpts
    timings: TimingTables

    @property
    def used(self) -> frozenset[str]:
        """The snippets that some page shows, draws or argues from."""
        return self.claims.used | self.figures.used | self.players.used | self.excerpts.used

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with some of the calls."""
        return (
            *self.claims.findings,
            *self.figures.findings,
            *self.players.findings,
            *self.excerpts.findings,
            *self.timings.findings,
        )

    @property
    def is_empty(self) -> bool:
        drawn = self.figures.figures or self.players.players or self.excerpts.excerpts
        return not (self.claims.claims or drawn)

    def listings(self) -> dict[str, Listing]:
        """The whole book compiles every listing; a part of it, those that it asks for."""
        if self.book.whole:
            return self.book.listings()
        names = {*self.used, *self.book.asked_snippets}
        return {
            name: listing
            for name, listing in self.book.listings().items()
            if name in names or name not in self.book.snippets
        }

    def of_claims(self) -> dict[str, AnyQuestion]:
        """What each claim needs to know, by its id; none where an outcome is its evidence."""
        snippets = self.book.snippets
        asked = {
            claim.id: kind_of(claim).question(claim, snippets.get(claim.snippet))
            for claim in self.claims.claims
        }
        return {key: question for key, question in asked.items() if question is not None}

    def questions(self) -> tuple[AnyQuestion, ...]:
        """Everything that has to be asked, the facts of margins too."""
        return (
            *self.of_claims().values(),
            *self.figures.questions(),
            *(one for listing in self.listings().values() for one in layout_questions(listing)),
            *(one for listing in self.listings().values() for one in heap_questions(listing)),
            *(player.question for player in self.players.players),
            *(excerpt.question for excerpt in self.excerpts.excerpts),
        )

    def unused_marks(self) -> tuple[Listing, ...]:
        """Snippets with moments that no player draws and no claim speaks of."""
        claimed = {claim.snippet for claim in self.claims.claims if claim.kind == "snapshot"}
        used = self.players.used | claimed
        return tuple(
            listing
            for name, listing in self.book.snippets.items()
            if listing.marks and name in self.used and name not in used
        )


def collect_requests(book: Book) -> Requests:
    """Read every call of the book's pages."""
    return Requests(
        book,
        collect_claims(book),
        collect_figures(book),
        collect_players(book),
        collect_excerpts(book),
        collect_timings(book),
    )
