"""Constant expressions are measured, and each answer is its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection

from macros.model import Answer, Directives, Listing, Place, Question, Tally, Toolchain, Trouble
from macros.rust.constants import measure_constants
from macros.rust.toolchain import find_toolchain
from macros.snippets import parse_snippet

Wants = Literal["number", "truth", "any"]

GOOD = {
    "size_of::<(char, u8, i32)>()": 12,
    "align_of::<u16>()": 2,
    "size_of_val(&[0u16; 3])": 6,
    "needs_drop::<String>()": True,
    "-5i8": -5,
    "i64::MIN": -(1 << 63),
    "i128::MIN": -(1 << 127),
    "u128::MAX": (1 << 128) - 1,
    "usize::MAX as u64": (1 << 64) - 1,
    "1 + // a comment\n2": 3,
    "{ let x = 20; x + 1 }": 21,
    "implements!(String: Clone)": True,
    "implements!(std::rc::Rc<u8>: Send)": False,
    "implements!(Vec<u8>: Clone + 'static)": True,
    "implements!(str: Sized)": False,
    "niches::<bool>()": 254,
    "niches::<std::cmp::Ordering>()": 253,
    "niches::<&u8>()": 1,
    "niches::<Box<u8>>()": 1,
    "niches::<std::num::NonZeroU8>()": 1,
    "niches::<u8>()": 0,
    "niches::<()>()": 0,
    "niches::<(bool, bool)>()": 254,
    "niches::<Option<bool>>()": 253,
    "{ #[repr(i16)] enum A { L = -30720, M = 0, H = 30719 } niches::<A>() }": 4096,
    "{ struct A; impl Drop for A { fn drop(&mut self) {} } needs_drop::<A>() }": True,
}
BAD = {
    "size_of::<Missing>()": "cannot find type `Missing` in this scope",
    "1.5": "a measured value is a whole number or a `bool`, not `{float}`",
    "1 +": "expected expression, found `<eof>`",
    "1; 2": "one expression is expected, but more follows",
    "1) as u64, (2": "unexpected closing delimiter: `)`",
    "0 }); const Q3: u8 = ({ 0": "unexpected closing delimiter: `}`",
    "/* ": "unterminated block comment",
    '"': "unterminated double quote string",
    'r#"a"': "unterminated raw string",
    "[1, 2][5]": "index out of bounds: the length is 2 but the index is 5",
    "u8::MAX + 1": "attempt to compute `u8::MAX + 1_u8`, which would overflow",
    "300u8": "literal out of range for `u8`",
    "Q0": "cannot find value `Q0` in this scope",
    "niches::<String>()": (
        "evaluation panicked: more than 4096 free values: only fewer are counted"
    ),
    "niches::<std::convert::Infallible>()": (
        "evaluation panicked: a type without values has no free ones to count"
    ),
    "": "the expression is empty",
    "\ud800": "the expression holds half of a character (a lone surrogate)",
    'env!("HOME").len()': (
        "the expression reads the environment or a file, which differs elsewhere"
    ),
    "file!().len()": "the expression reads the environment or a file, which differs elsewhere",
}
SNIPPET = """\
//! A message.
#![deny(warnings)]
use std::mem::size_of as width;
struct Message { tag: u8, len: u32 }
mod inner { pub struct Hidden(pub u16); }
use inner::Hidden;
macro_rules! seven { () => { 7 } }
const fn needs_drop<T>() -> u8 { 9 }
fn main() {}
"""


@cache
def toolchain() -> Toolchain:
    return find_toolchain()


def write_listing(name: str, source: str, **directives: str) -> Listing:
    lines = tuple(range(1, source.count("\n") + 2))
    place = Place(f"snippets/{name}.rs", 1, 1, 1, 1)
    return Listing(name, place, source, source, lines, directives=Directives(**directives))  # type: ignore[arg-type]


def ask(expression: str, wants: Wants = "any", listing: Listing | None = None) -> Question:
    return Question(expression, wants, listing=listing)


def measure(folder: Path, *questions: Question) -> tuple[tuple[Answer, ...], Tally]:
    return measure_constants(questions, toolchain(), folder)


def reason(answer: Answer) -> str:
    assert answer.value is None
    return answer.diagnostic.message if answer.diagnostic else ""


def test_every_kind_of_value_in_one_call(tmp_path: Path) -> None:
    """Whole numbers of every width, bools and the words of the prelude are measured."""
    answers, tally = measure(tmp_path, *map(ask, GOOD))
    for (expression, value), answer in zip(GOOD.items(), answers, strict=True):
        assert answer == Answer(value), expression
        assert type(answer.value) is type(value), expression
    assert tally == Tally(calls=3, alone=2)


def test_bad_expressions_do_not_disturb_good_ones(tmp_path: Path) -> None:
    """Among expressions that are wrong in every way, each gets its own message or value."""
    expressions = [one for pair in zip(BAD, [*GOOD][: len(BAD)], strict=True) for one in pair]
    answers, _ = measure(tmp_path, *map(ask, expressions))
    for expression, answer in zip(expressions, answers, strict=True):
        if expression in GOOD:
            assert answer == Answer(GOOD[expression]), expression
        else:
            assert reason(answer) == BAD[expression], expression


def test_one_bad_expression_costs_one_repeat(tmp_path: Path) -> None:
    """The others are asked once more without it, and it is asked alone for its message."""
    answers, tally = measure(tmp_path, ask("1"), ask("size_of::<Missing>()"), ask("2"), ask("3"))
    assert [answer.value for answer in answers] == [1, None, 2, 3]
    assert tally == Tally(calls=3, alone=1)


def test_place_and_text_of_an_error_are_those_of_the_expression(tmp_path: Path) -> None:
    """Lines and columns count in the expression; nothing of our crate is shown."""
    (_, answer), _ = measure(tmp_path, ask("1"), ask("1 +\n  size_of::<Missing>()", "number"))
    said = answer.diagnostic
    assert said is not None
    assert (said.path, said.line, said.column, said.end_column) == ("expression", 2, 13, 20)
    assert said.rendered == (
        "error[E0425]: cannot find type `Missing` in this scope\n"
        " --> expression:2:13\n"
        "  |\n"
        "2 |   size_of::<Missing>()\n"
        "  |             ^^^^^^^ not found in this scope\n"
    )


def test_wrong_type_is_explained_without_our_own_files(tmp_path: Path) -> None:
    """A float where a number is wanted: the message says what would do."""
    ((answer,), _) = measure(tmp_path, ask("1.5f32", "number"))
    assert answer.diagnostic is not None
    assert answer.diagnostic.rendered == (
        "error[E0277]: a number on the page needs a whole number, not `f32`\n"
        "  --> expression:1:1\n"
        "   |\n"
        " 1 | 1.5f32\n"
        "   | ^^^^^^ this is `f32`\n"
        "   |\n"
        "   = help: the trait `Number` is not implemented for `f32`\n"
        "   = note: convert it, for example with `as u64`; words without a number need a `bool`\n"
    )


@pytest.mark.parametrize(
    ("expression", "wants", "message"),
    [
        ("3", "truth", "mismatched types"),
        ("true", "number", "a number on the page needs a whole number, not `bool`"),
        ("'a'", "any", "a measured value is a whole number or a `bool`, not `char`"),
    ],
)
def test_kind_of_value_is_enforced(
    tmp_path: Path, expression: str, wants: Wants, message: str
) -> None:
    """Words without a number need a bool, and words with one a whole number."""
    ((answer,), _) = measure(tmp_path, ask(expression, wants))
    assert reason(answer) == message


def test_private_items_of_a_listing_are_visible_and_win(tmp_path: Path) -> None:
    """Inside a listing its own names come before ours; lints it denies do not matter here."""
    listing = write_listing("enums/message", SNIPPET)
    expressions = ("size_of::<Message>()", "width::<Hidden>()", "needs_drop::<u8>()", "seven!()")
    questions = [ask(one, "number", listing) for one in expressions]
    answers, tally = measure(tmp_path, ask("needs_drop::<u8>()"), *questions)
    assert [answer.value for answer in answers] == [False, 8, 2, 9, 7]
    assert tally == Tally(calls=2, alone=1)


def test_listing_with_crate_attributes_has_its_own_call(tmp_path: Path) -> None:
    """A listing that cannot be a module is the root of a crate, with all its questions."""
    source = '#![recursion_limit = "200"]\nstruct A(u8);\nfn f() -> crate::A { A(1) }\n'
    listing = write_listing("a/root", source)
    questions = (
        ask("1"),
        ask("2"),
        ask("size_of::<A>()", listing=listing),
        ask("3", "any", listing),
    )
    answers, tally = measure(tmp_path, *questions)
    assert [answer.value for answer in answers] == [1, 2, 1, 3]
    assert tally == Tally(calls=2, alone=2)


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("//! Broken.\nstruct A { b: Missing }\n", "cannot find type `Missing` in this scope", 2),
        ("//! Open.\nfn main() {\n", "this file contains an unclosed delimiter", 2),
        ("//! Comment.\n/* open\n", "unterminated block comment", 2),
    ],
)
def test_listing_that_does_not_compile_is_said_of_all_its_questions(
    tmp_path: Path, source: str, message: str, line: int
) -> None:
    """Questions in a broken listing get its message, at its own line; others get their values."""
    listing = write_listing("a/broken", source)
    inside = (ask("1", listing=listing), ask("size_of::<A>()", listing=listing))
    answers, _ = measure(tmp_path, ask("5"), *inside, ask("6"))
    assert [answer.value for answer in answers] == [5, None, None, 6]
    for answer in answers[1:3]:
        assert answer.diagnostic is not None
        assert answer.diagnostic.message == message
        assert (answer.diagnostic.path, answer.diagnostic.line) == ("a/broken.rs", line)


def test_error_without_a_place_is_found_by_halving(tmp_path: Path) -> None:
    """rustc names no line of ours for a type that is too big; the others keep their values."""
    questions = [ask(str(number)) for number in range(6)]
    questions[3] = ask("size_of::<[u8; 1 << 62]>()")
    answers, tally = measure(tmp_path, *questions)
    assert [answer.value for answer in answers] == [0, 1, 2, None, 4, 5]
    assert reason(answers[3]).startswith(
        "values of the type `[u8; 4611686018427387904]` are too big"
    )
    assert tally.calls < 8


def test_endless_and_enormous_constants_end(tmp_path: Path) -> None:
    """Neither an endless loop nor a constant larger than the memory stops the others."""
    endless = "{ let mut i = 0u64; while i < 1 << 40 { i += 1 } i }"
    enormous = "{ const A: [u8; 1 << 36] = [0; 1 << 36]; A.len() }"
    answers, _ = measure(tmp_path, ask("1"), ask(endless), ask(enormous), ask("2"))
    assert [answers[0].value, answers[3].value] == [1, 2]
    assert reason(answers[1]) == "constant evaluation is taking a long time"
    assert reason(answers[2]) == "tried to allocate more memory than available to compiler"


def test_edition_without_the_prelude_is_refused(tmp_path: Path) -> None:
    """The words of claims need paths that edition 2015 does not have."""
    answers, _ = measure_constants([Question("1", "any", "2015")], toolchain(), tmp_path)
    assert reason(answers[0]) == "values are measured in edition 2018 or newer, not in 2015"


@pytest.mark.parametrize("edition", ["2018", "2021"])
def test_older_editions_are_measured(tmp_path: Path, edition: str) -> None:
    """The prelude works in every edition from 2018 on."""
    listing = write_listing("a/b", "struct A(u16);\nfn main() {}\n", edition=edition)
    questions = [Question("size_of::<A>()", "number", edition, listing)]
    questions.append(Question("implements!(u8: Copy)", "truth", edition))
    answers, _ = measure_constants(questions, toolchain(), tmp_path)
    assert [answer.value for answer in answers] == [2, True]


def test_nothing_asked_costs_nothing(tmp_path: Path) -> None:
    """Without questions the compiler is not called."""
    assert measure(tmp_path) == ((), Tally())


def test_values_stand_in_the_object_file_under_their_symbol(tmp_path: Path) -> None:
    """An ELF reader finds, by symbol, the same numbers that the mark leads to."""
    answers, _ = measure(tmp_path, ask("12345"), ask("-7i16"))
    (path,) = tmp_path.glob("*/_values.o")
    with path.open("rb") as file:
        elf = ELFFile(file)
        table = elf.get_section_by_name(".symtab")
        assert isinstance(table, SymbolTableSection)
        symbol = next(one for one in table.iter_symbols() if "VALUES" in one.name)
        section = elf.get_section(symbol["st_shndx"])
        start = symbol["st_value"] - section["sh_addr"]
        data = section.data()[start : start + symbol["st_size"]]
    assert int.from_bytes(data[32:40], "little") == 12345 == answers[0].value
    assert int.from_bytes(data[56:58], "little", signed=True) == -7 == answers[1].value


def test_target_is_that_of_the_call(tmp_path: Path) -> None:
    """A triple other than the compiler's own can be named."""
    host = toolchain().host
    answers, _ = measure_constants([ask("usize::BITS")], toolchain(), tmp_path, target=host)
    assert answers[0].value in (32, 64)


def test_target_without_library_is_trouble(tmp_path: Path) -> None:
    """No expression is blamed for a target that is not installed."""
    with pytest.raises(Trouble) as caught:
        measure_constants([ask("1"), ask("2")], toolchain(), tmp_path, target="thumbv6m-none-eabi")
    said = "has no standard library for this target: error[E0463]: can't find crate for `std`"
    assert said in caught.value.message
    assert caught.value.help == "rustup target add TARGET"


def test_an_optimised_listing_has_no_debug_assertions_in_its_facts(tmp_path: Path) -> None:
    """Facts are measured without optimisation; what it would leave out is left out all the same."""
    text = "//! A.\n//@ flags: -O\npub const D: u8 = if cfg!(debug_assertions) { 1 } else { 2 };\n"
    listing, findings = parse_snippet("a/b", "snippets/a/b.rs", text)
    assert findings == ()
    question = Question("D", "number", listing=listing)
    answers, _ = measure_constants((question,), find_toolchain(), tmp_path)
    assert answers == (Answer(2),)
