"""Snapshots of a running program → the memory player, as HTML. Pure."""

from macros.draw.player.player import Player, draw_player

__all__ = ["Player", "draw_player"]
