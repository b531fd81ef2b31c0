"""What programs print about themselves, looked up in the snapshots of the same programs.

A line is `LABEL: PATH = NUMBER` or `LABEL: PATH is PATH = true`; the second path may begin with a
label of its own. A path is a variable, its parts, and what is asked of it: `ptr` (where it points),
`offset` (how far from the start of what it points into), `len`, `cap`, `strong`, `weak`, or of the
block that it points to its `size`, the bytes `used`, and how often it `moved`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.memory import Region, Snapshot, Spot, Value
from tests.snapped import block, moment, value

LINE = re.compile(r"(?P<label>[\w ]+): (?P<path>[\w.]+)(?: is (?P<other>.+))? = (?P<value>\S+)")
WORDS = {
    "len": r"len (\d+)",
    "cap": r"capacity (\d+)",
    "strong": r"strong (\d+)",
    "weak": r"weak (\d+)",
}


def misfits(printed: str, snapshots: Sequence[Snapshot]) -> list[str]:
    """The lines that the snapshots do not agree with."""
    lines = [line for line in printed.splitlines() if line]
    return [line for line in lines if not agrees(line, snapshots)]


def agrees(line: str, snapshots: Sequence[Snapshot]) -> bool:
    found = LINE.fullmatch(line)
    assert found, line
    here = moment(snapshots, found["label"])
    if found["other"] is None:
        return look_up(here, found["path"]) == found["value"]
    label, _, path = found["other"].rpartition(": ")
    there = moment(snapshots, label) if label else here
    same = place_of(here, found["path"]) == place_of(there, path)
    return same == (found["value"] == "true")


def place_of(snapshot: Snapshot, path: str) -> tuple[str, str, int]:
    """A place as region, name and offset; of a variable its own, of `x.ptr` where that leads."""
    name, _, rest = path.partition(".")
    if rest:
        spot = spot_of(find(snapshot, [name, *rest.split(".")[:-1]]))
        return spot.region, spot.name, spot.offset
    owner = next(
        frame
        for thread in snapshot.threads
        for frame in thread.frames
        if any(one.name == name for one in frame.variables)
    )
    return Region.STACK, f"{owner.function}: {name}", 0


def find(snapshot: Snapshot, path: Sequence[str]) -> Value:
    """A variable's part; what it does not have itself is looked for in the block it points to."""
    found = value(snapshot, path[0])
    for step in path[1:]:
        if step not in dict(found.parts) and found.spot is not None:
            inside = block(snapshot, found.spot.name).value
            assert inside is not None
            found = inside
        found = dict(found.parts)[step]
    return found


def spot_of(value: Value) -> Spot:
    assert value.spot is not None
    return value.spot


def look_up(snapshot: Snapshot, path: str) -> str:
    *steps, asked = path.split(".")
    found = find(snapshot, steps)
    if asked in WORDS:
        words = re.search(WORDS[asked], found.text)
        return words[1] if words else ""
    if asked == "offset":
        return str(spot_of(found).offset)
    if asked in ("size", "used", "moved"):
        return str(getattr(block(snapshot, spot_of(found).name), asked))
    return dict(found.parts)[asked].text
