"""Every sentence about snapshots of a running program, and about the debugger that takes them."""

from __future__ import annotations

from macros.model import Trouble

_PTRACE = "ptrace"


def gdb_missing() -> Trouble:
    return Trouble(
        "gdb is not installed, so no program's memory can be looked at",
        "sudo apt-get install gdb    or the same with your system's package manager",
    )


def gdb_fails(problem: str, said: str) -> Trouble:
    """gdb started, and could not run the program even to its first stop."""
    text = f"{problem}\n{said}".strip()
    if _PTRACE in text.lower() or "not permitted" in text.lower():
        help = (
            "allow this process to trace its own programs: in a container, "
            "start it with --cap-add=SYS_PTRACE"
        )
    else:
        help = "gdb --version    has to be 12 or newer and able to run programs"
    return Trouble(f"gdb cannot follow the program: {text}", help)
