"""A scanned page → the text that mkdocs-macros renders, pure.

Each macro call, Rust fence and HTML comment that the scan found is replaced by a numbered call of
`verified`. So every rendered item is known by its place, Rust text never passes through Jinja, and
a macro call that the scan did not see still calls the macro itself, which is a finding.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from macros.model import Call, Fence, Page
from macros.render.mistakes import Mistake, find_mistakes
from macros.vocabulary import RENDERER


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: it goes through unchanged, and nothing in it counts."""

    start: int
    end: int


Item = Call | Fence | Comment | Mistake


def items_of(page: Page) -> tuple[Item, ...]:
    """Return what is replaced in a page, in the order of the text."""
    comments = (Comment(start, end) for start, end in page.comments)
    items: tuple[Item, ...] = (*page.calls, *page.fences, *comments)
    if page.findings:
        items += find_mistakes(page, ((item.start, item.end) for item in items))
    return tuple(sorted(items, key=lambda item: item.start))


def rewrite_page(page: Page) -> str:
    """Write the page with a numbered call in the place of every item."""
    parts: list[str] = []
    done = 0
    for number, item in enumerate(items_of(page)):
        call = f"{{{{ {RENDERER}({json.dumps(page.path)}, {number}) }}}}"
        parts += [page.text[done : item.start], _indent_of(item), call]
        done = item.end
    return "".join([*parts, page.text[done:]])


def _indent_of(item: Item) -> str:
    return item.indent if isinstance(item, Fence) else ""
