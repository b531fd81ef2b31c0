"""What is measured from a cold start: the whole book by us and by the others, and its slope."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.book import CRATE_PATH, add_listing, draw_items, write_book
from tests.bench.figures import median_of, ratio_of, slope_of
from tests.bench.items import LARGE, SMALL, Items, Size
from tests.bench.measure import Cost
from tests.bench.ours import Check, check_book
from tests.bench.peers import Tools, run_doctests, run_one_each, run_program_alone
from tests.bench.table import Row

MB = 1_000_000
SLOPE_POINTS = (1_000, 4_000, 7_000, 10_000)
FEWEST_PAIRS = 5


@dataclass(frozen=True, slots=True)
class Setting:
    """How often each measurement is repeated, and the compiler of the others."""

    runs: int
    tools: Tools


@contextmanager
def fresh_folder() -> Iterator[Path]:
    """Make a folder that is removed at the end."""
    with TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def fresh_book(size: Size) -> Iterator[tuple[Path, Items]]:
    """Write a book of that size into a folder that is removed at the end."""
    with fresh_folder() as folder:
        items = draw_items(size)
        write_book(folder / "book", items)
        yield folder / "book", items


def say(text: str) -> None:
    print(f"  … {text}", file=sys.stderr, flush=True)


def measure_small(setting: Setting) -> list[Row]:
    """Cold: ours against rustdoc and against one rustc an item, in turns."""
    ours, docs, alone = [], [], []
    with fresh_book(SMALL) as (root, items), fresh_folder() as work:
        for number in range(setting.runs):
            say(f"{SMALL}, run {number + 1} of {setting.runs}")
            ours.append(check_book(root, SMALL))
            docs.append(run_doctests(items, setting.tools, work).seconds)
            alone.append(run_one_each(items, setting.tools, work / "alone"))
    seconds = [each.cost.seconds for each in ours]
    details = {
        "ours_seconds": median_of(seconds),
        "rustdoc_seconds": median_of(docs),
        "one_rustc_each_seconds": median_of(alone),
        **_details_of(ours),
    }
    return [
        Row(
            "small_rustdoc", f"{SMALL}, cold ÷ rustdoc", ratio_of(seconds, docs), 0.45, "×", details
        ),
        Row("small_rustc", f"{SMALL}, cold ÷ one rustc each", ratio_of(seconds, alone), 0.06),
    ]


def _details_of(checks: list[Check]) -> dict[str, object]:
    largest = max(each.cost.largest for each in checks)
    return {"compiler_calls": checks[-1].calls, "largest_process_mb": round(largest / MB)}


def measure_large(setting: Setting) -> list[Row]:
    """Cold: ours against rustdoc, which runs a third as often; one rustc an item is left out."""
    ours: list[Check] = []
    docs: list[Cost] = []
    turns = max(1, setting.runs // 3)
    with fresh_book(LARGE) as (root, items), fresh_folder() as work:
        for number in range(setting.runs):
            say(f"{LARGE}, run {number + 1} of {setting.runs}")
            ours.append(check_book(root, LARGE))
            if len(docs) < turns:
                say(f"{LARGE}, rustdoc: this takes a minute or more")
                docs.append(run_doctests(items, setting.tools, work, sample=0.25))
        say(f"{LARGE}, once more for its memory")
        memory = check_book(root, LARGE, sample=0.02).cost
    seconds = [each.cost.seconds for each in ours]
    details = {
        "ours_seconds": median_of(seconds),
        "rustdoc_seconds": median_of([each.seconds for each in docs]),
        "rustdoc_runs": len(docs),
        "rustdoc_whole_mb": round(max(each.whole for each in docs) / MB),
        "one_rustc_each": "skipped: it would take about ten minutes",
        **_details_of(ours),
    }
    ratio = ratio_of(seconds, [each.seconds for each in docs])
    return [
        Row("large_rustdoc", f"{LARGE}, cold ÷ rustdoc", ratio, 0.12, "×", details),
        Row(
            "large_memory",
            "the same: peak of all processes together",
            memory.whole / MB,
            700,
            " MB",
        ),
    ]


def measure_slope(setting: Setting) -> list[Row]:
    """Cold seconds against the number of claims, as the slope of a straight line."""
    points, medians = [], {}
    for count in SLOPE_POINTS:
        size = Size(count)
        with fresh_book(size) as (root, _):
            say(f"{count:,} claims, {setting.runs} runs")
            seconds = [check_book(root, size).cost.seconds for _ in range(setting.runs)]
        points.append((float(count), median_of(seconds)))
        medians[f"claims_{count}_seconds"] = median_of(seconds)
    slope = slope_of(points) * 1000
    what = f"cold, each further claim from {SLOPE_POINTS[0]:,} to {SLOPE_POINTS[-1]:,}"
    return [Row("slope", what, slope, 0.2, " ms", medians)]


def measure_unmergeable(setting: Setting) -> list[Row]:
    """What one listing that cannot share a crate costs more, in compiles of it alone."""
    more = replace(SMALL, programs=SMALL.programs + 1)
    with fresh_book(SMALL) as (root, _), fresh_book(SMALL) as (wider, _), fresh_folder() as work:
        add_listing(wider, "alone/crate_path", CRATE_PATH)
        extra, alone, calls = [], [], []
        for number in range(max(setting.runs, FEWEST_PAIRS)):
            say(f"one unmergeable listing more, pair {number + 1}")
            without, with_it = check_book(root, SMALL), check_book(wider, more)
            extra.append(with_it.cost.seconds - without.cost.seconds)
            calls.append(with_it.calls - without.calls)
            alone.append(run_program_alone(CRATE_PATH, setting.tools, work))
    details = {
        "extra_seconds": median_of(extra),
        "alone_seconds": median_of(alone),
        "extra_calls": calls[-1],
    }
    what = "one unmergeable listing more ÷ its own compile"
    return [Row("unmergeable", what, ratio_of(extra, alone), 1.0, "×", details)]
