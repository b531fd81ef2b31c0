"""What players cost: programs that are stopped, read and drawn from a cold start, and cached."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import median_of
from tests.bench.measure import CannotMeasure, run_command
from tests.bench.peers import JOBS
from tests.bench.site import PROJECT
from tests.bench.stages import Setting, fresh_folder, say
from tests.bench.table import Row

PLAYERS = 16
PROGRAM = """\
//! A text and numbers that grow, number {number}.
fn add(numbers: &mut Vec<u32>, more: u32) -> usize {{
    numbers.push(more);
    //@ snapshot: inside the call, show: more
    numbers.len()
}}

fn main() {{
    let name = String::from("number {number}");
    let mut numbers: Vec<u32> = Vec::with_capacity(2);
    //@ snapshot: before
    for more in 0..3 {{
        add(&mut numbers, more + {number});
    }}
    let moved = name;
    //@ snapshot: after
    println!("{{moved}} {{numbers:?}}");
}}
"""


@dataclass(frozen=True, slots=True)
class Played:
    """One verification of the book of players."""

    seconds: float
    calls: int
    processor: float = 0.0


def write_players(root: Path) -> None:
    """Write a book with one page and its programs, each of them another."""
    (root / "docs").mkdir(parents=True)
    (root / "snippets" / "play").mkdir(parents=True)
    calls = [f'{{{{ memory("play/p{number}") }}}}\n' for number in range(PLAYERS)]
    (root / "docs" / "index.md").write_text("\n".join(("# Players\n", *calls)), "utf-8")
    for number in range(PLAYERS):
        path = root / "snippets" / "play" / f"p{number}.rs"
        path.write_text(PROGRAM.format(number=number), "utf-8")


def check_players(root: Path, *options: str) -> Played:
    """Verify the book of players. Raises CannotMeasure where not all of them hold."""
    command = [sys.executable, "-m", "macros", "check", "--root", str(root), "--format", "json"]
    cost = run_command([*command, "--jobs", str(JOBS), *options], PROJECT, codes=(0, 1, 2))
    return Played(cost.seconds, read_players(cost.output), cost.processor)


def read_players(report: str) -> int:
    """Read the number of compiler calls from a JSON report in which all players hold."""
    read = json.loads(report)
    summary = read["summary"]
    if summary["exit_code"] or summary["players"] != PLAYERS:
        said = [each["message"] for each in read["verdicts"] if each["message"]]
        raise CannotMeasure("\n".join(("not all players hold", *said[:5])))
    return int(summary["compiler_calls"])


def measure_players(setting: Setting) -> list[Row]:
    """Cold, in parallel over programs; then again with everything known."""
    cold: list[Played] = []
    warm: list[Played] = []
    with fresh_folder() as folder:
        root = folder / "book"
        write_players(root)
        for number in range(setting.runs):
            say(f"{PLAYERS} players, run {number + 1} of {setting.runs}")
            cold.append(check_players(root, "--no-cache"))
        check_players(root)
        warm += [check_players(root) for _ in range(setting.runs)]
    return rows_of_players(cold, warm)


def rows_of_players(cold: Sequence[Played], warm: Sequence[Played]) -> list[Row]:
    """Seconds of wall time for each program, its ordinary run included."""
    seconds = median_of([each.seconds for each in cold])
    details = {
        "cold_seconds": seconds,
        "cold_processor_seconds": median_of([each.processor for each in cold]),
        "cached_seconds": median_of([each.seconds for each in warm]),
        "compiler_calls": cold[-1].calls,
    }
    calls = float(max(each.calls for each in warm))
    return [
        Row("players", f"{PLAYERS} players, cold: each", seconds / PLAYERS, 1.0, " s", details),
        Row("players_cached", "the same, all cached: compiler calls", calls, 0, ""),
    ]
