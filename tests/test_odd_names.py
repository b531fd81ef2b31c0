"""Raw identifiers, what `move` closures have, and statics of one path in two impls are drawn."""

from __future__ import annotations

import pytest

from macros.memory import Snapshot
from macros.rust.raw_names import as_written, bare_name
from tests.snapped import moment, read_program, take, taken, value, variable, write_value

CLOSURE = """\
//! Three variables of a closure.
fn main() {
    let table = vec![1_u8];
    let n = 3_u8;
    let show = move || {
        let k = 1;
        //@ snapshot: inside, show: table, n, k
        println!("{} {} {}", table[0], n, k);
    };
    show();
    let r#type = Box::new(5);
    //@ snapshot: raw, show: r#type
    let r#fn = r#type;
    //@ snapshot: moved, show: r#type, r#fn
    println!("{}", r#fn);
}
"""
STATICS = """\
//! Statics of one path.
use std::cell::Cell;

struct A;
struct B;

impl A {
    fn at() -> (&'static u8, *const Cell<u8>) {
        static S: u8 = 1;
        thread_local! {
            static T: Cell<u8> = const { Cell::new(1) };
        }
        (&S, T.with(|t| &raw const *t))
    }
}

impl B {
    fn at() -> (&'static u8, *const Cell<u8>) {
        static S: u8 = 1;
        thread_local! {
            static T: Cell<u8> = const { Cell::new(1) };
        }
        (&S, T.with(|t| &raw const *t))
    }
}

fn main() {
    let (a, s) = A::at();
    let (b, t) = B::at();
    //@ snapshot: at
    let _ = (a, b, s, t);
}
"""
Moments = dict[str, tuple[Snapshot, ...]]


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> Moments:
    """Both programs, taken once."""
    listings = (read_program("closure", CLOSURE), read_program("statics", STATICS))
    answers, _ = take(tmp_path_factory.mktemp("odd"), *listings)
    return dict(zip(("closure", "statics"), map(taken, answers), strict=True))


def test_all_variables_of_a_move_closure_are_drawn(moments: Moments) -> None:
    """The compiler names only the first that cannot leave it, so each is asked for alone."""
    closure = moment(moments["closure"], "inside").threads[0].frames[0]
    said = {one.name: (str(one.standing), write_value(one.value)) for one in closure.variables}
    assert said == {
        "k": ("live", "1"),
        "n": ("live", "3"),
        "table": ("live", "len 1, capacity 1 -> heap heap #1+0/1"),
    }


def test_raw_identifiers_are_variables_like_others(moments: Moments) -> None:
    """They are asked for, moved and shown as the program writes them."""
    after = moment(moments["closure"], "moved")
    assert str(variable(after, "r#type").standing) == "moved"
    assert value(after, "r#fn").spot == value(moment(moments["closure"], "raw"), "r#type").spot


def test_statics_of_two_impls_have_two_names(moments: Moments) -> None:
    """The type of the impl stands in front, of what threads have too."""
    (snapshot,) = moments["statics"]
    names = {name: write_value(value(snapshot, name)) for name in ("a", "b", "s", "t")}
    assert names == {
        "a": " -> static A::at::S+0/1",
        "b": " -> static B::at::S+0/1",
        "s": " -> static A::at::T+0/1",
        "t": " -> static B::at::T+0/1",
    }


@pytest.mark.parametrize(
    ("name", "written", "bare"),
    [("type", "r#type", "type"), ("r#type", "r#type", "type"), ("r#x", "x", "x"),
     ("x", "x", "x"), ("self", "self", "self")],
)  # fmt: skip
def test_a_name_has_its_mark_where_it_needs_one(name: str, written: str, bare: str) -> None:
    """Whoever wrote it."""
    assert (as_written(name), bare_name(name)) == (written, bare)
