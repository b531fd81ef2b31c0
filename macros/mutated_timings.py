"""Timing claims → other characters for their words and their comparison. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from macros.altered import stepped
from macros.timing_words import Factor, Statement, read_factor
from macros.words import find_numbers

FAR: Final = 100_000
"""How far a bound is put off: no ratio of a record is near it."""
_OTHER_MULTIPLE: Final = {"twice": "thrice", "thrice": "twice", "double": "half", "half": "twice"}
_LEAST: Final = re.compile(r"at least|(?:no|not) less than|more than|over", re.IGNORECASE)
_MOST: Final = re.compile(r"at most|(?:no|not) more than|less than|under", re.IGNORECASE)

Change = tuple[str, int, int, str]
"""What changes, the characters, and the new ones."""


def wrong_timing_words(words: str) -> Iterator[Change]:
    """Another factor, the other direction, another thing that is counted."""
    factor = read_factor(words)
    if not isinstance(factor, Factor):
        return
    number = next((one for one in find_numbers(words) if one.start == factor.start), None)
    if number is None:
        said = words[factor.start : factor.end]
        yield "factor replaced", factor.start, factor.end, _OTHER_MULTIPLE[said.lower()]
    else:
        for step in (1, -1):
            new = stepped(number.text, number.value, step)
            yield f"number {step:+}", number.start, number.end, new
        yield "unit changed", number.end, number.end, " bytes"
    pattern, new = (_LEAST, "at most") if factor.sign == ">=" else (_MOST, "at least")
    said_there = [one for one in pattern.finditer(words) if one.end() <= factor.start]
    if said_there:
        yield "direction turned", *said_there[-1].span(), new


def wrong_statement(statement: Statement, text: str) -> Iterator[Change]:
    """Rows that are not there, the rows turned round, the sign turned, a bound far off."""
    spans = {name: (start, end) for name, start, end in statement.spans}
    for side in ("left", "right"):
        start, end = spans[side]
        yield "row replaced", start, end, f"{text[start:end]}_of_nobody"
    if turning_is_wrong(statement):
        (start, _), (_, end) = spans["left"], spans["right"]
        turned = f"{statement.right}{text[spans['left'][1] : spans['right'][0]]}{statement.left}"
        yield "rows turned round", start, end, turned
    if statement.bound is None:
        return
    sign, bound = spans["sign"], spans["bound"]
    yield "sign turned", *sign, "<=" if statement.sign == ">=" else ">="
    far = statement.bound * FAR if statement.sign == ">=" else 0
    yield "bound put off", *bound, str(int(far))


def turning_is_wrong(statement: Statement) -> bool:
    """Whether what is said of two rows cannot be true of them the other way round as well."""
    if statement.bound is None:
        return True
    return statement.bound >= 1 if statement.sign == ">=" else statement.bound <= 1
