"""What is wrong with how a claim about timings is written, before any record is looked at."""

from __future__ import annotations

from macros.kinds.arguments import Given
from macros.model import Finding
from macros.report import say_timings as say
from macros.timing_words import (
    Factor,
    Statement,
    Unclear,
    find_equality,
    find_other_order,
    read_factor,
    read_statement,
)


def read_timing(given: Given) -> tuple[Finding, ...]:
    """The mistakes of a call with `timing=`: what stands beside it, what it compares, its words."""
    call = given.call
    if "guaranteed" in given.arguments:
        return (say.never_guaranteed(call, given.place("guaranteed")),)
    for name in ("snippet", "edition"):
        if name in given.arguments:
            return (say.stands_beside(call, name, given.place(name)),)
    statement = read_statement(given.text("timing"))
    if statement is None:
        return (say.not_a_comparison(call, given.text("timing"), given.place("timing")),)
    if statement.left == statement.right:
        return (say.same_row(call, statement.left, given.place("timing")),)
    if statement.bound == 0:
        return (say.bound_of_zero(call, given.text("timing"), given.place("timing")),)
    return _odd_words(given, statement)


def _odd_words(given: Given, statement: Statement) -> tuple[Finding, ...]:
    factor = read_factor(given.text("words"))
    if isinstance(factor, Unclear):
        return (_unclear(given, factor),)
    return _odd_factor(given, factor, statement) if factor else _odd_order(given, statement)


def _odd_order(given: Given, statement: Statement) -> tuple[Finding, ...]:
    """Words without a factor that say another order than the comparison, or none."""
    call, words = given.call, given.text("words")
    if span := find_equality(words):
        return (say.equal_in_words(call, given.part("words", *span), words[slice(*span)]),)
    if span := find_other_order(words, statement):
        timing, mark = given.text("timing"), given.part("words", *span)
        return (say.other_order_in_words(call, mark, words[slice(*span)], timing),)
    return ()


def _unclear(given: Given, problem: Unclear) -> Finding:
    call, mark = given.call, given.part("words", problem.start, problem.end)
    said = given.text("words")[problem.start : problem.end]
    match problem.reason:
        case "clock":
            return say.clock_in_words(call, mark, said)
        case "several":
            return say.several_factors(call, mark)
        case "number":
            return say.number_unchecked(call, mark, said)
        case "speed":
            return say.speed_in_words(call, mark, said)
        case _:
            return say.no_direction(call, mark, said)


def _odd_factor(given: Given, factor: Factor, statement: Statement) -> tuple[Finding, ...]:
    """Words that state another factor or direction than the comparison, or where it has none."""
    call, mark = given.call, given.part("words", factor.start, factor.end)
    said = given.text("words")[factor.start : factor.end]
    if statement.bound is None:
        return (say.factor_of_order(call, mark, said),)
    if factor.sign != statement.sign:
        return (say.other_direction(call, mark, statement.sign),)
    if factor.factor != statement.bound:
        return (say.other_factor(call, mark, said, statement.bound),)
    return ()
