"""`mkdocs serve` started on a free port, a file edited, and the seconds until its page changes."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

from tests.bench.measure import CannotMeasure

PATIENCE = 60.0
"""How many seconds a server may take for anything."""
STARTED, REBUILDING, REBUILT = "Serving on", "Building documentation", "Reloading browsers"


@dataclass(frozen=True, slots=True)
class Rebuild:
    """Seconds from the start of the rebuild, and from the edit, to the changed page.

    MkDocs looks at the files twice a second, so only the first can be compared.
    """

    rebuilding: float
    waiting: float


@dataclass(frozen=True, slots=True)
class Preview:
    """A running server: its address and the lines it writes, with the times they came."""

    address: str
    lines: Queue[tuple[float, str]]

    def time_edit(self, edit: Callable[[], str]) -> Rebuild:
        """Edit a file with `edit`, which returns the words that the first page then holds."""
        while not self.lines.empty():
            self.lines.get()
        edited = time.perf_counter()
        words = edit()
        started = self.wait_for(REBUILDING)
        self.wait_for(REBUILT)
        page = self.read_first_page()
        changed = time.perf_counter()
        if words not in page:
            raise CannotMeasure(f"the page does not hold {words!r} after its rebuild")
        return Rebuild(changed - started, changed - edited)

    def wait_for(self, words: str) -> float:
        """Wait for a line of the server and return when it came."""
        end = time.perf_counter() + PATIENCE
        while (left := end - time.perf_counter()) > 0:
            try:
                when, line = self.lines.get(timeout=left)
            except Empty:
                break
            if "ERROR" in line or "Traceback" in line:
                raise CannotMeasure(f"mkdocs serve reports a finding: {self._rest_of(line)}")
            if words in line:
                return when
        raise CannotMeasure(f"mkdocs serve did not write {words!r} within {PATIENCE:.0f} s")

    def _rest_of(self, line: str) -> str:
        time.sleep(0.5)
        lines = [line, *(self.lines.get()[1] for _ in range(self.lines.qsize()))]
        return "".join(lines)[:3000]

    def read_first_page(self) -> str:
        """Read the first page as a browser does."""
        try:
            with urllib.request.urlopen(f"{self.address}/index.html", timeout=PATIENCE) as reply:  # noqa: S310
                return str(reply.read().decode())
        except urllib.error.URLError as error:
            raise CannotMeasure(f"mkdocs serve does not answer: {error.reason}") from error


@contextmanager
def started_preview(root: Path, configuration: str) -> Iterator[Preview]:
    """Start a server, wait for its first build, and end it at the end of the block."""
    address = f"127.0.0.1:{find_port()}"
    command = [sys.executable, "-u", "-m", "mkdocs", "serve", "-a", address, "-f", configuration]
    process = subprocess.Popen(
        command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        preview = Preview(f"http://{address}", _listen(process.stderr))
        preview.wait_for(STARTED)
        yield preview
    finally:
        _end(process)


def find_port() -> int:
    """Find a port of the loopback interface that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _listen(stream: IO[str]) -> Queue[tuple[float, str]]:
    lines: Queue[tuple[float, str]] = Queue()

    def listen() -> None:
        for line in stream:
            lines.put((time.perf_counter(), line))

    Thread(target=listen, daemon=True).start()
    return lines


def _end(process: subprocess.Popen[str]) -> None:
    """Interrupt it as a person would, so that it removes its folder; then less kindly."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
