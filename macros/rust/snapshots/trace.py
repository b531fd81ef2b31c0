"""A marked program, built and run under gdb → what lay in memory at each stop, as raw facts."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from macros.model import Listing, Toolchain
from macros.report import say_snapshots
from macros.rust.compiler import Compiled, compile_crate
from macros.rust.crate import module_path, write_text
from macros.rust.processes import run_process
from macros.rust.snapshots.image import Image, read_image
from macros.rust.snapshots.program import FLAGS, LOG_LINES, write_program
from macros.rust.snapshots.raw import RawRun, read_run

SCRIPT: Final = Path(__file__).with_name("inside_gdb.py")
ENVIRONMENT: Final = MappingProxyType(
    {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"}
)
MOST_STOPS: Final = 40
MEMORY: Final = 4 << 30
"""Bytes of address space for gdb and the program each."""
STARTING: Final = 10
"""Seconds that gdb has beyond what the program may take."""
GDB: Final = ("-nx", "-batch", "-iex", "set auto-load off", "-x")
CAGE: Final = ("--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--mount-proc")
"""No network, and processes of its own: whatever the program starts ends with it."""


@dataclass(frozen=True, slots=True)
class Traced:
    """What became of a program: the run, or what the compiler said.

    `executable` has the debug information by which the run is read. `isolated` says whether the
    program had namespaces of its own.
    """

    compiled: Compiled
    executable: Path
    image: Image | None = None
    run: RawRun | None = None
    isolated: bool = True


def find_gdb() -> str:
    """Raises Trouble where there is none, with the command that installs it."""
    found = shutil.which("gdb")
    if found is None:
        raise say_snapshots.gdb_missing()
    return found


def trace_program(listing: Listing, toolchain: Toolchain, folder: Path) -> Traced:
    """Build the listing with its marks and stop it at each.

    `folder` is empty and of no use afterwards, but for the executable. Raises Trouble where gdb is
    missing, or may not follow a program here.
    """
    gdb = find_gdb()
    source = Path(module_path(listing.name))
    write_text(folder / source, write_program(listing))
    executable = folder / "program"
    asked = listing.directives
    arguments = (
        str(source),
        *FLAGS,
        "--crate-name=program",
        f"--edition={asked.edition}",
        f"-o{executable}",
    )
    compiled = compile_crate(toolchain, arguments, folder)
    if not compiled.ok:
        return Traced(compiled, executable)
    cage = _find_cage(folder)
    image = read_image(executable.read_bytes())
    run = _run_under(gdb, _Work(folder, executable, image, source.name, asked.timeout), cage)
    return Traced(compiled, executable, image, run, bool(cage))


@dataclass(frozen=True, slots=True)
class _Work:
    """A program that was built in `folder`; `timeout` is what it may take, in seconds."""

    folder: Path
    executable: Path
    image: Image
    source: str
    timeout: int


def _find_cage(folder: Path) -> tuple[str, ...]:
    """The command that gives a program namespaces of its own; empty where this machine has none."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    done = run_process((unshare, *CAGE, "true"), cwd=folder, env=ENVIRONMENT, timeout=STARTING)
    return (unshare, *CAGE) if done.code == 0 else ()


def _run_under(gdb: str, work: _Work, cage: tuple[str, ...]) -> RawRun:
    facts = work.folder / "facts.jsonl"
    asked = {
        "out": str(facts),
        "source": work.source,
        "most": MOST_STOPS,
        "room": LOG_LINES,
        "stop": work.image.stop,
        "ranges": work.image.data,
        "locals": work.image.locals,
    }
    done = run_process(
        (*cage, gdb, *GDB, str(SCRIPT), str(work.executable)),
        cwd=work.folder,
        env={
            **ENVIRONMENT,
            "SNAPSHOTS_ASKED": json.dumps(asked),
        },
        timeout=work.timeout + STARTING,
        memory=MEMORY,
    )
    lines = facts.read_text("utf-8").splitlines() if facts.is_file() else []
    if done.timed_out:
        whole = [line for line in lines if line.endswith("}")]
        return RawRun(read_run(whole).moments, stopped="time")
    run = read_run(lines)
    if run.stopped == "problem" and not run.moments:
        said = done.stderr.decode(errors="replace").strip()
        raise say_snapshots.gdb_fails(run.place, said)
    return run
