"""A command → what it cost: seconds of wall time, memory of the process and all it started."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.bench.memory import KIB, sampled


class CannotMeasure(Exception):
    """The benchmark would say something wrong, or nothing: a finding, or a command that failed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took.

    `seconds` are wall time, `processor` the seconds of all processors together. `largest` is the
    peak of the largest single process in bytes; `whole` the peak of all processes together, shared
    pages counted once, 0 where it was not sampled.
    """

    seconds: float
    processor: float
    largest: int
    whole: int
    output: str


def run_command(
    command: Sequence[str | Path],
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    sample: float = 0,
    codes: Sequence[int] = (0,),
) -> Cost:
    """Run a command that ends with one of `codes`. `sample` is the seconds between looks at its
    memory, 0 for none. Raises CannotMeasure with the start of its output where it fails.
    """
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(each) for each in command],
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=errors,
        )
        with sampled(process.pid, sample) as peak:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output, said = _read_back(printed), _read_back(errors)
    if process.returncode not in codes:
        raise CannotMeasure(_failure(command, process.returncode, output + said))
    processor = usage.ru_utime + usage.ru_stime
    return Cost(seconds, processor, usage.ru_maxrss * KIB, peak.bytes, output)


def _read_back(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def _failure(command: Sequence[str | Path], code: int, output: str) -> str:
    shown = " ".join(str(each) for each in command)
    return f"`{shown}` ended with {code}:\n{output[:3000]}"
