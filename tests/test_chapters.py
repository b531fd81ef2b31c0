"""The table of chapters, the list of entries, and the records that answer them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.chapters import (
    Table,
    describe_open,
    judge_chapter,
    judge_entry,
    judge_nav,
    judge_record,
    judge_table,
    open_entries,
    read_chapters,
    read_nav,
)
from macros.model import Finding, Trouble
from macros.report.say_chapters import open_chapters
from macros.sources import Record

TABLE = """\
total: 3
chapters:
  "5":
    page: moves.md
    entries: [S0-01, S0-03]
  "6":
    entries:
      - S0-02
"""
NAV = """\
theme: {icon: !!python/name:some.module.icon ''}
nav:
  - Start: index.md
  - Part I:
      - 5 Moves: moves.md
  - 12 times: not-a-chapter.md
"""


def table_of(folder: Path, text: str = TABLE) -> Table:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "chapters.yml").write_text(text)
    return read_chapters(docs)


def record_of(identity: str, chapter: str = "5", article: int = 0) -> Record:
    path = "docs/sources/moves.yml"
    return Record(identity, article, chapter, "It moves.", "holds", "", (), path, 7)


def said(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.place.path}:{one.place.line}: {one.message}" for one in findings]


def test_table_is_read_with_its_lines(tmp_path: Path) -> None:
    """A chapter has a number, a page once it is written, and entries."""
    table = table_of(tmp_path)
    assert [(each.number, each.page, each.entries, each.line) for each in table.chapters] == [
        ("5", "moves.md", ("S0-01", "S0-03"), 3),
        ("6", "", ("S0-02",), 6),
    ]
    assert table.total == 3
    assert judge_table(table) == ()


@pytest.mark.parametrize("text", ["", "[]", "total: 3", "chapters: {'5': 3}\ntotal: 1", "a: ["])
def test_file_that_is_no_table_is_trouble(text: str, tmp_path: Path) -> None:
    """Without the list no promise about it can be kept."""
    with pytest.raises(Trouble, match="the table of chapters, cannot be read"):
        table_of(tmp_path, text)


def test_gap_double_and_total_are_found(tmp_path: Path) -> None:
    """An entry cannot be dropped, nor counted for two chapters."""
    table = table_of(tmp_path, TABLE.replace("S0-02", "S0-03"))
    assert said(judge_table(table)) == [
        "docs/chapters.yml:6: the entry S0-03 stands twice",
        "docs/chapters.yml:1: the numbering has an entry S0-02, the list has not",
    ]
    table = table_of(tmp_path / "other", TABLE.replace("total: 3", "total: 4"))
    assert said(judge_table(table)) == [
        "docs/chapters.yml:1: the list holds 3 entries, its total says 4"
    ]


def test_entry_of_a_written_chapter_needs_a_record(tmp_path: Path) -> None:
    """The finding names the page that ought to settle it."""
    table = table_of(tmp_path)
    records = {"S0-01": record_of("S0-01")}
    assert judge_entry("S0-01", table, records) == ()
    assert said(judge_entry("S0-03", table, records)) == [
        "docs/chapters.yml:3: the entry S0-03 has no record, although its chapter is written "
        "(moves.md)"
    ]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (record_of("S0-01"), ""),
        (record_of("S9-01"), "record S9-01: docs/chapters.yml lists no such entry"),
        (
            record_of("S0-01", chapter="6"),
            "record S0-01: it says chapter 6, its entry is listed under 5",
        ),
        (record_of("S0-01", article=2), "record S0-01: it says article 2, its id names another"),
    ],
)
def test_record_agrees_with_its_entry(record: Record, message: str, tmp_path: Path) -> None:
    """No record is made up, and none is filed elsewhere."""
    expected = [f"docs/sources/moves.yml:7: {message}"] if message else []
    assert said(judge_record(record, table_of(tmp_path))) == expected


def test_navigation_and_table_name_the_same_pages(tmp_path: Path) -> None:
    """Written is what readers can reach; tags of plugins in the file are no obstacle."""
    table = table_of(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(NAV)
    nav = read_nav(tmp_path / "mkdocs.yml")
    docs = tmp_path / "docs"
    written, unwritten = table.chapters
    assert nav == {"5": "moves.md", "12": "not-a-chapter.md"}
    assert said(judge_chapter(written, table, nav, docs)) == [
        "docs/chapters.yml:3: chapter 5 has the page moves.md, which does not exist"
    ]
    (docs / "moves.md").write_text("# Moves\n")
    assert judge_chapter(written, table, nav, docs) == ()
    assert judge_chapter(unwritten, table, nav, docs) == ()
    assert said(judge_chapter(unwritten, table, {"6": "copy.md"}, docs)) == [
        "docs/chapters.yml:6: chapter 6 has no page here, and copy.md in the nav of mkdocs.yml"
    ]
    assert said(judge_nav(nav, table)) == [
        "docs/chapters.yml:1: mkdocs.yml has a chapter 12 (not-a-chapter.md), the table has none "
        "of that number"
    ]


def test_open_chapters_are_counted(tmp_path: Path) -> None:
    """Nothing is left out in silence, neither for authors nor for readers."""
    table = table_of(tmp_path)
    records = {each: record_of(each) for each in ("S0-01", "S0-03")}
    assert open_chapters(table.total, open_entries(table, records)) == (
        "2 of 3 entries have a record; 1 are open, in chapters that are not written yet: 6 (1)"
    )
    assert describe_open(tmp_path / "docs", list(records.values())) == (
        "Of 3 statements 2 are settled. The other 1 wait for chapters that are not written yet; "
        "by number of the chapter: 6 (1)."
    )
    records["S0-02"] = record_of("S0-02")
    assert open_chapters(table.total, open_entries(table, records)) == "all 3 entries have a record"
    assert describe_open(tmp_path / "docs", list(records.values())) == ""
    assert describe_open(tmp_path, []) == ""
