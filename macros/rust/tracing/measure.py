"""Listings → the system calls of their `main`: built, run twice under strace, and counted."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.model import Absent, Listing, Tally, Toolchain, Trouble
from macros.report import say_calls
from macros.rust.cage import ENVIRONMENT, LARGEST_FILE, NAMESPACES, find_cage
from macros.rust.compiler import Compiled, compile_crate
from macros.rust.crate import module_path, write_text
from macros.rust.processes import Finished, run_process
from macros.rust.tracing.log import read_log, reduce_calls
from macros.rust.tracing.program import FLAGS, write_traced
from macros.rust.tracing.tracer import find_strace, read_version
from macros.system_calls import CallsAnswer, CallsQuestion, Traced

RUNS: Final = 2
"""A count that differs from run to run is no fact."""
STARTING: Final = 5
"""Seconds that strace has beyond what the program may take."""
FOLLOWING: Final = ("-f", "-q", "-s", "64", "-e", "signal=none")
MEMORY: Final = 4 << 30


@dataclass(frozen=True, slots=True)
class Tools:
    """What programs are followed with; `cage` is the command that they live behind."""

    toolchain: Toolchain
    strace: str
    version: str
    cage: tuple[str, ...]


def measure_calls(
    questions: Sequence[CallsQuestion], toolchain: Toolchain, workdir: Path, *, workers: int
) -> tuple[tuple[CallsAnswer | Trouble, ...], Tally]:
    """The system calls of each listing, in their order; Absent where strace cannot do its work."""
    try:
        strace = find_strace()
    except Absent as absent:
        return (absent,) * len(questions), Tally()
    tools = Tools(toolchain, strace, read_version(strace, workdir), find_cage(workdir))

    def measure(number: int) -> CallsAnswer | Trouble:
        folder = workdir / str(number)
        folder.mkdir()
        try:
            return _measure(questions[number].listing, tools, folder)
        except Trouble as trouble:
            return trouble

    with ThreadPoolExecutor(max(workers, 1)) as pool:
        answers = tuple(pool.map(measure, range(len(questions))))
    return answers, Tally(calls=len(answers), alone=len(answers), isolated=bool(tools.cage))


def _measure(listing: Listing, tools: Tools, folder: Path) -> CallsAnswer:
    word = secrets.token_hex(8)
    text = write_traced(listing, word)
    if text is None:
        return CallsAnswer(diagnostic=say_calls.no_place(listing))
    compiled, executable = _build(listing, text, tools, folder)
    if not compiled.ok:
        return CallsAnswer(diagnostic=compiled.errors[0])
    runs: list[Traced] = []
    for number in range(RUNS):
        log = _make_rooms(folder, number)
        done = _run(listing, executable, log, tools)
        run = _read_run(listing, log, word, done, tools)
        if not isinstance(run, Traced):
            return run
        runs.append(run)
    return CallsAnswer(tuple(runs), tools.version)


def _build(listing: Listing, text: str, tools: Tools, folder: Path) -> tuple[Compiled, Path]:
    source = Path(module_path(listing.name))
    write_text(folder / source, text)
    executable = folder / "traced"
    asked = listing.directives
    edition = f"--edition={asked.edition}"
    arguments = (str(source), *FLAGS, edition, *asked.flags, f"-o{executable}")
    compiled = compile_crate(tools.toolchain, arguments, folder)
    if compiled.ok:
        executable.chmod(0o755)
    return compiled, executable


def _make_rooms(folder: Path, number: int) -> Path:
    """Make a folder for a run, and beside it one for its log, that no other user may enter.

    Gives the path of the log.
    """
    room, closed = folder / f"room{number}", folder / f"log{number}"
    room.mkdir()
    room.chmod(0o777)
    closed.mkdir(mode=0o700)
    return closed / room.name


def _run(listing: Listing, executable: Path, log: Path, tools: Tools) -> Finished:
    """Run the program in a folder of its own, with nothing to read.

    Where it runs as another user, strace does not: only so can its log be closed to the program.
    """
    inside = tools.cage.index(NAMESPACES[-1]) + 1 if tools.cage else 0
    cage, lower = tools.cage[:inside], tools.cage[inside:]
    return run_process(
        (*cage, tools.strace, *FOLLOWING, "-o", str(log), *lower, str(executable)),
        cwd=log.parent.with_name(log.name),
        env=ENVIRONMENT,
        timeout=listing.directives.timeout + STARTING,
        memory=MEMORY,
    )


def _read_run(
    listing: Listing, log: Path, word: str, done: Finished, tools: Tools
) -> Traced | CallsAnswer:
    """The calls of one run, or the answer that says why there are none.

    Raises Absent where programs may not be traced here, Trouble where strace broke.
    """
    text = log.read_text("utf-8", errors="replace") if log.exists() else ""
    if done.timed_out:
        return CallsAnswer(diagnostic=say_calls.no_end(listing))
    if len(text) >= LARGEST_FILE:
        return CallsAnswer(diagnostic=say_calls.too_many(listing))
    found = read_log(text, word)
    if found.calls is None and found.ended and done.code == 0:
        return CallsAnswer(diagnostic=say_calls.never_began(listing))
    if found.calls is None or not found.ended:
        said = done.stderr.decode(errors="replace").strip()
        if not text and say_calls.is_refusal(said):
            raise Absent(say_calls.REFUSED)
        raise say_calls.strace_fails(tools.version, listing.name, said)
    return reduce_calls(found.calls)
