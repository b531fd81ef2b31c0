"""What the margin says of the allocator → counted statements, or what is wrong with it."""

from __future__ import annotations

import pytest

from macros.heap import stated
from macros.model import Counted, Finding, Listing
from macros.scan import scan_page
from macros.snippets import parse_snippet
from macros.vocabulary import VOCABULARY
from tests.made import FILE, NAME

ODD = "no statement begins or ends here that could be counted"
ITEM = "an item is nothing that is run: it asks the allocator for nothing"
TAIL = "this is the value of its block, and nothing can be counted behind it"
TWICE = "`frees` of the same statement was already given on line 3"
MACRO = "a statement inside a macro cannot be counted"
FAILING = """\
//! A.
//@ check-fail
fn main() {
    f(); //~ frees nothing
    g(); //~ ERROR E0425
}
"""


def parsed(body: str) -> tuple[Listing, tuple[Finding, ...]]:
    return parse_snippet(NAME, FILE, f"//! Counts.\nfn main() {{\n{body}}}\n")


def counted_in(body: str) -> list[tuple[str, str]]:
    listing, findings = parsed(body)
    assert findings == ()
    return [(one.text, stated(one)) for one in listing.counted]


def mistakes_in(body: str) -> list[tuple[str, int, str]]:
    """Code, line and message."""
    _, findings = parsed(body)
    return [(one.code, one.place.line, one.message) for one in findings]


def test_facts_belong_to_the_statement_on_their_line() -> None:
    """Behind it, above it, behind its last line, and joined by semicolons."""
    body = (
        "    let a = Box::new(1); //~ allocates 1 block, 4 bytes\n"
        "    //~v allocates nothing; frees 1 block, 4 bytes\n"
        "    drop(\n        a,\n    );\n"
        "    let b = {\n        vec![1_u8]\n    }; //~ allocates 1 block, 1 byte\n"
        "    //~v frees 1 block, 1 byte\n"
        "    drop(b); //~ allocates nothing\n"
    )
    assert counted_in(body) == [
        ("let a = Box::new(1);", "allocates 1 block, 4 bytes"),
        ("drop( a, );", "allocates nothing; frees 1 block, 4 bytes"),
        ("let b = { vec![1_u8] };", "allocates 1 block, 1 byte"),
        ("drop(b);", "frees 1 block, 1 byte; allocates nothing"),
    ]


def test_a_counted_statement_knows_where_it_stands_in_what_is_compiled() -> None:
    """Title, directives and margin are gone there."""
    listing, _ = parsed("    //@ region all\n    f(); //~ frees nothing\n    //@ end\n")
    (counted,) = listing.counted
    assert isinstance(counted, Counted)
    assert (counted.start, counted.end) == ((2, 5), (2, 9))
    assert listing.source.split("\n")[1][4:8] == "f();"
    assert counted.place.line == 4


def test_a_fence_has_counted_statements_too() -> None:
    """Its main function is added, and its lines are those of the page."""
    page = "# A\n\n```rust\nlet a = Box::new(1); //~ allocates 1 block, 4 bytes\n```\n"
    (fence,) = scan_page("docs/a.md", page, VOCABULARY).fences
    (counted,) = fence.listing.counted
    assert counted.place.line == 4
    assert counted.text == "let a = Box::new(1);"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("f(); //~ allocates 3", "`allocates 3` is no fact about the heap"),
        ("f(); //~ frees 3 blocks", "`frees 3 blocks` is no fact about the heap"),
        ("f(); //~ frees nothing;", "there is no fact between two semicolons, or behind the last"),
        ("f(); g(); //~ frees nothing", "several statements stand on this line"),
        ("f( //~ frees nothing\n);  //~ frees nothing", TWICE),
        ("use a::b; //~ frees nothing", ITEM),
        ("a + b //~ frees nothing", TAIL),
        ("// alone\n //~ frees nothing", ODD),
        ("match a {\n 1 => f(), //~ frees nothing\n _ => {} }", ODD),
        ("try_it!({\n f(); //~ frees nothing\n });", MACRO),
        ("f();\n//~^^^^^^ frees nothing", "this points to a line outside of the listing"),
    ],
)  # fmt: skip
def test_a_fact_that_is_none_is_a_finding(line: str, message: str) -> None:
    """Each says what is wrong, at its own characters."""
    found = mistakes_in(f"{line}\n")
    assert [(code, text) for code, _, text in found] == [("expectation", message)]


def test_more_statements_than_the_counter_has_room_for_are_a_finding() -> None:
    """They would be lost."""
    found = mistakes_in("    f(); //~ frees nothing\n" * 65)
    assert found == [
        ("expectation", 67, "65 statements of this listing are counted, and 64 are the most")
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (FAILING,
         "a `check-fail` listing is not run, so nothing can be counted"),
        ("//! A.\nfn f() {\n    f(); //~ frees nothing\n}\n",
         "nothing here is run, so nothing can be counted"),
    ],
)  # fmt: skip
def test_what_is_not_run_cannot_be_counted(text: str, message: str) -> None:
    """A listing that must fail, and a library."""
    _, findings = parse_snippet(NAME, FILE, text)
    assert [one.message for one in findings] == [message]


def test_a_help_says_what_to_do_with_a_tail() -> None:
    """Binding it gives it an end."""
    _, (finding,) = parsed("    a + b //~ frees nothing\n")
    assert finding.notes == (
        "help: bind it first, `let value = …;`, and count that, or end it with a semicolon",
    )
