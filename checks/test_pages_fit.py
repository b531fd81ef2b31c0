"""Promise: no page scrolls sideways on a phone; what is wide scrolls inside itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from checks.browsing import PHONE, SMALL_PHONE, overflow_at
from checks.building import BuiltPage
from checks.conftest import fail_with
from macros.model import Place
from macros.render.site import Site
from macros.report import say_site


@pytest.mark.browser
@pytest.mark.parametrize("width", [PHONE, SMALL_PHONE])
def test_page_fits(page: BuiltPage, width: int, browser: Browser, home: str, site: Site) -> None:
    """Windows of 360 and 320 CSS pixels hold the whole width."""
    place = Place(f"site/{page.name}", 1, 1, 1, 1)
    said = overflow_at(browser, home, page.name, width)
    fail_with(tuple(say_site.complaint(place, "width", each) for each in said), site)
