"""What pyperf measured → the record. Pure but for reading pyperf's own file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pyperf

from macros.model import Listing, Toolchain
from macros.timed_program import hash_of
from macros.timings import FLAGS, TimedRow, TimingRecord
from tests.timings.machine import cpu_model, kernel

NANOSECONDS = 1e9
DIGITS = 5


def rows_in(suite: pyperf.BenchmarkSuite, rows: Mapping[str, Listing]) -> dict[str, TimedRow]:
    """The rows of a suite whose benchmarks are named by them."""
    return {row: row_of(suite.get_benchmark(row), listing) for row, listing in rows.items()}


def record_of(rows: Mapping[str, TimedRow], toolchain: Toolchain, today: date) -> TimingRecord:
    """The record of rows that were measured here and today."""
    return TimingRecord(
        date=today.isoformat(),
        cpu=cpu_model(),
        kernel=kernel(),
        rustc=toolchain.identity.splitlines()[0],
        target=toolchain.host,
        flags=" ".join(FLAGS),
        method=f"pyperf {pyperf.__version__}",
        rows=MappingProxyType(dict(rows)),
    )


def row_of(bench: pyperf.Benchmark, listing: Listing) -> TimedRow:
    """The medians and spreads of one benchmark, in nanoseconds a call."""
    return TimedRow(
        name=bench.get_name(),
        program=listing.name,
        sha256=hash_of(listing),
        median=_ns(bench.median()),
        mad=_ns(bench.median_abs_dev()),
        p5=_ns(bench.percentile(5)),
        p95=_ns(bench.percentile(95)),
        samples=bench.get_nvalue(),
        loops=round(bench.get_loops()),
    )


def _ns(seconds: float) -> float:
    """Nanoseconds, with as many digits as mean something."""
    return float(f"{seconds * NANOSECONDS:.{DIGITS}g}")


def read_suite(path: Path) -> pyperf.BenchmarkSuite:
    return pyperf.BenchmarkSuite.load(str(path))
