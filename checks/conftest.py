"""The book, verified and built once for all promises; a promise's failure is the finding itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from checks.browsing import browser_of, served
from checks.building import BuiltPage, BuiltSite, offer_options, site_built
from checks.looking import Look, look_at
from checks.sharing import common_folder, is_one_of_several, share, turn
from checks.vacuity import pytest_make_collect_report, pytest_runtest_makereport
from macros.bless_command import Wish, bless
from macros.build import cache_of, verify_book
from macros.model import Finding, State, Trouble
from macros.options import Options
from macros.render.site import Site
from macros.report import say_absent
from macros.report.text import render_finding

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport"]

BOOK = Path(__file__).resolve().parent.parent
SITE = pytest.StashKey[Site]()
SUMMARY = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    offer_options(parser)
    parser.addoption("--book", type=Path, default=BOOK, help="a folder with docs/ and snippets/")
    parser.addoption("--external", action="store_true", help="ask every address outside the book")
    parser.addoption("--bless", action="store_true", help="do `python -m macros bless` first")
    parser.addoption("--yes", action="store_true", help="with --bless: write without asking")


def book_of(config: pytest.Config) -> Path:
    """Return the root of the book that the promises are about."""
    root: Path = config.getoption("--book")
    return root.resolve()


def pytest_configure(config: pytest.Config) -> None:
    """Rewrite what is refuted before the promises are looked at, once for all workers."""
    share(config)
    if not config.getoption("--bless") or is_one_of_several(config):
        return
    capture = config.pluginmanager.getplugin("capturemanager")
    wish = Wish(yes=config.getoption("--yes"))
    with capture.global_and_fixture_disabled() if capture else nullcontext():
        try:
            bless(book_of(config), Options(cache=cache_of(book_of(config))), wish)
        except Trouble as trouble:
            pytest.exit(f"{trouble.message}; {trouble.help}", returncode=2)


def verified_site(config: pytest.Config) -> Site:
    """Verify the book the first time it is asked for in this process; what one process has
    measured, the next ones find in the cache."""
    if SITE not in config.stash:
        root = book_of(config)
        with turn(common_folder(config) / "verified.lock"):
            config.stash[SITE] = verify_book(root, Options(cache=cache_of(root)))
    return config.stash[SITE]


@pytest.fixture(scope="session")
def book(request: pytest.FixtureRequest) -> Path:
    return book_of(request.config)


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Site:
    return verified_site(request.config)


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """The book as `mkdocs build` builds it."""
    found = site_built(request.config, book_of(request.config))
    if isinstance(found, str):
        pytest.fail(found, pytrace=False)
    return found


@pytest.fixture
def page(request: pytest.FixtureRequest, built: BuiltSite) -> BuiltPage:
    return built.pages[request.param]


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Browser:
    """A headless Chromium, started once."""
    return browser_of(request.config)


@pytest.fixture(scope="session")
def home(built: BuiltSite) -> Iterator[str]:
    """The address of the built site on this machine."""
    with served(built.folder) as address:
        yield address


@pytest.fixture(scope="session")
def looks() -> dict[str, Look]:
    """What was seen of each page so far: one look serves several promises."""
    return {}


@pytest.fixture
def look(page: BuiltPage, browser: Browser, home: str, looks: dict[str, Look]) -> Look:
    """The page as a browser shows it."""
    if page.name not in looks:
        looks[page.name] = look_at(browser, home, page.name)
    return looks[page.name]


def skip_absent(name: str, site: Site) -> None:
    """Skip the test where an optional tool is missing, with that as its reason: never passed."""
    verdict = site.verification.verdicts[name]
    if verdict.state is State.ABSENT and verdict.missing is not None:
        pytest.skip(f"{say_absent.WORDS}: {say_absent.reason(verdict.missing)}")


def fail_with(
    findings: tuple[Finding, ...], site: Site, beside: Mapping[str, str] | None = None
) -> None:
    """Fail the test with the findings as its whole message, if there are any; `beside` are the
    texts of files outside the book, by path."""
    if findings:
        sources = {**site.report.sources, **(beside or {})}
        pytest.fail("\n" + "\n".join(render_finding(each, sources) for each in findings), False)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a promise about a claim, listing, snippet, record or page one test each, named by it."""
    if "page" in metafunc.fixturenames:
        found = site_built(metafunc.config, book_of(metafunc.config))
        pages = ["build"] if isinstance(found, str) else list(found.pages)
        metafunc.parametrize("page", pages, indirect=True)
    if not {"claim", "listing", "snippet", "record"} & set(metafunc.fixturenames):
        return
    site = verified_site(metafunc.config)
    if "claim" in metafunc.fixturenames:
        claims = site.verification.claims.claims
        metafunc.parametrize("claim", claims, ids=[str(claim.place) for claim in claims])
    if "listing" in metafunc.fixturenames:
        listings = tuple(site.verification.listings.values())
        metafunc.parametrize("listing", listings, ids=[each.name for each in listings])
    if "snippet" in metafunc.fixturenames:
        snippets = tuple(site.verification.book.snippets.values())
        metafunc.parametrize("snippet", snippets, ids=[each.place.path for each in snippets])
    if "record" in metafunc.fixturenames:
        records = site.records
        metafunc.parametrize("record", records, ids=[record.id for record in records])


def add_summary(config: pytest.Config, line: str) -> None:
    """Have a line printed below the results, whether they are good or bad."""
    config.stash.setdefault(SUMMARY, []).append(line)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the lines for the summary to the process that prints it."""
    if is_one_of_several(session.config):
        output: dict[str, object] = session.config.workeroutput  # type: ignore[attr-defined]
        output["summary"] = session.config.stash.get(SUMMARY, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take the lines of a process that has ended; one that died has none."""
    for line in getattr(node, "workeroutput", {}).get("summary", []):
        add_summary(node.config, line)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for line in config.stash.get(SUMMARY, []):
        terminalreporter.write_line(line)
