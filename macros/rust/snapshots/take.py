"""Listings with marks → their snapshots: built, run under gdb, read and named.

One program, one run, however many marks it has; programs are traced side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from macros.memory import SnapshotAnswer, SnapshotQuestion
from macros.model import Diagnostic, Listing, Mode, Tally, Toolchain, Trouble
from macros.report import say_snapshots as say
from macros.rust.compiler import Compiled
from macros.rust.snapshots.captured import point_captured
from macros.rust.snapshots.known import Program
from macros.rust.snapshots.leaks import find_written_addresses
from macros.rust.snapshots.moments import write_snapshots
from macros.rust.snapshots.program import find_optimising, find_own_names
from macros.rust.snapshots.raw import RawMoment, RawRun
from macros.rust.snapshots.scope import judge_run
from macros.rust.snapshots.stops import read_stops, shown_variables
from macros.rust.snapshots.trace import (
    Tools,
    build_program,
    compiles_alone,
    find_tools,
    read_program,
    read_types,
    run_program,
)

MOST_VARIABLES: Final = 6
"""More are no picture any more: the snippet chooses which of them are drawn."""


def take_snapshots(
    questions: Sequence[SnapshotQuestion], toolchain: Toolchain, workdir: Path, *, workers: int
) -> tuple[tuple[SnapshotAnswer | Trouble, ...], Tally]:
    """The snapshots of each listing, in their order; Trouble where gdb cannot do its work."""
    if not questions:
        return (), Tally()
    try:
        tools = find_tools(toolchain, workdir)
    except Trouble as trouble:
        return (trouble,) * len(questions), Tally()

    def take(number: int) -> SnapshotAnswer | Trouble:
        folder = workdir / str(number)
        folder.mkdir()
        try:
            return _take(questions[number].listing, tools, folder)
        except Trouble as trouble:
            return trouble

    with ThreadPoolExecutor(max(workers, 1)) as pool:
        answers = tuple(pool.map(take, range(len(questions))))
    return answers, Tally(calls=len(answers), isolated=bool(tools.cage))


def _take(listing: Listing, tools: Tools, folder: Path) -> SnapshotAnswer:
    said = tuple(_refuse_text(listing))
    if said:
        return SnapshotAnswer((), said)
    compiled, executable = build_program(listing, tools, folder)
    if not compiled.ok:
        return SnapshotAnswer((), _refuse_marks(listing, compiled, tools, folder))
    image = read_program(executable)
    run = run_program(listing, executable, image, tools)
    said = tuple(_refuse_run(listing, run))
    if said:
        return SnapshotAnswer((), said)
    scoped = judge_run(listing, run.moments, tools.toolchain, folder / "standings")
    said = (*_odd_variables(listing, scoped.moments), *scoped.odd)
    if said:
        return SnapshotAnswer((), said)
    types = read_types(executable)
    program = Program(types, image, listing.marks)
    moments = [point_captured(moment, types) for moment in scoped.moments]
    stops = read_stops(moments, scoped.judged, program)
    snapshots = write_snapshots(stops, scoped.judged, program)
    marks = {mark.label: mark for mark in listing.marks}
    found = find_written_addresses(snapshots, moments)
    written = dict.fromkeys((marks[one.label], text) for one, text in found)
    said = tuple(say.address_in_text(*one) for one in written)
    return SnapshotAnswer((), said) if said else SnapshotAnswer(snapshots)


# Why there are no snapshots: each has the source line that it is about ----------------------


def _refuse_text(listing: Listing) -> Iterator[Diagnostic]:
    """What is wrong before anything is built."""
    optimising = find_optimising(listing)
    if optimising:
        yield say.optimised(listing, optimising)
    own = find_own_names(listing)
    if own is not None:
        yield say.own_name(*own)


def _refuse_marks(
    listing: Listing, compiled: Compiled, tools: Tools, folder: Path
) -> tuple[Diagnostic, ...]:
    """The listing's own errors; or, where it has none, the marks that made some."""
    alone = compiles_alone(listing, tools, folder)
    if not alone.ok:
        return alone.errors
    lines = {error.line for error in compiled.errors}
    wrong = tuple(say.mark_breaks(mark) for mark in listing.marks if mark.before in lines)
    if wrong:
        return wrong
    messages = [error.message for error in compiled.errors]
    return (say.cannot_be_followed(listing, messages),)


def _refuse_run(listing: Listing, run: RawRun) -> Iterator[Diagnostic]:
    if run.stopped:
        yield say.run_stopped(listing, run.stopped)
        return
    if run.code != 0 and listing.directives.mode is not Mode.RUN_FAIL:
        yield say.run_failed(listing, run.code, run.signal)
        return
    reached = {moment.mark for moment in run.moments}
    for number, mark in enumerate(listing.marks):
        if number not in reached:
            yield say.mark_not_reached(mark)


def _odd_variables(listing: Listing, run: Sequence[RawMoment]) -> Iterator[Diagnostic]:
    """Names that no frame has at that mark, and more variables than a picture can hold."""
    for number, mark in enumerate(listing.marks):
        moments = [moment for moment in run if moment.mark == number]
        known = {
            variable.name
            for moment in moments
            for thread in moment.threads
            for frame in thread.frames
            for variable in frame.variables
        }
        for name in mark.show:
            if moments and name not in known:
                yield say.unknown_variable(mark, name, tuple(sorted(known)))
        most = max((len(list(shown_variables(one, mark))) for one in moments), default=0)
        if most > MOST_VARIABLES:
            yield say.too_many_variables(mark, most, MOST_VARIABLES)
