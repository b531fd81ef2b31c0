"""Types are measured: each answer is its own layout, or a message about its own text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import macros.rust.layouts
from macros.layout import Kind, Layout, LayoutAnswer, LayoutQuestion
from macros.model import Diagnostic, Directives, Listing, Place, Question, Tally, Toolchain, Trouble
from macros.rust.constants import measure_constants
from macros.rust.dwarf import Probe, UnreadableObject, read_layouts
from macros.rust.layouts import measure_layouts
from macros.rust.toolchain import find_toolchain

SHAPES = """\
//! Shapes.
#![deny(warnings)]
use std::rc::Rc;
pub trait Shape { fn area(&self) -> f64; }
struct Circle(f64);
impl Shape for Circle { fn area(&self) -> f64 { self.0 } }
struct Message { tag: u8, len: u32 }
mod inner { pub struct Hidden(pub u16); struct Private; }
fn probe_0() {}
fn make(x: u8) -> u8 { let add = |y: u8| y + x; add(3) }
fn wait() { let later = async { std::future::ready(5u8).await }; drop(later); }
fn generic<T>(x: T) -> T { let y = x; y }
fn main() { struct Local(u16); let here = Local(3); println!("{}", here.0); }
"""
PLAIN = {
    "u8": (1, 1, 0),
    "bool": (1, 1, 254),
    "char": (4, 4, (1 << 32) - 0x110000),
    "()": (0, 1, 0),
    "(char, u8, i32)": (12, 4, (1 << 32) - 0x110000),
    "&u8": (8, 8, 1),
    "&'static str": (16, 8, 1),
    "[i32; 3]": (12, 4, 0),
    "String": (24, 8, 1 << 63),
    "Option<u32>": (8, 4, (1 << 32) - 2),
    "Option<Option<bool>>": (1, 1, 252),
    "Option<Box<u32>>": (8, 8, 0),
    "Box<dyn Fn(u8) -> u8 + Send>": (16, 8, 1),
    "std::cmp::Ordering": (1, 1, 253),
    "std::num::NonZeroU16": (2, 2, 1),
    "std::time::Duration": (16, 8, (1 << 32) - 1_000_000_000),
    "std::convert::Infallible": (0, 1, None),
    "std::mem::MaybeUninit<bool>": (1, 1, 0),
    "for<'a> fn(&'a u8) -> &'a u8": (8, 8, 1),
    "[u8; { const N: usize = 4; N }]": (4, 1, 0),
    "u16 // two bytes": (2, 2, 0),
}
"""On a machine with 64-bit pointers."""
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


@cache
def toolchain() -> Toolchain:
    return find_toolchain()


def write_listing(name: str, source: str, **directives: str) -> Listing:
    lines = tuple(range(1, source.count("\n") + 2))
    place = Place(f"snippets/{name}.rs", 1, 1, 1, 1)
    return Listing(name, place, source, source, lines, directives=Directives(**directives))  # type: ignore[arg-type]


def ask(type: str, listing: Listing | None = None, **more: object) -> LayoutQuestion:
    return LayoutQuestion(type, listing=listing, **more)  # type: ignore[arg-type]


def measure(folder: Path, *questions: LayoutQuestion) -> tuple[tuple[LayoutAnswer, ...], Tally]:
    return measure_layouts(questions, toolchain(), folder)


def layout_of(answer: LayoutAnswer) -> Layout:
    assert answer.diagnostic is None, answer.diagnostic.rendered
    assert answer.layout is not None
    return answer.layout


def said_of(answer: LayoutAnswer) -> Diagnostic:
    assert answer.layout is None
    assert answer.diagnostic is not None
    return answer.diagnostic


def names(answer: LayoutAnswer) -> tuple[str, ...]:
    return tuple(field.name for field in layout_of(answer).fields)


def test_types_of_the_standard_library_need_two_calls(tmp_path: Path) -> None:
    """Sizes, aligns and free values of all types come from one call, and one for long ranges."""
    answers, tally = measure(tmp_path, *map(ask, PLAIN))
    for (text, facts), answer in zip(PLAIN.items(), answers, strict=True):
        layout = layout_of(answer)
        assert (layout.size, layout.align, layout.free) == facts, text
    assert tally == Tally(calls=2)


def test_types_with_few_free_values_need_one_call(tmp_path: Path) -> None:
    """What can be counted needs no second call."""
    answers, tally = measure(tmp_path, ask("bool"), ask("&u8"), ask("u8"))
    assert [layout_of(answer).free for answer in answers] == [254, 1, 0]
    assert tally == Tally(calls=1)


def test_ranges_agree_with_counting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where free values can be counted, counting them gives what the range gives."""
    monkeypatch.setattr(macros.rust.layouts, "COUNTED", 1)
    listing = write_listing(
        "a/enums",
        "enum Five { A, B, C, D, E }\n"
        "#[repr(i16)] enum Wide { L = -30720, M = 0, H = 30719 }\n"
        "#[repr(u8)] enum Ends { First = 0, Last = 255 }\n"
        "#[repr(i8)] enum Around { L = -3, H = 100 }\n"
        "enum Holds { A(Five, u32), B(u8), C }\n",
    )
    types = ("bool", "std::cmp::Ordering", "(bool, bool)", "Option<Option<bool>>", "Result<u8, u8>")
    inside = ("Five", "Wide", "Around", "Option<Five>", "Holds", "(u64, Wide)")
    asked = [*map(ask, types), *(ask(type, listing) for type in inside)]
    answers, _ = measure(tmp_path, *asked)
    counts, _ = measure_constants(
        [Question(f"niches::<{one.type}>()", "number", listing=one.listing) for one in asked],
        toolchain(),
        tmp_path,
    )
    for one, answer, count in zip(asked, answers, counts, strict=True):
        assert layout_of(answer).free == count.value, one.type


def test_every_view_in_one_call(tmp_path: Path) -> None:
    """Types, heap blocks, vtables and variables of a listing, private ones too."""
    shapes = write_listing("a/shapes", SHAPES)
    answers, tally = measure(
        tmp_path,
        ask("Message", shapes),
        ask("inner::Hidden", shapes),
        ask("Rc<i32>", shapes, heap=True),
        ask("make::add", shapes, local=True),
        ask("wait::later", shapes, local=True),
        ask("main::here", shapes, local=True),
        *(ask(type, shapes, vtable="Circle") for type in ("dyn Shape", "&dyn Shape")),
        *(
            ask(type, shapes, vtable="Circle")
            for type in ("Rc<dyn Shape>", "Box<dyn Shape + Send>")
        ),
    )
    kinds = [layout_of(answer).kind for answer in answers]
    assert kinds == [
        *(Kind.STRUCT, Kind.STRUCT, Kind.STRUCT, Kind.CLOSURE, Kind.COROUTINE, Kind.STRUCT),
        *(Kind.VTABLE,) * 4,
    ]
    assert sorted(names(answers[0])) == ["len", "tag"]
    assert names(answers[2]) == ("strong", "weak", "value")
    assert names(answers[3]) == ("x",)
    assert {layout_of(answer).size for answer in answers[6:]} == {32}
    assert [layout_of(answer).free for answer in answers[:4]] == [0, 0, None, None]
    assert tally == Tally(calls=1)


def test_functions_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    """A variable is looked for in its own listing only."""
    listings = [
        write_listing(f"a/{name}", f"fn f() {{ let x: {name} = 1; drop(x); }}")
        for name in ("u8", "u64")
    ]
    answers, tally = measure(tmp_path, *(ask("f::x", one, local=True) for one in listings))
    assert [layout_of(answer).type for answer in answers] == ["u8", "u64"]
    assert tally == Tally(calls=1)


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
        ("make::ad", {"local": True}, "`make` has no variable `ad`; the snippet has `add`"),
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


@pytest.mark.parametrize(
    "source",
    [
        '#![recursion_limit = "200"]\nstruct A(u8, u32);\n',
        "struct A(u8, u32);\nfn f() -> crate::A { crate::A(1, 2) }\n",
        "#[track_caller] fn f() {}\nstruct A(u8, u32);\n",
        "#![deny(warnings)]\n#![forbid(unsafe_code)]\nstruct A(u8, u32);\nfn main() { let x = 1; }",
        "struct A(u8, u32);\npub fn probe_0() {}\npub const FACTS_0: u8 = 1;\n"
        "macro_rules! probe { () => {} }\nstruct Slot;\n",
        "struct A(u8, u32);\nthread_local! { static X: std::cell::Cell<u8> = const "
        "{ std::cell::Cell::new(1) }; }\npub fn next() -> u8 { X.set(X.get() + 1); X.get() }\n",
        "#![no_std]\nstruct A(u8, u32);\n",
        "use std::mem::size_of as Option;\nstruct A(u8, u32);\nstruct Result;\n",
        'pub struct A(u8, u32);\nstatic mut B: i128 = 1; pub extern "C" fn c(_: &[A]) {}\n',
    ],
)
def test_odd_listing_has_layouts_and_disturbs_none(tmp_path: Path, source: str) -> None:
    """Attributes, macros, statics and names of a listing change nothing about its types."""
    odd = write_listing("a/odd", source)
    answers, _ = measure(
        tmp_path, ask("(u8, u16)"), ask("A", odd), ask("[A; 2]", odd), ask("crate::A", odd)
    )
    assert [layout_of(answer).size for answer in answers] == [4, 8, 16, 8]


def test_lonely_listing_has_its_own_calls(tmp_path: Path) -> None:
    """A listing that cannot be a module is the root of a crate, with all its types."""
    lonely = write_listing(
        "a/root",
        "#![recursion_limit = \"200\"]\nstruct A(char);\nfn f() { let a = A('b'); drop(a) }",
    )
    answers, tally = measure(
        tmp_path, ask("u8"), ask("A", lonely), ask("f::a", lonely, local=True), ask("u16")
    )
    assert [layout_of(answer).size for answer in answers] == [1, 4, 4, 2]
    assert layout_of(answers[1]).free == PLAIN["char"][2]
    assert tally == Tally(calls=3, alone=2)


def test_flags_of_a_listing_leave_the_probes(tmp_path: Path) -> None:
    """A listing that is optimised, or wants no debug information, is described all the same."""
    flags = ("-O", "-Cdebuginfo=0", "-Cstrip=debuginfo")
    listing = write_listing("a/fast", "struct A(char, u8);", flags=flags)  # type: ignore[arg-type]
    ((answer,), _) = measure(tmp_path, ask("A", listing))
    assert (layout_of(answer).size, layout_of(answer).free) == (8, PLAIN["char"][2])


@pytest.mark.parametrize("edition", ["2018", "2021"])
def test_older_editions_are_measured(tmp_path: Path, edition: str) -> None:
    """Probes work in every edition from 2018 on."""
    listing = write_listing("a/b", "struct A(u16, String);\nfn main() {}\n", edition=edition)
    questions = [LayoutQuestion("A", edition, listing), LayoutQuestion("&dyn Send", edition)]
    answers, _ = measure_layouts(questions, toolchain(), tmp_path)
    assert [layout_of(answer).size for answer in answers] == [32, 16]


def test_edition_without_the_words_is_refused(tmp_path: Path) -> None:
    """The words of layouts need paths that edition 2015 does not have."""
    ((answer,), _) = measure(tmp_path, ask("u8", edition="2015"))
    message = "layouts are measured in edition 2018 or newer, not in 2015"
    assert said_of(answer).message == message


def test_nothing_asked_costs_nothing(tmp_path: Path) -> None:
    """Without questions the compiler is not called."""
    assert measure(tmp_path) == ((), Tally())


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
