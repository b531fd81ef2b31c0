"""The nouns of timings, all frozen: what was measured once, on one machine, and kept in a file.

Nothing is timed while a book is checked or built. A record is made by a command, and claims and
tables are held against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

RECORD: Final = "docs/timings.json"
"""Where the record of a book stands, relative to its root."""
COMMAND: Final = "make timings"
"""What measures everything anew and writes the record."""
FLAGS: Final = ("-O",)
"""With which every timed program is compiled, besides its edition."""
EMPTY: Final = "nothing"
"""The row of the loop that does nothing. It is shown beside the others and never subtracted, so
that a ratio between two rows is, if anything, too small."""


@dataclass(frozen=True, slots=True)
class TimedRow:
    """What one call of a timed function took, in nanoseconds: medians of many samples.

    `program` is the snippet that has the function, `sha256` the hash of the whole program that was
    run. `mad` is the median of the absolute deviations from the median; `p5` and `p95` are those
    between which nine of ten samples lie. Each sample is the mean of `loops` calls.
    """

    name: str
    program: str
    sha256: str
    median: float
    mad: float
    p5: float
    p95: float
    samples: int
    loops: int


@dataclass(frozen=True, slots=True)
class TimingRecord:
    """All rows, and where and when they were measured; `date` as in 2026-11-21, in UTC."""

    date: str
    cpu: str
    kernel: str
    rustc: str
    target: str
    flags: str
    method: str
    rows: Mapping[str, TimedRow]

    @property
    def release(self) -> str:
        """The version of the compiler: `1.95.0`."""
        return next(iter(self.rustc.removeprefix("rustc ").split()), "")

    @property
    def setting(self) -> str:
        """Where and when, in a line: what stands behind every value of the record."""
        return f"{self.cpu}, rustc {self.release} {self.flags}, {self.date}"


@dataclass(frozen=True, slots=True)
class Timings:
    """The record of a book, None where it has none, and the rows whose programs have changed."""

    record: TimingRecord | None = None
    stale: frozenset[str] = frozenset()
