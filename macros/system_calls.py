"""The nouns of system calls, all frozen: what a program's `main` asks of the operating system."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.model import Diagnostic, Listing
from macros.system_call_names import NAMES

ALL: Final = "all"
"""The word that stands for every system call."""
NONE: Final = re.compile(r"\b(?:no|none|nothing|nobody|never|without|not)\b", re.IGNORECASE)
"""Words that say that there is no call."""
MOST_SHOWN: Final = 15
"""Lines of a table; where there are more, the last one says how many."""
WAITING: Final = "futex"
"""A call by which one thread waits for another: whether it comes is chance, and no table has it."""
_IN_WORDS: Final = re.compile(r"(?<![\w`])`(?P<name>\w+)`(?![\w`])")


@dataclass(frozen=True, slots=True)
class CallsQuestion:
    """Which system calls the `main` of a listing makes, as `tracer` sees them.

    `tracer` is what changes when the tracer does; empty where there is none.
    """

    listing: Listing
    tracer: str = ""

    @property
    def edition(self) -> str:
        return self.listing.directives.edition


@dataclass(frozen=True, slots=True)
class Traced:
    """The calls of one run, in the thread that runs `main`, from its start to its end.

    `counts` are all of them by name; `lines` are the first ones, reduced to what is the same each
    time: `MOST_SHOWN` at most, and none of those that wait for another thread.
    """

    counts: tuple[tuple[str, int], ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def by_name(self) -> Mapping[str, int]:
        return MappingProxyType(dict(self.counts))

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def shown(self) -> int:
        """How many lines there would be if all were shown."""
        return self.total - self.count((WAITING,))

    def count(self, names: tuple[str, ...]) -> int:
        """How many calls have one of the names; of no names, how many there are."""
        return sum(self.by_name.get(name, 0) for name in names) if names else self.total


@dataclass(frozen=True, slots=True)
class CallsAnswer:
    """What was seen of a listing: each of its runs, and by which version of the tracer.

    Where there are none, `diagnostic` says why.
    """

    runs: tuple[Traced, ...] = ()
    tracer: str = ""
    diagnostic: Diagnostic | None = None


def read_names(text: str) -> tuple[str, ...]:
    """The names that `mmap | munmap` counts; none for `all`."""
    names = tuple(dict.fromkeys(name.strip() for name in text.split("|")))
    return () if names == (ALL,) else names


def unknown_names(text: str) -> tuple[str, ...]:
    """The names among them that no system call has."""
    return tuple(name for name in read_names(text) if name not in NAMES)


def names_in_words(words: str) -> tuple[re.Match[str], ...]:
    """The system calls that the words name, in backticks."""
    return tuple(found for found in _IN_WORDS.finditer(words) if found["name"] in NAMES)
