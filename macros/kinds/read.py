"""Scanned calls → claims: the arguments choose the kind."""

from __future__ import annotations

import re

from macros.kinds.arguments import Given, read_arguments
from macros.kinds.fails import CODE, CODE_IN_WORDS
from macros.model import Call, Claim, Finding, Listing, Mode, Place
from macros.report import say_facts, say_guards
from macros.words import Quantity, Unreadable, find_numbers, read_quantity

Findings = tuple[Finding, ...]
LINK = re.compile(r"https://[^\s/]+\.[^\s/]+/\S*")


def read_claim(call: Call) -> Claim | Findings:
    """The claim that a scanned `claim`, `size_of`, `align_of` or `measure` makes.

    Its `id` is the pinned one, empty where it has none.
    """
    given = read_arguments(call)
    if isinstance(given, tuple):
        return given
    if call.macro != "claim":
        return _read_measure(given)
    asked = [name for name in ("expression", "prints", "fails") if name in given.arguments]
    if not asked:
        return (say_facts.nothing_to_check(call),)
    if len(asked) > 1:
        return (say_facts.two_kinds(call, asked, given.place(asked[1])),)
    if asked == ["expression"]:
        return _read_expression(given)
    return _read_snippet_claim(given, asked[0])


def find_unsuited(claim: Claim, listing: Listing) -> Finding | None:
    """Why a claim cannot be checked with its snippet, from what the snippet says of itself."""
    mode = listing.directives.mode
    must_fail = mode in (Mode.CHECK_FAIL, Mode.BUILD_FAIL)
    if mode is Mode.IGNORED:
        return say_facts.unsuited_snippet(claim, "is ignored", "let the snippet be checked")
    if claim.kind == "fails":
        help = "a snippet that must not compile begins with //@ check-fail"
        return None if must_fail else say_facts.unsuited_snippet(claim, "has to compile", help)
    if mode is Mode.CHECK_FAIL:
        help = "take a snippet that compiles"
        return say_facts.unsuited_snippet(claim, "does not compile", help)
    is_run = listing.main and mode in (Mode.RUN, Mode.RUN_FAIL)
    if claim.kind == "prints" and not is_run:
        help = "take a program with a main function that is run"
        return say_facts.unsuited_snippet(claim, "is not run", help)
    return None


def _read_measure(given: Given) -> Claim | Findings:
    call = given.call
    argument = "expression" if call.macro == "measure" else "type"
    text = given.text(argument)
    subject = text if call.macro == "measure" else f"{call.macro}::<{text}>()"
    odd = [name for name in ("prints", "fails") if name in given.arguments]
    if odd:
        return (say_facts.two_kinds(call, (argument, *odd), given.place(odd[0])),)
    mistakes = _edition_mistake(given) or _link_mistake(given)
    return mistakes or _claim(given, "measure", subject, given.place(argument))


def _read_expression(given: Given) -> Claim | Findings:
    """With a number in its words a claim compares values, without one it is true or false."""
    words, subject = given.text("words"), given.text("expression")
    quantity = read_quantity(words)
    if isinstance(quantity, Unreadable):
        return (_unreadable(given, quantity),)
    if mistake := _edition_mistake(given) or _link_mistake(given):
        return mistake
    if isinstance(quantity, Quantity):
        mark = given.part("words", quantity.start, quantity.stop)
        return _claim(given, "value", subject, mark)
    return _claim(given, "truth", subject, given.place("words"))


def _read_snippet_claim(given: Given, kind: str) -> Claim | Findings:
    call, subject, place = given.call, given.text(kind), given.place(kind)
    if "snippet" not in given.arguments:
        return (say_facts.needs_snippet(call, kind, place),)
    if "edition" in given.arguments:
        return (say_facts.edition_of_snippet(call, given.place("edition")),)
    findings = _odd_line(given) if kind == "prints" else _odd_code(given)
    return findings or _link_mistake(given) or _claim(given, kind, subject, place)


def _odd_line(given: Given) -> Findings:
    is_line = len(given.text("prints").splitlines()) == 1
    return () if is_line else (say_facts.several_lines(given.call, given.place("prints")),)


def _odd_code(given: Given) -> Findings:
    """A code that is none, another code in the words, and a number that nothing checks."""
    code, words, call = given.text("fails"), given.text("words"), given.call
    if not CODE.fullmatch(code):
        return (say_facts.not_a_code(call, code, given.place("fails")),)
    others = [found for found in CODE_IN_WORDS.finditer(words) if found[0] != code]
    wrong = tuple(
        say_facts.other_code_in_words(call, given.part("words", *found.span()), found[0], code)
        for found in others
    )
    unchecked = tuple(
        say_facts.number_unchecked(call, given.part("words", number.start, number.end), number.text)
        for number in find_numbers(words)
    )
    return (*wrong, *unchecked)


def _unreadable(given: Given, problem: Unreadable) -> Finding:
    mark = given.part("words", problem.start, problem.end)
    if problem.reason == "several":
        return say_facts.several_numbers(given.call, mark, problem.numbers)
    number = problem.numbers[0]
    if problem.reason == "fraction":
        return say_facts.not_whole(given.call, mark, number)
    if problem.reason == "large":
        return say_facts.number_not_read(given.call, mark, number)
    if problem.reason == "odd":
        return say_facts.number_odd(given.call, mark, number)
    return say_facts.unclear_unit(given.call, mark, number)


def _edition_mistake(given: Given) -> Findings:
    both = {"edition", "snippet"} <= given.arguments.keys()
    return (say_facts.edition_of_snippet(given.call, given.place("edition")),) if both else ()


def _link_mistake(given: Given) -> Findings:
    """A promise of the language stands somewhere, and the claim leads there."""
    link = given.text("guaranteed")
    if not link or LINK.fullmatch(link):
        return ()
    return (say_guards.guaranteed_without_link(given.call, link, given.place("guaranteed")),)


def _claim(given: Given, kind: str, subject: str, mark: Place) -> Claim:
    return Claim(
        id=given.text("id"),
        kind=kind,
        words=given.text("words"),
        subject=subject,
        snippet=given.text("snippet"),
        guaranteed=given.text("guaranteed"),
        call=given.call,
        mark=mark,
    )
