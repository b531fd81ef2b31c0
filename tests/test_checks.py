"""Listings that are compiled and not run."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import macros.rust.checks
from macros.model import Directives, Expectation, Listing, Mode, Outcome, Place, Toolchain
from macros.rust.checks import check_listings
from macros.rust.sharing import ALONE, sharing_class
from macros.rust.toolchain import find_toolchain

FAILING = Path(__file__).parent / "data" / "failing.txt"


@cache
def toolchain() -> Toolchain:
    return find_toolchain()


def write_listing(name: str, source: str, mode: Mode = Mode.CHECK_FAIL) -> Listing:
    place = Place(f"snippets/{name}.rs", 1, 1, 1, 1)
    lines = tuple(range(1, source.count("\n") + 2))
    directives = Directives(mode=mode)
    main = "fn main" in source
    return Listing(name, place, source, source, lines, directives=directives, main=main)


def with_error(name: str, source: str, code: str, line: int | None = None) -> Listing:
    listing = write_listing(name, source)
    expected = Expectation("error", listing.place, line, code)
    return replace(listing, expectations=(expected,))


def expect(listing: Listing, outcome: Outcome) -> Listing:
    """The listing with what the compiler says of it as its expectations."""
    expected = tuple(
        Expectation("error", listing.place, one.line, one.code, one.message)
        for one in outcome.diagnostics
        if one.level == "error"
    )
    return replace(listing, expectations=expected)


def check_alone(listing: Listing, folder: Path) -> Outcome:
    """What the compiler says of one listing as a crate of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(macros.rust.checks, "sharing_class", lambda _: ALONE)
        ((outcome,), tally) = check_listings([listing], toolchain(), folder)
    assert tally.alone == 1
    return outcome


def read_failing() -> list[Listing]:
    sections = FAILING.read_text("utf-8").split("=== ")[1:]
    pairs = (section.split("\n", 1) for section in sections)
    return [write_listing(f"failing/{name}", source) for name, source in pairs]


def test_shared_call_says_what_a_call_alone_says(tmp_path: Path) -> None:
    """Each of many different failing listings gets, word by word, what it gets alone."""
    alone = [check_alone(one, tmp_path) for one in read_failing()]
    listings = [expect(one, said) for one, said in zip(read_failing(), alone, strict=True)]
    outcomes, tally = check_listings(listings, toolchain(), tmp_path)
    for listing, outcome, said in zip(listings, outcomes, alone, strict=True):
        assert outcome == said, listing.name
    assert tally.alone < len(listings) / 2


def test_failing_listings_of_one_class_share_a_call(tmp_path: Path) -> None:
    """Three borrow errors cost one call of the compiler, and none is compiled alone."""
    listings = [
        with_error("a/one", "fn main() { let s = String::new(); drop(s); drop(s); }\n", "E0382", 1),
        with_error("a/two", 'fn main() { let n = 1;\nn = 2;\nprintln!("{n}"); }\n', "E0384", 2),
        with_error("docs/a.md:3", "fn main() { let v = Vec::<u8>::new(); v.push(1); }\n", "E0596"),
    ]
    outcomes, tally = check_listings(listings, toolchain(), tmp_path)
    assert [one.diagnostics[0].code for one in outcomes] == ["E0382", "E0384", "E0596"]
    assert {one.stage for one in outcomes} == {"check"}
    assert outcomes[2].diagnostics[0].path == "docs/a_3.rs"
    assert (tally.calls, tally.alone) == (1, 0)


def test_listing_with_another_error_does_not_spoil_the_others(tmp_path: Path) -> None:
    """A syntax error where a borrow error was expected is said of its own listing."""
    good = "fn main() { let s = String::new(); drop(s); drop(s); }\n"
    listings = [
        with_error("a/one", good, "E0382", 1),
        with_error("a/two", "fn main() { let = 3; }\n", "E0382", 1),
        with_error("a/three", good, "E0382", 1),
    ]
    outcomes, tally = check_listings(listings, toolchain(), tmp_path)
    assert [one.diagnostics[0].code for one in outcomes] == ["E0382", "", "E0382"]
    assert "expected pattern, found `=`" in outcomes[1].diagnostics[0].message
    assert tally.alone <= 3


def test_error_that_does_not_come_is_not_made_up(tmp_path: Path) -> None:
    """A listing that compiles among failing ones is found to compile, code and all."""
    bad = "fn main() { let s = String::new(); drop(s); drop(s); }\n"
    listings = [
        with_error("a/one", bad, "E0382", 1),
        with_error("a/two", "fn main() {}\n", "E0382", 1),
    ]
    outcomes, _ = check_listings(listings, toolchain(), tmp_path)
    assert [one.compiled for one in outcomes] == [False, True]
    assert outcomes[1] == Outcome(True)


def test_errors_of_code_generation_are_told_apart(tmp_path: Path) -> None:
    """Overflow shows when code is generated, a moved value when the listing is checked."""
    overflow = 'fn main() { let n: u8 = 255 + 1; println!("{n}"); }\n'
    moved = "fn main() { let s = String::new(); drop(s); drop(s); }\n"
    listings = [
        write_listing("a/overflow", overflow, Mode.BUILD_FAIL),
        write_listing("a/check", overflow, Mode.CHECK_FAIL),
        write_listing("a/moved", moved, Mode.BUILD_FAIL),
    ]
    outcomes, _ = check_listings(listings, toolchain(), tmp_path)
    assert [one.stage for one in outcomes] == ["build", "build", "check"]
    assert [one.diagnostics[0].code for one in outcomes[:2]] == ["arithmetic_overflow"] * 2


def test_libraries_share_a_call_until_one_says_something(tmp_path: Path) -> None:
    """A library with a warning is compiled alone; the silent ones are settled together."""
    silent = "pub struct Point { pub x: i32 }\nimpl Point { pub fn x(&self) -> i32 { self.x } }\n"
    listings = [
        write_listing("a/one", silent, Mode.RUN),
        write_listing("a/two", "struct Unused;\n", Mode.RUN),
        write_listing("a/three", silent, Mode.RUN),
    ]
    outcomes, tally = check_listings(listings, toolchain(), tmp_path)
    assert [one.compiled for one in outcomes] == [True, True, True]
    assert [len(one.diagnostics) for one in outcomes] == [0, 1, 0]
    assert outcomes[1] == check_alone(listings[1], tmp_path)
    assert (tally.calls, tally.alone) == (2, 1)


def test_broken_library_does_not_hide_warnings_of_others(tmp_path: Path) -> None:
    """Errors keep the compiler from warning, so the others are compiled again without it."""
    listings = [
        write_listing("a/one", "pub fn f() -> Missing {}\n", Mode.RUN),
        write_listing("a/two", "struct Unused;\n", Mode.RUN),
        write_listing("a/three", "pub struct Used;\n", Mode.RUN),
        write_listing("a/four", "pub struct Used;\n", Mode.RUN),
    ]
    outcomes, _ = check_listings(listings, toolchain(), tmp_path)
    assert [one.compiled for one in outcomes] == [False, True, True, True]
    assert [len(one.diagnostics) for one in outcomes] == [1, 1, 0, 0]


def test_program_that_is_not_run_is_compiled_as_one(tmp_path: Path) -> None:
    """A program with main that is not run gets the warnings of a program."""
    source = "fn unused() {}\nfn main() { loop {} }\n"
    listing = write_listing("a/loop", source, Mode.NO_RUN)
    (outcome,), tally = check_listings([listing], toolchain(), tmp_path)
    assert outcome.compiled
    assert [one.code for one in outcome.diagnostics] == ["dead_code"]
    assert (tally.calls, tally.alone) == (1, 1)


@pytest.mark.parametrize(
    ("source", "code", "kind"),
    [
        ("fn main() {}", "E0382", "borrows"),
        ("fn main() {}", "E0308", "types"),
        ("fn main() {}", "E0277", ""),
        ("fn main() {}", "unused_variables", ""),
        ("struct Vec;\nfn main() {}", "E0382", ""),
        ("use crate::a;\nfn main() {}", "E0382", ""),
    ],
)
def test_class_of_a_listing(source: str, code: str, kind: str) -> None:
    """Only errors of a pass that looks at one function at a time are shared."""
    assert sharing_class(with_error("a/b", source, code)) == kind
