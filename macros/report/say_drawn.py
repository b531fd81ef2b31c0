"""Every sentence about figures as they stand on a built page."""

from __future__ import annotations

from macros.model import Diagnostic, Finding, Place
from macros.report.say_facts import rustc_lines, said_by


def not_on_page(place: Place, page: str) -> Finding:
    return Finding("drawn", place, f"{page} does not have this figure")


def not_of_the_book(place: Place, id: str) -> Finding:
    help = "help: write {{ layout(…) }} or {{ layout_table(…) }}, which draw what is measured"
    message = f"the figure {id!r} shows what nobody measured"
    return Finding("drawn", place, message, notes=(help,))


def other_types(place: Place, drawn: int, asked: int) -> Finding:
    return Finding("drawn", place, f"the figure shows {drawn} types, the call names {asked}")


def other_value(place: Place, where: str, drawn: str, expression: str, measured: str) -> Finding:
    message = f"{where} says {drawn}, rustc measures {measured}"
    return Finding("drawn", place, message, notes=(f"measured: {expression} = {measured}",))


def without_value(place: Place, expression: str, said: Diagnostic | None) -> Finding:
    message = f"rustc has no value of `{expression}`"
    lines = rustc_lines(said) if said else ()
    return Finding("drawn", place, f"{message}: {said_by(said)}" if said else message, notes=lines)


def parts_disagree(place: Place, type: str, one: str, other: str) -> Finding:
    return Finding("drawn", place, f"of `{type}`, {one}, and {other}")
