"""What a closure has borrowed is drawn as the pointer that it holds."""

from __future__ import annotations

from pathlib import Path

from macros.memory import Region
from tests.snapped import read_program, take, taken, write_value

PROGRAM = """\
//! What closures borrow.
static TABLE: [u8; 4] = [7, 8, 9, 10];

fn main() {
    let table = &TABLE;
    let word = "hello";
    let n = 1_u64;
    let ask = || {
        let n = n as u8;
        //@ snapshot: inside, show: table, word, n
        println!("{} {}", table[0], word.len() + usize::from(n));
    };
    ask();
}
"""


def test_a_borrowed_static_is_a_pointer_to_it(tmp_path: Path) -> None:
    """So is what is borrowed through another reference, thin or wide; nothing lies in the frame."""
    (answer,), _ = take(tmp_path, read_program("captured", PROGRAM))
    (snapshot,) = taken(answer)
    closure, main = snapshot.threads[0].frames
    assert {(one.name, one.type, write_value(one.value)) for one in closure.variables} == {
        ("table", "&[u8; 4]", " -> static TABLE+0/4"),
        ("word", "&str", 'len 5 -> static "hello"+0/5'),
        ("n", "u8", "1"),
    }
    borrowed = [one for one in closure.variables if one.name != "n"]
    assert [one.place for one in borrowed] == [None, None]
    assert {one.place.region for one in main.variables if one.place} == {Region.STACK}
