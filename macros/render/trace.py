"""A judged table of system calls → Markdown: the calls in their order, and the link to its row."""

from __future__ import annotations

from typing import Final

from macros.model import Claim, State, Toolchain, Verdict
from macros.render.claim import describe_claim, escape_attribute, escape_text
from macros.render.listing import write_block
from macros.report import say_absent, say_calls

MACRO: Final = "calls"


def render_trace(claim: Claim, verdict: Verdict, toolchain: Toolchain | None, evidence: str) -> str:
    """Write the calls as a block, or why there are none; `evidence` as for a claim."""
    title = escape_attribute(describe_claim(claim, verdict, toolchain))
    words = escape_text(say_calls.where_from())
    link = (
        f'<a class="claim claim--inserted" id="c-{claim.id}" href="{evidence}#{claim.id}" '
        f'title="{title}">{words}</a>{_mark(verdict)}'
    )
    status = f"{link}\n{{ .listing__status }}"
    if verdict.state is not State.HOLDS:
        return f"\n{status}\n"
    info = f'{{ .text .listing__output .no-copy title="{claim.words}" }}'
    # blank lines around: text of the author's right behind it is a paragraph of its own
    return f"\n{write_block(verdict.measured, info)}\n\n{status}\n"


def _mark(verdict: Verdict) -> str:
    if verdict.missing is not None:
        return f' <span class="absent">{escape_text(say_absent.words(verdict.missing))}</span>'
    if verdict.state is State.HOLDS:
        return ""
    said = "; ".join(finding.message for finding in verdict.findings) or str(verdict.state)
    return f' <strong class="finding">[{escape_text(said)}]</strong>'
