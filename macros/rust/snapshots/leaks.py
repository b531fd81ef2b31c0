"""Snapshots → the addresses of the machine that a program wrote into its texts. Pure.

A number that is an address is drawn as one; in a text it would stand as it is, and differ from
build to build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from macros.memory import Snapshot
from macros.rust.snapshots.raw import RawMoment

_NUMBER: Final = re.compile(rb"(?<![0-9A-Za-z])(?:0x[0-9a-fA-F]{5,16}|[0-9]{6,20})(?![0-9A-Za-z])")


def find_written_addresses(
    snapshots: Sequence[Snapshot], moments: Sequence[RawMoment]
) -> Iterator[tuple[Snapshot, str]]:
    """Each address that stands in the drawn bytes of a snapshot, as the program wrote it."""
    for snapshot, moment in zip(snapshots, moments, strict=True):
        drawn = [one.bytes for one in snapshot.blocks] + [one.bytes for one in snapshot.statics]
        for found in (found for data in drawn for found in _NUMBER.findall(data)):
            if moment.is_address(int(found, 0 if found.startswith(b"0x") else 10)):
                yield snapshot, found.decode()
