"""Every sentence about players: how one is asked for, and why it cannot be drawn."""

from __future__ import annotations

from macros.model import Call, Diagnostic, Finding, Listing, Place
from macros.report.say_facts import said_by

MARK = "write //@ snapshot: LABEL on a line of its own between two of its statements"


def no_marks(call: Call, snippet: str) -> Finding:
    message = f"{snippet} has no moment to be drawn"
    return Finding("player", call.place, message, None, (f"help: {MARK}",))


def unsuited_snippet(call: Call, snippet: str) -> Finding:
    message = f"{snippet} is no program that runs to its end, so its memory is not drawn"
    help = "help: name a snippet with a main function that compiles, runs and ends with exit code 0"
    return Finding("player", call.place, message, None, (help,))


def not_drawn(call: Call, place: Place, diagnostic: Diagnostic, setting: str) -> Finding:
    notes = (f"asked by: {call.place}", f"traced:   {setting}")
    return Finding("player", place, said_by(diagnostic), None, notes)


# Promises about the book ------------------------------------------------------------------


def ends_otherwise(place: Place, listing: Listing) -> Finding:
    message = f"{listing.name}, run as usual, does not end with exit code 0"
    help = "help: a program that behaves otherwise under a debugger cannot be drawn"
    return Finding("player", place, message, None, (help,))


def contradiction(place: Place, listing: Listing, what: str) -> Finding:
    message = f"the snapshots of {listing.name} contradict themselves: {what}"
    help = "help: this is a mistake of the generator, or memory that the program spoils"
    return Finding("player", place, message, None, (help,))


def not_on_the_page(call: Call, what: str) -> Finding:
    return Finding("player", call.place, f"the built page does not show {what}")
