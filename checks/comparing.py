"""Two built sites → the files in which they differ, with the first place where they do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from macros.model import Finding
from macros.report import say_site as say

AROUND = 40
"""Characters that are shown before the first difference in a line, and behind it."""


def find_differences(first: Path, second: Path) -> Iterator[Finding]:
    here, there = _files_of(first), _files_of(second)
    yield from (say.file_in_one_build(name) for name in sorted(here ^ there))
    for name in sorted(here & there):
        one, other = (first / name).read_bytes(), (second / name).read_bytes()
        if one != other:
            yield _first_difference(name, one, other)


def _files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _first_difference(name: str, one: bytes, other: bytes) -> Finding:
    lines = zip_longest(one.split(b"\n"), other.split(b"\n"), fillvalue=b"")
    for number, (here, there) in enumerate(lines, 1):
        if here != there:
            return say.bytes_differ(name, number, *_shorten(here, there))
    raise AssertionError("equal texts do not differ")


def _shorten(here: bytes, there: bytes) -> tuple[str, str]:
    """What stands around the first byte in which two lines differ."""
    pairs = zip_longest(here, there)
    at = next(index for index, (one, other) in enumerate(pairs) if one != other)
    start = max(0, at - AROUND)
    one, other = (
        line[start : at + AROUND].decode("utf-8", "backslashreplace") for line in (here, there)
    )
    return one, other
