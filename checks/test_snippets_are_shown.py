"""Promise: every snippet is on a page, as a listing or as the program behind a claim."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checks.conftest import fail_with
from macros.claims import editions_shown
from macros.model import Finding, Listing
from macros.render.site import Site
from macros.report import say_site
from macros.reproduce import whole_program


@pytest.fixture(scope="session")
def shown(site: Site) -> frozenset[str]:
    return frozenset([*snippets_on_pages(site), *snippets_in_evidence(site)])


def snippets_on_pages(site: Site) -> Iterator[str]:
    """The names in `snippet(…)` and `memory(…)` calls; a player shows its listing too."""
    for page in site.verification.book.pages.values():
        for call in page.calls:
            if call.macro in ("snippet", "memory"):
                named = dict(call.named).get("name") or next(iter(call.arguments), None)
                yield str(named.value) if named else ""
            if call.macro == "editions":
                names = editions_shown(call, site.verification.book.snippets)
                yield from () if isinstance(names, Finding) else (name for _, name in names)


def snippets_in_evidence(site: Site) -> Iterator[str]:
    """The snippets of claims whose row of evidence holds the snippet's whole program."""
    found = site.verification
    for claim in found.claims.claims:
        listing = found.listings.get(claim.snippet)
        program = whole_program(claim, found.verdicts[claim.id], found.listings)
        if listing is not None and listing.source.strip() in program:
            yield listing.name


def test_snippet_is_shown(snippet: Listing, shown: frozenset[str], site: Site) -> None:
    """A file that no reader ever sees proves nothing to anyone."""
    if snippet.name not in shown:
        fail_with((say_site.snippet_only_argued_from(snippet),), site)
