"""What is said in a shared call counts only where it is what a listing alone would get."""

from __future__ import annotations

import pytest

from macros.model import Diagnostic, Directives, Expectation, Listing, Mode, Place
from macros.rust.sharing import is_as_expected, is_spotless, pack, reads_as_alone

PLACE = Place("snippets/a.rs", 1, 1, 1, 1)


def write_listing(source: str = "", *expected: Expectation) -> Listing:
    directives = Directives(mode=Mode.CHECK_FAIL)
    return Listing("a/b", PLACE, source, source, (1,), directives=directives, expectations=expected)


def expect(code: str, line: int | None = None, text: str = "") -> Expectation:
    return Expectation("error", PLACE, line, code, text)


def error(code: str, line: int, rendered: str = "") -> Diagnostic:
    return Diagnostic("error", code, "lifetime may not live long enough", rendered, "a/b.rs", line)


WARNING = Diagnostic("warning", "unused_mut", "unused", "warning: unused", "a/b.rs", 9)


@pytest.mark.parametrize(
    ("expected", "said", "fits"),
    [
        ([expect("E0382", 3)], [error("E0382", 3)], True),
        ([expect("E0382", 3)], [error("E0382", 3), WARNING], True),
        ([expect("E0382")], [error("E0382", 3), error("E0382", 4)], True),
        ([expect("", 2, "lifetime may not live long enough")], [error("", 2)], True),
        ([expect("E0382", 3)], [error("E0382", 4)], False),
        ([expect("E0382", 3)], [error("E0505", 3)], False),
        ([expect("E0382", 3)], [], False),
        ([expect("E0382", 3)], [error("E0382", 3), error("E0505", 5)], False),
        ([expect("E0382", 3), expect("E0382", 4)], [error("E0382", 3)], False),
    ],
)
def test_every_error_is_expected_and_every_expected_one_comes(
    expected: list[Expectation], said: list[Diagnostic], fits: bool
) -> None:
    """An extra, a missing, another or a misplaced error makes the shared call worthless."""
    assert is_as_expected(write_listing("", *expected), said) is fits


def test_silence_is_what_a_library_promises() -> None:
    """A warning is enough for a compile of its own."""
    assert is_spotless(write_listing(), ())
    assert not is_spotless(write_listing(), (WARNING,))


@pytest.mark.parametrize(
    ("rendered", "same"),
    [
        ("error: moved\n1 | let x: std::rc::Rc<u8>;\n  | ^ value moved here", True),
        ("error: expected `listing_3::Point`, found `Point`", False),
        ("error: x\n --> _crate.rs:1:1", False),
        ("error: expected `std::vec::Vec<u8>`\n1 | x", False),
    ],
)
def test_words_that_siblings_bring_about_are_noticed(rendered: str, same: bool) -> None:
    """A path of the shared crate, or one that a sibling's type made necessary, does not count."""
    assert reads_as_alone([error("E0308", 1, rendered)], False) is same


def test_message_in_a_crate_that_compiles_is_not_settled() -> None:
    """Warnings of libraries are always those of a compile alone."""
    assert reads_as_alone((), True)
    assert not reads_as_alone([WARNING], True)


def test_types_of_the_same_name_are_kept_apart() -> None:
    """Two listings that define the same type never share a crate."""
    sources = ("struct A;", "enum A {}", "struct B;", "// struct B;")
    group = [(number, write_listing(source)) for number, source in enumerate(sources)]
    packed = [[number for number, _ in one] for one in pack("borrows", group)]
    assert packed == [[0, 2, 3], [1]]
