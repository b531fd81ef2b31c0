"""Layouts → figures and tables, as HTML. Pure: the same values give the same bytes."""

from macros.draw.catalogue import TableRow, draw_layout_table
from macros.draw.figure import Figure, draw_figure

__all__ = ["Figure", "TableRow", "draw_figure", "draw_layout_table"]
