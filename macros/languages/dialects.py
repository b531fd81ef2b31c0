"""What is special about each language: its tool, its directives, what it may read. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.model import Language


@dataclass(frozen=True, slots=True)
class Dialect:
    """A language other than Rust.

    `tool` runs it, or checks its types, and `install` is how that gets onto a machine. `version`
    are the arguments with which it says which one it is, `answer` what it says then. `keys` are
    the directives that make sense, `flags` the ones of the tool that are allowed. `outside` finds
    other files that the text would read, `silences` comments that keep the tool from checking.
    `warns` is true where a tool has remarks on a text that it accepts: each has the code `escape`,
    and comes with `-gcflags=-m` alone.
    """

    name: str
    tool: str
    install: str
    version: tuple[str, ...]
    answer: re.Pattern[str]
    keys: tuple[str, ...]
    outside: re.Pattern[str]
    silences: re.Pattern[str] | None = None
    flags: tuple[str, ...] = ()
    runs: bool = True
    warns: bool = False


_REGIONS: Final = ("region", "end", "timeout")
_MODULES: Final = r"""\b(?:import|from|require)\s*\(?\s*["'`][./][^"'`\n]*["'`]"""

DIALECTS: Final[Mapping[Language, Dialect]] = MappingProxyType(
    {
        Language.JAVASCRIPT: Dialect(
            "JavaScript",
            "node",
            "apt-get install nodejs, or https://nodejs.org",
            ("--version",),
            re.compile(r"v\d+\.\d+\.\d+\S*"),
            ("check-fail", "run-fail", "flags", *_REGIONS),
            re.compile(_MODULES),
            flags=("--allow-natives-syntax", "--expose-gc"),
        ),
        Language.GO: Dialect(
            "Go",
            "go",
            "apt-get install golang-go, or https://go.dev/dl",
            ("version",),
            re.compile(r"(?<=go version go)\d+(?:\.\d+)+\S*"),
            ("check-fail", "run-fail", "flags", *_REGIONS),
            re.compile(r"""//go:embed[^\n]*|import\s+"(?:C|\.[^"\n]*)\""""),
            flags=("-gcflags=-m",),
            warns=True,
        ),
        Language.TYPESCRIPT: Dialect(
            "TypeScript",
            "tsc",
            "npm install --global typescript",
            ("--version",),
            re.compile(r"(?<=Version )\d+\.\d+\.\d+\S*"),
            ("check-fail", *_REGIONS),
            re.compile(_MODULES + r"|///\s*<\s*reference[^\n]*"),
            re.compile(r"(?://|/\*)[/*\s]*@ts-(?:nocheck|ignore)\b", re.IGNORECASE),
            runs=False,
        ),
    }
)
