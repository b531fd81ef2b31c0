"""A marked program, built and run under gdb → what lay in memory at each stop, as raw facts."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.model import Listing, Toolchain
from macros.report import say_snapshots as say
from macros.rust.cage import ENVIRONMENT, find_cage
from macros.rust.compiler import Compiled, compile_crate
from macros.rust.crate import module_path, write_text
from macros.rust.dwarf.nouns import UnreadableObject
from macros.rust.processes import Finished, run_process
from macros.rust.snapshots.debugger import find_gdb
from macros.rust.snapshots.image import Image, read_image
from macros.rust.snapshots.program import FLAGS, LOG_LINES, write_program
from macros.rust.snapshots.raw import RawRun, read_run
from macros.rust.snapshots.types import CRATE, Types

SCRIPT: Final = Path(__file__).with_name("inside_gdb.py")
BESIDE: Final = Path(__file__).with_name("inside_memory.py")
MOST_STOPS: Final = 40
MEMORY: Final = 4 << 30
"""Bytes of address space for gdb and the program each."""
MOST_FRAMES: Final = 200
"""Calls that wait for each other on one thread, those of the library too."""
STARTING: Final = 30
"""Seconds that gdb has for itself; the program's own are counted while it runs."""
GDB: Final = ("-nx", "-batch", "-iex", "set auto-load off", "-x")


@dataclass(frozen=True, slots=True)
class Tools:
    """What programs are traced with: the compiler, gdb, and the command that gives a program
    namespaces of its own (empty where this machine has none)."""

    toolchain: Toolchain
    gdb: str
    cage: tuple[str, ...]


def find_tools(toolchain: Toolchain, folder: Path) -> Tools:
    """Raises Trouble where there is no gdb, with the command that installs it."""
    gdb = find_gdb()
    return Tools(toolchain, gdb, find_cage(folder))


def build_program(listing: Listing, tools: Tools, folder: Path) -> tuple[Compiled, Path]:
    """Build the listing with its marks: what the compiler said, and the program's file."""
    source = Path(module_path(listing.name))
    write_text(folder / source, write_program(listing))
    executable = folder / CRATE
    asked = listing.directives
    named = (f"--crate-name={CRATE}", f"--edition={asked.edition}", f"-o{executable}")
    arguments = (str(source), *asked.flags, *FLAGS, *named)
    return compile_crate(tools.toolchain, arguments, folder), executable


def compiles_alone(listing: Listing, tools: Tools, folder: Path) -> Compiled:
    """What the compiler says of the listing without its marks."""
    source = Path(f"alone_{Path(module_path(listing.name)).name}")
    write_text(folder / source, listing.source)
    edition = f"--edition={listing.directives.edition}"
    flags = ("--crate-type=bin", "--emit=metadata", "--cap-lints=allow", edition)
    return compile_crate(tools.toolchain, (str(source), *listing.directives.flags, *flags), folder)


def read_program(executable: Path) -> Image:
    """Raises Trouble where the file has no symbols by which it can be read."""
    try:
        return read_image(executable.read_bytes())
    except UnreadableObject as error:
        raise say.program_unreadable(str(error)) from error


def read_types(executable: Path) -> Types:
    """Raises Trouble where the file has no debug information, or a kind that is not read."""
    try:
        return Types(executable.read_bytes())
    except UnreadableObject as error:
        raise say.program_unreadable(str(error)) from error


def run_program(listing: Listing, executable: Path, image: Image, tools: Tools) -> RawRun:
    """Run the program under gdb and stop it at each mark.

    Raises Trouble where gdb cannot follow a program here.
    """
    folder = executable.parent
    facts = folder / "facts.jsonl"
    facts.touch()
    facts.chmod(0o666)
    asked = {
        "out": str(facts),
        "source": Path(module_path(listing.name)).name,
        "most": MOST_STOPS,
        "frames": MOST_FRAMES,
        "seconds": listing.directives.timeout,
        "room": LOG_LINES,
        "stop": image.stop,
        "ranges": image.data,
        "locals": image.locals,
    }
    script = folder / SCRIPT.name
    shutil.copyfile(SCRIPT, script)
    shutil.copyfile(BESIDE, folder / BESIDE.name)
    done = run_process(
        (*tools.cage, tools.gdb, *GDB, str(script), str(executable)),
        cwd=folder,
        env={**ENVIRONMENT, "SNAPSHOTS_ASKED": json.dumps(asked)},
        timeout=listing.directives.timeout + STARTING,
        memory=MEMORY,
    )
    return _read_facts(facts, done)


def _read_facts(facts: Path, done: Finished) -> RawRun:
    lines = facts.read_text("utf-8").splitlines() if facts.is_file() else []
    run = read_run(lines)
    if done.timed_out:
        raise say.gdb_hangs(round(done.seconds))
    if run.stopped == "problem":
        raise say.gdb_fails(run.place, done.stderr.decode(errors="replace").strip())
    return run
