"""What blessing plans: corrections that a program can make, and findings that need a person."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Finding, Place


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters `old` at `place`, inside one line, become `new`, which has no line end."""

    place: Place
    old: str
    new: str


Settled = tuple[Edit, ...] | str
"""The edits that make something true, or why a person has to decide."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Edits that settle findings of one claim or listing, whose verdict's id is `owner`.

    `spans` are the source lines, first and last, that a reader has to read again; `notes` say what
    else to look at.
    """

    owner: str
    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    spans: tuple[tuple[int, int], ...]
    notes: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        return self.findings[0].place


@dataclass(frozen=True, slots=True)
class Need:
    """A finding that no single value settles, and why."""

    finding: Finding
    reason: str

    @property
    def place(self) -> Place:
        return self.finding.place


@dataclass(frozen=True, slots=True)
class Blessing:
    """Everything that is wrong in a book: what can be corrected, and what needs a person."""

    corrections: tuple[Correction, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        return tuple(sorted(edit for each in self.corrections for edit in each.edits))
