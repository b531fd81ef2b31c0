"""What several test files share: the built site, and a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from checks.browsing import browser_of
from checks.building import BuiltSite, offer_options, site_built
from checks.sharing import share

PROJECT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    offer_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Let an example of Hypothesis take its time: another process may be at work beside it."""
    share(config)
    settings.register_profile("beside others", deadline=None)
    settings.load_profile("beside others")


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


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Browser:
    """A headless Chromium, started once."""
    return browser_of(request.config)
