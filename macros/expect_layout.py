"""Layout facts of the margin against measured layouts, in both directions. Pure.

Every fact has to be what was measured. Of padding, all has to be stated as well: a hole that an
annotated type has and the margin does not name is a finding. Sizes, offsets, tags and niches may be
left out. In an enum, padding is what lies before a field of a variant, behind the tag or another
field, and at the end the bytes that no variant uses; what else a variant leaves free is there for
the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.layout import Field, Layout, LayoutAnswer, LayoutQuestion, Variant
from macros.model import (
    AnnotatedType,
    Diagnostic,
    Finding,
    LayoutFact,
    Listing,
    Place,
    Trouble,
    WrittenFields,
)
from macros.padding import Hole, Spot, find_padding, plain_name
from macros.questions import AnyAnswer, AnyQuestion
from macros.renumber import locate
from macros.report import say_book
from macros.report import say_layouts as say
from macros.rust.crate import module_path

Layouts = Mapping[str, LayoutAnswer | Trouble]
"""What was measured of a listing's annotated types, by `AnnotatedType.asked`."""


def layout_questions(listing: Listing) -> tuple[LayoutQuestion, ...]:
    """What has to be measured for the annotated types of a listing."""
    edition = listing.directives.edition
    return tuple(LayoutQuestion(one.asked, edition, listing) for one in listing.annotated)


def layouts_of(listing: Listing, answers: Mapping[AnyQuestion, AnyAnswer | Trouble]) -> Layouts:
    """The answers to the questions about a listing."""
    found = ((question, answers.get(question)) for question in layout_questions(listing))
    return {
        question.type: answer
        for question, answer in found
        if isinstance(answer, LayoutAnswer | Trouble)
    }


def judge_layouts(listing: Listing, layouts: Layouts, setting: str) -> Iterator[Finding]:
    """Hold every annotated type of a listing against its layout; one without is a finding."""
    for annotated in listing.annotated:
        answer = layouts.get(annotated.asked)
        if answer is None:
            yield say.not_asked(annotated)
        elif isinstance(answer, Trouble):
            yield say_book.could_not_check(annotated.place, "this layout", answer)
        elif answer.layout is None:
            yield say.no_layout(annotated, _located(listing, answer.diagnostic), setting)
        else:
            for finding in judge_facts(annotated, answer.layout):
                yield say.with_source(finding, annotated, setting)


def _located(listing: Listing, diagnostic: Diagnostic | None) -> Diagnostic | None:
    """The diagnostic with the lines of the author's file."""
    if diagnostic is None:
        return None
    return locate(diagnostic, module_path(listing.name), listing)


def judge_facts(annotated: AnnotatedType, layout: Layout) -> Iterator[Finding]:
    """Every fact that is refuted, and every hole that no fact names."""
    holes = find_padding(layout)
    for fact in annotated.facts:
        if fact.kind == "padding":
            yield from _judge_padding(fact, annotated, holes)
        else:
            yield from _judge_fact(fact, layout)
    yield from _judge_unnamed(holes, annotated)


def shown_facts(listing: Listing, layouts: Layouts) -> dict[str, str]:
    """Every fact that could stand in a listing's margin, by what it is about, as it is measured."""
    found: dict[str, str] = {}
    for annotated in listing.annotated:
        answer = layouts.get(annotated.asked)
        if isinstance(answer, LayoutAnswer) and answer.layout is not None:
            rows = _rows(answer.layout)
            found |= {f"{annotated.name} {what}": value for what, value in rows}
    return found


def _rows(layout: Layout) -> Iterator[tuple[str, str]]:
    yield "size", str(layout.size)
    yield "align", str(layout.align)
    yield from ((f"{one.name} offset", str(one.offset)) for one in layout.fields)
    for variant in layout.variants:
        yield from (
            (f"{variant.name}.{one.name} offset", str(one.offset)) for one in variant.fields
        )
        if layout.tag is not None and layout.tag.niche and variant.value is not None:
            yield f"{variant.name} niche", str(variant.value)
    for hole in find_padding(layout):
        yield f"{'.'.join(filter(None, hole.spot))} padding".lstrip(), str(hole.size)
    if layout.tag is not None and not layout.tag.niche:
        yield "tag", layout.tag.type


# Facts that are refuted -------------------------------------------------------------------


def measured_number(fact: LayoutFact, annotated: AnnotatedType, layout: Layout) -> int | None:
    """The number that would make the fact true; None where no number would."""
    match fact.kind:
        case "size":
            return layout.size
        case "align":
            return layout.align
        case "offset":
            field = _field_of(fact, layout)
            return field.offset if field else None
        case "padding":
            holes = find_padding(layout)
            return _size_of(fact, annotated, holes) or None
        case "niche":
            variant = _variant_of(fact.text, layout)
            is_niche = layout.tag is not None and layout.tag.niche
            return variant.value if variant and is_niche else None
        case "tag":
            return None


def _judge_fact(fact: LayoutFact, layout: Layout) -> Iterator[Finding]:
    match fact.kind:
        case "size" if fact.number != layout.size:
            yield say.other_size(fact, layout.size)
        case "align" if fact.number != layout.align:
            yield say.other_align(fact, layout.align)
        case "offset":
            yield from _judge_offset(fact, layout)
        case "tag":
            yield from _judge_tag(fact, layout)
        case "niche":
            yield from _judge_niche(fact, layout)


def _judge_offset(fact: LayoutFact, layout: Layout) -> Iterator[Finding]:
    field = _field_of(fact, layout)
    if field is None:
        yield say.no_such_field(fact)
    elif field.offset != fact.number:
        yield say.other_offset(fact, field.offset)


def _judge_tag(fact: LayoutFact, layout: Layout) -> Iterator[Finding]:
    tag = layout.tag
    if tag is None:
        yield say.no_tag(fact)
    elif tag.niche:
        yield say.niche_instead(fact, tag.inside)
    elif tag.type != fact.text:
        yield say.other_tag(fact, tag.type)


def _judge_niche(fact: LayoutFact, layout: Layout) -> Iterator[Finding]:
    tag, variant = layout.tag, _variant_of(fact.text, layout)
    if tag is None:
        yield say.no_niche(fact)
    elif not tag.niche:
        yield say.tag_instead(fact, tag.type)
    elif variant is None or variant.value is None:
        yield say.not_encoded(fact, tag.inside)
    elif variant.value != fact.number:
        yield say.other_niche(fact, variant.value)


def _variant_of(name: str, layout: Layout) -> Variant | None:
    return next((one for one in layout.variants if plain_name(one.name) == name), None)


def _field_of(fact: LayoutFact, layout: Layout) -> Field | None:
    variant = _variant_of(fact.variant, layout)
    fields = variant.fields if variant else () if fact.variant else layout.fields
    return next((one for one in fields if plain_name(one.name) == fact.field), None)


# Padding ----------------------------------------------------------------------------------


def _judge_padding(
    fact: LayoutFact, annotated: AnnotatedType, holes: tuple[Hole, ...]
) -> Iterator[Finding]:
    measured = _size_of(fact, annotated, holes)
    if measured == fact.number:
        return
    where = say.among(fact.variant or annotated.name) if fact.whole else say.before(fact.field)
    if measured:
        yield say.other_padding(fact, where, measured)
    else:
        yield say.no_padding(fact, where)


def _size_of(fact: LayoutFact, annotated: AnnotatedType, holes: tuple[Hole, ...]) -> int:
    spots = _spots(fact, annotated)
    return sum(hole.size for hole in holes if hole.spot in spots)


def _spots(fact: LayoutFact, annotated: AnnotatedType) -> frozenset[Spot]:
    """Where the padding lies that a fact speaks of."""
    if fact.kind != "padding":
        return frozenset()
    if not fact.whole:
        return frozenset({(fact.variant, fact.field)})
    body = next(one for one in annotated.bodies if one.variant == fact.variant)
    return _line_spots(body, annotated)


def _line_spots(body: WrittenFields, annotated: AnnotatedType) -> frozenset[Spot]:
    """Before each field of a body, and at the end of the type where that stands on its line."""
    spots = {(body.variant, field) for field, _ in body.fields}
    return frozenset(spots | ({("", "")} if annotated.end.line == body.end.line else set()))


def _judge_unnamed(holes: tuple[Hole, ...], annotated: AnnotatedType) -> Iterator[Finding]:
    """A finding for each hole that no fact names; one for all those of a single line."""
    named = {spot for fact in annotated.facts for spot in _spots(fact, annotated)}
    left = tuple(hole for hole in holes if hole.spot not in named)
    for body in (one for one in annotated.bodies if one.is_line):
        here = tuple(hole for hole in left if hole.spot in _line_spots(body, annotated))
        left = tuple(hole for hole in left if hole not in here)
        if here:
            number = sum(hole.size for hole in here)
            name = body.variant or annotated.name
            yield say.padding_missing_on_line(body.end, number, name)
    for hole in left:
        place, after = _behind(hole, annotated)
        yield say.padding_missing(place, hole.size, hole.before, after)


def _behind(hole: Hole, annotated: AnnotatedType) -> tuple[Place, str]:
    """What stands behind a hole in the text: a field and its name, or the closing delimiter."""
    variant, name = hole.spot
    fields = (field for one in annotated.bodies if one.variant == variant for field in one.fields)
    found = next((place for field, place in fields if field == name), None)
    return (found, say.named(name)) if found else (annotated.end, "")
