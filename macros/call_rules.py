"""A call and the macro's signature → what does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .model import Argument, Call, Finding, Place
from .report import say_pages as say
from .vocabulary import Parameter, Signature

DIGIT_BEFORE = re.compile(r"[0-9][.,_']?\Z")
DIGIT_BEHIND = re.compile(r"[.,_']?[0-9]")


def judge_names(
    macro: str, written: Iterable[tuple[str, Place]], count: int, signature: Signature
) -> Iterator[Finding]:
    """Unknown parameter names, and names given twice; `count` is that of positional arguments.

    `written` are the names with their places.
    """
    seen = {one.name for one in signature.positional[:count]}
    for name, place in written:
        if signature.named(name) is None:
            yield say.unknown_parameter(place, macro, name, signature)
        elif name in seen:
            yield say.parameter_twice(place, macro, name)
        seen.add(name)


def judge_call(call: Call, signature: Signature) -> Iterator[Finding]:
    """Too many arguments, missing ones, and literals of the wrong type."""
    for extra in call.arguments[len(signature.positional) :]:
        yield say.too_many_arguments(extra.place, call.macro, signature)
    given = [*zip(signature.positional, call.arguments, strict=False)]
    given += [(one, value) for key, value in call.named if (one := signature.named(key))]
    for parameter, argument in given:
        if wrong := judge_type(call.macro, parameter, argument):
            yield wrong
    names = {parameter.name for parameter, _ in given}
    for parameter in signature.parameters:
        if parameter.required and parameter.name not in names:
            yield say.missing_argument(call.place, call.macro, parameter.name, signature)


def judge_type(macro: str, parameter: Parameter, argument: Argument) -> Finding | None:
    """A literal of another type than the parameter's, or a required text that is empty."""
    if type(argument.value) is not parameter.kind:
        return say.wrong_type(argument.place, macro, parameter.name, parameter.kind, argument.value)
    if parameter.required and isinstance(argument.value, str) and not argument.value.strip():
        return say.empty_argument(argument.place, macro, parameter.name)
    return None


def judge_alone(call: Call, signature: Signature) -> Iterator[Finding]:
    """A listing cannot stand inside a sentence."""
    if signature.alone and call.indent is None:
        yield say.call_in_sentence(call.place, call.macro)


def judge_surroundings(text: str, call: Call, *, code: bool) -> Iterator[Finding]:
    """A call inside code, where no link can be, and a digit that joins the call's own number."""
    if code:
        yield say.call_in_code(call.place, call.macro)
    before = text[max(call.start - 2, 0) : call.start]
    if DIGIT_BEFORE.search(before) or DIGIT_BEHIND.match(text, call.end):
        yield say.digit_touches(call.place, call.macro)
