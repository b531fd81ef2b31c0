"""The record of timings to JSON text and back; what is not exactly a record is a finding."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from macros.model import Finding
from macros.report import say_timings
from macros.timings import TimedRow, TimingRecord

_TEXTS: Final = tuple(one.name for one in fields(TimingRecord) if one.name != "rows")
_OF_ROW: Final[Mapping[str, type]] = MappingProxyType(
    {
        "program": str,
        "sha256": str,
        "median": float,
        "mad": float,
        "p5": float,
        "p95": float,
        "samples": int,
        "loops": int,
    }
)
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


def write_record(record: TimingRecord) -> str:
    """Write the record as JSON, a row a line, so that a diff shows rows."""
    head = [f" {json.dumps(name)}: {json.dumps(getattr(record, name))}," for name in _TEXTS]
    rows = [f"  {json.dumps(row.name)}: {_write_row(row)}" for row in record.rows.values()]
    return "\n".join(["{", *head, ' "rows": {', ",\n".join(rows), " }", "}", ""])


def _write_row(row: TimedRow) -> str:
    values = {name: value for name, value in asdict(row).items() if name != "name"}
    return json.dumps(values)


def read_record(path: str, text: str) -> TimingRecord | Finding:
    """Read the text of the file at `path`."""
    try:
        read = json.loads(text)
    except ValueError as error:
        return say_timings.no_record(path, f"it is not JSON: {error}")
    problem = _problem_of(read)
    if problem:
        return say_timings.no_record(path, problem)
    rows = {name: TimedRow(name, **_numbers(row)) for name, row in read["rows"].items()}
    return TimingRecord(**{name: read[name] for name in _TEXTS}, rows=MappingProxyType(rows))


def _numbers(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: kind(row[name]) for name, kind in _OF_ROW.items()}


def _problem_of(read: object) -> str:
    if not isinstance(read, dict) or set(read) != {*_TEXTS, "rows"}:
        return f"it has to hold exactly {', '.join((*_TEXTS, 'rows'))}"
    for name in _TEXTS:
        if not isinstance(read[name], str) or not read[name].strip():
            return f"`{name}` is not a text"
    if not _is_date(read["date"]):
        return "`date` is not a day such as 2026-01-31"
    if not isinstance(read["rows"], dict) or not read["rows"]:
        return "`rows` holds no row"
    problems = (_problem_of_row(name, row) for name, row in read["rows"].items())
    return next(filter(None, problems), "")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _problem_of_row(name: str, row: object) -> str:
    if not _NAME.fullmatch(name):
        return f"`{name}` is not the name of a function"
    if not isinstance(row, dict) or set(row) != set(_OF_ROW):
        return f"the row `{name}` has to hold exactly {', '.join(_OF_ROW)}"
    for each, kind in _OF_ROW.items():
        value = row[each]
        fits = isinstance(value, (int, float) if kind is float else kind)
        if isinstance(value, bool) or not fits:
            return f"`{each}` of the row `{name}` is of the wrong kind"
        if isinstance(value, float) and not math.isfinite(value):
            return f"`{each}` of the row `{name}` is no number"
    return ""
