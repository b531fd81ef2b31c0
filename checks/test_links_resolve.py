"""Promise: every link leads somewhere: inside the site to a page and an anchor that are there,
outside of it to an address of the right shape. `--external` asks the addresses themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest

from checks.building import BuiltPage, BuiltSite, Tag, site_built
from checks.conftest import book_of, fail_with
from checks.external import ask_address
from checks.links import find_broken_links, find_lost_evidence, find_rows_without_claim
from macros.model import Claim
from macros.render.evidence_pages import evidence_page
from macros.render.site import Site
from macros.report import say_site

NOT_ASKED = pytest.param(
    None, id="none", marks=pytest.mark.skip(reason="addresses outside are asked with --external")
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test an address outside, where they are to be asked."""
    if "address" in metafunc.fixturenames:
        asked = metafunc.config.getoption("--external")
        found = site_built(metafunc.config, book_of(metafunc.config))
        there = asked and isinstance(found, BuiltSite)
        addresses = list(addresses_in(found)) if there and isinstance(found, BuiltSite) else []
        metafunc.parametrize("address", addresses or [NOT_ASKED])


def addresses_in(built: BuiltSite) -> Iterator[object]:
    """Each address outside the site once; the playground's hold whole programs and are left out."""
    found: dict[str, Tag] = {}
    for page in built.pages.values():
        for tag in page.tags:
            href = tag["href"]
            if (
                tag.name == "a"
                and href.startswith("https://")
                and "listing__play" not in tag.classes
            ):
                found.setdefault(href, tag)
    for href, tag in sorted(found.items()):
        yield pytest.param(tag, id=href)


def test_links_of_page_resolve(page: BuiltPage, built: BuiltSite, site: Site) -> None:
    """Each link and each anchor is there, and no anchor twice."""
    fail_with(tuple(find_broken_links(page, built)), site)


def test_claim_and_evidence_lead_to_each_other(claim: Claim, built: BuiltSite, site: Site) -> None:
    """A reader gets from the words to what was measured, and back."""
    evidence = built.page_of(evidence_page(claim.place.path))
    page = built.page_of(claim.place.path)
    assert evidence is not None, f"the site has no page of evidence of {claim.place.path}"
    if page is not None:  # the words of an included file stand on the pages that include it
        fail_with(tuple(find_lost_evidence(claim, page, evidence)), site)


def test_every_row_of_evidence_has_its_claim(built: BuiltSite, site: Site) -> None:
    """No row is left of a claim that no page makes, or of a picture that none shows."""
    found = site.verification
    ids = {claim.id for claim in found.claims.claims}
    ids |= {figure.id for figure in found.figures.figures}
    ids |= {player.id for player in found.players.players}
    ids |= {excerpt.id for excerpt in found.excerpts.excerpts}
    lost = (find_rows_without_claim(page, frozenset(ids)) for page in built.pages.values())
    fail_with(tuple(chain.from_iterable(lost)), site)


def test_address_outside_answers(address: Tag, site: Site) -> None:
    """The page is there, and so is its anchor."""
    answer = ask_address(address["href"])
    if answer:
        fail_with((say_site.does_not_answer(address.place, address["href"], answer),), site)
