"""The kinds of claims: one file each, with the same few duties.

A call is read here as a claim of one kind; the kind says what it needs from rustc, reads the
answer and judges. A new kind is one file in KINDS, and the arguments that choose it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Protocol

from macros.kinds import (
    calls,
    codegen,
    fails,
    heap,
    measure,
    prints,
    prints_not,
    section,
    snapshot,
    timing,
    trace,
    truth,
    value,
)
from macros.kinds.context import Context
from macros.kinds.read import read_claim
from macros.kinds.suited import find_unsuited
from macros.model import Claim, Listing, Verdict
from macros.questions import AnyQuestion, Fact

__all__ = ["KINDS", "Context", "Kind", "find_unsuited", "kind_of", "read_claim"]


class Kind(Protocol):
    """What a kind of claim does.

    A kind asks a question, or judges its snippet's outcome where `needs_outcome` is true; one that
    does neither judges what the book itself keeps.
    """

    @property
    def name(self) -> str: ...

    @property
    def needs_outcome(self) -> bool: ...

    def question(self, claim: Claim, listing: Listing | None, /) -> AnyQuestion | None:
        """What has to be evaluated; None where the outcome of the snippet is the evidence."""

    def judge(self, claim: Claim, evidence: Fact, context: Context, /) -> Verdict:
        """Hold the claim against the evidence; None where there is none."""


KINDS: Final[tuple[Kind, ...]] = (
    value, truth, prints, prints_not, fails, section, snapshot, heap, codegen, calls, trace,
    timing, measure,
)  # fmt: skip
_BY_NAME: Final = MappingProxyType({kind.name: kind for kind in KINDS})


def kind_of(claim: Claim) -> Kind:
    """The kind that judges a claim."""
    return _BY_NAME[claim.kind]
