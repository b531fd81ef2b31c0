"""Scanned calls → claims: the arguments choose the kind."""

from __future__ import annotations

import re
from dataclasses import replace

from macros.codegen import FORMS
from macros.kinds.arguments import Given, read_arguments
from macros.kinds.fails import CODE, CODE_IN_WORDS
from macros.kinds.heap_words import unit_of
from macros.kinds.lines import split_lines
from macros.kinds.read_calls import odd_calls
from macros.kinds.read_codegen import find_codegen_mistakes, mark_of, subject_of
from macros.kinds.read_timing import read_timing
from macros.margin import HEAP
from macros.model import Call, Claim, Finding, Place
from macros.moment_words import Unclear, read_statement
from macros.report import (
    say_calls,
    say_facts,
    say_guards,
    say_heap,
    say_lines,
    say_moments,
    say_sections,
)
from macros.rust.text_literals import read_literal
from macros.sections import IN_WORDS, SECTION, is_in, is_literal
from macros.words import Quantity, Unreadable, find_numbers, read_quantity

Findings = tuple[Finding, ...]
PRINTED = ("prints", "prints_not")
SUBJECTS = (
    "expression", *PRINTED, "fails", "section", "snapshot", "calls", *FORMS, *HEAP, "timing",
)  # fmt: skip
_PATH = re.compile(r"(?:<.+ as .+>::|crate::)?(?:[^\W\d]\w*::)*[^\W\d]\w*")
LINK = re.compile(r"https://[^\s/]+\.[^\s/]+/\S*")


def read_claim(call: Call) -> Claim | Findings:
    """The claim that a scanned `claim`, `size_of`, `align_of`, `measure` or `calls` makes.

    Its `id` is the pinned one, empty where it has none.
    """
    given = read_arguments(call)
    if isinstance(given, tuple):
        return given
    if call.macro != "claim":
        return _read_trace(given) if call.macro == "calls" else _read_measure(given)
    asked = [name for name in SUBJECTS if name in given.arguments]
    if findings := _unclear(given, asked):
        return findings
    if asked[0] in HEAP:
        return _read_heap(given, asked[0])
    if asked[0] in FORMS:
        return _read_codegen(given, asked[0])
    readers = {
        "expression": _read_expression,
        "section": _read_section,
        "calls": _read_calls,
        "timing": _read_timing,
    }
    reader = readers.get(asked[0])
    return reader(given) if reader else _read_snippet_claim(given, asked[0])


def _read_trace(given: Given) -> Claim:
    """Its words are the title of the table."""
    claim = _claim(given, "trace", "system calls", given.place("snippet"))
    return replace(claim, words=say_calls.calls_title(claim.snippet))


def _unclear(given: Given, asked: list[str]) -> Findings:
    """A claim with nothing to check, with half of a section, or with two things to check."""
    if "of" in given.arguments and not {"section", *FORMS} & set(asked):
        return (say_sections.needs_other(given.call, "of", "section", given.place("of")),)
    if not asked:
        return (say_facts.nothing_to_check(given.call),)
    if len(asked) > 1:
        return (say_facts.two_kinds(given.call, asked, given.place(asked[1])),)
    return ()


def _read_measure(given: Given) -> Claim | Findings:
    call = given.call
    argument = "expression" if call.macro == "measure" else "type"
    text = given.text(argument)
    subject = text if call.macro == "measure" else f"{call.macro}::<{text}>()"
    odd = [name for name in SUBJECTS[1:] if name in given.arguments]
    if odd:
        return (say_facts.two_kinds(call, (argument, *odd), given.place(odd[0])),)
    mistakes = _link_mistake(given)
    return mistakes or _claim(given, "measure", subject, given.place(argument))


def _read_expression(given: Given) -> Claim | Findings:
    """With a number in its words a claim compares values, without one it is true or false."""
    words, subject = given.text("words"), given.text("expression")
    quantity = read_quantity(words)
    if isinstance(quantity, Unreadable):
        return (_unreadable(given, quantity),)
    if mistake := _link_mistake(given):
        return mistake
    if isinstance(quantity, Quantity):
        mark = given.part("words", quantity.start, quantity.stop)
        return _claim(given, "value", subject, mark)
    return _claim(given, "truth", subject, given.place("words"))


def _read_snippet_claim(given: Given, kind: str) -> Claim | Findings:
    call, subject, place = given.call, given.text(kind), given.place(kind)
    if "snippet" not in given.arguments:
        return (say_facts.needs_snippet(call, kind, place),)
    odd = {
        "prints": _odd_lines,
        "prints_not": _odd_absence,
        "fails": _odd_code,
        "snapshot": _odd_statement,
    }[kind]
    return odd(given) or _link_mistake(given) or _claim(given, kind, subject, place)


def _odd_lines(given: Given, name: str = "prints") -> Findings:
    """Lines that are none; and numbers of the words, where they could stand in none or in any."""
    call, text, place = given.call, given.text(name), given.place(name)
    if len(text.splitlines()) != 1:
        return (say_facts.several_lines(call, name, place),)
    lines = split_lines(text)
    if not all(lines):
        return (say_lines.empty_line(call, name, place),)
    numbers = find_numbers(given.text("words")) if name != "prints" or len(lines) > 1 else ()
    return tuple(
        say_lines.number_unchecked(call, given.part("words", one.start, one.end), one.text, name)
        for one in numbers
    )


def _odd_absence(given: Given) -> Findings:
    return _odd_lines(given, "prints_not")


def _odd_statement(given: Given) -> Findings:
    text = given.text("snapshot")
    unclear = read_statement(text)
    if not isinstance(unclear, Unclear):
        return ()
    word = unclear.word
    place = given.part("snapshot", word.start, word.end) if word.text else given.place("snapshot")
    return (say_moments.unclear(given.call, unclear.reason, word.text or text, place),)


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


def _read_calls(given: Given) -> Claim | Findings:
    """The number of the words is compared; without one they say that there is none."""
    if "snippet" not in given.arguments:
        return (say_facts.needs_snippet(given.call, "calls", given.place("calls")),)
    if "edition" in given.arguments:
        return (say_facts.edition_of_snippet(given.call, given.place("edition")),)
    quantity = read_quantity(given.text("words"))
    if isinstance(quantity, Unreadable):
        return (_unreadable(given, quantity),)
    place = given.place("words")
    mark = given.part("words", quantity.start, quantity.stop) if quantity else place
    findings = odd_calls(given, quantity) or _link_mistake(given)
    return findings or _claim(given, "calls", given.text("calls"), mark)


def _read_timing(given: Given) -> Claim | Findings:
    """The comparison of two rows is both the subject and what is compared."""
    claimed = _claim(given, "timing", given.text("timing"), given.place("timing"))
    return read_timing(given) or claimed


def _read_section(given: Given) -> Claim | Findings:
    """The subject is what lies in the section; the section is what is compared."""
    call = given.call
    if "of" not in given.arguments:
        return (say_sections.needs_other(call, "section", "of", given.place("section")),)
    if "snippet" not in given.arguments:
        return (say_facts.needs_snippet(call, "section", given.place("section")),)
    findings = _odd_section(given)
    link = _link_mistake(given)
    return findings or link or _claim(given, "section", given.text("of"), given.place("section"))


def _read_heap(given: Given, verb: str) -> Claim | Findings:
    """The subject is the statement, behind what it asks of the allocator."""
    call = given.call
    if "snippet" not in given.arguments:
        return (say_facts.needs_snippet(call, verb, given.place(verb)),)
    words = given.text("words")
    quantity = read_quantity(words)
    if isinstance(quantity, Unreadable):
        return (_unreadable(given, quantity),)
    if unit_of(words) is None:
        return (say_heap.no_unit(call, given.place("words")),)
    mark = given.part("words", quantity.start, quantity.stop) if quantity else given.place("words")
    return _link_mistake(given) or _claim(given, "heap", f"{verb}: {given.text(verb)}", mark)


def _odd_section(given: Given) -> Findings:
    """A name that is none, and words that say a number or another section."""
    call, words, section, symbol = (
        given.call, given.text("words"), given.text("section"), given.text("of"),
    )  # fmt: skip
    if not SECTION.fullmatch(section):
        return (say_sections.not_a_section(call, section, given.place("section")),)
    data = read_literal(symbol) if is_literal(symbol) else b"a name"
    if data is None or (not is_literal(symbol) and not _PATH.fullmatch(symbol)):
        return (say_sections.not_a_symbol(call, symbol, given.place("of")),)
    if not data:
        return (say_sections.empty_literal(call, symbol, given.place("of")),)
    wrong = tuple(
        say_sections.other_section_in_words(
            call, given.part("words", *found.span()), found[0], section
        )
        for found in IN_WORDS.finditer(words)
        if not is_in(section, found[0])
    )
    unchecked = tuple(
        say_sections.number_unchecked(
            call, given.part("words", number.start, number.end), number.text
        )
        for number in find_numbers(words)
    )
    return (*wrong, *unchecked)


def _read_codegen(given: Given, form: str) -> Claim | Findings:
    findings = find_codegen_mistakes(given, form) or _link_mistake(given)
    return findings or _claim(given, "codegen", subject_of(given, form), mark_of(given, form))


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


def _link_mistake(given: Given) -> Findings:
    """A promise of the language stands somewhere, and the claim leads there."""
    link = given.text("guaranteed")
    if not link or LINK.fullmatch(link):
        return ()
    return (say_guards.guaranteed_without_link(given.call, link, given.place("guaranteed")),)


def _claim(given: Given, kind: str, subject: str, mark: Place) -> Claim:
    """An edition beside a snippet chooses among those of the snippet."""
    snippet, edition = given.text("snippet"), given.text("edition")
    return Claim(
        id=given.text("id"),
        kind=kind,
        words=given.text("words"),
        subject=subject,
        snippet=f"{snippet}@{edition}" if snippet and edition else snippet,
        guaranteed=given.text("guaranteed"),
        call=given.call,
        mark=mark,
    )
