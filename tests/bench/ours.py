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
    command = [sys.executable, "-m", "macros", "check", "--root", str(root), "--no-cache"]
    options = ["--format", "json", "--jobs", str(JOBS)]
    cost = run_command([*command, *options], PROJECT, sample=sample, codes=(0, 1))
    return Check(cost, read_calls(cost.output, size))


def read_calls(report: str, size: Size) -> int:
    """Read the number of compiler calls from a JSON report in which everything holds."""
    read = json.loads(report)
    summary, expected = read["summary"], size.claims + size.programs + size.failures
    if summary["findings"] or summary["exit_code"]:
        messages = [each["message"] for each in read["verdicts"] if each["message"]]
        said = "\n".join(messages[:5])
        raise CannotMeasure(f"{summary['findings']} findings in a book without a mistake\n{said}")
    if summary["holds"] != expected:
        raise CannotMeasure(f"{summary['holds']} of {expected} items hold")
    return int(summary["compiler_calls"])
