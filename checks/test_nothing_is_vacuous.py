"""Promise: the promises are about something."""

from __future__ import annotations

from macros.render.site import Site


def test_there_are_claims_listings_and_records(site: Site) -> None:
    """An empty book keeps every promise; this one is not empty."""
    assert len(site.verification.claims.claims) >= 70
    assert len(site.verification.listings) >= 35
    assert len(site.records) >= 125
