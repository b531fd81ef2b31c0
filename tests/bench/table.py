"""Rows of results → the table that is printed and the object that is written. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One measured quantity beside its limit; `limit` None is a row that only informs.

    `unit` stands behind the value (`×`, ` MB`); `details` are medians in seconds, bytes or counts
    by name, and what else belongs to the row. `noisy` says that the runs differ by more than what
    is looked for, so that nothing can be said of the limit.
    """

    name: str
    what: str
    value: float
    limit: float | None = None
    unit: str = "×"
    details: Mapping[str, object] = field(default_factory=dict)
    noisy: bool = False

    @property
    def met(self) -> bool | None:
        return None if self.limit is None or self.noisy else self.value <= self.limit


HEAD = ("name", "what is compared", "measured", "limit", "")


def render_table(rows: Sequence[Row]) -> str:
    """Write the rows under a head, in columns as wide as they need to be."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    lines = [_line(line, widths) for line in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    texts = [
        cell.rjust(width) if column in (2, 3) else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(texts).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    limit = "" if row.limit is None else f"{row.limit:g}{row.unit}"
    return (row.name, row.what, render_value(row.value, row.unit), limit, verdict_of(row))


def render_value(value: float, unit: str) -> str:
    digits = 0 if unit == " MB" else 3
    return f"{value:.{digits}f}{unit}"


def verdict_of(row: Row) -> str:
    """Say whether the limit is met; nothing where there is none."""
    return "TOO NOISY" if row.noisy else {None: "", True: "met", False: "MISSED"}[row.met]


def render_closing(rows: Sequence[Row]) -> str:
    """Say how many limits are met, and name the others."""
    missed = [row.name for row in rows if row.met is False]
    noisy = [row.name for row in rows if row.noisy]
    count = sum(1 for row in rows if row.limit is not None)
    parts = [f"{count - len(missed) - len(noisy)} of {count} limits met"]
    parts += [f"missed: {', '.join(missed)}"] if missed else []
    parts += [f"too noisy to tell: {', '.join(noisy)}"] if noisy else []
    return "; ".join(parts)


def render_warning(load: float, cores: int) -> str:
    """Say that others were at work, where they were; `load` is the average at the start."""
    if load < cores / 2:
        return ""
    return f"others were at work (load {load:.1f} on {cores} cores): take these figures with care"


def render_details(rows: Iterable[Row]) -> str:
    """Write the medians behind each row, a line a row."""
    return "\n".join(
        f"{row.name}: "
        + ", ".join(f"{name} {_plain(value)}" for name, value in row.details.items())
        for row in rows
        if row.details
    )


def _plain(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def bench_object(rows: Sequence[Row], surroundings: Mapping[str, object]) -> dict[str, object]:
    """Return what `bench.json` holds: the medians by name, the machine, and all details."""
    return {
        "ratios": {row.name: row.value for row in rows},
        **surroundings,
        "limits": {row.name: row.limit for row in rows if row.limit is not None},
        "missed": [row.name for row in rows if row.met is False],
        "too_noisy": [row.name for row in rows if row.noisy],
        "details": {row.name: {"unit": row.unit.strip(), **row.details} for row in rows},
    }
