"""A listing → the program whose system calls are counted, and the command that shows them. Pure."""

from __future__ import annotations

import shlex
from pathlib import PurePosixPath

from macros.model import Listing
from macros.rust.crate import module_path
from macros.rust.tracing.program import BEGINS, ENDS, FLAGS, write_traced


def traced_program(listing: Listing) -> str:
    """The source with the two calls that show where `main` begins and ends."""
    return write_traced(listing) or listing.source


def following_command(listing: Listing) -> str:
    """Build the program, and show the system calls between the two that ask for no file."""
    name = PurePosixPath(module_path(listing.name)).name
    flags = [one for one in FLAGS if not one.startswith("--crate-name")]
    asked = listing.directives
    named = (f"--edition={asked.edition}", "--crate-name=fact", name)
    compiled = shlex.join(["rustc", *flags, *asked.flags, *named])
    between = f"sed -n '\\|{BEGINS}|,\\|{ENDS}|p' calls"
    return f"{compiled} && strace -f -q -e signal=none -o calls ./fact && {between}"
