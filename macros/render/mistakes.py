"""Findings of a page → what a live preview shows in their place. Pure.

A call that could not be read would end Jinja's work on the whole page; it is taken out before, and
its finding stands where it stood, so that the rest of the page can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model import Fence, Finding, Page
from macros.render.claim import escape_text
from macros.text import find_lines

_TAGS = (("{{", "}}"), ("{%", "%}"))


@dataclass(frozen=True, slots=True)
class Mistake:
    """Characters of a page that were not understood, and what is said of them."""

    start: int
    end: int
    message: str


def find_mistakes(page: Page, taken: Iterable[tuple[int, int]]) -> tuple[Mistake, ...]:
    """Return the tags that findings are about, except where something else is rendered already."""
    occupied = list(taken)
    found: list[Mistake] = []
    for finding in page.findings:
        span = _tag_around(page, finding)
        if span is None or any(start < span[1] and span[0] < end for start, end in occupied):
            continue
        occupied.append(span)
        found.append(Mistake(*span, finding.message))
    return tuple(found)


def _tag_around(page: Page, finding: Finding) -> tuple[int, int] | None:
    """Return where the Jinja tag stands that a finding is about; None where it is about none."""
    if finding.place.path != page.path:
        return None
    start, end = find_lines(page.path, page.text).span(finding.place)
    for opening, closing in _TAGS:
        opened = page.text.rfind(opening, 0, start + len(opening))
        if opened < 0 or page.text.find(closing, opened, start) >= 0:
            continue
        closed = page.text.find(closing, max(end - len(closing), opened + len(opening)))
        line_end = page.text.find("\n", max(start, opened))
        behind = line_end if line_end >= 0 else len(page.text)
        return opened, closed + len(closing) if closed >= 0 else behind
    return None


def render_mistake(message: str) -> str:
    """Write the finding so that it stands out without colour."""
    return f'<strong class="finding">[{escape_text(message)}]</strong>'


def messages_of_fence(page: Page, fence: Fence) -> Iterator[str]:
    """Yield what the scan said of a fence's words or margin."""
    lines = find_lines(page.path, page.text)
    for finding in page.findings:
        start, _ = lines.span(finding.place)
        if fence.start <= start < fence.end:
            yield finding.message
