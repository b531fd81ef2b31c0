"""Answers about system calls ↔ JSON text, and the key under which each is stored."""

from __future__ import annotations

import json

from macros.facts import hash_key, listing_parts
from macros.system_calls import CallsAnswer, CallsQuestion, Traced
from macros.text_of_facts import read_diagnostic, write_diagnostic


def calls_key(base: str, question: CallsQuestion) -> str:
    return hash_key(base, "calls", [question.tracer, listing_parts(question.listing)])


def write_calls_answer(answer: CallsAnswer) -> str:
    runs = [[one.counts, one.lines] for one in answer.runs]
    return json.dumps([runs, answer.tracer, write_diagnostic(answer.diagnostic)])


def read_calls_answer(text: str) -> CallsAnswer:
    runs, tracer, diagnostic = json.loads(text)
    return CallsAnswer(
        tuple(
            Traced(tuple((name, count) for name, count in counts), tuple(lines))
            for counts, lines in runs
        ),
        tracer,
        read_diagnostic(diagnostic),
    )
