"""Printed lines that resemble one that was expected."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Final

_LONGEST: Final = 2000  # characters; comparing longer lines costs more than it shows


def nearest_line(wanted: str, lines: Sequence[str]) -> str:
    """The printed line that resembles the wanted one most, empty where none does."""
    candidates = [line for line in dict.fromkeys(lines) if line and len(line) <= _LONGEST]
    close = difflib.get_close_matches(wanted[:_LONGEST], candidates, n=1, cutoff=0.5)
    return close[0] if close else ""
