"""Small ways to take snapshots of programs, and to look things up in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from macros.memory import Block, Snapshot, SnapshotAnswer, SnapshotQuestion, Value, Variable
from macros.model import Listing, Tally, Trouble
from macros.rust.snapshots.take import take_snapshots
from macros.snippets import parse_snippet
from tests.probed import toolchain

PROGRAMS = Path(__file__).with_name("snapshots")


def read_program(name: str, text: str) -> Listing:
    """A snippet with marks; nothing may be wrong with it."""
    listing, findings = parse_snippet(f"memory/{name}", f"snippets/memory/{name}.rs", text)
    assert not findings, findings
    return listing


def take(
    folder: Path, *listings: Listing, workers: int = 2
) -> tuple[tuple[SnapshotAnswer | Trouble, ...], Tally]:
    asked = [SnapshotQuestion(listing) for listing in listings]
    return take_snapshots(asked, toolchain(), folder, workers=workers)


def taken(answer: SnapshotAnswer | Trouble) -> tuple[Snapshot, ...]:
    """The snapshots of an answer that has some."""
    assert isinstance(answer, SnapshotAnswer), answer
    assert not answer.diagnostics, [one.rendered for one in answer.diagnostics]
    return answer.snapshots


def said(answer: SnapshotAnswer | Trouble) -> list[tuple[int, str]]:
    """Line and message of each diagnostic of an answer without snapshots."""
    assert isinstance(answer, SnapshotAnswer), answer
    assert not answer.snapshots
    return [(one.line, one.message) for one in answer.diagnostics]


def moment(snapshots: Sequence[Snapshot], label: str, hit: int = 1) -> Snapshot:
    return next(one for one in snapshots if (one.label, one.hit) == (label, hit))


def variables(snapshot: Snapshot) -> list[Variable]:
    """Those of all frames, the innermost frame first."""
    return [each for one in snapshot.threads for frame in one.frames for each in frame.variables]


def variable(snapshot: Snapshot, name: str) -> Variable:
    return next(one for one in variables(snapshot) if one.name == name)


def value(snapshot: Snapshot, name: str) -> Value:
    found = variable(snapshot, name).value
    assert found is not None, name
    return found


def block(snapshot: Snapshot, name: str) -> Block:
    return next(one for one in snapshot.blocks if one.name == name)


def write_value(value: Value | None) -> str:
    """A value in one line, as `Some(0: 3)`; where it points in brackets."""
    if value is None:
        return "-"
    inside = ", ".join(f"{name}: {write_value(part)}" for name, part in value.parts)
    where = ""
    if value.spot is not None:
        spot = value.spot
        frame = f" [{spot.frame}]" if spot.frame else ""
        reach = "" if spot.reach is None else f"/{spot.reach}"
        where = f" -> {spot.region} {spot.name}{frame}+{spot.offset}{reach}"
    return f"{value.text}{f'({inside})' if inside else ''}{where}"


def write_snapshot(snapshot: Snapshot) -> str:
    """A snapshot as text, one line for each thing."""
    lines = [f"== {snapshot.label} line {snapshot.line} hit {snapshot.hit}"]
    for thread in snapshot.threads:
        lines.append(f"thread {thread.name}")
        for frame in thread.frames:
            lines.append(f"  {frame.function} line {frame.line}")
            for one in frame.variables:
                since = f" ({one.standing} {one.since})" if one.standing != "live" else ""
                lines.append(f"    {one.name}: {one.type} = {write_value(one.value)}{since}")
    for each in snapshot.blocks:
        what = "freed " if each.freed else ""
        lines.append(
            f"{each.name} {what}size {each.size} align {each.align} used {each.used} "
            f"moved {each.moved} {write_value(each.value)}"
        )
    for static in snapshot.statics:
        lines.append(
            f"static {static.name} {static.section} {static.size} {static.bytes.hex()} "
            f"{write_value(static.value)}"
        )
    return "\n".join(lines)
