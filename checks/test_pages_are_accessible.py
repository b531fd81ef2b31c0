"""Promise: every page can be read by everyone, in both palettes."""

from __future__ import annotations

import pytest

from checks.browsing import SCHEMES, Scheme
from checks.building import BuiltPage
from checks.conftest import fail_with
from checks.looking import Look
from macros.model import Place
from macros.render.site import Site
from macros.report import say_site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", SCHEMES)
def test_page_has_no_barrier(page: BuiltPage, scheme: Scheme, look: Look, site: Site) -> None:
    """Axe finds nothing serious or critical, on a wide screen in the light palette and on a phone
    in the dark one."""
    place = Place(f"site/{page.name}", 1, 1, 1, 1)
    found = look.barriers[scheme]
    findings = (say_site.not_accessible(place, each.rule, scheme, each.elements) for each in found)
    fail_with(tuple(findings), site)


def test_text_of_page_has_contrast(page: BuiltPage, look: Look, site: Site) -> None:
    """Also where backgrounds lie over each other, which axe leaves undecided."""
    place = Place(f"site/{page.name}", 1, 1, 1, 1)
    said = (say_site.too_faint(place, each) for each in look.texts)
    fail_with(tuple(said), site)
