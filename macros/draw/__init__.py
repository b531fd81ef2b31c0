"""Layouts → figures and tables, as HTML. Pure: the same values give the same bytes."""

from macros.draw.catalogue import TableRow, draw_layout_table
from macros.draw.figure import Figure, draw_figure
from macros.draw.source import Source

__all__ = ["Figure", "Source", "TableRow", "draw_figure", "draw_layout_table"]
