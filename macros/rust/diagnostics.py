"""What rustc says in JSON → Diagnostics, with true places and without this machine's paths."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.model import Diagnostic
from macros.report import say_tools

PRELUDE = "_prelude.rs"
PROBES = "_probes.rs"
VTABLE = "vtable"
"""The file that a message about the concrete type of a vtable is about."""
"""The files of our own words; a message about them belongs to the text that uses the word."""
RUST = "$RUST"

_PLACE = ("path", "line", "column", "end_line", "end_column")
_WANTED = frozenset(("message", "level", "spans", "rendered"))
_INTERNAL = ("error: internal compiler error", "thread 'rustc'")
Message = dict[str, Any]
Span = dict[str, Any]

_SUMMARY = re.compile(
    r"aborting due to |\d+ warnings? emitted|For more information about |"
    r"Some errors have detailed explanations"
)
_LIBRARY = re.compile(r"/rustc/[0-9a-f]{40}|(?<=[\s'\"`(])/\S*?/lib/rustlib/src/rust(?=/)")
_LONG_TYPE = re.compile(r"'[^'\n]*long-type-\d+\.txt'")


def read_diagnostics(stderr: bytes, workdir: Path) -> tuple[Diagnostic, ...]:
    """The errors and warnings in what rustc printed with `--error-format=json`, in its order.

    `workdir` is where rustc ran; it disappears from paths, and Rust's own sources become `$RUST`.
    A note that stands for itself joins the message before it. Summaries are dropped.
    Raises Trouble where rustc crashed or printed something else.
    """
    found: list[Diagnostic] = []
    for message in read_messages(stderr):
        diagnostic = _read_message(message, workdir)
        if _SUMMARY.match(diagnostic.message):
            continue
        if diagnostic.level in ("error", "warning"):
            found.append(diagnostic)
        elif found and diagnostic.level in ("note", "help"):
            found[-1] = _join_note(found[-1], diagnostic)
    return tuple(found)


def _join_note(said: Diagnostic, note: Diagnostic) -> Diagnostic:
    """The note's text joins, unless it is about a file of ours; its place helps where none was."""
    if note.path.startswith("_"):
        return said
    joined = replace(said, rendered=said.rendered + note.rendered)
    if said.path:
        return joined
    place = {name: getattr(note, name) for name in _PLACE}
    return replace(joined, **place)


def find_internal_error(text: str) -> str:
    """What rustc printed of an internal error of its own; empty where it met none."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        message = _read_line(line)
        if message is None and line.startswith(_INTERNAL):
            return "\n".join(lines[number:])
        if message is not None and "internal compiler error" in message.get("level", ""):
            return str(message.get("message", ""))
    return ""


def read_messages(stderr: bytes) -> Iterator[Message]:
    """What rustc printed, message for message as it is. Raises Trouble as `read_diagnostics`."""
    text = stderr.decode(errors="replace")
    if "internal compiler error" in text and (said := find_internal_error(text)):
        raise say_tools.rustc_panicked(said)
    for line in text.split("\n"):
        if not line.strip():
            continue
        message = _read_line(line)
        if message is None:
            raise say_tools.rustc_unreadable(line)
        if message.get("$message_type", "diagnostic") == "diagnostic":
            yield message


def _read_line(line: str) -> Message | None:
    """A message of rustc, which says its type or has all we want; None for anything else."""
    try:
        message = json.loads(line)
    except ValueError:
        return None
    if not isinstance(message, dict):
        return None
    kind = message.get("$message_type", "diagnostic")
    return message if kind != "diagnostic" or message.keys() >= _WANTED else None


def _read_message(message: Message, workdir: Path) -> Diagnostic:
    span = _own_span(message) or {}
    return Diagnostic(
        level=message["level"],
        code=(message.get("code") or {}).get("code", ""),
        message=_without_paths(message["message"], workdir),
        rendered=_without_paths(message["rendered"] or "", workdir),
        path=_without_paths(span.get("file_name", ""), workdir),
        line=span.get("line_start", 0),
        column=span.get("column_start", 0),
        end_line=span.get("line_end", 0),
        end_column=span.get("column_end", 0),
    )


def _own_span(message: Message) -> Span | None:
    """The first span in a text of the author: primary ones first, then those of the notes.

    A span inside a macro of the standard library or of our prelude leads to its use.
    """
    spans = [span for span in message["spans"] if span["is_primary"]]
    spans += message["spans"]
    for child in message.get("children", ()):
        spans += child["spans"]
    own = (_leave_macros(span) for span in spans)
    return next((span for span in own if span is not None), None)


def _leave_macros(span: Span | None) -> Span | None:
    while span is not None and _is_foreign(span["file_name"]):
        span = (span.get("expansion") or {}).get("span")
    return span


def _is_foreign(path: str) -> bool:
    library = path.startswith(("<", "/rustc/")) or "/lib/rustlib/src/rust/" in path
    return library or Path(path).name in (PRELUDE, PROBES)


def _without_paths(text: str, workdir: Path) -> str:
    for folder in {str(workdir), str(workdir.resolve())} - {".", "/"}:
        text = text.replace(f"{folder}/", "")
    return _LONG_TYPE.sub("a file", _LIBRARY.sub(RUST, text))
