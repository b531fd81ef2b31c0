"""Where a figure comes from: what measured it, and where the evidence stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from macros.draw.escape import escape


@dataclass(frozen=True, slots=True)
class Source:
    """`toolchain` is what measured (`rustc 1.95.0, x86_64-unknown-linux-gnu`), empty for nothing;
    `evidence` the address of the evidence, empty for none."""

    toolchain: str = ""
    evidence: str = ""


NOWHERE: Final = Source()


def draw_source(source: Source) -> str:
    """Write the words behind a caption."""
    if not source.toolchain:
        return ""
    words = f"measured: {escape(source.toolchain)}"
    if source.evidence:
        words = f'<a href="{escape(source.evidence)}">{words}</a>'
    return f" <small>{words}</small>"
