"""The text of every kind of finding is an interface: `tests/golden/NAME.txt` holds it.

`python -m tests.test_golden` writes the files anew; read the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.report.text import render_report
from tests.findings import CASES

GOLDEN = Path(__file__).parent / "golden"


def rendered(name: str) -> str:
    return render_report(CASES[name].findings, CASES[name].sources)


@pytest.mark.parametrize("name", CASES)
def test_a_finding_reads_as_its_golden_file(name: str) -> None:
    """Every character of the finding, with its excerpt, carets and notes."""
    assert rendered(name) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_every_golden_file_has_its_finding() -> None:
    """A file whose finding is gone goes with it."""
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == sorted(CASES)


if __name__ == "__main__":
    for case in CASES:
        (GOLDEN / f"{case}.txt").write_text(rendered(case), "utf-8")
