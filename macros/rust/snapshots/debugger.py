"""The debugger of this machine: found, and told apart from another one."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.report import say_snapshots


def find_gdb() -> str:
    """Raises Trouble where there is none, with the command that installs it."""
    found = shutil.which("gdb")
    if found is None:
        raise say_snapshots.gdb_missing()
    return found


def name_debugger() -> str:
    """What changes when the debugger does, without asking it; empty where there is none."""
    found = shutil.which("gdb")
    if found is None:
        return ""
    state = Path(found).stat()
    return f"{found} {state.st_size} {state.st_mtime_ns}"
