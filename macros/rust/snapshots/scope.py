"""Raw facts of a run and the compiler's word on every variable → what is in scope, and what it is.

The debugger knows variables that no line of the listing can name (the iterator of a `for`): the
compiler says that they are not in scope, and they are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from macros.model import Diagnostic, Listing, Toolchain
from macros.rust.snapshots.asked import Asked
from macros.rust.snapshots.raw import RawFrame, RawMoment, RawThread
from macros.rust.snapshots.standing import Found, ask_standings
from macros.rust.snapshots.stops import Judged, Key

NOT_IN_SCOPE: Final = "E0425"
Answers = Mapping[Asked, Found | Diagnostic]


@dataclass(frozen=True, slots=True)
class Scoped:
    """The moments with the variables in scope, and what each is; `odd` says what is undecided."""

    moments: tuple[RawMoment, ...]
    judged: tuple[Mapping[Key, Judged], ...]
    odd: tuple[Diagnostic, ...]


def judge_run(
    listing: Listing, moments: Sequence[RawMoment], toolchain: Toolchain, folder: Path
) -> Scoped:
    """Ask the compiler about every variable of every moment, each question once."""
    wanted = [one for moment in moments for one in _questions(listing, moment)]
    answers = ask_standings(listing, tuple(dict.fromkeys(wanted)), toolchain, folder)
    kept = tuple(_keep(listing, moment, answers) for moment in moments)
    found = [dict(_judge(listing, moment, answers)) for moment in kept]
    shown = [one for each in found for one in each.values()]
    return Scoped(
        kept,
        tuple({key: one for key, one in each.items() if isinstance(one, Judged)} for each in found),
        tuple(dict.fromkeys(one for one in shown if isinstance(one, Diagnostic))),
    )


def _questions(listing: Listing, moment: RawMoment) -> Iterator[Asked]:
    for thread in moment.threads:
        for row in range(len(thread.frames)):
            yield from _questions_of(listing, moment, thread, row)


def _questions_of(
    listing: Listing, moment: RawMoment, thread: RawThread, row: int
) -> Iterator[Asked]:
    """What is asked about each variable of a frame: at the mark, or while it waits for a call."""
    frame = thread.frames[row]
    stopped = thread.stopped and row == 0
    line = listing.marks[moment.mark].before if stopped else frame.line
    number = moment.mark if stopped else None
    for variable in frame.variables:
        yield Asked(line, variable.name, variable.line, not stopped, number)


def _keep(listing: Listing, moment: RawMoment, answers: Answers) -> RawMoment:
    """The moment without variables that are not in scope."""
    threads = tuple(
        replace(
            thread,
            frames=tuple(
                _keep_in(frame, tuple(_questions_of(listing, moment, thread, row)), answers)
                for row, frame in enumerate(thread.frames)
            ),
        )
        for thread in moment.threads
    )
    return replace(moment, threads=threads)


def _keep_in(frame: RawFrame, asked: Sequence[Asked], answers: Answers) -> RawFrame:
    pairs = zip(frame.variables, asked, strict=True)
    return replace(
        frame, variables=tuple(variable for variable, one in pairs if not _is_out(answers[one]))
    )


def _is_out(answer: Found | Diagnostic) -> bool:
    return isinstance(answer, Diagnostic) and answer.code == NOT_IN_SCOPE


def _judge(
    listing: Listing, moment: RawMoment, answers: Answers
) -> Iterator[tuple[Key, Judged | Diagnostic]]:
    """What each variable is, or why that cannot be said of one that is drawn.

    A hidden one matters too: it may own a block that is drawn.
    """
    show = listing.marks[moment.mark].show
    for at, thread in enumerate(moment.threads):
        for row, frame in enumerate(thread.frames):
            asked = _questions_of(listing, moment, thread, row)
            for number, one in enumerate(asked):
                found = answers[one]
                hidden = show and frame.variables[number].name not in show
                if hidden and isinstance(found, Diagnostic):
                    continue
                judged = Judged(found.standing, found.since) if isinstance(found, Found) else found
                yield (at, row, number), judged
