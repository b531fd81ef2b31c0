"""Promise: every number about memory is measured, or says that it is not."""

from __future__ import annotations

import pytest

from checks.conftest import fail_with, verified_site
from macros.model import Listing, Page
from macros.numbers import unclaimed_in_page, unclaimed_in_rust
from macros.render.site import Site


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a source page, named by its file."""
    if "source_page" in metafunc.fixturenames:
        book = verified_site(metafunc.config).verification.book
        metafunc.parametrize("source_page", book.pages.values(), ids=list(book.pages))


def test_numbers_of_page_are_claimed(source_page: Page, site: Site) -> None:
    """Sentences, tables, titles, captions and the comments of fences."""
    fail_with(unclaimed_in_page(source_page), site)


def test_numbers_of_snippet_are_claimed(snippet: Listing, site: Site) -> None:
    """The title of the listing and its comments."""
    path = snippet.place.path
    fail_with(unclaimed_in_rust(path, site.verification.book.sources[path]), site)
