"""Listings → copies of their file with one expectation, or one promised end, made wrong."""

from __future__ import annotations

import pytest

from macros.mutants import write_mutant
from macros.mutated_listings import mutants_of_listing
from macros.scan import scan_page
from macros.snippets import parse_snippet
from macros.text import find_lines
from macros.vocabulary import VOCABULARY


def changed_snippet(text: str) -> list[tuple[str, list[str]]]:
    """What changes, and the lines of the snippet that are new."""
    path = "snippets/a/b.rs"
    listing, findings = parse_snippet("a/b", path, text)
    assert findings == ()
    mutants = mutants_of_listing(listing, find_lines(path, text))
    return [(one.change, new_lines(text, write_mutant(text, one))) for one in mutants]


def changed_fence(info: str, code: str = "let a = 1;") -> list[tuple[str, list[str]]]:
    text = f"# A\n\n```{info}\n{code}\n```\n"
    (fence,) = scan_page("docs/a.md", text, VOCABULARY).fences
    mutants = mutants_of_listing(fence.listing, find_lines("docs/a.md", text))
    return [(one.change, new_lines(text, write_mutant(text, one))) for one in mutants]


def new_lines(before: str, after: str) -> list[str]:
    return [line for line in after.splitlines() if line not in before.splitlines()]


def test_an_expected_error_changes_its_line_code_and_text() -> None:
    """One up, one down, another code, and letters of the message."""
    text = (
        "//! A.\n//@ check-fail\nfn main() {\n    drop(s); //~ ERROR E0425 not found\n    f();\n}\n"
    )
    assert changed_snippet(text) == [
        ("failure dropped", ["//@ edition: 2024"]),
        ("stage replaced", ["//@ build-fail"]),
        ("line shifted", ["    drop(s); //~v ERROR E0425 not found"]),
        ("line shifted", ["    drop(s); //~^ ERROR E0425 not found"]),
        ("code replaced", ["    drop(s); //~ ERROR E0426 not found"]),
        ("message's letter altered", ["    drop(s); //~ ERROR E0425 xot found"]),
        ("message's letter altered", ["    drop(s); //~ ERROR E0425 not founx"]),
    ]


def test_an_arrow_grows_and_shrinks() -> None:
    """`//~^^` speaks of two lines above."""
    text = "//! A.\nfn main() {\n    let a = 1;\n    f();\n    //~^^ WARN unused_variables\n}\n"
    assert changed_snippet(text) == [
        ("line shifted", ["    //~^ WARN unused_variables"]),
        ("line shifted", ["    //~^^^ WARN unused_variables"]),
        ("code replaced", ["    //~^^ WARN unused_variables_other"]),
    ]


def test_a_printed_line_changes_and_its_place_does_not() -> None:
    """Order and place of what is printed are no part of the statement."""
    text = '//! A.\nfn main() {\n    println!("a 1"); //~ prints a 1\n}\n'
    assert changed_snippet(text) == [
        ("line's number +1", ['    println!("a 1"); //~ prints a 2']),
        ("line's number -1", ['    println!("a 1"); //~ prints a 0']),
        ("line's letter altered", ['    println!("a 1"); //~ prints x 1']),
    ]


def test_a_promised_end_is_another_one_or_none() -> None:
    """Exit codes are counted up and down, a signal becomes another."""
    text = "//! A.\n//@ run-fail: 101\nfn main() {\n    panic!();\n}\n"
    assert changed_snippet(text) == [
        ("failure dropped", ["//@ edition: 2024"]),
        ("end replaced", ["//@ run-fail: 102"]),
        ("end replaced", ["//@ run-fail: 100"]),
    ]
    signal = text.replace("101", "SIGABRT")
    assert changed_snippet(signal)[1:] == [("end replaced", ["//@ run-fail: SIGSEGV"])]


def test_the_words_of_a_fence_change_in_all_their_spellings() -> None:
    """A code becomes another, one is given where there is none, and a failure is dropped."""
    assert changed_fence("rust,compile_fail,E0600") == [
        ("failure dropped", ["```rust,edition2024,E0600"]),
        ("code replaced", ["```rust,compile_fail,E0601"]),
    ]
    assert changed_fence('rust compile_fail="E0600" title="E0001"') == [
        ("code replaced", ['```rust compile_fail="E0601" title="E0001"']),
        ("failure dropped", ['```rust edition2024 title="E0001"']),
    ]
    assert changed_fence(" { .rust .compile_fail }") == [
        ("failure dropped", ["``` { .rust .edition2024 }"]),
        ("code given", ["``` { .rust .compile_fail=E0999 }"]),
    ]
    assert changed_fence("rust,should_panic") == [("failure dropped", ["```rust,edition2024"])]


def test_what_promises_nothing_has_no_mutants() -> None:
    """A listing that runs, one that does not, and one that is ignored."""
    assert changed_fence("rust") == []
    assert changed_fence("rust,no_run") == []
    assert changed_fence('rust,ignore="pseudo code"') == []


def test_the_numbers_of_layout_facts_change_and_padding_is_unnamed() -> None:
    """A line that holds nothing else vanishes, so that the program stays as it is."""
    text = (
        "//! A.\npub struct A { //~ size 8\n    pub a: u8,\n    //~ padding 3\n    pub b: u32,\n}\n"
    )
    assert changed_snippet(text) == [
        ("size +1", ["pub struct A { //~ size 9"]),
        ("size -1", ["pub struct A { //~ size 7"]),
        ("padding +1", ["    //~ padding 4"]),
        ("padding -1", ["    //~ padding 2"]),
        ("padding unnamed", []),
    ]
    only = "//! A.\nstruct A(u8, u16); //~ padding 1\n"
    assert [change for change, _ in changed_snippet(only)] == ["padding +1", "padding -1"]


@pytest.mark.parametrize(
    ("margin", "left"),
    [
        ("//~ padding 3, size 8", " //~ size 8"),
        ("//~ size 8, padding 3, align 4", " //~ size 8, align 4"),
        ("//~ size 8, padding 3", " //~ size 8"),
        ("//~ padding 3\n//~^ size 8", "\n//~^ size 8"),
    ],
)
def test_padding_is_unnamed_wherever_it_stands(margin: str, left: str) -> None:
    """Before, between and behind other facts, and alone behind code."""
    text = f"//! A.\nstruct A(u8, u32); {margin}\n"
    listing, findings = parse_snippet("a/b", "snippets/a/b.rs", text)
    assert findings == ()
    mutants = mutants_of_listing(listing, find_lines("snippets/a/b.rs", text))
    (mutant,) = (one for one in mutants if one.change == "padding unnamed")
    changed = write_mutant(text, mutant)
    assert changed == f"//! A.\nstruct A(u8, u32);{left}\n"
    assert parse_snippet("a/b", "snippets/a/b.rs", changed)[0].source == listing.source


def test_padding_in_a_quoted_fence_goes_with_its_line() -> None:
    """What stands before every line of the fence is no code."""
    code = (
        "# fn main() {}",
        "struct A {",
        "    a: u8, //~ offset 0",
        "    //~ padding 3",
        "    b: u32,",
        "}",
    )
    text = "".join(f"> {line}\n" for line in ("```rust", *code, "```"))
    (fence,) = scan_page("docs/a.md", text, VOCABULARY).fences
    mutants = mutants_of_listing(fence.listing, find_lines("docs/a.md", text))
    (mutant,) = (one for one in mutants if one.change == "padding unnamed")
    assert write_mutant(text, mutant) == text.replace(">     //~ padding 3\n", "")


def test_a_tag_and_a_variant_become_others() -> None:
    """Another width, the other sign, another variant and a name that none has."""
    text = "//! A.\nenum E { //~ tag u16, niche 1 means B\n    A(bool),\n    B,\n}\n"
    assert [lines[0] for change, lines in changed_snippet(text) if "changed" in change] == [
        "enum E { //~ tag u32, niche 1 means B",
        "enum E { //~ tag i16, niche 1 means B",
        "enum E { //~ tag u16, niche 1 means A",
        "enum E { //~ tag u16, niche 1 means x",
    ]
