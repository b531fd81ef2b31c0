"""A player of the book and the snapshots of its program → the block that stands on the page."""

from __future__ import annotations

from collections.abc import Mapping

from macros.draw import player as drawing
from macros.draw.player import draw_player
from macros.memory import SnapshotAnswer
from macros.model import Listing, Toolchain, Trouble
from macros.players import Player
from macros.questions import AnyAnswer, AnyQuestion
from macros.renumber import lines_of_block


def render_player(
    player: Player, answers: Mapping[AnyQuestion, AnyAnswer | Trouble], toolchain: Toolchain | None
) -> str | None:
    """Draw the player; None where its program could not be stopped as its marks ask."""
    answer = answers.get(player.question)
    if not isinstance(answer, SnapshotAnswer) or not answer.snapshots:
        return None
    listing = player.listing
    return draw_player(
        drawing.Player(
            player.id,
            player.title or listing.title,
            listing.shown,
            1,
            answer.snapshots,
            _shown_lines(listing),
            f"rustc {toolchain.release}, {toolchain.host}" if toolchain else "",
        )
    )


def _shown_lines(listing: Listing) -> dict[int, int]:
    """The line of the code block for each line of the source that is shown there."""
    numbers = lines_of_block(listing, "").numbers
    return {line: number for line, number in enumerate(numbers, start=1) if number}
