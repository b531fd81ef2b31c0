"""Facts come from the cache or from jobs, and one job's trouble is no other's."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from macros.cache import Cache
from macros.gather import gather_facts
from macros.model import Answer, Listing, Outcome, Place, Question, Run, Tally, Toolchain, Trouble
from macros.options import Options
from macros.plan import ConstantsJob
from macros.rust.perform import Done

TOOLCHAIN = Toolchain("/bin/rustc", "/", "1.95.0", "x86_64-unknown-linux-gnu", "rustc 1.95.0 …")
QUESTION = Question("size_of::<u8>()", "number")
LISTING = Listing("a/b", Place("snippets/a/b.rs", 1, 1, 1, 1), "fn main() {}", "", (1,))
RAN = Outcome(True, (), Run("", "", 0))


class FakeExecutor(Executor):
    """Answers every job without a compiler: constants by `answer`, listings by `outcome`."""

    def __init__(self, answer: Answer | Trouble, outcome: Outcome | Trouble) -> None:
        self.answer, self.outcome = answer, outcome
        self.jobs: list[object] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
        (job,) = args
        self.jobs.append(job)
        future: Future[Any] = Future()
        fact = self.answer if isinstance(job, ConstantsJob) else self.outcome
        if isinstance(fact, Trouble):
            future.set_exception(fact)
        elif isinstance(fact, Answer):
            future.set_result(Done(answers=(fact,) * len(job.questions), tally=Tally(calls=1)))
        else:
            future.set_result(Done(outcomes=(fact,) * len(job.listings), tally=Tally(calls=1)))
        return future


def test_facts_are_measured_once_and_then_read(tmp_path: Path) -> None:
    """The second time no job is made, and the facts are the same."""
    cache = Cache(tmp_path / "facts.sqlite3")
    executor = FakeExecutor(Answer(1), RAN)
    options = Options(cache=cache, executor=executor)
    first = gather_facts([QUESTION, QUESTION], [LISTING], TOOLCHAIN, options)
    second = gather_facts([QUESTION], [LISTING], TOOLCHAIN, options)
    assert first.answers == second.answers == {QUESTION: Answer(1)}
    assert first.outcomes == second.outcomes == {"a/b": RAN}
    assert (first.tally.calls, second.tally.calls, second.tally.hits) == (2, 0, 2)
    assert len(executor.jobs) == 2


def test_one_job_s_trouble_leaves_the_other_facts(tmp_path: Path) -> None:
    """Constants that could not be measured do not touch the programs, and are not stored."""
    trouble = Trouble("rustc crashed", "try again")
    cache = Cache(tmp_path / "facts.sqlite3")
    facts = gather_facts(
        [QUESTION], [LISTING], TOOLCHAIN,
        Options(cache=cache, executor=FakeExecutor(trouble, RAN)),
    )  # fmt: skip
    assert facts.answers[QUESTION] is trouble
    assert facts.outcomes == {"a/b": RAN}
    again = FakeExecutor(Answer(1), RAN)
    gather_facts([QUESTION], [LISTING], TOOLCHAIN, Options(cache=cache, executor=again))
    assert [type(job) for job in again.jobs] == [ConstantsJob]


def test_a_program_that_was_ended_is_measured_again(tmp_path: Path) -> None:
    """A time-out is not kept."""
    stopped = Outcome(True, (), Run("", "", None, "SIGKILL", "time"))
    executor = FakeExecutor(Answer(1), stopped)
    options = Options(cache=Cache(tmp_path / "facts.sqlite3"), executor=executor)
    gather_facts([], [LISTING], TOOLCHAIN, options)
    gather_facts([], [LISTING], TOOLCHAIN, options)
    assert len(executor.jobs) == 2
