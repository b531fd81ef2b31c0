"""A few orders of the record, measured again for some milliseconds: do they still stand so?

Only rows that lie far apart in the record are tried, each by the quickest of a few runs: a busy
machine makes runs slower, but it does not turn what is many times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.model import Claim, Finding, Listing, Toolchain
from macros.report import say_timings
from macros.rust.timed import build_timed, run_timed
from macros.timing_words import read_statement
from macros.timings import TimedRow, TimingRecord

FAR_APART: Final = 5
"""How many times as long the slower row takes in the record, at least."""
MOST: Final = 6
RUNS: Final = 5
NANOSECONDS: Final = 2e6
"""How long one run takes, about."""


@dataclass(frozen=True, slots=True)
class Order:
    """Two rows of the record that a claim compares."""

    faster: TimedRow
    slower: TimedRow

    @property
    def factor(self) -> float:
        return self.slower.median / self.faster.median


def far_orders(record: TimingRecord, claims: Iterable[Claim]) -> tuple[Order, ...]:
    """The orders that claims state and that lie far apart, each program in few of them."""
    found: dict[tuple[str, str], Order] = {}
    for claim in claims:
        statement = read_statement(claim.subject) if claim.kind == "timing" else None
        if statement is None or not set(statement.rows) <= set(record.rows):
            continue
        one, other = (record.rows[name] for name in statement.rows)
        faster, slower = sorted((one, other), key=lambda row: row.median)
        order = Order(faster, slower)
        if order.factor >= FAR_APART:
            found.setdefault((faster.program, slower.program), order)
    return tuple(sorted(found.values(), key=lambda one: one.factor))[-MOST:]


def measure_again(
    orders: Iterable[Order], listings: Mapping[str, Listing], toolchain: Toolchain, folder: Path
) -> Iterator[Finding]:
    """A finding for each order that is another one now. Raises Trouble as `build_timed` does."""
    programs: dict[str, Path] = {}
    for order in orders:
        for row in (order.faster, order.slower):
            if row.program not in programs:
                programs[row.program] = build_timed(listings[row.program], toolchain, folder)
        runs = [
            tuple(_run(programs[row.program], row) for row in (order.faster, order.slower))
            for _ in range(RUNS)
        ]
        faster, slower = (min(times) for times in zip(*runs, strict=True))
        if faster >= slower:
            factor = faster / slower
            yield say_timings.other_order_now(order.faster.name, order.slower.name, factor)


def _run(program: Path, row: TimedRow) -> float:
    """Seconds of one call."""
    loops = max(1, round(NANOSECONDS / row.median))
    return run_timed(program, row.name, loops) / loops
