"""What is asked and measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as Only

from macros.model.listings import Language, Listing


@dataclass(frozen=True, slots=True)
class Toolchain:
    """A rustc that was found. `identity` is the whole text of `rustc -vV`."""

    rustc: str
    sysroot: str
    release: str
    host: str
    identity: str


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that was found for listings in another language than Rust.

    `version` is what it says of itself, with its name: `node v20.20.2`.
    """

    language: Language
    path: str
    version: str


@dataclass(frozen=True, slots=True)
class Question:
    """A constant expression to evaluate, inside a listing where one is given.

    `wants` is `truth` where only a `bool` will do, `number` where only an integer will do,
    `any` where both are fine (`measure`).
    """

    expression: str
    wants: Only["number", "truth", "any"]
    edition: str = "2024"
    listing: Listing | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message of rustc.

    `path` is the file as it was handed to rustc, lines and columns are those of the text that was
    compiled (1-based); 0 where the message has no place. `code` is empty where there is none.
    `rendered` is rustc's own text with paths normalised.
    """

    level: str
    code: str
    message: str
    rendered: str
    path: str = ""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of a constant expression, or the message that says why there is none."""

    value: int | bool | None
    diagnostic: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A program that was really run.

    Exactly one of `code` and `signal` says how it ended by itself; `stopped` says why we ended
    it: `time` (wall time used up) or `output` (more than 64 KiB printed); empty otherwise.
    `stdout` and `stderr` are decoded with replacement characters; `valid` is false where the
    bytes were not UTF-8.
    """

    stdout: str
    stderr: str
    code: int | None = None
    signal: str = ""
    stopped: Only["", "time", "output"] = ""
    valid: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the compiler said of a listing, and what the program did.

    `stage` says where a listing that ought to fail did not compile: when its types and borrows
    were checked, or only when code was generated (denied overflow, errors after
    monomorphisation); empty for any other. `tool` is what answered where that was not rustc.
    """

    compiled: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    run: Run | None = None
    stage: Only["", "check", "build"] = ""
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How the facts of one verification were had: shown in the summary line."""

    calls: int = 0
    alone: int = 0
    hits: int = 0
    isolated: bool = True

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.calls + other.calls,
            self.alone + other.alone,
            self.hits + other.hits,
            self.isolated and other.isolated,
        )
