"""Layout questions → the crate whose debug information describes their types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from macros.layout import LayoutQuestion
from macros.rust.crate import rust_string, write_text
from macros.rust.diagnostics import PROBES, VTABLE
from macros.rust.dwarf import Probe
from macros.rust.rooms import (
    EXPRESSION,
    Room,
    Rows,
    Sheet,
    find_rooms,
    make_mark,
    write_rooms,
    write_values,
)
from macros.rust.sheet import is_tame
from macros.rust.type_text import find_trait_object, split_local
from macros.text import blank

Asked = tuple[int, LayoutQuestion]
"""A question and its number, which names its probe."""
FACTS = 3
"""Slots for a type: its size, its align, how many values are free."""
PRIMITIVES = (
    *("bool", "char", "f32", "f64"),
    *("u8", "u16", "u32", "u64", "u128", "usize"),
    *("i8", "i16", "i32", "i64", "i128", "isize"),
)
"""The types whose aligns stand before the facts, in this order."""
_SOURCE = Path(__file__).with_name("probes.rs")
_PROBE = "crate::__probes::probe!"


def can_share(question: LayoutQuestion) -> bool:
    """Whether a question's texts can share a crate with others."""
    return all(is_tame(text) for text in (question.type, question.vtable) if text)


def has_facts(question: LayoutQuestion) -> bool:
    """Whether the question's text is a type that a value can have."""
    return not (question.local or question.vtable)


def write_probes(folder: Path, asked: Sequence[Asked], *, inline: bool) -> Sheet:
    """Write the crate with a probe for each question, and the facts of those with a type."""
    rooms = find_rooms(asked, inline=inline)
    slots = [f"crate::__prelude::measured(align_of::<{name}>())" for name in PRIMITIVES]
    slots += (
        f"{room.module}::__asked::FACTS_{number}[{at}]"
        for number, question, room in _in_order(rooms)
        if has_facts(question)
        for at in range(FACTS)
    )
    return _write_crate(folder, rooms, slots, ranges=False)


def write_ranges(folder: Path, asked: Sequence[Asked], *, inline: bool) -> Sheet:
    """Write the crate whose code tells which values the types have."""
    return _write_crate(folder, find_rooms(asked, inline=inline), (), ranges=True)


def find_probes(asked: Sequence[Asked], *, inline: bool) -> tuple[Probe, ...]:
    """What to look for in the object file, in order of the questions' numbers."""
    rooms = find_rooms(asked, inline=inline)
    return tuple(
        _name_probe(number, question, room.module.replace("crate", "measured", 1))
        for number, question, room in _in_order(rooms)
    )


def _in_order(
    rooms: Sequence[Room[LayoutQuestion]],
) -> list[tuple[int, LayoutQuestion, Room[LayoutQuestion]]]:
    every = ((number, question, room) for room in rooms for number, question in room.asked)
    return sorted(every, key=lambda one: one[0])


def _name_probe(number: int, question: LayoutQuestion, module: str) -> Probe:
    if question.local:
        return Probe(f"{module}::{question.type.strip()}", "local")
    function = f"{module}::__asked::probe_{number}"
    if question.vtable:
        object = find_trait_object(question.type)
        return Probe(function, "vtable", object.trait if object else "")
    return Probe(function, "heap" if question.heap else "type")


def _write_crate(
    folder: Path, rooms: Sequence[Room[LayoutQuestion]], slots: Sequence[str], *, ranges: bool
) -> Sheet:
    mark = make_mark((number, question) for number, question, _ in _in_order(rooms))
    write_values(folder, mark, slots)
    write_text(folder / PROBES, _SOURCE.read_text("utf-8"))
    words = f"#[path = {rust_string(str(folder / PROBES))}] pub mod __probes;\n"
    return write_rooms(folder, rooms, mark, words, partial(_write_module, ranges=ranges))


def _write_module(
    room: Room[LayoutQuestion], first: int, *, ranges: bool
) -> tuple[str, list[Rows]]:
    """The module of probes, whose first line is `first` in its file, and their rows."""
    lines = ["pub mod __asked {" + (" use super::*;" if room.listing else "")]
    rows: list[Rows] = []
    for number, question in room.asked:
        start = first + len(lines)
        for file, text in _write_probe(number, question, ranges=ranges):
            line = first + len(lines)
            lines += text.split("\n")
            if file:
                rows.append(Rows(room.path, line, first + len(lines) - 1, number, file))
        rows.append(Rows(room.path, start, first + len(lines) - 1, number, ""))
    return "\n".join((*lines, "}", "")), rows


def _write_probe(
    number: int, question: LayoutQuestion, *, ranges: bool
) -> Iterator[tuple[str, str]]:
    """The texts that a probe is made of, on lines of their own, each with its file if it has one.

    An author's text starts in the column in which it was written.
    """
    name = f"probe_{number}"
    if ranges:
        name = f"range_{number}_"
        yield "", f"{_PROBE} {{ range {name}"
        yield EXPRESSION, question.type
    elif question.local:
        function, _ = split_local(question.type) or (question.type, "")
        yield "", f"{_PROBE} {{ local {name}"
        yield EXPRESSION, function
    elif question.vtable:
        yield "", f"{_PROBE} {{ vtable {name} {{"
        yield VTABLE, question.vtable
        yield "", "} {"
        yield EXPRESSION, _object_only(question.type)
        yield "", "}"
    else:
        yield "", f"{_PROBE} {{ type {name} FACTS_{number}"
        yield EXPRESSION, question.type
    yield "", "}"


def _object_only(text: str) -> str:
    """`Box<dyn Shape>` with all but `dyn Shape` blanked."""
    object = find_trait_object(text)
    if object is None:
        return text
    return "".join(
        (blank(text[: object.start]), text[object.start : object.end], blank(text[object.end :]))
    )
