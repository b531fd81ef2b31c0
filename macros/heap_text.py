"""Answers about counted statements ↔ JSON text, and the key under which each is stored."""

from __future__ import annotations

import json

from macros.facts import hash_key, listing_parts
from macros.heap import HeapAnswer, HeapCount, HeapQuestion
from macros.text_of_facts import read_diagnostic, write_diagnostic


def heap_key(base: str, question: HeapQuestion) -> str:
    spans = [[one.text, one.start, one.end] for one in question.listing.counted]
    return hash_key(base, "heap", [listing_parts(question.listing), spans])


def write_heap_answer(answer: HeapAnswer) -> str:
    counts = [
        [one.statement, one.begun, one.ended, one.allocates, one.reallocates, one.frees, one.again]
        for one in answer.counts
    ]
    return json.dumps([counts, write_diagnostic(answer.diagnostic), answer.ended])


def read_heap_answer(text: str) -> HeapAnswer:
    counts, diagnostic, ended = json.loads(text)
    read = tuple(HeapCount(*one[:3], *map(tuple, one[3:6]), *one[6:]) for one in counts)
    return HeapAnswer(read, read_diagnostic(diagnostic), ended)
