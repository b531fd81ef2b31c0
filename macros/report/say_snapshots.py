"""Every sentence about snapshots of a running program, and about the debugger that takes them."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Diagnostic, Listing, Mark, Trouble

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


# Diagnostics: each about a line of the listing's source -------------------------------------


def run_stopped(listing: Listing, why: str, place: str) -> Diagnostic:
    message = {
        "time": "the program does not end in its time, so its memory is not drawn",
        "often": "the marks are reached too often: a picture of each would be no picture",
        "log": "the program asks for too many blocks of the heap to be followed",
        "elsewhere": f"the program was stopped at `{place}`: it forks, or starts another program",
        "problem": f"gdb could not go on: {place}",
    }[why]
    return _about(listing.marks[0].before if listing.marks else 1, message)


def run_failed(listing: Listing, code: int | None) -> Diagnostic:
    ended = "a signal" if code is None else f"exit code {code}"
    message = f"the program ends with {ended}, and only one that ends well is drawn"
    return _about(listing.marks[0].before if listing.marks else 1, message)


def mark_not_reached(mark: Mark) -> Diagnostic:
    return _about(mark.before, f"the program never comes to the snapshot `{mark.label}`")


def unknown_variable(mark: Mark, name: str, known: Sequence[str]) -> Diagnostic:
    there = f"; there are {', '.join(known)}" if known else ""
    return _about(mark.before, f"no frame has a variable `{name}` at `{mark.label}`{there}")


def too_many_variables(mark: Mark, count: int, most: int) -> Diagnostic:
    message = (
        f"the snapshot `{mark.label}` has {count} variables, and a picture holds {most}: "
        "choose them with show: NAME, NAME"
    )
    return _about(mark.before, message)


def _about(line: int, message: str) -> Diagnostic:
    return Diagnostic("error", "", message, f"error: {message}", line=line, column=1)
