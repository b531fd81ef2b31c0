"""Sentences about the table of chapters and the list of entries."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model import Finding, Place, Trouble

_RECORD = "CONTRIBUTING.md, Sources, shows a record"


def no_table(path: str, problem: str) -> Trouble:
    return Trouble(
        f"{path}, the table of chapters, cannot be read: {problem}",
        f"git checkout {path}    or write it with the fields total and chapters",
    )


def entry_twice(path: str, line: int, entry: str) -> Finding:
    return _entry(path, line, f"the entry {entry} stands twice", "delete it in one chapter")


def entry_missing(path: str, entry: str) -> Finding:
    return _entry(
        path, 1, f"the numbering has an entry {entry}, the list has not", "add it to its chapter"
    )


def wrong_total(path: str, total: int, counted: int) -> Finding:
    return _entry(
        path,
        1,
        f"the list holds {counted} entries, its total says {total}",
        "no entry is ever dropped: put back what is missing, or correct the total",
    )


def entry_without_record(path: str, line: int, entry: str, page: str) -> Finding:
    return _entry(
        path,
        line,
        f"the entry {entry} has no record, although its chapter is written ({page})",
        f"add the record to docs/sources/; {_RECORD}",
    )


def unknown_entry(path: str, line: int, identity: str, table: str) -> Finding:
    return _entry(
        path, line, f"record {identity}: {table} lists no such entry", "correct the record's id"
    )


def other_chapter(path: str, line: int, identity: str, said: str, listed: str) -> Finding:
    return _entry(
        path,
        line,
        f"record {identity}: it says chapter {said}, its entry is listed under {listed}",
        "correct the record's chapter",
    )


def other_article(path: str, line: int, identity: str, article: int) -> Finding:
    return _entry(
        path,
        line,
        f"record {identity}: it says article {article}, its id names another",
        "correct the record's article",
    )


def other_page(path: str, line: int, number: str, listed: str, shown: str) -> Finding:
    here, there = listed or "no page", shown or "no page"
    return _entry(
        path,
        line,
        f"chapter {number} has {here} here, and {there} in the nav of mkdocs.yml",
        "name the same page in both once the chapter is written, and in neither before",
    )


def unknown_chapter(path: str, number: str, page: str) -> Finding:
    return _entry(
        path,
        1,
        f"mkdocs.yml has a chapter {number} ({page}), the table has none of that number",
        "add the chapter with its entries",
    )


def no_page(path: str, line: int, number: str, page: str) -> Finding:
    return _entry(
        path, line, f"chapter {number} has the page {page}, which does not exist", "write the page"
    )


def open_chapters(total: int, open_: Mapping[str, int]) -> str:
    """The line that names what is not settled yet: nothing is left out in silence."""
    left = sum(open_.values())
    if not left:
        return f"all {total} entries have a record"
    chapters = ", ".join(f"{number} ({count})" for number, count in open_.items())
    return (
        f"{total - left} of {total} entries have a record; {left} are open, "
        f"in chapters that are not written yet: {chapters}"
    )


def unsettled(total: int, open_: Mapping[str, int]) -> str:
    """The same for readers; nothing once all is settled."""
    left = sum(open_.values())
    if not left:
        return ""
    chapters = ", ".join(f"{number} ({count})" for number, count in open_.items())
    return (
        f"Of {total} statements {total - left} are settled. The other {left} wait for chapters "
        f"that are not written yet; by number of the chapter: {chapters}."
    )


def _entry(path: str, line: int, message: str, help: str) -> Finding:
    return Finding("entry", Place(path, line, 1, line, 1), message, notes=(f"help: {help}",))
