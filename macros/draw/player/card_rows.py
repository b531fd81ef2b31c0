"""Rows of a card → their HTML: name, value, bytes; a link where a pointer leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.draw.escape import escape
from macros.draw.player.places import Places, Target
from macros.draw.player.rows import SAYING, Role, Row, Tie, shorten, text_of
from macros.draw.values import bytes_of
from macros.memory import Thread

ROW = 8
"""Bytes side by side."""
LONGEST = 32
"""Bytes of one value that are all drawn; of more the first ones and the last eight."""
_COUNTS = re.compile(r"\b(?:len|capacity) (\d+)")
WORDS = {
    Role.PADDING: "padding",
    Role.TAG: "tag or unused",
    Role.UNUSED: "unused or padding",
    Role.DROPPED: "of a dropped value",
    Role.SPARE: "spare",
    Role.EMPTY: "without a value",
}
BLANK = frozenset({Role.EMPTY, Role.SPARE, Role.PADDING, Role.UNUSED, Role.DROPPED})
"""Roles of bytes that mean nothing: what was left there by others is not shown."""
_PLAIN = re.compile(r"\[*(?:[iuf]\d+|[iu]size|bool|char|str|!)\b")
_LOWEST, _HIGHEST = 1 << 32, 1 << 47
"""Between them a word of eight bytes that nobody decoded may be an address."""
TIES = {Tie.SHARES: "shared", Tie.WEAK: "weak"}


@dataclass(frozen=True, slots=True)
class Content:
    """What the rows of a card are drawn from. `past` is whether the value was moved away, and
    `was` holds what each part said one step before."""

    bytes: bytes
    places: Places
    thread: Thread | None = None
    past: bool = False
    anchor: str = ""
    was: Mapping[str, str] | None = None


def draw_rows(rows: tuple[Row, ...], content: Content) -> Iterator[str]:
    """Write the rows, one line each."""
    if not rows:
        return
    yield '<ul class="player__rows">'
    for row in shorten(rows):
        depth = f" player__row--deep{min(row.depth, 4)}" if row.depth else ""
        cells = "".join(_cells(row, content))
        yield (
            f'<li class="player__row player__row--{row.role}{depth}" '
            f'data-offset="{row.offset}">{cells}</li>'
        )
    yield "</ul>"


def _cells(row: Row, content: Content) -> Iterator[str]:
    if row.name:
        yield f'<span class="player__part">{escape(_part_name(row))}</span> '
    if row.role in WORDS:
        yield f'<span class="player__note">{bytes_of(row.size)} {WORDS[row.role]}</span> '
    elif row.role is Role.ELIDED:
        names = f" ({escape(row.text)})" if row.text else ""
        yield f'<span class="player__note">⋮ {bytes_of(row.size)} not drawn{names}</span>'
        return
    elif (
        row.text
        and not (content.past and row.text.startswith("strong "))
        and not (row.spot and row.text == _target(row, content).words)
    ):
        yield f'<code class="player__value">{escape(text_of(row))}</code> '
    if row.spot is not None or row.role is Role.POINTER:
        yield _draw_pointer(row, content)
    yield from _draw_was(row, content)
    yield _draw_bytes(row, content)


def _part_name(row: Row) -> str:
    """A field's name; one that is a number begins with its dot."""
    return f".{row.name}" if row.name.isdigit() else row.name


def _draw_pointer(row: Row, content: Content) -> str:
    target = _target(row, content)
    tie = f" ({TIES[row.tie]})" if row.tie in TIES else ""
    if content.past or content.places.has_left(content.anchor, row):
        return f'<span class="player__past">was → {_draw_target(target, "")}</span> '
    sign = "✗" if target.lost else "→"
    kind = "lost" if target.lost else str(row.tie)
    return f'<span class="player__to">{sign} {_draw_target(target, kind)}{tie}</span> '


def _target(row: Row, content: Content) -> Target:
    return content.places.target(row, content.thread)


def _draw_target(target: Target, kind: str) -> str:
    words = escape(target.words)
    if not target.anchor:
        return words
    drawn = f' data-tie="{kind}" data-at="{target.offset}"' if kind else ""
    return f'<a href="#{target.anchor}"{drawn}>{words}</a>'


def _draw_was(row: Row, content: Content) -> Iterator[str]:
    """What a changed part said one step before."""
    was = (content.was or {}).get(row.path)
    if was and was != row.text and row.role in SAYING:
        yield f'<span class="player__was">was <code>{escape(was)}</code></span> '


def _draw_bytes(row: Row, content: Content) -> str:
    """The bytes in rows of eight; an address of this machine is not shown as such."""
    if row.size == 0 or row.role is Role.GROUP:
        return ""
    shown = content.bytes[row.offset : row.end]
    if row.role is Role.POINTER:
        return _draw_words(row, shown)
    if row.role in BLANK or not shown:
        return (
            f'<span class="player__bytes"><i class="player__blank">{_blanks(row.size)}</i></span>'
        )
    lines = _lines(shown, may_point=not _PLAIN.match(row.type))
    return f'<code class="player__bytes">{" ".join(lines)}</code>'


def _draw_words(row: Row, shown: bytes) -> str:
    """A pointer's words: the address in words, beside it the numbers that its text names."""
    numbers = {int(found) for found in _COUNTS.findall(row.text)}
    words = [shown[at : at + ROW] for at in range(0, len(shown), ROW)]
    plain = [int.from_bytes(word, "little") in numbers for word in words]
    if row.size == ROW or len(shown) != row.size or plain.count(False) != 1:
        what = "address" if row.size == ROW else f"address, {row.size} bytes"
        return f'<span class="player__address">{what}</span>'
    drawn = (
        f"<i>{word.hex(' ')}</i>" if known else '<i class="player__word">address</i>'
        for word, known in zip(words, plain, strict=True)
    )
    return f'<code class="player__bytes">{" ".join(drawn)}</code>'


def _blanks(size: int) -> str:
    """Dots in the place of bytes that mean nothing, two for each; one row at most."""
    return " ".join(["··"] * size if size <= ROW else [*["··"] * (ROW - 1), "…"])


def _lines(shown: bytes, may_point: bool = False) -> Iterator[str]:
    """Rows of eight; in bytes that may hold addresses those are not shown."""
    if len(shown) <= LONGEST:
        parts = [shown[at : at + ROW] for at in range(0, len(shown), ROW)]
        yield from (_draw_line(part, may_point) for part in parts)
        return
    yield from _lines(shown[: LONGEST - ROW], may_point)
    left = len(shown) - LONGEST
    yield f'<i class="player__left">⋮ {bytes_of(left)}</i>'
    yield _draw_line(shown[-ROW:], may_point)


def _draw_line(part: bytes, may_point: bool) -> str:
    if may_point and _LOWEST <= int.from_bytes(part, "little") < _HIGHEST:
        return '<i class="player__word">address</i>'
    return f"<i>{part.hex(' ')}</i>"
