"""Executables → runs: what the harness is told, and what it answers."""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.model import Run
from macros.report import say_programs
from macros.rust.diagnostics import RUST
from macros.rust.processes import run_process

OUTPUT_LIMIT = 64 << 10
PATIENCE = 30.0
"""Seconds that the harness has beyond what its programs may take."""
FOLDER = b"$DIR"
"""What stands for a program's own folder in what it printed."""

STOPPED: Mapping[str, Literal["time", "output"]] = {"time": "time", "output": "output"}

_HEADER = re.compile(rb"(\d+) (code|signal|time|output|fault) (\d+) (\d+) (\d+)\n")
_END = re.compile(rb"end (caged|plain)\n\Z")
_LIBRARY = re.compile(rb"/rustc/[0-9a-f]{40}(?=/)")
_THREAD = re.compile(r"^(thread '.*') \(\d+\) (?=panicked at |has overflowed its stack$)", re.M)
_FRAMES = re.compile(r"^stack backtrace:\n(?:[ ]+\d+: .*\n(?:[ ]+at .*\n)*)+", re.M)
"""A panic that ends the process tells its calls unasked, with addresses and names of this build."""
_BACKTRACE = re.compile(r"^note: run with `RUST_BACKTRACE=1` environment variable .*\n", re.M)


@dataclass(frozen=True, slots=True)
class Job:
    """A program to run: an entry of the harness's crate, or an executable; `timeout` in seconds."""

    number: int
    work: int | Path
    timeout: int


@dataclass(frozen=True, slots=True)
class Results:
    """What programs did, by number, or why there is no run of them.

    `isolated` says whether they had namespaces of their own.
    """

    runs: Mapping[int, Run]
    lost: Mapping[int, str]
    isolated: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """One answer of the harness: `how` and `value` as harness.rs describes them."""

    number: int
    how: str
    value: int
    stdout: bytes
    stderr: bytes


def run_jobs(
    harness: Path, jobs: Sequence[Job], folder: Path, *, workers: int, isolate: bool
) -> Results:
    """Run programs under the harness, `workers` at a time, each in a folder of its own.

    `folder` is made, and gone at the end.
    """
    folder.mkdir()
    folder.chmod(0o711)
    try:
        finished = run_process(
            (str(harness),),
            cwd=folder,
            env={},
            timeout=_most_seconds(jobs, workers),
            input=write_jobs(jobs, folder, workers=workers, isolate=isolate),
            limit=len(jobs) * (2 * OUTPUT_LIMIT + 100) + 100,
        )
    finally:
        remove_folder(folder)
    answers, isolated = read_answers(finished.stdout)
    runs = {one.number: _run(one, folder) for one in answers if one.how != "fault"}
    reasons = {
        one.number: say_programs.fault(os.strerror(one.value))
        for one in answers
        if one.how == "fault"
    }
    silence = say_programs.no_result(finished.stderr.decode(errors="replace"))
    missing = [job.number for job in jobs if job.number not in runs]
    lost = {number: reasons.get(number, silence) for number in missing}
    return Results(runs, lost, bool(isolated))


def _most_seconds(jobs: Sequence[Job], workers: int) -> float:
    timeouts = [job.timeout for job in jobs]
    return PATIENCE + max(timeouts, default=0) + sum(timeouts) / workers


def write_jobs(jobs: Sequence[Job], folder: Path, *, workers: int, isolate: bool) -> bytes:
    """What the harness reads from its standard input."""
    lines = [f"{workers} {'caged' if isolate else 'plain'} {folder}"]
    for job in jobs:
        kind = "entry" if isinstance(job.work, int) else "exec"
        lines.append(f"{kind} {job.number} {job.timeout * 1000} {job.work}")
    return b"".join(os.fsencode(line) + b"\n" for line in lines)


def read_answers(output: bytes) -> tuple[tuple[Ended, ...], bool | None]:
    """All whole answers, and whether programs were isolated: None where the output breaks off."""
    found: list[Ended] = []
    at = 0
    while header := _HEADER.match(output, at):
        number, value, *sizes = (int(header[group]) for group in (1, 3, 4, 5))
        middle = header.end() + sizes[0]
        at = middle + sizes[1]
        if at > len(output):
            return tuple(found), None
        how = header[2].decode()
        found.append(Ended(number, how, value, output[header.end() : middle], output[middle:at]))
    end = _END.match(output, at)
    return tuple(found), end[1] == b"caged" if end else None


def _run(ended: Ended, folder: Path) -> Run:
    own = folder / str(ended.number)
    stdout, stderr = (_without_folder(stream, own) for stream in (ended.stdout, ended.stderr))
    text = stderr.decode(errors="replace")
    return Run(
        stdout=stdout.decode(errors="replace"),
        stderr=_FRAMES.sub("", _BACKTRACE.sub("", _THREAD.sub(r"\1 ", text))),
        code=ended.value if ended.how == "code" else None,
        signal=signal_name(ended.value) if ended.how == "signal" else "",
        stopped=STOPPED.get(ended.how, ""),
        valid=_is_utf8(stdout) and _is_utf8(stderr),
    )


def _without_folder(stream: bytes, own: Path) -> bytes:
    """Replace the folder in every spelling, and Rust's own: they say nothing of the program."""
    for path in (own, own.resolve()):
        stream = stream.replace(os.fsencode(path), FOLDER)
    return _LIBRARY.sub(RUST.encode(), stream)


def _is_utf8(stream: bytes) -> bool:
    try:
        stream.decode()
    except UnicodeDecodeError:
        return False
    return True


def signal_name(number: int) -> str:
    """`SIGSEGV` for 11; `SIG40` for one without a name."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"SIG{number}"


def remove_folder(folder: Path) -> None:
    """Remove what programs left behind, whatever permissions they gave it and however deep."""
    with suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    for tool in (("chmod", "-R", "u+rwX"), ("rm", "-rf")):
        if folder.exists():
            command = (*tool, "--", str(folder))
            run_process(command, cwd=folder.parent, env={"PATH": os.defpath}, timeout=PATIENCE)
