"""A figure of the book and the layouts it asked for → the block that stands on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros import draw
from macros.draw import TableRow, draw_figure, draw_layout_table
from macros.figures import Figure
from macros.layout import Layout, LayoutAnswer
from macros.model import Toolchain, Trouble
from macros.questions import AnyAnswer, AnyQuestion


def render_figure(
    figure: Figure, answers: Mapping[AnyQuestion, AnyAnswer | Trouble], toolchain: Toolchain | None
) -> str | None:
    """Draw the figure, or write the table; None where a layout is not known."""
    found = [_layout_of(answers.get(one.question)) for one in figure.asked]
    layouts = [layout for layout in found if layout is not None]
    if len(layouts) != len(found):
        return None
    if figure.is_table:
        return draw_layout_table(tuple(_rows(layouts)))
    measured = f"rustc {toolchain.release}, {toolchain.host}" if toolchain else ""
    return draw_figure(draw.Figure(figure.id, figure.title, tuple(layouts), figure.depth, measured))


def _layout_of(answer: AnyAnswer | Trouble | None) -> Layout | None:
    return answer.layout if isinstance(answer, LayoutAnswer) else None


def _rows(layouts: Sequence[Layout]) -> Iterator[TableRow]:
    """A row for each type, whose `Option` stands behind it."""
    for layout, option in zip(layouts[::2], layouts[1::2], strict=True):
        nests = layout.free
        yield TableRow(
            layout.type,
            layout.size,
            layout.align,
            layout.free,
            _none_of(option),
            option.size,
            nests,
        )


def _none_of(option: Layout) -> str:
    """What encodes `None`: the bytes of a niche, or of a tag of its own."""
    tag = option.tag
    value = next((one.value for one in option.variants if one.name == "None"), None)
    if tag is None or value is None:
        return "—"
    if not tag.niche:
        return f"tag {value}"
    return str(value) if value < 10 else f"{value:#x}"
