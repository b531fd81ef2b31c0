"""Every sentence about generated code: how a claim speaks of it, and what rustc really makes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import Final

from macros.codegen import Code
from macros.codegen_words import HAS, CodegenStatement, instruction_words, is_label
from macros.model import Call, Claim, Diagnostic, Finding, Place, Trouble
from macros.report.say_facts import listed, reproduce, rustc_lines, shortened
from macros.text import nearest

_KNOWN: Final = 8
_NAMES: Final = MappingProxyType({"assembly": "assembly", "mir": "MIR"})


def not_written(name: str, output: str) -> Trouble:
    message = f"rustc wrote no {_NAMES[output]} for {name}"
    return Trouble(message, "rustc -vV")


# How a claim is written -------------------------------------------------------------------


def needs_of(call: Call, form: str, place: Place) -> Finding:
    message = f"{form}= says half of a claim, and of= is missing"
    help = f'help: add of="NAME", a function of the snippet, beside {form}='
    return Finding("claim", call.place, message, place, (help,))


def not_a_function(call: Call, value: str, place: Place) -> Finding:
    message = f"`{value}` is not the path of a function"
    help = 'help: such as of="share", of="module::work" or of="Circle::area"'
    return Finding("claim", call.place, message, place, (help,))


def unclear(
    call: Call, form: str, text: str, place: Place, *, other: CodegenStatement | None
) -> Finding:
    message = f"`{shortened(text)}` says nothing about {_NAMES[form]} that could be checked"
    example = "has lock" if form == "assembly" else "has drop"
    help = f'help: such as "{example}", "lacks call", "count calls" or "same as NAME"'
    if other is not None:
        there = "mir" if form == "assembly" else "assembly"
        help = f'help: {there}="{text}" would say something'
    return Finding("claim", call.place, message, place, (help,))


def number_unchecked(call: Call, mark: Place, number: str) -> Finding:
    message = f"nothing here checks the number {number}: only `count` compares one"
    help = "help: leave the number outside the claim's words, or count something"
    return Finding("words", call.place, message, mark, (help,))


def denied(call: Call, mark: Place, word: str) -> Finding:
    message = f"the words deny it with `{word}`, and what is checked is that the code has it"
    help = "help: write `lacks` where the code has no such thing, or say what it has"
    return Finding("words", call.place, message, mark, (help,))


def needs_number(call: Call, form: str, place: Place) -> Finding:
    message = f"{form}= counts, and the words have no plain number"
    help = 'help: write one without a unit, such as "3 instructions"'
    return Finding("words", call.place, message, place, (help,))


# What rustc makes -------------------------------------------------------------------------


def no_code(  # noqa: PLR0913, PLR0917 - what is said of a name that stands for nothing
    claim: Claim, form: str, name: str, mark: Place, known: Sequence[str], setting: str
) -> Finding:
    message = f"`{name}` has no {_NAMES[form]} of its own in {claim.snippet}"
    names = [f"known: {_several(known)}"] if known else []
    help = (
        "help: a generic function has code for each type it is used with: write a function "
        "that is not generic around it; a closure has no name"
    )
    notes = (*names, f"measured: {setting}", reproduce(claim.place), help)
    return Finding("codegen", claim.place, message, mark, notes)


def several_functions(claim: Claim, mark: Place, name: str, paths: Sequence[str]) -> Finding:
    different = sorted(set(paths))
    if len(different) > 1:
        message = f"`{name}` may be {listed([f'`{one}`' for one in different])}"
        help = f'help: write the whole path, such as "crate::{different[0]}"'
    else:
        message = f"`{name}` has code of its own {len(paths)} times: it is generic"
        help = "help: write a function that is not generic around it"
    return Finding("codegen", claim.place, message, mark, (help,))


def only_a_future(claim: Claim, mark: Place, path: str) -> Finding:
    message = f"the code of `{path}` only makes a future: what it does stands in another function"
    help = "help: write a function that is not async, and speak of that"
    return Finding("codegen", claim.place, message, mark, (help,))


def other_code(
    claim: Claim, statement: CodegenStatement, code: Code, lines: Sequence[str], setting: str
) -> Finding:
    what = statement.what
    said = f"the page says that `{code.path}` {statement.verb} `{what}`"
    if statement.verb == HAS:
        message = f"{said}, its {_NAMES[code.form]} has none"
        measured = f"measured: {_summary(code)}"
    else:
        message = f"{said}, its {_NAMES[code.form]} has {_times(len(lines))}"
        measured = f"measured: {lines[0].strip()}"
    return Finding(
        "codegen", claim.place, message, claim.mark, (*_measured(claim, measured, setting),)
    )


def occurs_nowhere(claim: Claim, what: str, mark: Place) -> Finding:
    message = f"nothing in the code of {claim.snippet} has `{what}`, so lacking it proves nothing"
    help = (
        "help: mend a misspelt word, or give the snippet another function that has it, "
        "for comparison"
    )
    return Finding("codegen", claim.place, message, mark, (help,))


def other_count(  # noqa: PLR0913, PLR0917 - both values, and whose they are
    claim: Claim, what: str, said: int | None, count: int, code: Code, setting: str
) -> Finding:
    message = f"the page says {said} for `{what}` in `{code.path}`, its {_NAMES[code.form]} has"
    measured = f"measured: {_summary(code)}"
    notes = _measured(claim, measured, setting)
    return Finding("codegen", claim.place, f"{message} {count}", claim.mark, (*notes,))


def same_function(claim: Claim, mark: Place) -> Finding:
    message = "the claim compares a function with itself"
    return Finding("codegen", claim.place, message, mark, ("help: name another function",))


def other_pair(claim: Claim, same: bool, code: Code, other: Code, setting: str) -> Finding:
    form = _NAMES[code.form]
    if same:
        message = f"the page says that `{code.path}` differs from `{other.path}`, their {form}"
        message += " is the same"
        measured = f"measured: {_summary(code)}"
    else:
        message = f"the page says that `{code.path}` is the same as `{other.path}`, their {form}"
        message += " differs"
        measured = f"measured: {_first_difference(code, other)}"
    notes = _measured(claim, measured, setting)
    return Finding("codegen", claim.place, message, claim.mark, (*notes,))


def other_target(target: str) -> str:
    """Why nothing can be said where assembly is written in another way."""
    return f"assembly is read for x86-64 with ELF files, and {target} is another target"


# Excerpts ---------------------------------------------------------------------------------


def unknown_form(call: Call, form: str, place: Place) -> Finding:
    message = f"there is no form `{form}` of code"
    help = 'help: form="assembly" or form="mir"'
    return Finding("excerpt", call.place, message, place, (help,))


def not_a_name(call: Call, name: str, place: Place) -> Finding:
    message = f"`{name}` is not the path of a function"
    help = 'help: such as "share", "module::work" or "Circle::area"'
    return Finding("excerpt", call.place, message, place, (help,))


def unsuited_snippet(call: Call, place: Place, name: str, what: str) -> Finding:
    message = f"{name} {what}, so there is no code of it"
    return Finding("excerpt", call.place, message, place, ("help: take one that compiles",))


def excerpt_unknown(  # noqa: PLR0913, PLR0917 - what is said of a name that stands for nothing
    call: Call, form: str, name: str, found: Sequence[str], known: Sequence[str], mark: Place
) -> Finding:
    message = f"`{name}` has no {_NAMES[form]} of its own"
    if found:
        message = f"`{name}` may be {listed([f'`{one}`' for one in found])}"
    near = "" if found else nearest(name, known)
    notes = [f"help: did you mean `{near}`?"] if near else []
    notes += [f"known: {_several(known)}"] if known else []
    help = (
        "help: name a function that is not generic, by more of its path where several have its name"
    )
    return Finding("excerpt", call.place, message, mark, (*notes, help))


def excerpt_unmeasured(call: Call, name: str, said: Diagnostic) -> Finding:
    message = f"{name} does not compile, so there is no code of it"
    return Finding("excerpt", call.place, message, None, rustc_lines(said), broken=True)


def excerpt_elsewhere(call: Call, target: str) -> Finding:
    return Finding("excerpt", call.place, other_target(target), None, (), broken=True)


# Parts ------------------------------------------------------------------------------------


def _measured(claim: Claim, measured: str, setting: str) -> tuple[str, ...]:
    return measured, f"in: {claim.snippet}   {setting}", reproduce(claim.place)


def _times(count: int) -> str:
    return "one" if count == 1 else str(count)


def _several(names: Sequence[str]) -> str:
    shown = [f"`{one}`" for one in names[:_KNOWN]]
    more = [f"{len(names) - _KNOWN} more"] if len(names) > _KNOWN else []
    return listed([*shown, *more])


def _summary(code: Code) -> str:
    """`3 instructions: lock inc, mov, ret`, or how many lines of MIR there are."""
    if code.form == "mir":
        count = sum(line.endswith(";") for line in code.lines)
        return f"{count} statement{'' if count == 1 else 's'}"
    lines = [line for line in code.lines if not is_label(line)]
    words = dict.fromkeys(" ".join(instruction_words(line)) for line in lines)
    noun = "instruction" if len(lines) == 1 else "instructions"
    return f"{len(lines)} {noun}: {shortened(', '.join(words))}"


def _first_difference(one: Code, other: Code) -> str:
    """The first line that differs, or that only the constants do."""
    pairs = zip_longest(one.lines, other.lines, fillvalue="")
    first = next(((a.strip(), b.strip()) for a, b in pairs if a != b), None)
    exact = zip_longest(one.exact, other.exact, fillvalue="nothing")
    pair = next(((a, b) for a, b in exact if a != b), None)
    if first is None and pair is not None:
        types = "in functions of" if one.form == "assembly" else "with"
        return f"the same lines {types} other types, `{pair[0]}` and `{pair[1]}`"
    if first is None:
        constants = "such as the place in the source that a panic names"
        return f"the same lines with other constants, {constants}"
    return f"`{first[0]}` in `{one.path}`, `{first[1]}` in `{other.path}`"
