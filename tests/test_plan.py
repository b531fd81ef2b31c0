"""Questions and listings become few jobs."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from macros.model import Directives, Listing, Mode, Place, Question, Toolchain
from macros.plan import ChecksJob, ConstantsJob, ProgramsJob, plan_jobs, split_job

TOOLCHAIN = Toolchain("/bin/rustc", "/", "1.95.0", "x86_64-unknown-linux-gnu", "rustc 1.95.0 …")


def listing(name: str, *, mode: Mode = Mode.RUN, main: bool = True) -> Listing:
    place = Place(f"snippets/{name}.rs", 1, 1, 1, 1)
    return Listing(name, place, "", "", (), directives=Directives(mode=mode), main=main)


def test_everything_of_one_edition_shares_a_job() -> None:
    """Programs run in one job, failing and library listings are checked in one, constants too."""
    listings = [
        listing("runs"),
        listing("panics", mode=Mode.RUN_FAIL),
        listing("types", main=False),
        listing("fails", mode=Mode.CHECK_FAIL),
        listing("waits", mode=Mode.NO_RUN),
    ]
    questions = [Question("1", "number"), Question("true", "truth")]
    jobs = plan_jobs(questions, listings, TOOLCHAIN, "", 2)
    assert jobs == (
        ProgramsJob(TOOLCHAIN, (listings[0], listings[1]), 2),
        ChecksJob(TOOLCHAIN, tuple(listings[2:]), 2),
        ConstantsJob(TOOLCHAIN, "", tuple(questions)),
    )


def test_many_constants_are_shared_among_the_workers() -> None:
    """Two thousand questions are two jobs on two cores, and each question is in one of them."""
    questions = [Question(str(number), "number") for number in range(2_001)]
    jobs = plan_jobs(questions, [], TOOLCHAIN, "", 2)
    assert [len(job.questions) for job in jobs if isinstance(job, ConstantsJob)] == [1001, 1000]
    assert {each for job in jobs for each in job.questions} == set(questions)  # type: ignore[union-attr]
    assert len(plan_jobs(questions[:1_999], [], TOOLCHAIN, "", 2)) == 1


def test_editions_do_not_mix() -> None:
    """Each edition has jobs of its own."""
    older = replace(listing("older"), directives=Directives(edition="2021"))
    questions = [Question("1", "number"), Question("1", "number", edition="2021")]
    jobs = plan_jobs(questions, [listing("runs"), older], TOOLCHAIN, "", 1)
    assert [type(job) for job in jobs] == [ProgramsJob, ProgramsJob, ConstantsJob, ConstantsJob]


def test_an_ignored_listing_is_in_no_job() -> None:
    """What is ignored is compiled by nobody."""
    assert plan_jobs([], [listing("no", mode=Mode.IGNORED)], TOOLCHAIN, "", 1) == ()


def test_a_job_splits_into_parts_that_hold_each_item_once() -> None:
    """Parts are about as many as their items; a single item is not split further."""
    questions = tuple(Question(str(number), "number") for number in range(10))
    parts = split_job(ConstantsJob(TOOLCHAIN, "", questions))
    held = [question for part in parts for question in cast("ConstantsJob", part).questions]
    assert len(parts) == 4
    assert sorted(held, key=lambda one: int(one.expression)) == [*questions]
    assert len(split_job(ConstantsJob(TOOLCHAIN, "", questions[:1]))) == 1
    assert len(split_job(ConstantsJob(TOOLCHAIN, "", questions[:2]))) == 2
