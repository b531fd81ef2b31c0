"""A judged claim → the link that stands in the sentence.

An ordinary link with a `title`: it works with the keyboard, without JavaScript and in print.
"""

from __future__ import annotations

from macros.model import Claim, State, Toolchain, Verdict
from macros.report import say_absent


def render_claim(claim: Claim, verdict: Verdict, toolchain: Toolchain | None, evidence: str) -> str:
    """Write the claim's words, or the measured value, as a link to its row of evidence.

    `evidence` is the address of the evidence page as seen from this page.
    """
    classes = " ".join(["claim", *_extra_classes(claim, verdict)])
    title = escape_attribute(describe_claim(claim, verdict, toolchain))
    words = claim.words or escape_text(verdict.measured)
    mark = "" if verdict.state is State.HOLDS else _mark(verdict)
    return (
        f'<a class="{classes}" id="c-{claim.id}" href="{evidence}#{claim.id}" title="{title}">'
        f"{words}</a>{mark}"
    )


def describe_claim(claim: Claim, verdict: Verdict, toolchain: Toolchain | None) -> str:
    """Say in one line what was measured, with which compiler, and on which ground it stands."""
    if verdict.missing is not None:
        return f"{say_absent.WORDS}: {say_absent.reason(verdict.missing)}"
    where = f" in {claim.snippet}" if claim.snippet else ""
    measured = f"{describe_subject(claim, verdict)}{where}"
    compiler = verdict.tool or compiler_of(toolchain)
    basis = "guaranteed" if claim.guaranteed else "observed"
    return f"{verdict.state}: {measured} · {compiler} · {basis}"


def compiler_of(toolchain: Toolchain | None) -> str:
    return f"rustc {toolchain.release}, {toolchain.host}" if toolchain else "no compiler"


def describe_subject(claim: Claim, verdict: Verdict) -> str:
    if claim.kind == "prints":
        return f"prints “{claim.subject}”"
    if claim.kind == "fails":
        return f"{verdict.tool or 'the compiler'} reports {verdict.measured or 'nothing'}"
    if claim.kind == "section":
        return f"{claim.subject} lies in {verdict.measured or 'no section'}"
    if claim.kind in ("snapshot", "codegen"):
        return f"{claim.subject} ({verdict.measured or 'not measured'})"
    return f"{claim.subject} = {verdict.measured or 'not measured'}"


def _extra_classes(claim: Claim, verdict: Verdict) -> list[str]:
    classes = [] if claim.words else ["claim--inserted"]
    if verdict.state is State.ABSENT:
        classes.append("claim--absent")
    elif verdict.state is not State.HOLDS:
        classes.append("claim--refuted")
    return classes


def _mark(verdict: Verdict) -> str:
    """The finding, visible in the page of a live preview; in every page, what is not checked."""
    if verdict.missing is not None:
        return f' <span class="absent">{escape_text(say_absent.words(verdict.missing))}</span>'
    said = "; ".join(finding.message for finding in verdict.findings) or str(verdict.state)
    return f' <strong class="finding">[{escape_text(said)}]</strong>'


def escape_attribute(text: str) -> str:
    """Escape for an attribute inside Markdown: no character is left that Markdown would read."""
    return "".join(
        each if each.isalnum() or each in " ,.:;/=" else f"&#{ord(each)};" for each in text
    )


def escape_text(text: str) -> str:
    """Escape for text inside Markdown and its tables."""
    return "".join(f"&#{ord(each)};" if each in "&<>|`*_[]{}\\!#\n" else each for each in text)
