"""Answers about generated code ↔ JSON text, and the key under which each is stored."""

from __future__ import annotations

import json

from macros.codegen import Code, CodegenAnswer, CodegenQuestion
from macros.facts import hash_key, listing_parts
from macros.text_of_facts import read_diagnostic, write_diagnostic


def codegen_key(base: str, question: CodegenQuestion) -> str:
    return hash_key(base, "codegen", listing_parts(question.listing))


def write_codegen_answer(answer: CodegenAnswer) -> str:
    codes = [
        [one.path, one.form, one.lines, one.constants, one.twin, one.jumps, one.exact]
        for one in answer.codes
    ]
    diagnostic = write_diagnostic(answer.diagnostic)
    return json.dumps([codes, answer.words, answer.called, answer.flags, diagnostic, answer.target])


def read_codegen_answer(text: str) -> CodegenAnswer:
    codes, words, called, flags, diagnostic, target = json.loads(text)
    return CodegenAnswer(
        tuple(
            Code(path, form, tuple(lines), tuple(constants), twin, tuple(jumps), tuple(exact))
            for path, form, lines, constants, twin, jumps, exact in codes
        ),
        tuple(words),
        tuple(called),
        flags,
        read_diagnostic(diagnostic),
        target,
    )
