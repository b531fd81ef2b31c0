"""Types are measured: each answer is its own layout."""

from __future__ import annotations

from pathlib import Path

import pytest

import macros.rust.layouts
from macros.layout import Kind, LayoutQuestion
from macros.model import Question, Tally
from macros.rust.constants import measure_constants
from macros.rust.layouts import measure_layouts
from tests.probed import PLAIN, SHAPES, ask, layout_of, measure, names, toolchain, write_listing


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
    flags = ("-O", "-Cdebuginfo=0", "-Ccodegen-units=4")
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


def test_nothing_asked_costs_nothing(tmp_path: Path) -> None:
    """Without questions the compiler is not called."""
    assert measure(tmp_path) == ((), Tally())


def test_trait_of_a_vtable_is_the_one_that_the_compiler_sees(tmp_path: Path) -> None:
    """Aliases, arguments, associated types and further traits do not hide it."""
    source = """\
use std::fmt::{Binary as Bits, Debug, Display};
trait Takes<T, const N: usize> { type Gives; fn take(&self, taken: T) -> Self::Gives; }
impl Takes<u8, 3> for u8 { type Gives = u8; fn take(&self, taken: u8) -> u8 { taken } }
impl Takes<u16, 3> for u8 { type Gives = (); fn take(&self, _: u16) {} }
impl Takes<u16, 33> for u8 { type Gives = (); fn take(&self, _: u16) {} }
type Shown = Box<dyn Debug>;
"""
    listing = write_listing("a/traits", source)
    pairs = {
        "Box<dyn Debug + Send>": "u8",
        "dyn Display": "u8",
        "&dyn Bits": "u8",
        "dyn Fn(u8) -> u8": "fn(u8) -> u8",
        "dyn for<'a> Fn(&'a u8) -> &'a u8": "fn(&u8) -> &u8",
        "dyn Iterator<Item = u8>": "std::vec::IntoIter<u8>",
        "dyn Takes<u8, 3, Gives = u8>": "u8",
        "dyn Takes<u16, 33, Gives = ()>": "u8",
        "dyn Send + Sync": "u8",
    }
    questions = [ask(type, listing, vtable=concrete) for type, concrete in pairs.items()]
    answers, tally = measure(tmp_path, *questions)
    assert [layout_of(answer).type for answer in answers] == [
        "vtable of u8 for Debug",
        "vtable of u8 for Display",
        "vtable of u8 for Binary",
        "vtable of fn(u8) -> u8 for Fn(u8)",
        "vtable of fn(&u8) -> &u8 for Fn(&u8)",
        "vtable of IntoIter<u8> for Iterator",
        "vtable of u8 for Takes<u8, 3>",
        "vtable of u8 for Takes<u16, 33>",
        "vtable of u8",
    ]
    assert tally == Tally(calls=1)
