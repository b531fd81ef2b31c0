"""What is measured from a cold start: the whole book by us and by the others, and its slope."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.book import CRATE_PATH, add_listing, draw_items, write_book
from tests.bench.figures import median_deviation, median_of, ratio_of, slope_of
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
    ours: list[Check] = []
    docs: list[Cost] = []
    alone: list[float] = []
    with fresh_book(SMALL) as (root, items), fresh_folder() as work:
        for number in range(setting.runs):
            say(f"{SMALL}, run {number + 1} of {setting.runs}")
            ours.append(check_book(root, SMALL))
            docs.append(run_doctests(items, setting.tools, work))
            alone.append(run_one_each(items, setting.tools, work / "alone"))
    costs = [each.cost for each in ours]
    details = {
        **describe_costs("ours", costs),
        **describe_costs("rustdoc", docs),
        "one_rustc_each_seconds": median_of(alone),
        "compiler_calls": ours[-1].calls,
    }
    seconds = seconds_of(costs)
    docs_ratio, alone_ratio = ratio_of(seconds, seconds_of(docs)), ratio_of(seconds, alone)
    return [
        Row("small_rustdoc", f"{SMALL}, cold ÷ rustdoc", docs_ratio, 0.45, "×", details),
        Row("small_rustc", f"{SMALL}, cold ÷ one rustc each", alone_ratio, 0.06),
    ]


def seconds_of(costs: Sequence[Cost]) -> list[float]:
    return [each.seconds for each in costs]


def describe_costs(name: str, costs: Sequence[Cost]) -> dict[str, object]:
    """Return the medians of some runs, and the largest process there was."""
    return {
        f"{name}_seconds": median_of(seconds_of(costs)),
        f"{name}_processor_seconds": median_of([each.processor for each in costs]),
        f"{name}_largest_process_mb": round(max(each.largest for each in costs) / MB),
    }


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
        memory = check_book(root, LARGE, sample=0.02).cost.whole / MB
    return rows_of_large(ours, docs, memory)


def rows_of_large(ours: Sequence[Check], docs: Sequence[Cost], memory: float) -> list[Row]:
    """Compare the runs; `memory` is our peak in MB."""
    costs = [each.cost for each in ours]
    details = {
        **describe_costs("ours", costs),
        **describe_costs("rustdoc", docs),
        "rustdoc_runs": len(docs),
        "rustdoc_whole_mb": round(max(each.whole for each in docs) / MB),
        "one_rustc_each": "skipped: it would take about ten minutes",
        "compiler_calls": ours[-1].calls,
    }
    ratio, what = ratio_of(seconds_of(costs), seconds_of(docs)), f"{LARGE}, cold ÷ rustdoc"
    return [
        Row("large_rustdoc", what, ratio, 0.12, "×", details),
        Row("large_memory", "the same: peak of all processes together", memory, 700, " MB"),
    ]


def measure_slope(setting: Setting) -> list[Row]:
    """Cold seconds against the number of claims, as the slope of a straight line."""
    points: list[tuple[float, float]] = []
    medians: dict[str, object] = {}
    for count in SLOPE_POINTS:
        size = Size(count)
        with fresh_book(size) as (root, _):
            say(f"{count:,} claims, {setting.runs} runs")
            costs = [check_book(root, size).cost for _ in range(setting.runs)]
        points.append((float(count), median_of(seconds_of(costs))))
        medians |= {f"{count}_claims_seconds": points[-1][1]}
        medians |= {f"{count}_claims_processor_seconds": median_of([c.processor for c in costs])}
    slope = slope_of(points) * 1000
    what = f"cold, each further claim from {SLOPE_POINTS[0]:,} to {SLOPE_POINTS[-1]:,}"
    return [Row("slope", what, slope, 0.2, " ms", medians)]


def measure_unmergeable(setting: Setting) -> list[Row]:
    """What one listing that cannot share a crate costs more, in compiles of it alone."""
    more = replace(SMALL, programs=SMALL.programs + 1)
    without: list[Check] = []
    with_it: list[Check] = []
    alone: list[float] = []
    with fresh_book(SMALL) as (root, _), fresh_book(SMALL) as (wider, _), fresh_folder() as work:
        add_listing(wider, "alone/crate_path", CRATE_PATH)
        for number in range(max(setting.runs, FEWEST_PAIRS)):
            say(f"one unmergeable listing more, pair {number + 1}")
            without.append(check_book(root, SMALL))
            with_it.append(check_book(wider, more))
            alone.append(run_program_alone(CRATE_PATH, setting.tools, work))
    return rows_of_unmergeable(without, with_it, alone)


def rows_of_unmergeable(
    without: Sequence[Check], with_it: Sequence[Check], alone: Sequence[float]
) -> list[Row]:
    """Compare the median difference of the pairs with the compile alone, in seconds."""
    pairs = list(zip(without, with_it, strict=True))
    extra = median_of([b.cost.seconds - a.cost.seconds for a, b in pairs])
    processor = median_of([b.cost.processor - a.cost.processor for a, b in pairs])
    spread = median_deviation([each.cost.seconds for each in without])
    details = {
        "extra_seconds": extra,
        "extra_processor_seconds": processor,
        "alone_seconds": median_of(alone),
        "spread_seconds": spread,
        "extra_calls": with_it[-1].calls - without[-1].calls,
    }
    what, ratio = "one unmergeable listing more ÷ its own compile", extra / median_of(alone)
    return [Row("unmergeable", what, ratio, 1.0, "×", details, spread >= median_of(alone))]
