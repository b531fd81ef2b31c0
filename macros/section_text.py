"""Answers about sections ↔ JSON text, and the key under which each is stored."""

from __future__ import annotations

import json

from macros.facts import hash_key, listing_parts
from macros.sections import SectionAnswer, SectionQuestion
from macros.text_of_facts import read_diagnostic, write_diagnostic

_LISTS = ("sections", "names", "known", "inside")


def section_key(base: str, question: SectionQuestion) -> str:
    return hash_key(base, "section", [question.symbol, listing_parts(question.listing)])


def write_section_answer(answer: SectionAnswer) -> str:
    lists = [getattr(answer, name) for name in _LISTS]
    return json.dumps([lists, write_diagnostic(answer.diagnostic), answer.format])


def read_section_answer(text: str) -> SectionAnswer:
    lists, diagnostic, format = json.loads(text)
    sections, names, known, inside = map(tuple, lists)
    return SectionAnswer(sections, names, known, inside, read_diagnostic(diagnostic), format)
