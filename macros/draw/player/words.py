"""A step → its text alternative: sentences made of the values that the cards show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.draw.player.changes import Before, gone
from macros.draw.player.places import FramePlace, Places, Target, live_pointers
from macros.draw.player.rows import Role, Row, Tie, pointers_in, rows_of, text_of
from macros.draw.values import bytes_of
from macros.memory import Block, Standing, Thread, Value, Variable

MOST = 4
"""Parts of one value that are said."""
LONGEST = 60
"""Characters of one decoded value that are said."""
VERBS = {
    Tie.OWNS: "owns",
    Tie.SHARES: "shares",
    Tie.WEAK: "weakly holds",
    Tie.BORROWS: "borrows",
    Tie.POINTS: "points to",
}
BOOKKEEPING = frozenset({"cap", "len"})
"""Parts that a block's sentence leaves out: the cards have them."""
LineOf = Callable[[int], int | None]
"""A line of the source → the number that readers see, None for a line that is not shown."""


@dataclass(frozen=True, slots=True)
class Narrator:
    """What a step is told with."""

    places: Places
    before: Before | None
    line_of: LineOf

    def sentences(self) -> Iterator[str]:
        """What happened, then frame by frame what the variables are, then the heap."""
        if returned := [*gone(self.before, self.places)]:
            yield _sentence("; ".join(returned))
        several = len(self.places.snapshot.threads) > 1
        for place in self.places.frames:
            thread = f"Thread {place.thread.name}, " if several else ""
            said = [self._say(place, at) for at in range(len(place.frame.variables))]
            yield f"{thread}{place.name}: {'; '.join(said) or 'no variables'}."
        for block in self.places.snapshot.blocks:
            yield _sentence(self._say_block(block))
        for static in self.places.snapshot.statics:
            has = f"{static.name} has {bytes_of(static.size)} in {static.section}"
            yield _sentence(f"{has}{self._say_held(static.value)}")

    def _say(self, place: FramePlace, at: int) -> str:
        variable = place.frame.variables[at]
        standing = standing_words(variable, self.line_of)
        if variable.standing in (Standing.MOVED, Standing.UNINITIALISED):
            return f"{variable.name} is {standing}"
        said = self._say_value(place, at)
        return f"{variable.name}{said}{f' and is {standing}' if standing else ''}"

    def _say_value(self, place: FramePlace, at: int) -> str:
        variable = place.frame.variables[at]
        anchor = self.places.variable(place, at).anchor
        pointers = [row for row in live_pointers(variable) if not self.places.has_left(anchor, row)]
        value = variable.value
        without = BOOKKEEPING if any(pointers_in(value)) else frozenset[str]()
        if not pointers:
            return f" is {say_text(value, without)}"
        said = say_text(value, without) if value is not None and value.parts else "?"
        beside = f" ({said})" if said != "?" else ""
        return f"{beside} {self._say_pointers(pointers, place.thread)}"

    def _say_block(self, block: Block) -> str:
        """Size and use of a block and what it holds."""
        if block.freed:
            return f"{block.name} is freed"
        size = bytes_of(block.size)
        has = f"{size} in all" if block.used is None else f"{block.used} of {size} in use"
        return f"{block.name} has {has}{self._say_held(block.value)}"

    def _say_held(self, value: Value | None) -> str:
        """What the bytes of a block or static mean; behind pointers, what they lead to."""
        said = "?" if value is None else say_text(value, BOOKKEEPING)
        rows = [(row, self.places.target(row)) for row in pointers_in(value)]
        nowhere = [f"{row.path} {to.words}".strip() for row, to in rows if _is_nowhere(to)]
        leading = [row for row, to in rows if not _is_nowhere(to)]
        held = ", ".join([*([said] if said != "?" else []), *nowhere])
        ties = f"; it {self._say_pointers(leading, None)}" if leading else ""
        return (f": {held}" if held else "") + ties

    def _say_pointers(self, pointers: Sequence[Row], thread: Thread | None) -> str:
        said = [self._say_pointer(row, thread) for row in pointers[:MOST]]
        left = len(pointers) - MOST
        return " and ".join([*said, f"{left} more"] if left > 0 else said)

    def _say_pointer(self, row: Row, thread: Thread | None) -> str:
        target = self.places.target(row, thread)
        if _is_nowhere(target):
            beside = f"{text_of(row)} ({target.words})"
            return f"is {beside if row.text not in ('', target.words) else target.words}"
        return f"{VERBS[row.tie]} {target.words}"


def _is_nowhere(target: Target) -> bool:
    return target.lost and not target.anchor


def standing_words(variable: Variable, line_of: LineOf) -> str:
    """What the compiler says of a variable; nothing for one that may simply be used."""
    if variable.standing is Standing.LIVE:
        return ""
    line = line_of(variable.since) if variable.since else None
    return f"{variable.standing}{f' at line {line}' if line is not None else ''}"


def say_text(value: Value | None, without: frozenset[str] = frozenset()) -> str:
    """What the value's bytes mean, in one short phrase."""
    if value is None:
        return "?"
    if not value.parts:
        return _cut(value.text) or "?"
    rows = [
        row
        for row in rows_of(value, value.size)
        if row.role is Role.VALUE and row.name not in without
    ]
    said = [f"{row.path} {_cut(row.text)}".strip() for row in rows if row.text]
    if all(row.path.startswith("[") for row in rows):
        said = [_cut(row.text) for row in rows if row.text]
    more = [f"{len(said) - MOST} more"] if len(said) > MOST else []
    return ", ".join([*([value.text] if value.text else []), *said[:MOST], *more]) or "?"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _sentence(text: str) -> str:
    return f"{text}."
