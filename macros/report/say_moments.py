"""Every sentence about claims that speak of moments: how one is written, and what really lay there.

Marks, snapshots and players have sentences of their own.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from macros.model import Call, Claim, Finding, Listing, Place
from macros.report.say_facts import listed, reproduce, shortened

EXAMPLE: Final = 'help: such as snapshot="moved: t.ptr == start: s.ptr" or "start: s.len == 5"'
_STANDINGS: Final = (
    "help: is goes with live, moved, partly moved, not yet initialised or mutably borrowed, "
    "and for a block with live or freed"
)
_UNCLEAR: Final = MappingProxyType(
    {
        "nothing": ("`{}` compares nothing: `==`, `!=` or `is` is missing", EXAMPLE),
        "several": ("a second `{}`: one claim compares two things", "help: write two claims"),
        "label": (
            "`{}` does not say when: the label of a snapshot and a colon come first",
            EXAMPLE,
        ),
        "path": ("`{}` is neither a variable with its fields nor a block", EXAMPLE),
        "empty": ("nothing stands behind `==`", EXAMPLE),
        "text": (
            "`{}` is no value: a number, a text in quotes, true, None, heap #1, null or .rodata",
            "help: another variable needs its label, such as start: s.len",
        ),
        "standing": ("`{}` is nothing that a variable or a block can be", _STANDINGS),
        "same": (
            "`{}` stands on both sides, so the claim holds whatever the program does",
            EXAMPLE,
        ),
        "differs": (
            "nearly anything differs from `{}`, so the claim says nothing",
            "help: say with == what it is, or compare two moments with !=",
        ),
    }
)
_UNREAD: Final = MappingProxyType(
    {
        "label": ("{snippet} has no snapshot `{word}`", "labels"),
        "hits": ("the program comes to `{word}` more than once", "help: write one of"),
        "variable": ("no variable `{word}` is drawn at `{label}`", "there are"),
        "thread": ("no thread is called `{word}` at `{label}`", "there are"),
        "frames": ("several frames have a variable `{word}` at `{label}`", "help: write one of"),
        "shadowed": (
            "two variables of one frame are called `{word}` at `{label}`",
            "found",
        ),
        "block": ("no block `{word}` is drawn at `{label}`", "there are"),
        "property": ("nothing is called `{word}` there", "known"),
        "no value": ("at `{label}`, {known[0]} is {known[1]}: its bytes mean nothing", ""),
        "pointer": (
            "`{word}` holds a pointer, so it is not said what is to be compared",
            "help: compare one of",
        ),
        "no place": ("{known[0]} has no place in memory at `{label}`", ""),
        "bytes": ("the bytes of `{word}` are not decoded, so they cannot be compared", ""),
    }
)


def unclear(call: Call, reason: str, word: str, place: Place) -> Finding:
    message, help = _UNCLEAR[reason]
    return Finding("claim", call.place, message.format(shortened(word)), place, (help,))


def unread(
    claim: Claim, reason: str, words: tuple[str, str], known: Sequence[str], mark: Place
) -> Finding:
    """Why a path leads to nothing; `words` are the wrong characters and the label."""
    word, label = words
    sentence, lead = _UNREAD[reason]
    message = sentence.format(word=word, label=label, known=known, snippet=claim.snippet)
    notes = []
    others = [one for one in known if one != word]
    near = difflib.get_close_matches(word, others, n=1, cutoff=0.6)
    if near and reason in ("label", "variable", "thread", "property"):
        notes.append(f"help: did you mean `{near[0]}`?")
    if lead and known:
        notes.append(f"{lead}: {listed([f'`{one}`' for one in known])}")
    if reason == "shadowed":
        notes.append("help: give one of them another name")
    return Finding("snapshot", claim.place, message, mark, (*notes, reproduce(claim.place)))


def lay_otherwise(
    claim: Claim, mark: Place, sides: Sequence[str], setting: str, *, differ: bool
) -> Finding:
    """Both values in words, each with its moment; `differ` is what the page says of them."""
    notes = (f"measured: {claim.snippet}   {setting}", reproduce(claim.place))
    message = ", ".join(sides)
    if differ:
        message = f"the page says that they differ, and they are the same: {message}"
    return Finding("snapshot", claim.place, message, mark, notes)


def not_comparable(claim: Claim, mark: Place, sides: Sequence[str]) -> Finding:
    message = f"{', '.join(sides)}: these are no two things of one sort"
    help = "help: compare numbers with numbers, places (.ptr) with places, texts with texts"
    return Finding("snapshot", claim.place, message, mark, (help, reproduce(claim.place)))


def both_nowhere(claim: Claim, mark: Place, sides: Sequence[str], path: str) -> Finding:
    message = f"{', '.join(sides)}: where no memory is, no two places can be told apart"
    help = f"help: say it of each, such as {path} == dangling"
    return Finding("snapshot", claim.place, message, mark, (help, reproduce(claim.place)))


def number_not_compared(claim: Claim, mark: Place, number: str, sides: Sequence[str]) -> Finding:
    message = f"the page says {number}, what is compared is: {', '.join(sides)}"
    return Finding("snapshot", claim.place, message, mark, (reproduce(claim.place),))


def says(label: str, path: str, verb: str, said: str) -> str:
    """`moved: t points to heap #1 + 0`."""
    return f"{label}: {path} {verb} {shortened(said)}"


def another(place: str) -> str:
    """A second place of that name: a variable that hides the first, or one of another call."""
    return f"another {place}"


def page_says(text: str) -> str:
    return f"the page says {shortened(text)}"


def unused_marks(listing: Listing) -> Finding:
    """A snippet whose moments nobody sees."""
    message = f"{listing.name} has moments to be drawn, and no page draws them"
    help = f'help: write {{{{ memory("{listing.name}") }}}} alone on a line, or take the marks out'
    return Finding("mark", listing.marks[0].place, message, None, (help,))
