"""`python -m tests.timings`: build the timed programs, time every row, write the record.

Exit code 1 where the samples lie too far apart to say anything, because the machine is busy; 2
where something could not be measured. The record is then left as it was.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from macros.book import read_book
from macros.model import Finding, Listing, Toolchain, Trouble
from macros.report.text import render_report
from macros.rust.timed import build_timed
from macros.rust.toolchain import find_toolchain
from macros.timed_program import rows_of, timed_listings
from macros.timing_rules import faults_of_empty, faults_of_row
from macros.timing_text import write_record
from macros.timings import RECORD, TimedRow, TimingRecord
from tests.timings.measured import read_suite, record_of, rows_in
from tests.timings.rows import MODULE

ROUNDS = 3
"""How often all rows are timed: whatever keeps the machine busy for a while meets all of them."""
MORE_TRIES = 3
"""How often rows that were disturbed are timed again."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.timings", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--rustc", default="rustc")
    chosen = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        record = measure(chosen.root, find_toolchain(chosen.rustc))
    except Trouble as trouble:
        print(f"error[tool]: {trouble.message}\n   = help: {trouble.help}", file=sys.stderr)
        return 2
    took = f"{len(record.rows)} rows in {time.monotonic() - started:.0f} s"
    faults = tuple(find_noise(record))
    if faults:
        print(render_report(faults, {}, colour=False))
        print(f"{took}: {RECORD} is left as it was")
        return 1
    (chosen.root / RECORD).write_text(write_record(record), encoding="utf-8")
    print(f"{took}, written to {RECORD}")
    return 0


def measure(root: Path, toolchain: Toolchain) -> TimingRecord:
    """Time every row that the snippets of a book ask for. Raises Trouble where one cannot be."""
    rows = rows_of(timed_listings(read_book(root).snippets))
    if not rows:
        raise Trouble("no snippet has a `//@ timed:` line", "CONTRIBUTING.md, Timings")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = build_all(rows, toolchain, folder)
        measured = time_until_quiet(rows, programs, folder)
    return record_of(measured, toolchain, datetime.now(UTC).date())


def time_until_quiet(
    rows: Mapping[str, Listing], programs: Mapping[str, Path], folder: Path
) -> dict[str, TimedRow]:
    """Time all rows, then those again that were disturbed; in the order of `rows`."""
    measured: dict[str, TimedRow] = {}
    for attempt in range(1 + MORE_TRIES):
        noisy = [row for row in rows if row not in measured or any(faults_of_row(measured[row]))]
        if not noisy:
            break
        output = folder / f"suite{attempt}.json"
        for _ in range(ROUNDS):
            run_pyperf([f"{programs[rows[row].name]}:{row}" for row in noisy], output)
        measured |= rows_in(read_suite(output), {row: rows[row] for row in noisy})
    return {row: measured[row] for row in rows}


def find_noise(record: TimingRecord) -> Iterator[Finding]:
    """What the machine did to the record, if it was busy."""
    for row in record.rows.values():
        yield from faults_of_row(row)
    yield from faults_of_empty(record)


def build_all(rows: Mapping[str, Listing], toolchain: Toolchain, folder: Path) -> dict[str, Path]:
    """The program of each snippet, by its name."""
    listings = {listing.name: listing for listing in rows.values()}
    return {name: build_timed(each, toolchain, folder) for name, each in listings.items()}


def run_pyperf(rows: Sequence[str], output: Path) -> None:
    """Let pyperf time the rows once more; what it says goes to the terminal.

    Raises Trouble if it fails.
    """
    command = [sys.executable, "-m", MODULE, *rows, "--append", str(output), "--quiet"]
    if subprocess.run(command, check=False).returncode:
        raise Trouble("pyperf could not time the rows; its own words stand above", "make timings")


if __name__ == "__main__":
    sys.exit(main())
