"""rustc's text in a reader's own line numbers."""

from __future__ import annotations

from macros.model import Listing, Place
from macros.renumber import Lines, lines_of_block, lines_of_file, renumber

MESSAGE = """\
error[E0382]: borrow of moved value: `a`
 --> a/b.rs:4:9
  |
2 |     let a = 1;
  |         - move occurs here
3 |     b(a);
  |       - value moved here
4 |     c(a);
  |       ^ value borrowed here
  |
  = note: in this macro"""


def test_numbers_become_those_of_the_file_and_the_gutter_grows() -> None:
    """Ten lines further down every gutter is one column wider."""
    lines = Lines("snippets/a/b.rs", (11, 12, 13, 14))
    assert renumber(MESSAGE, "a/b.rs", lines) == (
        "error[E0382]: borrow of moved value: `a`\n"
        "  --> snippets/a/b.rs:14:9\n"
        "   |\n"
        "12 |     let a = 1;\n"
        "   |         - move occurs here\n"
        "13 |     b(a);\n"
        "   |       - value moved here\n"
        "14 |     c(a);\n"
        "   |       ^ value borrowed here\n"
        "   |\n"
        "   = note: in this macro"
    )


def test_a_line_that_is_not_shown_has_no_number() -> None:
    """A hidden line keeps its text in the message, without a number nobody could find."""
    lines = Lines("main.rs", (0, 0, 1, 2))
    told = renumber(MESSAGE, "a/b.rs", lines).split("\n")
    assert told[1] == " --> main.rs:2:9"
    assert told[3] == "  |     let a = 1;"
    assert told[5] == "1 |     b(a);"


def test_another_file_keeps_its_numbers() -> None:
    """Lines of the standard library are not ours to count."""
    text = "note: here\n   --> $RUST/core.rs:100:1\n    |\n100 | fn f();\n    | ------"
    assert renumber(text, "a/b.rs", Lines("x.rs", (5,))) == text


def test_a_panic_is_told_in_the_lines_of_the_block() -> None:
    """A place inside a sentence is moved as well."""
    said = "thread 'main' panicked at a/b.rs:3:5:\nno"
    lines = Lines("main.rs", (0, 0, 2))
    assert renumber(said, "a/b.rs", lines) == "thread 'main' panicked at main.rs:2:5:\nno"


def test_an_indented_fence_counts_what_stands_before_it() -> None:
    """The column is the one that an editor shows."""
    listing = Listing(
        "docs/a.md:3", Place("docs/a.md", 3, 5, 3, 12), "fn main() {\nb;\n}\n", "b;", (0, 4, 0),
        (0, 4, 0),
    )  # fmt: skip
    message = "error: no\n --> docs/a_3.rs:2:1\n  |\n2 | b;\n  | ^"
    assert renumber(message, "docs/a_3.rs", lines_of_file(listing)) == (
        "error: no\n --> docs/a.md:4:5\n  |\n4 | b;\n  | ^"
    )
    assert renumber(message, "docs/a_3.rs", lines_of_block(listing, "main.rs")) == (
        "error: no\n --> main.rs:1:1\n  |\n1 | b;\n  | ^"
    )
