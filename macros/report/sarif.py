"""A report → SARIF 2.1.0, the form that code scanning and editors read.

What disagrees is a result. What kept a check from being done is a notification of a run that was
not successful, so that no reader takes the missing results for good news.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from macros.model import Finding, Place
from macros.report import Report, say_absent
from macros.report.codes import CODES, TOOL, help_for
from macros.report.plain import visible

Entry = dict[str, object]
SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
NAME: Final = "rust-memory-measured"
ROOT: Final = "%SRCROOT%"
ABSENT: Final[Entry] = {
    "id": "not-checked-here",
    "shortDescription": {"text": "An optional tool is missing on this machine."},
    "help": {"text": "docs/method.md#not-checked-here says what that means."},
    "defaultConfiguration": {"level": "note"},
}


def render_sarif(report: Report) -> str:
    """One log with one run; the same bytes for the same report."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, indent=1, ensure_ascii=True)


def _run(report: Report) -> Entry:
    findings = report.all_findings
    return {
        "tool": _tool(report),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the book."}}},
        "invocations": [_invocation(report)],
        "results": [_result(finding) for finding in findings if not finding.broken],
    }


def _tool(report: Report) -> Entry:
    driver: Entry = {
        "name": NAME,
        "rules": [_descriptor(code) for code in CODES if code != TOOL],
        "notifications": [_descriptor(TOOL), ABSENT],
    }
    found = report.toolchain
    if found is None:
        return {"driver": driver}
    return {"driver": driver, "extensions": [{"name": "rustc", "version": found.release}]}


def _descriptor(code: str) -> Entry:
    return {
        "id": code,
        "shortDescription": {"text": _message(CODES[code])},
        "help": {"text": f"{help_for(code)} has an example, and what to do."},
        "defaultConfiguration": {"level": "error"},
    }


def _invocation(report: Report) -> Entry:
    broken = [finding for finding in report.all_findings if finding.broken]
    return {
        "executionSuccessful": report.exit_code != 2,
        "exitCode": report.exit_code,
        "toolExecutionNotifications": [
            *(_notification(finding) for finding in broken),
            *(_absence(say_absent.count(*each)) for each in report.absent.items()),
        ],
    }


def _notification(finding: Finding) -> Entry:
    return {
        "descriptor": {"id": TOOL},
        "level": "error",
        "message": {"text": _text(finding)},
        "locations": _locations(finding),
    }


def _absence(text: str) -> Entry:
    return {
        "descriptor": {"id": ABSENT["id"]},
        "level": "note",
        "message": {"text": _message(text)},
        "locations": [],
    }


def _result(finding: Finding) -> Entry:
    return {
        "ruleId": finding.code,
        "level": "error",
        "message": {"text": _text(finding)},
        "locations": _locations(finding),
    }


def _text(finding: Finding) -> str:
    return _message("\n".join((finding.message, *finding.notes)))


def _message(text: str) -> str:
    """Text for a message: a single brace would begin a placeholder."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return shown.replace("{", "{{").replace("}", "}}")


def _locations(finding: Finding) -> list[Entry]:
    """The marked characters; nothing for what stands in no file."""
    place = finding.mark or finding.place
    if not place.path:
        return []
    return [
        {"physicalLocation": {"artifactLocation": _artifact(place), "region": _region(place)}},
    ]


def _artifact(place: Place) -> Entry:
    """A path as an address, relative to the book's root where the file lies in it."""
    path = PurePosixPath(place.path)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(place.path), "uriBaseId": ROOT}


def _region(place: Place) -> Entry:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
