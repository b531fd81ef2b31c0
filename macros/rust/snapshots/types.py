"""The types of a traced program: whose type a variable has, and what a pointer points to.

Layouts carry no references between types, so that they end; a snapshot follows pointers. Both are
read from the debug information of the program's own object file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.layout import Layout
from macros.rust.dwarf.decode import Decoder, NoLayout, is_wide
from macros.rust.dwarf.names import shorten
from macros.rust.dwarf.paths import full_name, path_of
from macros.rust.dwarf.tree import Entry, Tree, read_tree

CRATE: Final = "program"
_SIZES: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys(("bool", "u8", "i8"), 1),
        **dict.fromkeys(("u16", "i16", "f16"), 2),
        **dict.fromkeys(("char", "u32", "i32", "f32"), 4),
        **dict.fromkeys(("u64", "i64", "f64", "usize", "isize"), 8),
        **dict.fromkeys(("u128", "i128", "f128"), 16),
    }
)
"""The aligns that the reader of layouts asks for; no snapshot shows them."""
_NAMED: Final = ("DW_TAG_structure_type", "DW_TAG_enumeration_type", "DW_TAG_base_type")
_VARIABLES: Final = ("DW_TAG_variable", "DW_TAG_formal_parameter")


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """A type of the program: its entry, its layout with rustc's own names, and its short name."""

    entry: Entry
    layout: Layout
    name: str


class Types:
    """The types of one object file, each read once."""

    def __init__(self, data: bytes) -> None:
        self.tree: Tree = read_tree(data)
        self.decoder = Decoder(self.tree, _SIZES)
        self.known: dict[int, Type] = {}
        self.functions: dict[str, list[Entry]] = {}
        for entry in self.tree.entries.values():
            if entry.tag == "DW_TAG_subprogram":
                self.functions.setdefault(self._function_path(entry), []).append(entry)

    def _function_path(self, entry: Entry) -> str:
        return "::".join(path_of(self.tree, entry))

    def of(self, entry: Entry | None) -> Type | None:
        """The type of an entry; None where it has no layout (`str`, a function, `dyn Trait`)."""
        if entry is None:
            return None
        if entry.offset not in self.known:
            try:
                layout = self.decoder.layout(entry)
            except NoLayout:
                return None
            name = shorten(full_name(self.tree, entry), home=(CRATE,))
            self.known[entry.offset] = Type(entry, layout, name)
        return self.known[entry.offset]

    def of_variable(self, function: str, name: str, line: int) -> Type | None:
        """The type of a variable, by gdb's name of its function and the line that declares it."""
        for entry in self.functions.get(function, ()):
            for one in self._variables(entry):
                if one.name == name and one.number("DW_AT_decl_line") in (line, None):
                    return self.of(self.tree.follow(one))
        return None

    def _variables(self, function: Entry) -> Iterator[Entry]:
        """Those of a function, the innermost block first."""
        blocks = [function]
        while blocks:
            block = blocks.pop()
            blocks += block.under("DW_TAG_lexical_block")
            yield from block.under(*_VARIABLES)

    def target(self, type: Type) -> Type | None:
        """What a thin pointer points to, or the element of what a wide one points to."""
        entry = type.entry
        if is_wide(entry):
            entry = self._data_pointer(entry)
        return self.of(self.tree.follow(entry)) if entry.tag == "DW_TAG_pointer_type" else None

    def _data_pointer(self, entry: Entry) -> Entry:
        for member in entry.under("DW_TAG_member"):
            if member.name in ("data_ptr", "pointer"):
                return self.tree.follow(member) or entry
        return entry

    def parameter(self, type: Type, name: str = "T") -> Type | None:
        """A type argument of a generic type."""
        for one in type.entry.under("DW_TAG_template_type_param"):
            if one.name == name:
                return self.of(self.tree.follow(one))
        return None

    def element(self, type: Type) -> Type | None:
        """The element of an array."""
        return self.of(self.tree.follow(type.entry))

    def members(self, type: Type) -> Iterator[tuple[str, int, Type]]:
        """The fields of a struct, tuple, union or closure: name, offset, type."""
        yield from self._members(type.entry, 0)

    def _members(self, entry: Entry, start: int) -> Iterator[tuple[str, int, Type]]:
        fields = []
        for member in entry.under("DW_TAG_member"):
            found = self.of(self.tree.follow(member))
            if found is not None:
                at = start + (member.number("DW_AT_data_member_location") or 0)
                fields.append((_plain(member.name), at, found))
        yield from sorted(fields, key=lambda one: one[1])

    def variants(self, type: Type) -> Iterator[tuple[str, int | None, list[tuple[str, int, Type]]]]:
        """The variants of an enum: name, what stands in the tag, and the fields."""
        for part in type.entry.under("DW_TAG_variant_part"):
            for one in part.under("DW_TAG_variant"):
                for member in one.under("DW_TAG_member"):
                    body = self.tree.follow(member)
                    size = type.layout.tag.size if type.layout.tag else 0
                    value = self.tree.value(one, "DW_AT_discr_value", size)
                    start = member.number("DW_AT_data_member_location") or 0
                    fields = list(self._members(body, start)) if body is not None else []
                    yield member.name, value, fields

    def named(self, path: str) -> Type | None:
        """The type of that full name, with or without the name of the crate."""
        for entry in self.tree.entries.values():
            if entry.tag in _NAMED and full_name(self.tree, entry) == path:
                return self.of(entry)
        return None


def _plain(name: str) -> str:
    """`__0` of a tuple is `0`; what a closure borrows is called as the variable."""
    name = name.removeprefix("_ref__")
    return name[2:] if name.startswith("__") and name[2:].isdigit() else name
