"""Promise: what a player shows is what the program did, and nothing in it contradicts the rest."""

from __future__ import annotations

import pytest

from checks.building import BuiltSite
from checks.conftest import fail_with, verified_site
from checks.played import lost_in, steps_of
from macros.memory import SnapshotAnswer
from macros.model import State
from macros.player_rules import find_faults
from macros.players import MACRO, Player
from macros.render.site import Site
from macros.report import say_players


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each player, named by its place."""
    if "player" in metafunc.fixturenames:
        players = verified_site(metafunc.config).verification.players.players
        metafunc.parametrize("player", players, ids=[str(one.call.place) for one in players])


@pytest.fixture
def answer(player: Player, site: Site) -> SnapshotAnswer:
    """The moments of the player's program; without them nothing matches."""
    found = site.verification.facts.answers[player.question]
    if not isinstance(found, SnapshotAnswer) or not found.snapshots:
        pytest.fail(f"{player.call.place}: no moment was drawn", pytrace=False)
    return found


def test_there_are_players(site: Site) -> None:
    """Every call of one is one; a book without any has an empty file of promises, which fails."""
    pages = site.verification.book.pages.values()
    called = [call for page in pages for call in page.calls if call.macro == MACRO]
    assert len(site.verification.players.players) == len(called), "a call of a player is no player"


def test_player_matches_the_run(player: Player, answer: SnapshotAnswer, site: Site) -> None:
    """Every mark is there, every pointer leads somewhere, the program ends as it always does."""
    found = site.verification
    fail_with(found.verdicts[player.id].findings, site)
    assert found.verdicts[player.id].state is State.HOLDS
    outcome = found.outcomes.get(player.listing.name)
    faults = find_faults(player.call.place, player.listing, answer.snapshots, outcome)
    fail_with(tuple(dict.fromkeys(faults)), site)


def test_page_shows_the_player(
    player: Player, answer: SnapshotAnswer, site: Site, built: BuiltSite
) -> None:
    """Each step's label, and each variable with its decoded value."""
    page = built.page_of(player.call.place.path)
    steps = steps_of(page.text) if page else {}
    lost = [
        say_players.not_on_the_page(player.call, what)
        for number, snapshot in enumerate(answer.snapshots, start=1)
        for what in lost_in(steps.get(f"{player.id}-{number}"), snapshot)
    ]
    fail_with(tuple(dict.fromkeys(lost)), site)
