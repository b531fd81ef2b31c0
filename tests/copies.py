"""A copy of the repository to work in, as a contributor has it after `make`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.bootstrap import key, write_stamp

PROJECT = Path(__file__).resolve().parent.parent
_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "uv", "site", "reports", "__pycache__", ".*_cache"
)


def copy_project(folder: Path) -> Path:
    """The repository with its stored facts, and this Python as `.venv/bin/python`."""
    shutil.copytree(PROJECT, folder, ignore=_LEFT_OUT, symlinks=True)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    write_stamp(folder, (key(folder, "site"), key(folder, "test")))
    return folder


def run_in(
    folder: Path, script: str, shell: tuple[str, ...] = ("/bin/sh", "-c")
) -> tuple[int, str]:
    """Exit code and whole output of a script, run in `folder` as a person would run it."""
    make = ("PYTHON", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES")
    names = ("CI", "GITHUB_STEP_SUMMARY", "PYTHONPATH", "FORCE_COLOR", *make)
    done = subprocess.run(
        [*shell, script],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in names},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout
