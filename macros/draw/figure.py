"""A figure of one to three layouts → its HTML: pictures, tables, caption.

The HTML is one block for Markdown: it begins with a block tag and has no empty line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from macros.draw.escape import escape
from macros.draw.labels import with_keys
from macros.draw.pieces import strips_of
from macros.draw.source import NOWHERE, Source, draw_source
from macros.draw.svg import Picture, draw_picture
from macros.draw.table import draw_table
from macros.draw.words import write_sentence
from macros.layout import Layout


@dataclass(frozen=True, slots=True)
class Figure:
    """What an author asked for. Several layouts stand side by side, drawn to one scale.

    `depth` counts the levels of types whose fields are shown, from 1. `names` are what the types
    are called in headings, by default what the layouts call them.
    """

    id: str
    title: str
    layouts: tuple[Layout, ...]
    depth: int = 1
    source: Source = NOWHERE
    names: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        return self.names or tuple(layout.type for layout in self.layouts)


def draw_figure(figure: Figure) -> str:
    """Write the figure; the same figure gives the same bytes."""
    prefix = re.sub(r"[^A-Za-z0-9-]+", "-", figure.id)
    parts = [
        _draw_layout(layout, name, f"{prefix}-{number}", figure)
        for number, (layout, name) in enumerate(
            zip(figure.layouts, figure.headings, strict=True), start=1
        )
    ]
    several = " layout--several" if len(parts) > 1 else ""
    return "\n".join(
        [
            f'<figure class="layout{several}" id="{prefix}">',
            '<div class="layout__types">',
            *parts,
            "</div>",
            f"<figcaption>{_draw_caption(figure)}</figcaption>",
            "</figure>",
        ]
    )


def sentence_of(layout: Layout, depth: int = 1) -> str:
    """Say in one sentence what the picture of a layout shows."""
    return write_sentence(layout, strips_of(layout, depth))


def _draw_layout(layout: Layout, name: str, prefix: str, figure: Figure) -> str:
    strips = with_keys(strips_of(layout, figure.depth), layout.size)
    sentence = write_sentence(replace(layout, type=name), strips)
    picture = Picture(prefix, name, layout.size, layout.align, strips, sentence)
    heading = f'<p class="layout__name"><code>{escape(name)}</code></p>'
    return "\n".join(
        [
            '<div class="layout__type">',
            *([heading] if len(figure.layouts) > 1 else []),
            draw_picture(picture),
            draw_table(name, strips),
            "</div>",
        ]
    )


def _draw_caption(figure: Figure) -> str:
    names = " · ".join(f"<code>{escape(name)}</code>" for name in figure.headings)
    title = escape(figure.title) if figure.title else names
    return title + draw_source(figure.source)
