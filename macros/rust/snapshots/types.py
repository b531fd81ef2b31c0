"""The types of a traced program: whose type a variable has, and what a pointer points to.

Layouts carry no references between types, so that they end; a snapshot follows pointers. Both are
read from the debug information of the program's own object file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.layout import Layout
from macros.rust.dwarf.decode import Decoder, NoLayout, is_wide
from macros.rust.dwarf.names import shorten
from macros.rust.dwarf.paths import full_name, path_of
from macros.rust.dwarf.tree import Entry, Tree, read_tree
from macros.rust.raw_names import bare_name
from macros.rust.snapshots.image import thread_symbols
from macros.rust.symbol_names import Path, read_symbol

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
_IN_IMPL: Final = "{impl#"
_IMPLEMENTED: Final = re.compile(r"<(?P<type>.*?) as .*>::")
_CLOSURES: Final = re.compile(r"(?:::\{+closure(?:#\d+)?\}+)+")
_ARGUMENTS: Final = re.compile(r"(?:::)?<[^<>]*>")
_ENVIRONMENT: Final = "{closure_env"
_BORROWED: Final = "_ref__"
_VTABLE: Final = "::{vtable}"
_FIXED: Final = "address"
_OF_THREAD: Final = "thread"
_VARIABLES: Final = ("DW_TAG_variable", "DW_TAG_formal_parameter")


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """A type of the program: its entry, its layout with rustc's own names, and its short name."""

    entry: Entry
    layout: Layout
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """What the program's file has under a name: a static, a function or a vtable.

    `start` is where the file puts it; for what each thread has of its own, how far behind the
    first of it. `type` is a static's, or the one whose vtable it is.
    """

    start: int
    name: str
    type: Type | None

    @property
    def size(self) -> int:
        return self.type.layout.size if self.type is not None else 1


class Types:
    """The types of one crate in a program's file, each read once."""

    def __init__(self, data: bytes) -> None:
        self.tree: Tree = read_tree(data, CRATE)
        self.of_threads = thread_symbols(data)
        self.decoder = Decoder(self.tree, _SIZES)
        self.known: dict[int, Type] = {}
        self.functions: dict[str, list[Entry]] = {}
        self.closures: dict[str, list[Entry]] = {}
        for entry in self.tree.entries.values():
            if entry.tag == "DW_TAG_subprogram":
                self.functions.setdefault(self._function_path(entry), []).append(entry)
            elif entry.tag == "DW_TAG_structure_type" and entry.name.startswith(_ENVIRONMENT):
                path = self._function_path(entry).replace(_ENVIRONMENT, "{closure")
                self.closures.setdefault(path, []).append(entry)

    def _function_path(self, entry: Entry) -> str:
        return "::".join(path_of(self.tree, entry))

    def title(self, function: str) -> str:
        """gdb's name of a function as people say it: `Square::area`, `main (closure)`."""
        name = function
        for entry in self.functions.get(function, ()):
            whole = self.tree.follow(entry, "DW_AT_specification") or entry
            path = self._symbol(whole) if _IN_IMPL in name else None
            name = path.name if path is not None else name
        return write_function(name)

    def _symbol(self, entry: Entry) -> Path | None:
        """The path that the linker's name of an entry tells: it names the type of an `impl`."""
        linkage = self._linkage(entry)
        return read_symbol(linkage) if linkage else None

    def _linkage(self, entry: Entry) -> str:
        """The linker's name of an entry; one in an object file may have none."""
        found = entry.attributes.get("DW_AT_linkage_name")
        return found.value.decode() if found and isinstance(found.value, bytes) else entry.name

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
        held = self.captured(function, name, line)
        if held is not None:
            return held
        for entry in self.functions.get(function, ()):
            for one in self._variables(entry):
                if one.name == bare_name(name) and one.number("DW_AT_decl_line") in (line, None):
                    return self.of(self.tree.follow(one))
        return None

    def captured(self, function: str, name: str, line: int) -> Type | None:
        """The type of the reference by which a closure has a variable that an earlier line
        declares; None where it has none."""
        starts = [one.number("DW_AT_decl_line") or 0 for one in self.functions.get(function, ())]
        if line >= max(starts, default=0):
            return None
        wanted = f"{_BORROWED}{bare_name(name).replace('.', '__')}"
        for entry in self.closures.get(function, ()):
            for member in entry.under("DW_TAG_member"):
                if member.name == wanted:
                    return self.of(self.tree.follow(member))
        return None

    def _variables(self, function: Entry) -> Iterator[Entry]:
        """Those of a function, the innermost block first."""
        blocks = [function]
        while blocks:
            block = blocks.pop()
            blocks += block.under("DW_TAG_lexical_block")
            yield from block.under(*_VARIABLES)

    def vtables(self) -> dict[int, Type]:
        """The types behind vtables, by the addresses that the file gives those."""
        found = {}
        for entry, (operation, address) in self._places():
            body = self.tree.follow(entry) if entry.name.endswith(_VTABLE) else None
            owner = self.tree.follow(body, "DW_AT_containing_type") if body is not None else None
            type = self.of(owner)
            if operation == _FIXED and type is not None:
                found[address] = type
        return found

    def statics(self, *, local: bool = False) -> Iterator[Named]:
        """The statics of the program, or those that each thread has of its own."""
        for entry, (operation, address) in self._places():
            is_there = not local or self._linkage(entry) in self.of_threads
            wanted = (operation == _OF_THREAD) == local and is_there
            if wanted and not entry.name.endswith(_VTABLE):
                yield Named(address, self._path(entry), self.of(self.tree.follow(entry)))

    def code(self) -> Iterator[Named]:
        """The functions of the program."""
        for name, entries in self.functions.items():
            for entry in entries:
                start = entry.number("DW_AT_low_pc")
                if start:
                    yield Named(start, name.removeprefix(f"{CRATE}::"), None)

    def _places(self) -> Iterator[tuple[Entry, tuple[str, int]]]:
        """Whatever has one place for the whole run, and where that is."""
        for entry in self.tree.entries.values():
            if entry.tag == "DW_TAG_variable":
                place = _read_place(entry)
                if place is not None:
                    yield entry, place

    def _path(self, entry: Entry) -> str:
        """`TABLE`, `grow::COUNTER`; a `thread_local!` is a constant with a function inside."""
        whole = path_of(self.tree, entry)
        symbol = self._symbol(entry) if any(one.startswith(_IN_IMPL) for one in whole) else None
        if symbol is not None:
            return symbol.name.partition("::{")[0].removesuffix("::VAL")
        parts = [one for one in whole if not one.startswith("{")]
        own = [one for one in parts if one != "__RUST_STD_INTERNAL_VAL"]
        return "::".join(own[1:] if own[:1] == [CRATE] else own)

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

    def unsized_part(self, type: Type) -> tuple[int, Type, bool] | None:
        """The last field of what a wide pointer points to, which is a `str` or a slice.

        How far behind the first byte it begins, its element, and whether it is a `str`.
        """
        pointed = self.tree.follow(self._data_pointer(type.entry))
        members = list(pointed.under("DW_TAG_member")) if pointed is not None else []
        last = max(members, key=_offset, default=None)
        element = self.of(self.tree.follow(last)) if last is not None else None
        if pointed is None or last is None or element is None:
            return None
        return _offset(last), element, pointed.name.endswith("<str>")

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
                fields.append((_plain(member.name, entry.name), at, found))
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


def write_function(name: str) -> str:
    """A function's path without the crate and its type arguments; a closure as such."""
    owned = _IMPLEMENTED.sub(r"\g<type>::", name)
    path = _CLOSURES.sub(" (closure)", _without_arguments(owned))
    return path.removeprefix(f"{CRATE}::").removeprefix("::")


def _without_arguments(name: str) -> str:
    shorter = _ARGUMENTS.sub("", name)
    return name if shorter == name else _without_arguments(shorter)


def _offset(member: Entry) -> int:
    return member.number("DW_AT_data_member_location") or 0


def _read_place(entry: Entry) -> tuple[str, int] | None:
    """Where a variable lies that has one place for the whole run."""
    found = entry.attributes.get("DW_AT_location")
    code = bytes(found.value) if found is not None and not isinstance(found.value, int) else b""
    if len(code) == 9 and code[0] == 0x03:
        return _FIXED, int.from_bytes(code[1:], "little")
    if len(code) == 10 and code[0] == 0x0E and code[9] in (0x9B, 0xE0):
        return _OF_THREAD, int.from_bytes(code[1:9], "little")
    return None


def _plain(name: str, owner: str) -> str:
    """`__0` of a tuple is `0`; what a closure borrows is called as the variable, or its field."""
    name = name.removeprefix(_BORROWED)
    if name.startswith("__") and name[2:].isdigit():
        return name[2:]
    return name.replace("__", ".") if owner.startswith(_ENVIRONMENT) else name
