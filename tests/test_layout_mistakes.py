"""Wrong types, wrong listings, broken tools: each is said at its place, and disturbs no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import macros.rust.layouts
from macros.layout import Layout
from macros.model import Tally, Trouble
from macros.rust.dwarf import Probe, UnreadableObject, read_layouts
from macros.rust.layouts import measure_layouts
from tests.probed import PLAIN, SHAPES, ask, layout_of, measure, said_of, toolchain, write_listing

BAD = {
    "Missing": ("cannot find type `Missing` in this scope", 1, 8),
    "Option<\n  Missing>": ("cannot find type `Missing` in this scope", 3, 10),
    "str": ("the size for values of type `str` cannot be known at compilation time", 1, 4),
    "[u8]": ("the size for values of type `[u8]` cannot be known at compilation time", 1, 5),
    "dyn Send": (
        "the size for values of type `dyn Send` cannot be known at compilation time",
        1,
        9,
    ),
    "Vec": ("missing generics for struct `Vec`", 1, 4),
    "&'a u8": ("use of undeclared lifetime name `'a`", 2, 4),
    "impl Clone": ("`impl Trait` is not allowed in paths", 1, 11),
    "_": ("the placeholder `_` is not allowed within types on item signatures for functions", 1, 2),
    "nothing!()": ("cannot find macro `nothing` in this scope", 1, 8),
    "u8; mod x {}": ("one type is expected, and `;` is no part of it", 3, 4),
    "u8,": ("one type is expected, and `,` is no part of it", 3, 4),
    "= u8": ("one type is expected, and `=` is no part of it", 1, 2),
    "u8; } mod x {": (
        "one type is expected: a bracket, string or comment has no partner",
        1,
        14,
    ),
    "'": ("one type is expected: a bracket, string or comment has no partner", 1, 2),
    "": ("the type is empty", 1, 1),
    " /* none */ ": ("the type is empty", 1, 1),
    "\ud800": ("the type holds half of a character (a lone surrogate)", 1, 1),
    '[u8; include_bytes!("x").len()]': (
        "the type reads the environment or a file, which differs elsewhere",
        1,
        32,
    ),
    "[u8; 1 << 62]": (
        "values of the type `[u8; 4611686018427387904]` are too big for the target architecture",
        1,
        14,
    ),
}


def test_bad_types_do_not_disturb_good_ones(tmp_path: Path) -> None:
    """Among types that are wrong in every way, each gets its own message at its own place."""
    types = [one for pair in zip(BAD, PLAIN, strict=False) for one in pair]
    answers, _ = measure(tmp_path, *map(ask, types))
    for text, answer in zip(types, answers, strict=True):
        if text in PLAIN:
            assert (layout_of(answer).size, layout_of(answer).align) == PLAIN[text][:2]
            continue
        said = said_of(answer)
        assert (said.message, said.column, said.end_column) == BAD[text], text
        assert said.path == "expression"


@pytest.mark.parametrize("text", ["Missing", "str", "u8; mod x {}", "crate::X", "[u8; 1 << 62]"])
def test_one_bad_type_costs_few_calls(tmp_path: Path, text: str) -> None:
    """The others are asked once more without it, and it is asked alone for its message."""
    asked = [ask(f"[u16; {number}]") for number in range(20)]
    asked[7] = ask(text)
    answers, tally = measure(tmp_path, *asked)
    assert [answer.layout is None for answer in answers] == [number == 7 for number in range(20)]
    assert (tally.calls <= 3, tally.alone) == (True, 1)


def test_message_is_shown_as_if_the_type_were_a_file(tmp_path: Path) -> None:
    """Paths, lines and columns are those of the text; nothing of our crate is shown."""
    shapes = write_listing("a/shapes", SHAPES)
    (inside, concrete, trait), _ = measure(
        tmp_path,
        ask("(u8, Mesage)", shapes),
        ask("dyn Shape", shapes, vtable="Circl"),
        ask("&dyn Nothing", shapes, vtable="Circle"),
    )
    assert said_of(inside).rendered == (
        "error[E0425]: cannot find type `Mesage` in this scope\n"
        "  --> expression:1:6\n"
        "   |\n"
        " 7 | struct Message { tag: u8, len: u32 }\n"
        "   | -------------- similarly named struct `Message` defined here\n"
        "...\n"
        " 1 | (u8, Mesage)\n"
        "   |      ^^^^^^\n"
        "   |\n"
        "help: a struct with a similar name exists\n"
        "   |\n"
        " 1 | (u8, Message)\n"
        "   |         +\n"
    )
    assert said_of(concrete).path == "vtable"
    assert " --> vtable:1:1\n" in said_of(concrete).rendered
    assert (said_of(trait).path, said_of(trait).column) == ("expression", 6)
    assert "&dyn" not in said_of(trait).rendered


@pytest.mark.parametrize(
    ("type", "view", "message"),
    [
        ("u8", {"vtable": "Circle"}, "a vtable belongs to a trait object, and no `dyn` is"),
        ("dyn Shape", {"vtable": "Message"}, "the trait bound `Message: Shape` is not satisfied"),
        ("dyn Shape", {"vtable": ""}, "the size for values of type `dyn Shape` cannot be known"),
        ("u8", {"heap": True}, "the compiler's debug information has no layout for this: there"),
        ("String", {"heap": True}, "the compiler's debug information has no layout for this: how"),
        ("make", {"local": True}, "a variable is written behind its function's path: `make::add`"),
        (
            "make::ad",
            {"local": True},
            "`make` has no variable `ad`, or nothing follows it; the snippet has `add`",
        ),
        ("mak::add", {"local": True}, "cannot find value `mak` in this scope"),
        ("generic::y", {"local": True}, "this function is generic: it is compiled once for each"),
        ("u8; }::x", {"local": True}, "a variable is written behind its function's path: `make"),
        ("Rc<u8>", {"heap": True, "vtable": "u8"}, "only one of `local`, `heap` and `vtable` can"),
        ("inner::Private", {}, "struct `Private` is private"),
        ("Shape", {}, "expected a type, found a trait"),
    ],
)
def test_view_that_a_type_has_not_is_said(
    tmp_path: Path, type: str, view: dict[str, object], message: str
) -> None:
    """Each wrong question has a message at a place in its text, and its neighbours an answer."""
    shapes = write_listing("a/shapes", SHAPES)
    answers, _ = measure(tmp_path, ask("u8"), ask(type, shapes, **view), ask("Message", shapes))
    said = said_of(answers[1])
    assert said.message.startswith(message)
    assert (said.path, said.line) == ("expression", 1)
    assert [layout_of(answers[at]).size for at in (0, 2)] == [1, 8]


def test_variable_needs_a_listing(tmp_path: Path) -> None:
    """The standard library's functions are not compiled here."""
    ((answer,), tally) = measure(tmp_path, ask("make::add", local=True))
    assert said_of(answer).message == "a variable needs the snippet that its function stands in"
    assert tally == Tally()


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("struct A { b: Missing }\n", "cannot find type `Missing` in this scope", 1),
        ("struct A(u8);\nfn main() {\n", "this file contains an unclosed delimiter", 2),
        (
            "#![feature(never_type)]\nstruct A(!);\n",
            "`#![feature]` may not be used on the stable release channel",
            1,
        ),
    ],
)
def test_listing_that_does_not_compile_is_said_of_all_its_types(
    tmp_path: Path, source: str, message: str, line: int
) -> None:
    """Types of a broken listing get its message, at its own line; others get their layouts."""
    broken = write_listing("a/broken", source)
    answers, _ = measure(tmp_path, ask("u8"), ask("A", broken), ask("u8", broken), ask("u16"))
    assert [layout_of(answers[at]).size for at in (0, 3)] == [1, 2]
    for answer in answers[1:3]:
        said = said_of(answer)
        assert (said.message, said.path, said.line) == (message, "a/broken.rs", line)


def test_type_of_another_listing_is_unknown(tmp_path: Path) -> None:
    """A listing sees its own types only."""
    one = write_listing("a/one", "struct One(u8);")
    two = write_listing("a/two", "struct Two(u16);")
    answers, _ = measure(tmp_path, ask("One", one), ask("One", two), ask("Two", two), ask("One"))
    assert [answer.layout is None for answer in answers] == [False, True, False, True]
    assert said_of(answers[1]).message == "cannot find type `One` in this scope"


def test_edition_without_the_words_is_refused(tmp_path: Path) -> None:
    """The words of layouts need paths that edition 2015 does not have."""
    ((answer,), _) = measure(tmp_path, ask("u8", edition="2015"))
    message = "layouts are measured in edition 2018 or newer, not in 2015"
    assert said_of(answer).message == message


def test_target_without_library_is_trouble(tmp_path: Path) -> None:
    """No type is blamed for a target that is not installed."""
    with pytest.raises(Trouble) as caught:
        measure_layouts([ask("u8"), ask("u16")], toolchain(), tmp_path, target="thumbv6m-none-eabi")
    assert "has no standard library for this target" in caught.value.message
    assert caught.value.help == "rustup target add TARGET"


def test_unreadable_type_does_not_disturb_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where debug information cannot be read, its types are asked in smaller groups."""

    def read(data: bytes, probes: Sequence[Probe], aligns: Mapping[str, int]) -> object:
        if any(probe.function.endswith("probe_2") for probe in probes):
            raise UnreadableObject("it is odd")
        return read_layouts(data, probes, aligns)

    monkeypatch.setattr(macros.rust.layouts, "read_layouts", read)
    answers, _ = measure(tmp_path, *(ask(f"[u8; {number}]") for number in range(5)))
    assert [answer.layout is None for answer in answers] == [False, False, True, False, False]
    message = "the compiler's debug information cannot be read: it is odd"
    assert said_of(answers[2]).message == message


def test_wrong_size_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A layout that differs from what the compiler measures is never shown."""

    def read(data: bytes, probes: Sequence[Probe], aligns: Mapping[str, int]) -> object:
        (layout,) = read_layouts(data, probes, aligns)
        assert isinstance(layout, Layout)
        return (replace(layout, size=13),)

    monkeypatch.setattr(macros.rust.layouts, "read_layouts", read)
    with pytest.raises(Trouble) as caught:
        measure(tmp_path, ask("(u8, char, u16)"))
    assert caught.value.message == (
        "the debug information gives `(u8, char, u16)` size 13 and align 4,"
        " rustc measures size 8 and align 4"
    )


def test_missing_range_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its range, nothing is said of how many values a type leaves free."""
    monkeypatch.setattr(macros.rust.layouts, "read_free_values", lambda _: {})
    with pytest.raises(Trouble) as caught:
        measure(tmp_path, ask("char"))
    assert caught.value.message == "rustc tells no range for the values of `char`"
