"""Promise: the promises are about something. `checks/vacuity.py` looks after tests that are not
there, or are skipped."""

from __future__ import annotations

from pathlib import Path

from checks.conftest import fail_with
from macros.chapters import read_chapters
from macros.render.site import Site
from macros.report import say_site


def test_there_is_something_of_everything(site: Site) -> None:
    """An empty book keeps every promise; this one has some of everything."""
    found = site.verification
    counts = {
        "claim": len(found.claims.claims),
        "listing": len(found.listings),
        "figure": len(found.figures.figures),
        "snippet": len(found.book.snippets),
        "record of sources": len(site.records),
    }
    fail_with(tuple(say_site.none_of(noun) for noun, count in counts.items() if not count), site)


def test_every_chapter_has_something_to_check(site: Site, book: Path) -> None:
    """A chapter that loses its claims, listings and figures does not pass as verified."""
    found = site.verification
    places = {claim.place.path for claim in found.claims.claims}
    places |= {listing.place.path for listing in found.listings.values()}
    places |= {figure.call.place.path for figure in found.figures.figures}
    pages = [f"docs/{each.page}" for each in read_chapters(book / "docs").chapters if each.page]
    fail_with(tuple(say_site.nothing_on(path) for path in pages if path not in places), site)
