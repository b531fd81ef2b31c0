"""A program's file says where its sections lie in memory."""

from __future__ import annotations

import subprocess

import pytest

from macros.rust.dwarf.nouns import UnreadableObject
from macros.rust.snapshots.image import Image, Part, find_part, read_image
from macros.rust.snapshots.types import Types
from tests.probed import toolchain

SOURCE = """\
use std::cell::Cell;
pub static TABLE: [u16; 3] = [1, 2, 3];
pub static mut COUNTER: u32 = 0;
thread_local! { static OWN: Cell<u64> = const { Cell::new(5) }; }
trait Shape { fn area(&self) -> u8; }
struct Square(u8);
impl Shape for Square { fn area(&self) -> u8 { self.0 } }
#[unsafe(no_mangle)] extern "C" fn rust_memory_stop() {}
fn main() {
    rust_memory_stop();
    let shape: &dyn Shape = &Square(TABLE[1] as u8);
    unsafe { COUNTER += u32::from(shape.area()) };
    OWN.set(6);
}
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a program with statics of every kind."""
    folder = tmp_path_factory.mktemp("image")
    (folder / "a.rs").write_text(SOURCE)
    command = (
        toolchain().rustc,
        "a.rs",
        "--crate-name=program",
        "--edition=2024",
        "-g",
        "-Awarnings",
    )
    subprocess.run((*command, "-Ccodegen-units=1"), cwd=folder, check=True, timeout=60)
    return (folder / "program").read_bytes()


def section_of(image: Image, address: int) -> str:
    part = find_part(image.parts, address)
    assert part is not None
    return part.name


def test_statics_lie_in_their_sections(program: bytes) -> None:
    """By the addresses in the debug information, with their types."""
    image, types = read_image(program), Types(program)
    found = {one.name: one for one in types.statics()}
    assert section_of(image, found["TABLE"].start) == ".rodata"
    assert section_of(image, found["COUNTER"].start) == ".bss"
    table = found["TABLE"].type
    assert table is not None
    assert (table.name, found["TABLE"].size) == ("[u16; 3]", 6)


def test_what_each_thread_has_is_told_apart(program: bytes) -> None:
    """It lies behind the first byte that a thread has of its own."""
    own = next(one for one in Types(program).statics(local=True) if one.name == "OWN")
    assert 0 <= own.start < read_image(program).locals


def test_vtables_tell_their_types(program: bytes) -> None:
    """By address, as trait objects hold them."""
    vtables = Types(program).vtables()
    image = read_image(program)
    (square,) = (at for at, type in vtables.items() if type.name == "Square")
    assert section_of(image, square) == ".data.rel.ro"


def test_functions_have_addresses(program: bytes) -> None:
    """Those of the program itself, in sections of code."""
    image = read_image(program)
    code = {one.name: one.start for one in Types(program).code()}
    part = find_part(image.parts, code["main"])
    assert part is not None
    assert (part.name, part.code) == (".text", True)
    assert code["rust_memory_stop"] == image.stop
    assert not any(first <= image.stop < last for first, last in image.data)


def test_sections_move_with_the_program() -> None:
    """The file's addresses count from where it begins in memory."""
    image = Image((Part(16, 32, ".rodata", False), Part(32, 64, ".text", True)), 40)
    assert image.placed(0x1000)[0] == Part(0x1010, 0x1020, ".rodata", False)
    assert image.data == ((16, 32),)
    assert find_part(image.parts, 32) == image.parts[1]
    assert find_part(image.parts, 64) is None


@pytest.mark.parametrize("data", [b"", b"\x7fELF", b"#!/bin/sh\n"])
def test_what_is_no_program_cannot_be_read(data: bytes) -> None:
    """One exception of ours, whatever the bytes are."""
    with pytest.raises(UnreadableObject):
        read_image(data)


def test_a_program_without_the_function_cannot_be_read(program: bytes) -> None:
    """Nothing could stop it."""
    with pytest.raises(UnreadableObject, match="LookupError: rust_memory_stop"):
        read_image(program.replace(b"rust_memory_stop", b"rust_memory_gone"))
