"""What node, go and tsc print → Diagnostics, without what differs from run to run. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from macros.model import Diagnostic

_NODE: Final = re.compile(
    r"^(?P<path>\S+):(?P<line>\d+)\n(?P<code>[^\n]*)\n(?P<mark> *\^+)[ ^]*\n\n?"
    r"(?P<kind>SyntaxError): (?P<message>[^\n]+)",
    re.MULTILINE,
)
_TSC: Final = re.compile(
    r"^(?P<path>[^\n(]+)\((?P<line>\d+),(?P<column>\d+)\): error (?P<code>TS\d+): "
    r"(?P<message>[^\n]*(?:\n[ ]+[^\n]*)*)",
    re.MULTILINE,
)
_GO: Final = re.compile(
    r"^(?:\./)?(?P<path>[^\n:]+):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<message>[^\n]*(?:\n\t[^\n]*)*)",
    re.MULTILINE,
)
ESCAPE: Final = "escape"
"""The code of a remark on escape analysis."""
_INTERNAL: Final = re.compile(r"^    at .*\bnode:internal/.*\n?", re.MULTILINE)
_VERSION: Final = re.compile(r"\n*^Node\.js v\d\S*\n?", re.MULTILINE)
_ADDRESS: Final = re.compile(r" \+0x[0-9a-f]+$", re.MULTILINE)


def read_node(text: str, name: str) -> tuple[Diagnostic, ...]:
    """The SyntaxError that `node --check` reports; `name` is how the listing is called."""
    found = _NODE.search(text)
    if found is None:
        return ()
    line, mark = int(found["line"]), found["mark"]
    column = len(mark) - len(mark.lstrip()) + 1
    end = len(mark) + 1
    message = found["message"]
    rendered = f"{name}:{line}:{column} - {found['kind']}: {message}\n"
    span = (line, column, line, end)
    return (Diagnostic("error", found["kind"], message, rendered, name, *span),)


def read_tsc(text: str, file: str, name: str) -> tuple[Diagnostic, ...]:
    """The errors of `tsc --pretty false` that are about `file`, which is the listing `name`."""
    return tuple(_read(text, _TSC, file, name))


def read_go(text: str, file: str, name: str) -> tuple[Diagnostic, ...]:
    """The errors of `go build`; they have no codes."""
    return tuple(_read(text, _GO, file, name))


def as_remark(said: Diagnostic) -> Diagnostic:
    """What `go build -gcflags=-m` says of a text that it accepts: where values lie."""
    return replace(said, level="warning", code=ESCAPE)


def _read(text: str, pattern: re.Pattern[str], file: str, name: str) -> Iterator[Diagnostic]:
    for found in pattern.finditer(text):
        if found["path"].rpartition("/")[2] != file:
            continue
        line, column = int(found["line"]), int(found["column"])
        code = found.groupdict().get("code") or ""
        message = found["message"]
        said = f"error {code}: {message}" if code else message
        rendered = f"{name}:{line}:{column} - {said}\n"
        span = (line, column, line, column + 1)
        yield Diagnostic("error", code, message, rendered, name, *span)


def plain_stderr(text: str, file: str, name: str) -> str:
    """Without frames of node's own code, its version, and addresses; with the listing's name."""
    text = _ADDRESS.sub("", _VERSION.sub("\n", _INTERNAL.sub("", text)))
    return re.sub(rf"(?<![\w/.-])(?:\./)?{re.escape(file)}(?=:\d)", name, text)
