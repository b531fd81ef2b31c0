"""Object files kept as test data, and what the compiler wrote into them about its own types."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection

from macros.layout import Field, Kind, Layout, Tag, Variant

FOLDER = Path(__file__).parent / "data" / "objects"
TARGETS = ("x86_64", "i686", "aarch64", "s390x")
PRIMITIVES = {
    "bool": 1,
    "char": 4,
    "u8": 1,
    "i8": 1,
    "u16": 2,
    "i16": 2,
    "u32": 4,
    "i32": 4,
    "u64": 8,
    "u128": 16,
    "i128": 16,
    "usize": 0,
}
"""Their sizes; 0 is that of a pointer."""
NOTHING = (1 << 64) - 8


@cache
def read_object(target: str) -> bytes:
    return (FOLDER / f"{target}.o").read_bytes()


@cache
def read_facts(target: str) -> Mapping[str, tuple[int, ...]]:
    """The numbers in the statics called `FACTS_…`, by the rest of their names in small letters."""
    elf = ELFFile(BytesIO(read_object(target)))
    symbols = elf.get_section_by_name(".symtab")
    assert isinstance(symbols, SymbolTableSection)
    order = "<" if elf.little_endian else ">"
    facts = {}
    for symbol in symbols.iter_symbols():
        if symbol.name.startswith("FACTS_"):
            start = symbol["st_value"]
            data = elf.get_section(symbol["st_shndx"]).data()[start : start + 128]
            numbers = struct.unpack(f"{order}16Q", data)
            facts[symbol.name[6:].lower()] = tuple(one for one in numbers if one != NOTHING)
    return facts


@cache
def read_aligns(target: str) -> Mapping[str, int]:
    return dict(zip(PRIMITIVES, read_facts(target)["aligns"], strict=True))


class Expected:
    """Layouts as the compiler's own constants say they are, none of it from debug information."""

    def __init__(self, target: str) -> None:
        self.facts = read_facts(target)
        self.aligns = read_aligns(target)
        self.word = 4 if target == "i686" else 8

    def scalar(self, name: str) -> Layout:
        return Layout(name, Kind.SCALAR, PRIMITIVES[name] or self.word, self.aligns[name])

    def pointer(self, name: str) -> Layout:
        return Layout(name, Kind.POINTER, self.word, self.aligns["usize"])

    def unit(self) -> Layout:
        return Layout("()", Kind.TUPLE, 0, 1)

    def array(self, element: Layout, count: int) -> Layout:
        name = f"[{element.type}; {count}]"
        size = element.size * count
        return Layout(name, Kind.ARRAY, size, element.align, element=element, count=count)

    def wide(self, name: str, target: str, other: Layout, half: str) -> Layout:
        fields = (Field("pointer", 0, self.pointer(target)), Field(half, self.word, other))
        return Layout(name, Kind.WIDE, 2 * self.word, self.aligns["usize"], fields)

    def record(self, facts: str, kind: Kind, name: str, parts: Mapping[str, Layout]) -> Layout:
        size, align, *offsets = self.facts[facts]
        return Layout(name, kind, size, align, in_order(parts, offsets))

    def choice(
        self,
        facts: str,
        name: str,
        tag: Tag | None,
        variants: Mapping[str, Mapping[str, Layout]],
        tagged: Iterable[str],
    ) -> Layout:
        """`tagged` are the variants whose values the facts hold, in that order."""
        size, align, *numbers = self.facts[facts]
        values = {one: numbers.pop(0) for one in tagged}
        made = []
        for variant, parts in variants.items():
            offsets = [numbers.pop(0) for _ in parts]
            made.append(Variant(variant, values.get(variant), in_order(parts, offsets)))
        return Layout(name, Kind.ENUM, size, align, variants=tuple(made), tag=tag)


def in_order(parts: Mapping[str, Layout], offsets: Iterable[int]) -> tuple[Field, ...]:
    fields = [
        Field(name, at, layout) for (name, layout), at in zip(parts.items(), offsets, strict=True)
    ]
    return tuple(sorted(fields, key=lambda one: (one.offset, one.layout.size > 0)))
