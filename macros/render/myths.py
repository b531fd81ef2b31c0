"""The boxes of the chapters → the body of the page of myths, as Markdown. Pure.

What a box says is rendered from the same claims and listings as in its chapter, without the ids
that stand there: nothing is claimed twice.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from macros.claims import CLAIM_MACROS
from macros.model import Call, Fence, Page
from macros.myths import PAGE, Box, items_in
from macros.render.listing import indent_block
from macros.text import dedent_to
from macros.vocabulary import UNCHECKED_MACROS

_ID: Final = re.compile(r' id="[^"]*"')
_LINK: Final = re.compile(r"(?<=\]\()(?![a-z]+:)(?P<path>[^)#\s]*)(?P<anchor>#[^)\s]*)?(?=\))")

Render = Callable[[Page, Call | Fence], str]


def render_myths(
    boxes: Mapping[str, Sequence[Box]],
    pages: Mapping[str, Page],
    titles: Mapping[str, str],
    address: Callable[[str], str],
    render: Render,
) -> str:
    """Write a section a chapter, in the order of `titles`, with its boxes in the order of the page.

    `address` turns a page's path into its URL as seen from the page of myths; `render` writes an
    item of a page as that page shows it.
    """
    parts = []
    for path in [path for path in titles if path in boxes]:
        parts.append(f"## {titles[path]}")
        parts += [_render_box(box, pages[path], address(path), render) for box in boxes[path]]
    return "\n\n".join(parts)


def anchor_among_all(box: Box) -> str:
    """Return the id of a box on the page of myths, where two chapters may speak of the same."""
    stem = posixpath.splitext(box.path.removeprefix("docs/"))[0]
    return f"{stem.replace('/', '-')}-{box.anchor}"


def _render_box(box: Box, page: Page, url: str, render: Render) -> str:
    words, listings = _split(box, page, render)
    statement = box.statement[:1].upper() + box.statement[1:]
    parts = [f"### “{statement}” {{ #{anchor_among_all(box)} }}", words]
    if listings:
        noun = "The program" if len(listings) == 1 else "The programs"
        body = indent_block("\n\n".join(listings), "    ")
        parts.append(f'??? note "{noun}"\n\n    {body}')
    there = html.escape(f"{url}#{box.anchor}")
    parts.append(f'<a href="{there}">This box in its chapter</a>\n{{ .myth__place }}')
    return "\n\n".join(parts)


def _split(box: Box, page: Page, render: Render) -> tuple[str, list[str]]:
    """The words of a box with their claims, and its listings; pictures stay in the chapter."""
    written: list[str] = []
    listings: list[str] = []
    done = box.start
    for item in sorted(items_in(box, page), key=lambda item: item.start):
        written.append(page.text[done : item.start])
        if isinstance(item, Call) and item.macro in (*CLAIM_MACROS, *UNCHECKED_MACROS):
            written.append(_ID.sub("", render(page, item), count=1))
        elif isinstance(item, Fence) or item.macro in ("snippet", "editions"):
            listings.append(_unindented(render(page, item), item))
        done = item.end
    text = "\n".join(dedent_to("".join([*written, page.text[done : box.end]]).split("\n")))
    return _moved(re.sub(r"\n{3,}", "\n\n", text).strip(), page.path), listings


def _unindented(block: str, item: Call | Fence) -> str:
    """A block as it would stand at the margin; its first line has no indent of its own."""
    indent = item.indent or ""
    lines = block.strip("\n").split("\n")
    return "\n".join(line.removeprefix(indent) for line in lines)


def _moved(text: str, path: str) -> str:
    """The same words with links as they have to be written on the page of myths."""
    folder = posixpath.dirname(path)
    here = posixpath.dirname(PAGE)

    def move(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, link["path"])) if link["path"] else path
        return f"{posixpath.relpath(target, here)}{link['anchor'] or ''}"

    return _LINK.sub(move, text)
