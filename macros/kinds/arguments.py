"""The arguments of a call by the names of their parameters, and the places of their characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import Final

from macros.model import Argument, Call, Claim, Finding, Place
from macros.report import say_facts

IN_ORDER: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "claim": ("words", "expression", "snippet"),
        "size_of": ("type", "snippet"),
        "align_of": ("type", "snippet"),
        "measure": ("expression", "snippet"),
        "calls": ("snippet",),
    }
)
BY_NAME: Final = (
    "prints", "prints_not", "fails", "section", "of", "snapshot", "assembly", "mir", "calls",
    "allocates", "reallocates", "frees",
    "timing",
    "guaranteed", "id", "edition",
)  # fmt: skip
EDITIONS: Final = ("2018", "2021", "2024")
EDITIONS_OF_SNIPPETS: Final = ("2015", *EDITIONS)


@dataclass(frozen=True, slots=True)
class Given:
    """A call and its written arguments, all of them texts."""

    call: Call
    arguments: Mapping[str, Argument]

    def text(self, name: str) -> str:
        """The argument's text, empty where it is not given."""
        argument = self.arguments.get(name)
        return argument.value if argument and isinstance(argument.value, str) else ""

    def place(self, name: str) -> Place:
        """The characters of the argument, the whole call where it is not given."""
        argument = self.arguments.get(name)
        return argument.place if argument else self.call.place

    def part(self, name: str, start: int, end: int) -> Place:
        """The place of `text(name)[start:end]`; the whole argument where escapes hide it."""
        return part_of(self.place(name), self.text(name), start, end)


def read_arguments(call: Call) -> Given | tuple[Finding, ...]:
    """The arguments of a scanned call by name, or what no kind of claim knows or can use."""
    known = (*IN_ORDER[call.macro], *BY_NAME)
    arguments = dict((*zip(known, call.arguments, strict=False), *call.named))
    findings = [
        finding
        for name, argument in arguments.items()
        for finding in _mistakes(call, name, argument, known)
    ]
    return tuple(findings) or Given(call, MappingProxyType(arguments))


def _mistakes(
    call: Call, name: str, argument: Argument, known: Sequence[str]
) -> tuple[Finding, ...]:
    value, place = argument.value, argument.place
    if name not in known:
        return (say_facts.unknown_parameter(call, name, place, known),)
    if not isinstance(value, str):
        return (say_facts.not_text(call, name, value, place),)
    if not value.strip():
        return (say_facts.empty_argument(call, name, place),)
    editions = EDITIONS_OF_SNIPPETS if argument_of(call, "snippet") else EDITIONS
    if name == "edition" and value not in editions:
        return (say_facts.unknown_edition(call, value, editions, place),)
    return ()


def argument_of(call: Call, name: str) -> Argument | None:
    """The argument of a call that was read before."""
    written = chain(zip(IN_ORDER[call.macro], call.arguments, strict=False), call.named)
    return next((argument for key, argument in written if key == name), None)


def edition_of(claim: Claim) -> str:
    """The edition that the call asks for, empty where it does not."""
    argument = argument_of(claim.call, "edition")
    return str(argument.value) if argument else ""


def words_part(claim: Claim, start: int, end: int) -> Place:
    """The place of `claim.words[start:end]` in the page."""
    argument = argument_of(claim.call, "words")
    return part_of(argument.place, claim.words, start, end) if argument else claim.mark


def part_of(place: Place, text: str, start: int, end: int) -> Place:
    """The place of `text[start:end]` inside the literal at `place`.

    A literal that spans lines or holds escapes is longer than its text: it is taken as a whole.
    """
    is_plain = place.line == place.end_line and place.end_column - place.column == len(text)
    if not is_plain:
        return place
    return replace(place, column=place.column + start, end_column=place.column + end)
