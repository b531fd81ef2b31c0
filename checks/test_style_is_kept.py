"""Promise: every page is written as CONTRIBUTING's guide of style says, as far as a program can
tell: its sentences, the names in its programs, the parts of a chapter, the words it explains."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.anatomy import judge_anatomy
from checks.building import BuiltSite
from checks.conftest import book_of, fail_with, verified_site
from checks.names import find_placeholders
from checks.prose import judge_sentences
from checks.terms import find_unlinked, find_unlisted
from macros.chapters import read_chapters
from macros.glossary import PAGE as GLOSSARY
from macros.glossary import Term, parse_glossary
from macros.model import Listing, Page
from macros.render.appendices import UNLINKED
from macros.render.site import Site

BESIDE = ("README.md", "CONTRIBUTING.md")
"""Pages outside the site that keep the rules of sentences."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a page or chapter, named by its file."""
    root = book_of(metafunc.config)
    if "written" in metafunc.fixturenames:
        pages = verified_site(metafunc.config).verification.book.pages.values()
        written = [*pages, *read_pages_beside(root)]
        metafunc.parametrize("written", written, ids=[page.path for page in written])
    if "source_path" in metafunc.fixturenames:
        paths = verified_site(metafunc.config).verification.book.pages
        metafunc.parametrize("source_path", [path for path in paths if path not in UNLINKED])
    if "chapter_path" in metafunc.fixturenames:
        metafunc.parametrize("chapter_path", chapters_of(root))


def read_pages_beside(root: Path) -> tuple[Page, ...]:
    """Return what the repository has in Markdown besides its book."""
    paths = [root / name for name in BESIDE]
    return tuple(Page(path.name, path.read_text("utf-8")) for path in paths if path.is_file())


def chapters_of(root: Path) -> tuple[str, ...]:
    """Return the pages that answer statements; the page of myths is made from the others."""
    table = read_chapters(root / "docs")
    return tuple(f"docs/{each.page}" for each in table.chapters if each.page and each.entries)


@pytest.fixture(scope="module")
def terms(site: Site) -> tuple[Term, ...]:
    page = site.verification.book.pages.get(GLOSSARY)
    return parse_glossary(page.text) if page else ()


def test_sentences_of_page(written: Page, site: Site) -> None:
    """One on a line, whole, and not too long."""
    fail_with(judge_sentences(written), site, {written.path: written.text})


def test_names_in_page(written: Page, site: Site) -> None:
    """The programs that stand in it speak of real things."""
    spans = [(fence.start, fence.end) for fence in written.fences]
    found = [one for span in spans for one in find_placeholders(written.path, written.text, *span)]
    fail_with(tuple(found), site)


def test_names_in_snippet(snippet: Listing, site: Site) -> None:
    """No more than those in a page."""
    path = snippet.place.path
    text = site.verification.book.sources[path]
    fail_with(find_placeholders(path, text, 0, len(text)), site)


def test_parts_of_chapter(chapter_path: str, site: Site) -> None:
    """An answer with its numbers, two questions, a way on."""
    fail_with(judge_anatomy(site.verification.book.pages[chapter_path]), site)


def test_words_of_chapter(chapter_path: str, site: Site, terms: tuple[Term, ...]) -> None:
    """What it explains in bold is in the glossary."""
    fail_with(find_unlisted(site.verification.book.pages[chapter_path], terms), site)


def test_terms_of_page_are_linked(
    source_path: str, site: Site, built: BuiltSite, terms: tuple[Term, ...]
) -> None:
    """Whoever meets a word of the field can follow it."""
    page = built.page_of(source_path)
    assert page is not None
    fail_with(find_unlinked(page, terms), site)
