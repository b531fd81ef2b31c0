"""A judged figure → its row of evidence and its entry in `evidence.json`, pure."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.draw.figure import sentence_of
from macros.figures import Figure
from macros.layout import Field, Layout, Variant
from macros.model import Toolchain, Verdict
from macros.render.facts import compiler_words, render_facts, verdict_words
from macros.render.figure import names_of
from macros.report.command import COMMAND
from macros.reproduce_figure import command_of_figure, program_of_figure

Entry = dict[str, object]


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure with its verdict, and the layouts of its types as far as they are known."""

    figure: Figure
    verdict: Verdict
    layouts: tuple[Layout, ...]

    @property
    def path(self) -> str:
        return self.figure.call.place.path

    @property
    def words(self) -> str:
        return self.figure.title or f"{_noun(self.figure)} of {', '.join(self.figure.types)}"

    @property
    def named(self) -> tuple[Layout, ...]:
        """The layouts under the names of their headings."""
        if len(self.layouts) != len(self.figure.asked):
            return self.layouts
        names = names_of(self.figure.asked, self.layouts)
        step = 2 if self.figure.is_table else 1
        pairs = zip(self.layouts[::step], names[::step], strict=True)
        return tuple(replace(layout, type=name) for layout, name in pairs)


def render_figure_row(shown: ShownFigure, toolchain: Toolchain | None, url: str) -> str:
    """Write what the figure shows, the program with the probes, and the link back."""
    figure, verdict = shown.figure, shown.verdict
    place = f"{figure.call.place.path}:{figure.call.place.line}"
    said = "".join(f"<p>{html.escape(sentence)}</p>" for sentence in _sentences(shown))
    program = html.escape(program_of_figure(figure, shown.layouts))
    command = html.escape(command_of_figure(figure, toolchain))
    return "\n".join(
        [
            f'<section class="evidence" id="{figure.id}">',
            f'<p class="evidence__sentence"><a href="{url}#{figure.id}">'
            f"{html.escape(shown.words)}</a></p>",
            *render_facts(
                {
                    "fact": said or "not measured",
                    "verdict": html.escape(verdict_words(verdict)),
                    "ground": "observed: measured here",
                    "compiler": html.escape(compiler_words(verdict, toolchain)),
                    "place": f"<code>{html.escape(place)}</code>",
                    "repeat": f"<code>{COMMAND} explain {html.escape(place)}</code>",
                }
            ),
            f"<details><summary>The whole program</summary><pre><code>{program}</code></pre>"
            f"<pre><code>{command}</code></pre></details>",
            "</section>",
        ]
    )


def _noun(figure: Figure) -> str:
    return "Table" if figure.is_table else "Layout"


def _sentences(shown: ShownFigure) -> Iterable[str]:
    if shown.figure.is_table:
        return (f"{one.type}: size {one.size}, align {one.align}" for one in shown.named)
    return (sentence_of(one, shown.figure.depth) for one in shown.named)


def figure_entry(shown: ShownFigure, toolchain: Toolchain | None) -> Entry:
    """The figure for machines; `layouts` has one for each type, and in a table no `Option`."""
    figure, verdict = shown.figure, shown.verdict
    return {
        "id": figure.id,
        "page": figure.call.place.path,
        "place": str(figure.call.place),
        "verdict": str(verdict.state),
        "title": figure.title,
        "types": list(figure.types),
        "snippet": verdict.snippet,
        "layouts": [_layout_entry(layout) for layout in shown.named],
        "toolchain": toolchain.release if toolchain else "",
        "target": toolchain.host if toolchain else "",
        "edition": verdict.edition,
        "program": program_of_figure(figure, shown.layouts),
    }


def _layout_entry(layout: Layout) -> Entry:
    """Sizes, aligns and offsets in bytes; `free` is null where it was not measured."""
    more: Entry = {}
    if layout.variants:
        more["variants"] = [_variant_entry(one) for one in layout.variants]
    if layout.tag is not None:
        tag = layout.tag
        more["tag"] = {
            "offset": tag.offset,
            "size": tag.size,
            "type": tag.type,
            "niche": tag.niche,
        }
    return {
        "type": layout.type,
        "kind": str(layout.kind),
        "size": layout.size,
        "align": layout.align,
        "free": layout.free,
        "fields": _field_entries(layout.fields),
        **more,
    }


def _variant_entry(variant: Variant) -> Entry:
    fields = _field_entries(variant.fields)
    return {"name": variant.name, "value": variant.value, "fields": fields}


def _field_entries(fields: Iterable[Field]) -> list[Entry]:
    return [
        {
            "name": one.name,
            "type": one.layout.type,
            "offset": one.offset,
            "size": one.layout.size,
            "align": one.layout.align,
        }
        for one in fields
    ]
