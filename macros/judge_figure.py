"""A figure and the layouts that it asked for → its verdict. Pure.

A figure inserts what was measured, so it cannot disagree; it holds where every layout is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from macros.figures import BETWEEN, Asked, Figure
from macros.kinds.arguments import part_of
from macros.layout import Field, Layout, LayoutAnswer
from macros.model import Diagnostic, Finding, Place, State, Trouble, Verdict
from macros.questions import AnyAnswer, AnyQuestion
from macros.report import FIGURE, say_book, say_figures
from macros.report.say_types import OBJECT
from macros.rust.crate import module_path
from macros.rust.diagnostics import VTABLE

Answers = Mapping[AnyQuestion, AnyAnswer | Trouble]
_WORST: Final = (State.UNCHECKED, State.REFUTED)


def judge_figure(figure: Figure, answers: Answers, setting: str) -> Verdict:
    """Hold where every type has a layout; each that has none is a finding at its own place."""
    judged = tuple(_judge_types(figure, answers, setting))
    state = next((one for one in _WORST if one in (state for state, _ in judged)), State.HOLDS)
    return Verdict(
        figure.id,
        FIGURE,
        figure.call.place,
        state,
        words=figure.title,
        expression=f" {BETWEEN} ".join(figure.types),
        snippet=figure.listing.name if figure.listing else "",
        measured="; ".join(map(summary_of, layouts_of_figure(figure, answers))),
        edition=figure.edition,
        findings=tuple(finding for _, finding in judged),
    )


def unchecked_figure(figure: Figure) -> Verdict:
    """A figure that nobody could measure; why is said once, of the compiler."""
    return Verdict(figure.id, FIGURE, figure.call.place, State.UNCHECKED, words=figure.title)


def layouts_of_figure(figure: Figure, answers: Answers) -> tuple[Layout, ...]:
    """The layouts that are known, in order; in a table each type's is before its `Option`'s."""
    found = (answers.get(one.question) for one in figure.asked)
    layouts = (answer.layout for answer in found if isinstance(answer, LayoutAnswer))
    return tuple(layout for layout in layouts if layout is not None)


def summary_of(layout: Layout) -> str:
    """`String: size 24, align 8`."""
    return f"{layout.type}: size {layout.size}, align {layout.align}"


def facts_of(layout: Layout) -> Mapping[str, str]:
    """All that a figure tells of a type, each fact by what it is about, in bytes."""
    tag = layout.tag
    facts = {"size": str(layout.size), "align": str(layout.align)}
    facts |= {"free values": str(layout.free)} if layout.free is not None else {}
    facts |= {one.name: _field_words(one) for one in layout.fields}
    if tag is not None:
        what = "niche" if tag.niche else "tag"
        facts[what] = f"{tag.type} at offset {tag.offset}"
    for variant in layout.variants:
        facts |= {f"{variant.name}.{one.name}": _field_words(one) for one in variant.fields}
        if variant.value is not None:
            facts[f"value of {variant.name}"] = str(variant.value)
    return facts


def _field_words(field: Field) -> str:
    return f"offset {field.offset}, size {field.layout.size}, {field.layout.type}"


def _judge_types(figure: Figure, answers: Answers, setting: str) -> Iterator[tuple[State, Finding]]:
    """What is wrong with each type; of a type that failed, nothing is said of its `Option`."""
    failed: set[Place] = set()
    for asked in figure.asked:
        answer = answers[asked.question]
        if isinstance(answer, LayoutAnswer) and answer.layout is not None:
            continue
        if asked.place not in failed:
            failed.add(asked.place)
            yield _judge_type(figure, asked, answer, setting)


def _judge_type(
    figure: Figure, asked: Asked, answer: AnyAnswer | Trouble, setting: str
) -> tuple[State, Finding]:
    call = figure.call
    if isinstance(answer, Trouble):
        return State.UNCHECKED, say_book.could_not_check(call.place, "this figure", answer)
    assert isinstance(answer, LayoutAnswer), "a layout question has a layout answer"  # noqa: S101
    said, listing = answer.diagnostic, figure.listing
    if said is not None and said.path == OBJECT:
        return State.UNCHECKED, say_figures.object_unreadable(call, asked.place, asked.text, said)
    if said is not None and listing is not None and said.path == module_path(listing.name):
        finding = say_figures.snippet_fails(call, asked.place, asked.text, listing.name, said)
        return State.UNCHECKED, finding
    mark = _find_mark(asked, said) if said else asked.place
    return State.REFUTED, say_figures.no_layout(call, mark, asked.text, said, setting)


def _find_mark(asked: Asked, said: Diagnostic) -> Place:
    """The characters that a message is about: a part of the type, or all where it has no place."""
    place, text, shift = asked.place, asked.text, asked.question.type.find(asked.text)
    if said.path == VTABLE and asked.concrete is not None:
        place, text, shift = asked.concrete, asked.question.vtable, 0
    start, end = said.column - 1 - shift, said.end_column - 1 - shift
    inside = said.line == said.end_line == 1 and 0 <= start < end <= len(text)
    return part_of(place, text, start, end) if inside else place
