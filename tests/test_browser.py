"""The built site in a real browser: nothing from elsewhere, no error, readable, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import complaints_of, opened_page, served

DESKTOP = 1280
MOST_TABS = 400
HEAD = '<!doctype html><html lang="en"><title>a page</title><link rel="icon" href="data:,">'


@pytest.fixture(scope="module")
def home(built_site: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(built_site) as address:
        yield address


def test_every_page_is_readable_and_loads_nothing_from_elsewhere(
    built_site: Path, home: str, browser: Browser
) -> None:
    """On a phone, light and dark, no page asks a foreign host, errs, or scrolls sideways."""
    pages = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    complaints = [each for page in pages for each in complaints_of(browser, home, page)]
    assert {"index.html", "evidence.html"} <= set(pages)
    assert complaints == []


def test_search_finds_a_word_of_the_book(home: str, browser: Browser) -> None:
    """A search typed by keyboard lists pages, without a request to another host."""
    complaints: list[str] = []
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "index.html", wait_until="networkidle")
        page.keyboard.press("/")
        page.keyboard.type("alignment")
        page.wait_for_selector(".md-search-result__link[href*='sizes.html']")
    assert complaints == []


def test_a_claim_is_reached_and_followed_by_keyboard(home: str, browser: Browser) -> None:
    """Tab reaches a claim, its title says what was measured, Enter leads to its own row."""
    complaints: list[str] = []
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "index.html", wait_until="networkidle")
        tab_to(page, "a.claim")
        wanted = page.evaluate("document.activeElement.hash")
        title = page.evaluate("document.activeElement.title")
        assert page.evaluate("document.activeElement.matches(':focus-visible')")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{home}evidence.html{wanted}")
        assert page.evaluate("document.querySelector('section.evidence:target').id") == wanted[1:]
        assert title.startswith("holds: ")
    assert complaints == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element that `selector` names has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{MOST_TABS} presses of Tab did not reach {selector}")


def test_evidence_can_be_filtered(home: str, browser: Browser) -> None:
    """Words typed into the filter hide the rows without them, and the rest is counted."""
    complaints: list[str] = []
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "evidence.html", wait_until="networkidle")
        rows = page.locator("section.evidence")
        page.fill("#evidence-filter", "no row holds these words")
        assert rows.filter(visible=True).count() == 0
        assert page.inner_text("#evidence-count") == f"0 of {rows.count()} claims"
    assert complaints == []


BAD_PAGES = {
    '<img src="https://fonts.example/a.png" alt="">': "asks a foreign host: https://fonts.example/a.png",
    '<script>console.error("lost")</script>': "console error: lost",
    "<script>throw new Error('broken')</script>": "script error: broken",
    '<img src="missing.png" alt="">': "404: {home}missing.png",
    '<div style="width: 500px">wide</div>': "scrolls sideways: 500 px in a window of 360 px",
    '<p style="color: #999">faint</p>': "light: contrast 2.85:1 of 'faint'",
}


@pytest.mark.parametrize(("body", "complaint"), BAD_PAGES.items())
def test_a_bad_page_is_caught(body: str, complaint: str, tmp_path: Path, browser: Browser) -> None:
    """Each complaint can really be raised, also where the page hides its own overflow."""
    style = "<style>html { overflow-x: hidden } body { margin: 0 }</style>"
    head = (
        f'<!doctype html><html lang="en"><title>bad</title><link rel="icon" href="data:,">{style}'
    )
    (tmp_path / "bad.html").write_text(head + body, encoding="utf-8")
    with served(tmp_path) as home:
        found = complaints_of(browser, home, "bad.html")
        assert f"bad.html: {complaint.format(home=home)}" in found


def test_a_good_page_raises_no_complaint(tmp_path: Path, browser: Browser) -> None:
    """A plain page passes, so that the complaints above come from what is bad in them."""
    (tmp_path / "good.html").write_text(HEAD + "<p>Good", encoding="utf-8")
    with served(tmp_path) as home:
        assert complaints_of(browser, home, "good.html") == []
