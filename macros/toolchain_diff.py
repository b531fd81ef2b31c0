"""Two verifications of one book, by two compilers → what would change in it. Pure but for `diff`.

Rows are facts that a reader sees: values, printed lines, error codes, messages, and how a program
ends. A row says too whether the sentence or listing still holds under the new compiler.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Final

from macros.book import Book, read_book
from macros.excerpts import code_of_excerpt
from macros.expect_heap import heap_of, shown_counts
from macros.expect_layout import layouts_of, shown_facts
from macros.judge_figure import facts_of
from macros.layout import LayoutAnswer
from macros.model import Outcome, Place, State, Toolchain, Verdict
from macros.options import Options
from macros.report import EXCERPT, FIGURE, LISTING, say_diff
from macros.rust.toolchain import find_toolchain
from macros.verify import Verification, verify

_ADDRESS: Final = re.compile(r"0x[0-9a-f]{7,16}\b")
_WHAT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "value": "value",
        "measure": "value",
        "truth": "truth",
        "prints": "line",
        "prints_not": "line",
        "calls": "system calls",
        "trace": "system calls",
        "fails": "code",
        "section": "section",
        "heap": "heap",
        "snapshot": "memory",
        "codegen": "code",
        "timing": "timing",
        "player": "moments",
    }
)


Row = tuple[str, str, str]
"""What differs, and both texts."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One fact under the old and under the new compiler, and what becomes of its verdict."""

    place: Place
    what: str
    old: str
    new: str
    state: State


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes between two compilers, in the order of places."""

    old: Verification
    new: Verification
    changes: tuple[Change, ...]


def diff(root: Path, old: str, new: str, options: Options) -> str:
    """The table of what would change in the book under `root`; nothing is written anywhere.

    `old` and `new` are commands or paths of rustc. Raises Trouble where one of them is missing, or
    where the book could not be checked under one of them.
    """
    compilers = [find_toolchain(each) for each in (old, new)]
    book = read_book(root)
    found = [_verified(book, each, options) for each in compilers]
    return say_diff.render(compare(*found))


def _verified(book: Book, toolchain: Toolchain, options: Options) -> Verification:
    reading = replace(options.cache, read_only=True)
    found = verify(book, replace(options, rustc=toolchain.rustc, cache=reading))
    broken = next((one for one in found.report.all_findings if one.broken), None)
    if broken is not None:
        raise say_diff.not_checked(toolchain, broken)
    return found


def compare(old: Verification, new: Verification) -> Difference:
    """Hold every verdict and outcome of one verification against that of the other."""
    changes = (
        change
        for before in old.report.verdicts
        for change in _compare_one(before, new.verdicts[before.id], old, new)
    )
    return Difference(old, new, tuple(sorted(changes)))


def _compare_one(
    before: Verdict, after: Verdict, old: Verification, new: Verification
) -> Iterator[Change]:
    if before.kind == FIGURE:
        for what, left, right in _drawn(before.id, old, new):
            yield _change(after, what, left, right)
    elif before.kind == EXCERPT:
        codes = [_code(before.id, each) for each in (old, new)]
        if codes[0] != codes[1]:
            yield _change(after, "code", *_first_difference(*codes))
    elif before.kind != LISTING:
        if (before.measured, before.state) != (after.measured, after.state):
            yield _change(after, _WHAT[after.kind], _said(before), _said(after))
    else:
        for what, left, right in _compare_listing(before, after, old, new):
            yield _change(after, what, left, right)


def _compare_listing(
    before: Verdict, after: Verdict, old: Verification, new: Verification
) -> Iterator[Row]:
    one, two = old.outcomes.get(before.id), new.outcomes.get(before.id)
    if one is not None and two is not None:
        yield from _ends(before, after, one)
        yield from _messages(one, two)
        yield from _prints(one, two)
        yield from _layouts(before.id, old, new)
        yield from _counts(before.id, old, new)


def _change(after: Verdict, what: str, old: str, new: str) -> Change:
    return Change(after.place, what, old, new, after.state)


def _said(verdict: Verdict) -> str:
    """The measured value, or why there is none."""
    return verdict.measured or "; ".join(finding.message for finding in verdict.findings)


def _ends(before: Verdict, after: Verdict, one: Outcome) -> Iterator[Row]:
    if before.measured != after.measured:
        yield ("outcome" if one.compiled else "code"), before.measured, after.measured


def _messages(one: Outcome, two: Outcome) -> Iterator[Row]:
    """What rustc says, each message by its first line, or by the first line that differs."""
    for left, right in zip_longest(one.diagnostics, two.diagnostics):
        old, new = (each.rendered.rstrip() if each else "" for each in (left, right))
        if old != new:
            yield "message", *_first_difference(old.split("\n"), new.split("\n"))


def _prints(one: Outcome, two: Outcome) -> Iterator[Row]:
    """What the program prints; addresses differ from run to run and do not count."""
    if one.run is None or two.run is None:
        return
    for what, old, new in (
        ("output", one.run.stdout, two.run.stdout),
        ("message", one.run.stderr, two.run.stderr),
    ):
        lines = [_ADDRESS.sub("0x…", text).split("\n") for text in (old, new)]
        if lines[0] != lines[1]:
            yield what, *_first_difference(*lines)


def _layouts(name: str, old: Verification, new: Verification) -> Iterator[Row]:
    """What the margin could state of the types that it speaks of."""
    one, two = (
        shown_facts(each.listings[name], layouts_of(each.listings[name], each.facts.answers))
        for each in (old, new)
    )
    for what in dict.fromkeys((*one, *two)):
        if one.get(what) != two.get(what):
            yield "layout", f"{what}: {one.get(what, '')}", f"{what}: {two.get(what, '')}"


def _drawn(id: str, old: Verification, new: Verification) -> Iterator[Row]:
    """What a figure shows of each of its types."""
    one, two = (_shown(id, each) for each in (old, new))
    for what in dict.fromkeys((*one, *two)):
        if one.get(what) != two.get(what):
            yield "layout", f"{what}: {one.get(what, '')}", f"{what}: {two.get(what, '')}"


def _code(id: str, found: Verification) -> tuple[str, ...]:
    """The lines of an excerpt, and why there are none."""
    excerpt = next(one for one in found.excerpts.excerpts if one.id == id)
    code = code_of_excerpt(excerpt, found.facts.answers)
    return code.lines if code else (_said(found.verdicts[id]),)


def _shown(id: str, found: Verification) -> Mapping[str, str]:
    figure = next(one for one in found.figures.figures if one.id == id)
    shown = {"verdict": str(found.verdicts[id].state)}
    for asked in figure.asked:
        answer = found.facts.answers.get(asked.question)
        if isinstance(answer, LayoutAnswer) and answer.layout is not None:
            type = " ".join(asked.question.type.split())
            facts = facts_of(answer.layout)
            shown |= {f"{type} {what}": measured for what, measured in facts.items()}
    return shown


def _first_difference(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    pairs = zip_longest(old, new, fillvalue="")
    return next((one.strip(), two.strip()) for one, two in pairs if one != two)


def _counts(name: str, old: Verification, new: Verification) -> Iterator[Row]:
    """What the counted statements ask of the allocator."""
    one, two = (
        shown_counts(heap_of(each.listings[name], each.facts.answers)) for each in (old, new)
    )
    for what in dict.fromkeys((*one, *two)):
        if one.get(what) != two.get(what):
            yield "heap", f"{what}: {one.get(what, '')}", f"{what}: {two.get(what, '')}"
