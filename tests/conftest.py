"""What several test files share: the built site, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from checks.browsing import opened_browser
from checks.building import BuiltSite, offer_options, site_built

PROJECT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    offer_options(parser)


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the repository."""
    return PROJECT


@pytest.fixture(scope="session")
def built_site(request: pytest.FixtureRequest) -> Path:
    """The book, built as `make site` builds it, in a folder of its own."""
    built = site_built(request.config, PROJECT)
    assert isinstance(built, BuiltSite), built
    return built.folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium, started once a file: two of them cannot run in one process."""
    with opened_browser() as browser:
        yield browser
