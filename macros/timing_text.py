"""The record of timings to JSON text and back; what is not exactly a record is a finding."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from macros.model import Finding
from macros.report import say_timings
from macros.timing_rules import faults_of_day, faults_of_row
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
_LARGEST: Final = 10**15
"""Nanoseconds of eleven days, and more passes than anybody waits for."""
_SMALLEST: Final = 1e-6
"""Nanoseconds: a millionth of one is no time that a processor takes for anything."""
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


def write_record(record: TimingRecord) -> str:
    """Write the record as JSON, a row a line, so that a diff shows rows."""
    head = [f" {json.dumps(name)}: {json.dumps(getattr(record, name))}," for name in _TEXTS]
    rows = [f"  {json.dumps(row.name)}: {_write_row(row)}" for row in record.rows.values()]
    return "\n".join(["{", *head, ' "rows": {', ",\n".join(rows), " }", "}", ""])


def _write_row(row: TimedRow) -> str:
    values = {name: value for name, value in asdict(row).items() if name != "name"}
    return json.dumps(values)


def read_record(path: str, text: str, today: date | None = None) -> TimingRecord | Finding:
    """Read the text of the file at `path`; a row that breaks a rule is no row.

    `today`, in UTC, is the day behind which no record can lie.
    """
    try:
        read = json.loads(text, object_pairs_hook=_without_repeated)
    except ValueError as error:
        return say_timings.no_record(path, f"it is not JSON: {error}")
    except RecursionError:
        return say_timings.no_record(path, say_timings.NESTED)
    problem = _problem_of(read)
    if problem:
        return say_timings.no_record(path, problem)
    rows = {name: TimedRow(name, **_numbers(row)) for name, row in read["rows"].items()}
    record = TimingRecord(**{name: read[name] for name in _TEXTS}, rows=MappingProxyType(rows))
    fault = next(_faults(record, today), None)
    return say_timings.no_record(path, fault.message) if fault else record


def _faults(record: TimingRecord, today: date | None) -> Iterator[Finding]:
    if today is not None:
        yield from faults_of_day(record, today)
    for row in record.rows.values():
        yield from faults_of_row(row)


def _without_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """What a pair of braces holds; of two values with one name nobody could say which counts."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(say_timings.named_twice(name))
        found[name] = value
    return found


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


def _is_counted(value: float) -> bool:
    """Whether a number can be reckoned with: it is one, and no larger than any clock counts."""
    return abs(value) <= _LARGEST and (value == 0 or abs(value) >= _SMALLEST)


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
        if not isinstance(value, str) and not _is_counted(value):
            return f"`{each}` of the row `{name}` is no number that was measured"
    return ""
