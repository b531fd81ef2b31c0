"""The way in: bytes and probes → layouts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.layout import Layout
from macros.rust.dwarf.nouns import Missing, Probe


def read_layouts(
    data: bytes, probes: Sequence[Probe], aligns: Mapping[str, int]
) -> tuple[Layout | Missing, ...]:
    """The layout of each probe's type, in their order.

    `aligns` gives the aligns of the primitive types on the object's target, in bytes (`u64` → 8),
    since debug information has none for them; those of pointers are that of `usize`.
    Raises UnreadableObject where the bytes cannot be understood.
    """
    raise NotImplementedError(data, probes, aligns)
