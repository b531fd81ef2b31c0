"""The arguments of a claim about generated code → a claim, or what is wrong with them."""

from __future__ import annotations

from macros.codegen import ASSEMBLY, FORMS, MIR, PATH
from macros.codegen_words import COUNT, HAS, CodegenStatement, read_codegen
from macros.kinds.arguments import Given
from macros.kinds.heap_words import NOTHING_SAID
from macros.model import Finding, Place
from macros.report import say_codegen, say_facts
from macros.words import Quantity, Unreadable, find_numbers, read_quantity

Findings = tuple[Finding, ...]
SUBJECTS = FORMS


def find_codegen_mistakes(given: Given, form: str) -> Findings:
    """Half a claim, a statement or a name that is none, and numbers that nothing checks."""
    call, text, place = given.call, given.text(form), given.place(form)
    if "of" not in given.arguments:
        return (say_codegen.needs_of(call, form, place),)
    if "snippet" not in given.arguments:
        return (say_facts.needs_snippet(call, form, place),)
    if "edition" in given.arguments:
        return (say_facts.edition_of_snippet(call, given.place("edition")),)
    if not PATH.fullmatch(given.text("of")):
        return (say_codegen.not_a_function(call, given.text("of"), given.place("of")),)
    statement = read_codegen(text, form)
    if statement is None:
        other = MIR if form == ASSEMBLY else ASSEMBLY
        return (say_codegen.unclear(call, form, text, place, other=read_codegen(text, other)),)
    return _odd_numbers(given, statement, form)


def _odd_numbers(given: Given, statement: CodegenStatement, form: str) -> Findings:
    """Only `count` checks a number, and needs one that has no unit."""
    words = given.text("words")
    none = NOTHING_SAID.search(words) if statement.verb == HAS else None
    if none:
        return (say_codegen.denied(given.call, _mark(given, *none.span()), none[0]),)
    if statement.verb != COUNT:
        return tuple(
            say_codegen.number_unchecked(given.call, _mark(given, one.start, one.end), one.text)
            for one in find_numbers(words)
        )
    quantity = read_quantity(words)
    if isinstance(quantity, Quantity) and not quantity.unit:
        return ()
    if isinstance(quantity, Unreadable):
        mark = _mark(given, quantity.start, quantity.end)
        return (say_facts.several_numbers(given.call, mark, quantity.numbers),)
    return (say_codegen.needs_number(given.call, form, given.place("words")),)


def _mark(given: Given, start: int, end: int) -> Place:
    return given.part("words", start, end)


def mark_of(given: Given, form: str) -> Place:
    """What may be wrong: the number that is counted, or the whole statement."""
    statement, quantity = read_codegen(given.text(form), form), read_quantity(given.text("words"))
    if statement and statement.verb == COUNT and isinstance(quantity, Quantity):
        return _mark(given, quantity.start, quantity.stop)
    return given.place(form)


def subject_of(given: Given, form: str) -> str:
    """What the claim is about, in one text: `assembly of share: has lock`."""
    return f"{form} of {given.text('of')}: {' '.join(given.text(form).split())}"
