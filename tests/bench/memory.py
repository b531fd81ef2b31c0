"""The memory of a process and of everything it started, read from Linux's `/proc`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

PROC = Path("/proc")
KIB = 1024


class Peak:
    """The largest sum seen so far, in bytes; written by the sampling thread only."""

    def __init__(self) -> None:
        self.bytes = 0


@contextmanager
def sampled(process: int, interval: float) -> Iterator[Peak]:
    """Look at the process tree every `interval` seconds (0: never) while the block runs."""
    peak, done = Peak(), Event()

    def watch() -> None:
        while not done.wait(interval):
            peak.bytes = max(peak.bytes, sum(map(memory_of, tree_of(process))))

    thread = Thread(target=watch)
    if interval:
        thread.start()
    try:
        yield peak
    finally:
        done.set()
        if interval:
            thread.join()


def tree_of(process: int) -> Iterator[int]:
    """Find the process and its descendants, by id."""
    yield process
    for path in _tasks(process):
        for child in _read(path / "children").split():
            yield from tree_of(int(child))


def _tasks(process: int) -> list[Path]:
    try:
        return list((PROC / str(process) / "task").iterdir())
    except OSError:
        return []


def memory_of(process: int) -> int:
    """Return the bytes a process holds, its share of shared pages; all of them where the system
    does not tell the share."""
    folder = PROC / str(process)
    share = find_kib(_read(folder / "smaps_rollup"), "Pss")
    return share or find_kib(_read(folder / "status"), "VmRSS")


def find_kib(text: str, name: str) -> int:
    """Find a line such as `Pss:  12 kB` and return its bytes; 0 where there is none."""
    found = re.search(rf"^{name}:\s+(\d+) kB$", text, re.MULTILINE)
    return int(found[1]) * KIB if found else 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:  # it ended meanwhile, or it is another user's
        return ""
