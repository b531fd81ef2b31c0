"""A snapshot → its cards: frames with their variables, blocks of the heap, statics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.draw.escape import escape
from macros.draw.player.card_rows import Content, draw_rows
from macros.draw.player.changes import (
    Before,
    Change,
    block_change,
    frame_change,
    static_change,
    texts_of,
    variable_change,
)
from macros.draw.player.places import FramePlace, Places
from macros.draw.player.rows import Tie, rows_of
from macros.draw.player.words import LineOf, standing_words
from macros.draw.values import bytes_of
from macros.memory import Block, Standing, Static

HELD = {
    Tie.OWNS: "owned by",
    Tie.SHARES: "shared by",
    Tie.WEAK: "weakly held by",
    Tie.BORROWS: "borrowed by",
    Tie.POINTS: "pointed to by",
}
MOST = 6
"""Names of one kind that are listed in a card."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """What the cards of one step are drawn with; `only_stack` is whether no step has others."""

    places: Places
    before: Before | None
    line_of: LineOf
    only_stack: bool = False

    def draw(self) -> Iterator[str]:
        """Write the stack, then the heap and what else is pointed to."""
        alone = " player__memory--stack" if self.only_stack else ""
        yield f'<div class="player__memory{alone}">'
        yield '<div class="player__side player__stack">'
        yield from self._draw_stack()
        yield "</div>"
        if not self.only_stack:
            yield '<div class="player__side player__heap">'
            yield from self._draw_heap()
            yield "</div>"
        yield "</div>"

    def _draw_stack(self) -> Iterator[str]:
        threads = self.places.snapshot.threads
        yield '<p class="player__region">Stack</p>'
        for thread in threads:
            if len(threads) > 1:
                name = escape(thread.name)
                yield f'<p class="player__thread">Thread <code>{name}</code></p>'
            for place in self.places.frames:
                if place.thread is thread:
                    yield from self._draw_frame(place)

    def _draw_heap(self) -> Iterator[str]:
        snapshot = self.places.snapshot
        yield '<p class="player__region">Heap</p>'
        if not snapshot.blocks:
            yield '<p class="player__none">no blocks</p>'
        for block in snapshot.blocks:
            yield from self._draw_block(block)
        if snapshot.statics:
            yield '<p class="player__region">In the program’s file</p>'
        for at, static in enumerate(snapshot.statics):
            yield from self._draw_static(at, static)

    def _draw_frame(self, place: FramePlace) -> Iterator[str]:
        line = self.line_of(place.frame.line)
        where = f" at line {line}" if line is not None else ""
        badges = _draw_badges(frame_change(self.before, place))
        yield f'<div class="player__card player__frame" id="{place.anchor}">'
        yield (
            f'<p class="player__head"><code>{escape(place.name)}</code>'
            f"<small>{where}</small>{badges}</p>"
        )
        if not place.frame.variables:
            yield '<p class="player__none">no variables</p>'
        for at in range(len(place.frame.variables)):
            yield from self._draw_variable(place, at)
        yield "</div>"

    def _draw_variable(self, place: FramePlace, at: int) -> Iterator[str]:
        variable = place.frame.variables[at]
        change = variable_change(self.before, place, at)
        anchor = self.places.variable(place, at).anchor
        kind = str(variable.standing).replace(" ", "-")
        past = variable.standing is Standing.MOVED
        tag = "s" if past else "b"
        standing = standing_words(variable, self.line_of)
        said = f' <span class="player__standing">{standing}</span>' if standing else ""
        known = variable.standing is not Standing.UNINITIALISED
        value = variable.value if known else None
        text = _own_text(value)
        rows = rows_of(value, variable.size)
        single = " player__variable--single" if len(rows) == 1 else ""
        yield f'<div class="player__variable player__variable--{kind}{single}" id="{anchor}">'
        yield (
            f'<p class="player__name"><{tag}><code>{escape(variable.name)}</code></{tag}>'
            f"<small>: {escape(variable.type)}</small>{text}{said}{_draw_badges(change)}</p>"
        )
        was = texts_of(change.was)
        content = Content(variable.bytes, self.places, place.thread, past, anchor, was)
        yield from draw_rows(rows, content)
        yield from self._draw_holders(anchor)
        yield "</div>"

    def _draw_block(self, block: Block) -> Iterator[str]:
        anchor = self.places.block(block.number)
        change = block_change(self.before, block)
        freed = " player__card--freed" if block.freed else ""
        word = ' <span class="player__standing">freed</span>' if block.freed else ""
        yield f'<div class="player__card player__block{freed}" id="{anchor}">'
        yield (
            f'<p class="player__head"><code>{block.name.replace("#", "&#35;")}</code>'
            f"<small> {bytes_of(block.size)}, align {block.align}</small>"
            f"{_own_text(block.value)}{word}{_draw_badges(change)}</p>"
        )
        if not block.freed:
            yield from _draw_use(block)
            rows = rows_of(block.value, block.size, block.used)
            content = Content(block.bytes, self.places, was=texts_of(change.was))
            yield from draw_rows(rows, content)
            yield from self._draw_holders(anchor, "nothing points here")
        yield "</div>"

    def _draw_static(self, at: int, static: Static) -> Iterator[str]:
        anchor = self.places.static(at)
        change = static_change(self.before, static.name, static.value)
        yield f'<div class="player__card player__static" id="{anchor}">'
        yield (
            f'<p class="player__head"><code>{escape(static.name)}</code>'
            f"<small> {bytes_of(static.size)} in {escape(static.section)}</small>"
            f"{_own_text(static.value)}{_draw_badges(change)}</p>"
        )
        content = Content(static.bytes, self.places, was=texts_of(change.was))
        yield from draw_rows(rows_of(static.value, static.size, static.size), content)
        yield from self._draw_holders(anchor)
        yield "</div>"

    def _draw_holders(self, anchor: str, otherwise: str = "") -> Iterator[str]:
        """Who points here, the owner first."""
        sources = self.places.sources.get(anchor, ())
        said = []
        for tie, words in HELD.items():
            held = [source for source in sources if source.tie is tie]
            names = [
                f'<a href="#{source.anchor}">{escape(source.name)}</a>' for source in held[:MOST]
            ]
            more = [f"{len(held) - MOST} more"] if len(held) > MOST else []
            said += [f"{words} {', '.join([*names, *more])}"] if names else []
        if said or otherwise:
            yield f'<p class="player__holders">← {"; ".join(said) or otherwise}</p>'


def _own_text(value: object) -> str:
    """What a value with parts says as a whole; one without says it in its row."""
    text = getattr(value, "text", "") if getattr(value, "parts", ()) else ""
    return f' <code class="player__value">{escape(text)}</code>' if text else ""


def _draw_badges(change: Change) -> str:
    return "".join(f' <span class="player__badge">{words}</span>' for words in change.words)


def _draw_use(block: Block) -> Iterator[str]:
    """How much of a block its owner has in use, as a bar and in words."""
    if block.used is None:
        return
    spare = block.size - block.used
    words = f"{block.used} of {bytes_of(block.size)} in use"
    rest = f", {spare} spare" if spare else ""
    parts = [(block.used, "used"), (spare, "spare")]
    bar = "".join(
        f'<i class="player__{name}" style="flex-grow:{size}"></i>' for size, name in parts if size
    )
    yield (
        f'<p class="player__use"><span class="player__gauge" aria-hidden="true">{bar}</span>'
        f" {words}{rest}</p>"
    )
