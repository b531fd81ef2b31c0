"""Expectations ↔ what came: each meets at most one, as many as possible meet. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros.kinds.lines import nearest_line
from macros.model import Diagnostic, Expectation

E = TypeVar("E")
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Matched:
    """What is left over: expectations, each with the diagnostic that comes near it, if one does;
    and the diagnostics that no expectation speaks of."""

    unmet: tuple[tuple[Expectation, Diagnostic | None], ...]
    unexpected: tuple[Diagnostic, ...]


def match_diagnostics(expected: Sequence[Expectation], said: Sequence[Diagnostic]) -> Matched:
    """Match by level, line, code and text; pair what is left by line, then by code."""
    met = pair(expected, said, is_met)
    unmet = [at for at in range(len(expected)) if at not in met]
    left = [at for at in range(len(said)) if at not in met.values()]
    near: dict[int, int] = {}
    for comes_near in (_same_line, _same_code):
        open_ = [at for at in unmet if at not in near]
        free = [at for at in left if at not in near.values()]
        pairs = pair([expected[at] for at in open_], [said[at] for at in free], comes_near)
        near |= {open_[one]: free[other] for one, other in pairs.items()}
    return Matched(
        tuple((expected[at], said[near[at]] if at in near else None) for at in unmet),
        tuple(said[at] for at in left if at not in near.values()),
    )


def match_lines(
    expected: Sequence[Expectation], printed: Sequence[str]
) -> Iterator[tuple[Expectation, str | None]]:
    """The lines that were not printed, each with a printed one that comes near, if there is one.

    Where one text is expected twice and printed once, the one that stands in its turn has it.
    """
    in_turn = [one.text.rstrip() == line for one, line in zip(expected, printed, strict=False)]
    order = sorted(range(len(expected)), key=lambda at: not (at < len(in_turn) and in_turn[at]))
    asked = [expected[at] for at in order]
    met = pair(asked, printed, lambda one, line: one.text.rstrip() == line)
    unmet = sorted(at for number, at in enumerate(order) if number not in met)
    left = [line for at, line in enumerate(printed) if at not in met.values()]
    in_order = len(left) == len(unmet)
    for number, at in enumerate(unmet):
        near = left[number] if in_order else nearest_line(expected[at].text, left)
        yield expected[at], near or None


def is_met(expectation: Expectation, diagnostic: Diagnostic) -> bool:
    """Whether the diagnostic is what the expectation says."""
    return (
        expectation.kind == diagnostic.level
        and expectation.line in (None, diagnostic.line)
        and expectation.code in ("", diagnostic.code)
        and expectation.text in diagnostic.message
    )


def pair(wanted: Sequence[E], offered: Sequence[F], fits: Callable[[E, F], bool]) -> dict[int, int]:
    """A largest set of pairs (index of a wanted one: index of the offered one it takes).

    Kuhn's algorithm: a wanted one may take an offer whose taker finds another.
    """
    taker: dict[int, int] = {}

    def find_offer(one: int, seen: set[int]) -> bool:
        for other, offer in enumerate(offered):
            if other in seen or not fits(wanted[one], offer):
                continue
            seen.add(other)
            if other not in taker or find_offer(taker[other], seen):
                taker[other] = one
                return True
        return False

    for one in range(len(wanted)):
        find_offer(one, set())
    return {one: other for other, one in sorted(taker.items(), key=lambda item: item[1])}


def _same_line(expectation: Expectation, diagnostic: Diagnostic) -> bool:
    is_kind = expectation.kind == diagnostic.level
    return is_kind and expectation.line in (None, diagnostic.line)


def _same_code(expectation: Expectation, diagnostic: Diagnostic) -> bool:
    is_kind = expectation.kind == diagnostic.level
    return is_kind and bool(expectation.code) and expectation.code == diagnostic.code
