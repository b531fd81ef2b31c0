"""Edits of source files: planned as values, applied to whole files at once or not at all.

An edit changes characters inside one line, so no other line moves and no place goes stale. A file
is written beside itself and renamed, with its mode; its byte order mark and its line ends, of
whatever kind, stay.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from macros.bless.nouns import Edit
from macros.report import say_bless
from macros.scan import BOM, normalise

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file whose new bytes are ready; `before` are those that they replace."""

    path: str
    real: Path
    before: bytes
    after: bytes


def edited(text: str, edits: Iterable[Edit]) -> str | None:
    """The text with every edit made; None where one finds other characters than it expects.

    The line ends of the text may be of any kind. Two edits of the same characters are refused too.
    """
    starts = (0, *(found.end() for found in _LINE_END.finditer(text)))
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.place.line > len(starts):
            return None
        start = starts[edit.place.line - 1] + edit.place.column - 1
        if start < at or not text.startswith(edit.old, start):
            return None
        pieces += text[at:start], edit.new
        at = start + len(edit.old)
    return "".join((*pieces, text[at:]))


def by_path(edits: Iterable[Edit]) -> dict[str, tuple[Edit, ...]]:
    """The edits of each file."""
    files: dict[str, list[Edit]] = {}
    for edit in sorted(set(edits)):
        files.setdefault(edit.place.path, []).append(edit)
    return {path: tuple(found) for path, found in files.items()}


def write_edits(root: Path, edits: Iterable[Edit], known: Mapping[str, str]) -> tuple[str, ...]:
    """Write the edited files under `root`; return their paths.

    `known` holds the text of each file, as it was verified. Raises Trouble before anything is
    written where a file says something else by now or cannot be written, and at once where a file
    changes in the very moment of writing.
    """
    prepared = [_prepare(root, path, found, known) for path, found in by_path(edits).items()]
    for number, file in enumerate(prepared):
        _replace(file, [each.path for each in prepared[:number]])
    return tuple(file.path for file in prepared)


def _prepare(root: Path, path: str, edits: Sequence[Edit], known: Mapping[str, str]) -> Prepared:
    real = (root / path).resolve()
    before = _read(real, path)
    text = before.removeprefix(BOM)
    after = None
    if normalise(before, path) == known[path]:
        after = edited(text.decode("utf-8"), edits)
    if after is None:
        raise say_bless.changed_meanwhile(path, ())
    if not os.access(real, os.W_OK):
        raise say_bless.not_written(path, "it may not be changed", ())
    mark = before[: len(before) - len(text)]
    return Prepared(path, real, before, mark + after.encode("utf-8"))


def _read(real: Path, path: str) -> bytes:
    try:
        return real.read_bytes()
    except OSError:
        raise say_bless.changed_meanwhile(path, ()) from None


def _replace(file: Prepared, written: Sequence[str]) -> None:
    """Put a new file in the place of the old one, in one step."""
    try:
        beside = _write_beside(file)
    except OSError as error:
        reason = error.strerror or str(error)
        raise say_bless.not_written(file.path, reason, written) from error
    try:
        if _read(file.real, file.path) != file.before:
            raise say_bless.changed_meanwhile(file.path, written)
        beside.replace(file.real)
    finally:
        beside.unlink(missing_ok=True)


def _write_beside(file: Prepared) -> Path:
    """The new bytes in a file of another name in the same folder, with the old one's mode."""
    was = file.real.stat()
    handle, name = tempfile.mkstemp(
        prefix=f".{file.real.name}.", suffix=".new", dir=file.real.parent
    )
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(file.after)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(PermissionError):
            os.chown(beside, was.st_uid, was.st_gid)
        beside.chmod(stat.S_IMODE(was.st_mode))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside
