"""Answers and outcomes to JSON text and back, and the key each is stored under.

A key is a hash of everything the fact depends on: the generator's own code, the toolchain
(`rustc -vV`), the target, and the question or the listing as it is compiled.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from macros.model import Answer, Diagnostic, Listing, Outcome, Question, Run, Tool, Toolchain
from macros.text_of_facts import read_diagnostic, write_diagnostic

_RUN_FIELDS = ("stdout", "stderr", "code", "signal", "stopped", "valid")


@cache
def generator_version() -> str:
    """Hash the generator's own sources: a changed generator measures anew."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.rs")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def key_base(toolchain: Toolchain, target: str) -> str:
    """Return the part of a key that all facts of one verification share."""
    return json.dumps([generator_version(), toolchain.identity, toolchain.rustc, target])


def tool_base(tool: Tool) -> str:
    """The same for facts that rustc has no part in."""
    return json.dumps([generator_version(), tool.path, tool.version])


def question_key(base: str, question: Question) -> str:
    listing = question.listing
    parts = [
        question.expression,
        question.wants,
        question.edition,
        listing_parts(listing) if listing else None,
    ]
    return hash_key(base, "question", parts)


def listing_key(base: str, listing: Listing) -> str:
    return hash_key(base, "listing", listing_parts(listing))


def listing_parts(listing: Listing) -> list[Any]:
    """What a fact about a listing depends on."""
    asked = listing.directives
    return [
        listing.name,
        listing.source,
        asked.mode,
        asked.edition,
        asked.flags,
        asked.timeout,
        listing.main,
        # what may be taken from a shared compile depends on what is expected where
        [(e.kind, e.line, e.code, e.text) for e in listing.expectations],
    ]


def hash_key(base: str, kind: str, parts: list[Any]) -> str:
    """The key of a fact of one kind."""
    text = json.dumps([kind, parts], ensure_ascii=True)
    return hashlib.sha256(f"{base}\n{text}".encode()).hexdigest()


def write_answer(answer: Answer) -> str:
    return json.dumps([answer.value, write_diagnostic(answer.diagnostic)])


def read_answer(text: str) -> Answer:
    value, diagnostic = json.loads(text)
    return Answer(value, read_diagnostic(diagnostic))


def write_outcome(outcome: Outcome) -> str:
    run = [getattr(outcome.run, name) for name in _RUN_FIELDS] if outcome.run else None
    messages = [write_diagnostic(each) for each in outcome.diagnostics]
    return json.dumps([outcome.compiled, messages, run, outcome.stage, outcome.tool])


def read_outcome(text: str) -> Outcome:
    compiled, messages, run, stage, tool = json.loads(text)
    diagnostics = tuple(Diagnostic(*fields) for fields in messages)
    return Outcome(compiled, diagnostics, Run(*run) if run else None, stage, tool)


def ran_to_its_end(outcome: Outcome) -> bool:
    """Tell whether the outcome may be stored: a program that we had to end is asked again."""
    return outcome.run is None or not outcome.run.stopped
