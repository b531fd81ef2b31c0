"""Promise: the site works without a network: nothing on it comes from another host."""

from __future__ import annotations

import pytest

from checks.building import BuiltPage, BuiltSite
from checks.conftest import fail_with
from checks.looking import Look
from checks.network import find_loads_of_file, find_loads_of_page
from macros.model import Place
from macros.render.site import Site
from macros.report import say_site


def test_page_names_no_other_host(page: BuiltPage, site: Site) -> None:
    """No element and no style of the page loads from elsewhere."""
    fail_with(tuple(find_loads_of_page(page)), site)


def test_styles_and_scripts_name_no_other_host(built: BuiltSite, site: Site) -> None:
    """What the pages load from here loads nothing from elsewhere in its turn."""
    files = sorted(path for path in built.folder.rglob("*") if path.suffix in (".css", ".js"))
    assert files, "the site has neither a style sheet nor a script"
    found = [
        finding
        for path in files
        for finding in find_loads_of_file(path, f"site/{path.relative_to(built.folder)}")
    ]
    fail_with(tuple(found), site)


@pytest.mark.browser
def test_page_asks_no_other_host(page: BuiltPage, look: Look, site: Site) -> None:
    """A browser that is kept from every other host does not notice, and reports no error."""
    place = Place(f"site/{page.name}", 1, 1, 1, 1)
    fail_with(tuple(say_site.asks_elsewhere(place, each) for each in look.loading), site)
