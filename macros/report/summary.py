"""A report → Markdown for the summary page of a CI step, where annotations are counted out.

GitHub shows ten errors of a step as annotations; here stand all findings, each as in the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final

from macros.model import Finding
from macros.report import Report
from macros.report.codes import code_of, help_for
from macros.report.plain import visible
from macros.report.text import render_finding, summary_line

LIMIT_BYTES: Final = 1024 * 1024
"""A larger summary is refused as a whole."""
_MARGIN: Final = 1024


def render_summary(report: Report, address: str = "", limit: int = LIMIT_BYTES) -> str:
    """All findings by file; in one line each where `limit` (bytes) is too small for more.

    `address` is where the repository's files stand on the web, without a final slash; empty for
    a summary without links.
    """
    head = f"## {_title(report)}\n\n{_escaped(summary_line(report))}\n"
    room = limit - len(head.encode()) - _MARGIN
    findings = report.all_findings
    whole = [_file_section(path, group, report.sources, address) for path, group in _files(report)]
    if _size(whole) <= room:
        return "\n".join([head, *whole])
    return "\n".join([head, *_lines_within(findings, address, room)])


def _title(report: Report) -> str:
    if report.exit_code == 2:
        return "The book could not be checked"
    if report.exit_code:
        return "The book disagrees with the compiler"
    return "What was checked here holds" if report.absent else "The book holds"


def _files(report: Report) -> Iterable[tuple[str, list[Finding]]]:
    grouped = groupby(report.all_findings, key=lambda one: one.place.path)
    return [(path, list(group)) for path, group in grouped]


def _file_section(
    path: str, findings: list[Finding], sources: Mapping[str, str], address: str
) -> str:
    title = f"### {_code(path) if path else 'The tools'}\n"
    return "\n".join([title, *(_whole(one, sources, address) for one in findings)])


def _whole(finding: Finding, sources: Mapping[str, str], address: str) -> str:
    """The link to its line and to its code, and the finding as it stands in the terminal."""
    text = render_finding(finding, sources)
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{_line(finding, address)}\n\n{fence}text\n{text}\n{fence}\n"


def _lines_within(findings: tuple[Finding, ...], address: str, room: int) -> list[str]:
    """One line a finding, as many as there is room for, and how many are left."""
    kept: list[str] = []
    for finding in findings:
        line = f"- {_line(finding, address)}: {_escaped(finding.message)}"
        room -= len(line.encode()) + 1
        if room < 0:
            break
        kept.append(line)
    left = len(findings) - len(kept)
    return [*kept, f"\n{left:,} findings more stand in the log of this step."] if left else kept


def _line(finding: Finding, address: str) -> str:
    place, code = finding.place, code_of(finding)
    where = f"{place.path}?plain=1#L{place.line}"
    said = _link(str(place), where, address) if place.path else ""
    return " · ".join(part for part in (_link(code, help_for(code), address), said) if part)


def _link(text: str, path: str, address: str) -> str:
    if not address:
        return _code(text)
    target = re.sub(r"[^\w./#?=-]", lambda found: _percent(found[0]), path, flags=re.ASCII)
    return f"[{_code(text)}]({address}/{target})"


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _code(text: str) -> str:
    fence = "`" * (_longest_run(text) + 1)
    edge = " " if "`" in text else ""
    return f"{fence}{edge}{visible(text)}{edge}{fence}"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", visible(text))


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _size(parts: list[str]) -> int:
    return sum(len(part.encode("utf-8", "replace")) + 1 for part in parts)
