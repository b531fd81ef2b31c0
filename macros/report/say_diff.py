"""What changes between two compilers, as a table that Markdown shows as one too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from macros.model import Finding, State, Toolchain, Trouble
from macros.report.command import COMMAND
from macros.report.plain import columns_of, visible

if TYPE_CHECKING:
    from macros.toolchain_diff import Change, Difference

_LONGEST: Final = 60
_STATES: Final = {State.HOLDS: "holds", State.REFUTED: "is refuted"}


def not_checked(toolchain: Toolchain, finding: Finding) -> Trouble:
    message = f"the book could not be checked with {toolchain.rustc}: {finding.message}"
    return Trouble(message, f"{COMMAND} check --rustc {toolchain.rustc}")


def render(difference: Difference) -> str:
    """The table and a line that counts; only that line where nothing differs."""
    old, new = (each.report.toolchain for each in (difference.old, difference.new))
    names = tuple(_name(each) if each else "no rustc" for each in (old, new))
    report = difference.old.report
    counts = [_count(len(report.claims), "claim"), _count(len(report.listings), "listing")]
    counts += [_count(len(report.figures), "figure")] if report.figures else []
    counted = ", ".join(counts)
    if not difference.changes:
        return f"{names[0]} and {names[1]} measure the same: {counted}"
    head = ("place", "what", *(name.removeprefix("rustc ") for name in names), "then")
    rows = [head, *(_row(change) for change in difference.changes)]
    return f"{_table(rows)}\n\n{_summary(difference.changes, counted)}"


def _name(toolchain: Toolchain) -> str:
    """`rustc 1.95.0 (59807616e 2026-04-14)`: two nightlies have one release."""
    first = toolchain.identity.partition("\n")[0].strip()
    return first if first.startswith("rustc ") else f"rustc {toolchain.release}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _summary(changes: Sequence[Change], counted: str) -> str:
    places = {change.place for change in changes}
    refuted = {change.place for change in changes if change.state is not State.HOLDS}
    counts = f"{len(places)} of {counted} would change, {len(refuted)} of them need an edit"
    is_wording = all(change.what == "message" for change in changes)
    same = "; every value, code, printed line and outcome is the same"
    return f"{counts}{same if is_wording else ''}"


def _row(change: Change) -> tuple[str, ...]:
    state = _STATES.get(change.state, str(change.state))
    return (str(change.place), change.what, _cell(change.old), _cell(change.new), state)


def _cell(text: str) -> str:
    plain = visible(" ".join(text.split())) or "(nothing)"
    shown = plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
    return shown.replace("|", "\\|")


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(columns_of(cell) for cell in column) for column in zip(*rows, strict=True)]
    rule = tuple("-" * width for width in widths)
    return "\n".join(_line(row, widths) for row in (rows[0], rule, *rows[1:]))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        f"{cell}{' ' * (width - columns_of(cell))}" for cell, width in zip(row, widths, strict=True)
    )
    return f"| {' | '.join(padded)} |"
