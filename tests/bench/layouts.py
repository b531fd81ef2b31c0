"""What layouts cost: a book with 80 of them and the same book without, in turns."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.book import write_file
from tests.bench.figures import median_of, ratio_of
from tests.bench.items import SMALL
from tests.bench.measure import CannotMeasure, Cost, run_command
from tests.bench.peers import JOBS
from tests.bench.site import PROJECT
from tests.bench.stages import Setting, describe_costs, fresh_book, say, seconds_of
from tests.bench.table import Row

COUNT = 80
PARTS = ("u8", "char", "String", "Vec<u16>", "Box<u32>", "Option<bool>", "&str", "[u64; 2]")
PAGE = "layouts.md"


def draw_layouts(count: int) -> tuple[str, ...]:
    """Types that all differ: tuples, arrays, and what the standard library makes of both."""
    shapes = ("({0}, {1})", "Option<({0}, {1})>", "Result<{0}, {1}>", "[({0}, {1}); 3]")
    pairs = ((one, other) for one in PARTS for other in PARTS if one != other)
    types = (shape.format(*pair) for pair in pairs for shape in shapes)
    return tuple(type for type, _ in zip(types, range(count), strict=False))


def write_layouts(root: Path, types: Sequence[str]) -> None:
    """Write a page of the book on which each type is drawn."""
    calls = (f'{{{{ layout("{type}") }}}}' for type in types)
    write_file(root / "docs" / PAGE, "\n\n".join(("# Layouts", *calls, "")))


def check_layouts(root: Path, figures: int, *options: str) -> tuple[Cost, int]:
    """Verify the book; return the cost and how often the compiler was called.

    Raises CannotMeasure where not all figures hold, or something else does not.
    """
    command = [sys.executable, "-m", "macros", "check", "--root", str(root), *options]
    cost = run_command([*command, "--format", "json", "--jobs", str(JOBS)], PROJECT, codes=(0, 1))
    summary = json.loads(cost.output)["summary"]
    if summary["exit_code"] or summary["figures"] != figures:
        raise CannotMeasure(f"{summary['figures']} figures, {summary['findings']} findings")
    return cost, int(summary["compiler_calls"])


def measure_layouts(setting: Setting) -> list[Row]:
    """The seconds that layouts add to a cold and to a cached check."""
    cold: list[Cost] = []
    cold_without: list[Cost] = []
    warm: list[Cost] = []
    warm_without: list[Cost] = []
    calls = 0
    with fresh_book(SMALL) as (plain, _), fresh_book(SMALL) as (root, _):
        write_layouts(root, draw_layouts(COUNT))
        check_layouts(plain, 0)
        check_layouts(root, COUNT)
        for number in range(setting.runs):
            say(f"{SMALL}, with and without {COUNT} layouts, run {number + 1} of {setting.runs}")
            cold_without.append(check_layouts(plain, 0, "--no-cache")[0])
            cold.append(check_layouts(root, COUNT, "--no-cache")[0])
            warm_without.append(check_layouts(plain, 0)[0])
            cost, called = check_layouts(root, COUNT)
            warm.append(cost)
            calls += called
    return [
        _compare("cold", cold, cold_without, 0.6, {}),
        _compare("cached", warm, warm_without, None, {"compiler_calls": calls}),
        Row("layouts_calls", "the same: compiler calls", float(calls), 0.0, ""),
    ]


def _compare(
    name: str,
    with_: Sequence[Cost],
    without: Sequence[Cost],
    limit: float | None,
    more: dict[str, object],
) -> Row:
    """The difference of the medians, with the ratio beside it."""
    seconds, others = seconds_of(with_), seconds_of(without)
    details = {
        **describe_costs("with", with_),
        **describe_costs("without", without),
        "ratio": round(ratio_of(seconds, others), 3),
        **more,
    }
    difference = median_of(seconds) - median_of(others)
    what = f"{COUNT} layouts beside {SMALL}, {name}: seconds more"
    return Row(f"layouts_{name}", what, difference, limit, " s", details)
