"""Small ways to write the nouns that the judges take: calls, listings, diagnostics, contexts."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from macros.kinds import Context, kind_of, read_claim
from macros.model import (
    Argument,
    Call,
    Claim,
    Diagnostic,
    Directives,
    Expectation,
    Finding,
    Listing,
    Outcome,
    Place,
    Run,
    Toolchain,
    Verdict,
)
from macros.questions import Fact

PAGE = "docs/sizes.md"
FILE = "snippets/ownership/move.rs"
NAME = "ownership/move"
TOOLCHAIN = Toolchain("/rust/bin/rustc", "/rust", "1.95.0", "x86_64-unknown-linux-gnu", "rustc …")
CONTEXT = Context.of(TOOLCHAIN, "", "2024")


def call_in(sentence: str, line: int = 42) -> Call:
    """The one macro call of a sentence that stands on that line of PAGE."""
    found = re.search(r"\{\{(?P<inside>.*)\}\}", sentence)
    assert found is not None
    node = ast.parse(f"({found['inside']})", mode="eval").body
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    before = found.start("inside") - 1  # the parenthesis is not in the sentence
    named = tuple((one.arg or "", _argument(one.value, before, line)) for one in node.keywords)
    return Call(
        node.func.id,
        tuple(_argument(one, before, line) for one in node.args),
        named,
        Place(PAGE, line, found.start() + 1, line, found.end() + 1),
        found.start(),
        found.end(),
        sentence,
    )


def _argument(node: ast.expr, before: int, line: int) -> Argument:
    assert isinstance(node, ast.Constant)
    quote = 1 if isinstance(node.value, str) else 0
    start, end = before + node.col_offset + quote, before + (node.end_col_offset or 0) - quote
    value: Any = node.value
    return Argument(value, Place(PAGE, line, start + 1, line, end + 1))


def claim_in(sentence: str, line: int = 42) -> Claim:
    claim = read_claim(call_in(sentence, line))
    assert isinstance(claim, Claim), claim
    return claim


def mistakes_in(sentence: str) -> tuple[Finding, ...]:
    found = read_claim(call_in(sentence))
    assert isinstance(found, tuple), found
    return found


def judged(sentence: str, evidence: Fact, context: Context = CONTEXT) -> Verdict:
    claim = claim_in(sentence)
    return kind_of(claim).judge(claim, evidence, context)


def said(
    message: str, code: str = "", span: Sequence[int] = (0, 0, 0), *, level: str = "error"
) -> Diagnostic:
    """A diagnostic; `span` is line, column and end column in the listing."""
    line, column, end = span
    head = f"{level}[{code}]" if code else level
    rendered = f"{head}: {message}\n --> {NAME}.rs:{line}:{column}\n"
    return Diagnostic(level, code, message, rendered, f"{NAME}.rs", line, column, line, end)


def of_expression(diagnostic: Diagnostic) -> Diagnostic:
    return replace(diagnostic, path="expression")


def listing_of(
    source: str, directives: Directives | None = None, expectations: Sequence[Expectation] = ()
) -> Listing:
    """The snippet `ownership/move`, every line as it stands in its file."""
    lines = tuple(range(1, source.count("\n") + 2))
    return Listing(
        NAME,
        Place(FILE, 1, 1, 1, 1),
        source,
        source,
        lines,
        title="A move.",
        directives=directives or Directives(),
        expectations=tuple(expectations),
        main="fn main" in source,
    )


def expect(kind: Any, line: int, code: str = "", text: str = "") -> Expectation:
    """A comment at the end of that line, from column 30."""
    return Expectation(kind, Place(FILE, line, 30, line, 50), line, code, text)


def ran(stdout: str = "", code: int | None = 0, **more: Any) -> Outcome:
    return Outcome(True, (), Run(stdout, more.pop("stderr", ""), code, **more))
