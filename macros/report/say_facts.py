"""Every sentence about claims: how one is written, what disagrees, both values, the next command.

`setting` is the text behind a measured value, such as `rustc 1.95.0, TARGET, edition 2024`.
Text of programs and of rustc is quoted as it is; the renderers make control characters visible.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import replace

from macros.model import Call, Claim, Diagnostic, Finding, Place
from macros.report.command import COMMAND

_LONGEST = 160
_MOST_LINES = 5


# How a claim is written -------------------------------------------------------------------


def unknown_parameter(call: Call, name: str, place: Place, known: Sequence[str]) -> Finding:
    message = f"{call.macro} has no parameter `{name}`"
    return Finding("parameter", call.place, message, place, (f"known: {', '.join(known)}",))


def not_text(call: Call, name: str, value: object, place: Place) -> Finding:
    message = f"`{name}` of {call.macro} is a text in quotes, not {value!r}"
    return Finding("parameter", call.place, message, place)


def empty_argument(call: Call, name: str, place: Place) -> Finding:
    message = f"`{name}` of {call.macro} is empty"
    return Finding("parameter", call.place, message, place, ("help: fill it in, or leave it out",))


def nothing_to_check(call: Call) -> Finding:
    help = (
        "help: give an expression or timing=; or with snippet= one of prints=, prints_not=, "
        "fails=, section=, snapshot=, assembly=, mir=, calls= and allocates="
    )
    return Finding("claim", call.place, "the claim names nothing to check", None, (help,))


def two_kinds(call: Call, names: Sequence[str], place: Place) -> Finding:
    message = f"the claim has {' and '.join(names)}, and one claim is checked one way"
    help = "help: write two claims; a snippet is named with snippet="
    return Finding("claim", call.place, message, place, (help,))


def needs_snippet(call: Call, name: str, place: Place) -> Finding:
    message = f"{name}= needs the snippet that it speaks of"
    help = f'help: add snippet="CHAPTER/NAME" for snippets/CHAPTER/NAME.rs beside {name}='
    return Finding("claim", call.place, message, place, (help,))


def several_lines(call: Call, name: str, place: Place) -> Finding:
    help = f'help: {name}="first | second" names two lines'
    return Finding("claim", call.place, f"a line of {name}= has no line end", place, (help,))


def unknown_edition(call: Call, value: str, known: Sequence[str], place: Place) -> Finding:
    notes = (f"known: {', '.join(known)}",)
    return Finding("parameter", call.place, f"there is no edition `{value}`", place, notes)


def edition_of_snippet(call: Call, place: Place, known: Sequence[str] = ()) -> Finding:
    """`known` are the editions of a snippet that has several, the last one the usual."""
    if known:
        message = f"the snippet is compiled in {listed(known)}"
        return Finding("claim", call.place, message, place, (_edition_help(known, known[-1]),))
    help = (
        "help: leave edition= out, and write //@ edition: YEAR in the snippet; "
        "//@ editions: 2021 run, 2024 run has it compiled in both"
    )
    message = "the edition of a snippet stands in the snippet"
    return Finding("claim", call.place, message, place, (help,))


def not_a_code(call: Call, value: str, place: Place) -> Finding:
    help = "help: a code looks like E0382, a lint like arithmetic_overflow"
    message = f"`{value}` is neither an error code nor the name of a lint"
    return Finding("claim", call.place, message, place, (help,))


def several_numbers(call: Call, mark: Place, numbers: Sequence[str]) -> Finding:
    message = f"the words hold {len(numbers)} numbers, {listed(numbers)}, and one is checked"
    help = "help: write one claim for each number, or put a name such as `u32` in backticks"
    return Finding("words", call.place, message, mark, (help,))


def not_whole(call: Call, mark: Place, number: str) -> Finding:
    help = "help: say it in a smaller unit, 1536 bytes for 1.5 KiB"
    return Finding("words", call.place, f"{number} is not a whole number", mark, (help,))


def number_not_read(call: Call, mark: Place, number: str) -> Finding:
    message = f"the number `{shortened(number)}` is not read: number words end at twelve"
    return Finding("words", call.place, message, mark, ("help: write it in digits",))


def number_odd(call: Call, mark: Place, number: str) -> Finding:
    message = f"the number `{shortened(number)}` is not written in plain digits"
    return Finding("words", call.place, message, mark, ("help: write it in the digits 0 to 9",))


def unclear_unit(call: Call, mark: Place, number: str) -> Finding:
    message = f"the unit of `{number}` can mean 1000 or 1024"
    help = "help: write KiB, MiB or GiB, or the number of bytes"
    return Finding("words", call.place, message, mark, (help,))


def number_unchecked(call: Call, mark: Place, number: str) -> Finding:
    message = f"nothing here checks the number {number}: fails= checks an error code"
    help = "help: leave the number outside the claim's words, or claim it by itself"
    return Finding("words", call.place, message, mark, (help,))


def other_code_in_words(call: Call, mark: Place, said: str, asked: str) -> Finding:
    message = f"the words say {said}, fails= says {asked}"
    return Finding("words", call.place, message, mark)


def bad_pin(claim: Claim) -> Finding:
    help = "help: an id begins with a letter and goes on with letters, digits, - and _"
    return Finding("id", claim.place, f"`{claim.id}` cannot be an id", _pin(claim), (help,))


def pin_again(claim: Claim, first: Place) -> Finding:
    message = f"the id `{claim.id}` stands twice in the book"
    return Finding("id", claim.place, message, _pin(claim), (f"first: {first}",))


def unsuited_snippet(claim: Claim, what: str, help: str) -> Finding:
    message = f"{claim.snippet} {what}, so it cannot show this claim"
    return Finding("claim", claim.place, message, claim.mark, (f"help: {help}",))


def suited_in_others(finding: Finding, edition: str, others: Sequence[str], usual: str) -> Finding:
    """A claim that the snippet cannot show in this edition, and can in others."""
    message = f"in edition {edition}, {finding.message}"
    return replace(finding, message=message, notes=(_edition_help(others, usual),))


def _edition_help(editions: Sequence[str], usual: str) -> str:
    """How a claim names one of the editions; the usual one is that without a name."""
    named = [f'edition="{one}"' for one in editions if one != usual]
    unnamed = [f"no edition= for {usual}"] if usual in editions else []
    return f"help: write {' or '.join((*named, *unnamed))}"


# What a claim says and what was measured ---------------------------------------------------


def value_differs(claim: Claim, said: str, measured: str, notes: tuple[str, ...]) -> Finding:
    message = f"the page says {_flat(said)}, rustc measures {measured}"
    return Finding(
        "value", claim.place, message, claim.mark, (notes[0], reproduce(claim.place), *notes[1:])
    )


def unit_of_bytes(unit: str) -> str:
    return (
        f"help: a {unit} is counted from bytes; where the expression counts {unit}s itself, "
        "leave the unit outside the claim"
    )


def number_beside_truth(claim: Claim, number: str, value: str, notes: tuple[str, ...]) -> Finding:
    message = f"the words hold the number {number}, and the expression is {value}"
    help = "help: compare the page's number with a number, or say it without one"
    return Finding("words", claim.place, message, claim.mark, (*notes, help))


def no_number_beside_value(claim: Claim, value: str, notes: tuple[str, ...]) -> Finding:
    message = f"the words hold no number, and the expression is {value}"
    help = "help: write the number in the words, or compare it in the expression"
    return Finding("words", claim.place, message, claim.mark, (*notes, help))


def truth_differs(claim: Claim, setting: str) -> Finding:
    message = f'the page says "{_flat(claim.words)}", rustc evaluates the expression to false'
    notes = (measured(claim, "false", setting), reproduce(claim.place))
    return Finding("truth", claim.place, message, claim.mark, notes)


def expression_fails(claim: Claim, diagnostic: Diagnostic, mark: Place) -> Finding:
    message = f"the expression does not compile: {said_by(diagnostic)}"
    notes = (*rustc_lines(diagnostic), reproduce(claim.place))
    return Finding("expression", claim.place, message, mark, notes)


def line_not_printed(
    claim: Claim, line: str, nearest: str, printed: Sequence[str], setting: str
) -> Finding:
    instead = f"it prints `{shortened(nearest)}`" if nearest else "no such line is printed"
    message = f"the page says that {claim.snippet} prints `{shortened(line)}`, {instead}"
    notes = (*printed_lines(printed), f"measured: {setting}", reproduce(claim.place))
    return Finding("prints", claim.place, message, claim.mark, notes)


def number_not_in_line(claim: Claim, mark: Place, number: str, setting: str) -> Finding:
    message = f"the page says {_flat(number)}, the printed line is `{shortened(claim.subject)}`"
    notes = (f"measured: {setting}", reproduce(claim.place))
    return Finding("prints", claim.place, message, mark, notes)


def code_not_reported(claim: Claim, codes: Sequence[str], setting: str) -> Finding:
    reported = f"rustc reports {listed(codes)}" if codes else "rustc reports an error without code"
    message = f"the page says {claim.subject}, {reported}"
    notes = (f"measured: {claim.snippet}   {setting}", reproduce(claim.place))
    return Finding("fails", claim.place, message, claim.mark, notes)


def several_codes(claim: Claim, codes: Sequence[str], setting: str) -> Finding:
    message = f"{claim.snippet} reports {listed(codes)}, and the claim could mean either error"
    help = "help: give each code a snippet of its own"
    notes = (f"measured: {setting}", reproduce(claim.place), help)
    return Finding("fails", claim.place, message, claim.mark, notes)


def no_error_reported(claim: Claim, setting: str) -> Finding:
    message = f"the page says {claim.subject}, {claim.snippet} compiles"
    notes = (f"measured: {claim.snippet}   {setting}", reproduce(claim.place))
    return Finding("fails", claim.place, message, claim.mark, notes)


def claim_unchecked(claim: Claim, reason: str, diagnostic: Diagnostic | None = None) -> Finding:
    message = f"the claim could not be checked: {reason}"
    lines = rustc_lines(diagnostic) if diagnostic else ()
    if diagnostic and _is_ours(diagnostic):
        message, lines = f"{message}: {said_by(diagnostic)}", ()
    return Finding("unchecked", claim.place, message, claim.mark, (*lines, reproduce(claim.place)))


# Parts of sentences ------------------------------------------------------------------------


def reproduce(place: Place) -> str:
    return f"reproduce: {COMMAND} explain {shlex.quote(f'{place.path}:{place.line}')}"


def accept(place: Place) -> str:
    command = f"{COMMAND} bless {shlex.quote(f'{place.path}:{place.line}')}"
    return f"accept:    {command}    then read the sentence again"


def measured(claim: Claim, value: str, setting: str) -> str:
    return f"measured: {_flat(claim.subject)} = {value}   {setting}"


def said_by(diagnostic: Diagnostic) -> str:
    message = diagnostic.message.partition("\n")[0]
    return f"{diagnostic.code}, {message}" if diagnostic.code else message


def rustc_lines(diagnostic: Diagnostic) -> tuple[str, ...]:
    """The rendered message, one note a line, the first behind `rustc:`."""
    lines = diagnostic.rendered.rstrip().split("\n")
    return tuple(f"{'rustc:' if at == 0 else '      '} {line}" for at, line in enumerate(lines))


def _is_ours(diagnostic: Diagnostic) -> bool:
    """Whether we wrote the message: rustc's own with a line have a file too."""
    return diagnostic.line > 0 and not diagnostic.path


def printed_lines(lines: Sequence[str]) -> tuple[str, ...]:
    shown = tuple(f"printed: {shortened(line)}" for line in lines[:_MOST_LINES])
    left = len(lines) - len(shown)
    return (*shown, f"printed: … {left} lines more") if left else shown


def listed(items: Sequence[str]) -> str:
    return " and ".join((", ".join(items[:-1]), items[-1])) if len(items) > 1 else items[0]


def shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _pin(claim: Claim) -> Place | None:
    return next((given.place for name, given in claim.call.named if name == "id"), None)
