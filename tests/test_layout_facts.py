"""Layout facts of the margin, measured by the real compiler."""

from __future__ import annotations

from pathlib import Path

from tests.tiny import check, run, write_book

SNIPPET = """\
//! Every sort of type that the margin can speak of.
#![allow(dead_code)]

#[repr(C)]
pub struct Pair { //~ size 8, align 4
    a: u8, //~ offset 0
    //~ padding 3
    b: u32, //~ offset 4
}

struct Reordered {
    a: u8, //~ offset 6
    b: u32, //~ offset 0
    c: u16, //~ offset 4
    //~ padding 1
}

enum Letter { //~ size 4, niche 0x110000 means None
    Some(char),
    None,
}

enum Borrowed<'a> { //~ size 8, niche 0 means None
    Some(&'a u8),
    None,
}

enum Shape { //~ size 16, tag u8
    Rectangle {
        filled: bool, //~ offset 1
        //~ padding 2
        wide: u32, //~ offset 4
    },
    Circle(u64), //~ padding 7, offset 8
    Point,
}

#[repr(u16)]
enum Status { //~ size 2, tag u16
    Fine = 200,
    Missing = 404,
}

#[repr(i8)]
enum Sign { //~ size 1, tag i8
    Minus = -1,
    Plus = 1,
}

enum Alone { //~ size 8
    Only {
        a: u8,
        b: u32, //~ offset 0
    },
    //~ padding 3
}

union Bits { //~ size 4, align 2
    a: u16, //~ offset 0
    b: [u8; 3],
    //~ padding 1
}

mod inner {
    pub mod deeper {
        pub struct Unit; //~ size 0, align 1
        pub struct r#Raw<'a>(u8, &'a [u8]); //~ size 24, padding 7
    }
}

fn main() {}
"""
PAGE = """\
# A book

{{ snippet("types") }}

> - Quoted:
>
>   ```rust
>   # fn main() {}
>   struct Pair(u8, u32); //~ size 8, align 4, padding 3
>   ```
"""


def test_facts_of_every_sort_of_type_are_held_against_rustc(tmp_path: Path) -> None:
    """In a file and in a fence; `explain` shows what was measured."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"types.rs": SNIPPET})
    done = check(root, "--no-cache")
    assert (done.code, done.text.split(":")[1][:9]) == (0, " all hold"), done.text
    explained = run("explain", "--root", root, "snippets/types.rs").text
    assert "    Pair b padding: 3\n" in explained
    assert "    Letter None niche: 1114112\n" in explained


def test_every_wrong_number_is_found_in_one_go(tmp_path: Path) -> None:
    """Each at its own place, and nothing else."""
    wrong = SNIPPET.replace("size 8, align 4", "size 9, align 8").replace("padding 3", "padding 2")
    root = write_book(tmp_path, {"a.md": '{{ snippet("types") }}\n'}, {"types.rs": wrong})
    done = check(root)
    found = [line for line in done.text.split("\n") if line.startswith("error[")]
    assert (done.code, found) == (
        1,
        [
            "error[size]: the margin says size 9, rustc measures 8",
            "error[align]: the margin says align 8, rustc measures 4",
            "error[padding]: the margin says padding 2 before `b`, rustc measures 3",
            "error[padding]: the margin says padding 2 at the end, rustc measures 3",
        ],
    )
