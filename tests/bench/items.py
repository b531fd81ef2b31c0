"""The nouns of the synthetic book, all frozen: what stands in it, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """A true claim: its words, our expression, and the same fact in plain Rust for the others.

    `plain` is a statement of Rust that panics unless the fact holds.
    """

    subject: str
    words: str
    expression: str
    plain: str


@dataclass(frozen=True, slots=True)
class Program:
    """A program and the lines it prints. `name` is its file under `snippets/`, without `.rs`."""

    name: str
    source: str
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A listing that must not compile, and the code of its only error."""

    name: str
    source: str
    code: str


@dataclass(frozen=True, slots=True)
class Size:
    """How many items of each kind a book holds."""

    claims: int
    programs: int = 0
    failures: int = 0

    def __str__(self) -> str:
        return f"{self.claims:,} claims + {self.programs:,} programs + {self.failures:,} failing"


@dataclass(frozen=True, slots=True)
class Items:
    """Everything of one synthetic book, in the order of its pages."""

    statements: tuple[Statement, ...]
    programs: tuple[Program, ...]
    failures: tuple[Failure, ...]

    @property
    def listings(self) -> tuple[Program | Failure, ...]:
        return (*self.programs, *self.failures)


SMALL = Size(300, 120, 40)
LARGE = Size(10_000, 2_000, 400)
