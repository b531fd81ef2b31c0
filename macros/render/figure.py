"""A figure of the book and the layouts it asked for → the block that stands on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from macros import draw
from macros.draw import Source, TableRow, draw_figure, draw_layout_table
from macros.draw.values import write_value
from macros.figures import Asked, Figure
from macros.judge_figure import layouts_of_figure
from macros.layout import Layout
from macros.model import Toolchain, Trouble
from macros.questions import AnyAnswer, AnyQuestion

_STANDARD: Final = re.compile(
    r"(?<![\w:])(?:::)?(?:std|core|alloc)::(?:\w+::)*?(?=(?:\w+::(?:Error|Result)|\w+)\b(?!::))"
)
"""A path of the standard library; `io::Error` keeps the module without which nobody writes it."""


def render_figure(
    figure: Figure,
    answers: Mapping[AnyQuestion, AnyAnswer | Trouble],
    toolchain: Toolchain | None,
    evidence: str,
) -> str | None:
    """Draw the figure, or write the table; None where a layout is not known.

    `evidence` is the address of its row of evidence as seen from the page.
    """
    layouts = layouts_of_figure(figure, answers)
    if len(layouts) != len(figure.asked):
        return None
    names = names_of(figure.asked, layouts)
    measured = f"rustc {toolchain.release}, {toolchain.host}" if toolchain else ""
    source = Source(measured, evidence)
    if figure.is_table:
        rows = tuple(_rows(layouts, names[::2]))
        return draw_layout_table(rows, figure.id, figure.title, source)
    return draw_figure(draw.Figure(figure.id, figure.title, layouts, figure.depth, source, names))


def names_of(asked: Sequence[Asked], layouts: Sequence[Layout]) -> tuple[str, ...]:
    """The headings: each type as its author wrote it, without the paths of the standard library.

    A variable, a block of the heap and a vtable have the names that the compiler gives them.
    """
    short = [_STANDARD.sub("", " ".join(one.text.split())) for one in asked]
    meant = {
        name: {one.text for one, had in zip(asked, short, strict=True) if had == name}
        for name in short
    }
    return tuple(
        layout.type if _is_view(one) else name if len(meant[name]) == 1 else one.text
        for one, layout, name in zip(asked, layouts, short, strict=True)
    )


def _is_view(asked: Asked) -> bool:
    question = asked.question
    return question.local or question.heap or bool(question.vtable)


def _rows(layouts: Sequence[Layout], names: Sequence[str]) -> Iterator[TableRow]:
    """A row for each type, whose `Option` stands behind it."""
    for layout, option, name in zip(layouts[::2], layouts[1::2], names, strict=True):
        yield TableRow(
            name,
            layout.size,
            layout.align,
            layout.free,
            none_of(option),
            option.size,
            layout.free,
        )


def none_of(option: Layout) -> str:
    """What encodes `None`: the bytes of a niche, or of a tag of its own."""
    tag = option.tag
    value = next((one.value for one in option.variants if one.name == "None"), None)
    if tag is None or value is None:
        return "—"
    return write_value(value, tag) if tag.niche else f"tag {value}"
