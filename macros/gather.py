"""Questions and listings → facts: what the cache knows is read, the rest is measured.

Facts are values, Trouble included: a job that could not be done leaves its own items without a
fact and touches no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from macros import facts as stored
from macros.languages.tools import find_tools
from macros.model import Language, Listing, Outcome, Tally, Tool, Toolchain, Trouble
from macros.options import Options
from macros.plan import Job, ListingsJob, plan_jobs, plan_tool_jobs
from macros.questions import AnyAnswer, AnyQuestion, key_of, read_fact, write_fact

if TYPE_CHECKING:
    from macros.rust.perform import Done


Tools = Mapping[Language, Tool | Trouble]


@dataclass(frozen=True, slots=True)
class Facts:
    """What was measured, and Trouble where it could not be; `cache_problem` is empty or says why
    the new facts could not be stored."""

    answers: Mapping[AnyQuestion, AnyAnswer | Trouble]
    outcomes: Mapping[str, Outcome | Trouble]
    tally: Tally
    cache_problem: str = ""


NOTHING: Final = Facts(MappingProxyType({}), MappingProxyType({}), Tally())


def gather_facts(
    questions: Sequence[AnyQuestion],
    listings: Sequence[Listing],
    toolchain: Toolchain,
    options: Options,
) -> Facts:
    """Answer every question and compile every listing, at most once each."""
    target = options.target or toolchain.host
    base = stored.key_base(toolchain, target)
    asked = {each: key_of(base, each) for each in dict.fromkeys(questions)}
    tools = find_tools(each.language for each in listings)
    compiled = {
        each.name: stored.listing_key(_base_of(each, tools, base), each)
        for each in listings
        if not isinstance(tools.get(each.language), Trouble)
    }
    known = options.cache.read([*asked.values(), *compiled.values()])
    answers: dict[AnyQuestion, AnyAnswer | Trouble] = {
        question: read_fact(question, known[key]) for question, key in asked.items() if key in known
    }
    outcomes: dict[str, Outcome | Trouble] = {
        name: stored.read_outcome(known[key]) for name, key in compiled.items() if key in known
    }
    jobs = (
        *plan_jobs(
            [each for each in asked if each not in answers],
            [each for each in listings if each.name not in outcomes and _is_rust(each)],
            toolchain,
            options.target,
            options.workers,
        ),
        *_plan_others([each for each in listings if each.name not in outcomes], tools, options),
    )
    tally = Tally(hits=len(answers) + len(outcomes))
    outcomes |= _without_tool(listings, tools)
    for job, done in zip(jobs, _perform_all(jobs, options), strict=True):
        _take(job, done, answers, outcomes)
        tally += Tally() if isinstance(done, Trouble) else done.tally
    problem = options.cache.write(
        {
            **_new_answers(answers, asked, known),
            **_new_outcomes(outcomes, compiled, known),
        }
    )
    return Facts(answers, outcomes, tally, problem)


def _is_rust(listing: Listing) -> bool:
    return listing.language is Language.RUST


def _base_of(listing: Listing, tools: Tools, base: str) -> str:
    """What the key of a listing's outcome shares with others: its own tool, and not rustc."""
    tool = tools.get(listing.language)
    return stored.tool_base(tool) if isinstance(tool, Tool) else base


def _plan_others(listings: Sequence[Listing], tools: Tools, options: Options) -> tuple[Job, ...]:
    found = {language: one for language, one in tools.items() if isinstance(one, Tool)}
    listings = [each for each in listings if each.language in found]
    return plan_tool_jobs(listings, found, options.workers)


def _without_tool(listings: Sequence[Listing], tools: Tools) -> dict[str, Outcome | Trouble]:
    """What is known of listings whose tool is missing, or cannot be used."""
    found = ((each.name, tools.get(each.language)) for each in listings)
    return {name: tool for name, tool in found if isinstance(tool, Trouble)}


def _perform_all(jobs: Sequence[Job], options: Options) -> list[Done | Trouble]:
    """Do the jobs side by side: on the executor that was handed in, else on threads of ours."""
    if options.executor is not None:
        return _submit_all(jobs, options.executor)
    if not jobs:
        return []
    with ThreadPoolExecutor(max(options.workers, 1)) as threads:
        return _submit_all(jobs, threads)


def _submit_all(jobs: Sequence[Job], executor: Executor) -> list[Done | Trouble]:
    from macros.rust.perform import perform  # noqa: PLC0415 (not needed where all is known)

    futures = [executor.submit(perform, job) for job in jobs]
    try:
        return [_result(future) for future in futures]
    except (KeyboardInterrupt, SystemExit):
        _abandon(futures)
        raise


def _abandon(futures: Sequence[Future[Done]]) -> None:
    """Let no job go on: whatever it starts is ended, until it gives up."""
    from macros.rust.perform import end_programs  # noqa: PLC0415

    left = {future for future in futures if not future.cancel()}
    while left:
        end_programs()
        left = wait(left, timeout=0.02).not_done


def _result(future: Future[Done]) -> Done | Trouble:
    try:
        return future.result()
    except Trouble as trouble:
        return trouble


def _take(
    job: Job,
    done: Done | Trouble,
    answers: dict[AnyQuestion, AnyAnswer | Trouble],
    outcomes: dict[str, Outcome | Trouble],
) -> None:
    if isinstance(job, ListingsJob):
        for number, listing in enumerate(job.listings):
            outcomes[listing.name] = done if isinstance(done, Trouble) else done.outcomes[number]
    else:
        asked: tuple[AnyQuestion, ...] = job.questions
        for number, question in enumerate(asked):
            answers[question] = done if isinstance(done, Trouble) else done.answers[number]


def _new_answers(
    answers: Mapping[AnyQuestion, AnyAnswer | Trouble],
    keys: Mapping[AnyQuestion, str],
    known: Mapping[str, str],
) -> dict[str, str]:
    return {
        keys[question]: write_fact(question, answer)
        for question, answer in answers.items()
        if not isinstance(answer, Trouble) and keys[question] not in known
    }


def _new_outcomes(
    outcomes: Mapping[str, Outcome | Trouble],
    keys: Mapping[str, str],
    known: Mapping[str, str],
) -> dict[str, str]:
    return {
        keys[name]: stored.write_outcome(outcome)
        for name, outcome in outcomes.items()
        if isinstance(outcome, Outcome)
        and keys[name] not in known
        and stored.ran_to_its_end(outcome)
    }
