"""A printed line that changed ↔ what it is now, where only one line can be meant. Pure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Final

_CHANGING: Final = re.compile(
    r"\b(?:true|false)\b"
    r"|(?<!\w)[-\u2212]?(?:0x[0-9a-fA-F_]+|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9][0-9_]*(?:\.[0-9]+)*)"
)
_ALIKE: Final = 0.5
_LONGEST_NUMBER: Final = 100  # digits; int() refuses some thousand
_LONGEST: Final = 2000  # characters; comparing longer lines costs more than it shows


def plausible_line(wanted: str, printed: Sequence[str]) -> str:
    """The one printed line that the wanted one has become; empty where none or several may be it.

    Lines that differ in their numbers and truth values only come first, and of several the one
    where fewest of these differ; without such a line, those that resemble it.
    """
    lines = [line for line in dict.fromkeys(printed) if line.strip()]
    alike = [line for line in lines if shape_of(line) == shape_of(wanted)]
    alike = _nearest(wanted, alike) or [line for line in lines if _resemble(wanted, line)]
    return alike[0] if len(alike) == 1 else ""


def _nearest(wanted: str, lines: Sequence[str]) -> list[str]:
    """The lines of the same shape in which fewest parts are others."""
    parts = _CHANGING.findall(wanted)
    others = {
        line: sum(one != two for one, two in zip(parts, _CHANGING.findall(line), strict=True))
        for line in lines
    }
    return [line for line in lines if others[line] == min(others.values())]


def shape_of(line: str) -> str:
    """The line without its numbers and truth values."""
    return _CHANGING.sub("#", line.strip())


def part_values(line: str) -> tuple[int | None, ...]:
    """The whole numbers among the parts that `shape_of` leaves out, None for the other parts."""
    return tuple(_value_of(found[0]) for found in _CHANGING.finditer(line.strip()))


def _value_of(part: str) -> int | None:
    text = part.replace("\u2212", "-").replace(",", "").replace("_", "")
    if text in ("true", "false") or "." in text or len(text) > _LONGEST_NUMBER:
        return None
    return int(text, 16 if "x" in text else 10)


def _resemble(wanted: str, line: str) -> bool:
    if max(len(wanted), len(line)) > _LONGEST:
        return False
    return difflib.SequenceMatcher(None, wanted, line).ratio() >= _ALIKE
