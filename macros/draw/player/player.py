"""A program's snapshots → its player: the listing, and every step below the one before.

The HTML is one block for Markdown: it begins with a block tag and has no empty line. All steps are
in it; the script shows one at a time, and without it they stand one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.draw.escape import escape
from macros.draw.player.cards import Drawer
from macros.draw.player.changes import Before, before_of
from macros.draw.player.places import Places, called_again
from macros.draw.player.words import Narrator
from macros.memory import Snapshot

BACK = (("first", "«", "First step"), ("previous", "‹ Previous", ""))
ON = (("next", "Next ›", ""), ("last", "»", "Last step"))
"""What each button does, shows, and is called where its sign alone does not say it."""


@dataclass(frozen=True, slots=True)
class Player:
    """What an author asked for, with one snapshot at least.

    `code` is the listing that readers see and `first_line` the number of its first line. `lines`
    leads from a line of the source to one of `code`, from 1; a line that is not shown is in none.
    `toolchain` says what compiled it (`rustc 1.95.0, x86_64-unknown-linux-gnu`).
    """

    id: str
    title: str
    code: str
    first_line: int
    snapshots: tuple[Snapshot, ...]
    lines: Mapping[int, int]
    toolchain: str = ""

    @property
    def prefix(self) -> str:
        """What every id inside begins with."""
        return re.sub(r"[^A-Za-z0-9-]+", "-", self.id)

    def line_of(self, line: int) -> int | None:
        """The number that readers see of a line of the source, None where it is not shown."""
        shown = self.lines.get(line, 0)
        return shown + self.first_line - 1 if shown > 0 else None


def draw_player(player: Player) -> str:
    """Write the player; the same values give the same bytes."""
    label = escape(f"Memory, step by step: {player.title}" if player.title else "Memory")
    return "\n".join(
        [
            f'<section class="player" id="{player.prefix}" role="group" aria-label="{label}">',
            *_draw_bar(player),
            *_draw_listing(player),
            '<div class="player__steps">',
            *_draw_steps(player),
            "</div>",
            *_draw_foot(player),
            "</section>",
        ]
    )


def _draw_bar(player: Player) -> Iterator[str]:
    """The title, and the buttons that the script shows."""
    if player.title:
        yield f'<p class="player__title">{escape(player.title)}</p>'
    yield '<div class="player__bar" hidden="">'
    yield from (_draw_button(*button) for button in BACK)
    yield f'<span class="player__position" aria-hidden="true">1 / {len(player.snapshots)}</span>'
    yield from (_draw_button(*button) for button in ON)
    yield "</div>"
    yield '<p class="player__said" aria-live="polite"></p>'


def _draw_button(name: str, shown: str, called: str) -> str:
    label = f' aria-label="{called}"' if called else ""
    return f'<button type="button" class="player__button" data-go="{name}"{label}>{shown}</button>'


def _draw_listing(player: Player) -> Iterator[str]:
    """The code, with the steps that stop at each line as links."""
    stops: dict[int | None, list[int]] = {}
    for number, snapshot in enumerate(player.snapshots, start=1):
        stops.setdefault(player.line_of(snapshot.line), []).append(number)
    yield '<div class="player__listing" data-search-exclude="">'
    yield '<ol class="player__lines" role="list">'
    for line, text in enumerate(player.code.rstrip("\n").split("\n"), start=player.first_line):
        links = "".join(
            f'<a href="#{player.prefix}-{number}" aria-label="step {number}">{number}</a>'
            for number in stops.get(line, ())
        )
        indent = len(text) - len(text.lstrip(" "))
        steps = f'<span class="player__stops">{links}</span>' if links else ""
        yield (
            f'<li class="player__line" data-line="{line}"><span class="player__number">{line}'
            f'</span><code style="--indent:{indent}">{escape(text)}</code>{steps}</li>'
        )
    yield "</ol>"
    yield "</div>"


def _draw_steps(player: Player) -> Iterator[str]:
    before: Before | None = None
    numbered = called_again(player.snapshots)
    for number, snapshot in enumerate(player.snapshots, start=1):
        places = Places(f"{player.prefix}-{number}", snapshot, numbered)
        yield from _draw_step(player, number, places, before)
        before = before_of(places)


def _draw_step(player: Player, number: int, places: Places, before: Before | None) -> Iterator[str]:
    line = player.line_of(places.snapshot.line)
    now = "" if line is None else f' data-now="{line}"'
    callers = " ".join(str(each) for each in _caller_lines(player, places))
    anchor = f"{player.prefix}-{number}"
    sentences = Narrator(places, before, player.line_of).sentences()
    yield f'<div class="player__step" id="{anchor}"{now} data-callers="{callers}">'
    yield f'<p class="player__heading" id="{anchor}-heading">{_heading(player, number, line)}</p>'
    yield from _draw_excerpt(player, line)
    yield f'<p class="player__words">{escape(" ".join(sentences))}</p>'
    only_stack = not any(each.blocks or each.statics for each in player.snapshots)
    yield from Drawer(places, before, player.line_of, only_stack).draw()
    yield "</div>"


def _heading(player: Player, number: int, line: int | None) -> str:
    snapshot = player.snapshots[number - 1]
    again = sum(each.label == snapshot.label for each in player.snapshots) > 1
    hit = f", time {snapshot.hit}" if again else ""
    where = f" · line {line}" if line is not None else ""
    return f"Step {number} of {len(player.snapshots)}: {escape(snapshot.label)}{hit}{where}"


def _caller_lines(player: Player, places: Places) -> list[int]:
    """The lines at which calls wait, and where other threads are."""
    lines = (player.line_of(place.frame.line) for place in places.frames)
    now = player.line_of(places.snapshot.line)
    return sorted({line for line in lines if line is not None and line != now})


def _draw_excerpt(player: Player, line: int | None) -> Iterator[str]:
    """The line of code that has just run: for readers who see all steps below the listing."""
    if line is not None:
        text = player.code.split("\n")[line - player.first_line].strip()
        yield f'<p class="player__excerpt"><code>{escape(text)}</code></p>'


def _draw_foot(player: Player) -> Iterator[str]:
    """What the marks of the listing mean, and what compiled it."""
    measured = f"<small>measured: {escape(player.toolchain)}</small>" if player.toolchain else ""
    yield (
        '<p class="player__legend"><span class="player__marks">▶ has just run · ▷ waits for a call '
        f"to return · </span>① the step after that line · {measured}</p>".replace(" · </p>", "</p>")
    )
