"""Every sentence about marks: the lines of a snippet at which its memory is drawn."""

from __future__ import annotations

from macros.model import Finding, Place

_HELP = "help: put it on a line of its own between two statements of a function"


def no_variable_name(place: Place, name: str) -> Finding:
    message = f"`{name}` is not the name of a variable" if name else "show: names no variable"
    help = "help: write //@ snapshot: LABEL, show: first, second"
    return Finding("mark", place, message, notes=(help,))


def variable_twice(place: Place, name: str) -> Finding:
    return Finding("mark", place, f"show: names `{name}` twice")


def label_twice(place: Place, label: str, line: int) -> Finding:
    message = f"two snapshots are called `{label}`"
    return Finding("mark", place, message, notes=(f"first: line {line}",))


def inside_macro(place: Place) -> Finding:
    return Finding("mark", place, "a snapshot cannot be taken inside a macro", notes=(_HELP,))


def outside_function(place: Place) -> Finding:
    message = "a snapshot cannot be taken outside a function: nothing runs there"
    return Finding("mark", place, message, notes=(_HELP,))


def inside_statement(place: Place) -> Finding:
    message = "a snapshot cannot be taken inside a statement"
    return Finding("mark", place, message, notes=(_HELP,))
