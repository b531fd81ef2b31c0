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
holds the call. What is live there is then held: `let _hold = Hold(&x);`, dropped where the block
ends, so that the compiler names every move (E0505) and every mutable borrow (E0502, E0499) of it in
the expression on that line; what is done in the same statement before that expression is a
Diagnostic, for it may stand in a branch that is not taken. The rule: such a variable is moved, or borrowed, as though the call
were the last thing the expression does. In `g(f(), a)` the frame that waits for `f` has `a` moved,
although `g` takes it only later: never is a variable called live that is moved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from macros.memory import Standing
from macros.model import Diagnostic, Listing, Toolchain
from macros.report import say_standing as say
from macros.rust.crate import module_path
from macros.rust.snapshots.borrowck import Bench, Error, Said, ask_drafts
from macros.rust.snapshots.drafts import Draft, Edit, line_of, line_starts
from macros.rust.snapshots.moves import Move, certainty_edits
from macros.rust.snapshots.statements import body_start, call_extent, statement_start
from macros.rust_text import parse_rust

UNKNOWN: Final = frozenset(("E0424", "E0425", "E0434"))
BORROWED: Final = frozenset(("E0499", "E0502", "E0503"))
ANY: Final = "crate::__standings::any()"


@dataclass(frozen=True, slots=True)
class Asked:
    """A variable at the mark of that number, or in a frame that waits for a call on `line`.

    `declared` is the line of its declaration. Every variable of a name that is in scope there has
    to be asked for together, so that it is known which of them shadows which.
    """

    line: int
    variable: str
    declared: int
    inside_call: bool
    mark: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """`since` is the source line of the move or mutable borrow, 0 where there is none."""

    standing: Standing
    since: int = 0


Answers = dict[Asked, Found | Diagnostic]
Seen = dict[Asked, Error | None]
Write = Callable[[str, str], str]
LIVE: Final = Found(Standing.LIVE)
_MOVED: Final = re.compile(r"\bmoved (?:here|into closure here|due to (?:this|usage))\b")
_BORROW: Final = re.compile(r"(?<!im)mutable borrow occurs here")
_IN_CALL: Final = (
    (frozenset(("E0505",)), Standing.MOVED),
    (frozenset(("E0499", "E0502", "E0500", "E0501")), Standing.BORROWED),
)


@dataclass(frozen=True, slots=True)
class _Site:
    """Where something is asked: `at` is None where no statement starts there."""

    line: int
    at: int | None
    asked: tuple[Asked, ...]
    extent: tuple[int, int] | None = None


@dataclass(frozen=True)
class _Desk:
    """The listing that is asked about. `hidden` are the macros that speak of shadowed variables:
    a name for each, and where it is defined."""

    bench: Bench
    code: str
    starts: tuple[int, ...]
    sites: dict[Asked, _Site] = field(default_factory=dict)
    hidden: dict[Asked, tuple[str, int]] = field(default_factory=dict)
    rounds: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        return self.bench.listing.source

    def ask(self, name: str, drafts: Mapping[Hashable, Draft]) -> Said:
        self.rounds.append(name)
        folder = self.bench.folder / f"{len(self.rounds)}_{name}"
        return ask_drafts(Bench(self.bench.listing, self.bench.toolchain, folder), drafts)

    def place(self, one: Asked) -> tuple[str, int, str]:
        """The listing's path, the line asked about, and the variable: as a refusal names them."""
        return module_path(self.bench.listing.name), self.sites[one].line, one.variable


def ask_standings(
    listing: Listing, wanted: Sequence[Asked], toolchain: Toolchain, folder: Path
) -> Mapping[Asked, Found | Diagnostic]:
    """What each variable is, or why that cannot be said; its lines are those of the source.

    E0425 means that no such variable is in scope there. A listing that does not compile gives the
    compiler's first error for every question. `folder` is empty and of no use afterwards.
    Raises Trouble where the compiler itself fails.
    """
    starts = line_starts(listing.source)
    desk = _Desk(Bench(listing, toolchain, folder), parse_rust(listing.source).code, starts)
    sites = _find_sites(desk, dict.fromkeys(wanted))
    answers: Answers = {}
    asked = list(_find_names(desk, sites, answers))
    said = desk.ask("standing", {"as it is": Draft(desk.source), **_first_drafts(desk, asked)})
    if said["as it is"]:
        return dict.fromkeys(wanted, said["as it is"][0].diagnostic)
    seen = _see_all(desk, asked, said, answers)
    _ask_alone(desk, seen)
    _ask_further(desk, seen, answers)
    return answers


# Where and by which name ---------------------------------------------------------------------


def _find_sites(desk: _Desk, wanted: Iterable[Asked]) -> list[_Site]:
    groups: dict[tuple[bool, int], list[Asked]] = {}
    for one in wanted:
        mark = -1 if one.mark is None else one.mark
        groups.setdefault((one.inside_call, one.line if one.inside_call else mark), []).append(one)
    sites = [_find_site(desk, key, tuple(asked)) for key, asked in groups.items()]
    desk.sites.update((one, site) for site in sites for one in site.asked)
    return sites


def _find_site(desk: _Desk, key: tuple[bool, int], asked: tuple[Asked, ...]) -> _Site:
    inside_call, number = key
    if inside_call:
        at = statement_start(desk.code, desk.starts, number)
        extent = None if at is None else call_extent(desk.code, at, desk.starts, number)
        return _Site(number, at, asked, extent)
    line = desk.bench.listing.marks[number].before
    return _Site(line, desk.starts[line - 1], asked)


def _find_names(desk: _Desk, sites: Iterable[_Site], answers: Answers) -> Iterator[Asked]:
    """What can be asked for: the innermost variable of a name, and others by a macro."""
    for site in sites:
        for one in site.asked:
            inner = [
                each.declared
                for each in site.asked
                if each.variable == one.variable and each.declared > one.declared
            ]
            if site.at is None:
                answers[one] = say.no_statement(*desk.place(one))
            elif inner and not _hide(desk, one, min(inner), site.at):
                answers[one] = say.shadowed(*desk.place(one), one.declared)
            else:
                yield one


def _hide(desk: _Desk, one: Asked, shadowed: int, until: int) -> bool:
    """Whether a macro can be defined between the declaration and that of what shadows it."""
    at = statement_start(desk.code, desk.starts, shadowed)
    if at is None or at > until or line_of(desk.starts, at) <= one.declared:
        return False
    desk.hidden[one] = (f"__hidden_{len(desk.hidden)}", at)
    return True


def _edits(desk: _Desk, one: Asked, write: Write) -> Iterator[Edit]:
    """The edits that ask for a variable; `write` is given words that borrow it, and that set it."""
    at = desk.sites[one].at
    if at is None:
        return
    if one in desk.hidden:
        name, place = desk.hidden[one]
        rules = f"() => {{ &{one.variable} }}; (set) => {{ {one.variable} = {ANY} }}"
        yield Edit(place, f"macro_rules! {name} {{ {rules} }} ", one)
        yield Edit(at, write(f"{name}!()", f"{name}!(set)"), one)
    else:
        yield Edit(at, write(f"&{one.variable}", f"{one.variable} = {ANY}"), one)


def _borrow(borrowed: str, _: str) -> str:
    return f"let _ = {borrowed}; "


def _borrow_for_ever(borrowed: str, _: str) -> str:
    return f"crate::__standings::forever({borrowed}); return {ANY}; "


def _assign(_: str, assigned: str) -> str:
    return f"if {ANY} {{ {assigned}; return {ANY}; }} "


def _hold(borrowed: str, _: str) -> str:
    return f"let __hold = crate::__standings::Hold({borrowed}); "


def _arms(desk: _Desk, asked: Sequence[Asked], write: Write) -> Iterator[Edit]:
    """Each in an arm of one `match`, so that none runs before another."""
    at = desk.sites[asked[0]].at or 0
    macros: list[Edit] = []
    arms: list[Edit] = [Edit(at, f"match {ANY} {{ ")]
    for number, one in enumerate(asked):
        *defined, edit = _edits(desk, one, write)
        macros += defined
        arms.append(Edit(at, f"{number}u32 => {{ {edit.text}}} ", one))
    yield from (*macros, *arms, Edit(at, "_ => {} }; "))


# What the compiler says ----------------------------------------------------------------------


def _first_drafts(desk: _Desk, asked: Sequence[Asked]) -> dict[Hashable, Draft]:
    sites: dict[int, list[Asked]] = {}
    for one in asked:
        sites.setdefault(id(desk.sites[one]), []).append(one)
    return {
        (write, tuple(group)): Draft(desk.source, tuple(_arms(desk, group, write)))
        for group in sites.values()
        for write in (_borrow, _borrow_for_ever)
    }


def _see_all(desk: _Desk, asked: Sequence[Asked], said: Said, answers: Answers) -> Seen:
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
            for write in (_borrow, _borrow_for_ever)
        }
        refused = _refuse(desk, one, about[_borrow], about[_borrow_for_ever])
        if refused is not None:
            answers[one] = refused
        else:
            seen[one] = _own(one, about[_borrow])
    return seen


def _is_about(name: Hashable, write: Write, one: Asked) -> bool:
    return isinstance(name, tuple) and name[0] is write and one in name[1]


def _own(one: Asked, errors: Iterable[Error]) -> Error | None:
    """The error whose own place is the question's."""
    found = (each for each in errors if any(s.primary and s.key == one for s in each.spans))
    return next(found, None)


def _refuse(
    desk: _Desk, one: Asked, borrowed: Sequence[Error], for_ever: Sequence[Error]
) -> Diagnostic | None:
    """Why a question has no answer: it could not be asked, or it was about another variable."""
    early = [each for each in (*borrowed, *for_ever) if each.early]
    own = _own(one, early)
    if own is None:
        own = next((each for each in early if not any(s.key for s in each.spans)), None)
    if own is not None and one.inside_call:
        return say.no_statement(*desk.place(one))
    if own is not None and own.code in UNKNOWN:
        line = desk.sites[one].line
        return replace(own.diagnostic, line=line, column=1, end_line=line, end_column=1)
    if own is not None:
        return say.not_asked(*desk.place(one), own.message)
    reached = [each for each in for_ever if any(span.key == one for span in each.spans)]
    if not reached:
        return say.not_asked(*desk.place(one), "no way of the program leads here")
    found = _declared_at(desk, reached, one.variable)
    if found not in (None, one.declared):
        return say.other_variable(*desk.place(one), one.declared, found or 0)
    return None


def _declared_at(desk: _Desk, errors: Iterable[Error], name: str) -> int | None:
    """The line of the variable's declaration, as E0597 names it."""
    wanted = f"binding `{name}` declared here"
    lines = (
        line_of(desk.starts, span.start)
        for each in errors
        for span in each.spans
        if each.code == "E0597" and span.label == wanted and not span.ours
    )
    return next(lines, None)


def _ask_alone(desk: _Desk, seen: Seen) -> None:
    """What is borrowed, again: in a copy in which nothing else is asked."""
    borrowed = [one for one, error in seen.items() if error and error.code in BORROWED]
    drafts: dict[Hashable, Draft] = {
        one: Draft(desk.source, tuple(_edits(desk, one, _borrow))) for one in borrowed
    }
    said = desk.ask("alone", drafts) if drafts else {}
    seen.update((one, _own(one, said[one])) for one in borrowed)


# What each error means -----------------------------------------------------------------------


def _ask_further(desk: _Desk, seen: Seen, answers: Answers) -> None:
    """What needs another copy: some ways or every way, and what is done in a call's expression."""
    moved = {one: _moves(error) for one, error in seen.items() if error and error.code == "E0382"}
    fresh = {one: error for one, error in seen.items() if error and error.code == "E0381"}
    calls = [one for one, error in seen.items() if error is None and one.inside_call]
    certain, unmarked = _certainty_drafts(desk, moved)
    drafts: dict[Hashable, Draft] = {
        **certain,
        **{one: _fresh_draft(desk, one, error) for one, error in fresh.items()},
        **{one: Draft(desk.source, tuple(_edits(desk, one, _hold))) for one in calls},
    }
    said = desk.ask("further", drafts) if drafts else {}
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
    desk: _Desk, moved: Mapping[Asked, tuple[Move, ...]]
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
    desk: _Desk, one: Asked, error: Error | None, moves: Sequence[Move], every: Sequence[bool]
) -> Found | Diagnostic:
    since = max((line_of(desk.starts, move.start) for move in moves), default=0)
    if not moves or every != [True]:
        return say.moved_on_some_ways(*desk.place(one), since)
    partly = error is not None and "partially moved" in error.message
    return Found(Standing.PARTLY_MOVED if partly else Standing.MOVED, since)


def _fresh_draft(desk: _Desk, one: Asked, error: Error) -> Draft:
    """The variable without its `mut`, so that a second value is an error."""
    declared = [span.start for span in error.spans if span.label.startswith("binding declared")]
    cuts = (Edit(at, "   ", cut=3) for at in declared if desk.code.startswith("mut", at))
    return Draft(desk.source, (*cuts, *_edits(desk, one, _assign)))


def _judge_fresh(desk: _Desk, one: Asked, errors: Sequence[Error]) -> Found | Diagnostic:
    if errors and (any(each.early for each in errors) or _own(one, errors)):
        return say.initialised_on_some_ways(*desk.place(one))
    return Found(Standing.UNINITIALISED)


def _borrowed_at(desk: _Desk, error: Error) -> int:
    found = (span for span in error.spans if _BORROW.search(span.label) and not span.ours)
    return min((line_of(desk.starts, span.start) for span in found), default=0)


def _judge_hold(desk: _Desk, one: Asked, errors: Sequence[Error]) -> Found | Diagnostic:
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
