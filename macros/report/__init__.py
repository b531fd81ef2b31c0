"""What one verification found, and its forms: text, GitHub, JSON; and every sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.model import Finding, Missing, State, Tally, Toolchain, Verdict

LISTING = "listing"
FIGURE = "figure"
PLAYER = "player"
EXCERPT = "excerpt"
"""The kinds of verdicts that are no claim's."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a verification found.

    `findings` are those that belong to no verdict; `sources` holds the text of each file by its
    path; `seconds` are of wall time; `cache_problem` says why new facts could not be stored.
    """

    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    toolchain: Toolchain | None = None
    target: str = ""
    tally: Tally = field(default_factory=Tally)
    seconds: float = 0.0
    sources: Mapping[str, str] = field(default_factory=dict)
    cache_problem: str = ""

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding once, in the order of places."""
        of_verdicts = (finding for verdict in self.verdicts for finding in verdict.findings)
        return sorted_findings((*self.findings, *of_verdicts))

    @property
    def claims(self) -> tuple[Verdict, ...]:
        others = (LISTING, FIGURE, PLAYER, EXCERPT)
        return tuple(verdict for verdict in self.verdicts if verdict.kind not in others)

    @property
    def listings(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if verdict.kind == LISTING)

    @property
    def figures(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if verdict.kind == FIGURE)

    @property
    def players(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if verdict.kind == PLAYER)

    @property
    def excerpts(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if verdict.kind == EXCERPT)

    @property
    def ignored(self) -> tuple[Verdict, ...]:
        """Listings that say themselves, with a reason, that they are not checked."""
        return tuple(verdict for verdict in self.listings if is_ignored(verdict))

    @property
    def absent(self) -> Mapping[Missing, int]:
        """How many claims and listings are not checked here, for each tool that is missing."""
        return Counter(one.missing for one in self.verdicts if one.missing is not None)

    @property
    def exit_code(self) -> int:
        """0 all hold; 1 something in the sources has to be mended; 2 the check was not done."""
        findings = self.all_findings
        if any(finding.broken for finding in findings):
            return 2
        settled = all(_is_settled(one) for one in self.verdicts)
        return 0 if settled and not findings else 1


def _is_settled(verdict: Verdict) -> bool:
    """Whether nothing has to be mended: it holds, or it says why it is not checked."""
    absent = verdict.state is State.ABSENT and verdict.missing is not None
    return absent or verdict.state is State.HOLDS or is_ignored(verdict)


def is_ignored(verdict: Verdict) -> bool:
    """Whether a listing is not checked because it says so."""
    unchecked = verdict.kind == LISTING and verdict.state is State.UNCHECKED
    return unchecked and verdict.measured.startswith("ignored") and not verdict.findings


def sorted_findings(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Each finding once, by place, then by code and message."""
    return tuple(
        sorted(dict.fromkeys(findings), key=lambda one: (one.place, one.code, one.message))
    )
