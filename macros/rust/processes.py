"""The only place that starts programs: a command in, its exit code and output out."""

from __future__ import annotations

import os
import resource
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from macros.report import say_tools

OUTPUT_LIMIT = 64 << 20
CHUNK = 1 << 16
PATIENCE = 0.2
"""Seconds between two looks whether the program ended while a child still holds its output."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A program that ended, or was ended by us.

    `code` is the exit code, or minus the number of the signal that ended it; `seconds` is wall
    time. `cut` says that more was printed than was kept.
    """

    code: int
    stdout: bytes
    stderr: bytes
    seconds: float
    timed_out: bool
    cut: bool = False


def run_process(  # noqa: PLR0913 - the whole world of a program, in one call
    command: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str],
    timeout: float,
    input: bytes = b"",
    limit: int = OUTPUT_LIMIT,
    memory: int = 0,
) -> Finished:
    """Run a program in a session of its own and wait until it ends, `timeout` seconds at most.

    When it ends, by itself or not, everything it started in its session is ended too.
    At most `limit` bytes of each stream are kept. Standard input is `input`. `memory` bounds the
    program's address space in bytes, where the system can do that; 0 leaves it unbounded.
    Raises Trouble where the program cannot be started.
    """
    start = time.monotonic()
    with _standard_input(input) as stdin, _started(command, cwd, env, stdin) as process:
        _limit(process.pid, memory, timeout)
        streams = _read_streams(process, start + timeout, limit)
        timed_out = not _ended(process, start + timeout)
        _end_group(process)
        code = process.wait()
    stdout, stderr = (b"".join(stream.chunks) for stream in streams)
    cut = any(stream.cut for stream in streams)
    return Finished(code, stdout, stderr, time.monotonic() - start, timed_out, cut)


class _Stream:
    """What was read from one pipe so far."""

    def __init__(self, pipe: IO[bytes], limit: int) -> None:
        self.pipe = pipe
        self.room = limit
        self.chunks: list[bytes] = []
        self.cut = False

    def read(self) -> bool:
        """Take what is there; False at the end of the stream."""
        chunk = os.read(self.pipe.fileno(), CHUNK)
        if len(chunk) > self.room:
            self.cut = True
        if self.room:
            self.chunks.append(chunk[: self.room])
            self.room -= len(self.chunks[-1])
        return bool(chunk)


@contextmanager
def _standard_input(data: bytes) -> Iterator[IO[bytes] | int]:
    """A file, so that a program that never reads it cannot block us."""
    if not data:
        yield subprocess.DEVNULL
        return
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        yield file


@contextmanager
def _started(
    command: Sequence[str], cwd: Path, env: Mapping[str, str], stdin: IO[bytes] | int
) -> Iterator[subprocess.Popen[bytes]]:
    try:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=env,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,
        )
    except OSError as error:
        if not cwd.is_dir():
            raise say_tools.folder_missing(str(cwd)) from error
        raise say_tools.program_missing(command[0], error.strerror or str(error)) from error
    try:
        yield process
    finally:
        _end_group(process)
        process.wait()
        for pipe in (process.stdout, process.stderr):
            if pipe:
                pipe.close()


def _read_streams(
    process: subprocess.Popen[bytes], deadline: float, limit: int
) -> tuple[_Stream, _Stream]:
    """Read both pipes until they end, the time is used up, or only the program's children live."""
    if process.stdout is None or process.stderr is None:
        raise AssertionError("both streams are pipes")
    streams = (_Stream(process.stdout, limit), _Stream(process.stderr, limit))
    with selectors.DefaultSelector() as selector:
        for stream in streams:
            selector.register(stream.pipe, selectors.EVENT_READ, stream)
        while selector.get_map() and (left := deadline - time.monotonic()) > 0:
            ready = selector.select(min(left, PATIENCE))
            for key, _ in ready:
                if not key.data.read():
                    selector.unregister(key.fileobj)
            if not ready and process.poll() is not None:
                break
    return streams


def _ended(process: subprocess.Popen[bytes], deadline: float) -> bool:
    """Whether the program ended by itself before the deadline."""
    try:
        process.wait(max(deadline - time.monotonic(), 0))
    except subprocess.TimeoutExpired:
        return False
    return True


def _limit(pid: int, memory: int, timeout: float) -> None:
    """Bound a program that just started; only Linux can do that from outside.

    Should we be killed, nobody watches the clock any more: its processor time ends a program that
    is allowed no memory without end.
    """
    if memory and hasattr(resource, "prlimit"):
        seconds = (os.cpu_count() or 1) * (int(timeout) + 1)
        with suppress(ProcessLookupError):
            resource.prlimit(pid, resource.RLIMIT_AS, (memory, memory))
            resource.prlimit(pid, resource.RLIMIT_CPU, (seconds, seconds + 1))


def end_children(folder: Path, prefix: str) -> None:
    """End every program of ours that works below a folder `prefix…` in `folder`.

    For an interrupt: the threads that wait for these programs then find that they ended. Only
    Linux tells what programs those are; elsewhere they are waited for.
    """
    for children in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            for pid in children.read_text().split():
                if _works_below(pid, str(folder.resolve() / prefix)):
                    os.killpg(int(pid), signal.SIGKILL)


def _works_below(pid: str, start: str) -> bool:
    try:
        return str(Path(f"/proc/{pid}/cwd").readlink()).startswith(start)
    except OSError:
        return False


def _end_group(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
