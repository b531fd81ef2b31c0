"""What rustc makes of a function of a snippet: its assembly, or its MIR.

In: `{{ claim("one locked instruction", assembly="has lock", of="share", snippet="…") }}`.
Holds when the code of that function, normalised, is as the page says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from macros.codegen import (
    FORMS,
    Code,
    CodegenAnswer,
    CodegenQuestion,
    find_codes,
)
from macros.codegen_words import (
    CALL_TO,
    COUNT,
    DIFFERS,
    HAS,
    LACKS,
    SAME,
    CodegenStatement,
    comparable,
    is_thing,
    names_function,
    read_codegen,
    things_in,
)
from macros.kinds.arguments import argument_of
from macros.kinds.context import Context
from macros.kinds.evidence import Compared, unchecked, verdict_of, without_evidence
from macros.model import Claim, Finding, Listing, Place, Verdict
from macros.questions import Fact
from macros.report import say_codegen
from macros.words import Quantity, read_quantity

name: Final = "codegen"
needs_outcome: Final = False


@dataclass(frozen=True, slots=True)
class _Held:
    """A claim that is held against the code of its listing."""

    claim: Claim
    form: str
    statement: CodegenStatement
    answer: CodegenAnswer
    setting: str


def question(_claim: Claim, listing: Listing | None) -> CodegenQuestion | None:
    """All code of the snippet: every claim and excerpt about it shares one call of rustc."""
    return CodegenQuestion(listing) if listing is not None else None


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Find the function, and hold the statement against its lines."""
    form, statement = statement_of(claim)
    if not isinstance(evidence, CodegenAnswer) or statement is None:
        return without_evidence(claim, context)
    if evidence.diagnostic is not None:
        reason = f"{claim.snippet} does not compile"
        return unchecked(claim, context, reason, evidence.diagnostic)
    if evidence.target and form != "mir":
        return unchecked(claim, context, say_codegen.other_target(evidence.target))
    held = _Held(claim, form, statement, evidence, f"{evidence.flags}, {context.setting}")
    code = _find(held, "of", _given(claim, "of"))
    if isinstance(code, Finding):
        return verdict_of(claim, context, (code,), Compared(_wanted(statement)))
    return _judge_code(held, code, context)


def statement_of(claim: Claim) -> tuple[str, CodegenStatement | None]:
    """The form that the claim speaks of, and its statement."""
    form = next(one for one in FORMS if argument_of(claim.call, one) is not None)
    return form, read_codegen(_given(claim, form), form)


def _given(claim: Claim, name: str) -> str:
    argument = argument_of(claim.call, name)
    return str(argument.value) if argument else ""


def _wanted(statement: CodegenStatement) -> str:
    return f"{statement.verb} {statement.what}"


def _place(claim: Claim, name: str) -> Place:
    argument = argument_of(claim.call, name)
    return argument.place if argument else claim.mark


def _find(held: _Held, argument: str, name: str) -> Code | Finding:
    """The one function that a name stands for."""
    codes = held.answer.of_form(held.form)
    found = find_codes(name, codes)
    mark = _place(held.claim, argument)
    others = find_codes(name, held.answer.without(held.form)) if found else ()
    if len(found) == 1 and not others:
        if held.answer.makes_future(found[0].path):
            return say_codegen.only_a_future(held.claim, mark, found[0].path)
        return found[0]
    if found:
        paths = [code.path for code in (*found, *others)]
        return say_codegen.several_functions(held.claim, mark, name, paths)
    known = sorted({code.path for code in codes})
    return say_codegen.no_code(held.claim, held.form, name, mark, known, held.setting)


def _judge_code(held: _Held, code: Code, context: Context) -> Verdict:
    claim, statement = held.claim, held.statement
    if statement.compares:
        return _judge_pair(held, code, context)
    lines = things_in(statement.what, code)
    if statement.verb == COUNT:
        return _judge_count(held, code, len(lines), context)
    measured = f"{HAS if lines else LACKS} {statement.what}"
    findings: tuple[Finding, ...] = ()
    if (statement.verb == HAS) != bool(lines):
        findings = (say_codegen.other_code(claim, statement, code, lines, held.setting),)
    elif not lines and not _occurs(held):
        findings = (say_codegen.occurs_nowhere(claim, statement.what, _place(claim, held.form)),)
    return verdict_of(claim, context, findings, Compared(_wanted(statement), measured))


def _occurs(held: _Held) -> bool:
    """Whether anything in the listing's code has what the function lacks: the word exists."""
    what, answer = held.statement.what, held.answer
    if not held.statement.is_open:
        return True
    if any(things_in(what, code) for code in answer.of_form(held.form)):
        return True
    if held.form == "mir":
        return False
    if what.startswith(CALL_TO):
        wanted = what.removeprefix(CALL_TO)
        return any(names_function(path, wanted) for path in answer.called)
    return any(is_thing(what, words, held.form) for words in answer.words)


def _judge_count(held: _Held, code: Code, count: int, context: Context) -> Verdict:
    quantity = read_quantity(held.claim.words)
    number = quantity.number if isinstance(quantity, Quantity) else None
    findings: tuple[Finding, ...] = ()
    if number != count:
        what = held.statement.what
        findings = (say_codegen.other_count(held.claim, what, number, count, code, held.setting),)
    elif not count and not _occurs(held):
        place = _place(held.claim, held.form)
        findings = (say_codegen.occurs_nowhere(held.claim, held.statement.what, place),)
    return verdict_of(held.claim, context, findings, Compared(str(number), str(count)))


def _judge_pair(held: _Held, code: Code, context: Context) -> Verdict:
    """Two functions have the same code where lines and constants are the same."""
    claim, statement = held.claim, held.statement
    other = _find(held, held.form, statement.what)
    if isinstance(other, Finding):
        return verdict_of(claim, context, (other,), Compared(_wanted(statement)))
    verb = SAME if comparable(code) == comparable(other) else DIFFERS
    findings: tuple[Finding, ...] = ()
    if code is other:
        findings = (say_codegen.same_function(claim, _place(claim, held.form)),)
    elif verb != statement.verb:
        findings = (say_codegen.other_pair(claim, verb == SAME, code, other, held.setting),)
    compared = Compared(_wanted(statement), f"{verb} {statement.what}")
    return verdict_of(claim, context, findings, compared)
