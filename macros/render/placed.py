"""A rendered page → the same page with its figures as blocks of their own, pure.

Markdown takes a block of HTML that stands indented, in an admonition, a tab or a list, for words of
a paragraph; and four spaces where nothing is indented make code of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from macros.figures import Figure

_WRAPPED: Final = re.compile(
    r'<p>\s*(?P<figure><figure class="(?:layout|timings)[" ].*?</figure>)\s*</p>', re.DOTALL
)
_PLACED: Final = re.compile(r'<figure class="layout[^"]*" id="(?P<id>[^"]*)">')


def unwrap_figures(html: str) -> str:
    """Take figures out of paragraphs, in which no block may stand."""
    return _WRAPPED.sub(lambda found: found["figure"], html)


def find_unplaced(html: str, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures of a page that are no elements of it."""
    placed = {found["id"] for found in _PLACED.finditer(html)}
    return tuple(figure for figure in figures if figure.id not in placed)
