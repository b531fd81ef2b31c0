"""Builds of one site, one after the other: each replaces the same folder as a whole."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path


class Turn:
    """A lock on a folder. The system lets go of it when this process dies."""

    def __init__(self) -> None:
        self.file = -1

    def take(self, folder: Path) -> None:
        """Wait until no other build holds the folder; give back what was held before."""
        self.give()
        self.file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        with suppress(OSError):  # a file system without locks: builds are not kept apart there
            fcntl.flock(self.file, fcntl.LOCK_EX)

    def give(self) -> None:
        """Let the next build begin."""
        if self.file >= 0:
            os.close(self.file)
        self.file = -1
