"""Timed snippets → compiled programs, and the seconds that a number of calls takes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from macros.model import Listing, Toolchain
from macros.report import say_timings
from macros.rust.compiler import compile_crate
from macros.rust.processes import run_process
from macros.timed_program import timed_arguments, timed_program

RUN_WITHIN: Final = 60.0
"""Seconds of wall time for one run of a program."""


def build_timed(listing: Listing, toolchain: Toolchain, folder: Path) -> Path:
    """Compile the program of a snippet into `folder`; the path of the executable.

    Raises Trouble where it does not compile.
    """
    name = listing.name.replace("/", "_")
    (folder / f"{name}.rs").write_text(timed_program(listing), encoding="utf-8")
    arguments = (*timed_arguments(listing), "--crate-name", name, "-o", name, f"{name}.rs")
    compiled = compile_crate(toolchain, arguments, folder)
    if not compiled.ok:
        raise say_timings.not_compiled(listing.name, compiled.errors[0].message)
    return folder / name


def run_timed(program: Path, row: str, loops: int) -> float:
    """The seconds that so many calls of a row take. Raises Trouble where the program fails."""
    ended = run_process(
        (str(program), row, str(loops)), cwd=program.parent, env={}, timeout=RUN_WITHIN
    )
    said = (ended.stdout if ended.code == 0 else ended.stderr).decode(errors="replace").strip()
    if ended.code or ended.timed_out:
        raise say_timings.not_timed(f"{program.name} {row}", said or "it does not end in time")
    return float(said)
