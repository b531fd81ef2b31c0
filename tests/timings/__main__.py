"""`python -m tests.timings`: build the timed programs, time every row, write the record.

Exit code 2 where something could not be measured; the record is then left as it was.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from macros.book import read_book
from macros.model import Listing, Toolchain, Trouble
from macros.rust.timed import build_timed
from macros.rust.toolchain import find_toolchain
from macros.timed_program import rows_of, timed_listings
from macros.timing_text import write_record
from macros.timings import RECORD, TimingRecord
from tests.timings.measured import read_suite, record_of
from tests.timings.rows import MODULE

ROUNDS = 3
"""How often all rows are timed: whatever keeps the machine busy for a while meets all of them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.timings", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--rustc", default="rustc")
    parser.add_argument("--fast", action="store_true", help="fewer samples, for a try")
    chosen = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        record = measure(chosen.root, find_toolchain(chosen.rustc), chosen.fast)
    except Trouble as trouble:
        print(f"error[tool]: {trouble.message}\n   = help: {trouble.help}", file=sys.stderr)
        return 2
    (chosen.root / RECORD).write_text(write_record(record), encoding="utf-8")
    print(f"{len(record.rows)} rows in {time.monotonic() - started:.0f} s, written to {RECORD}")
    return 0


def measure(root: Path, toolchain: Toolchain, fast: bool = False) -> TimingRecord:
    """Time every row that the snippets of a book ask for. Raises Trouble where one cannot be."""
    rows = rows_of(timed_listings(read_book(root).snippets))
    if not rows:
        raise Trouble("no snippet has a `//@ timed:` line", "CONTRIBUTING.md, Timings")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = build_all(rows, toolchain, folder)
        output = folder / "suite.json"
        for _ in range(1 if fast else ROUNDS):
            run_pyperf([f"{programs[each.name]}:{row}" for row, each in rows.items()], output)
        return record_of(read_suite(output), rows, toolchain, datetime.now(UTC).date())


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
