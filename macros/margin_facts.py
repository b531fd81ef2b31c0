"""Layout facts of the margin (`//~ size 8, align 4`) → the types that they are about.

A fact belongs to the struct, enum or union whose lines hold it. `size` and `align` stand on the
line of the item, `offset` on that of its field, `niche` and `tag` anywhere in the item. `padding`
stands on a line of its own above what follows the hole in memory: a field, or for the end of the
value the closing brace. Where all fields stand on one line, it stands behind them and means all
padding among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, cast
from typing import Literal as Only

from .margin import Source
from .model import AnnotatedType, Finding, LayoutFact, Mode, Place, WrittenFields
from .report import say_layouts as say
from .rust_items import Body, TypeItem, find_types
from .written_facts import Written, parse_facts

_CONDITION: Final = re.compile(r"#\s*\[\s*cfg\b")


@dataclass(frozen=True, slots=True)
class Owned:
    """A fact and the item whose lines hold it."""

    fact: Written
    item: TypeItem

    @property
    def part(self) -> Place:
        return self.fact.comment.place(self.fact.start, self.fact.end)

    @property
    def line(self) -> int:
        return self.fact.comment.line

    def line_of(self, offset: int) -> int:
        return self.fact.comment.source.inner.line_of(offset)

    def is_on_line(self, body: Body) -> bool:
        """Whether all fields of the body stand on the line that the fact speaks of."""
        return self.line_of(body.start) == self.line == self.line_of(body.close)

    def settled(self, variant: str = "", field: str = "", *, whole: bool = False) -> LayoutFact:
        fact, place = self.fact, self.fact.comment.place
        return LayoutFact(
            fact.kind,
            place(*fact.value),
            self.part,
            fact.comment.whole,
            fact.number,
            fact.text,
            place(*fact.named) if fact.named else None,
            variant,
            field,
            whole,
        )


def find_facts(source: Source) -> tuple[tuple[AnnotatedType, ...], tuple[Finding, ...]]:
    """The types that layout facts speak of; none where a fact is not understood."""
    read = [one for span in source.margin() for one in parse_facts(source, *span)]
    if not read:
        return (), ()
    items = find_types(source.rust)
    found = [one if isinstance(one, Finding) else find_owner(items, one) for one in read]
    found = [_refuse_twin(source.rust.code, items, one) for one in found]
    wrong = [one for one in found if isinstance(one, Finding)]
    kept: list[tuple[TypeItem, LayoutFact]] = []
    for owned in (one for one in found if isinstance(one, Owned)):
        settled = settle(owned)
        if isinstance(settled, Finding):
            wrong.append(settled)
        else:
            kept.append((owned.item, settled))
    wrong += find_repeated(kept)
    owners = sorted(dict.fromkeys(item for item, _ in kept), key=lambda item: item.start)
    grouped = ((item, tuple(fact for one, fact in kept if one == item)) for item in owners)
    annotated = tuple(annotate(source, item, facts) for item, facts in grouped)
    return () if wrong else annotated, tuple(wrong)


def judge_mode(annotated: Iterable[AnnotatedType], mode: Mode) -> Iterator[Finding]:
    """Facts about types that nobody can measure, because the listing is not compiled to its end."""
    if mode in (Mode.CHECK_FAIL, Mode.BUILD_FAIL, Mode.IGNORED):
        yield from (say.facts_without_compiling(one.facts[0].part, mode) for one in annotated)


# What it is about -------------------------------------------------------------------------


def find_owner(items: Iterable[TypeItem], fact: Written) -> Owned | Finding:
    """The one item on whose lines the fact speaks, where its layout can be measured."""
    comment = fact.comment
    line_of = comment.source.inner.line_of
    around = [item for item in items if line_of(item.start) <= comment.line <= line_of(item.close)]
    part = comment.place(fact.start, fact.end)
    if not around:
        return say.no_type(part, fact.kind)
    item = around[0]
    if len(around) > 1:
        return say.two_on_line(part, "types", [one.name for one in around])
    if item.is_generic:
        return say.generic(part, item.name)
    if item.local is not None:
        is_ours = comment.source.lines[line_of(item.local) - 1] == 0
        return say.local_in_fence(part, item.name) if is_ours else say.local(part, item.name)
    return Owned(fact, item)


def _refuse_twin(code: str, items: Iterable[TypeItem], found: Owned | Finding) -> Owned | Finding:
    """Which of two items of one path is compiled, its text does not say: both are refused."""
    if isinstance(found, Finding):
        return found
    item = found.item
    path = (item.modules, item.name)
    twins = [one for one in items if (one.modules, one.name) == path and one.local is None]
    line = _other_line(code, found, twins)
    return say.twins(found.part, item.name, line) if line else found


def _other_line(code: str, found: Owned, twins: Iterable[TypeItem]) -> int:
    """The listing's line of another thing of that name; 0 where there is none.

    Only under a condition can there be two: on the items, or on one that another name replaces.
    """
    item = found.item
    other = next((one.name_at for one in twins if one != item), None)
    if other is None and _CONDITION.search(code, item.start, item.name_at):
        renamed = re.search(rf"\btype\s+{item.name}\b|\buse\b[^;]*\b{item.name}\s*[,;}}]", code)
        other = renamed.start() if renamed else None
    return 0 if other is None else found.fact.comment.source.lines[found.line_of(other) - 1]


def settle(owned: Owned) -> LayoutFact | Finding:
    """The fact with the field or variant that it speaks of."""
    match owned.fact.kind:
        case "size" | "align":
            is_header = owned.line <= owned.line_of(owned.item.open)
            return owned.settled() if is_header else say.not_on_item(owned.part, owned.fact.kind)
        case "offset":
            return settle_offset(owned)
        case "padding":
            return settle_above(owned) if owned.fact.comment.own else settle_behind(owned)
        case "niche" | "tag":
            return settle_discriminant(owned)


def settle_offset(owned: Owned) -> LayoutFact | Finding:
    """The one field on the line."""
    fields = [
        (body, field)
        for body in owned.item.bodies
        for field in body.fields
        if owned.line_of(field.start) <= owned.line <= owned.line_of(field.end - 1)
    ]
    if not fields:
        return say.no_field(owned.part)
    if len(fields) > 1:
        return say.two_on_line(owned.part, "fields", [field.name for _, field in fields])
    body, field = fields[0]
    return owned.settled(body.name, field.name)


def settle_above(owned: Owned) -> LayoutFact | Finding:
    """Padding on a line of its own: before the field that stands next, or at the end."""
    item, at = owned.item, owned.fact.start
    if not item.open < at < item.close:
        return say.padding_outside(owned.part)
    inside = [body for body in item.bodies if body.open < at < body.close]
    if not inside:
        is_last = all(body.close < at for body in item.bodies)
        return owned.settled() if is_last else say.padding_between_variants(owned.part)
    body = inside[0]
    field = next((field.name for field in body.fields if field.start > at), "")
    if body.name and not field:
        return say.padding_ends_variant(owned.part, body.name)
    return owned.settled(body.name, field)


def settle_behind(owned: Owned) -> LayoutFact | Finding:
    """Padding behind code: all of it in the fields that stand on that line."""
    bodies = [body for body in owned.item.bodies if owned.is_on_line(body)]
    if owned.item.kind == "enum":
        bodies = [body for body in bodies if body.fields]
    if not bodies:
        return say.padding_behind_code(owned.part)
    if len(bodies) > 1:
        return say.two_on_line(owned.part, "variants", [body.name for body in bodies])
    return owned.settled(bodies[0].name, whole=True)


def settle_discriminant(owned: Owned) -> LayoutFact | Finding:
    """A tag or a niche: what tells the variants of an enum apart."""
    fact, item = owned.fact, owned.item
    if item.kind != "enum":
        return say.no_enum(owned.part, item.kind, item.name)
    names = [body.name for body in item.bodies]
    if fact.kind == "niche" and fact.text not in names:
        named = owned.fact.comment.place(*fact.named) if fact.named else owned.part
        return say.unknown_variant(named, item.name, fact.text, names)
    return owned.settled()


def find_repeated(facts: Iterable[tuple[TypeItem, LayoutFact]]) -> Iterator[Finding]:
    """Two facts about the same thing."""
    seen: dict[tuple[int, str, str, str, str], LayoutFact] = {}
    for item, fact in facts:
        about = fact.text if fact.kind == "niche" else ""
        key = (item.start, fact.kind, fact.variant, fact.field, about)
        if key in seen:
            yield say.twice(fact.part, fact.kind, seen[key].part.line)
        seen.setdefault(key, fact)


def annotate(source: Source, item: TypeItem, facts: tuple[LayoutFact, ...]) -> AnnotatedType:
    """The item as it is written, with its facts."""
    name = "::".join((*item.modules, item.name))
    lifetimes = ", ".join(["'static"] * item.lifetimes)
    line_of = source.inner.line_of

    def place(start: int, end: int) -> Place:
        """On one line: of what goes on, only what stands on its first one."""
        return source.place(start, min(end, source.inner.end_of(line_of(start)) - 1))

    bodies = tuple(
        WrittenFields(
            body.name,
            tuple((field.name, place(field.start, field.end)) for field in body.fields),
            place(body.start, body.start + 1),
            place(body.close, body.close + 1),
            line_of(body.start) == line_of(body.close),
        )
        for body in item.bodies
    )
    return AnnotatedType(
        name,
        f"{name}<{lifetimes}>" if lifetimes else name,
        cast("Only['struct', 'enum', 'union']", item.kind),
        place(item.name_at, item.name_at + len(item.name)),
        place(item.close, item.close + 1),
        bodies,
        facts,
    )
