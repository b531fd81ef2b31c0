"""Every sentence about several printed lines, and about lines that are not printed."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Call, Claim, Finding, Place
from macros.report.say_facts import listed, printed_lines, reproduce, shortened


def empty_line(call: Call, name: str, place: Place) -> Finding:
    message = f"{name}= names an empty line"
    help = f'help: {name}="first | second" names two lines, with a space on each side of the bar'
    return Finding("claim", call.place, message, place, (help,))


def number_unchecked(call: Call, mark: Place, number: str, name: str) -> Finding:
    checks = {"prints": "several lines check an order", "prints_not": "a line is not printed"}
    message = f"nothing here checks the number {number}: {checks[name]}"
    help = "help: leave the number outside the claim's words, or claim it by itself"
    return Finding("words", call.place, message, mark, (help,))


def in_other_order(
    claim: Claim, wanted: Sequence[str], found: Sequence[str], setting: str
) -> Finding:
    message = f"the page says that {claim.snippet} prints {_then(wanted)}, it prints {_then(found)}"
    again = [line for line in dict.fromkeys(found) if found.count(line) != wanted.count(line)]
    notes = [f"measured: {setting}", reproduce(claim.place)]
    if again:
        notes.append(f"help: name {listed(_quoted(again))} as often as the program prints it")
    return Finding("prints", claim.place, message, claim.mark, tuple(notes))


def printed_after_all(claim: Claim, line: str, printed: Sequence[str], setting: str) -> Finding:
    message = f"the page says that {claim.snippet} does not print `{shortened(line)}`, and it does"
    notes = (*printed_lines(printed), f"measured: {setting}", reproduce(claim.place))
    return Finding("prints", claim.place, message, claim.mark, notes)


def unwritten(claim: Claim, word: str) -> Finding:
    message = f"{claim.snippet} holds no `{word}`, so its never printing that says nothing"
    help = "help: each word and number of prints_not= has to stand in the snippet"
    return Finding("claim", claim.place, message, claim.mark, (help,))


def _then(lines: Sequence[str]) -> str:
    most = 6
    shown = ", then ".join(_quoted(lines[:most]))
    return f"{shown}, then …" if len(lines) > most else shown


def _quoted(lines: Sequence[str]) -> list[str]:
    return [f"`{shortened(line)}`" for line in lines]
