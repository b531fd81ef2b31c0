"""Every sentence about running programs: what stops a check, and what helps."""

from __future__ import annotations

from macros.model import Trouble
from macros.report.say_tools import UPDATE, quoted

LINKER = "install a C compiler: apt-get install gcc"


def harness_not_built(said: str) -> Trouble:
    """Most often there is no C compiler, which rustc needs as its linker."""
    help = LINKER if "linker `" in said else UPDATE
    return Trouble(f"the harness that runs programs does not compile{quoted(said)}", help)


def program_not_run(name: str, reason: str) -> Trouble:
    return Trouble(f"the program `{name}` could not be run: {reason}", "ulimit -a; df -h")


def fault(error: str) -> str:
    return f"the system refused it ({error})"


def no_result(said: str) -> str:
    return f"the harness ended without a result for it{quoted(said)}"
