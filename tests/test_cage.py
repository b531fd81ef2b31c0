"""The cage of followed programs: it ends with us, however we end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.rust.cage import find_cage
from tests.test_other_languages import needs_node
from tests.tiny import write_book

WAITS = """\
import sys
from pathlib import Path
from macros.rust.cage import ENVIRONMENT, find_cage
from macros.rust.processes import run_process
folder = Path(sys.argv[1])
run_process((*find_cage(folder), *sys.argv[2:]), cwd=folder, env=ENVIRONMENT, timeout=50)
"""
ENDLESS = "//! It does not end.\n//@ timeout: 50\nfor (;;) {}\n"


def running(word: str, words: int = 0) -> list[int]:
    """The processes whose command ends so and has as many words, without those that ended."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            command = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")[:-1]
        except OSError:
            continue
        is_one = command[-1:] == [word] and len(command) == (words or len(command))
        if folder.name.isdecimal() and is_one:
            found.append(int(folder.name))
    return found


def waits_for(is_so: Callable[[], bool], seconds: float) -> bool:
    """Whether it becomes so within this time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.02)
    return False


def leaves(command: list[str], word: str) -> list[int]:
    """What is left of a command that is killed while a program, called with this word, runs."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as ours:
        try:
            assert waits_for(lambda: running(word, words=2) != [], 30)
        finally:
            ours.send_signal(signal.SIGKILL)
    waits_for(lambda: not running(word), 2)
    left = running(word)
    for process in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return left


def test_a_program_ends_with_the_one_that_started_its_cage() -> None:
    """Killed as it is, that one can end nothing any more; another user changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        if not find_cage(Path(folder)):
            pytest.skip("this machine has no cage")
        word = f"{100_000 + os.getpid()}.5"
        command = [sys.executable, "-c", WAITS, folder, "sleep", word]
        assert leaves(command, word) == []


@needs_node
def test_a_check_that_is_killed_leaves_no_process(tmp_path: Path) -> None:
    """Neither node nor what guards it."""
    if not find_cage(tmp_path):
        pytest.skip("this machine has no cage")
    name = f"endless_{os.getpid()}"
    page = f'# Page\n\n{{{{ snippet("{name}") }}}}\n'
    root = write_book(tmp_path, {"page.md": page}, {f"{name}.js": ENDLESS})
    command = [sys.executable, "-m", "macros", "check", "--root", str(root)]
    assert leaves(command, f"{name}.js") == []
