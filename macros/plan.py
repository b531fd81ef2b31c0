"""Questions and listings → few jobs, pure.

A job is an independent value: it can be handed to any `concurrent.futures.Executor`.
Everything of one kind, toolchain, target and edition shares one job, so that it can share one
compiler call; `rust/perform.py` does a job.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isqrt
from typing import Any, TypeVar

from macros.codegen import CodegenQuestion
from macros.heap import HeapQuestion
from macros.layout import LayoutQuestion
from macros.memory import SnapshotQuestion
from macros.model import Language, Listing, Mode, Question, Tool, Toolchain
from macros.questions import AnyQuestion
from macros.sections import SectionQuestion
from macros.system_calls import CallsQuestion

SHARED_AT_LEAST = 1_000
"""Questions that are worth a compiler call of their own where another processor would be idle."""
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ConstantsJob:
    """Constant expressions of one edition, evaluated by the compiler."""

    toolchain: Toolchain
    target: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class LayoutsJob:
    """Types of one edition, whose layouts are read from the compiler's debug information."""

    toolchain: Toolchain
    target: str
    questions: tuple[LayoutQuestion, ...]


@dataclass(frozen=True, slots=True)
class SectionsJob:
    """Names and literals of listings, whose sections are read from object files."""

    toolchain: Toolchain
    target: str
    questions: tuple[SectionQuestion, ...]


@dataclass(frozen=True, slots=True)
class CodegenJob:
    """Listings whose assembly and MIR are read."""

    toolchain: Toolchain
    target: str
    questions: tuple[CodegenQuestion, ...]


@dataclass(frozen=True, slots=True)
class SnapshotsJob:
    """Programs that are stopped at their marks, `workers` at a time."""

    toolchain: Toolchain
    questions: tuple[SnapshotQuestion, ...]
    workers: int


@dataclass(frozen=True, slots=True)
class CallsJob:
    """Programs whose system calls are counted, `workers` at a time."""

    toolchain: Toolchain
    questions: tuple[CallsQuestion, ...]
    workers: int


@dataclass(frozen=True, slots=True)
class HeapJob:
    """Programs of one edition whose requests to the allocator are counted, on `workers` cores."""

    toolchain: Toolchain
    questions: tuple[HeapQuestion, ...]
    workers: int


@dataclass(frozen=True, slots=True)
class ProgramsJob:
    """Programs of one edition that are built and run, on `workers` cores."""

    toolchain: Toolchain
    listings: tuple[Listing, ...]
    workers: int


@dataclass(frozen=True, slots=True)
class ChecksJob:
    """Listings of one edition that are compiled and not run."""

    toolchain: Toolchain
    listings: tuple[Listing, ...]
    workers: int


@dataclass(frozen=True, slots=True)
class ToolJob:
    """Listings of another language than Rust, run or type-checked by its tool."""

    tool: Tool
    listings: tuple[Listing, ...]
    workers: int


QuestionsJob = (
    ConstantsJob | LayoutsJob | SectionsJob | SnapshotsJob | CodegenJob | CallsJob | HeapJob
)
ListingsJob = ProgramsJob | ChecksJob | ToolJob
Job = QuestionsJob | ListingsJob


def plan_jobs(
    questions: Iterable[AnyQuestion],
    listings: Iterable[Listing],
    toolchain: Toolchain,
    target: str,
    workers: int,
) -> tuple[Job, ...]:
    """Group what has to be measured; the longest jobs come first."""
    compiled = [listing for listing in listings if listing.directives.mode is not Mode.IGNORED]
    run = _by_key(filter(is_run, compiled), lambda each: each.directives.edition)
    checked = _by_key(
        (each for each in compiled if not is_run(each)), lambda each: each.directives.edition
    )
    every = tuple(questions)
    asked = _by_key(_of_type(every, Question), lambda each: each.edition)
    types = _by_key(_of_type(every, LayoutQuestion), lambda each: each.edition)
    symbols = _by_key(_of_type(every, SectionQuestion), lambda each: each.listing)
    counted = _by_key(_of_type(every, HeapQuestion), lambda each: each.edition)
    generated = [[each] for each in _of_type(every, CodegenQuestion)]
    stopped = tuple(_of_type(every, SnapshotQuestion))
    traced = tuple(_of_type(every, CallsQuestion))
    return (
        *((SnapshotsJob(toolchain, stopped, workers),) if stopped else ()),
        *((CallsJob(toolchain, traced, workers),) if traced else ()),
        *(ProgramsJob(toolchain, tuple(group), workers) for group in run),
        *(HeapJob(toolchain, tuple(group), workers) for group in counted),
        *(ChecksJob(toolchain, tuple(group), workers) for group in checked),
        *(LayoutsJob(toolchain, target, tuple(group)) for group in types),
        *(SectionsJob(toolchain, target, part) for part in _dealt(symbols, workers)),
        *(CodegenJob(toolchain, target, part) for part in _dealt(generated, workers)),
        *(
            ConstantsJob(toolchain, target, part)
            for group in asked
            for part in _shares(tuple(group), workers)
        ),
    )


def _of_type(items: Iterable[object], kind: type[T]) -> list[T]:
    return [item for item in items if isinstance(item, kind)]


def _dealt(groups: Sequence[list[T]], workers: int) -> list[tuple[T, ...]]:
    """One part a worker; a group, which shares a call of the compiler, stays whole."""
    count = max(1, min(workers, len(groups)))
    dealt = (groups[first::count] for first in range(count))
    return [tuple(item for group in part for item in group) for part in dealt if part]


def _shares(questions: tuple[Question, ...], workers: int) -> list[tuple[Question, ...]]:
    """One share, or one a worker where each is large enough to be worth a call of its own."""
    count = max(1, min(workers, len(questions) // SHARED_AT_LEAST))
    return [questions[first::count] for first in range(count)]


def plan_tool_jobs(
    listings: Iterable[Listing], tools: Mapping[Language, Tool], workers: int
) -> tuple[ToolJob, ...]:
    """One job for each language; what its tool does is no matter of the compiler."""
    groups = _by_key(listings, lambda each: each.language)
    return tuple(ToolJob(tools[group[0].language], tuple(group), workers) for group in groups)


def split_job(job: Job) -> tuple[Job, ...]:
    """Split a job into about as many parts as each part has items; a job of one item stays whole.

    Whatever breaks the compiler is then found in two more rounds, however many items there are.
    """
    if isinstance(job, ListingsJob):
        return tuple(replace(job, listings=part) for part in _parts(job.listings))
    whole: Any = job  # each kind has questions of its own type
    return tuple(replace(whole, questions=part) for part in _parts(whole.questions))


def _parts(items: tuple[T, ...]) -> list[tuple[T, ...]]:
    count = isqrt(len(items) - 1) + 1 if items else 0
    return [items[first::count] for first in range(count)]


def is_run(listing: Listing) -> bool:
    """Tell whether the listing is a program that is really run."""
    return listing.main and listing.directives.mode in (Mode.RUN, Mode.RUN_FAIL)


def _by_key(items: Iterable[T], key: Callable[[T], K]) -> Sequence[list[T]]:
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())
