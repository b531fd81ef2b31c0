"""Assembly and MIR as rustc writes them, read and normalised."""

from __future__ import annotations

import pytest

from macros.codegen import Code, CodegenAnswer, CodegenQuestion, find_codes, is_read
from macros.codegen_text import codegen_key, read_codegen_answer, write_codegen_answer
from macros.codegen_words import comparable, things_in
from macros.model import Directives
from macros.rust.assembly import read_assembly
from macros.rust.codegen import measure_codegen
from macros.rust.perform import work_folder
from macros.rust.toolchain import find_toolchain
from tests.made import listing_of, said

PROGRAM = """\
use std::rc::Rc;
use std::sync::Arc;

pub struct Point {
    pub x: u32,
}

impl Point {
    pub fn get(&self) -> u32 {
        self.x
    }
}

#[derive(PartialEq)]
pub struct Mark(u32);

impl Clone for Point {
    fn clone(&self) -> Point {
        Point { x: self.x + 1 }
    }
}

pub trait Shout {
    fn shout(&self) -> usize;
}

impl Shout for String {
    fn shout(&self) -> usize {
        self.len() + 7
    }
}

pub mod inner {
    pub fn share(page: &std::sync::Arc<u64>) -> std::sync::Arc<u64> {
        std::sync::Arc::clone(page)
    }
    pub fn answer() -> u64 {
        42
    }
    pub fn twice() -> u64 {
        2
    }
}

pub fn twice() -> u64 {
    4
}

pub fn keep(page: &Rc<u64>) -> Rc<u64> {
    Rc::clone(page)
}

pub fn also(page: &Rc<u64>) -> Rc<u64> {
    page.clone()
}

pub fn asks() -> Box<u64> {
    Box::new(7)
}

fn private(number: u64) -> u64 {
    number * 3
}

pub fn half(number: f64) -> f64 {
    number * 0.5
}

pub fn third(number: f64) -> f64 {
    number * 0.25
}

pub fn down(number: u64) -> u64 {
    if number < 2 { 1 } else { std::hint::black_box(down(number - 1)) }
}

pub fn fall(number: u64) -> u64 {
    if number < 2 { 1 } else { std::hint::black_box(fall(number - 1)) }
}

pub fn of_any<T>(value: T) -> T {
    value
}

fn main() {
    let double = |number: u64| number * 2;
    println!("{} {}", private(1), double(of_any(2)));
    println!("{}", inner::share(&Arc::new(1)));
}
"""
WRITTEN = """\
\t.intel_syntax noprefix
\t.file\t"listing.c"
\t.section\t.rodata.cst8,"aM",@progbits,8
.LCPI0_0:
\t.quad\t0x3fe0000000000000
\t.section\t.text._ZN7listing4half17h0123456789abcdefE,"ax",@progbits
\t.globl\t_ZN7listing4half17h0123456789abcdefE
\t.type\t_ZN7listing4half17h0123456789abcdefE,@function
_ZN7listing4half17h0123456789abcdefE:
\t.cfi_startproc
\tmulsd\txmm0, qword ptr [rip + .LCPI0_0]\t\t# the half
\tje\t.LBB0_7
.Ltmp0:
\trep;movsb\tbyte ptr es:[rdi], byte ptr [rsi]
.LBB0_2:
\tlock\t\tinc\tqword ptr [rax]
\tcall\tqword ptr [rip + _RNvCsfLfy6EI15iL_7___rustc12___rust_alloc@GOTPCREL]
\tcall\tmemset@PLT
.LBB0_7:
\tret
.Lfunc_end0:
\t.size\t_ZN7listing4half17h0123456789abcdefE, .Lfunc_end0-_ZN7listing4half17h0123456789abcdefE

\t.globl\t_ZN7listing5twice17h0123456789abcdefE
\t.type\t_ZN7listing5twice17h0123456789abcdefE,@function
_ZN7listing5twice17h0123456789abcdefE = _ZN7listing4half17h0123456789abcdefE
\t.set\t_ZN7listing6thrice17h0123456789abcdefE, _ZN7listing4half17h0123456789abcdefE
"""
HALF = (
    "mulsd xmm0, qword ptr [rip + data1]",
    "je L1",
    "rep movsb byte ptr es:[rdi], byte ptr [rsi]",
    "lock inc qword ptr [rax]",
    "call __rust_alloc",
    "call memset",
    "L1:",
    "ret",
)


def measured(source: str, *flags: str) -> CodegenAnswer:
    listing = listing_of(source, Directives(flags=flags))
    with work_folder() as folder:
        answers, tally = measure_codegen(
            [CodegenQuestion(listing)], find_toolchain("rustc"), folder
        )
    assert (tally.calls, tally.alone) == (1, 1)
    return answers[0]


@pytest.fixture(scope="module")
def optimised() -> CodegenAnswer:
    return measured(PROGRAM, "-O")


def one(answer: CodegenAnswer, name: str, form: str = "assembly") -> Code:
    (found,) = find_codes(name, answer.of_form(form))
    return found


def test_directives_comments_and_unused_labels_are_left_out() -> None:
    """Labels and constants are numbered, names are paths, and aliases have the code too."""
    found = read_assembly(WRITTEN, has_main=False)
    constants, alloc = (".quad 0x3fe0000000000000",), "_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc"
    assert found.codes[0] == Code("half", "assembly", HALF, constants, exact=(alloc,))
    assert [(code.path, code.twin, code.lines) for code in found.codes[1:]] == [
        ("twice", "half", HALF),
        ("thrice", "half", HALF),
    ]
    assert found.words == ("call", "je", "lock inc", "mulsd", "rep movsb", "ret")
    assert found.called == ("__rust_alloc", "memset")


def test_every_function_has_its_code_without_attributes(optimised: CodegenAnswer) -> None:
    """Private and small ones too, methods by their type; nothing generic and no closure."""
    paths = {code.path for code in optimised.of_form("assembly")}
    named = {"Point::get", "Point::clone", "Mark::eq", "inner::share", "private", "main"}
    assert named <= paths
    assert not [path for path in paths if "{" in path]
    assert "of_any" not in paths
    assert named <= {code.path for code in optimised.of_form("mir")}


def test_a_method_of_a_foreign_type_is_named_by_that_type(optimised: CodegenAnswer) -> None:
    """The trait is the listing's own."""
    assert find_codes("String::shout", optimised.of_form("mir"))
    assert find_codes("String::shout", optimised.of_form("assembly"))


def test_lock_stands_where_the_counter_is_atomic(optimised: CodegenAnswer) -> None:
    """And nowhere in the clone of an Rc."""
    assert "lock inc qword ptr [rax]" in one(optimised, "share").lines
    assert "inc qword ptr [rax]" in one(optimised, "keep").lines


def test_merged_functions_have_the_code_of_their_twin(optimised: CodegenAnswer) -> None:
    """The compiler keeps one of two that are the same, and names the other after it."""
    pair = one(optimised, "keep"), one(optimised, "also")
    assert pair[0].lines == pair[1].lines
    assert {code.twin for code in pair} == {"", next(c.path for c in pair if not c.twin)}


def test_constants_are_part_of_the_code(optimised: CodegenAnswer) -> None:
    """Two functions may have the same instructions and other numbers."""
    half, third = one(optimised, "half"), one(optimised, "third")
    assert half.lines == third.lines
    assert half.constants != third.constants


def test_called_functions_are_named_as_in_the_source(optimised: CodegenAnswer) -> None:
    """Whether the call goes through the linker's table or not."""
    assert "call __rust_alloc" in one(optimised, "asks").lines
    assert "__rust_alloc" in optimised.called
    assert "call down" in one(optimised, "down").lines


JUMPS = """\
pub trait Speak {
    fn speak(&self) -> usize;
}
pub fn dispatch(one: &dyn Speak) -> usize {
    one.speak()
}
pub fn through(f: fn(usize) -> usize) -> usize {
    f(3)
}
pub fn picked(all: &[fn(usize) -> usize; 4], number: usize) -> usize {
    all[number & 3](3)
}
pub fn named() {
    unsafe { rax() }
}
unsafe extern "C" {
    fn rax();
}
pub fn table(which: u8, number: &mut u64) {
    match which {
        0 => *number = 7,
        1 => *number += 3,
        2 => *number *= 9,
        3 => *number = number.rotate_left(3),
        4 => *number -= 88,
        _ => {}
    }
}
pub fn both(which: u8, number: &mut u64, f: fn(&mut u64)) {
    match which {
        0 => *number = 7,
        1 => *number += 3,
        2 => *number *= 9,
        3 => *number = number.rotate_left(3),
        4 => f(number),
        _ => {}
    }
}
pub fn perhaps(which: u8) {
    if which == 3 {
        named()
    }
}
"""


@pytest.mark.parametrize(
    "flags",
    ["-Copt-level=2", "-Copt-level=s", "-Crelocation-model=static", "-Ccode-model=large"],
)
def test_a_jump_to_a_function_is_a_call_and_one_by_a_table_is_not(flags: str) -> None:
    """By a register, by memory, and under the name of a register."""
    found = measured(JUMPS, "-O", flags)
    for name in ("dispatch", "through", "picked", "named", "both"):
        assert len(things_in("call", one(found, name))) == 1, name
    assert things_in("call", one(found, "table")) == ()


def test_a_jump_on_a_condition_is_a_call() -> None:
    """To another function, by its name."""
    (line,) = things_in("call", one(measured(JUMPS, "-O", "-Crelocation-model=static"), "perhaps"))
    assert line in ("je named", "je rax")


def test_a_table_is_told_without_optimisation() -> None:
    """Where its entry is added to its address, and where it is loaded."""
    for flags in ((), ("-Crelocation-model=static",)):
        found = measured(JUMPS, "-Coverflow-checks=off", *flags)
        for name, count in (("table", 1), ("both", 2)):
            calls = things_in("call", one(found, name))
            assert len(calls) == count, name
            assert not any(line.startswith("jmp") for line in calls)


def test_the_mir_has_blocks_and_no_scopes(optimised: CodegenAnswer) -> None:
    """Nothing that is only there for debuggers or for a reader of types."""
    assert one(optimised, "answer", "mir").lines == (
        "bb0: {",
        "    _0 = const 42_u64;",
        "    return;",
        "}",
    )


TYPES = """\
pub fn signed(number: i32) -> i64 {
    let kept = number;
    kept as i64
}
pub fn extended(number: i32) -> i64 {
    let mut other = number;
    other as i64
}
pub fn unsigned(number: u32) -> i64 {
    let kept = number;
    kept as i64
}
pub fn byte(number: u8) -> u8 {
    number
}
pub fn long(number: u64) -> u64 {
    number
}
pub fn first<'a>(text: &'a str, _other: &str) -> &'a str {
    text
}
"""


def test_the_mir_of_other_types_is_other_code() -> None:
    """Lines may be the same where one type extends the sign and the other does not."""
    found = measured(TYPES)
    for name, other in (("signed", "unsigned"), ("byte", "long")):
        pair = one(found, name, "mir"), one(found, other, "mir")
        assert pair[0].lines == pair[1].lines
        assert comparable(pair[0]) != comparable(pair[1])


INSTANCES = """\
use std::collections::BTreeMap;

#[inline(never)]
fn size<T>(all: &[T]) -> usize {
    std::hint::black_box(std::mem::size_of_val(all))
}
pub fn narrow(all: &[u8]) -> usize {
    size(all)
}
pub fn wide(all: &[u64]) -> usize {
    size(all)
}
pub fn wider(all: &[u64]) -> usize {
    size(all) + 0
}
pub fn plain(map: BTreeMap<u8, u8>) {
    drop(map)
}
pub fn boxed(map: BTreeMap<u64, Box<u8>>) {
    drop(map)
}
"""


@pytest.mark.parametrize("flags", [(), ("-Csymbol-mangling-version=v0",)])
def test_instances_of_a_generic_function_are_other_functions(flags: tuple[str, ...]) -> None:
    """They have one name, and a call of one is no call of the other."""
    found = measured(INSTANCES, "-O", *flags)
    for name, other in (("narrow", "wide"), ("plain", "boxed")):
        pair = one(found, name), one(found, other)
        assert pair[0].lines == pair[1].lines
        assert comparable(pair[0]) != comparable(pair[1])
    assert comparable(one(found, "wide")) == comparable(one(found, "wider"))


def test_a_function_that_calls_itself_is_the_same_as_another_that_does() -> None:
    """Though both symbols have a hash of their own."""
    found = measured(PROGRAM, "-O")
    assert comparable(one(found, "down")) == comparable(one(found, "fall"))


def test_names_are_no_types() -> None:
    """Neither those of values nor those of lifetimes, nor whether one may be changed."""
    found = measured(TYPES)
    assert comparable(one(found, "signed", "mir")) == comparable(one(found, "extended", "mir"))
    assert one(found, "first", "mir").exact == ("(_1: &str, _2: &str) -> &str", "_0: &str")


def test_functions_of_one_name_are_told_apart(optimised: CodegenAnswer) -> None:
    """By the modules that they stand in, in both forms."""
    for form in ("assembly", "mir"):
        assert len(find_codes("twice", optimised.of_form(form))) == 2
        assert one(optimised, "inner::twice", form) != one(optimised, "crate::twice", form)


def test_the_newer_names_are_read_as_well() -> None:
    """Both ways of rustc to write a symbol."""
    found = measured(PROGRAM, "-O", "-Csymbol-mangling-version=v0")
    paths = {code.path for code in found.of_form("assembly")}
    assert {"Point::get", "Point::clone", "inner::share", "private", "String::shout"} <= paths


@pytest.mark.parametrize("flag", ["-Clto=fat", "-Clto=thin", "-Ccodegen-units=4", "-Cpanic=abort"])
def test_other_flags_leave_each_function_its_code(flag: str) -> None:
    """Neither what joins crates nor what splits them takes a function away."""
    found = measured(PROGRAM, "-O", flag)
    assert one(found, "keep").lines == one(found, "also").lines


def test_a_library_has_code_for_its_functions() -> None:
    """Those that a program could inline, too."""
    found = measured("pub fn answer() -> u8 {\n    42\n}\n", "-O")
    assert one(found, "answer").lines == ("mov al, 42", "ret")


def test_a_listing_that_does_not_compile_answers_with_the_message() -> None:
    """And with no code."""
    found = measured("pub static A: u8 = 256;\n")
    assert found.diagnostic is not None
    assert found.diagnostic.code == "overflowing_literals"
    assert found.codes == ()


AREAS = """\
pub struct Circle(f32);
impl Circle {
    pub fn area(&self) -> f32 {
        self.0
    }
    pub fn only(&self) -> f32 {
        self.0
    }
}
pub trait Area {
    fn area(&self) -> f32;
}
impl Area for [u8; 3] {
    fn area(&self) -> f32 {
        1.0
    }
}
impl Area for (u8, Circle) {
    fn area(&self) -> f32 {
        3.0
    }
}
impl Area for &Circle {
    fn area(&self) -> f32 {
        4.0
    }
}
pub fn area<T>(value: T) -> T {
    value
}
"""


def test_functions_of_any_type_share_a_name() -> None:
    """Those that have no code of their own too, and each is counted once."""
    found = measured(AREAS, "-O")
    assert len(find_codes("area", found.of_form("mir"))) == 5
    assert len(find_codes("area", found.of_form("assembly"))) == 4
    assert [code.path for code in find_codes("area", found.without("assembly"))] == ["area"]
    assert find_codes("area", found.without("mir")) == ()
    assert find_codes("only", found.without("assembly")) == ()


FUTURES = """\
pub async fn fetch(number: u64) -> u64 {
    std::hint::black_box(number)
}
pub fn block(number: u64) -> impl Future<Output = u64> {
    async move { std::hint::black_box(number) }
}
pub fn plain(number: u64) -> u64 {
    number
}
"""


def test_a_function_that_makes_a_future_is_known() -> None:
    """By its word, or by what it returns."""
    found = measured(FUTURES, "-O")
    assert one(found, "fetch")
    assert [found.makes_future(name) for name in ("fetch", "block", "plain")] == [True, True, False]


def test_a_name_is_found_by_the_end_of_its_path() -> None:
    """`crate::` begins a whole path."""
    codes = tuple(Code(path, "mir", ()) for path in ("get", "m::get", "m::forget"))
    assert find_codes("get", codes) == codes[:2]
    assert find_codes("m::get", codes) == codes[1:2]
    assert find_codes("crate::get", codes) == codes[:1]
    assert find_codes("et", codes) == ()


def test_assembly_is_read_for_one_processor() -> None:
    """In ELF files."""
    assert is_read("x86_64-unknown-linux-gnu")
    assert is_read("x86_64-unknown-linux-musl")
    assert not is_read("x86_64-apple-darwin")
    assert not is_read("x86_64-pc-windows-msvc")
    assert not is_read("aarch64-unknown-linux-gnu")


def test_an_answer_is_read_as_it_was_written() -> None:
    """With each of its parts."""
    code = Code("keep", "assembly", HALF, ("a",), "also", (2,), ("_1: u8",))
    for answer in (
        CodegenAnswer((code,), ("ret",), ("keep",), "-O"),
        CodegenAnswer(diagnostic=said("no", "E0308", (1, 2, 3))),
        CodegenAnswer(target="wasm32-wasip1"),
    ):
        assert read_codegen_answer(write_codegen_answer(answer)) == answer


def test_other_flags_are_another_question() -> None:
    """And other text is."""
    plain = listing_of("pub fn a() {}\n")
    keys = {
        codegen_key("base", CodegenQuestion(each))
        for each in (
            plain,
            listing_of("pub fn b() {}\n"),
            listing_of("pub fn a() {}\n", Directives(flags=("-O",))),
        )
    }
    assert len(keys) == 3
