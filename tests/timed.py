"""A record of timings, and a tiny book that keeps one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from macros.model import Finding, Listing
from macros.snippets import parse_snippet
from macros.timed_program import hash_of, timed_listings
from macros.timing_text import write_record
from macros.timings import TimedRow, TimingRecord

SETTING = "Some processor, rustc 1.95.0 -O, 2026-05-01"
PLACES = """\
//! An array and a vector.
//@ timed: nothing, array, vec
use std::hint::black_box;

pub fn nothing() {}

pub fn array() {
    black_box([7_u8; 8]);
}

pub fn vec() {
    black_box(vec![7_u64; 1_000]);
}
"""
PAGE = """\
# Costs

A vector takes {{ claim("more than twice", timing="vec / array >= 2", id="vec") }} as long.

{{ timings("array | vec", title="Two places") }}

{{ snippet("places") }}
"""


def row(name: str, median: float, program: str = "places", sha256: str = "0") -> TimedRow:
    """A row with a spread of about a tenth."""
    return TimedRow(
        name, program, sha256, median, median / 50, *_spread(median), samples=30, loops=1000
    )


def _spread(median: float) -> tuple[float, float]:
    return round(median * 0.96, 1), round(median * 1.05 + 0.0499, 1)


RECORD = TimingRecord(
    date="2026-05-01",
    cpu="Some processor",
    kernel="Linux 6.12.1",
    rustc="rustc 1.95.0 (59807616e 2026-04-14)",
    target="x86_64-unknown-linux-gnu",
    flags="-O",
    method="pyperf 2.10.0",
    rows={
        one.name: one
        for one in (
            row("array", 10.0),
            row("vec", 50.0),
            row("rc", 5.0),
            replace(row("arc", 20.0), p5=19.0),
            row("near", 7.0),
        )
    },
)


def lines_of(findings: Iterable[Finding]) -> list[str]:
    """The message of each finding behind its code, and its notes, a line each."""
    return [line for one in findings for line in (f"{one.code}: {one.message}", *one.notes)]


def listing_of_places(source: str = PLACES) -> Listing:
    listing, findings = parse_snippet("places", "snippets/places.rs", source)
    assert findings == ()
    return listing


def record_of_places(rustc: str, source: str = PLACES) -> TimingRecord:
    """A record of today for the program, with plausible times."""
    (listing,) = timed_listings({"places": listing_of_places(source)})
    sha256 = hash_of(listing)
    medians = {"nothing": 1.0, "array": 2.0, "vec": 40.0}
    rows = {name: row(name, median, "places", sha256) for name, median in medians.items()}
    today = datetime.now(UTC).date().isoformat()
    return replace(RECORD, date=today, rustc=rustc, rows=rows)


def write_timed_book(root: Path, record: TimingRecord, page: str = PAGE) -> Path:
    """A book with one page, one timed snippet and its record."""
    for name, text in {
        "docs/page.md": page,
        "snippets/places.rs": PLACES,
        "docs/timings.json": write_record(record),
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root
