"""Every sentence about layout figures: how one is asked for, and why a type has no layout."""

from __future__ import annotations

from macros.model import Argument, Call, Diagnostic, Finding, Place
from macros.report.say_facts import reproduce, rustc_lines, said_by


def unsuited_snippet(call: Call, snippet: str, what: str) -> Finding:
    message = f"{snippet} {what}, so its types have no layout"
    help = "help: name a snippet that compiles"
    return Finding("figure", call.place, message, None, (help,))


def no_depth(call: Call, depth: Argument) -> Finding:
    message = f"depth={depth.value} opens nothing: a figure shows at least one level of fields"
    return Finding("figure", call.place, message, depth.place, ("help: write depth=1 or more",))


def two_views(call: Call, one: str, other: str, argument: Argument) -> Finding:
    message = f"a figure shows one view of a type, and here are {one}= and {other}="
    return Finding("figure", call.place, message, argument.place, ("help: draw two figures",))


def odd_comparison(call: Call, argument: Argument, most: int) -> Finding:
    message = f"compare= takes one to {most} types, with | between them"
    help = 'help: write compare="(u8, u32) | [u8; 4]"'
    return Finding("figure", call.place, message, argument.place, (help,))


def empty_type(call: Call, place: Place) -> Finding:
    message = "there is no type between two of the |"
    return Finding("figure", call.place, message, place)


def no_layout(
    call: Call, mark: Place, type: str, diagnostic: Diagnostic | None, setting: str
) -> Finding:
    said = said_by(diagnostic) if diagnostic else "rustc gave it no layout and no message"
    lines = rustc_lines(diagnostic) if diagnostic else ()
    notes = (*lines, f"asked: {setting}", reproduce(call.place))
    return Finding("figure", call.place, f"there is no layout of `{type}`: {said}", mark, notes)
