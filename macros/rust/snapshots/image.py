"""The program's own file → what lies at an address of it: section and symbol. Pure."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from io import BytesIO

from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection

_CODE = 0x4
_LOADED = 0x2


@dataclass(frozen=True, slots=True)
class Named:
    """A place of the program's file: a symbol where there is one, else its section."""

    name: str
    section: str
    offset: int
    code: bool


@dataclass(frozen=True, slots=True)
class Symbol:
    start: int
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Image:
    """Sections and symbols by their addresses in memory.

    `sections` are (start, end, name, whether it is code); `symbols` are in order.
    """

    sections: tuple[tuple[int, int, str, bool], ...]
    symbols: tuple[Symbol, ...]

    def name_of(self, address: int) -> Named | None:
        """What lies at an address; None outside of the program's file."""
        section = next((one for one in self.sections if one[0] <= address < one[1]), None)
        if section is None:
            return None
        symbol = self.symbol_at(address)
        start, _, name, code = section
        if symbol is None:
            return Named(name, name, address - start, code)
        return Named(symbol.name, name, address - symbol.start, code)

    def symbol_at(self, address: int) -> Symbol | None:
        at = bisect.bisect_right(self.symbols, address, key=lambda one: one.start) - 1
        if at < 0:
            return None
        symbol = self.symbols[at]
        return symbol if symbol.start <= address < symbol.start + symbol.size else None


def read_image(data: bytes, stop: str, address: int) -> Image:
    """The program's file as it lies in memory, where the function `stop` is at `address`."""
    elf = ELFFile(BytesIO(data))
    symbols: list[Symbol] = []
    for table in elf.iter_sections():
        if isinstance(table, SymbolTableSection):
            symbols += (
                Symbol(one["st_value"], one["st_size"], one.name)
                for one in table.iter_symbols()
                if one["st_size"] and one["st_info"]["type"] in ("STT_OBJECT", "STT_FUNC")
            )
    base = address - next(one.start for one in symbols if one.name == stop)
    placed = (Symbol(one.start + base, one.size, one.name) for one in symbols)
    sections = tuple(
        (
            one["sh_addr"] + base,
            one["sh_addr"] + base + one["sh_size"],
            one.name,
            bool(one["sh_flags"] & _CODE),
        )
        for one in elf.iter_sections()
        if one["sh_flags"] & _LOADED
    )
    return Image(sections, tuple(sorted(placed, key=lambda one: one.start)))
