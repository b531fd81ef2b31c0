"""Every sentence about system calls: how such a claim is written, and how many there really are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from macros.model import Call, Claim, Diagnostic, Finding, Listing, Missing, Place, Trouble
from macros.report.say_facts import accept, listed, reproduce
from macros.words import find_numbers

MISSING: Final = Missing(
    "strace", "sudo apt-get install strace    or the same with your system's package manager"
)
REFUSED: Final = Missing(
    "the right to trace programs",
    "allow this process to trace its own programs: start its container with "
    "--cap-add=SYS_PTRACE, or run    sudo sysctl kernel.yama.ptrace_scope=1",
)
_REFUSALS: Final = ("not permitted", "permission denied", "not implemented")
_QUOTED: Final = 600
"""Characters of what strace said that are repeated."""


def is_refusal(said: str) -> bool:
    """Whether strace says that the system does not let it trace."""
    lower = said.lower()
    return "ptrace" in lower and any(words in lower for words in _REFUSALS)


def strace_fails(version: str, name: str, said: str) -> Trouble:
    message = f"{version} did not follow {name} to its end"
    return Trouble(
        f"{message}: {said[:_QUOTED]}" if said else message,
        "strace -f true    has to work here",
    )


# How a claim is written -------------------------------------------------------------------


def unknown_call(call: Call, name: str, close: Sequence[str], place: Place) -> Finding:
    message = f"there is no system call `{name}`"
    known = (f"known: {listed([f'`{one}`' for one in close])}",) if close else ()
    help = 'help: calls="mmap", calls="mmap | munmap" for both together, or calls="all"'
    return Finding("claim", call.place, message, place, (*known, help))


def no_count(call: Call, place: Place) -> Finding:
    message = "the words say no number of system calls"
    help = "help: write how many there are in digits or words, or *no* where there are none"
    return Finding("words", call.place, message, place, (help,))


def counted_in(call: Call, unit: str, mark: Place) -> Finding:
    message = f"the words count {unit}s, and calls= counts system calls"
    return Finding("words", call.place, message, mark)


def other_call_in_words(call: Call, mark: Place, said: str, asked: str) -> Finding:
    message = f"the words say `{said}`, calls= says {asked}"
    return Finding("words", call.place, message, mark)


# What was counted -------------------------------------------------------------------------


def another_count(claim: Claim, said: int, measured: int, setting: str) -> Finding:
    message = f"the page says {said}, `main` of {claim.snippet} makes {_calls(claim, measured)}"
    notes = (f"measured: {claim.snippet}   {setting}", reproduce(claim.place))
    number = (accept(claim.place),) if find_numbers(claim.words) else ()
    return Finding("calls", claim.place, message, claim.mark, (*notes, *number))


def runs_differ(claim: Claim, counts: Sequence[int], setting: str) -> Finding:
    message = (
        f"`main` of {claim.snippet} makes {listed([str(one) for one in counts])} "
        f"{_of_what(claim)} in two runs, so no number is true"
    )
    help = "help: name calls that do not depend on time or chance"
    notes = (f"measured: {claim.snippet}   {setting}", reproduce(claim.place), help)
    return Finding("calls", claim.place, message, claim.mark, notes)


def lines_differ(claim: Claim, one: str, other: str, setting: str) -> Finding:
    message = (
        f"two runs of {claim.snippet} make other system calls: "
        f"{f'`{one}`' if one else 'none'} and {f'`{other}`' if other else 'none'}"
    )
    help = "help: show a program whose calls do not depend on time or chance"
    notes = (f"measured: {setting}", reproduce(claim.place), help)
    return Finding("calls", claim.place, message, claim.mark, notes)


def _calls(claim: Claim, count: int) -> str:
    what = _of_what(claim)
    return f"{count} {what if count != 1 else what.replace('calls', 'call', 1)}"


def _of_what(claim: Claim) -> str:
    if claim.subject == "all":
        return "system calls"
    names = [f"`{name.strip()}`" for name in claim.subject.split("|")]
    return f"calls of {listed(names).replace(' and ', ' or ')}"


def left_out(count: int) -> str:
    """The last line of a table that does not show all."""
    return f"… {count} more"


def nothing_called() -> str:
    """A table without lines."""
    return "(none)"


def calls_title(name: str) -> str:
    return f"System calls of {name}"


def where_from() -> str:
    """What stands under a table, and leads to its row of evidence."""
    return "What the system was asked while main ran; equal letters are equal addresses."


def setting_with(setting: str, tracer: str) -> str:
    return f"{setting}, {tracer}"


# Why there are none: diagnostics about the listing -----------------------------------------


def no_place(listing: Listing) -> Diagnostic:
    return _about(
        f"no place was found in the main function of {listing.name} to follow its system calls"
    )


def never_began(listing: Listing) -> Diagnostic:
    return _about(
        f"{listing.name} runs to its end, and its main function was never seen to begin, so there "
        "is nothing to count: name the function `main` itself, without an alias"
    )


def no_end(listing: Listing) -> Diagnostic:
    return _about(
        f"the program does not end within {listing.directives.timeout} seconds, so its system "
        "calls are not counted: let it end, or give it more with //@ timeout"
    )


def too_many(listing: Listing) -> Diagnostic:
    return _about(
        f"{listing.name} makes more system calls than can be written down: let it do with a few "
        "thousand"
    )


def _about(message: str) -> Diagnostic:
    return Diagnostic("error", "", message, f"error: {message}", line=1, column=1)
