"""The program's own file → what lies at an address of it: its section. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from elftools.elf.elffile import ELFFile
from elftools.elf.sections import Section, SymbolTableSection

_CODE = 0x4
_LOADED = 0x2


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it lies in memory."""

    start: int
    end: int
    name: str
    code: bool


def read_parts(data: bytes, stop: str, address: int) -> tuple[Part, ...]:
    """The sections of a program's file in memory, where its function `stop` is at `address`."""
    elf = ELFFile(BytesIO(data))
    base = address - _address_of(elf, stop)
    return tuple(_placed(one, base) for one in elf.iter_sections() if one["sh_flags"] & _LOADED)


def _address_of(elf: ELFFile, name: str) -> int:
    """Where the file puts a function. Raises LookupError where it has none of that name."""
    for table in elf.iter_sections():
        if isinstance(table, SymbolTableSection):
            for symbol in table.get_symbol_by_name(name) or ():
                return int(symbol["st_value"])
    raise LookupError(name)


def _placed(section: Section, base: int) -> Part:
    start = section["sh_addr"] + base
    return Part(start, start + section["sh_size"], section.name, bool(section["sh_flags"] & _CODE))


def find_part(parts: tuple[Part, ...], address: int) -> Part | None:
    return next((part for part in parts if part.start <= address < part.end), None)
