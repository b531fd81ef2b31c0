"""`python -m tests.bench`: measure, print the table, write `bench.json`.

Exit code 0 whether or not the limits are met; 2 where it could not be measured.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.layouts import measure_layouts
from tests.bench.measure import CannotMeasure
from tests.bench.peers import find_tools
from tests.bench.players import measure_players
from tests.bench.site_stages import measure_serve, measure_warm
from tests.bench.stages import (
    Setting,
    measure_large,
    measure_slope,
    measure_small,
    measure_unmergeable,
)
from tests.bench.table import (
    Row,
    bench_object,
    render_closing,
    render_details,
    render_table,
    render_warning,
)

Stage = Callable[[Setting], list[Row]]
STAGES: Mapping[str, Stage] = {
    "small": measure_small,
    "large": measure_large,
    "warm": measure_warm,
    "slope": measure_slope,
    "serve": measure_serve,
    "unmergeable": measure_unmergeable,
    "players": measure_players,
    "layouts": measure_layouts,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chosen stages; return the exit code."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    chosen = read_options(arguments)
    started, load = time.perf_counter(), os.getloadavg()[0]
    try:
        setting = Setting(chosen.runs, find_tools())
        rows = [row for name in chosen.stages for row in STAGES[name](setting)]
    except CannotMeasure as problem:
        print(f"cannot measure: {problem}", file=sys.stderr)
        return 2
    surroundings = describe_surroundings(setting, time.perf_counter() - started, load)
    report = json.dumps(bench_object(rows, surroundings), indent=1, ensure_ascii=False)
    chosen.output.write_text(f"{report}\n", encoding="utf-8")
    warning = render_warning(load, os.cpu_count() or 1)
    parts = [render_table(rows), render_details(rows), render_closing(rows), warning]
    print("\n\n".join(part for part in parts if part))
    return 0


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; `stages` are the names of the stages to run, in their order."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--runs", type=_positive, default=3, metavar="N", help="repetitions")
    parser.add_argument("--only", choices=STAGES, action="append", metavar="NAME", help="a stage")
    parser.add_argument("--output", type=Path, default=Path("bench.json"), metavar="FILE")
    for name in ("small", "large"):
        parser.add_argument(f"--{name}", dest="only", action="append_const", const=name)
    chosen = parser.parse_args(arguments)
    chosen.stages = [name for name in STAGES if name in (chosen.only or STAGES)]
    return chosen


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one run is needed")
    return number


def describe_surroundings(setting: Setting, seconds: float, load: float) -> dict[str, object]:
    """Return what the figures depend on: the machine, the tools, the day."""
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.platform()}",
        "rustc": setting.tools.version,
        "python": platform.python_version(),
        "date": datetime.now(UTC).date().isoformat(),
        "runs": setting.runs,
        "seconds": round(seconds, 1),
        "load_before": round(load, 2),
    }


if __name__ == "__main__":
    sys.exit(main())
