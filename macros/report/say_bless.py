"""Every sentence about corrections: what is rewritten, what needs a person, what is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Final

from macros.bless.nouns import Blessing, Correction, Need
from macros.model import Trouble
from macros.report.command import COMMAND
from macros.report.plain import visible

_MOST_FILES = 3

TRUTH = "the words hold no number to rewrite: either the sentence or the expression is wrong"
NO_VALUE = "the expression has no value that the words could hold"
SECTION = "another sort of memory says something else: the sentence is to be thought over"
SNAPSHOT = "another memory says something else: the sentence is to be thought over"
CODEGEN = "other code says something else: the sentence is to be thought over"
LINES = "lines in an order, or that are not printed, are to be thought over with the sentence"
CALLS = "no one number of system calls would make it true"
TIMING = "another time is no other number of the words: the sentence is to be thought over"
FOR_PEOPLE: Final = MappingProxyType(
    {
        "truth": TRUTH,
        "section": SECTION,
        "snapshot": SNAPSHOT,
        "codegen": CODEGEN,
        "prints_not": LINES,
        "calls": CALLS,
        "trace": CALLS,
        "timing": TIMING,
    }
)
"""Kinds of claims that no number makes true."""
NOT_CHECKED = "it could not be checked, so there is nothing to accept"
NO_ONE_LINE = "it is not clear which printed line is meant"
NUMBER_NOT_IN_LINE = "it is not clear which number of the printed line the words mean"
NO_ERROR = "no such message comes there, so no code would make it true"
NO_ONE_CODE = "it is not clear which code is meant"
MESSAGE = "the message itself is another, and its words are chosen by a person"
NO_MARGIN = "no number, code or printed line stands here that could be rewritten"
NO_NUMBER = "no other number would make it true"
TAG = "how variants are told apart is put in words by a person"
PADDING = "a line about padding is missing, and a person puts it where the hole is"
ESCAPES = "the characters to rewrite are written in a way that no program should change"
SAME_CHARACTERS = "two corrections want to rewrite the same characters"
STILL_REFUTED = "with the measured value in its place it would still not be read as true"
MISTAKE = "it is written in a way that cannot be checked"
BROKEN = "the check itself could not be done"


ONE_OR_MANY = "one has become many, or many one: do the words around the number still fit?"


def unit_does_not_fit(value: int, unit: str) -> str:
    return f"{value} bytes are no whole number of {unit}s"


def unit_counted_itself(value: int, unit: str) -> str:
    return (
        f"the expression seems to count {unit}s itself, {value}: leave the unit outside the claim"
    )


def id_would_change(identity: str) -> str:
    return (
        f"docs/sources/ names this claim by its id `{identity}`, which is made from the text to "
        f'rewrite; pin it first with id="{identity}"'
    )


def guaranteed(rule: str) -> str:
    return f"it is marked as guaranteed; read the rule again: {rule}"


# Refusals ----------------------------------------------------------------------------------


def refused_in_ci() -> Trouble:
    return Trouble(
        "CI is set, and a page is not corrected where nobody reads it",
        f"{COMMAND} bless    on your own machine",
    )


def no_terminal() -> Trouble:
    return Trouble(
        "there is no terminal to ask on, so nothing was written",
        "--yes writes without asking, --dry-run only shows",
    )


def named_twice(one: str, two: str) -> Trouble:
    what = f"`{one}` is named twice" if one == two else f"`{one}` and `{two}` name the same place"
    return Trouble(what, "name each place once")


def changed_meanwhile(path: str, written: Sequence[str]) -> Trouble:
    message = f"{path} has changed since it was verified{_so_far(written)}"
    return Trouble(message, f"{COMMAND} bless    verifies anew")


def not_written(path: str, reason: str, written: Sequence[str]) -> Trouble:
    message = f"{path} cannot be written: {reason}{_so_far(written)}"
    return Trouble(message, f"ls -l {path}")


def _so_far(written: Sequence[str]) -> str:
    return f"; written before: {', '.join(written)}" if written else "; nothing was written"


# What is shown -----------------------------------------------------------------------------


def show_corrections(
    corrections: Sequence[Correction], before: Sequence[str], after: Sequence[str]
) -> str:
    """What disagrees in a sentence, and the sentence as it stands and as it would stand."""
    lines = [
        f"{finding.place}  {finding.message}" for each in corrections for finding in each.findings
    ]
    for old, new in zip(before, after, strict=True):
        lines += [f"  before: {old}", f"  after:  {new}"]
    lines += (f"  note:   {note}" for each in corrections for note in each.notes)
    return "\n".join(visible(line) for line in lines)


def show_need(need: Need) -> str:
    finding = need.finding
    place = f"{finding.place}  " if finding.place.path else ""
    return f"{visible(place + finding.message)}\n  why:    {visible(need.reason)}"


def needs_heading(needs: Sequence[Need]) -> str:
    verb = "needs" if len(needs) == 1 else "need"
    return f"{_count(len(needs), 'finding')} {verb} a person:"


def nothing_here(places: Iterable[str]) -> str:
    return "\n".join(f"no claim and no listing stands at {visible(place)}" for place in places)


def nothing_to_rewrite(blessing: Blessing) -> str:
    return "nothing was rewritten" if blessing.needs else "nothing to rewrite: all of it holds"


def question(blessing: Blessing) -> str:
    return f"rewrite {_what(blessing)}? [y/N] "


def declined() -> str:
    return "nothing was written"


def dry_run(blessing: Blessing) -> str:
    return f"{_what(blessing)} would be rewritten; nothing was written"


def rewritten(blessing: Blessing) -> str:
    return f"rewritten: {_what(blessing)}. Read each sentence again."


def _what(blessing: Blessing) -> str:
    paths = list(dict.fromkeys(edit.place.path for edit in blessing.edits))
    files = ", ".join(map(visible, paths)) if len(paths) <= _MOST_FILES else f"{len(paths)} files"
    return f"{_count(len(blessing.corrections), 'finding')} in {files}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
