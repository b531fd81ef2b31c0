"""Findings → text for people, as rustc writes its own; and the summary line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final
from typing import Literal as Only

from macros.model import Finding, Place, State, Tally
from macros.report import Report, say_absent, sorted_findings
from macros.report.codes import code_of
from macros.report.plain import columns_of, visible

_STYLES: Final = MappingProxyType({"red": "1;31", "blue": "1;34", "bold": "1"})
_MOST_FILES: Final = 3
Style = Only["red", "blue", "bold"]


def render_report(
    findings: Iterable[Finding], sources: Mapping[str, str], colour: bool = False
) -> str:
    """All findings by place, each once, with an empty line between them."""
    ordered = sorted_findings(tuple(findings))
    return "\n".join(f"{render_finding(one, sources, colour)}\n" for one in ordered)


def render_finding(finding: Finding, sources: Mapping[str, str], colour: bool = False) -> str:
    """One finding: what is wrong, where, the source line with its mark, and the notes."""
    head = _painted(f"error[{visible(code_of(finding))}]", "red", colour)
    message = _painted(f": {visible(finding.message)}", "bold", colour)
    mark = finding.mark or finding.place
    width = len(str(mark.line)) if finding.place.path else 1
    lines = [f"{head}{message}"]
    if finding.place.path:
        arrow = _painted(f"{' ' * width}-->", "blue", colour)
        lines.append(f"{arrow} {visible(str(finding.place))}")
        lines += _excerpt(mark, sources.get(mark.path), width, colour)
    lines += [_note(note, width, colour) for note in finding.notes]
    return "\n".join(lines)


def _note(note: str, width: int, colour: bool) -> str:
    """A note behind ` = `; one that begins with a space goes on with the one before."""
    sign = " " if note.startswith(" ") else _painted("=", "blue", colour)
    return f"{' ' * width} {sign} {visible(note)}".rstrip()


def _excerpt(mark: Place, source: str | None, width: int, colour: bool) -> list[str]:
    """The line of the mark between gutters; nothing where the source is not at hand."""
    lines = (source or "").split("\n")
    if source is None or not 1 <= mark.line <= len(lines):
        return []
    line = lines[mark.line - 1].removesuffix("\r")
    gutter = _painted(f"{' ' * width} |", "blue", colour)
    number = _painted(f"{mark.line:>{width}} |", "blue", colour)
    carets = _painted(_carets(mark, line), "red", colour)
    return [gutter, f"{number} {visible(line)}".rstrip(), f"{gutter} {_indent(mark, line)}{carets}"]


def _indent(mark: Place, line: str) -> str:
    return " " * columns_of(visible(line[: mark.column - 1]))


def _carets(mark: Place, line: str) -> str:
    """Carets below the marked characters; of several lines, those of the first, and `…`."""
    goes_on = mark.end_line > mark.line
    end = len(line) if goes_on else mark.end_column - 1
    marked = columns_of(visible(line[mark.column - 1 : end]))
    return "^" * max(marked, 1) + ("…" if goes_on else "")


def _painted(text: str, style: Style, colour: bool) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour else text


def wants_colour(stream_is_tty: bool, env: Mapping[str, str]) -> bool:
    """Colour on a terminal; NO_COLOR and FORCE_COLOR decide where they are not empty."""
    if env.get("NO_COLOR"):
        return False
    if forced := env.get("FORCE_COLOR"):
        return forced != "0"
    return stream_is_tty and env.get("TERM") != "dumb"


# The summary line -------------------------------------------------------------------------


def summary_line(report: Report) -> str:
    """`412 claims, 88 listings: all hold · rustc 1.95.0, TARGET · 5 compiler calls · 0.9 s`."""
    ignored = len(report.ignored)
    always = {"claim": report.claims, "listing": report.listings}
    sometimes = {"figure": report.figures, "player": report.players, "excerpt": report.excerpts}
    counts = always | {noun: found for noun, found in sometimes.items() if found}
    counted = ", ".join(_count(len(found), noun) for noun, found in counts.items())
    found = report.toolchain
    compiler = f"rustc {found.release}, {report.target or found.host}" if found else "no rustc"
    parts = (
        f"{counted}: {_result(report)}",
        say_absent.total(report.absent),
        f"{ignored} ignored" if ignored else "",
        compiler,
        *_effort(report.tally),
        f"{report.seconds:.1f} s",
        f"nothing was stored: {visible(report.cache_problem)}" if report.cache_problem else "",
    )
    return " · ".join(part for part in parts if part)


def _result(report: Report) -> str:
    findings = report.all_findings
    unchecked = [one for one in report.verdicts if one.state is State.UNCHECKED]
    open_ = len(unchecked) - len(report.ignored)
    parts = []
    if findings:
        parts.append(f"{_count(len(findings), 'finding')} in {_files(findings)}")
    if open_:
        parts.append(f"{open_} could not be checked")
    if not parts and report.exit_code:
        parts.append("not all hold")
    if parts or not report.verdicts:
        return ", ".join(parts) or "nothing to check"
    return _good(report)


def _good(report: Report) -> str:
    """What is not checked here is no part of what holds."""
    if not report.absent:
        return "all hold"
    checked = any(one.state is State.HOLDS for one in report.verdicts)
    return "all others hold" if checked else "none checked"


def _files(findings: tuple[Finding, ...]) -> str:
    """The files by name where they are few."""
    paths = list(dict.fromkeys(one.place.path or "the tools" for one in findings))
    if len(paths) > _MOST_FILES:
        return f"{len(paths)} files"
    return ", ".join(visible(path) for path in paths)


def _effort(tally: Tally) -> tuple[str, ...]:
    return (
        _count(tally.calls, "compiler call"),
        f"{tally.alone} compiled alone" if tally.alone else "",
        f"{tally.hits} from the cache" if tally.hits else "",
        "" if tally.isolated else "programs not cut off from the network",
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
