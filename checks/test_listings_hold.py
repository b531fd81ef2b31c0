"""Promise: every listing does what it says, in both directions."""

from __future__ import annotations

from checks.conftest import fail_with, skip_absent
from macros.model import Listing, Mode, State
from macros.render.site import Site


def test_listing_does_what_it_says(listing: Listing, site: Site) -> None:
    """No error, warning or printed line is missing, and none comes unexpected."""
    verdict = site.verification.verdicts[listing.name]
    skip_absent(listing.name, site)
    fail_with(verdict.findings, site)
    if listing.directives.mode is Mode.IGNORED:
        assert listing.directives.reason
    else:
        assert verdict.state is State.HOLDS
