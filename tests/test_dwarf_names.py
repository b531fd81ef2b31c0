"""Names of types are those that people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.rust.dwarf.names import parse_name, shorten, write_names

GLOBAL = "alloc::alloc::Global"
NAMES = {
    "u32": "u32",
    "()": "()",
    "!": "!",
    "alloc::string::String": "String",
    f"alloc::vec::Vec<i32, {GLOBAL}>": "Vec<i32>",
    f"core::option::Option<alloc::boxed::Box<i32, {GLOBAL}>>": "Option<Box<i32>>",
    f"alloc::vec::Vec<alloc::vec::Vec<u8, {GLOBAL}>, {GLOBAL}>": "Vec<Vec<u8>>",
    f"alloc::raw_vec::RawVecInner<{GLOBAL}>": "RawVecInner",
    f"core::mem::manually_drop::ManuallyDrop<{GLOBAL}>": "ManuallyDrop<Global>",
    "alloc::vec::Vec<u8, measured::Arena>": "Vec<u8, Arena>",
    "core::result::Result<u32, alloc::string::String>": "Result<u32, String>",
    "std::collections::hash::map::HashMap<u8, u16, std::hash::random::RandomState>": (
        "HashMap<u8, u16>"
    ),
    "std::collections::hash::set::HashSet<u8, std::hash::random::RandomState>": "HashSet<u8>",
    "&str": "&str",
    "&mut str": "&mut str",
    "&[u8]": "&[u8]",
    "&&[alloc::string::String]": "&&[String]",
    "*const alloc::string::String": "*const String",
    "*mut [u8]": "*mut [u8]",
    "[u16; 3]": "[u16; 3]",
    "[[alloc::string::String; 2]; 3]": "[[String; 2]; 3]",
    "(char, u8, i32)": "(char, u8, i32)",
    "(alloc::string::String, (u8, core::time::Duration))": "(String, (u8, Duration))",
    "(u8)": "(u8,)",
    "core::option::Option<(alloc::string::String)>": "Option<(String,)>",
    "((u8), (u8, u16))": "((u8,), (u8, u16))",
    "fn((u8)) -> (u8)": "fn((u8,)) -> (u8,)",
    "fn(i32) -> u8": "fn(i32) -> u8",
    "fn(fn(u8) -> u8, u8)": "fn(fn(u8) -> u8, u8)",
    "fn()": "fn()",
    "fn(alloc::string::String) -> core::option::Option<u8>": "fn(String) -> Option<u8>",
    'unsafe extern "C" fn(*const u8, ...) -> i32': 'unsafe extern "C" fn(*const u8, ...) -> i32',
    f"alloc::boxed::Box<dyn measured::Shape, {GLOBAL}>": "Box<dyn Shape>",
    f"alloc::boxed::Box<(dyn measured::Shape + core::marker::Send), {GLOBAL}>": (
        "Box<dyn Shape + Send>"
    ),
    "&(dyn measured::Shape + core::marker::Send)": "&(dyn Shape + Send)",
    "&dyn core::fmt::Debug": "&dyn Debug",
    "&dyn core::ops::function::Fn<(u8), Output=u16>": "&dyn Fn(u8) -> u16",
    "&dyn core::ops::function::FnMut<(u8, alloc::string::String), Output=()>": (
        "&dyn FnMut(u8, String)"
    ),
    "&dyn core::ops::function::FnOnce<()>": "&dyn FnOnce()",
    "dyn core::iter::traits::iterator::Iterator<Item=alloc::string::String>": (
        "dyn Iterator<Item=String>"
    ),
    f"alloc::boxed::Box<str, {GLOBAL}>": "Box<str>",
    f"alloc::rc::Rc<[measured::Node], {GLOBAL}>": "Rc<[Node]>",
    "core::pin::Pin<&mut measured::make::{async_block_env#1}>": "Pin<&mut async block>",
    "measured::make::{closure_env#0}": "closure",
    "measured::make::{closure_env#0}<alloc::string::String>": "closure",
    "measured::make::{closure#0}::{closure_env#0}": "closure",
    "measured::read::{async_fn_env#0}": "async fn read",
    "measured::make::{async_closure_env#0}": "async closure",
    "measured::make::{coroutine_env#0}": "coroutine",
    "measured::make<i32>::Local": "Local",
    "measured::{impl#0}::make::Local": "Local",
    "measured::Grid<3, true>": "Grid<3, true>",
    "measured::Schlüssel": "Schlüssel",
    "measured::r#type": "r#type",
    "core::marker::PhantomData<*const u8>": "PhantomData<*const u8>",
    "<measured::Circle as measured::Shape>::{vtable_type}": "vtable of Circle for Shape",
    "<measured::Circle as _>::{vtable_type}": "vtable of Circle",
    f"<alloc::vec::Vec<u8, {GLOBAL}> as core::fmt::Debug>::{{vtable_type}}": (
        "vtable of Vec<u8> for Debug"
    ),
}


@pytest.mark.parametrize(("full", "written"), NAMES.items())
def test_name_is_what_people_write(full: str, written: str) -> None:
    """Paths shorten to their last segments, and arguments that nobody writes are left out."""
    assert shorten(full) == written


def test_two_types_of_one_name_keep_what_tells_them_apart() -> None:
    """Inside one name nothing may be taken for something else."""
    pair = "(measured::round::Point, measured::square::Point)"
    assert shorten(pair) == "(round::Point, square::Point)"


def test_as_many_segments_as_it_takes() -> None:
    """Only the part of the paths that differs is written."""
    pair = "(one::a::inner::Point, two::b::inner::Point)"
    assert shorten(pair) == "(a::inner::Point, b::inner::Point)"


def test_names_beside_it_count_for_inner_types() -> None:
    """Two fields whose types have the same name are told apart, wherever they stand."""
    beside = ["core::fmt::Error", "std::io::error::Error"]
    assert [shorten("measured::Both", beside), *(told(one, beside) for one in beside)] == [
        "Both",
        "fmt::Error",
        "error::Error",
    ]


def told(name: str, beside: list[str]) -> str:
    """The name of a part, as it stands in a whole called `Both`."""
    return write_names("measured::Both", beside).write(parse_name(name))


def test_whole_keeps_its_short_name_before_its_parts() -> None:
    """`Mutex` is called so although a private `Mutex` is inside; that one gets more of its path."""
    whole, inner = "std::sync::mutex::Mutex<u8>", "std::sys::futex::Mutex"
    assert shorten(whole, [inner]) == "Mutex<u8>"


def test_what_is_shared_with_the_asking_function_is_left_out() -> None:
    """A snippet's type comes before one of std that has the same name."""
    home = ("measured", "listing_0", "probe_0")
    pair = "(measured::listing_0::Rc, alloc::rc::Rc<u8, alloc::alloc::Global>)"
    assert shorten(pair, home=home) == "(Rc, rc::Rc<u8>)"


@given(st.text(alphabet="ab:<>()[]{}#&*-,; \"'=+!é0", max_size=60))
def test_any_text_is_read_to_its_end(text: str) -> None:
    """A name that follows no rule is written somehow, and never an error."""
    assert isinstance(shorten(text), str)
