"""Promise: no slip of the pen stands in the book: typos finds none, and a dictionary of English
knows every word, but for those of the field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from checks.conftest import BOOK, book_of, fail_with
from checks.spelling import (
    OWN_WORDS,
    Word,
    find_left_over,
    find_slips,
    find_unknown,
    read_own_words,
    words_of_page,
    words_of_rust,
)
from checks.test_style_is_kept import read_pages_beside
from macros.model import Finding
from macros.render.site import Site

CONFIG = BOOK / "_typos.toml"
SPELT = ("docs/**/*.md", "docs/sources/*.yml", "snippets/**/*.rs", "macros/report/*.py", "*.md")
"""What readers see: pages, records, programs, and the sentences of findings."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a file, named by its path."""
    root = book_of(metafunc.config)
    if "spelt" in metafunc.fixturenames:
        files = {path for pattern in SPELT for path in root.glob(pattern)}
        metafunc.parametrize("spelt", sorted(path.relative_to(root).as_posix() for path in files))


def read_words(site: Site, root: Path) -> dict[str, tuple[Word, ...]]:
    """Return the words of each page, snippet and page beside the book."""
    book = site.verification.book
    pages = (*book.pages.values(), *read_pages_beside(root))
    rust = [each.place.path for each in book.snippets.values()]
    return {page.path: tuple(words_of_page(page)) for page in pages} | {
        path: tuple(words_of_rust(path, book.sources[path])) for path in rust
    }


@pytest.fixture(scope="module")
def slips(book: Path) -> Mapping[str, Sequence[Finding]]:
    files = sorted({path for pattern in SPELT for path in book.glob(pattern)})
    return find_slips(files, book, CONFIG)


@pytest.fixture(scope="module")
def words(site: Site, book: Path) -> Mapping[str, tuple[Word, ...]]:
    return read_words(site, book)


def test_spelling_of(
    spelt: str,
    slips: Mapping[str, Sequence[Finding]],
    words: Mapping[str, tuple[Word, ...]],
    site: Site,
    book: Path,
) -> None:
    """No slip, no American spelling, no word that neither a dictionary nor the field has."""
    found = (*slips.get(spelt, ()), *find_unknown(words.get(spelt, ()), read_own_words()))
    fail_with(found, site, {spelt: (book / spelt).read_text("utf-8")})


def test_the_list_of_own_words_is_no_longer_than_needed(
    words: Mapping[str, tuple[Word, ...]], site: Site, book: Path
) -> None:
    """Each is used in this book, and stands in no dictionary."""
    if book != BOOK:
        pytest.skip("the list belongs to another book")
    path = OWN_WORDS.relative_to(BOOK).as_posix()
    used = [word for each in words.values() for word in each]
    beside = {path: OWN_WORDS.read_text("utf-8")}
    fail_with(find_left_over(used, read_own_words(), path), site, beside)
