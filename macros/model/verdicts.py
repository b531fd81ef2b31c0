"""What is claimed and judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from macros.model.findings import Finding, Missing, Place
from macros.model.pages import Call


@dataclass(frozen=True, slots=True)
class Claim:
    """One checked statement of a page, of one kind of evidence.

    `kind` names a module of `kinds/`. `subject` is the expression, the printed line or the error
    code; `snippet` the listing's name, empty for none. `words` is what stands on the page, empty
    where the measured value itself is inserted (`size_of`, `align_of`, `measure`).
    """

    id: str
    kind: str
    words: str
    subject: str
    snippet: str
    guaranteed: str
    call: Call
    mark: Place

    @property
    def place(self) -> Place:
        return self.call.place


class State(StrEnum):
    HOLDS = "holds"
    REFUTED = "refuted"
    UNCHECKED = "could not check"
    ABSENT = "not checked here"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one claim or listing.

    `expected` and `measured` are the two values as text; `unit` the unit of the words, if any.
    A verdict that does not hold has the findings that say why; one that is not checked here has
    the tool that is `missing`, and no findings. `tool` is what was asked where that was not rustc.
    `setting` says where and when it was measured, where that was not now and here.
    """

    id: str
    kind: str
    place: Place
    state: State
    words: str = ""
    expression: str = ""
    snippet: str = ""
    expected: str = ""
    measured: str = ""
    unit: str = ""
    guaranteed: str = ""
    sentence: str = ""
    edition: str = "2024"
    findings: tuple[Finding, ...] = ()
    missing: Missing | None = None
    tool: str = ""
    setting: str = ""
