"""A job → its results: one folder for the job, made and removed here, the compiler called.

The only entry to this folder for the rest of the generator, with `find_toolchain`.
"""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from macros.model import Answer, Outcome, Tally
from macros.plan import ConstantsJob, Job, ProgramsJob
from macros.report import say_book
from macros.rust.checks import check_listings
from macros.rust.constants import measure_constants
from macros.rust.programs import run_programs


@dataclass(frozen=True, slots=True)
class Done:
    """Results in the order of the job's questions or listings; one of the tuples is empty."""

    answers: tuple[Answer, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    tally: Tally = field(default_factory=Tally)


def perform(job: Job) -> Done:
    """Do one job. Raises Trouble where the compiler fails, or the disk it works on."""
    try:
        with work_folder() as folder:
            return _perform_in(folder, job)
    except OSError as error:
        raise say_book.no_room_to_work(error) from error


def _perform_in(folder: Path, job: Job) -> Done:
    if isinstance(job, ConstantsJob):
        answers, tally = measure_constants(job.questions, job.toolchain, folder, target=job.target)
        return Done(answers=answers, tally=tally)
    if isinstance(job, ProgramsJob):
        outcomes, tally = run_programs(job.listings, job.toolchain, folder, workers=job.workers)
    else:
        outcomes, tally = check_listings(job.listings, job.toolchain, folder)
    return Done(outcomes=outcomes, tally=tally)


@contextmanager
def work_folder() -> Iterator[Path]:
    """Make a folder that the programs' user may enter, and remove it with all that is in it."""
    folder = Path(tempfile.mkdtemp(prefix="rust-memory-"))
    try:
        folder.chmod(0o711)
        yield folder
    finally:
        remove_folder(folder)


def remove_folder(folder: Path) -> None:
    """Remove a folder even where a program took its own rights to it away."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(stat.S_IRWXU)
    shutil.rmtree(folder)
