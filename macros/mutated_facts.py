"""Layout facts of the margin → copies of their file with one of them made wrong. Pure.

A number one up and one down, another tag, another variant, and padding that is no longer named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.altered import altered, stepped
from macros.model import AnnotatedType, LayoutFact
from macros.mutants import Edit, Mutant, span_of
from macros.text import Lines


def wrong_facts(annotated: AnnotatedType, lines: Lines) -> Iterator[Mutant]:
    """The mutants of all facts about one type."""
    for fact in annotated.facts:
        yield from _wrong_tag(fact, lines) if fact.kind == "tag" else _wrong_number(fact, lines)
        if fact.named is not None:
            yield from _wrong_variant(fact, annotated, lines)
        if fact.kind == "padding" and len(annotated.facts) > 1:
            yield _unnamed_padding(fact, annotated, lines)


def _wrong_number(fact: LayoutFact, lines: Lines) -> Iterator[Mutant]:
    start, end = span_of(lines, fact.place)
    for step in (1, -1):
        new = stepped(lines.text[start:end], fact.number, step)
        edits = (Edit(start, end, new),)
        yield Mutant(f"{fact.kind} {step:+}", fact.place, fact.part, edits)


def _wrong_tag(fact: LayoutFact, lines: Lines) -> Iterator[Mutant]:
    """Wider, and with the other sign."""
    sign, bits = fact.text[0], fact.text[1:]
    start, end = span_of(lines, fact.place)
    for new in (f"{sign}{'32' if bits == '16' else '16'}", f"{'i' if sign == 'u' else 'u'}{bits}"):
        yield Mutant("tag changed", fact.place, fact.part, (Edit(start, end, new),))


def _wrong_variant(fact: LayoutFact, annotated: AnnotatedType, lines: Lines) -> Iterator[Mutant]:
    """Another variant of the enum, and one that does not exist."""
    place = fact.named or fact.place
    start, end = span_of(lines, place)
    said = {one.text for one in annotated.facts if one.kind == "niche"}
    others = (one.variant for one in annotated.bodies if one.variant not in said)
    old = lines.text[start:end]
    names = [*list(others)[:1], *(old[:at] + new + old[to:] for _, at, to, new in altered(old))]
    for new in names:
        yield Mutant("variant changed", place, fact.part, (Edit(start, end, new),))


def _unnamed_padding(fact: LayoutFact, annotated: AnnotatedType, lines: Lines) -> Mutant:
    """The fact taken out, with its line where nothing else stands there."""
    about = replace(annotated.place, column=1, end_line=annotated.end.end_line + 1, end_column=1)
    return Mutant("padding unnamed", fact.part, about, (_without(fact, lines),))


def _without(fact: LayoutFact, lines: Lines) -> Edit:
    start, end = span_of(lines, fact.part)
    first, last = span_of(lines, fact.comment)
    if end < last:
        rest = lines.text[end:last]
        return Edit(start, end + len(rest) - len(rest.lstrip(", \t")), "")
    before = lines.text[first:start].rstrip()
    if before.endswith(","):
        return Edit(first + len(before) - 1, end, "")
    line = lines.starts[fact.part.line - 1]
    code = lines.text[line:first].rstrip()
    if fact.whole and code:
        return Edit(line + len(code), last, "")
    return Edit(line, lines.end_of(fact.part.line), "")
