"""Numbers and texts that a program makes of addresses reach no page."""

from __future__ import annotations

from pathlib import Path

from macros.memory import SnapshotAnswer
from tests.snapped import read_program, take, taken, value, write_value

NUMBERS = """\
//! Numbers that are addresses.
use std::sync::atomic::AtomicUsize;

fn main() {
    let n = 5_u32;
    let text = String::from("hello");
    let fixed = &raw const n as usize;
    let both = [text.as_ptr() as u64 + 1, 77];
    let atomic = AtomicUsize::new(main as fn() as usize);
    let rest = fixed % 4;
    //@ snapshot: at, show: fixed, both, atomic, rest, n
    let _ = (n, text, fixed, both, atomic, rest);
}
"""
TEXT = """\
//! A text that holds an address.
fn main() {
    let n = 5_u32;
    let text = format!("{:p}", &n);
    //@ snapshot: written, show: text
    println!("{text}");
}
"""


def test_a_number_that_is_an_address_is_shown_as_one(tmp_path: Path) -> None:
    """With the name of the place; what is computed of it stays a number."""
    (answer,), _ = take(tmp_path, read_program("numbers", NUMBERS))
    (snapshot,) = taken(answer)
    said = {name: write_value(value(snapshot, name)) for name in ("fixed", "both", "rest")}
    assert said == {
        "fixed": "an address -> stack main: n+0",
        "both": "(0: an address -> heap heap #1+1, 1: 77)",
        "rest": "0",
    }
    assert write_value(value(snapshot, "atomic")).startswith("an address -> code main")


def test_builds_in_other_folders_show_the_same(tmp_path: Path) -> None:
    """The stack begins elsewhere there, so the numbers themselves are others."""
    folders = (tmp_path / "a", tmp_path / ("b" * 99))
    answers = []
    for folder in folders:
        folder.mkdir()
        (answer,), _ = take(folder, read_program("numbers", NUMBERS))
        assert isinstance(answer, SnapshotAnswer)
        names = ("both", "atomic", "rest", "fixed")
        answers.append([value(answer.snapshots[0], name) for name in names])
    assert answers[0] == answers[1]


def test_an_address_in_a_text_is_refused(tmp_path: Path) -> None:
    """Nobody could read it as a place, and it differs from build to build."""
    (answer,), _ = take(tmp_path, read_program("text", TEXT))
    assert isinstance(answer, SnapshotAnswer)
    (said,) = answer.diagnostics
    assert said.line == 4
    start, end = said.message.split(" 0x7ff")
    assert start == "at `written` a text holds"
    assert end.partition(", ")[2] == (
        "an address that another build has elsewhere: "
        "let the program write none, or draw other variables with show: NAME"
    )
