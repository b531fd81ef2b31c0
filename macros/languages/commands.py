"""A listing in another language → the command that shows what its tool does with it. Pure."""

from __future__ import annotations

import shlex
from pathlib import PurePosixPath
from typing import Final

from macros.model import Language, Listing

TSC: Final = (
    *("--noEmit", "--strict", "--pretty", "false"),
    *("--target", "es2022", "--moduleDetection", "force"),
)
"""Types are checked as strictly as can be; each file is a module, with names of its own."""


def file_name(listing: Listing) -> str:
    return PurePosixPath(listing.name).name


def command_of_tool(listing: Listing) -> str:
    """For a file with the listing's text."""
    name = file_name(listing)
    words = {
        Language.JAVASCRIPT: ("node", *listing.directives.flags, name),
        Language.GO: ("go", "run", *listing.directives.flags, name),
        Language.TYPESCRIPT: ("tsc", *TSC, name),
    }
    return shlex.join(words[listing.language])
