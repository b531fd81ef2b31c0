"""Statements about moments: read, and what is wrong with them said at their own characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.kinds import find_unsuited
from macros.model import Directives, Finding, Mode
from macros.moment_words import Side, Statement, Text, Unclear, read_statement
from macros.report.say_moments import EXAMPLE
from macros.snippets import parse_snippet
from tests.made import claim_in, listing_of, mistakes_in

SENTENCE = """It {{{{ claim("so", snapshot='{}', snippet="ownership/move") }}}}."""


def read(text: str) -> Statement:
    found = read_statement(text)
    assert isinstance(found, Statement), found
    return found


def parts(side: Side | Text) -> tuple[str, ...]:
    assert isinstance(side, Side)
    return (side.label.text, *(name.text for name in side.names))


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("moved: t.ptr == start: s.ptr", ("moved", "t", "ptr"), ("start", "s", "ptr")),
        ("a: p.0.1 != b: p.0.1", ("a", "p", "0", "1"), ("b", "p", "0", "1")),
        ("a:x==b:y", ("a", "x"), ("b", "y")),
        ("loop#2: i != loop#1: i", ("loop#2", "i"), ("loop#1", "i")),
        ("deep: fact#2.n != deep: fact#1.n", ("deep", "fact#2", "n"), ("deep", "fact#1", "n")),
        ("a: two::work.n == b: main (closure).n", ("a", "two::work", "n"),
         ("b", "main (closure)", "n")),
        ("Ada's box: a == Bob's box: b", ("Ada's box", "a"), ("Bob's box", "b")),
        ("step 1: before: a == it is: late: b", ("step 1: before", "a"), ("it is: late", "b")),
        ("a: heap #1.size == b: heap #2.size", ("a", "heap #1", "size"), ("b", "heap #2", "size")),
    ],
)  # fmt: skip
def test_two_moments_are_compared(text: str, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    """The last colon ends a label, dots part the names."""
    found = read(text)
    assert (parts(found.left), parts(found.right)) == (left, right)
    assert found.equal is ("==" in text)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("5", "number"), ("-5", "number"), ("0x1F", "number"), ("1_000", "number"),
        ("1.5", "fraction"), ('"hello"', "quote"), ('"a == b: c"', "quote"), ('""', "quote"),
        ("true", "name"), ("None", "name"), ("()", "name"), ("heap #2", "place"),
        ("heap #2 + 7", "place"), ("null", "place"), ("dangling", "place"),
        (".rodata", "section"), ("moved", "standing"), ("not yet initialised", "standing"),
    ],
)  # fmt: skip
def test_a_value_is_what_it_looks_like(value: str, kind: str) -> None:
    """Numbers, texts in quotes, names, places, sections, standings."""
    right = read(f"a: x == {value}").right
    assert isinstance(right, Text)
    assert (right.kind, right.word.text) == (kind, value)


def test_a_standing_may_be_said_in_words() -> None:
    """`is` means `.is ==`; the last one counts, so a label may have one."""
    said, compared = read("it is known: s is moved"), read("it is known: s.is == moved")
    assert parts(said.left) == parts(compared.left) == ("it is known", "s", "is")
    assert isinstance(said.right, Text)
    assert said.right.kind == "standing"
    assert read("a: heap #1 is freed").left.names[0].text == "heap #1"


def test_a_place_and_a_thread_can_be_meant() -> None:
    """`&v` is where it lies; a thread stands before a stroke."""
    right = read("a: r.ptr == a: &v").right
    assert isinstance(right, Side)
    assert right.address
    side = read("a: worker/main.n == 5").left
    assert (side.thread.text if side.thread else "", parts(side)) == ("worker", ("a", "main", "n"))


UNCLEAR = [
    ("start: s.len", "nothing", "start: s.len"),
    ("a: b == c: d == 5", "several", "=="),
    ("s.len == 5", "label", "s.len"),
    (": s == 5", "label", ": s"),
    ("a: s == b:", "path", "b:"),
    ("a: 1s == 5", "path", "1s"),
    ("a: s..len == 5", "path", "s..len"),
    ("a: s len == 5", "path", "s len"),
    ("a: &heap #1 == 5", "path", "&heap #1"),
    ("a: s ==", "empty", ""),
    ("a: s == two words", "text", "two words"),
    ("a: s is gone", "standing", "gone"),
    ("a: s is ", "standing", ""),
    ("a: s == a: s", "same", "a: s"),
    ("a: s != 5", "differs", "5"),
]


@pytest.mark.parametrize(("text", "reason", "word"), UNCLEAR)
def test_what_is_no_statement_says_why(text: str, reason: str, word: str) -> None:
    """With the characters that are wrong."""
    found = read_statement(text)
    assert isinstance(found, Unclear)
    assert (found.reason, found.word.text) == (reason, word)
    assert text[found.word.start : found.word.end] == word


@given(st.text(alphabet="ab#:.&= !/'\"1_<>()-is", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Every word is the statement's own characters."""
    found = read_statement(text)
    if isinstance(found, Unclear):
        assert text[found.word.start : found.word.end] == found.word.text
        return
    for side in (found.left, found.right):
        words = [side.word] if isinstance(side, Text) else [side.label, side.path]
        assert all(text[word.start : word.end] == word.text for word in words)


# As findings of a page ----------------------------------------------------------------------


def marked(finding: Finding, sentence: str) -> str:
    assert finding.mark is not None
    return sentence[finding.mark.column - 1 : finding.mark.end_column - 1]


@pytest.mark.parametrize(
    ("statement", "characters", "message", "help"),
    [
        (
            "start: s.len",
            "start: s.len",
            "`start: s.len` compares nothing: `==`, `!=` or `is` is missing",
            EXAMPLE,
        ),
        (
            "a: b == c: d == 5",
            "==",
            "a second `==`: one claim compares two things",
            "help: write two claims",
        ),
        (
            "s.len == 5",
            "s.len",
            "`s.len` does not say when: the label of a snapshot and a colon come first",
            EXAMPLE,
        ),
        ("a: 1s == 5", "1s", "`1s` is neither a variable with its fields nor a block", EXAMPLE),
        ("a: s ==", "a: s ==", "nothing stands behind `==`", EXAMPLE),
        (
            "a: s == two words",
            "two words",
            "`two words` is no value: a number, a text in quotes, true, None, heap #1, null or "
            ".rodata",
            "help: another variable needs its label, such as start: s.len",
        ),
        (
            "a: s is gone",
            "gone",
            "`gone` is nothing that a variable or a block can be",
            "help: is goes with live, moved, partly moved, not yet initialised or mutably "
            "borrowed, and for a block with live or freed",
        ),
        (
            "a: s == a: s",
            "a: s",
            "`a: s` stands on both sides, so the claim holds whatever the program does",
            EXAMPLE,
        ),
        (
            "a: s != 5",
            "5",
            "nearly anything differs from `5`, so the claim says nothing",
            "help: say with == what it is, or compare two moments with !=",
        ),
    ],
)
def test_a_statement_that_cannot_be_read_is_a_finding(
    statement: str, characters: str, message: str, help: str
) -> None:
    """Before anything is compiled, at exactly those characters."""
    sentence = SENTENCE.format(statement)
    (finding,) = mistakes_in(sentence)
    assert (finding.code, finding.message, finding.notes) == ("claim", message, (help,))
    assert marked(finding, sentence) == characters


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ('snapshot="a: b == 5"', "snapshot= needs the snippet that it speaks of"),
        (
            '"1", snapshot="a: b == 5", snippet="a/b"',
            "the claim has expression and snapshot, and one claim is checked one way",
        ),
        ('snapshot="", snippet="a/b"', "`snapshot` of claim is empty"),
    ],
)
def test_a_claim_needs_its_snippet_and_one_thing_to_check(arguments: str, message: str) -> None:
    """As every claim about a snippet."""
    (finding,) = mistakes_in(f'{{{{ claim("so", {arguments}) }}}}')
    assert finding.message == message


MARKED = '//! A.\nfn main() {\n    let a = 1;\n    //@ snapshot: x\n    println!("{a}");\n}\n'


@pytest.mark.parametrize(
    ("source", "directives", "message"),
    [
        (MARKED, Mode.CHECK_FAIL, "does not compile"),
        (MARKED, Mode.BUILD_FAIL, "does not compile"),
        (MARKED, Mode.IGNORED, "is ignored"),
        (MARKED, Mode.RUN_FAIL, "does not run to its end"),
        (MARKED, Mode.NO_RUN, "does not run to its end"),
        ("pub struct A;", Mode.RUN, "does not run to its end"),
        ("fn main() {}", Mode.RUN, "has no moment to be drawn"),
    ],
)
def test_a_snippet_that_is_never_stopped_is_unsuited(
    source: str, directives: Mode, message: str
) -> None:
    """It does not run well, or has no marks."""
    listing = listing_of(source, Directives(directives))
    finding = find_unsuited(claim_in(SENTENCE.format("a: b == 5")), listing)
    assert finding is not None
    assert finding.message == f"ownership/move {message}, so it cannot show this claim"
    parsed, findings = parse_snippet("ownership/move", "snippets/ownership/move.rs", MARKED)
    assert not findings
    assert parsed is not None
    assert find_unsuited(claim_in(SENTENCE.format("a: b == 5")), parsed) is None
