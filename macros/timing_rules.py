"""What a record of timings has to be so that anything can be argued from it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from macros.model import Finding, Listing, Toolchain
from macros.report import say_timings as say
from macros.timed_program import rows_of, stale_rows, timed_listings
from macros.timings import EMPTY, TimedRow, TimingRecord

RULES: Final = ("age", "compiler", "programs", "use", "samples", "empty loop")
"""What a record may break; each fault belongs to one of them."""
MOST_DAYS: Final = 400
"""A year, and a month in which to notice."""
MOST_VERSIONS: Final = 4
"""Minor versions of rustc, half a year: long enough that a record is good under the nightly of the
day on which it was made, short enough that a changed code generator is not overlooked."""
LEAST_SAMPLES: Final = 20
WIDEST: Final = 0.25
"""The largest median deviation, as a share of the median."""
BELOW_NOTHING: Final = 0.9
"""A row that takes less than this share of the empty loop, and never as long as that, is not what
it says."""
_MINOR: Final = re.compile(r"1\.(\d+)\.")


def find_faults(
    record: TimingRecord,
    listings: Mapping[str, Listing],
    used: Collection[str],
    toolchain: Toolchain | None,
    today: date,
) -> Iterator[tuple[str, Finding]]:
    """Everything that is wrong with a record, each with the rule that it breaks.

    `today` is in UTC, `used` are the rows that pages name.
    """
    release = toolchain.release if toolchain else ""
    rows = record.rows.values()
    found = {
        "age": _of_age(record, today),
        "compiler": _of_compiler(record, release),
        "programs": _of_programs(record, listings),
        "use": (say.unused_row(one.name) for one in rows if one.name not in (*used, EMPTY)),
        "samples": (fault for row in rows for fault in faults_of_row(row)),
        "empty loop": faults_of_empty(record),
    }
    yield from ((rule, fault) for rule in RULES for fault in found[rule])


def faults_of_day(record: TimingRecord, today: date) -> Iterator[Finding]:
    """Nothing was measured on a day that is still to come."""
    if date.fromisoformat(record.date) > today:
        yield say.from_the_future(record.date, today.isoformat())


def _of_age(record: TimingRecord, today: date) -> Iterator[Finding]:
    yield from faults_of_day(record, today)
    days = (today - date.fromisoformat(record.date)).days
    if days > MOST_DAYS:
        yield say.too_old(record.date, days, MOST_DAYS)


def _of_compiler(record: TimingRecord, release: str) -> Iterator[Finding]:
    """A compiler that is older than the record's says nothing against it."""
    recorded, used = (_MINOR.match(one) for one in (record.release, release))
    if recorded is None or (used and int(used[1]) - int(recorded[1]) > MOST_VERSIONS):
        yield say.older_compiler(record.release, release, MOST_VERSIONS)


def _of_programs(record: TimingRecord, listings: Mapping[str, Listing]) -> Iterator[Finding]:
    """Programs that changed, rows that are wanted and missing, names that two programs use."""
    for name in stale_rows(record, listings):
        yield say.changed_program(name, record.rows[name].program)
    timed = timed_listings(listings)
    for name, listing in rows_of(timed).items():
        if name not in record.rows:
            yield say.without_row(name, listing.name)
        programs = [each.name for each in timed if name in each.directives.timed]
        if len(programs) > 1:
            yield say.row_in_two(name, programs)


def faults_of_row(row: TimedRow) -> Iterator[Finding]:
    """Times that cannot be, samples that are too few or lie too far apart."""
    if not (0 < row.p5 <= row.median <= row.p95 and row.mad >= 0 and row.loops > 0):
        yield say.not_positive(row.name)
    elif row.mad > WIDEST * row.median:
        yield say.wide_spread(row, WIDEST)
    if row.samples < LEAST_SAMPLES:
        yield say.few_samples(row.name, row.samples, LEAST_SAMPLES)


def faults_of_empty(record: TimingRecord) -> Iterator[Finding]:
    """The loop that does nothing is the cheapest of all, as far as the samples can tell."""
    empty = record.rows.get(EMPTY)
    if empty is None:
        yield say.no_empty_row(EMPTY)
        return
    for row in record.rows.values():
        if row.median < empty.median * BELOW_NOTHING and row.p95 < empty.p5:
            yield say.empty_not_cheapest(empty, row)
