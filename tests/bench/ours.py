"""The generator as its users call it: the command line, verifying a whole book."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.items import Size
from tests.bench.measure import CannotMeasure, Cost, run_command
from tests.bench.peers import JOBS
from tests.bench.site import PROJECT


@dataclass(frozen=True, slots=True)
class Check:
    """A verification of a whole book: its cost, and how often the compiler was called."""

    cost: Cost
    calls: int


def check_book(root: Path, size: Size, sample: float = 0) -> Check:
    """Verify a book with an empty cache.

    Raises CannotMeasure where a finding, or a count that is not the book's, makes it worthless.
    """
    command = [sys.executable, "-m", "macros", "check", "--root", root, "--no-cache"]
    options = ["--format", "json", "--jobs", str(JOBS)]
    cost = run_command([*command, *options], PROJECT, sample=sample)
    return Check(cost, read_calls(cost.output, size))


def read_calls(report: str, size: Size) -> int:
    """Read the number of compiler calls from a JSON report in which everything holds."""
    summary = json.loads(report)
    verdicts = summary["verdicts"]
    wrong = [each for each in verdicts if each["verdict"] != "holds"]
    if wrong:
        raise CannotMeasure(f"{len(wrong)} verdicts do not hold, the first: {wrong[0]}")
    expected = size.claims + size.programs + size.failures
    if len(verdicts) != expected:
        raise CannotMeasure(f"{len(verdicts)} verdicts for {expected} items")
    return int(summary["summary"]["compiler_calls"])
