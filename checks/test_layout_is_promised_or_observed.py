"""Promise: what is marked guaranteed leads to its rule, and holds in every layout."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from checks.conftest import BOOK, fail_with, verified_site
from macros.build import cache_of
from macros.guarantees import Promise, find_divided, find_moving, find_promises
from macros.kinds.read import LINK
from macros.model import Finding
from macros.render.site import Site
from macros.rust.nightly import find_nightly

NO_NIGHTLY = (
    "not checked here: no nightly rustc, and only that can shuffle layouts; "
    "`rustup toolchain install nightly --profile minimal`, or name one in RUST_MEMORY_NIGHTLY"
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each guaranteed claim, named by its place."""
    if "promise" in metafunc.fixturenames:
        promises = find_promises(verified_site(metafunc.config).verification)
        ids = [str(each.claim.place) for each in promises]
        metafunc.parametrize("promise", promises, ids=ids)


@pytest.fixture(scope="session")
def moving(site: Site) -> Mapping[str, Finding]:
    """What moves, by claim id, when the compiler lays types out at random."""
    nightly = find_nightly()
    if nightly is None:
        pytest.skip(NO_NIGHTLY)
    return find_moving(find_promises(site.verification), nightly, cache_of(BOOK))


def test_guaranteed_claims_lead_to_their_rules(site: Site) -> None:
    """A claim is guaranteed with a link, or it is observed."""
    wrong = (one for one in site.report.all_findings if one.code == "guaranteed")
    fail_with(tuple(wrong), site)
    links = [one.guaranteed for one in site.verification.claims.claims if one.guaranteed]
    assert links
    assert all(LINK.fullmatch(link) for link in links)


def test_the_same_question_has_the_same_ground(site: Site) -> None:
    """What is promised in one chapter is not merely observed in another."""
    fail_with(tuple(find_divided(site.verification.claims.claims)), site)


def test_guaranteed_claim_holds_in_every_layout(
    promise: Promise, moving: Mapping[str, Finding], site: Site
) -> None:
    """Neither another order of fields nor more padding changes what the language promises."""
    finding = moving.get(promise.claim.id)
    fail_with((finding,) if finding else (), site)
