"""Promise: no page scrolls sideways on a phone; what is wide scrolls inside itself."""

from __future__ import annotations

import pytest

from checks.building import BuiltPage
from checks.conftest import fail_with
from checks.looking import Look
from macros.model import Place
from macros.render.site import Site
from macros.report import say_site


@pytest.mark.browser
def test_page_fits(page: BuiltPage, look: Look, site: Site) -> None:
    """Windows of 360 and of 320 CSS pixels hold the whole width."""
    place = Place(f"site/{page.name}", 1, 1, 1, 1)
    fail_with(tuple(say_site.too_wide(place, each) for each in look.width), site)
