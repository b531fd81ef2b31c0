"""Every sentence about layout figures: how one is asked for, and why a type has no layout."""

from __future__ import annotations

from macros.model import Argument, Call, Diagnostic, Finding, Place
from macros.report.say_facts import reproduce, rustc_lines, said_by


def unsuited_snippet(call: Call, mark: Place, snippet: str, what: str) -> Finding:
    message = f"{snippet} {what}, so its types have no layout"
    help = "help: name a snippet that compiles"
    return Finding("figure", call.place, message, mark, (help,))


def several_types(call: Call, mark: Place) -> Finding:
    help = 'help: write the others into compare="…", or a table with layout_table("A | B")'
    return Finding("figure", call.place, "layout takes one type", mark, (help,))


def no_depth(call: Call, depth: Argument) -> Finding:
    message = f"depth={depth.value} opens nothing: a figure shows at least one level of fields"
    return Finding("figure", call.place, message, depth.place, ("help: write depth=1 or more",))


def two_views(call: Call, one: str, other: str, argument: Argument) -> Finding:
    message = f"a figure shows one view of a type, and here are {one}= and {other}="
    return Finding("figure", call.place, message, argument.place, ("help: draw two figures",))


def too_many(call: Call, mark: Place, most: int) -> Finding:
    message = f"a figure compares at most {most} types"
    help = 'help: draw two figures, or write a table with layout_table("A | B")'
    return Finding("figure", call.place, message, mark, (help,))


def empty_type(call: Call, place: Place) -> Finding:
    help = "help: types have one | between them, and each has a name"
    return Finding("figure", call.place, "there is no type here", place, (help,))


def stands_as_code(call: Call) -> Finding:
    message = f"this call of {call.macro} stands in a block of code, where no figure can be"
    help = "help: begin its line without spaces, or as far in as the list or box around it"
    return Finding("rendering", call.place, message, None, (help,))


def no_layout(
    call: Call, mark: Place, type: str, diagnostic: Diagnostic | None, setting: str
) -> Finding:
    said = said_by(diagnostic) if diagnostic else "rustc gave it no layout and no message"
    lines = rustc_lines(diagnostic) if diagnostic and not _is_ours(diagnostic) else ()
    notes = (*lines, f"asked: {setting}", reproduce(call.place))
    return Finding("figure", call.place, f"there is no layout of `{type}`: {said}", mark, notes)


def _is_ours(diagnostic: Diagnostic) -> bool:
    """Whether the message is one of ours, which has no more lines than the one that is said."""
    return diagnostic.rendered == f"error: {diagnostic.message}\n"


def snippet_fails(
    call: Call, mark: Place, type: str, snippet: str, diagnostic: Diagnostic
) -> Finding:
    message = f"there is no layout of `{type}`: {snippet} does not compile"
    notes = (f"rustc: {said_by(diagnostic)}", reproduce(call.place))
    return Finding("figure", call.place, message, mark, notes)


def object_unreadable(call: Call, mark: Place, type: str, diagnostic: Diagnostic) -> Finding:
    message = f"this figure could not be checked: of `{type}`, {diagnostic.message}"
    return Finding("tool", call.place, message, mark, (reproduce(call.place),), True)
