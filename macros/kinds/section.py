"""The section of the object file that a static, a function or the bytes of a literal lie in.

In: `{{ claim("read-only data", section=".rodata", of="GREETING", snippet="image/statics") }}`.
Holds when the file that rustc writes for the snippet has everything of that name there.
"""

from __future__ import annotations

from typing import Final

from macros.kinds.arguments import argument_of
from macros.kinds.context import Context
from macros.kinds.evidence import NOTHING, Compared, unchecked, verdict_of, without_evidence
from macros.model import Claim, Finding, Listing, Place, Verdict
from macros.questions import Fact
from macros.report import say_sections
from macros.sections import SectionAnswer, SectionQuestion, is_in, is_literal

name: Final = "section"
needs_outcome: Final = False


def question(claim: Claim, listing: Listing | None) -> SectionQuestion | None:
    """Where the symbol lies; nothing without the snippet that it belongs to."""
    return SectionQuestion(claim.subject, listing) if listing is not None else None


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Compare the section of the page with those in which rustc puts it."""
    if not isinstance(evidence, SectionAnswer):
        return without_evidence(claim, context)
    if evidence.diagnostic is not None:
        reason = f"{claim.snippet} does not compile"
        return unchecked(claim, context, reason, evidence.diagnostic)
    if evidence.format:
        return unchecked(claim, context, say_sections.other_format(evidence.format))
    wanted = wanted_section(claim)
    if not evidence.sections:
        finding = _not_found(claim, evidence, context)
        return verdict_of(claim, context, (finding,), Compared(wanted))
    findings: tuple[Finding, ...] = ()
    if not all(is_in(one, wanted) for one in evidence.sections):
        setting = context.setting
        findings = (say_sections.lies_elsewhere(claim, wanted, evidence.sections, setting),)
    return verdict_of(claim, context, findings, Compared(wanted, ", ".join(evidence.sections)))


def wanted_section(claim: Claim) -> str:
    """The section that the page names."""
    argument = argument_of(claim.call, "section")
    return str(argument.value) if argument else NOTHING.expected


def _not_found(claim: Claim, answer: SectionAnswer, context: Context) -> Finding:
    mark = _symbol_mark(claim)
    if len(answer.names) > 1:
        return say_sections.several_symbols(claim, mark, answer.names)
    if not is_literal(claim.subject):
        return say_sections.unknown_symbol(claim, mark, answer.known, context.setting)
    if not answer.names:
        return say_sections.unknown_literal(claim, mark, answer.known)
    return say_sections.literal_not_kept(claim, mark, answer.inside, context.setting)


def _symbol_mark(claim: Claim) -> Place:
    argument = argument_of(claim.call, "of")
    return argument.place if argument else claim.mark
