"""Diagnostics ↔ JSON values: the part that all facts share."""

from __future__ import annotations

from typing import Any

from macros.model import Diagnostic

_FIELDS = (
    "level", "code", "message", "rendered", "path", "line", "column", "end_line", "end_column",
)  # fmt: skip


def write_diagnostic(diagnostic: Diagnostic | None) -> list[Any] | None:
    if diagnostic is None:
        return None
    return [getattr(diagnostic, name) for name in _FIELDS]


def read_diagnostic(fields: list[Any] | None) -> Diagnostic | None:
    return Diagnostic(*fields) if fields else None
