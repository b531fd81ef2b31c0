"""A judged claim → the link that stands in the sentence.

An ordinary link with a `title`: it works with the keyboard, without JavaScript and in print.
"""

from __future__ import annotations

from macros.model import Claim, State, Toolchain, Verdict
from macros.report import say_absent
from macros.system_calls import ALL


def render_claim(claim: Claim, verdict: Verdict, toolchain: Toolchain | None, evidence: str) -> str:
    """Write the claim's words, or the measured value, as a link to its row of evidence.

    `evidence` is the address of the claim's page of evidence as seen from this page.
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
    compiler = verdict.tool or verdict.setting or compiler_of(toolchain)
    basis = "guaranteed" if claim.guaranteed else "observed"
    return f"{verdict.state}: {measured} · {compiler} · {basis}"


def compiler_of(toolchain: Toolchain | None) -> str:
    return f"rustc {toolchain.release}, {toolchain.host}" if toolchain else "no compiler"


def describe_subject(claim: Claim, verdict: Verdict) -> str:
    """Say what was looked at, and where it is one value, that value."""
    subject, measured = claim.subject, verdict.measured
    said = {
        "prints": f"prints “{subject}”",
        "prints_not": f"does not print “{subject}”",
        "fails": f"{verdict.tool or 'the compiler'} reports {measured or 'nothing'}",
        "section": f"{subject} lies in {measured or 'no section'}",
        "snapshot": f"{subject} ({measured or 'not measured'})",
        "heap": _requests(subject, verdict),
        "codegen": _code(subject, measured),
        "timing": f"{subject} (ratio {measured or 'not measured'})",
        "calls": f"main makes {_counted(subject, measured)}",
        "trace": "the system calls of main, the same in two runs",
    }
    return said.get(claim.kind, f"{subject} = {measured or 'not measured'}")


def _code(subject: str, measured: str) -> str:
    """The statement, with what was measured where that is something else."""
    if measured and subject.endswith(measured):
        return subject
    return f"{subject} ({measured or 'not measured'})"


def _counted(names: str, measured: str) -> str:
    what = "system calls" if names == ALL else f"calls of {names}"
    return f"{what}: {measured or 'not counted'}"


def _requests(subject: str, verdict: Verdict) -> str:
    verb, _, statement = subject.partition(": ")
    amount = f"{verdict.measured} {unit_words(verdict)}" if verdict.measured else "not counted"
    return f"“{statement}” {verb}: {amount}"


def unit_words(verdict: Verdict) -> str:
    """What a count counts: blocks, bytes or a unit of them."""
    return "blocks" if verdict.unit in ("", "block") else f"{verdict.unit}s"


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
