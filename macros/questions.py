"""Every kind of question that rustc is asked, and for each how it and its answer are stored.

A new kind of question is a noun, a line in `KINDS`, and a job in `plan.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from macros.codegen import CodegenAnswer, CodegenQuestion
from macros.codegen_text import codegen_key, read_codegen_answer, write_codegen_answer
from macros.facts import hash_key, listing_parts, question_key, read_answer, write_answer
from macros.heap import HeapAnswer, HeapQuestion
from macros.heap_text import heap_key, read_heap_answer, write_heap_answer
from macros.layout import LayoutAnswer, LayoutQuestion
from macros.layout_text import read_layout_answer, write_layout_answer
from macros.memory import SnapshotAnswer, SnapshotQuestion
from macros.memory_text import read_snapshot_answer, write_snapshot_answer
from macros.model import Answer, Outcome, Question
from macros.section_text import read_section_answer, section_key, write_section_answer
from macros.sections import SectionAnswer, SectionQuestion
from macros.system_call_text import calls_key, read_calls_answer, write_calls_answer
from macros.system_calls import CallsAnswer, CallsQuestion
from macros.timings import Timings

AnyQuestion = (
    Question
    | LayoutQuestion
    | SectionQuestion
    | SnapshotQuestion
    | CodegenQuestion
    | CallsQuestion
    | HeapQuestion
)
AnyAnswer = (
    Answer
    | LayoutAnswer
    | SectionAnswer
    | SnapshotAnswer
    | CodegenAnswer
    | CallsAnswer
    | HeapAnswer
)
Fact = AnyAnswer | Outcome | Timings | None
"""What a claim is held against; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Stored:
    """How a kind of question is keyed, and how its answer becomes text and is read again."""

    key: Callable[[str, Any], str]
    write: Callable[[Any], str]
    read: Callable[[str], AnyAnswer]


def layout_key(base: str, question: LayoutQuestion) -> str:
    listing = question.listing
    parts = [
        question.type,
        question.edition,
        question.local,
        question.heap,
        question.vtable,
        listing_parts(listing) if listing else None,
    ]
    return hash_key(base, "layout", parts)


def snapshot_key(base: str, question: SnapshotQuestion) -> str:
    listing = question.listing
    marks = [[one.label, one.line, one.before, one.show] for one in listing.marks]
    return hash_key(base, "snapshots", [listing_parts(listing), marks, question.debugger])


KINDS: Final[Mapping[type, Stored]] = MappingProxyType(
    {
        Question: Stored(question_key, write_answer, read_answer),
        LayoutQuestion: Stored(layout_key, write_layout_answer, read_layout_answer),
        SectionQuestion: Stored(section_key, write_section_answer, read_section_answer),
        HeapQuestion: Stored(heap_key, write_heap_answer, read_heap_answer),
        SnapshotQuestion: Stored(snapshot_key, write_snapshot_answer, read_snapshot_answer),
        CodegenQuestion: Stored(codegen_key, write_codegen_answer, read_codegen_answer),
        CallsQuestion: Stored(calls_key, write_calls_answer, read_calls_answer),
    }
)


def key_of(base: str, question: AnyQuestion) -> str:
    """The key under which the question's answer is kept."""
    return KINDS[type(question)].key(base, question)


def write_fact(question: AnyQuestion, answer: AnyAnswer) -> str:
    return KINDS[type(question)].write(answer)


def read_fact(question: AnyQuestion, text: str) -> AnyAnswer:
    return KINDS[type(question)].read(text)
