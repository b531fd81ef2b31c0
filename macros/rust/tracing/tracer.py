"""The tracer of this machine: found, asked for its version, and told apart from another one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from macros.model import Absent
from macros.report import say_calls
from macros.rust.cage import ENVIRONMENT, TRIED_FOR
from macros.rust.processes import run_process


def find_strace() -> str:
    """Raises Absent where there is none, with the command that installs it."""
    found = shutil.which("strace")
    if found is None:
        raise Absent(say_calls.MISSING)
    return found


def name_tracer() -> str:
    """What changes when the tracer's version does, without asking it; empty where there is none."""
    found = shutil.which("strace")
    if found is None:
        return ""
    state = Path(found).stat()
    return f"{found} {state.st_size} {state.st_mtime_ns}"


def read_version(strace: str, folder: Path) -> str:
    """`strace 6.1`, as it says itself; without a number where it does not say one."""
    done = run_process((strace, "-V"), cwd=folder, env=ENVIRONMENT, timeout=TRIED_FOR)
    found = re.search(rb"version (\S+)", done.stdout)
    return f"strace {found[1].decode(errors='replace')}" if found else "strace"
