"""What is odd about a claim on system calls, from its own words and names."""

from __future__ import annotations

import difflib

from macros.kinds.arguments import Given
from macros.kinds.heap_words import says_nothing
from macros.model import Finding
from macros.report import say_calls
from macros.system_call_names import NAMES
from macros.system_calls import NONE, names_in_words, read_names, unknown_names
from macros.words import Quantity


def odd_calls(given: Given, quantity: Quantity | None) -> tuple[Finding, ...]:
    """Names that no system call has, words without a number or with a unit, and other names."""
    call, words, asked = given.call, given.text("words"), given.text("calls")
    unknown = unknown_names(asked)
    if unknown:
        close = difflib.get_close_matches(unknown[0], sorted(NAMES), n=3)
        return (say_calls.unknown_call(call, unknown[0], close, given.place("calls")),)
    if quantity is None and not says_nothing(words, NONE):
        return (say_calls.no_count(call, given.place("words")),)
    if quantity is not None and quantity.unit:
        mark = given.part("words", quantity.start, quantity.stop)
        return (say_calls.counted_in(call, quantity.unit, mark),)
    return tuple(
        say_calls.other_call_in_words(
            call, given.part("words", *found.span("name")), found["name"], asked
        )
        for found in names_in_words(words)
        if found["name"] not in read_names(asked)
    )
