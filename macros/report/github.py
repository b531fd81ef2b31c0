"""Findings → the workflow commands with which GitHub marks lines of a pull request."""

from __future__ import annotations

from macros.model import Finding
from macros.report import Report, say_absent
from macros.report.codes import code_of
from macros.report.plain import visible
from macros.report.text import summary_line


def render_github(report: Report) -> str:
    """One `::error` command a finding, a `::notice` a missing tool, and the summary line."""
    lines = [render_annotation(finding) for finding in report.all_findings]
    lines += [_notice(say_absent.count(*each)) for each in report.absent.items()]
    return "\n".join([*lines, summary_line(report)])


def render_annotation(finding: Finding) -> str:
    """The command of one finding; its notes are further lines of the message."""
    place = finding.place
    where = {"file": place.path, "line": str(place.line), "col": str(place.column)}
    properties = (where if place.path else {}) | {"title": code_of(finding)}
    text = "\n".join((finding.message, *finding.notes))
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::error {given}::{_data(text)}"


def _notice(text: str) -> str:
    return f"::notice title={_property(say_absent.WORDS)}::{_data(text)}"


def _data(text: str) -> str:
    """The text of a command: a line end would end the command."""
    escaped = (visible(line).replace("%", "%25") for line in text.split("\n"))
    return "%0A".join(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
