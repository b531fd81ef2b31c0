"""Listings that are programs → what the compiler said of each, and what each did.

As many as possible are compiled as modules of one crate and run side by side by the harness in it.
A listing of which the compiler says anything in that crate is compiled again from its own text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from macros.model import Listing, Outcome, Run, Tally, Toolchain
from macros.report import say_programs
from macros.rust.batch import Alone, Batch, Group, build_alone, build_batch, split_listings
from macros.rust.runs import Job, Results, run_jobs


@dataclass(frozen=True, slots=True)
class _Shop:
    """Where and with what the programs of one call are built and run."""

    listings: tuple[Listing, ...]
    toolchain: Toolchain
    workdir: Path
    workers: int
    isolate: bool
    pool: Executor
    counter: str


def run_programs(
    listings: Sequence[Listing],
    toolchain: Toolchain,
    workdir: Path,
    *,
    workers: int,
    isolate: bool = True,
) -> tuple[tuple[Outcome, ...], Tally]:
    """Compile and run each listing; the outcomes stand in the order of the listings.

    All have a main function and one edition. `workdir` is an empty folder; what is left in it is
    of no use. At most `workers` compilers or programs work at a time. `isolate=False` does without
    namespaces, as on a system that has none.
    Raises Trouble where compiler or harness fail.
    """
    with ThreadPoolExecutor(workers) as pool:
        shop = _Shop(tuple(listings), toolchain, workdir, workers, isolate, pool, "")
        (outcomes,), tally = _run_times(shop, 1)
    return outcomes, tally


def run_counted(  # noqa: PLR0913 - how, and with what
    listings: Sequence[Listing],
    toolchain: Toolchain,
    workdir: Path,
    *,
    workers: int,
    counter: str,
    times: int,
) -> tuple[tuple[tuple[Outcome, ...], ...], Tally]:
    """Compile each listing once and run it so many times; the outcomes of all, run by run.

    `counter` is the text of a module that the programs call (`crate::__heap`); what the compiler
    warns of is left out. Otherwise as `run_programs`.
    """
    with ThreadPoolExecutor(workers) as pool:
        shop = _Shop(
            tuple(listings), toolchain, workdir, workers, isolate=True, pool=pool, counter=counter
        )
        return _run_times(shop, times)


def _run_times(shop: _Shop, times: int) -> tuple[tuple[tuple[Outcome, ...], ...], Tally]:
    if not shop.listings:
        return ((),) * times, Tally()
    batches, alone = _build(shop)
    again: dict[int, Alone] = {}
    found: list[dict[int, Run]] = []
    isolated = True
    for time in range(times):
        name = f"{time}-" if time else ""
        results = _run(shop, batches, alone, name)
        again |= _build_alone(shop, [n for n in results.lost if n not in again], "again")
        lone = {number: again[number] for number in results.lost}
        rest = _run_again(shop, batches[0], lone, name)
        _refuse_lost(shop, rest)
        found.append({**results.runs, **rest.runs})
        isolated = isolated and results.isolated and rest.isolated
    tally = Tally(
        calls=sum(batch.calls for batch in batches) + len(alone) + len(again),
        alone=len(alone | again),
        isolated=isolated,
    )
    compiled, numbers = alone | again, range(len(shop.listings))
    every = (tuple(_outcome(compiled.get(n), runs.get(n)) for n in numbers) for runs in found)
    return tuple(every), tally


def _build(shop: _Shop) -> tuple[tuple[Batch, ...], dict[int, Alone]]:
    """The crates that listings share, one at least, and the listings compiled alone."""
    groups, single = split_listings(shop.listings, shop.workers)
    folders = [shop.workdir / f"batch{index}" for index in range(len(groups))]

    def build(group: Group, folder: Path) -> Batch:
        return build_batch(group, shop.toolchain, folder, shop.counter)

    building = shop.pool.map(build, groups, folders)
    alone = _build_alone(shop, single, "alone")
    batches = tuple(building)
    refused = [number for batch in batches for number in batch.refused]
    return batches, alone | _build_alone(shop, refused, "alone")


def _build_alone(shop: _Shop, numbers: Iterable[int], folder: str) -> dict[int, Alone]:
    def build(number: int) -> tuple[int, Alone]:
        place = shop.workdir / folder / str(number)
        return number, build_alone(shop.listings[number], shop.toolchain, place, shop.counter)

    return dict(shop.pool.map(build, numbers))


def _run(shop: _Shop, batches: Sequence[Batch], alone: Mapping[int, Alone], name: str) -> Results:
    """Each crate runs its own entries, and the first one also what was compiled alone."""
    share = max(1, shop.workers // len(batches))

    def run(index: int, batch: Batch) -> Results:
        jobs = [_job(shop, number, entry) for number, entry in batch.entries.items()]
        jobs += [] if index else _lone_jobs(shop, alone)
        return _run_jobs(shop, batch, jobs, f"{name}run{index}", share)

    return _join(shop.pool.map(run, range(len(batches)), batches))


def _run_again(shop: _Shop, batch: Batch, alone: Mapping[int, Alone], name: str) -> Results:
    """What has no result yet, each under a harness of its own."""

    def run(job: Job) -> Results:
        return _run_jobs(shop, batch, [job], f"{name}again{job.number}", 1)

    return _join(shop.pool.map(run, _lone_jobs(shop, alone)))


def _run_jobs(shop: _Shop, batch: Batch, jobs: Sequence[Job], name: str, share: int) -> Results:
    folder = shop.workdir / name
    return run_jobs(batch.executable, jobs, folder, workers=share, isolate=shop.isolate)


def _lone_jobs(shop: _Shop, alone: Mapping[int, Alone]) -> list[Job]:
    return [_job(shop, n, one.executable) for n, one in alone.items() if one.compiled.ok]


def _job(shop: _Shop, number: int, work: int | Path) -> Job:
    return Job(number, work, shop.listings[number].directives.timeout)


def _join(parts: Iterable[Results]) -> Results:
    every = tuple(parts)
    return Results(
        {number: run for part in every for number, run in part.runs.items()},
        {number: reason for part in every for number, reason in part.lost.items()},
        all(part.isolated for part in every),
    )


def _refuse_lost(shop: _Shop, results: Results) -> None:
    for number, reason in sorted(results.lost.items()):
        raise say_programs.program_not_run(shop.listings[number].name, reason)


def _outcome(alone: Alone | None, run: Run | None) -> Outcome:
    """What is not compiled alone compiles without a word."""
    if alone is None:
        return Outcome(compiled=True, run=run)
    return Outcome(alone.compiled.ok, alone.compiled.diagnostics, run)
