"""A step → its text alternative: sentences made of the values that the cards show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.draw.player.changes import Before, gone
from macros.draw.player.places import Places, live_pointers
from macros.draw.player.rows import Role, Row, Tie, rows_of
from macros.draw.values import bytes_of
from macros.memory import Block, Standing, Static, Thread, Value, Variable

MOST = 4
"""Parts of one value that are said."""
LONGEST = 60
"""Characters of one decoded value that are said."""
VERBS = {
    Tie.OWNS: "owns",
    Tie.SHARES: "shares",
    Tie.WEAK: "holds weakly",
    Tie.BORROWS: "borrows",
    Tie.POINTS: "points to",
}
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
            said = [self._say(variable, place.thread) for variable in place.frame.variables]
            yield f"{thread}{place.name}: {'; '.join(said) or 'no variables'}."
        for block in self.places.snapshot.blocks:
            yield _sentence(say_block(block))
        for static in self.places.snapshot.statics:
            yield _sentence(_say_static(static))

    def _say(self, variable: Variable, thread: Thread) -> str:
        standing = standing_words(variable, self.line_of)
        if variable.standing in (Standing.MOVED, Standing.UNINITIALISED):
            return f"{variable.name} is {standing}"
        said = self._say_value(variable, thread)
        return f"{variable.name} {said}{f' and is {standing}' if standing else ''}"

    def _say_value(self, variable: Variable, thread: Thread) -> str:
        pointers = [*live_pointers(variable)]
        if not pointers:
            return f"is {say_text(variable.value)}"
        said = [self._say_pointer(row, thread) for row in pointers[:MOST]]
        left = len(pointers) - MOST
        return " and ".join([*said, f"{left} more"] if left > 0 else said)

    def _say_pointer(self, row: Row, thread: Thread) -> str:
        target = self.places.target(row, thread)
        if target.lost and not target.anchor:
            return f"is {target.words}"
        return f"{VERBS[row.tie]} {target.words}"


def standing_words(variable: Variable, line_of: LineOf) -> str:
    """What the compiler says of a variable; nothing for one that may simply be used."""
    if variable.standing is Standing.LIVE:
        return ""
    line = line_of(variable.since) if variable.since else None
    return f"{variable.standing}{f' at line {line}' if line is not None else ''}"


def say_block(block: Block) -> str:
    """Size and use of a block and what it holds."""
    if block.freed:
        return f"{block.name} is freed"
    what = _held(block.value)
    if block.used is None:
        return f"{block.name} has {bytes_of(block.size)}{what}"
    return f"{block.name} has {block.used} of {bytes_of(block.size)} in use{what}"


def _say_static(static: Static) -> str:
    return f"{static.name} has {bytes_of(static.size)} in {static.section}{_held(static.value)}"


def _held(value: Value | None) -> str:
    said = "" if value is None else say_text(value)
    return f": {said}" if said and said != "?" else ""


def say_text(value: Value | None) -> str:
    """What the value's bytes mean, in one short phrase."""
    if value is None:
        return "?"
    if not value.parts:
        return _cut(value.text) or "?"
    rows = [row for row in rows_of(value, value.size) if row.role is Role.VALUE]
    said = [f"{row.path} {_cut(row.text)}".strip() for row in rows if row.text]
    if all(name.startswith("[") for name, _ in value.parts):
        said = [_cut(row.text) for row in rows if row.text]
    more = [f"{len(said) - MOST} more"] if len(said) > MOST else []
    return ", ".join([*([value.text] if value.text else []), *said[:MOST], *more]) or "?"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _sentence(text: str) -> str:
    return f"{text}."
