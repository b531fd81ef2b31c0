"""A job → its results: one folder for the job, made and removed here, the compiler called.

Where the compiler breaks on a job, the job is split until it is known which item breaks it: the
others keep their results.
The only entry to this folder for the rest of the generator, with `find_toolchain`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import singledispatch
from pathlib import Path

from macros.model import Absent, Answer, Outcome, Question, Tally, Toolchain, Trouble
from macros.plan import (
    CallsJob,
    ChecksJob,
    CodegenJob,
    ConstantsJob,
    HeapJob,
    Job,
    LayoutsJob,
    ListingsJob,
    ProgramsJob,
    SectionsJob,
    SnapshotsJob,
    ToolJob,
    split_job,
)
from macros.questions import AnyAnswer
from macros.report import say_book
from macros.rust.checks import check_listings
from macros.rust.constants import measure_constants
from macros.rust.processes import end_children
from macros.rust.programs import run_programs

PREFIX = "rust-memory-"
"""How the folders of jobs are called, in the folder for temporary files."""
ABANDONED_AFTER = 60.0
"""Seconds after which a folder that nobody holds was left behind by a verification that died."""


@dataclass(frozen=True, slots=True)
class Done:
    """Results in the order of the job's questions or listings; one of the tuples is empty.

    An item on which the compiler breaks has Trouble in the place of its result.
    """

    answers: tuple[AnyAnswer | Trouble, ...] = ()
    outcomes: tuple[Outcome | Trouble, ...] = ()
    tally: Tally = field(default_factory=Tally)


def perform(job: Job) -> Done:
    """Do one job, in parts where the whole of it breaks the compiler.

    Raises Trouble where the compiler fails at anything, or the disk it works on, or where the job
    is a single item; Absent where an optional tool is missing that all of the job needs.
    """
    try:
        return _perform_whole(job)
    except Absent:
        raise
    except Trouble:
        if isinstance(job, ToolJob):
            raise
        parts = split_job(job)
        if len(parts) < 2 or not _compiles_anything(job.toolchain):
            raise
    return _join(job, parts)


def _compiles_anything(toolchain: Toolchain) -> bool:
    """Whether the compiler is sound: it tells the simplest constant."""
    try:
        done = _perform_whole(ConstantsJob(toolchain, "", (Question("1", "number"),)))
    except Trouble:
        return False
    return done.answers == (Answer(1),)


def _join(job: Job, parts: Sequence[Job]) -> Done:
    """The results of the parts in the job's own order: each part took every so-manieth item."""
    every = [_perform_part(part) for part in parts]
    listed = isinstance(job, ListingsJob)
    items = job.listings if isinstance(job, ListingsJob) else job.questions
    spots = [divmod(number, len(parts)) for number in range(len(items))]
    tally = sum((done.tally for done in every), Tally())
    if listed:
        return Done(outcomes=tuple(every[part].outcomes[row] for row, part in spots), tally=tally)
    return Done(answers=tuple(every[part].answers[row] for row, part in spots), tally=tally)


def _perform_part(part: Job) -> Done:
    try:
        return perform(part)
    except Trouble as trouble:
        if isinstance(part, ListingsJob):
            return Done(outcomes=(trouble,) * len(part.listings))
        return Done(answers=(trouble,) * len(part.questions))


def _perform_whole(job: Job) -> Done:
    try:
        with work_folder() as folder:
            return _perform(job, folder)
    except OSError as error:
        raise say_book.no_room_to_work(error) from error


@singledispatch
def _perform(job: object, folder: Path) -> Done:
    """One function for each kind of job."""
    raise TypeError(f"no such job: {type(job)}, in {folder}")


@_perform.register
def _measure_constants(job: ConstantsJob, folder: Path) -> Done:
    answers, tally = measure_constants(job.questions, job.toolchain, folder, target=job.target)
    return Done(answers=answers, tally=tally)


@_perform.register
def _run_programs(job: ProgramsJob, folder: Path) -> Done:
    outcomes, tally = run_programs(job.listings, job.toolchain, folder, workers=job.workers)
    return Done(outcomes=outcomes, tally=tally)


@_perform.register
def _check_listings(job: ChecksJob, folder: Path) -> Done:
    outcomes, tally = check_listings(job.listings, job.toolchain, folder)
    return Done(outcomes=outcomes, tally=tally)


@_perform.register
def _measure_layouts(job: LayoutsJob, folder: Path) -> Done:
    from macros.rust.layouts import measure_layouts  # noqa: PLC0415 (the reader of objects is large)

    layouts, tally = measure_layouts(job.questions, job.toolchain, folder, target=job.target)
    return Done(answers=layouts, tally=tally)


@_perform.register
def _measure_sections(job: SectionsJob, folder: Path) -> Done:
    from macros.rust.sections import measure_sections  # noqa: PLC0415 (only where one is asked)

    sections, tally = measure_sections(job.questions, job.toolchain, folder, target=job.target)
    return Done(answers=sections, tally=tally)


@_perform.register
def _measure_codegen(job: CodegenJob, folder: Path) -> Done:
    from macros.rust.codegen import measure_codegen  # noqa: PLC0415 (only where one is asked)

    codes, tally = measure_codegen(job.questions, job.toolchain, folder, target=job.target)
    return Done(answers=codes, tally=tally)


@_perform.register
def _take_snapshots(job: SnapshotsJob, folder: Path) -> Done:
    from macros.rust.snapshots.take import take_snapshots  # noqa: PLC0415 (only where one is asked)

    taken, tally = take_snapshots(job.questions, job.toolchain, folder, workers=job.workers)
    return Done(answers=taken, tally=tally)


@_perform.register
def _ask_tool(job: ToolJob, folder: Path) -> Done:
    from macros.languages.programs import try_listings  # noqa: PLC0415 (only where one is asked)

    outcomes, tally = try_listings(job.listings, job.tool, folder, workers=job.workers)
    return Done(outcomes=outcomes, tally=tally)


@_perform.register
def _count_calls(job: CallsJob, folder: Path) -> Done:
    from macros.rust.tracing.measure import measure_calls  # noqa: PLC0415 (only where one is asked)

    counted, tally = measure_calls(job.questions, job.toolchain, folder, workers=job.workers)
    return Done(answers=counted, tally=tally)


@_perform.register
def _count_requests(job: HeapJob, folder: Path) -> Done:
    from macros.rust.heap_counts import count_requests  # noqa: PLC0415 (only where one is asked)

    counts, tally = count_requests(job.questions, job.toolchain, folder, workers=job.workers)
    return Done(answers=counts, tally=tally)


@contextmanager
def work_folder() -> Iterator[Path]:
    """Make a folder that the programs' user may enter, and remove it with all that is in it."""
    _remove_abandoned(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        folder.chmod(0o711)
        with _held(folder):
            yield folder
    finally:
        remove_folder(folder)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a lock on the folder; the system lets go of it when this process dies.

    Raises BlockingIOError where another process holds it.
    """
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(file)


def _remove_abandoned(parent: Path) -> None:
    """Remove folders that a verification left behind because it was killed."""
    for folder in parent.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > ABANDONED_AFTER:
                with _held(folder):
                    remove_folder(folder)


def end_programs() -> None:
    """End the compilers and programs that this process runs, for an interrupt."""
    end_children(Path(tempfile.gettempdir()), PREFIX)


def remove_folder(folder: Path) -> None:
    """Remove a folder even where a program took its own rights to it away."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(stat.S_IRWXU)
    shutil.rmtree(folder)
