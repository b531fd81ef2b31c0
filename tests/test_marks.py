"""`//@ snapshot` lines become marks, and wrong ones are told with their places."""

from __future__ import annotations

import pytest

from macros.marks import place_of_name
from macros.model import Mark
from macros.snippets import parse_snippet

HELP = "help: put it on a line of its own between two statements of a function"


def marks_of(text: str) -> list[Mark]:
    listing, findings = parse_snippet("a", "snippets/a.rs", f"//! A.\n{text}")
    assert not findings, findings
    return list(listing.marks)


def wrong(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Place, message and notes of each finding."""
    _, findings = parse_snippet("a", "snippets/a.rs", f"//! A.\n{text}")
    assert all(one.code == "mark" for one in findings)
    return [(str(one.place), one.message, one.notes) for one in findings]


def test_a_mark_has_a_label_and_variables() -> None:
    """All variables where none are named; without a label the line is one."""
    marks = marks_of(
        "fn main() {\n    let s = 1;\n    //@ snapshot: start\n    let t = s;\n"
        "    //@ snapshot: after, the move, show: s, t\n    let _ = (s, t);\n"
        "    //@ snapshot\n    //@ snapshot: show: t\n}\n"
    )
    assert [(one.label, one.show) for one in marks] == [
        ("start", ()),
        ("after, the move", ("s", "t")),
        ("line 8", ()),
        ("line 9", ("t",)),
    ]


def test_lines_are_those_of_the_program() -> None:
    """Without title and directives: the last line that has run, and the one that comes next."""
    marks = marks_of(
        "fn main() {\n    let s = 1;\n\n    // a remark\n    //@ snapshot: a\n    //@ snapshot: b\n"
        "    let _ = s;\n}\n"
    )
    assert [(one.line, one.before) for one in marks] == [(2, 5), (2, 5)]


PLACES = {
    "a statement over two lines": "fn main() {\n    let s =\n    //@ snapshot: a\n    1;\n}\n",
    "arguments": "fn f(_: u8) {}\nfn main() { f(\n    //@ snapshot: a\n    1); }\n",
    "a chain": 'fn main() {\n    let _ = "a"\n    //@ snapshot: a\n    .len();\n}\n',
}


@pytest.mark.parametrize("name", PLACES)
def test_a_mark_inside_a_statement_is_refused(name: str) -> None:
    """No call can be put there."""
    ((place, message, notes),) = wrong(PLACES[name])
    assert place.startswith("snippets/a.rs:4:")
    assert (message, notes) == ("a snapshot cannot be taken inside a statement", (HELP,))


@pytest.mark.parametrize(
    "text", ["//@ snapshot: a\nfn main() {}\n", "fn main() {}\n//@ snapshot: a\n"]
)
def test_a_mark_outside_a_function_is_refused(text: str) -> None:
    """Nothing runs there."""
    ((_, message, notes),) = wrong(text)
    assert message == "a snapshot cannot be taken outside a function: nothing runs there"
    assert notes == (HELP,)


@pytest.mark.parametrize(
    "text",
    [
        "macro_rules! m {\n    () => {{\n        //@ snapshot: a\n        1\n    }};\n}\n"
        "fn main() {\n    m!();\n}\n",
        'fn main() {\n    println!(\n        //@ snapshot: a\n        "x"\n    );\n}\n',
        "fn main() {\n    let _ = vec![{\n        let x = 1;\n        //@ snapshot: a\n        x\n"
        "    }];\n}\n",
    ],
)
def test_a_mark_in_a_macro_is_refused(text: str) -> None:
    """Its text is the macro's, not the program's."""
    ((_, message, notes),) = wrong(text)
    assert (message, notes) == ("a snapshot cannot be taken inside a macro", (HELP,))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a, show: x.y", "`x.y` is not the name of a variable"),
        ("a, show:", "show: names no variable"),
        ("a, show: x,", "show: names no variable"),
        ("a, show: x, y, x", "show: names `x` twice"),
    ],
)
def test_names_that_are_none_are_refused(value: str, message: str) -> None:
    """`show:` takes names of variables, each once."""
    ((place, said, _),) = wrong(f"fn main() {{\n    //@ snapshot: {value}\n}}\n")
    assert (place, said) == ("snippets/a.rs:3:5", message)


def test_labels_are_told_apart() -> None:
    """A claim could not say which of two is meant."""
    text = "fn main() {\n    //@ snapshot: a\n    main();\n    //@ snapshot: a\n}\n"
    assert wrong(text) == [
        ("snippets/a.rs:5:5", "two snapshots are called `a`", ("first: line 3",))
    ]


def test_a_name_in_a_mark_has_its_place() -> None:
    """The characters of the name itself, where one is shown."""
    line = "    //@ snapshot: a, show: xs, x"
    (mark,) = marks_of(
        f"fn main() {{\n    let (x, xs) = (1, 2);\n{line}\n    let _ = x + xs;\n}}\n"
    )
    place = place_of_name(mark, line, "x")
    assert (place.line, place.column, place.end_column) == (4, 32, 33)
    assert place_of_name(mark, line, "y") == mark.place
