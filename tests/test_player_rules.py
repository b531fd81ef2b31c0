"""The promise that players match: each rule broken once, by hand-made snapshots and tiny books."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checks.played import lost_in, steps_of
from macros.draw.player import draw_player
from macros.memory import (
    Block,
    Frame,
    Region,
    Snapshot,
    Spot,
    Standing,
    Thread,
    Value,
    Variable,
)
from macros.model import Mark, Outcome, Place
from macros.player_rules import find_faults
from tests.made import listing_of, ran
from tests.made_memory import CALL, LOCALS, player
from tests.promised import Kept, keep_promises, write_promising_book

PAGE = Place("docs/page.md", 3, 1, 3, 20)
LISTING = replace(
    listing_of("fn main() {\n    let s = 1;\n}\n"), marks=(Mark("start", PAGE, 2, 3),)
)
BLOCK = Block(1, 8, 1, used=5, bytes=bytes(8), value=Value("str", '"hello"', 0, 5))


def owner(spot: Spot, standing: Standing = Standing.LIVE, type: str = "String") -> Variable:
    value = Value(type, "len 5, capacity 8", 0, 24, spot=spot)
    return Variable("s", type, 0, 24, bytes(24), value, standing)


def heap(number: int = 1, offset: int = 0, region: Region = Region.HEAP) -> Spot:
    return Spot(region, f"heap #{number}", offset, 5)


def moment(variable: Variable, *blocks: Block, label: str = "start", hit: int = 1) -> Snapshot:
    frame = Frame("main", 2, (variable,))
    return Snapshot(label, 2, hit, (Thread("main", (frame,)),), blocks)


GOOD = moment(owner(heap()), BLOCK)
FREED = Block(1, 8, 1, freed=True)


def faults(*snapshots: Snapshot, outcome: Outcome | None = None) -> list[str]:
    found = find_faults(PAGE, LISTING, snapshots, outcome or ran("1\n"))
    lead = "the snapshots of ownership/move contradict themselves: "
    return [each.message.removeprefix(lead) for each in found]


def test_a_snapshot_that_fits_together_has_no_fault() -> None:
    """Also with a block that is freed later on, and a moved owner of it."""
    gone = owner(heap(region=Region.FREED), Standing.MOVED)
    assert faults(GOOD, moment(gone, FREED, hit=2)) == []


@pytest.mark.parametrize("outcome", [ran(code=3), Outcome(False), Outcome(True)])
def test_the_ordinary_run_ends_well(outcome: Outcome) -> None:
    """What only works under a debugger is not drawn."""
    said = ["ownership/move, run as usual, does not end with exit code 0"]
    assert faults(GOOD, outcome=outcome) == said


FAULTY = [
    ((), "the stops at `start` are numbered []"),
    ((replace(GOOD, hit=2),), "the stops at `start` are numbered [2]"),
    ((moment(owner(heap()), BLOCK, BLOCK),), "start: the blocks are numbered [1, 1]"),
    (
        (moment(owner(heap()), replace(BLOCK, used=9)),),
        "start: heap #1 has 9 of 8 bytes in use",
    ),
    (
        (moment(owner(heap(), Standing.MOVED), replace(FREED, bytes=b"x")),),
        "start: heap #1 was freed and has something in it",
    ),
    ((moment(owner(heap()), replace(BLOCK, align=3)),), "start: heap #1 is aligned to 3"),
    (
        (moment(owner(heap()), replace(BLOCK, value=Value("str", '"x"', 4, 5))),),
        "start: heap #1 has 8 bytes, and a part at 4 of 5",
    ),
    ((moment(owner(heap(2)), BLOCK),), "start: main.s points to heap #2, which is not shown"),
    (
        (moment(owner(heap(1, 4)), BLOCK),),
        "start: main.s points beyond the 8 bytes of heap #1",
    ),
    ((moment(owner(heap()), FREED),), "start: main.s points to heap #1 as heap, and it is not"),
    (
        (moment(owner(heap(region=Region.FREED)), FREED),),
        "start: main.s is live and owns heap #1, which was freed",
    ),
    (
        (moment(owner(Spot(Region.STACK, "main: t", 0, 1)), BLOCK),),
        "start: main.s points to main: t, which is not shown",
    ),
    (
        (moment(owner(Spot(Region.STACK, "main: s", 25, 1)), BLOCK),),
        "start: main.s points beyond the 24 bytes of main: s",
    ),
    ((GOOD, moment(owner(Spot(Region.NULL)), hit=2)), "start: heap #1 is forgotten"),
    (
        (moment(owner(heap(), Standing.MOVED), FREED), replace(GOOD, hit=2)),
        "start: heap #1 is as it was long ago",
    ),
]


@pytest.mark.parametrize(("snapshots", "message"), FAULTY)
def test_a_contradiction_is_found(snapshots: tuple[Snapshot, ...], message: str) -> None:
    """Each by the one rule that it breaks."""
    assert faults(*snapshots) == [message]


# On the page --------------------------------------------------------------------------------


@pytest.mark.parametrize("drawn", [LOCALS, CALL])
def test_a_drawn_player_shows_its_snapshots(drawn: object) -> None:
    """Every label, variable and value of every step."""
    assert isinstance(drawn, type(LOCALS))
    steps = steps_of(draw_player(drawn))
    assert len(steps) == len(drawn.snapshots)
    for number, snapshot in enumerate(drawn.snapshots, start=1):
        assert list(lost_in(steps.get(f"{drawn.prefix}-{number}"), snapshot)) == []


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("in the middle", "in the end", "the label `in the middle`"),
        (">count<", ">counter<", "the variable `count`"),
        (">41<", ">42<", "the value of `count`"),
        ('id="memory-one-1"', 'id="memory-one-7"', "the step of `in the middle`"),
    ],
)
def test_what_the_page_lost_is_found(old: str, new: str, lost: str) -> None:
    """A label, a name, a value, a whole step."""
    count = Variable("count", "u8", 0, 1, b")", Value("u8", "41", 0, 1))
    frame = Frame("main", 1, (count,))
    snapshot = Snapshot("in the middle", 1, 1, (Thread("main", (frame,)),))
    page = draw_player(player("one", "One", "let count = 41;\n", snapshot))
    assert list(lost_in(steps_of(page).get("memory-one-1"), snapshot)) == []
    assert old in page
    steps = steps_of(page.replace(old, new))
    assert list(lost_in(steps.get("memory-one-1"), snapshot)) == [lost]


# In tiny books ------------------------------------------------------------------------------

PROGRAM = """\
//! A move.
fn main() {
    let s = String::from("hello");
    //@ snapshot: start
    println!("{s}"); //~ prints hello
}
"""


def promised(root: Path, program: str, call: str = '{{ memory("moves/stopped") }}') -> Kept:
    pages = {"moves.md": f'# Moves\n\n{call}\n\n{{{{ snippet("moves/shown") }}}}\n'}
    pages["sources/moves.yml"] = "[]\n"
    book = write_promising_book(root, pages, {"moves/stopped.rs": program})
    return keep_promises(book, ("players_match",))


def test_a_book_with_a_player_keeps_the_promise(tmp_path: Path) -> None:
    """One test a player for the run, and one for the page."""
    root = write_promising_book(
        tmp_path,
        {"index.md": '# Start\n\n{{ memory("moves/stopped") }}\n'},
        {"moves/stopped.rs": PROGRAM},
    )
    kept = keep_promises(root, ("players_match",))
    assert kept.failed == {}, kept.output
    assert {
        "test_there_are_players",
        "test_player_matches_the_run[docs/index.md:3:1]",
        "test_page_shows_the_player[docs/index.md:3:1]",
    } <= kept.passed


def test_a_player_that_cannot_be_drawn_breaks_it(tmp_path: Path) -> None:
    """With the finding of the mark that is never reached."""
    never = PROGRAM.replace(
        "    //@ snapshot: start\n",
        "    if s.is_empty() {\n        //@ snapshot: start\n        println!();\n    }\n",
    )
    kept = promised(tmp_path, never)
    said = kept.failed["test_player_matches_the_run[docs/moves.md:3:1]"]
    assert "docs/moves.md:3:1: no moment was drawn" in said


def test_a_book_without_players_does_not_keep_it(tmp_path: Path) -> None:
    """Nothing that could match; and a call that is no player is one too few."""
    kept = promised(tmp_path / "none", PROGRAM, '{{ snippet("moves/stopped") }}')
    assert "Empty parameter set" in kept.output
    assert kept.code != 0
    both = '{{ memory("moves/shown") }}\n\n{{ memory("moves/stopped") }}'
    kept = promised(tmp_path / "wrong", PROGRAM, both)
    assert "a call of a player is no player" in kept.failed["test_there_are_players"]
