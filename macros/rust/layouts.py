"""Types → their layouts, all in one call of the compiler, nothing executed.

Every type gets a probe, a function whose debug information leads to it; beside it stand the size,
the align and the free values that the compiler measures. Free values that are too many to be
counted are read from a second call, for all types together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from macros.layout import Layout, LayoutAnswer, LayoutQuestion
from macros.model import Diagnostic, Tally, Toolchain
from macros.report import say_types as say
from macros.rust.asking import (
    EDITIONS,
    Bench,
    Found,
    Sort,
    ask_all,
    compile_library,
    flags_of,
    make_folder,
    most_fitting,
)
from macros.rust.crate import module_path
from macros.rust.dwarf import Missing, UnreadableObject, read_layouts
from macros.rust.own_place import find_row, move_to_text
from macros.rust.plain import plain
from macros.rust.probes import (
    FACTS,
    PRIMITIVES,
    Asked,
    can_share,
    find_probes,
    has_facts,
    write_probes,
    write_ranges,
)
from macros.rust.ranges import read_free_values
from macros.rust.rooms import OBJECT, Sheet
from macros.rust.sheet import reads_outside
from macros.rust.slots import read_slots
from macros.rust.tokens import blank_texts
from macros.rust.type_text import find_trait_object, is_blank, is_one_piece, split_local
from macros.text import nearest

CODE = "_values.ll"
COUNTED = 255
"""The most free values that are counted; a tag of one byte leaves no more."""
GENERIC = ("E0282", "E0283", "E0284")
"""What rustc says of a function that is named without the types that it needs."""
NO_VALUES = 0xFFFF
"""What stands for the free values of a type that has no values at all."""
_MODULES = re.compile(r"\bmeasured::(?:listing_\d+::)?")
_WORD = re.compile(r"[^\W\d]\w*")
DESCRIBED = ("-Cdebuginfo=2", "-Copt-level=0", "-Ccodegen-units=1", "-Awarnings")
FOR_RANGES = (
    *("-Copt-level=1", "-Cno-prepopulate-passes", "-Ccodegen-units=1"),
    *("-Cdebug-assertions=yes", "-Coverflow-checks=yes", "-Awarnings"),
)
"""Without optimisation no ranges are told; the rest is as it is without."""


def measure_layouts(
    questions: Sequence[LayoutQuestion],
    toolchain: Toolchain,
    workdir: Path,
    *,
    target: str = "",
    flags: tuple[str, ...] = (),
) -> tuple[tuple[LayoutAnswer, ...], Tally]:
    """The layouts of types that all have the same edition, in their order.

    A type without one has a message: its path is `expression` (`vtable` where it is about the
    concrete type of a vtable) and its lines and columns are those of the text, or its path is the
    listing's file and they are those of the listing's source. `target` is a triple; empty for the
    compiler's own; `flags` are handed to it as they are.
    `free` is set for types that a value can have; not for variables, vtables and heap blocks.
    The tally counts calls, and the questions that had to be asked alone.
    Raises Trouble where the compiler fails, or where what it measures and describes differ.
    """
    refused = {number: _refuse(question) for number, question in enumerate(questions)}
    asked = tuple(one for one in enumerate(questions) if refused[one[0]] is None)
    edition = questions[0].edition if questions else EDITIONS[-1]
    bench = Bench(toolchain, workdir, target, edition, flags)
    answers, tally = ask_all(_SORT, asked, bench)
    answers |= {number: _without(said) for number, said in refused.items() if said is not None}
    every = enumerate(questions)
    return tuple(_leave_our_lines(question, answers[number]) for number, question in every), tally


def _leave_our_lines(question: LayoutQuestion, answer: LayoutAnswer) -> LayoutAnswer:
    """A message about a line that we added behind a listing is about the question's type."""
    said, listing = answer.diagnostic, question.listing
    if said is None or listing is None or said.path != module_path(listing.name):
        return answer
    ours = said.line > listing.source.count("\n") + 1
    return _without(say.about(question.type, said.message)) if ours else answer


def _without(said: Diagnostic) -> LayoutAnswer:
    return LayoutAnswer(None, said)


def _refuse(question: LayoutQuestion) -> Diagnostic | None:
    """Why a type cannot even be written down for the compiler."""
    if question.edition not in EDITIONS:
        return say.edition_not_measured(question.type, question.edition, EDITIONS[0])
    if bool(question.local) + bool(question.heap) + bool(question.vtable) > 1:
        return say.views_exclude_each_other(question.type)
    if question.local:
        return _refuse_local(question)
    said = _refuse_text(question.type)
    if said is None and question.vtable:
        said = _refuse_text(question.vtable, "vtable")
    if said is None and question.vtable and find_trait_object(question.type) is None:
        return say.no_trait_object(question.type)
    return said


def _refuse_local(question: LayoutQuestion) -> Diagnostic | None:
    if split_local(question.type) is None:
        return say.no_local(question.type)
    return say.local_without_listing(question.type) if question.listing is None else None


def _refuse_text(text: str, path: str = "expression") -> Diagnostic | None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        return say.type_not_unicode(path)
    if is_blank(text):
        return say.type_empty(path)
    if not is_one_piece(text):
        return say.type_unbalanced(text, path)
    return say.type_reads_outside(text, path) if reads_outside(text) else None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the compiler measures of a type: size and align in bytes, how many values are free.

    `free` is above COUNTED where there are more, and NO_VALUES where the type has no values.
    """

    size: int
    align: int
    free: int


def _read(sheet: Sheet, asked: Sequence[Asked], bench: Bench) -> Found[LayoutAnswer] | None:
    """The answers in the object file; None where not all of it can be read."""
    data = (sheet.folder / OBJECT).read_bytes()
    aligns, facts = _read_facts(data, sheet, asked)
    try:
        layouts = read_layouts(data, find_probes(asked, inline=not sheet.alone), aligns)
    except UnreadableObject as error:
        said = say.object_unreadable(asked[0][1].type, str(error))
        return None if len(asked) > 1 else ({asked[0][0]: _without(said)}, Tally())
    found = {
        number: _answer(question, layout, facts.get(number))
        for (number, question), layout in zip(asked, layouts, strict=True)
    }
    many = tuple(one for one in asked if _has_many(found[one[0]]))
    if not many:
        return found, Tally()
    more = _read_ranges(many, found, sheet, bench)
    return None if more is None else (found | more[0], more[1])


def _read_facts(
    data: bytes, sheet: Sheet, asked: Sequence[Asked]
) -> tuple[Mapping[str, int], Mapping[int, Facts]]:
    """The aligns of the primitive types, and the facts by the numbers of the questions."""
    sized = [one for one in asked if has_facts(one[1])]
    slots = map(int, read_slots(data, sheet.mark, len(PRIMITIVES) + FACTS * len(sized)))
    aligns = dict(zip(PRIMITIVES, slots, strict=False))
    facts = {number: Facts(*islice(slots, FACTS)) for number, _ in sized}
    return aligns, facts


def _answer(
    question: LayoutQuestion, layout: Layout | Missing, facts: Facts | None
) -> LayoutAnswer:
    """The answer with the free values as far as they were counted.

    Raises Trouble where the debug information and the compiler differ.
    """
    if isinstance(layout, Missing):
        return _without(_say_missing(question, layout.reason))
    if facts is None or question.heap:
        return LayoutAnswer(layout)
    decoded, measured = (layout.size, layout.align), (facts.size, facts.align)
    if decoded != measured:
        raise say.layout_differs(question.type, decoded, measured)
    return LayoutAnswer(replace(layout, free=None if facts.free == NO_VALUES else facts.free))


def _say_missing(question: LayoutQuestion, reason: str) -> Diagnostic:
    local = split_local(question.type) if question.local else None
    if local is None or question.listing is None:
        return say.no_layout(question.type, reason)
    words = frozenset(_WORD.findall(blank_texts(question.listing.source) or ""))
    near = "" if local[1] in words else nearest(local[1], words)
    return say.no_variable(question.type, _MODULES.sub("", reason), near)


def _has_many(answer: LayoutAnswer) -> bool:
    return answer.layout is not None and (answer.layout.free or 0) > COUNTED


def _read_ranges(
    asked: tuple[Asked, ...], found: Mapping[int, LayoutAnswer], sheet: Sheet, bench: Bench
) -> Found[LayoutAnswer] | None:
    """The answers for types with more free values than were counted, in one call for all."""
    folder = make_folder(bench, "ranges")
    ranges = write_ranges(folder, asked, inline=not sheet.alone)
    arguments = (*flags_of(ranges, asked), f"--emit=llvm-ir={CODE}", *FOR_RANGES)
    compiled = compile_library(ranges.root, arguments, folder, bench, len(asked))
    if not compiled.ok:
        said = most_fitting(compiled.errors)
        return None if len(asked) > 1 else ({asked[0][0]: _without(said)}, Tally(calls=1))
    free = read_free_values((folder / CODE).read_text("utf-8"))
    return {
        number: _set_free(question, found[number], free.get(number)) for number, question in asked
    }, Tally(calls=1)


def _set_free(question: LayoutQuestion, answer: LayoutAnswer, free: int | None) -> LayoutAnswer:
    if answer.layout is None or free is None or free <= COUNTED:
        raise say.range_not_found(question.type)
    return LayoutAnswer(replace(answer.layout, free=free))


def _explain(sheet: Sheet, asked: Asked, errors: Sequence[Diagnostic]) -> Diagnostic:
    """The first error with a place in a text of the author, at that place.

    One that has none is about the whole type.
    """
    question = asked[1]
    said = most_fitting(errors)
    row = find_row(said, sheet.rows)
    if row is None and question.listing is not None and said.path == sheet.root.as_posix():
        return plain(said)
    if row is None or not row.text:
        return replace(say.about(question.type, said.message), code=said.code)
    if question.local and said.code in GENERIC:
        return say.function_generic(question.type)
    moved = move_to_text(said, row, sheet.rows)
    return say.not_only_type(moved) if said.message.startswith(say.NO_RULES) else moved


_SORT: Sort[LayoutQuestion, LayoutAnswer] = Sort(
    name="layouts",
    arguments=(f"--emit=obj={OBJECT}", *DESCRIBED),
    is_tame=can_share,
    write=write_probes,
    read=_read,
    explain=_explain,
    refuse=_without,
)
