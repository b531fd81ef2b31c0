"""The book, verified once for all promises; a promise's failure is the finding itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.build import cache_of, verify_book
from macros.model import Finding
from macros.options import Options
from macros.render.site import Site
from macros.report.text import render_finding

BOOK = Path(__file__).resolve().parent.parent
SITE = pytest.StashKey[Site]()


def verified_site(config: pytest.Config) -> Site:
    """Verify the book the first time it is asked for in this run."""
    if SITE not in config.stash:
        config.stash[SITE] = verify_book(BOOK, Options(cache=cache_of(BOOK)))
    return config.stash[SITE]


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Site:
    return verified_site(request.config)


def fail_with(findings: tuple[Finding, ...], site: Site) -> None:
    """Fail the test with the findings as its whole message, if there are any."""
    if findings:
        sources = site.report.sources
        pytest.fail("\n" + "\n".join(render_finding(each, sources) for each in findings), False)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a promise about `claim`, `listing` or `record` one test each, named by its place."""
    if not {"claim", "listing", "record"} & set(metafunc.fixturenames):
        return
    site = verified_site(metafunc.config)
    if "claim" in metafunc.fixturenames:
        claims = site.verification.claims.claims
        metafunc.parametrize("claim", claims, ids=[str(claim.place) for claim in claims])
    if "listing" in metafunc.fixturenames:
        listings = tuple(site.verification.listings.values())
        metafunc.parametrize("listing", listings, ids=[each.name for each in listings])
    if "record" in metafunc.fixturenames:
        records = site.records
        metafunc.parametrize("record", records, ids=[record.id for record in records])
