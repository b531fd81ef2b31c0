"""The nouns of the generator, all frozen: what is written, what is measured, what is judged.

Nothing here reads a file, starts a process or knows MkDocs.
Every other module imports this one; this one imports nothing of ours.
"""

from __future__ import annotations

from macros.model.facts import Answer, Diagnostic, Outcome, Question, Run, Tally, Tool, Toolchain
from macros.model.findings import Absent, Finding, Missing, Place, Trouble, Value
from macros.model.listings import (
    AnnotatedType,
    Counted,
    Directives,
    Expectation,
    HeapFact,
    HeapVerb,
    Language,
    LayoutFact,
    Listing,
    Mark,
    Mode,
    Region,
    WrittenFields,
)
from macros.model.pages import Argument, Call, Fence, Page
from macros.model.verdicts import Claim, State, Verdict

__all__ = [
    "Absent",
    "AnnotatedType",
    "Answer",
    "Argument",
    "Call",
    "Claim",
    "Counted",
    "Diagnostic",
    "Directives",
    "Expectation",
    "Fence",
    "Finding",
    "HeapFact",
    "HeapVerb",
    "Language",
    "LayoutFact",
    "Listing",
    "Mark",
    "Missing",
    "Mode",
    "Outcome",
    "Page",
    "Place",
    "Question",
    "Region",
    "Run",
    "State",
    "Tally",
    "Tool",
    "Toolchain",
    "Trouble",
    "Value",
    "Verdict",
    "WrittenFields",
]
