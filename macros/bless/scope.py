"""The places that a command names: `docs/copy.md`, `docs/copy.md:12` or `docs/copy.md:12:7`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from macros.bless.nouns import Blessing
from macros.book import relative_name
from macros.model import Place
from macros.report import say_bless
from macros.verify import Verification

_PLACE: Final = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+)(?::(?P<column>\d+))?)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Named:
    """A place as it was written, read: `path` is a file or a folder; 0 is any line or column."""

    written: str
    path: str
    line: int = 0
    column: int = 0

    def covers(self, place: Place) -> bool:
        if self.path not in (place.path, ".") and not place.path.startswith(f"{self.path}/"):
            return False
        if self.line and not place.line <= self.line <= place.end_line:
            return False
        start, end = (place.line, place.column), (place.end_line, place.end_column)
        here = (self.line, self.column)
        return not self.column or here == start or start < here < end


def read_place(written: str, root: Path) -> Named:
    """A place, its path taken relative to the book or, where no such file is, as it is."""
    found = _PLACE.fullmatch(written)
    if found is None:
        return Named(written, written)
    path = Path(found["path"])
    inside = root / path
    named = relative_name(root, inside if inside.exists() or not path.exists() else path)
    return Named(written, named, int(found["line"] or 0), int(found["column"] or 0))


def choose(blessing: Blessing, named: Sequence[Named]) -> Blessing:
    """What stands at the named places; everything where none is named.

    Raises Trouble where two of the places name the same thing.
    """
    places = [*(one.place for one in blessing.corrections), *(one.place for one in blessing.needs)]
    for one, two in combinations(named, 2):
        is_same = (one.path, one.line, one.column) == (two.path, two.line, two.column)
        if is_same or any(one.covers(place) and two.covers(place) for place in places):
            raise say_bless.named_twice(one.written, two.written)
    if not named:
        return blessing
    return Blessing(
        tuple(one for one in blessing.corrections if any(at.covers(one.place) for at in named)),
        tuple(one for one in blessing.needs if any(at.covers(one.place) for at in named)),
    )


def empty_places(found: Verification, named: Sequence[Named]) -> tuple[str, ...]:
    """The places at which no claim, no listing and no finding stands."""
    places = [
        *(claim.place for claim in found.claims.claims),
        *(listing.place for listing in found.listings.values()),
        *(one.place for each in found.listings.values() for one in each.expectations),
        *(finding.place for finding in found.report.all_findings),
    ]
    return tuple(each.written for each in named if not any(each.covers(at) for at in places))
