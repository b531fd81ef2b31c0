"""What pyperf runs again and again, in processes of its own: `python -m tests.timings.rows`.

Each row is a benchmark whose time function asks a compiled program for the seconds of so many
calls. pyperf warms up, finds out how many calls are worth a sample, and takes the samples from
several processes.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import pyperf

from macros.rust.timed import run_timed

MODULE = "tests.timings.rows"
PROCESSES = 2
VALUES = 10
LEAST_SECONDS = 0.005
"""How long the calls of one sample take together, at least: much longer than what the clock can
tell, and mostly too short for another program to come between."""


def seconds_of(loops: int, program: Path, row: str) -> float:
    """The time function: pyperf asks for `loops` calls."""
    return run_timed(program, row, loops)


def main() -> None:
    """Time the rows that are named as `PROGRAM:ROW`."""
    runner = pyperf.Runner(
        values=VALUES,
        processes=PROCESSES,
        min_time=LEAST_SECONDS,
        program_args=("-m", MODULE),
        add_cmdline_args=_hand_on,
    )
    runner.argparser.add_argument("rows", nargs="+", metavar="PROGRAM:ROW")
    chosen = runner.parse_args()
    for each in chosen.rows:
        program, _, row = each.rpartition(":")
        runner.bench_time_func(row, partial(seconds_of, program=Path(program), row=row))


def _hand_on(command: list[str], chosen: argparse.Namespace) -> None:
    """Tell the processes of pyperf which rows there are."""
    command += chosen.rows


if __name__ == "__main__":
    main()
