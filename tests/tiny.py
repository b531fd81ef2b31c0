"""Tiny books for tests: written to a folder, checked by the command line in this process."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.__main__ import main


@dataclass(frozen=True)
class Checked:
    """What a command printed and how it ended."""

    code: int
    text: str
    errors: str = ""


def write_book(
    root: Path, pages: Mapping[str, str | bytes], snippets: Mapping[str, str | bytes] | None = None
) -> Path:
    """Write pages under `docs/` and snippets under `snippets/`; return the root."""
    for folder, files in (("docs", pages), ("snippets", snippets or {})):
        (root / folder).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = root / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def run(*arguments: str | Path) -> Checked:
    """Run a command of `.venv/bin/python -m macros`."""
    printed, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(errors):
        code = main([str(each) for each in arguments])
    return Checked(code, printed.getvalue(), errors.getvalue())


def check(root: Path, *more: str | Path) -> Checked:
    """Run `check` on a book."""
    return run("check", "--root", root, *more)
