"""Every sentence about snapshots of a running program, and about the debugger that takes them."""

from __future__ import annotations

import signal
from collections.abc import Sequence

from macros.model import Diagnostic, Listing, Mark, Trouble
from macros.report.say_pages import guess

_DOES_NOT_TRACE = ("ptrace", "not permitted", "permission denied")
_INSTALL = "sudo apt-get install gdb    or the same with your system's package manager"
_TRACE = (
    "allow this process to trace its own programs: start its container with --cap-add=SYS_PTRACE, "
    "or run    sudo sysctl kernel.yama.ptrace_scope=1"
)
_WORKS = (
    "gdb --version    has to be 12 or newer, and to run a program here: gdb -batch -ex run true"
)
_BLOCKERS = {
    "multiple global allocators": "it has a #[global_allocator] of its own",
    "can't find crate for `std`": "it does without the standard library",
    "could not find `std`": "it does without the standard library",
    "cannot find `std`": "it does without the standard library",
    "unresolved import `std": "it does without the standard library",
    "can't find `std`": "it does without the standard library",
    "linking with": "the linker refuses it together with the allocator that keeps the log",
}
_QUOTED = 600
"""Characters of what gdb said that are repeated."""


def gdb_missing() -> Trouble:
    return Trouble("gdb is not installed, so no program's memory can be looked at", _INSTALL)


def gdb_fails(problem: str, said: str) -> Trouble:
    """gdb started, and could not run the program even to its first stop."""
    text = f"{problem}\n{said}".strip()
    lower = text.lower()
    if "scripting in the" in lower:
        return Trouble(
            "this gdb was built without Python, so it cannot be told what to do", _INSTALL
        )
    if any(words in lower for words in _DOES_NOT_TRACE):
        return Trouble(f"gdb may not follow a program here: {text[:_QUOTED]}", _TRACE)
    return Trouble(f"gdb cannot follow the program: {text[:_QUOTED]}", _WORKS)


def gdb_hangs(seconds: int) -> Trouble:
    """The program is ended when its own time is over, and gdb is still there."""
    return Trouble(f"gdb gives no answer within {seconds} seconds", _WORKS)


def program_unreadable(why: str) -> Trouble:
    return Trouble(
        f"the program's debug information cannot be read ({why})",
        "rustc has to write it (-g) and to leave it in: no wrapper or linker may strip programs",
    )


# Diagnostics: each about a line of the listing's source -------------------------------------


def optimised(listing: Listing, flag: str) -> Diagnostic:
    return _about_first(
        listing,
        f"with {flag} the compiler leaves no variables to be drawn: take it out of //@ flags, "
        "or the snapshots out of this snippet",
    )


def own_name(line: int, name: str) -> Diagnostic:
    message = f"the program that is drawn has a `{name}` of ours beside it: call yours otherwise"
    return _about(line, message)


def mark_breaks(mark: Mark) -> Diagnostic:
    message = (
        f"the snapshot `{mark.label}` stands where no statement can: put it between two statements "
        "of a function that runs"
    )
    return _about(mark.before, message)


def cannot_be_followed(listing: Listing, messages: Sequence[str]) -> Diagnostic:
    """The listing compiles, and what keeps the log of its allocator does not go with it."""
    text = "\n".join(messages)
    known = (why for words, why in _BLOCKERS.items() if words in text)
    why = next(known, f"rustc says: {messages[0]}" if messages else "rustc does not say why")
    return _about_first(listing, f"this program's memory cannot be drawn: {why}")


def run_stopped(listing: Listing, why: str) -> Diagnostic:
    message = {
        "time": (
            f"the program does not end within {listing.directives.timeout} seconds, so its memory "
            "is not drawn: let it end, or give it more with //@ timeout"
        ),
        "often": (
            "the snapshots are reached more than 40 times: put them where the program comes "
            "less often, or let it take fewer rounds"
        ),
        "log": (
            "the program asks for more blocks of the heap than can be followed: "
            "let it do with a few thousand"
        ),
        "elsewhere": (
            "the program starts another one, which cannot be followed: "
            "a snippet that is drawn runs in one process"
        ),
        "deep": (
            "more than 200 calls wait for each other at a snapshot, and no picture holds them: "
            "let the recursion be less deep, or set the snapshot elsewhere"
        ),
    }[why]
    return _about_first(listing, message)


def run_failed(listing: Listing, code: int | None, number: int) -> Diagnostic:
    ended = f"exit code {code}" if code is not None else _signal_name(number)
    panics = " (a panic)" if code == 101 else ""
    return _about_first(
        listing,
        f"the program ends with {ended}{panics}, and only one that ends well is drawn: mend it, "
        "or say //@ run-fail",
    )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return "a signal"


def mark_not_reached(mark: Mark) -> Diagnostic:
    message = (
        f"the program never comes to the snapshot `{mark.label}`: call its function, "
        "or take the snapshot out"
    )
    return _about(mark.before, message)


def unknown_variable(mark: Mark, name: str, known: Sequence[str]) -> Diagnostic:
    there = f"; there are {', '.join(known)}" if known else "; there are none"
    near = guess(name, known)
    return _about(mark.before, f"no frame has a variable `{name}` at `{mark.label}`{there}{near}")


def too_many_variables(mark: Mark, count: int, most: int) -> Diagnostic:
    message = (
        f"the snapshot `{mark.label}` has {count} variables, and a picture holds {most}: "
        "choose them with show: NAME, NAME"
    )
    return _about(mark.before, message)


def address_in_text(mark: Mark, text: str) -> Diagnostic:
    message = (
        f"at `{mark.label}` a text holds {text}, an address that another build has elsewhere: "
        "let the program write none, or draw other variables with show: NAME"
    )
    return _about(mark.before, message)


def _about_first(listing: Listing, message: str) -> Diagnostic:
    return _about(listing.marks[0].before if listing.marks else 1, message)


def _about(line: int, message: str) -> Diagnostic:
    return Diagnostic("error", "", message, f"error: {message}", line=line, column=1)
