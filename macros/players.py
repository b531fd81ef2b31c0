"""Calls of `memory` → players: the program each steps through, and what became of it.

A player inserts what was measured, so it cannot disagree; it holds where every mark of its snippet
was reached and could be drawn.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.book import Book
from macros.claims import argument_of
from macros.ids import name_of_page, slug
from macros.marks import place_of_name
from macros.memory import SnapshotAnswer, SnapshotQuestion
from macros.model import Call, Diagnostic, Finding, Listing, Mode, Place, State, Trouble, Verdict
from macros.questions import AnyAnswer, AnyQuestion
from macros.report import PLAYER, say_book, say_players
from macros.rust.snapshots.debugger import name_debugger

MACRO: Final = "memory"
_NAMED: Final = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Player:
    """A player on a page."""

    id: str
    call: Call
    question: SnapshotQuestion
    title: str = ""

    @property
    def listing(self) -> Listing:
        return self.question.listing


@dataclass(frozen=True, slots=True)
class Players:
    """The players of a book in reading order, by place of their call, and what is wrong with some.

    `used` are the names of the snippets that they step through.
    """

    players: tuple[Player, ...]
    by_call: Mapping[tuple[str, int], Player]
    used: frozenset[str]
    findings: tuple[Finding, ...]


NO_PLAYERS: Final = Players((), MappingProxyType({}), frozenset(), ())


def collect_players(book: Book) -> Players:
    """Read every call that steps through a program."""
    calls = [call for page in book.pages.values() for call in page.calls if call.macro == MACRO]
    if not calls:
        return NO_PLAYERS
    debugger = name_debugger()
    players: list[Player] = []
    findings: list[Finding] = []
    ids: dict[str, int] = {}
    for call in calls:
        player = _read_player(call, book.snippets, debugger, ids)
        if isinstance(player, Finding):
            findings.append(player)
        else:
            players.append(player)
    used = frozenset(player.listing.name for player in players)
    by_call = {(player.call.place.path, player.call.start): player for player in players}
    return Players(tuple(players), by_call, used, tuple(findings))


def _read_player(
    call: Call, snippets: Mapping[str, Listing], debugger: str, ids: dict[str, int]
) -> Player | Finding:
    name = str(argument_of(call, "name", 0, ""))
    listing = snippets.get(name)
    if listing is None:
        close = difflib.get_close_matches(name, list(snippets), n=1, cutoff=0.8)
        return say_book.missing_snippet(call, name, close)
    if not listing.marks:
        return say_players.no_marks(call, name)
    if not (listing.main and listing.directives.mode is Mode.RUN):
        return say_players.unsuited_snippet(call, name)
    first = f"{name_of_page(call.place.path)}-memory-{slug(name)}"
    ids[first] = ids.get(first, 0) + 1
    id = f"{first}-{ids[first]}" if ids[first] > 1 else first
    title = str(argument_of(call, "title", None, ""))
    return Player(id, call, SnapshotQuestion(listing, debugger), title)


# What became of it ------------------------------------------------------------------------


def judge_player(
    player: Player, answers: Mapping[AnyQuestion, AnyAnswer | Trouble], setting: str, text: str
) -> Verdict:
    """Hold where there are snapshots; why there are none is said at the snippet's own words.

    `text` is that of the snippet's file.
    """
    answer = answers[player.question]
    findings = tuple(_findings(player, answer, setting, text))
    broken = any(finding.broken for finding in findings)
    state = State.UNCHECKED if broken else State.REFUTED if findings else State.HOLDS
    moments = answer.snapshots if isinstance(answer, SnapshotAnswer) else ()
    return Verdict(
        player.id,
        PLAYER,
        player.call.place,
        state,
        words=player.title,
        snippet=player.listing.name,
        measured=f"{len(moments)} moments" if moments else "",
        edition=player.listing.directives.edition,
        findings=findings,
    )


def unchecked_player(player: Player) -> Verdict:
    """A player that nobody could measure; why is said once, of the compiler."""
    return Verdict(player.id, PLAYER, player.call.place, State.UNCHECKED, words=player.title)


def _findings(
    player: Player, answer: AnyAnswer | Trouble, setting: str, text: str
) -> Iterator[Finding]:
    if isinstance(answer, Trouble):
        yield say_book.could_not_check(player.call.place, "this player", answer)
    elif isinstance(answer, SnapshotAnswer):
        for diagnostic in answer.diagnostics:
            place = find_words(player.listing, diagnostic, text.split("\n"))
            yield say_players.not_drawn(player.call, place, diagnostic, setting)


def find_words(listing: Listing, diagnostic: Diagnostic, text: Sequence[str]) -> Place:
    """The words of the listing's file that a diagnostic speaks of; `text` are the file's lines.

    A snapshot is meant by its label, or by the line behind it, and a variable by its name there.
    """
    names = _NAMED.findall(diagnostic.message)
    marks = [one for one in listing.marks if one.before == diagnostic.line]
    mark = next((one for one in marks if one.label in names), None)
    mark = mark or next(iter(marks), None)
    if mark is not None and mark.place.line <= len(text):
        shown = [name for name in names if name in mark.show]
        return place_of_name(mark, text[mark.place.line - 1], *shown[:1])
    return _words_of_line(listing, diagnostic.line, names, text)


def _words_of_line(listing: Listing, line: int, names: Sequence[str], text: Sequence[str]) -> Place:
    """A name in a line of the listing's source, else all that stands there; the listing itself
    where no line is known."""
    written = listing.lines[line - 1] if 1 <= line <= len(listing.lines) else 0
    if not 1 <= written <= len(text):
        return listing.place
    there = text[written - 1]
    found = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", there) for name in names)
    first, last = next((one.span() for one in found if one), (0, 0))
    if first == last:
        first, last = len(there) - len(there.lstrip()), len(there.rstrip())
    return Place(listing.place.path, written, first + 1, written, max(last, first + 1) + 1)
