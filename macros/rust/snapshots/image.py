"""The program's own file → what lies at an address of it: its section. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from elftools.elf.elffile import ELFFile
from elftools.elf.sections import Section, SymbolTableSection

from macros.rust.dwarf.nouns import UnreadableObject
from macros.rust.dwarf.tree import ODD

STOP: Final = "rust_memory_stop"
"""The function of `log.rs` at which the program stops."""
_CODE: Final = 0x4
_LOADED: Final = 0x2
_LOCAL: Final = 0x400


@dataclass(frozen=True, slots=True)
class Part:
    """A section, where the file puts it or where it lies in memory."""

    start: int
    end: int
    name: str
    code: bool


@dataclass(frozen=True, slots=True)
class Image:
    """The sections of a program's file, and where it puts the function `STOP`.

    `locals` is how many bytes of its own each thread has for `thread_local!`.
    """

    parts: tuple[Part, ...]
    stop: int
    locals: int = 0

    @property
    def data(self) -> tuple[tuple[int, int], ...]:
        """Where there are bytes that are no code."""
        return tuple((part.start, part.end) for part in self.parts if not part.code)

    def placed(self, base: int) -> tuple[Part, ...]:
        """The sections in memory, where the whole file begins at `base`."""
        return tuple(
            Part(part.start + base, part.end + base, part.name, part.code) for part in self.parts
        )


def read_image(data: bytes) -> Image:
    """Raises UnreadableObject for what is no program, or has no symbols any more."""
    try:
        elf = ELFFile(BytesIO(data))
        parts = tuple(_read_part(one) for one in elf.iter_sections() if _lies_in_memory(one))
        return Image(parts, _address_of(elf, STOP), _local_bytes(elf))
    except ODD as error:
        raise UnreadableObject(f"{type(error).__name__}: {error}") from error


def _lies_in_memory(section: Section) -> bool:
    flags = section["sh_flags"]
    return bool(flags & _LOADED) and not flags & _LOCAL and section["sh_size"] > 0


def _read_part(section: Section) -> Part:
    start, code = section["sh_addr"], bool(section["sh_flags"] & _CODE)
    return Part(start, start + section["sh_size"], section.name, code)


def _address_of(elf: ELFFile, name: str) -> int:
    """Where the file puts a function. Raises LookupError where it has none of that name."""
    for table in elf.iter_sections():
        if isinstance(table, SymbolTableSection):
            for symbol in table.get_symbol_by_name(name) or ():
                return int(symbol["st_value"])
    raise LookupError(name)


def thread_symbols(data: bytes) -> frozenset[str]:
    """The linker's names of what each thread has of its own: what was left out has none.

    Raises UnreadableObject for what is no program.
    """
    try:
        tables = [
            one
            for one in ELFFile(BytesIO(data)).iter_sections()
            if isinstance(one, SymbolTableSection)
        ]
        symbols = (symbol for table in tables for symbol in table.iter_symbols())
        return frozenset(one.name for one in symbols if one["st_info"]["type"] == "STT_TLS")
    except ODD as error:
        raise UnreadableObject(f"{type(error).__name__}: {error}") from error


def _local_bytes(elf: ELFFile) -> int:
    """The size of what each thread has of its own, rounded up as it is laid out."""
    for segment in elf.iter_segments("PT_TLS"):
        align = max(segment["p_align"], 1)
        return int(-(-segment["p_memsz"] // align) * align)
    return 0


def find_part(parts: Sequence[Part], address: int) -> Part | None:
    return next((part for part in parts if part.start <= address < part.end), None)
