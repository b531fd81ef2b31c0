"""The bytes of an ELF object file → its symbols and pieces of constant data, by section. Pure."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from elftools.elf.elffile import ELFFile
    from elftools.elf.sections import Section, SymbolTableSection

MAGIC: Final = b"\x7fELF"
_ANONYMOUS: Final = re.compile(r"\.(?:\.L|\$).*")
"""Data without a name is called `.Lanon.…`, and `$anon.…` on MIPS."""
_ALLOCATED, _THREADS = 0x2, 0x400
_OWN: Final = frozenset({"STT_OBJECT", "STT_FUNC", "STT_TLS"})


class UnreadableSections(Exception):
    """The file claims to be ELF, and its tables cannot be read."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A static or a function: its mangled name and its section, without the symbol's own name.

    `threads` is true where every thread has one of its own.
    """

    name: str
    section: str
    threads: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that belong together, such as one literal or one static."""

    section: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sections:
    """What an object file holds; `whole` are the bytes of each section with constant data."""

    symbols: tuple[Symbol, ...]
    pieces: tuple[Piece, ...]
    whole: tuple[Piece, ...]


def is_elf(data: bytes) -> bool:
    return data.startswith(MAGIC)


def read_sections(data: bytes) -> Sections:
    """Everything that lies in memory when the program runs.

    Raises UnreadableSections where the file is damaged.
    """
    from elftools.common.exceptions import ELFError  # noqa: PLC0415 (costs 43 ms)
    from elftools.construct import ConstructError  # noqa: PLC0415
    from elftools.elf.elffile import ELFFile  # noqa: PLC0415

    try:
        return _Object(ELFFile(io.BytesIO(data))).sections
    except (ELFError, ConstructError, AssertionError, ValueError, LookupError) as error:
        raise UnreadableSections(str(error)) from error


@dataclass(frozen=True)
class _Object:
    file: ELFFile

    @property
    def sections(self) -> Sections:
        rows = tuple(self._rows())
        symbols = tuple(
            Symbol(name, _without(section.name, name), bool(section["sh_flags"] & _THREADS))
            for name, section, entry in rows
            if entry["st_info"]["type"] in _OWN and not name.startswith((".", "$"))
        )
        named = (
            Piece(_without(section.name, name), self._bytes(section, entry))
            for name, section, entry in rows
            if entry["st_info"]["type"] == "STT_OBJECT" and self._is_constant(section)
        )
        pieces = (*(one for one in named if one.data), *self._anonymous())
        return Sections(symbols, pieces, tuple(self._whole()))

    @cached_property
    def _all(self) -> tuple[Section, ...]:
        return tuple(self.file.iter_sections())

    @cached_property
    def _moved(self) -> frozenset[str]:
        """The sections that hold addresses, which nobody knows before the program is linked."""
        kinds = ("SHT_REL", "SHT_RELA")
        return frozenset(
            self._all[one["sh_info"]].name for one in self._all if one["sh_type"] in kinds
        )

    def _rows(self) -> Iterator[tuple[str, Section, Mapping[str, Mapping[str, str]]]]:
        for table in self._tables():
            for symbol in table.iter_symbols():
                index = symbol["st_shndx"]
                if isinstance(index, int) and self._all[index]["sh_flags"] & _ALLOCATED:
                    yield symbol.name, self._all[index], symbol.entry

    def _tables(self) -> Iterator[SymbolTableSection]:
        from elftools.elf.sections import SymbolTableSection  # noqa: PLC0415

        return (one for one in self._all if isinstance(one, SymbolTableSection))

    def _is_constant(self, section: Section) -> bool:
        """Whether its bytes stand in the file as they will in memory."""
        allocated = bool(section["sh_flags"] & _ALLOCATED)
        is_data = section["sh_type"] == "SHT_PROGBITS" and section.name not in self._moved
        return allocated and is_data and not section.name.startswith(".text")

    def _bytes(self, section: Section, entry: Mapping[str, Mapping[str, str]]) -> bytes:
        start, size = int(entry["st_value"]), int(entry["st_size"])  # type: ignore[call-overload]
        return bytes(section.data()[start : start + size])

    def _anonymous(self) -> Iterator[Piece]:
        """The sections that hold one piece of data without a name."""
        for section in filter(self._is_constant, self._all):
            if _ANONYMOUS.search(section.name):
                yield Piece(_without(section.name, ""), bytes(section.data()))

    def _whole(self) -> Iterator[Piece]:
        for section in filter(self._is_constant, self._all):
            yield Piece(_without(section.name, ""), bytes(section.data()))


def _without(section: str, symbol: str) -> str:
    """The section's name without what rustc appends: the symbol's, or that of nameless data."""
    if symbol and section.endswith(f".{symbol}"):
        return section.removesuffix(f".{symbol}")
    return re.sub(r"\.(?:_ZN|_R[A-Z]).*", "", _ANONYMOUS.sub("", section))
