"""What the rows of evidence have in common: the list of facts, and its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.model import Toolchain, Verdict
from macros.report import say_absent


def render_facts(facts: Mapping[str, str]) -> Iterator[str]:
    """Write the facts, whose values are HTML, one a line."""
    yield '<dl class="evidence__facts">'
    for name, value in facts.items():
        yield f"<div><dt>{name}</dt><dd>{value}</dd></div>"
    yield "</dl>"


def verdict_words(verdict: Verdict) -> str:
    if verdict.missing is not None:
        return f"{say_absent.WORDS}: {say_absent.reason(verdict.missing)}"
    said = "; ".join(finding.message for finding in verdict.findings)
    return f"{verdict.state}: {said}" if said else str(verdict.state)


def compiler_words(verdict: Verdict, toolchain: Toolchain | None) -> str:
    if verdict.setting:
        return verdict.setting
    if verdict.tool or verdict.missing:
        return verdict.tool or f"none: {say_absent.words(verdict.missing)}"
    if toolchain is None:
        return "none was found"
    return f"rustc {toolchain.release}, {toolchain.host}, edition {verdict.edition}"
