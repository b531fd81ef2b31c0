"""The table of chapters: number → page and entries, and what has to agree with it. Pure but for
`read_chapters`.

In: `docs/chapters.yml`, the records of sources, the `nav` of `mkdocs.yml`. Out: frozen chapters,
and a finding for each entry without a record, record without an entry, and page out of place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.model import Finding, Trouble
from macros.report import say_chapters as say
from macros.sources import Record
from macros.yaml_text import read_yaml

FILE = "chapters.yml"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One row of the table; `page` is relative to the pages' folder, empty until it is written."""

    number: str
    page: str
    entries: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """All chapters in order; `total` is how many entries there have to be."""

    path: str
    total: int
    chapters: tuple[Chapter, ...]

    @property
    def chapter_of(self) -> dict[str, Chapter]:
        """Each entry's chapter."""
        return {entry: chapter for chapter in self.chapters for entry in chapter.entries}


def read_chapters(docs: Path) -> Table:
    """Read the table. Raises Trouble where there is none, or it is no table."""
    path = docs / FILE
    shown = f"{docs.name}/{FILE}"
    try:
        text = path.read_text(encoding="utf-8-sig")
        node, table = read_yaml(text)
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise say.no_table(shown, str(error)) from error
    if not _is_table(table):
        raise say.no_table(shown, "it lacks total, chapters, or a chapter's list of entries")
    chapters = tuple(
        Chapter(str(number), str(row.get("page") or ""), tuple(map(str, row["entries"])), line)
        for (number, row), line in zip(table["chapters"].items(), _lines_of(node), strict=True)
    )
    return Table(shown, table["total"], chapters)


def _is_table(table: Any) -> bool:
    if not isinstance(table, dict) or not isinstance(table.get("total"), int):
        return False
    chapters = table.get("chapters")
    return isinstance(chapters, dict) and all(
        isinstance(row, dict) and isinstance(row.get("entries"), list) for row in chapters.values()
    )


def _lines_of(node: Any) -> list[int]:
    """The line of each chapter's number."""
    (chapters,) = (value for key, value in node.value if key.value == "chapters")
    return [key.start_mark.line + 1 for key, _ in chapters.value]


def judge_table(table: Table) -> tuple[Finding, ...]:
    """Say which entries stand twice, which numbers are missing, and whether the sum is right."""
    entries = [entry for chapter in table.chapters for entry in chapter.entries]
    findings = [
        say.entry_twice(table.path, chapter.line, entry)
        for entry, times in Counter(entries).items()
        if times > 1
        for chapter in (table.chapter_of[entry],)
    ]
    findings += [say.entry_missing(table.path, entry) for entry in _gaps(entries)]
    if len(entries) != table.total:
        findings.append(say.wrong_total(table.path, table.total, len(entries)))
    return tuple(findings)


def _gaps(entries: Sequence[str]) -> Iterator[str]:
    """The entries that the numbering has and the list has not: `S0-03` between S0-02 and S0-04."""
    numbers: dict[str, set[str]] = {}
    for entry in entries:
        found = re.fullmatch(r"(?P<group>.*?)(?P<number>\d+)", entry)
        if found:
            numbers.setdefault(found["group"], set()).add(found["number"])
    for group, present in numbers.items():
        width = max(map(len, present))
        last = max(map(int, present))
        yield from (
            f"{group}{number:0{width}}"
            for number in range(1, last + 1)
            if f"{number:0{width}}" not in present
        )


def judge_entry(entry: str, table: Table, records: Mapping[str, Record]) -> tuple[Finding, ...]:
    """Say whether an entry of a written chapter has no record."""
    chapter = table.chapter_of[entry]
    if entry in records:
        return ()
    return (say.entry_without_record(table.path, chapter.line, entry, chapter.page),)


def judge_record(record: Record, table: Table) -> tuple[Finding, ...]:
    """Say whether a record is of no entry, or names another chapter or article than its entry."""
    chapter = table.chapter_of.get(record.id)
    if chapter is None:
        return (say.unknown_entry(record.path, record.line, record.id, table.path),)
    findings = []
    if record.chapter != chapter.number:
        place = (record.path, record.line, record.id)
        findings.append(say.other_chapter(*place, record.chapter, chapter.number))
    if not record.id.startswith(f"S{record.article}-"):
        findings.append(say.other_article(record.path, record.line, record.id, record.article))
    return tuple(findings)


def read_nav(config: Path) -> dict[str, str]:
    """Read the numbered pages of a `mkdocs.yml`: chapter number → page, as its `nav` has them.

    The file is not loaded but only composed, so that tags of any plugin are no obstacle.
    """
    try:
        node: Any = yaml.compose(config.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise Trouble(f"{config.name} cannot be read: {error}") from error
    nav = next((value for key, value in node.value if key.value == "nav"), None)
    titles = _titles_in(nav) if nav is not None else ()
    numbered = ((re.match(r"\d+(?= )", title), page) for title, page in titles)
    return {number[0]: page for number, page in numbered if number}


def _titles_in(node: yaml.Node) -> Iterator[tuple[str, str]]:
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _titles_in(child)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode):
                yield key.value, value.value
            else:
                yield from _titles_in(value)


def judge_chapter(
    chapter: Chapter, table: Table, nav: Mapping[str, str], docs: Path
) -> tuple[Finding, ...]:
    """Say whether the navigation has the chapter elsewhere, or its page does not exist."""
    shown = nav.get(chapter.number, "")
    if shown != chapter.page:
        return (say.other_page(table.path, chapter.line, chapter.number, chapter.page, shown),)
    if chapter.page and not (docs / chapter.page).is_file():
        return (say.no_page(table.path, chapter.line, chapter.number, chapter.page),)
    return ()


def judge_nav(nav: Mapping[str, str], table: Table) -> tuple[Finding, ...]:
    """Say which numbered pages are of no chapter of the table."""
    known = {chapter.number for chapter in table.chapters}
    return tuple(
        say.unknown_chapter(table.path, number, page)
        for number, page in nav.items()
        if number not in known
    )


def describe_open(docs: Path, records: Sequence[Record]) -> str:
    """Say to readers how many statements are settled, and which chapters' are not yet; nothing for
    a book without a table of chapters."""
    if not (docs / FILE).is_file():
        return ""
    table = read_chapters(docs)
    known = {record.id: record for record in records}
    return say.unsettled(table.total, open_entries(table, known))


def open_entries(table: Table, records: Mapping[str, Record]) -> dict[str, int]:
    """How many entries of each chapter, by number, have no record yet; chapters with none left
    out."""
    counts = {
        chapter.number: sum(entry not in records for entry in chapter.entries)
        for chapter in table.chapters
    }
    return {number: count for number, count in counts.items() if count}
