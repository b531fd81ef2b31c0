"""Promise: every entry of the articles whose chapter is written has a record, and every record
is of an entry. Chapters that are not written yet are named, with how many entries they leave open.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from checks.conftest import add_summary, book_of, fail_with
from macros.chapters import (
    Chapter,
    Table,
    judge_chapter,
    judge_entry,
    judge_nav,
    judge_record,
    judge_table,
    open_entries,
    read_chapters,
    read_nav,
)
from macros.render.site import Site
from macros.report.say_chapters import open_chapters
from macros.sources import Record


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a chapter, and one an entry of a chapter that is written."""
    table = read_chapters(book_of(metafunc.config) / "docs")
    if "chapter" in metafunc.fixturenames:
        ids = [f"chapter {chapter.number}" for chapter in table.chapters]
        metafunc.parametrize("chapter", table.chapters, ids=ids)
    if "entry" in metafunc.fixturenames:
        written = [each for chapter in table.chapters if chapter.page for each in chapter.entries]
        metafunc.parametrize("entry", written)


@pytest.fixture(scope="session")
def table(book: Path) -> Table:
    return read_chapters(book / "docs")


@pytest.fixture(scope="session")
def nav(book: Path) -> Mapping[str, str]:
    return read_nav(book / "mkdocs.yml")


@pytest.fixture(scope="session")
def records(site: Site) -> Mapping[str, Record]:
    return {record.id: record for record in site.records}


def test_entry_has_a_record(
    entry: str, table: Table, records: Mapping[str, Record], site: Site
) -> None:
    """What an article states about a written chapter is answered."""
    fail_with(judge_entry(entry, table, records), site)


def test_record_is_of_an_entry(record: Record, table: Table, site: Site) -> None:
    """No record is made up, and each names its entry's chapter and article."""
    fail_with(judge_record(record, table), site)


def test_chapter_is_in_the_navigation(
    chapter: Chapter, table: Table, nav: Mapping[str, str], site: Site, book: Path
) -> None:
    """A chapter counts as written exactly when readers can go there."""
    fail_with(judge_chapter(chapter, table, nav, book / "docs"), site)


def test_no_entry_is_lost(
    table: Table, records: Mapping[str, Record], site: Site, request: pytest.FixtureRequest
) -> None:
    """The list has no gap and no double, and as many entries as it says."""
    open_ = open_entries(table, records)
    add_summary(request.config, f"sources: {open_chapters(table.total, open_)}")
    fail_with(judge_table(table), site)


def test_no_chapter_escapes_the_table(table: Table, nav: Mapping[str, str], site: Site) -> None:
    """A numbered page that the table does not know would escape the promises above."""
    fail_with(judge_nav(nav, table), site)
