"""A listing with marks → the program with its marks as comments, and the command that stops there.

The generator itself turns each mark into a call and stops at that; whoever repeats it by hand
stops at the line of the comment, which gdb takes for the next line with code. Pure.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from macros.model import Listing, Mark
from macros.rust.crate import module_path
from macros.rust.snapshots.program import FLAGS

GDB: Final = ("gdb", "-nx", "-batch", "-iex", "set auto-load off")


def marked_program(listing: Listing) -> str:
    """The source with a comment where each snapshot is taken."""
    return "\n".join(line for line, _ in _marked_lines(listing))


def stopping_command(listing: Listing) -> str:
    """Build the program for a debugger, stop it at each mark, and show all frames there."""
    name = PurePosixPath(module_path(listing.name)).name
    flags = [one for one in FLAGS if not one.startswith("--emit")]
    asked = listing.directives
    named = (f"--edition={asked.edition}", "--crate-name=fact", name)
    compiled = shlex.join(["rustc", *asked.flags, *flags, *named])
    lines = [number for number, (_, is_mark) in enumerate(_marked_lines(listing), 1) if is_mark]
    stops = [f"break {name}:{number}" for number in lines]
    shown = ["backtrace full", "continue"] * len(lines)
    commands = [*stops, "run", *shown[:-1]]
    told = [word for command in commands for word in ("-ex", command)]
    return f"{compiled} && {shlex.join([*GDB, *told, './fact'])}"


def _marked_lines(listing: Listing) -> Iterator[tuple[str, bool]]:
    """The lines of the program, each with whether it is the comment of a mark."""
    for number, line in enumerate(listing.source.split("\n"), start=1):
        indent = line[: len(line) - len(line.lstrip())]
        for mark in listing.marks:
            if mark.before == number:
                yield f"{indent}{comment_of(mark)}", True
        yield line, False


def comment_of(mark: Mark) -> str:
    """The mark as its author writes it."""
    shown = f", show: {', '.join(mark.show)}" if mark.show else ""
    return f"//@ snapshot: {mark.label}{shown}"
