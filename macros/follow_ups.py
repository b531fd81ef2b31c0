"""Findings that only follow from another one, which is said already: the first cause is enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from macros.model import Listing, State, Verdict
from macros.report import LISTING

_DOES_NOT_COMPILE: Final = "unexpected-error"
_NOT_CHECKED: Final = frozenset(("unchecked",))


def without_follow_ups(
    verdicts: Iterable[Verdict], listings: Mapping[str, Listing]
) -> tuple[Verdict, ...]:
    """The verdicts, silent where a snippet's own words or errors say why nothing can be said.

    A snippet with a directive that is not understood was built otherwise than it asks for; one that
    does not compile has told the error in its own place.
    """
    found = tuple(verdicts)
    unread = {name for name, one in listings.items() if not one.is_read}
    failed = {one.snippet for one in found if one.kind == LISTING and _fails(one)}
    return tuple(_silent(one) if _follows(one, unread, failed) else one for one in found)


def _fails(verdict: Verdict) -> bool:
    return any(finding.code == _DOES_NOT_COMPILE for finding in verdict.findings)


def _follows(verdict: Verdict, unread: set[str], failed: set[str]) -> bool:
    if any(finding.broken for finding in verdict.findings):
        return False
    if verdict.snippet in unread:
        return bool(verdict.findings)
    codes = {finding.code for finding in verdict.findings}
    return verdict.kind != LISTING and verdict.snippet in failed and codes == _NOT_CHECKED


def _silent(verdict: Verdict) -> Verdict:
    return replace(verdict, state=State.UNCHECKED, findings=())
