"""Calls of `timings` → tables of rows of the record, and the record of the book itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.book import Book
from macros.claims import argument_of
from macros.kinds.arguments import part_of
from macros.model import Argument, Call, Claim, Finding
from macros.report import say_timings
from macros.text import nearest
from macros.timed_program import stale_rows
from macros.timing_words import read_statement
from macros.timings import TimingRecord, Timings

MACRO: Final = "timings"
BETWEEN: Final = "|"


@dataclass(frozen=True, slots=True)
class TimingTable:
    """A table on a page, and the names of its rows in order."""

    call: Call
    rows: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class TimingTables:
    """The tables of a book by place of their call, what is wrong with others, and the record."""

    timings: Timings
    by_call: Mapping[tuple[str, int], TimingTable]
    findings: tuple[Finding, ...]

    @property
    def record(self) -> TimingRecord | None:
        return self.timings.record

    def used_rows(self, claims: tuple[Claim, ...]) -> frozenset[str]:
        """The rows that tables show and claims compare."""
        shown = {row for table in self.by_call.values() for row in table.rows}
        stated = (read_statement(each.subject) for each in claims if each.kind == "timing")
        return frozenset((*shown, *(row for one in stated if one for row in one.rows)))


NO_TIMINGS: Final = TimingTables(Timings(), MappingProxyType({}), ())


def collect_timings(book: Book) -> TimingTables:
    """Read every call that shows timings, and hold the record against the book's programs."""
    record = book.timings
    stale = frozenset(stale_rows(record, book.snippets)) if record else frozenset()
    timings = Timings(record, stale)
    tables: dict[tuple[str, int], TimingTable] = {}
    findings: list[Finding] = []
    for page in book.pages.values():
        for call in page.calls:
            if call.macro != MACRO:
                continue
            wrong = tuple(_mistakes(call, timings))
            findings += wrong
            if not wrong:
                rows = tuple(row for row, _, _ in _rows(_written(call)))
                title = str(argument_of(call, "title", None, ""))
                tables[(call.place.path, call.start)] = TimingTable(call, rows, title)
    return TimingTables(timings, tables, tuple(findings))


def _mistakes(call: Call, timings: Timings) -> Iterator[Finding]:
    if timings.record is None:
        yield say_timings.table_without_record(call)
        return
    written = _written(call)
    for row, start, end in _rows(written):
        mark = part_of(written.place, str(written.value), start, end)
        if not row:
            yield say_timings.empty_row(call, mark)
        elif row not in timings.record.rows:
            near = nearest(row, timings.record.rows)
            yield say_timings.unknown_row(call.place, mark, row, near)
        elif row in timings.stale:
            yield say_timings.stale_row(call.place, mark, row)


def _written(call: Call) -> Argument:
    """The argument that names the rows; without one the scan has a finding of its own."""
    named = next((argument for key, argument in call.named if key == "rows"), None)
    return call.arguments[0] if call.arguments else named or Argument("", call.place)


def _rows(argument: Argument) -> Iterator[tuple[str, int, int]]:
    """Each name, and where it stands in the argument."""
    at = 0
    for part in str(argument.value).split(BETWEEN):
        row = part.strip()
        start = at + len(part) - len(part.lstrip()) if row else at
        yield row, start, start + len(row or part)
        at += len(part) + len(BETWEEN)
