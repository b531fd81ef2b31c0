"""Every sentence about sections: how such a claim is written, and where something really lies."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Call, Claim, Finding, Place, Trouble
from macros.report.say_facts import listed, reproduce, shortened

CHOICE = "help: such as .text, .rodata, .data, .bss, .data.rel.ro, .tdata or .tbss"


def object_unreadable(name: str, reason: str) -> Trouble:
    message = f"the object file of {name} cannot be read: {reason}"
    return Trouble(message, "rustc -vV")


def needs_other(call: Call, given: str, missing: str, place: Place) -> Finding:
    example = 'section=".rodata"' if missing == "section" else 'of="NAME"'
    help = f"help: add {example} beside {given}="
    message = f"{given}= says half of a claim, and {missing}= is missing"
    return Finding("claim", call.place, message, place, (help,))


def not_a_section(call: Call, value: str, place: Place) -> Finding:
    message = f"`{value}` is not the name of a section, which begins with a dot"
    return Finding("claim", call.place, message, place, (CHOICE,))


def not_a_symbol(call: Call, value: str, place: Place) -> Finding:
    message = f"`{value}` is neither the path of a static or function nor a literal in its quotes"
    help = """help: such as of="GREETING", of="module::COUNTER" or of='"hello"'"""
    return Finding("claim", call.place, message, place, (help,))


def empty_literal(call: Call, value: str, place: Place) -> Finding:
    message = f"`{value}` has no bytes, so they lie nowhere"
    return Finding("claim", call.place, message, place)


def number_unchecked(call: Call, mark: Place, number: str) -> Finding:
    message = f"nothing here checks the number {number}: section= checks a place"
    help = "help: leave the number outside the claim's words, or claim it by itself"
    return Finding("words", call.place, message, mark, (help,))


def other_section_in_words(call: Call, mark: Place, said: str, asked: str) -> Finding:
    message = f"the words say {said}, section= says {asked}"
    return Finding("words", call.place, message, mark)


def lies_elsewhere(claim: Claim, wanted: str, sections: Sequence[str], setting: str) -> Finding:
    message = f"the page says that {_subject(claim)} lies in {wanted}, rustc puts it in " + listed(
        sections
    )
    notes = [f"measured: {claim.snippet}   {setting}", reproduce(claim.place)]
    if len(sections) > 1:
        notes.append("help: name something that lies in one section only")
    return Finding("section", claim.place, message, claim.mark, tuple(notes))


def unknown_symbol(claim: Claim, mark: Place, known: Sequence[str], setting: str) -> Finding:
    message = f"the object file of {claim.snippet} has no static or function {_subject(claim)}"
    names = [f"known: {listed([f'`{one}`' for one in known])}"] if known else []
    help = (
        "help: a const has no place of its own, nor a generic function that is never called, "
        "nor what the optimiser removes"
    )
    notes = (*names, f"measured: {setting}", reproduce(claim.place), help)
    return Finding("section", claim.place, message, mark, notes)


def several_symbols(claim: Claim, mark: Place, names: Sequence[str]) -> Finding:
    message = f"{_subject(claim)} may be {listed([f'`{one}`' for one in names])}"
    help = f'help: write the whole path, such as of="crate::{names[0]}"'
    return Finding("section", claim.place, message, mark, (help,))


def unknown_literal(claim: Claim, mark: Place, known: Sequence[str]) -> Finding:
    message = f"{claim.snippet} has no literal {_subject(claim)}"
    notes = (f"known: {listed([f'`{shortened(one)}`' for one in known])}",) if known else ()
    return Finding("section", claim.place, message, mark, notes)


def literal_not_kept(claim: Claim, mark: Place, inside: Sequence[str], setting: str) -> Finding:
    message = f"nothing in the object file of {claim.snippet} is exactly {_subject(claim)}"
    part = (f"measured: its bytes are part of something longer in {listed(inside)}",)
    help = "help: println! adds a line end to its text; put the literal into a variable or static"
    notes = (*(part if inside else ()), f"measured: {setting}", reproduce(claim.place), help)
    return Finding("section", claim.place, message, mark, notes)


def other_format(target: str) -> str:
    """Why nothing can be said where object files have another format."""
    return f"sections are read from ELF files, and {target} has another format"


def _subject(claim: Claim) -> str:
    return f"`{shortened(claim.subject)}`"
