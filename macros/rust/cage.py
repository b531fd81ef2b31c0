"""The command that a traced program lives behind: gdb and strace start it from in there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from types import MappingProxyType
from typing import Final

from macros.rust.processes import run_process

ENVIRONMENT: Final = MappingProxyType(
    {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"}
)
TRIED_FOR: Final = 10
"""Seconds that a cage has to show whether this machine has it."""
NAMESPACES: Final = ("--net", "--pid", "--fork", "--kill-child", "--mount-proc")
"""No network, and processes of its own: whatever the program starts ends with it."""
NOBODY: Final = "65534"
LARGEST_FILE: Final = 16 << 20
LIMITS: Final = (f"--as={4 << 30}", f"--data={1 << 30}", f"--fsize={LARGEST_FILE}", "--core=0")
"""What a program may have, as under the ordinary harness; a tracer needs less."""


def find_cage(folder: Path, *programs: Path) -> tuple[str, ...]:
    """The command that a traced program lives behind; empty where this machine has none.

    It ends with us, has bounded memory and files, no network, processes of its own, and another
    user where we are the system's and that user may enter `folder` and start `programs`.
    """
    found = [shutil.which(name) for name in ("setpriv", "prlimit", "unshare")]
    if None in found:
        return ()
    setpriv, prlimit, unshare = map(str, found)
    bounds = (setpriv, "--pdeathsig=KILL", prlimit, *LIMITS, unshare)
    user = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    other = (setpriv, *user, "--pdeathsig=KILL")  # another user loses what --kill-child set
    cages: list[tuple[str, ...]] = [(*bounds, "--map-root-user", *NAMESPACES)]
    if os.geteuid() == 0:
        cages = [(*bounds, *NAMESPACES, *other), (*bounds, *NAMESPACES)]
    for cage in cages:
        tests = (word for path in programs for word in ("-a", "-x", str(path)))
        command = (*cage, "test", "-x", str(folder), *tests)
        done = run_process(command, cwd=folder, env=ENVIRONMENT, timeout=TRIED_FOR)
        if done.code == 0:
            return cage
    return ()
