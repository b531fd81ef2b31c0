"""Places in files, findings about them, and what a machine lacks."""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int | float | bool | None
"""A literal that an author can write as an argument of a macro."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A range of characters in a source file.

    Lines and columns count from 1; columns count characters (code points) of the line as an
    editor shows it, without a byte order mark; the end is exclusive.
    `path` is relative to the root of the book, with forward slashes.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an author or a maintainer has to mend.

    `code` is the word in `error[code]`; `mark` the characters to underline, where they differ
    from `place`; `notes` are whole lines such as `measured: …`, printed behind ` = `.
    `broken` is true when the check itself could not be done (exit code 2).
    """

    code: str
    place: Place
    message: str
    mark: Place | None = None
    notes: tuple[str, ...] = ()
    broken: bool = False


class Trouble(Exception):
    """The check itself cannot be done: no compiler, a compiler that crashes, a full disk.

    `message` is one clear sentence, `help` the command that helps.
    """

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message, help)
        self.message = message
        self.help = help


@dataclass(frozen=True, slots=True)
class Missing:
    """An optional tool that this machine does not have; `install` is how it gets there."""

    tool: str
    install: str


class Absent(Trouble):
    """What needs an optional tool that is not here: not checked, and no failure.

    Whoever finds the tool missing raises it, or leaves it in the place of an answer. It is never
    stored. rustc and gdb are not optional: without them there is Trouble.
    """

    def __init__(self, missing: Missing) -> None:
        super().__init__(f"{missing.tool} is missing", missing.install)
        self.args = (missing,)
        self.missing = missing
