"""What a variable is at a mark, and in a frame that waits for a call: asked of the compiler.

At a mark `let _ = &x;` is written in front of the mark's line, in a copy of the source: E0382 says
moved, E0381 not yet initialised, E0502 mutably borrowed; no error says live. All variables of a
mark share a copy, each in an arm of a `match` of its own, so that none runs before another; one
that is borrowed there is asked again alone, for a loop leads from one arm to the next.

Some ways or every way? Where a variable is moved, `moves.py` asks whether every way moves it; where
it is not initialised, `x = any()` in front of the mark is E0384 if some way initialised it. What
holds on some ways only is a Diagnostic.

Which variable has the name? A second copy borrows it for ever: E0597 names the line of its
declaration. A variable that another one shadows is asked for by a macro that is defined in front
of the statement that declares the other: its names mean what they mean there.

A frame that waits for a call on a line: first the same questions in front of the statement that
holds the call. What is live there is then held: `let hold = Hold(&x);`, dropped where the block
ends, so that the compiler names every move (E0505) and every mutable borrow (E0502, E0499) of it in
the expression on that line; what is done in the same statement before that expression is a
Diagnostic, for it may stand in a branch that is not taken. The rule: such a variable is moved, or
borrowed, as though the call were the last thing its expression does. In `g(f(), a)` the frame that
waits for `f` has `a` moved, although `g` takes it only later; what is moved is never called live.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from macros.memory import Standing
from macros.model import Diagnostic, Listing, Toolchain
from macros.report import say_standing as say
from macros.rust.snapshots.asked import (
    Asked,
    Desk,
    Write,
    assign,
    borrow,
    borrow_for_ever,
    edits_about,
    find_names,
    find_sites,
    hold,
    write_arms,
)
from macros.rust.snapshots.borrowck import Bench, Error, Said, ask_drafts
from macros.rust.snapshots.drafts import Draft, Edit, line_of, line_starts
from macros.rust.snapshots.moves import Move, certainty_edits
from macros.rust.snapshots.statements import body_start
from macros.rust_text import parse_rust

UNKNOWN: Final = frozenset(("E0424", "E0425", "E0434"))
BORROWED: Final = frozenset(("E0499", "E0500", "E0501", "E0502", "E0503"))


@dataclass(frozen=True, slots=True)
class Found:
    """`since` is the source line of the move or mutable borrow, 0 where there is none."""

    standing: Standing
    since: int = 0


Answers = dict[Asked, Found | Diagnostic]
Seen = dict[Asked, Error | None]
LIVE: Final = Found(Standing.LIVE)
_MOVED: Final = re.compile(r"\bmoved (?:here|into closure here|due to (?:this|usage))\b")
_BORROW: Final = re.compile(r"(?<!im)mutable borrow occurs here")
_IN_CALL: Final = (
    (frozenset(("E0505",)), Standing.MOVED),
    (frozenset(("E0499", "E0502", "E0500", "E0501")), Standing.BORROWED),
)


def ask_standings(
    listing: Listing, wanted: Sequence[Asked], toolchain: Toolchain, folder: Path
) -> Mapping[Asked, Found | Diagnostic]:
    """What each variable is, or why that cannot be said; its lines are those of the source.

    E0425 means that no such variable is in scope there. A listing that does not compile gives the
    compiler's first error for every question. `folder` is empty and of no use afterwards.
    Raises Trouble where the compiler itself fails.
    """
    starts = line_starts(listing.source)
    bench = Bench(listing, toolchain, folder)
    desk = Desk(listing, parse_rust(listing.source).code, starts)
    sites = find_sites(desk, dict.fromkeys(wanted))
    answers: Answers = {}
    refused: dict[Asked, Diagnostic] = {}
    asked = list(find_names(desk, sites, refused))
    answers.update(refused)
    said = _ask(bench, "standing", {"as it is": Draft(desk.source), **_first_drafts(desk, asked)})
    if said["as it is"]:
        return dict.fromkeys(wanted, said["as it is"][0].diagnostic)
    said |= _ask_again(desk, bench, asked, said)
    seen = _see_all(desk, asked, said, answers)
    _ask_alone(desk, bench, seen)
    _ask_further(desk, bench, seen, answers)
    return {one: answers[one] for one in dict.fromkeys(wanted)}


def _ask_again(desk: Desk, bench: Bench, asked: Sequence[Asked], said: Said) -> Said:
    """What no error speaks of, each in a copy of its own.

    Of the variables that a `move` closure has, the compiler names one and says no more.
    """
    silent = [one for one in asked if not _about(one, borrow_for_ever, said)]
    drafts: dict[Hashable, Draft] = {
        (borrow_for_ever, (one,)): Draft(
            desk.source, tuple(edits_about(desk, one, borrow_for_ever))
        )
        for one in silent
    }
    return _ask(bench, "again", drafts) if drafts else {}


def _about(one: Asked, write: Write, said: Said) -> list[Error]:
    """The errors in copies with the question, those that have a place in it."""
    return [
        error
        for name, errors in said.items()
        if _is_about(name, write, one)
        for error in errors
        if any(span.key == one for span in error.spans)
    ]


def _ask(bench: Bench, name: str, drafts: Mapping[Hashable, Draft]) -> Said:
    return ask_drafts(replace(bench, folder=bench.folder / name), drafts)


# What the compiler says ----------------------------------------------------------------------


def _first_drafts(desk: Desk, asked: Sequence[Asked]) -> dict[Hashable, Draft]:
    sites: dict[int, list[Asked]] = {}
    for one in asked:
        sites.setdefault(id(desk.sites[one]), []).append(one)
    return {
        (write, tuple(group)): Draft(desk.source, tuple(write_arms(desk, group, write)))
        for group in sites.values()
        for write in (borrow, borrow_for_ever)
    }


def _see_all(desk: Desk, asked: Sequence[Asked], said: Said, answers: Answers) -> Seen:
    """The error about each variable, None where it is live; what cannot be seen is answered."""
    seen: Seen = {}
    for one in asked:
        about = {
            write: [
                error
                for name, errors in said.items()
                if _is_about(name, write, one)
                for error in errors
            ]
            for write in (borrow, borrow_for_ever)
        }
        refused = _refuse(desk, one, about[borrow], about[borrow_for_ever])
        if refused is not None:
            answers[one] = refused
        else:
            seen[one] = _own(one, about[borrow])
    return seen


def _is_about(name: Hashable, write: Write, one: Asked) -> bool:
    return isinstance(name, tuple) and name[0] is write and one in name[1]


def _own(one: Asked, errors: Iterable[Error]) -> Error | None:
    """The error whose own place is the question's."""
    found = (each for each in errors if any(s.primary and s.key == one for s in each.spans))
    return next(found, None)


def _refuse(
    desk: Desk, one: Asked, borrowed: Sequence[Error], for_ever: Sequence[Error]
) -> Diagnostic | None:
    """Why a question has no answer: it could not be asked, or it was about another variable."""
    early = [each for each in (*borrowed, *for_ever) if each.early]
    own = _own(one, early)
    if own is None:
        own = next((each for each in early if not any(s.key for s in each.spans)), None)
    if own is not None and one.inside_call:
        return say.no_statement(*desk.place(one))
    if own is not None and own.code in UNKNOWN:
        return say.not_in_scope(*desk.place(one))
    if own is not None:
        return say.not_asked(*desk.place(one), own.message)
    reached = [each for each in for_ever if any(span.key == one for span in each.spans)]
    if not reached:
        return say.not_reached(*desk.place(one))
    found = _declared_at(desk, reached, one.variable)
    if found not in (None, one.declared):
        return say.other_variable(*desk.place(one), one.declared, found or 0)
    return None


def _declared_at(desk: Desk, errors: Iterable[Error], name: str) -> int | None:
    """The line of the variable's declaration, as E0597 names it."""
    wanted = f"binding `{name}` declared here"
    lines = (
        line_of(desk.starts, span.start)
        for each in errors
        for span in each.spans
        if each.code == "E0597" and span.label == wanted and not span.ours
    )
    return next(lines, None)


def _ask_alone(desk: Desk, bench: Bench, seen: Seen) -> None:
    """What is borrowed, again: in a copy in which nothing else is asked."""
    borrowed = [one for one, error in seen.items() if error and error.code in BORROWED]
    drafts: dict[Hashable, Draft] = {
        one: Draft(desk.source, tuple(edits_about(desk, one, borrow))) for one in borrowed
    }
    said = _ask(bench, "alone", drafts) if drafts else {}
    seen.update((one, _own(one, said[one])) for one in borrowed)


# What each error means -----------------------------------------------------------------------


def _ask_further(desk: Desk, bench: Bench, seen: Seen, answers: Answers) -> None:
    """What needs another copy: some ways or every way, and what is done in a call's expression."""
    moved = {one: _moves(error) for one, error in seen.items() if error and error.code == "E0382"}
    fresh = {one: error for one, error in seen.items() if error and error.code == "E0381"}
    calls = [one for one, error in seen.items() if error is None and one.inside_call]
    certain, unmarked = _certainty_drafts(desk, moved)
    drafts: dict[Hashable, Draft] = {
        **certain,
        **{one: _fresh_draft(desk, one, error) for one, error in fresh.items()},
        **{one: Draft(desk.source, tuple(edits_about(desk, one, hold))) for one in calls},
    }
    said = _ask(bench, "further", drafts) if drafts else {}
    for one, error in seen.items():
        if one in moved:
            every = [] if one in unmarked else _find_certain(one, said)
            answers[one] = _judge_move(desk, one, error, moved[one], every)
        elif one in fresh:
            answers[one] = _judge_fresh(desk, one, said[one])
        elif error is None:
            answers[one] = _judge_hold(desk, one, said[one]) if one.inside_call else LIVE
        elif error.code in BORROWED:
            answers[one] = Found(Standing.BORROWED, _borrowed_at(desk, error))
        else:
            answers[one] = say.not_asked(*desk.place(one), error.message)


def _moves(error: Error) -> tuple[Move, ...]:
    spans = (span for span in error.spans if _MOVED.search(span.label) and not span.ours)
    return tuple(sorted({Move(span.start, span.end, span.label) for span in spans}))


def _certainty_drafts(
    desk: Desk, moved: Mapping[Asked, tuple[Move, ...]]
) -> tuple[dict[Hashable, Draft], set[Asked]]:
    """A draft for each variable and the marks that the same moves lead to; what has none."""
    groups: dict[Hashable, list[Asked]] = {}
    for one, moves in moved.items():
        body = body_start(desk.code, desk.sites[one].at or 0)
        groups.setdefault((one.variable, one.declared, moves, body), []).append(one)
    drafts: dict[Hashable, Draft] = {}
    unmarked: set[Asked] = set()
    for group in groups.values():
        marks = [(desk.sites[one].at or 0, one) for one in group]
        edits = certainty_edits(desk.code, group[0].variable, moved[group[0]], marks)
        if edits is None:
            unmarked.update(group)
        else:
            drafts[tuple(group)] = Draft(desk.source, edits)
    return drafts, unmarked


def _find_certain(one: Asked, said: Said) -> list[bool]:
    """Empty where it could not be asked, else whether every way moves the variable."""
    for group, errors in said.items():
        if isinstance(group, tuple) and one in group:
            return [] if any(each.early for each in errors) else [_own(one, errors) is None]
    return []


def _judge_move(
    desk: Desk, one: Asked, error: Error | None, moves: Sequence[Move], every: Sequence[bool]
) -> Found | Diagnostic:
    since = max((line_of(desk.starts, move.start) for move in moves), default=0)
    if not moves or every != [True]:
        return say.moved_on_some_ways(*desk.place(one), since)
    partly = error is not None and "partially moved" in error.message
    return Found(Standing.PARTLY_MOVED if partly else Standing.MOVED, since)


def _fresh_draft(desk: Desk, one: Asked, error: Error) -> Draft:
    """The variable without its `mut`, so that a second value is an error."""
    declared = [span.start for span in error.spans if span.label.startswith("binding declared")]
    cuts = (Edit(at, "   ", cut=3) for at in declared if desk.code.startswith("mut", at))
    return Draft(desk.source, (*cuts, *edits_about(desk, one, assign)))


def _judge_fresh(desk: Desk, one: Asked, errors: Sequence[Error]) -> Found | Diagnostic:
    if errors and (any(each.early for each in errors) or _own(one, errors)):
        return say.initialised_on_some_ways(*desk.place(one))
    return Found(Standing.UNINITIALISED)


def _borrowed_at(desk: Desk, error: Error) -> int:
    found = (span for span in error.spans if _BORROW.search(span.label) and not span.ours)
    return min((line_of(desk.starts, span.start) for span in found), default=0)


def _judge_hold(desk: Desk, one: Asked, errors: Sequence[Error]) -> Found | Diagnostic:
    """What the call's expression does with a variable that is held while it runs."""
    if any(each.early for each in errors):
        return say.no_statement(*desk.place(one))
    site = desk.sites[one]
    first, last = site.extent or (0, 0)
    earlier = False
    for codes, standing in _IN_CALL:
        for each in errors:
            if each.code not in codes or all(span.key != one for span in each.spans):
                continue
            places = [span.start for span in each.spans if span.primary and not span.ours]
            inside = [place for place in places if first <= place < last]
            if inside:
                return Found(standing, line_of(desk.starts, inside[0]))
            earlier = earlier or any((site.at or 0) <= place < first for place in places)
    return say.no_statement(*desk.place(one)) if earlier else LIVE
