"""A judged player → its row of evidence and its entry in `evidence.json`, pure."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.memory import Snapshot, SnapshotAnswer
from macros.model import Toolchain, Trouble, Verdict
from macros.players import Player
from macros.questions import AnyAnswer, AnyQuestion
from macros.render.facts import compiler_words, render_facts, verdict_words
from macros.report.command import COMMAND
from macros.reproduce import command_at_marks
from macros.reproduce_moments import marked_program

Entry = dict[str, object]


@dataclass(frozen=True, slots=True)
class ShownPlayer:
    """A player with its verdict, and its moments in the order in which they came."""

    player: Player
    verdict: Verdict
    snapshots: tuple[Snapshot, ...]

    @property
    def path(self) -> str:
        return self.player.call.place.path

    @property
    def title(self) -> str:
        return self.player.title or self.player.listing.title or self.player.listing.name

    def steps(self) -> Iterator[tuple[str, int]]:
        """The label of each step, with `#2` where a mark is reached again, and its line.

        The line is that of the snippet's file.
        """
        again = {one.label for one in self.snapshots if one.hit > 1}
        for one in self.snapshots:
            hit = f"#{one.hit}" if one.label in again else ""
            yield f"{one.label}{hit}", self.player.listing.lines[one.line - 1]


def show_player(
    player: Player, verdict: Verdict, answers: Mapping[AnyQuestion, AnyAnswer | Trouble]
) -> ShownPlayer:
    """The player with what was measured of it, if anything was."""
    answer = answers.get(player.question)
    moments = answer.snapshots if isinstance(answer, SnapshotAnswer) else ()
    return ShownPlayer(player, verdict, moments)


def render_player_row(shown: ShownPlayer, toolchain: Toolchain | None, url: str) -> str:
    """Write the player's steps, its program with the marks, and the link back."""
    player, verdict = shown.player, shown.verdict
    place = html.escape(f"{shown.path}:{player.call.place.line}")
    steps = "".join(
        f"<li>{html.escape(label)}, at line {line}</li>" for label, line in shown.steps()
    )
    program = html.escape(marked_program(player.listing))
    command = html.escape(command_at_marks(player.listing, toolchain))
    return "\n".join(
        [
            f'<section class="evidence" id="{player.id}">',
            f'<p class="evidence__sentence"><a href="{url}#{player.id}">'
            f"{html.escape(shown.title)}</a></p>",
            *render_facts(
                {
                    "fact": f"<ol>{steps}</ol>" if steps else "not measured",
                    "verdict": html.escape(verdict_words(verdict)),
                    "ground": "observed: measured here",
                    "compiler": html.escape(compiler_words(verdict, toolchain)),
                    "place": f"<code>{place}</code>",
                    "repeat": f"<code>{COMMAND} explain {place}</code>",
                }
            ),
            f"<details><summary>The whole program</summary><pre><code>{program}</code></pre>"
            f"<pre><code>{command}</code></pre></details>",
            "</section>",
        ]
    )


def player_entry(shown: ShownPlayer, toolchain: Toolchain | None) -> Entry:
    """The player for machines."""
    player, verdict = shown.player, shown.verdict
    return {
        "id": player.id,
        "page": shown.path,
        "place": str(player.call.place),
        "verdict": str(verdict.state),
        "title": shown.title,
        "snippet": player.listing.name,
        "steps": [{"label": label, "line": line} for label, line in shown.steps()],
        "toolchain": toolchain.release if toolchain else "",
        "target": toolchain.host if toolchain else "",
        "edition": player.question.edition,
        "program": marked_program(player.listing),
    }
