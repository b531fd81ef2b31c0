"""Several printed lines in their order, and lines that are not printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.build import verify_book
from macros.guards import guard_of_claim, score_of
from macros.kinds import find_unsuited
from macros.kinds.lines import place_lines, split_lines, unwritten_word
from macros.model import Directives, Mode, Outcome, Run, State
from macros.options import Options
from macros.report import say_bless
from tests.made import claim_in, judged, listing_of, mistakes_in, ran
from tests.tiny import check, run, write_book


def ordered(lines: str, words: str = "so") -> str:
    return f'{{{{ claim("{words}", prints="{lines}", snippet="ownership/move") }}}}'


def absent(line: str, words: str = "never") -> str:
    return f'{{{{ claim("{words}", prints_not="{line}", snippet="ownership/move") }}}}'


def test_lines_are_parted_by_a_bar_with_spaces() -> None:
    """A bar without them belongs to its line."""
    assert split_lines("a | b|c |  d") == ("a", "b|c", "d")
    assert list(place_lines("ab | cd")) == [("ab", 0), ("cd", 5)]


@pytest.mark.parametrize(
    ("lines", "printed", "holds"),
    [
        ("a | b", "a\nb\n", True),
        ("a | b", "x\na\ny\nb\nz\n", True),
        ("a | b | c", " a\nb \nc\n", True),
        ("a | b", "b\na\n", False),
        ("a | b", "a\n", False),
        ("a | b", "a b\n", False),
        ("a | b", "b\na\nb\n", False),
        ("a | b", "a\nb\na\n", False),
        ("a | b | a", "a\nb\na\n", True),
        ("a | a", "a\n", False),
    ],
)
def test_lines_come_in_their_order(lines: str, printed: str, holds: bool) -> None:
    """Others may stand between, but none of them comes once more."""
    verdict = judged(ordered(lines), ran(printed))
    assert verdict.state is (State.HOLDS if holds else State.REFUTED)


def test_both_orders_are_said() -> None:
    """What the page says, and what came."""
    verdict = judged(ordered("a | b"), ran("b\na\n"))
    assert (verdict.expected, verdict.measured) == ("a | b", "b | a")


@pytest.mark.parametrize(
    ("line", "printed", "holds"),
    [
        ("the end", "start\n", True),
        ("the end", "", True),
        ("the end", "start\n the end\n", False),
        ("the end", "the end of it\n", True),
        ("x | the end", "the end\n", False),
        ("the | end", "the | end\n", False),
        ("the | end", "the | end of it\n", True),
        ("the end", "the end\0\n", False),
        ("the end", "the\u200b end\n", False),
        ("the end", "\x1b[1mthe end\x1b[0m\n", False),
        ("the end", "the\tend\n", False),
    ],
)
def test_a_line_is_not_printed(line: str, printed: str, holds: bool) -> None:
    """As a whole line, as it looks; of several, none, nor the text itself."""
    verdict = judged(absent(line), ran(printed))
    assert verdict.state is (State.HOLDS if holds else State.REFUTED)
    assert verdict.measured == ("not printed" if holds else "printed")


def test_a_line_among_the_errors_is_printed() -> None:
    """Whoever reads the terminal sees it."""
    outcome = Outcome(True, (), Run("start\n", "the end\n", code=0))
    verdict = judged(absent("the end"), outcome)
    assert verdict.state is State.REFUTED
    assert judged(absent("the middle"), outcome).state is State.HOLDS


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (None, "ownership/move has no result"),
        (Outcome(False), "ownership/move does not compile"),
        (ran(code=None, stopped="time"), "ownership/move does not end in time"),
        (ran(code=None, stopped="output"), "ownership/move prints too much"),
    ],
)
def test_what_did_not_run_to_its_end_prints_nothing_certain(
    evidence: Outcome | None, reason: str
) -> None:
    """The line might have come."""
    verdict = judged(absent("the end"), evidence)
    assert verdict.state is State.UNCHECKED
    assert verdict.findings[0].message == f"the claim could not be checked: {reason}"


SOURCE = """\
fn main() {
    // gone
    println!("the {}", "end");
    println!("{}", 0x1F + 12);
}
"""


@pytest.mark.parametrize(
    ("line", "word"),
    [("the end", ""), ("end 12", ""), ("teh end", "teh"), ("end 13", "13"), ("gone", "gone")],
)
def test_a_line_that_the_snippet_could_not_print_says_nothing(line: str, word: str) -> None:
    """A slip of the pen is not printed either; what stands in a comment does not count."""
    listing = listing_of(SOURCE)
    assert unwritten_word(line, listing) == word
    finding = find_unsuited(claim_in(absent(line)), listing)
    said = f"ownership/move holds no `{word}`, so its never printing that says nothing"
    assert (finding.message if finding else "") == (said if word else "")


def test_a_snippet_that_is_not_run_is_unsuited() -> None:
    """It prints nothing at all."""
    listing = listing_of(SOURCE, Directives(Mode.NO_RUN))
    finding = find_unsuited(claim_in(absent("the end")), listing)
    assert finding is not None
    assert finding.message == "ownership/move is not run, so it cannot show this claim"


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        (ordered("a | "), "prints= names an empty line"),
        (ordered(" | a"), "prints= names an empty line"),
        (ordered("a |  | b"), "prints= names an empty line"),
        (absent("a | "), "prints_not= names an empty line"),
        (absent("a\\nb"), "a line of prints_not= has no line end"),
        (
            absent("a", "3 times never"),
            "nothing here checks the number 3: a line is not printed",
        ),
        (
            ordered("len 3 | cap 8", "8"),
            "nothing here checks the number 8: several lines check an order",
        ),
        ('{{ claim("so", prints_not="a") }}', "prints_not= needs the snippet that it speaks of"),
        (
            '{{ claim("so", prints="a", prints_not="b", snippet="a/b") }}',
            "the claim has prints and prints_not, and one claim is checked one way",
        ),
    ],
)
def test_a_claim_that_cannot_be_read_says_why(sentence: str, message: str) -> None:
    """Before anything is run."""
    (finding,) = mistakes_in(sentence)
    assert finding.message == message


PAGE = """\
# A

It goes {{ claim("backwards", prints="second | first", snippet="leave", id="order") }}
and {{ claim("never to the third", prints_not="third", snippet="leave", id="absence") }}.
"""
LEAVE = """\
//! Two names and a third.
fn main() {
    let third = "third";
    println!("second");
    println!("in between: {}", third.len());
    println!("first");
}
"""


def test_a_book_with_orders_is_checked_and_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the page to the verdict; another order is a person's to write."""
    monkeypatch.delenv("CI", raising=False)
    root = write_book(tmp_path, {"a.md": PAGE}, {"leave.rs": LEAVE})
    assert check(root).code == 0
    explained = run("explain", "--root", root, "docs/a.md").text
    assert "holds: prints “second | first” in leave" in explained
    assert "holds: does not print “third” in leave" in explained
    write_book(tmp_path, {"a.md": PAGE.replace("second | first", "first | second")})
    wrong = check(root)
    assert wrong.code == 1
    assert (
        "the page says that leave prints `first`, then `second`, it prints `second`, then `first`"
    ) in wrong.text
    blessed = run("bless", "--root", root, "--yes")
    assert blessed.code == 1
    assert say_bless.LINES in blessed.text + blessed.errors


def test_every_wrong_line_is_refuted(tmp_path: Path) -> None:
    """The letters of each line, the order, and an absence that is said to be none."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"leave.rs": LEAVE})
    found = verify_book(root, Options()).verification
    guards = [guard_of_claim(claim, found) for claim in found.claims.claims]
    changes = [[trial.mutant.change for trial in guard.trials] for guard in guards]
    assert [guard.holds for guard in guards] == [True, True]
    assert changes[0] == ["line's letter altered"] * 4 + ["order turned round"]
    assert changes[1] == ["said to be printed", "word altered"]
    assert score_of(guards).percent == 100.0
