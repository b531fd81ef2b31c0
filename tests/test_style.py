"""The written rules of style, kept by their tools."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

TOOLS = {
    "ruff check": ("ruff", "check"),
    "ruff format": ("ruff", "format", "--check", "--diff"),
    "mypy": ("mypy",),
}


def output_of(*command: str, folder: Path) -> str:
    """What a tool has to say; empty where it has no complaint."""
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return ""
    return done.stdout or f"{command[0]} left with exit code {done.returncode}"


@pytest.mark.parametrize("tool", TOOLS)
def test_python_is_clean(tool: str, project: Path) -> None:
    """Ruff and mypy have no complaint about macros/, checks/ and tests/."""
    assert output_of(sys.executable, "-m", *TOOLS[tool], folder=project) == ""


def unformatted(files: list[Path], folder: Path) -> str:
    """What rustfmt would change in these files, each read in its own edition."""
    rustfmt = shutil.which("rustfmt")
    assert rustfmt, "no rustfmt was found; install it with: rustup component add rustfmt"
    by_edition: dict[str, list[str]] = defaultdict(list)
    for file in files:
        edition = re.search(r"^//@ *edition: *(\d+)", file.read_text("utf-8"), re.MULTILINE)
        by_edition[edition[1] if edition else "2024"].append(str(file))
    return "".join(
        output_of(rustfmt, "--check", "--edition", edition, *paths, folder=folder)
        for edition, paths in by_edition.items()
    )


def test_rust_is_formatted(project: Path) -> None:
    """Every snippet, and the Rust of the generator itself, is as rustfmt writes it."""
    files = sorted([*project.glob("snippets/**/*.rs"), *project.glob("macros/**/*.rs")])
    assert files
    assert unformatted(files, project) == ""


def test_unformatted_rust_is_found(tmp_path: Path) -> None:
    """The check above can fail."""
    snippet = tmp_path / "untidy.rs"
    snippet.write_text('fn main() { let a=1; println!("{a}"); }\n')
    assert "let a = 1;" in unformatted([snippet], tmp_path)
