"""Listings with marks → their snapshots: built, run under gdb, read and named.

One program, one run, however many marks it has; programs are traced side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from macros.memory import SnapshotAnswer, SnapshotQuestion
from macros.model import Diagnostic, Listing, Tally, Toolchain, Trouble
from macros.report import say_snapshots as say
from macros.rust.snapshots.known import Program
from macros.rust.snapshots.moments import write_snapshots
from macros.rust.snapshots.raw import RawRun
from macros.rust.snapshots.stops import Judged, Key, read_stops, shown_variables
from macros.rust.snapshots.trace import Traced, trace_program
from macros.rust.snapshots.types import Types

MOST_VARIABLES: Final = 6
"""More are no picture any more: the snippet chooses which of them are drawn."""


def take_snapshots(
    questions: Sequence[SnapshotQuestion], toolchain: Toolchain, workdir: Path, *, workers: int
) -> tuple[tuple[SnapshotAnswer | Trouble, ...], Tally]:
    """The snapshots of each listing, in their order; Trouble where gdb cannot do its work."""

    def take(number: int) -> tuple[SnapshotAnswer | Trouble, Tally]:
        folder = workdir / str(number)
        folder.mkdir()
        try:
            return _take(questions[number].listing, toolchain, folder)
        except Trouble as trouble:
            return trouble, Tally(calls=1)

    with ThreadPoolExecutor(max(workers, 1)) as pool:
        done = list(pool.map(take, range(len(questions))))
    return tuple(answer for answer, _ in done), sum((tally for _, tally in done), Tally())


def _take(listing: Listing, toolchain: Toolchain, folder: Path) -> tuple[SnapshotAnswer, Tally]:
    traced = trace_program(listing, toolchain, folder)
    tally = Tally(calls=1, isolated=traced.isolated)
    said = tuple(_refuse(listing, traced))
    if said or traced.run is None or traced.image is None:
        return SnapshotAnswer((), said), tally
    run = traced.run
    judged: list[Mapping[Key, Judged]] = [{} for _ in run.moments]
    types = Types(traced.executable.read_bytes())
    program = Program(types, traced.image, listing.marks)
    stops = read_stops(run.moments, judged, program)
    return SnapshotAnswer(write_snapshots(stops, judged, program)), tally


# Why there are no snapshots -----------------------------------------------------------------


def _refuse(listing: Listing, traced: Traced) -> Iterator[Diagnostic]:
    """What keeps a program from being drawn; each has the source line that it is about."""
    if not traced.compiled.ok:
        yield from (one for one in traced.compiled.diagnostics if one.level == "error")
    elif traced.run is not None:
        yield from _refuse_run(listing, traced.run)


def _refuse_run(listing: Listing, run: RawRun) -> Iterator[Diagnostic]:
    if run.stopped:
        yield say.run_stopped(listing, run.stopped, run.place)
        return
    if run.code != 0:
        yield say.run_failed(listing, run.code)
        return
    reached = {moment.mark for moment in run.moments}
    for number, mark in enumerate(listing.marks):
        if number not in reached:
            yield say.mark_not_reached(mark)
    yield from _odd_variables(listing, run)


def _odd_variables(listing: Listing, run: RawRun) -> Iterator[Diagnostic]:
    """Names that no frame has at that mark, and more variables than a picture can hold."""
    for number, mark in enumerate(listing.marks):
        moments = [moment for moment in run.moments if moment.mark == number]
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
