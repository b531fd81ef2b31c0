"""A listing with marks → the program that is built for the debugger. Pure.

A mark becomes a call in front of the line that follows it, so every line keeps its number. The
allocator that keeps a log is a module behind the listing's last line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from macros.model import Listing

LOG: Final = Path(__file__).with_name("log.rs")
LOG_LINES: Final = 1 << 14
"""How many requests to the allocator the log holds; the same number stands in `log.rs`."""
FLAGS: Final = (
    "--crate-type=bin",
    "--emit=link",
    "--cap-lints=allow",
    "-Ccodegen-units=1",
    "-g",
    "-Copt-level=0",
    "-Cforce-frame-pointers=yes",
)


def write_program(listing: Listing) -> str:
    """The listing's source with a call at each mark, and the log behind it."""
    lines = listing.source.split("\n")
    for number, mark in enumerate(listing.marks):
        lines[mark.before - 1] = f"crate::__snapshots::mark({number}); {lines[mark.before - 1]}"
    return "\n".join((*lines, LOG.read_text("utf-8")))


OURS: Final = re.compile(r"\b(?:__snapshots|rust_memory_stop|RUST_MEMORY_(?:LOG|COUNT))\b")
_OPTIMISED: Final = re.compile(r"-O|-Copt-level=[123sz]|-Clto(?:=(?:thin|fat))?")


def find_own_names(listing: Listing) -> tuple[int, str] | None:
    """Where the source has a name that the debugged program needs: the line and the name."""
    for number, line in enumerate(listing.source.split("\n"), start=1):
        found = OURS.search(line)
        if found is not None:
            return number, found[0]
    return None


def find_optimising(listing: Listing) -> str:
    """The first flag with which variables would be gone; empty where there is none."""
    flags = listing.directives.flags
    return next((one for one in flags if _OPTIMISED.fullmatch(one)), "")
