"""The same items, verified in the two usual ways: one rustc each, and rustdoc's doctests."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.book import write_file
from tests.bench.items import Failure, Items, Program, Statement
from tests.bench.measure import CannotMeasure, Cost, run_command

JOBS = 2
EDITION = "2024"


@dataclass(frozen=True, slots=True)
class Tools:
    """The compiler's own programs, so that nobody pays for rustup's look-up. `version` is what
    rustc says of itself."""

    rustc: Path
    rustdoc: Path
    version: str


def find_tools() -> Tools:
    """Find rustc and rustdoc. Raises CannotMeasure where one is missing."""
    try:
        sysroot = Path(run_command(["rustc", "--print", "sysroot"], Path.cwd()).output.strip())
        version = run_command(["rustc", "--version"], Path.cwd()).output.strip()
    except OSError as error:
        raise CannotMeasure(f"rustc does not start: {error.strerror}") from error
    tools = Tools(sysroot / "bin" / "rustc", sysroot / "bin" / "rustdoc", version)
    for each in (tools.rustc, tools.rustdoc):
        if not each.exists():
            raise CannotMeasure(f"{each} does not exist")
    return tools


def run_one_each(items: Items, tools: Tools, folder: Path) -> float:
    """Compile, and run where there is something to run, every item by itself; return seconds."""
    tasks = [
        *(partial(_claim_alone, each) for each in items.statements),
        *(partial(_program_alone, each) for each in items.programs),
        *(partial(_failure_alone, each) for each in items.failures),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    with ThreadPoolExecutor(JOBS) as threads:
        places = (folder / f"item_{number}" for number in range(len(tasks)))
        list(threads.map(lambda task, place: task(tools.rustc, place), tasks, places))
    return time.perf_counter() - started


def _claim_alone(statement: Statement, rustc: Path, place: Path) -> None:
    _build_and_run(rustc, place, f"fn main() {{ {statement.plain} }}\n")


def _program_alone(program: Program, rustc: Path, place: Path) -> None:
    lines = _build_and_run(rustc, place, program.source)
    if missing := [line for line in program.printed if line not in lines]:
        raise CannotMeasure(f"{program.name} does not print {missing[0]!r}")


def _build_and_run(rustc: Path, place: Path, source: str) -> list[str]:
    text = place.with_suffix(".rs")
    write_file(text, source)
    for command in (_command(rustc, text, "-o", str(place)), [str(place)]):
        done = _run(command)
        if done.returncode:
            raise CannotMeasure(f"{command} ended with {done.returncode}:\n{done.stderr}\n{source}")
    place.unlink()
    return done.stdout.splitlines()


def _failure_alone(failure: Failure, rustc: Path, place: Path) -> None:
    text = place.with_suffix(".rs")
    write_file(text, failure.source)
    options = ["--emit=metadata", "--error-format=json", "-o", str(place)]
    done = _run(_command(rustc, text, *options))
    if f'"code":"{failure.code}"' not in done.stderr:
        raise CannotMeasure(f"{failure.name} does not fail with {failure.code}:\n{done.stderr}")


def _command(rustc: Path, text: Path, *options: str) -> list[str]:
    return [str(rustc), "--edition", EDITION, str(text), *options]


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def run_program_alone(source: str, tools: Tools, folder: Path) -> float:
    """Compile and run one program by itself; return seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    _build_and_run(tools.rustc, folder / "alone", source)
    return time.perf_counter() - started


def run_doctests(items: Items, tools: Tools, folder: Path, sample: float = 0) -> Cost:
    """Let rustdoc test every item as a doctest of one file that holds all of them."""
    path = folder / "items.rs"
    write_file(path, render_doctests(items))
    command: list[str | Path] = [
        tools.rustdoc,
        "--test",
        "--edition",
        EDITION,
        "--crate-name",
        "items",
        path,
    ]
    cost = run_command(command, folder, {"RUST_TEST_THREADS": str(JOBS)}, sample)
    count = len(items.statements) + len(items.programs) + len(items.failures)
    passed = cost.output.count(" ... ok\n")
    if passed != count:
        raise CannotMeasure(f"rustdoc passed {passed} of {count} doctests:\n{cost.output[-2000:]}")
    return cost


def render_doctests(items: Items) -> str:
    """Write the items as the documentation of one empty function, a fence each."""
    fences = [
        *(("", each.plain) for each in items.statements),
        *(("", without_title(each.source)) for each in items.programs),
        *((f"compile_fail,{each.code}", without_title(each.source)) for each in items.failures),
    ]
    text = "\n\n".join(f"```{words}\n{code.strip()}\n```" for words, code in fences)
    return "".join(f"/// {line}\n" for line in text.split("\n")) + "pub fn items() {}\n"


def without_title(source: str) -> str:
    """Drop the leading `//!` and `//@` lines: rustdoc cannot merge a doctest that has the first."""
    lines = source.splitlines()
    return "\n".join(line for line in lines if not line.startswith(("//!", "//@")))
