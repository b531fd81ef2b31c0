"""Two pointers lead to the same place only where they really do: on programs that stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.memory import Snapshot, SnapshotAnswer
from macros.model import Finding, State
from tests.made import judged
from tests.snapped import read_program, take, taken

THREADS = """\
//! Threads that stand in the same function.
use std::sync::Barrier;
use std::thread::Builder;

fn work(barrier: &Barrier) {
    let x = 1_u8;
    let p = &raw const x;
    barrier.wait();
    barrier.wait();
    let _ = (x, p);
}

fn main() {
    let barrier = Barrier::new(4);
    std::thread::scope(|scope| {
        for name in ["one", "twin", "twin"] {
            let thread = Builder::new().name(name.into());
            thread.spawn_scoped(scope, || work(&barrier)).unwrap();
        }
        barrier.wait();
        //@ snapshot: at, show: x, p
        barrier.wait();
    });
}
"""
FRAME = """\
//! Variables of one name in one frame.
fn deep(p: &mut *const u8) {
    let y = 5_u8;
    *p = &raw const y;
    //@ snapshot: called, show: y, p
    let _ = y;
}

fn below(p: &mut *const u8) {
    let _room = [0_u8; 100];
    deep(p);
}

fn main() {
    let x = 1_u8;
    let a = &raw const x;
    let x = 2_u8;
    let b = &raw const x;
    //@ snapshot: shadowed, show: a, b
    let (mut c, mut d) = (a, a);
    if x > 1 {
        let y = 3_u8;
        c = &raw const y;
        //@ snapshot: first, show: c, y
        let _ = y;
    }
    if x > 0 {
        let y = 4_u8;
        d = &raw const y;
        //@ snapshot: second, show: d, y
        let _ = y;
    }
    let (e, f) = (Vec::<u8>::new(), Vec::<u32>::new());
    //@ snapshot: empty, show: e, f
    let _ = (a, b, c, d, e, f);
    let mut p = a;
    deep(&mut p);
    below(&mut p);
}
"""
LONG = """\
//! Arrays that differ at their ends.
fn main() {
    let a = [0_u8; 70];
    let mut b = [0_u8; 70];
    b[69] = 1;
    //@ snapshot: at
    let _ = (a, b);
}
"""
Moments = dict[str, tuple[Snapshot, ...]]


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> Moments:
    """Both programs, taken once."""
    listings = (read_program("threads", THREADS), read_program("frame", FRAME))
    answers, _ = take(tmp_path_factory.mktemp("places"), *listings)
    return dict(zip(("threads", "frame"), map(taken, answers), strict=True))


def judge(moments: Moments, program: str, statement: str) -> tuple[State, tuple[Finding, ...]]:
    sentence = f"""{{{{ claim("so", snapshot='{statement}', snippet="ownership/move") }}}}"""
    verdict = judged(sentence, SnapshotAnswer(moments[program]))
    return verdict.state, verdict.findings


@pytest.mark.parametrize(
    ("program", "statement"),
    [
        ("threads", "at: one/p.ptr == at: twin #1/p.ptr"),
        ("threads", "at: twin #1/p.ptr == at: twin #2/p.ptr"),
        ("threads", "at: one/p.ptr == at: &twin #1/x"),
        ("threads", "at: &one/x == at: &twin #1/x"),
        ("frame", "shadowed: a.ptr == shadowed: b.ptr"),
        ("frame", "first: c.ptr == second: d.ptr"),
        ("frame", "first: c.ptr == second: &y"),
        ("frame", "called#1: &y == called#2: &y"),
    ],
)
def test_other_places_are_not_the_same(moments: Moments, program: str, statement: str) -> None:
    """Nor does it hold that they are; that they differ does."""
    equal, findings = judge(moments, program, statement)
    assert equal is State.REFUTED
    assert [one.code for one in findings] == ["snapshot"]
    left, _, right = findings[0].message.partition(", ")
    assert left.partition(": ")[2] != right.partition(": ")[2], findings[0].message
    assert judge(moments, program, statement.replace("==", "!="))[0] is State.HOLDS


@pytest.mark.parametrize(
    ("program", "statement"),
    [
        ("threads", "at: one/p.ptr == at: &one/x"),
        ("threads", "at: twin #2/p.ptr == at: &twin #2/x"),
        ("frame", "first: c.ptr == first: &y"),
        ("frame", "second: d.ptr == second: &y"),
    ],
)
def test_one_place_is_the_same(moments: Moments, program: str, statement: str) -> None:
    """By whatever way it is named."""
    assert judge(moments, program, statement) == (State.HOLDS, ())


@pytest.mark.parametrize("operator", ["==", "!="])
def test_two_pointers_to_no_memory_are_not_compared(moments: Moments, operator: str) -> None:
    """What lies where nothing is, nobody could say."""
    state, (finding,) = judge(moments, "frame", f"empty: e.ptr {operator} empty: f.ptr")
    assert state is State.REFUTED
    assert finding.message == (
        "empty: e points to dangling, empty: f points to dangling: "
        "where no memory is, no two places can be told apart"
    )
    assert finding.notes[0] == "help: say it of each, such as e.ptr == dangling"
    assert judge(moments, "frame", "empty: e.ptr == dangling") == (State.HOLDS, ())


def test_values_that_were_read_in_part_are_not_compared(tmp_path: Path) -> None:
    """The rest of two long arrays, or of two types that are not decoded, may be different."""
    (answer,), _ = take(tmp_path, read_program("long", LONG))
    sentence = """{{ claim("so", snapshot="at: a == at: b", snippet="ownership/move") }}"""
    assert isinstance(answer, SnapshotAnswer)
    (finding,) = judged(sentence, answer).findings
    assert finding.message.endswith(": these are no two things of one sort")
