"""Programs are stopped at their marks: what their memory holds then.

`tests/snapshots/NAME.txt` holds the snapshots of `NAME.rs` as text; `python -m
tests.test_snapshots` writes them anew: read the difference before keeping it.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.memory import Region, Snapshot, SnapshotAnswer, Standing
from macros.model import Tally, Trouble
from macros.rust.snapshots.heap import BEGIN, END
from tests.snapped import (
    PROGRAMS,
    block,
    moment,
    read_program,
    take,
    taken,
    value,
    variable,
    write_snapshot,
)
from tests.told import misfits

NAMES = sorted(path.stem for path in PROGRAMS.glob("*.rs"))


@dataclass(frozen=True)
class All:
    """The snapshots of all programs, and the folder in which each was built."""

    answers: dict[str, SnapshotAnswer | Trouble]
    tally: Tally
    folder: Path

    def of(self, name: str) -> tuple[Snapshot, ...]:
        return taken(self.answers[name])

    def at(self, name: str, label: str, hit: int = 1) -> Snapshot:
        return moment(self.of(name), label, hit)

    def place(self, name: str) -> Path:
        return self.folder / str(NAMES.index(name))


def take_all(folder: Path) -> All:
    listings = [read_program(name, (PROGRAMS / f"{name}.rs").read_text("utf-8")) for name in NAMES]
    answers, tally = take(folder, *listings)
    return All(dict(zip(NAMES, answers, strict=True)), tally, folder)


def as_text(snapshots: Sequence[Snapshot]) -> str:
    return "\n".join(map(write_snapshot, snapshots)) + "\n"


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> All:
    """All programs, taken once."""
    return take_all(tmp_path_factory.mktemp("snapshots"))


@pytest.mark.parametrize("name", NAMES)
def test_snapshots_read_as_their_golden_file(every: All, name: str) -> None:
    """Every frame, variable, value, pointer, block and static."""
    assert as_text(every.of(name)) == (PROGRAMS / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_programs_say_the_same_of_themselves(every: All, name: str) -> None:
    """Lengths, capacities, counts, sizes and equal addresses are those that the program prints."""
    command = [every.place(name) / "program"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=20).stdout
    assert misfits(printed, every.of(name)) == []


def test_what_programs_say_is_compared(every: All) -> None:
    """The comparison above can fail."""
    wrong = "full: list.cap = 2\nfull: list.cap = 1\nshared: x.ptr is y.ptr = true\n"
    lines = "\n".join(wrong.splitlines()[:2])
    assert misfits(lines, every.of("growth")) == ["full: list.cap = 2"]
    asked = "moved: t.ptr is copy.ptr = true\nstart: s.ptr is moved: t.ptr = true\n"
    assert misfits(asked, every.of("moves")) == ["moved: t.ptr is copy.ptr = true"]


def test_a_program_takes_one_run(every: All) -> None:
    """However many marks it has."""
    assert every.tally == Tally(calls=len(NAMES), isolated=every.tally.isolated)


# Moves, clones, drops -----------------------------------------------------------------------


def test_a_move_leaves_the_block_where_it_is(every: All) -> None:
    """The pointer is copied, and the compiler says that the source is moved, and where."""
    start, moved = every.at("moves", "start"), every.at("moves", "moved")
    assert value(moved, "t").spot == value(start, "s").spot
    assert value(moved, "copy").spot != value(moved, "t").spot
    assert (variable(moved, "s").standing, variable(moved, "s").since) == (Standing.MOVED, 13)


def test_an_argument_lies_with_the_caller(every: All) -> None:
    """More than 16 bytes are handed over by a hidden pointer, which no reader sees."""
    given = variable(every.at("moves", "inside"), "given")
    assert (given.size, given.value and given.value.text) == (24, "len 6, capacity 6")


def test_the_end_of_a_scope_frees(every: All) -> None:
    """A box of an inner scope is gone behind it, and a raw pointer to it says so."""
    after = every.at("moves", "after")
    assert [one.name for one in after.blocks if one.freed] == ["heap #3", "heap #4"]
    spot = value(after, "view").spot
    assert spot is not None
    assert (spot.region, spot.name) == (Region.FREED, "heap #4")


def test_blocks_are_as_the_log_says(every: All) -> None:
    """Sizes and aligns of blocks, and which are freed, are those that the allocator was asked."""
    for name in NAMES:
        log: list[list[int]] = []
        facts = (every.place(name) / "facts.jsonl").read_text("utf-8").splitlines()
        for snapshot, line in zip(every.of(name), facts, strict=False):
            log += json.loads(line)["log"]
            asked = [(size, align) for what, _, size, align, _ in log if what != END]
            live = sum(1 if what == BEGIN else -1 if what == END else 0 for what, *_ in log)
            assert all((one.size, one.align) in asked for one in snapshot.blocks)
            assert sum(not one.freed for one in snapshot.blocks) <= live


def test_a_cycle_leaks(every: All) -> None:
    """The blocks of a cycle stay live, one count each, when no variable leads there any more."""
    leaked = every.at("counted", "leaked")
    nodes = [block(leaked, name) for name in ("heap #8", "heap #9")]
    assert not any(one.freed for one in nodes)
    counts = [dict(one.value.parts)["strong"].text for one in nodes if one.value is not None]
    assert counts == ["1", "1"]


def test_growth_that_moves_keeps_its_number(every: All) -> None:
    """A reallocation gives the same block another size; how often it went elsewhere is counted."""
    sizes = [
        [(one.size, one.moved) for one in every.at("growth", label).blocks if one.number == 1]
        for label in ("full", "grown", "shrunk", "gone")
    ]
    assert [size for ((size, _),) in sizes] == [8, 64, 8, 8]
    assert block(every.at("growth", "gone"), "heap #1").freed


# Frames and threads -------------------------------------------------------------------------


def test_every_thread_has_its_frames(every: All) -> None:
    """All that run, by their names, in the order in which they were started."""
    threads = every.at("threads", "running").threads
    assert [(one.name, [each.function for each in one.frames]) for one in threads] == [
        ("main", ["main"]),
        ("worker 1", ["work", "main (closure)"]),
        ("worker 2", ["work", "main (closure)"]),
    ]
    assert [one.name for one in every.at("threads", "joined").threads] == ["main"]


def test_frames_of_a_recursion_are_numbered(every: All) -> None:
    """The third call points into the second one's frame."""
    above = value(every.at("calls", "linked", 3), "above")
    spot = dict(above.parts)["0"].spot
    assert spot is not None
    assert (spot.name, spot.frame, spot.offset) == ("list: n", 2, 0)


def test_hits_of_a_mark_are_numbered(every: All) -> None:
    """A mark in a loop gives a snapshot each time."""
    rounds = [one for one in every.of("calls") if one.label == "round"]
    assert [(one.hit, value(one, "squared").text) for one in rounds] == [
        (1, "0"),
        (2, "1"),
        (3, "4"),
    ]


# Statics and literals -----------------------------------------------------------------------


def test_a_literal_is_there_once_and_read_only(every: All) -> None:
    """Slices of one literal share its bytes, in a section that nobody writes to."""
    borrowed = every.at("strings", "borrowed")
    spots = [value(borrowed, name).spot for name in ("literal", "again", "tail")]
    names = [(one.name, one.offset, one.reach) for one in spots if one is not None]
    assert names == [('"hello"', 0, 5), ('"hello"', 0, 5), ('"hello"', 1, 2)]
    (hello,) = (one for one in borrowed.statics if one.name == '"hello"')
    assert (hello.section, hello.bytes) == (".rodata", b"hello")


# The same every time ------------------------------------------------------------------------


def test_a_program_gives_the_same_snapshots_every_time(
    every: All, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five times, in other folders, with another environment and another home."""
    names = ("moves", "statics", "threads")
    listings = [read_program(name, (PROGRAMS / f"{name}.rs").read_text("utf-8")) for name in names]
    first = [every.answers[name] for name in names]
    for time in range(4):
        folder = tmp_path / ("deep/" * time) / f"a longer name {time}"
        folder.mkdir(parents=True)
        home = folder / "home"
        home.mkdir()
        with monkeypatch.context() as patch:
            patch.setenv("HOME", str(home))
            patch.setenv("LANG", "de_DE.UTF-8")
            patch.setenv(f"MORE_{time}", "x" * 1000 * time)
            answers, _ = take(folder, *listings)
        assert list(answers) == first


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for name, answer in take_all(Path(place)).answers.items():
            (PROGRAMS / f"{name}.txt").write_text(as_text(taken(answer)), "utf-8")
