"""The built site in a real browser: nothing from elsewhere, no error, readable, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from checks.browsing import opened_page, served

DESKTOP = 1280
MOST_TABS = 400


@pytest.fixture(scope="module")
def home(built_site: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(built_site) as address:
        yield address


def test_search_finds_a_word_of_the_book(home: str, browser: Browser) -> None:
    """A search typed by keyboard lists pages, without a request to another host."""
    complaints: list[str] = []
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "index.html", wait_until="networkidle")
        page.keyboard.press("/")
        page.keyboard.type("alignment")
        page.wait_for_selector(".md-search-result__link[href*='sizes.html']")
    assert complaints == []


def test_search_works_on_a_page_from_disk(built_site: Path, browser: Browser) -> None:
    """Opened as a file, the site shows its search field, and finds a word."""
    complaints: list[str] = []
    home = built_site.as_uri() + "/"
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "index.html", wait_until="networkidle")
        page.click(".md-search__input")
        page.keyboard.type("alignment")
        page.wait_for_selector(".md-search-result__link[href*='sizes.html']")
    assert complaints == []


def test_a_wide_table_is_scrolled_by_keyboard(home: str, browser: Browser) -> None:
    """On a phone the table of sources takes the focus, and an arrow key moves it."""
    with opened_page(browser, home, []) as page:
        page.goto(home + "sources.html", wait_until="networkidle")
        page.locator(".wide").first.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_a_claim_is_reached_and_followed_by_keyboard(home: str, browser: Browser) -> None:
    """Tab reaches a claim, a tip says what was measured, Enter leads to its own row."""
    complaints: list[str] = []
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "index.html", wait_until="networkidle")
        tab_to(page, "a.claim")
        wanted = page.evaluate("document.activeElement.hash")
        there = page.evaluate("document.activeElement.href")
        tip = page.locator("[role=tooltip]", has_text="holds: ").inner_text()
        assert page.evaluate("document.activeElement.matches(':focus-visible')")
        page.keyboard.press("Enter")
        page.wait_for_url(there)
        assert there == f"{home}evidence/index-page.html{wanted}"
        assert page.evaluate("document.querySelector('section.evidence:target').id") == wanted[1:]
        assert tip.startswith("holds: ")
    assert complaints == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element that `selector` names has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{MOST_TABS} presses of Tab did not reach {selector}")


def test_evidence_of_a_page_can_be_filtered(home: str, browser: Browser) -> None:
    """Words typed into the filter hide the rows without them, and the rest is counted."""
    complaints: list[str] = []
    with opened_page(browser, home, complaints, width=DESKTOP) as page:
        page.goto(home + "evidence/sizes.html", wait_until="networkidle")
        rows = page.locator("section.evidence")
        page.fill("#evidence-filter", "no row holds these words")
        assert rows.filter(visible=True).count() == 0
        assert page.inner_text("#evidence-count") == f"0 of {rows.count()} rows"
    assert complaints == []


@pytest.mark.parametrize("from_disk", [False, True])
def test_all_evidence_can_be_filtered(
    from_disk: bool, home: str, built_site: Path, browser: Browser
) -> None:
    """The words are looked for in the rows of every page, also those of a program; the rows with
    them are linked below the names of their pages."""
    complaints: list[str] = []
    start = built_site.as_uri() + "/" if from_disk else home
    with opened_page(browser, start, complaints, width=DESKTOP) as page:
        page.goto(start + "evidence.html", wait_until="networkidle")
        page.fill("#evidence-filter", "  size_of::<String>() ")
        page.wait_for_selector("#evidence-found li a")
        shown = page.locator("#evidence-found li").count()
        assert page.inner_text("#evidence-count").startswith(f"{shown} of ")
        assert page.locator("#evidence-found h2").count() > 1
        page.locator("#evidence-found li a").first.click()
        page.wait_for_selector("section.evidence:target")
    assert complaints == []


def test_an_old_address_of_a_row_leads_to_it(home: str, browser: Browser) -> None:
    """All rows stood on one page once."""
    with opened_page(browser, home, [], width=DESKTOP) as page:
        page.goto(home + "evidence/copy.html", wait_until="load")
        row = page.locator("section.evidence").first.get_attribute("id")
        page.goto(home + f"evidence.html#{row}")
        page.wait_for_url(f"{home}evidence/copy.html#{row}")
