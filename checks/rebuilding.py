"""Real builds and checks of copies of the book, each with one mutant in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from macros.build import CACHE_FILE
from macros.guards import about_in, stands_in
from macros.model import Place
from macros.mutants import Mutant, write_mutant

COPIES = 2
BUILDS = 3
"""So many of the mutants are built by MkDocs; of the rest only the changed file is checked."""
LEFT_OUT = (".*", "site", "tests", "checks", "__pycache__")
ARROW = re.compile(r"^ *--> (?P<path>.+):(?P<line>\d+):(?P<column>\d+)$", re.MULTILINE)


def rebuild_mutated(
    book: Path, mutants: Sequence[Mutant], sources: Mapping[str, str], folder: Path
) -> tuple[str, ...]:
    """Build or check a copy of the book with each mutant; return what went wrong, if anything.

    A few copies are built side by side; what is known of the unchanged book is known to them.
    """
    copies: SimpleQueue[Path] = SimpleQueue()
    for number in range(COPIES):
        copies.put(_copy(book, folder / str(number)))

    def build(number: int, mutant: Mutant) -> str:
        copy = copies.get()
        command = _build_of(copy) if number < BUILDS else ("macros", "check", mutant.path)
        try:
            return _run(command, copy, mutant, sources[mutant.path])
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(COPIES) as pool:
        return tuple(
            problem for problem in pool.map(build, range(len(mutants)), mutants) if problem
        )


def _copy(book: Path, copy: Path) -> Path:
    shutil.copytree(book, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    if (book / CACHE_FILE).is_file():
        (copy / CACHE_FILE).parent.mkdir()
        shutil.copyfile(book / CACHE_FILE, copy / CACHE_FILE)
    return copy


def _build_of(copy: Path) -> tuple[str, ...]:
    return "mkdocs", "build", "--site-dir", str(copy / "site")


def _run(command: Sequence[str], copy: Path, mutant: Mutant, text: str) -> str:
    """Run a Python module with the mutant's characters in its file, and put the file back."""
    path = copy / mutant.path
    before = path.read_bytes()
    path.write_text(write_mutant(text, mutant), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=copy,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    path.write_bytes(before)
    is_found = any(stands_in(place, about_in(mutant)) for place in _places(done.stdout))
    if done.returncode and is_found:
        return ""
    how = "without a finding there" if done.returncode else "and it passed"
    return f"{mutant.place}: {mutant.change}, {how}: {' '.join(command[:2])}\n{done.stdout}"


def _places(said: str) -> Iterator[Place]:
    """Where the findings of a build stand."""
    for found in ARROW.finditer(said):
        line, column = int(found["line"]), int(found["column"])
        yield Place(found["path"], line, column, line, column)
