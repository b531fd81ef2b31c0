"""A statement about moments → its words made wrong, one at a time. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from macros.altered import altered, other_section
from macros.moment_words import FREED, STANDINGS, Side, Statement, Text, Word


def wrong_words(statement: Statement, text: str) -> Iterator[tuple[str, Word, str]]:
    """What changes, where, and the new characters."""
    right = statement.right
    for side in (statement.left, right):
        if isinstance(side, Side):
            yield "label altered", side.label, f"{side.label.text} never"
            yield from _wrong_path(side)
    if isinstance(right, Text):
        yield from _wrong_text(right)
    else:
        sign = "==" if statement.equal else "!="
        start = text.index(sign, statement.left.path.end)
        yield "comparison turned", Word(sign, start, start + 2), "!=" if statement.equal else "=="


def _wrong_path(side: Side) -> Iterator[tuple[str, Word, str]]:
    """Each name of the path altered; the number of a block or frame as one that is not there."""
    for name in side.names:
        if name.start >= side.path.end:
            continue  # the `is` of `LABEL: PATH is STANDING`
        number = name.text.rfind("#") + 1
        if number:
            part = Word(name.text[number:], name.start + number, name.end)
            yield "number altered", part, f"{part.text}999"
        else:
            yield "name altered", name, f"{name.text}9"


def _wrong_text(text: Text) -> Iterator[tuple[str, Word, str]]:
    word = text.word
    if text.kind == "standing":
        yield "standing changed", word, _other_standing(word.text)
    elif text.kind == "section":
        yield "section replaced", word, other_section(word.text)
    elif text.kind == "number" and "0x" in word.text:
        for step in (1, -1):
            yield f"number {step:+}", word, hex((text.number or 0) + step)
    else:
        start = 1 if text.kind in ("quote", "char") else 0
        inner = word.text[start : len(word.text) - start]
        for change, first, last, new in altered(inner) if inner else ():
            at = word.start + start
            yield f"value's {change}", Word(inner[first:last], at + first, at + last), new
        if not inner:
            yield "value's text altered", word, '"x"'


def _other_standing(standing: str) -> str:
    """`live` for one that is not, and something else for `live`."""
    at = STANDINGS.index(standing)
    return STANDINGS[0] if at or standing == FREED else STANDINGS[2]
