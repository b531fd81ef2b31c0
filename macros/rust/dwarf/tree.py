"""Object file → the tree of its debug information, with references between entries resolved.

pyelftools' own relocation is slow and knows only some machines and kinds. All that is needed here
are offsets into other sections of debug information, which are the same on every machine.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import cast

from elftools.common.exceptions import DWARFError, ELFError
from elftools.construct import ConstructError
from elftools.dwarf.compileunit import CompileUnit
from elftools.dwarf.die import DIE, AttributeValue
from elftools.dwarf.dwarfinfo import DWARFInfo
from elftools.elf.elffile import ELFFile
from elftools.elf.sections import Section

from macros.rust.dwarf.nouns import UnreadableObject

ODD = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ConstructError,
    DWARFError,
    ELFError,
    EOFError,
    LookupError,
    MemoryError,
    RecursionError,
    NotImplementedError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""Everything that pyelftools was seen to raise, or may, on bytes that mean nothing."""
RELOCATED = (".debug_info", ".debug_str_offsets")
"""The sections whose offsets into other sections matter."""


@dataclass(slots=True, eq=False)
class Entry:
    """One entry of the debug information; `base` is where its unit begins."""

    offset: int
    base: int
    tag: str
    attributes: Mapping[str, AttributeValue]
    parent: Entry | None
    children: list[Entry] = field(default_factory=list)

    @property
    def name(self) -> str:
        found = self.attributes.get("DW_AT_name")
        return found.value.decode("utf-8", "replace") if found is not None else ""

    def number(self, attribute: str) -> int | None:
        """An attribute that is a plain number; None where there is none."""
        found = self.attributes.get(attribute)
        return found.value if found is not None and isinstance(found.value, int) else None

    def under(self, *tags: str) -> Iterator[Entry]:
        return (child for child in self.children if child.tag in tags)


@dataclass(frozen=True, slots=True)
class Tree:
    """All entries by their offsets, in their order, and how the target writes numbers."""

    entries: Mapping[int, Entry]
    little: bool
    address_size: int

    def follow(self, entry: Entry, attribute: str = "DW_AT_type") -> Entry | None:
        """The entry that an attribute refers to; None where it has no such attribute."""
        found = entry.attributes.get(attribute)
        if found is None:
            return None
        start = 0 if found.form == "DW_FORM_ref_addr" else entry.base
        target = self.entries.get(start + found.value)
        if target is None:
            raise UnreadableObject(f"{attribute} of entry {entry.offset:#x} leads nowhere")
        return target

    def value(self, entry: Entry, attribute: str, size: int) -> int | None:
        """A number of `size` bytes, made unsigned; wide ones are written as a block."""
        found = entry.attributes.get(attribute)
        if found is None:
            return None
        number = found.value
        if not isinstance(number, int):
            number = int.from_bytes(bytes(number), "little" if self.little else "big")
        return number & ((1 << 8 * size) - 1)


def read_tree(data: bytes, crate: str = "") -> Tree:
    """The debug information of an object file, or of one crate in a program's file.

    Raises UnreadableObject where it has none.
    """
    try:
        return _read_tree(data, f"/@/{crate}." if crate else "")
    except ODD as error:
        raise UnreadableObject(f"{type(error).__name__}: {error}") from error


def _read_tree(data: bytes, name: str) -> Tree:
    elf = ELFFile(BytesIO(data))
    if elf.num_sections() * elf["e_shentsize"] > len(data):
        raise UnreadableObject("its sections do not fit into it")
    if elf.get_section_by_name(".debug_info") is None:
        raise UnreadableObject("it has no debug information")
    information = elf.get_dwarf_info(relocate_dwarf_sections=False)
    _relocate(elf, information)
    entries: dict[int, Entry] = {}
    for unit in information.iter_CUs():
        if not name or name in _unit_name(unit):
            _read_unit(unit, entries)
    return Tree(entries, elf.little_endian, elf.elfclass // 8)


def _unit_name(unit: CompileUnit) -> str:
    """`pairs.rs/@/program.96197a1d9946b19a-cgu.0`"""
    found = unit.get_top_DIE().attributes.get("DW_AT_name")
    return found.value.decode("utf-8", "replace") if found is not None else ""


def _read_unit(unit: CompileUnit, entries: dict[int, Entry]) -> None:
    parent: Entry | None = None
    for found in unit.iter_DIEs():
        if found.is_null():
            parent = parent.parent if parent is not None else None
            continue
        entry = _read_entry(found, unit.cu_offset, parent)
        entries[entry.offset] = entry
        if found.has_children:
            parent = entry


def _read_entry(found: DIE, base: int, parent: Entry | None) -> Entry:
    entry = Entry(found.offset, base, str(found.tag), found.attributes, parent)
    if parent is not None:
        parent.children.append(entry)
    return entry


def _relocate(elf: ELFFile, information: DWARFInfo) -> None:
    """Write the offsets into other debug sections where the object leaves them to the linker.

    They are 4 bytes wide on every machine. Objects that keep them in place already (32-bit x86)
    need nothing; addresses of code and of thread-locals are of no interest.
    """
    order = "<" if elf.little_endian else ">"
    streams = (information.debug_info_sec, information.debug_str_offsets_sec)
    for name, section in zip(RELOCATED, streams, strict=True):
        table = elf.get_section_by_name(f".rela{name}")
        if table is None or section is None:
            continue
        buffer = cast(BytesIO, section.stream).getbuffer()
        for offset, value in _find_offsets(elf, table, order):
            struct.pack_into(f"{order}I", buffer, offset, value)


def _find_offsets(elf: ELFFile, table: Section, order: str) -> Iterator[tuple[int, int]]:
    """The place and the value of each offset into a section of debug information."""
    symbols = _read_symbols(elf, table["sh_link"], order)
    wide = elf.elfclass == 64
    layout, shift = (f"{order}QQq", 32) if wide else (f"{order}IIi", 8)
    for offset, link, addend in struct.iter_unpack(layout, table.data()):
        start = symbols.get(link >> shift)
        if start is not None:
            yield offset, start + addend


def _read_symbols(elf: ELFFile, number: int, order: str) -> dict[int, int]:
    """The symbols that stand for places in sections of debug information, with their values."""
    sections = {at for at, one in enumerate(elf.iter_sections()) if one.name.startswith(".debug_")}
    table = elf.get_section(number).data()
    if elf.elfclass == 64:
        rows = ((row[3], row[4]) for row in struct.iter_unpack(f"{order}IBBHQQ", table))
    else:
        rows = ((row[5], row[1]) for row in struct.iter_unpack(f"{order}IIIBBH", table))
    return {at: value for at, (home, value) in enumerate(rows) if home in sections}
