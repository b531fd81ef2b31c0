"""Entries of types → layouts, with the names that rustc gives them.

Pointers are leaves, so that a type that points to itself comes to an end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from macros.layout import Field, Kind, Layout, Tag, Variant
from macros.rust.dwarf.niches import find_niche
from macros.rust.dwarf.nouns import UnreadableObject
from macros.rust.dwarf.paths import count_of, full_name
from macros.rust.dwarf.tree import Entry, Tree

HALVES = {"data_ptr": "pointer", "pointer": "pointer", "length": "length", "vtable": "vtable"}
WIDE = ({"data_ptr", "length"}, {"pointer", "vtable"})
COROUTINES = ("{async_", "{coroutine_", "{gen_")
ITEM = "fn item"
SLOTS = {"__method": "method", "__super_trait_ptr": "supertrait"}


class NoLayout(Exception):
    """The debug information does not say enough about a type."""


class Decoder:
    """The layouts of one object's types, each decoded once."""

    def __init__(self, tree: Tree, aligns: Mapping[str, int]) -> None:
        self.tree = tree
        self.aligns = aligns
        self.done: dict[tuple[int, bool], Layout] = {}
        self.open: set[int] = set()
        self.readers: Mapping[str, Callable[[Entry], Layout]] = {
            "DW_TAG_base_type": self.scalar,
            "DW_TAG_pointer_type": self.pointer,
            "DW_TAG_structure_type": self.structure,
            "DW_TAG_union_type": self.union,
            "DW_TAG_enumeration_type": self.enumeration,
            "DW_TAG_array_type": self.array,
        }

    def layout(self, entry: Entry, align: int | None = None) -> Layout:
        """The layout of a type; `align` is what the place where it stands says of it."""
        bare = align == 1 and is_code(self.tree, entry)
        key = entry.offset, bare
        if key not in self.done:
            if entry.offset in self.open:
                raise UnreadableObject(f"the type at {entry.offset:#x} holds itself")
            self.open.add(entry.offset)
            try:
                self.done[key] = self.item() if bare else self.read(entry)
            finally:
                self.open.discard(entry.offset)
        return self.done[key]

    def read(self, entry: Entry) -> Layout:
        reader = self.readers.get(entry.tag)
        if reader is None:
            raise NoLayout(f"it holds {entry.tag.removeprefix('DW_TAG_').replace('_', ' ')}")
        return reader(entry)

    def item(self) -> Layout:
        """A function's own type has no bytes; rustc describes it as a pointer aligned to 1."""
        return Layout(ITEM, Kind.SCALAR, 0, 1)

    def scalar(self, entry: Entry) -> Layout:
        size = self.size(entry)
        if entry.name == "()":
            return Layout("()", Kind.TUPLE, size, 1)
        align = 1 if size == 0 else self.primitive_align(entry.name)
        return Layout(entry.name, Kind.SCALAR, size, align)

    def primitive_align(self, name: str) -> int:
        if name not in self.aligns:
            raise NoLayout(f"the align of `{name}` was not measured")
        return self.aligns[name]

    def pointer(self, entry: Entry) -> Layout:
        align = self.primitive_align("usize")
        return Layout(self.name(entry), Kind.POINTER, self.tree.address_size, align)

    def array(self, entry: Entry) -> Layout:
        element = self.layout(self.target(entry))
        count = count_of(entry)
        size, align = count * element.size, element.align
        return Layout(self.name(entry), Kind.ARRAY, size, align, element=element, count=count)

    def union(self, entry: Entry) -> Layout:
        fields = tuple(self.field(one) for one in entry.under("DW_TAG_member"))
        return self.whole(entry, Kind.UNION, fields=fields)

    def enumeration(self, entry: Entry) -> Layout:
        size = self.size(entry)
        variants = tuple(
            Variant(one.name, self.tree.value(one, "DW_AT_const_value", size))
            for one in entry.under("DW_TAG_enumerator")
        )
        tag = Tag(0, size, self.target(entry).name)
        return self.whole(entry, Kind.ENUM, variants=variants, tag=tag)

    def structure(self, entry: Entry) -> Layout:
        for part in entry.under("DW_TAG_variant_part"):
            return self.choice(entry, part)
        kind = self.kind(entry)
        fields = self.fields(entry)
        if kind is Kind.WIDE:
            fields = tuple(name_half(one) for one in fields)
        if kind is Kind.VTABLE:
            fields = name_methods(fields)
        return self.whole(entry, kind, fields=fields)

    def kind(self, entry: Entry) -> Kind:
        name = entry.name
        if name.startswith("{closure_env"):
            return Kind.CLOSURE
        if name.endswith("::{vtable_type}"):
            return Kind.VTABLE
        if name.startswith("(") and not name.startswith("(dyn "):
            return Kind.TUPLE
        return Kind.WIDE if is_wide(entry) else Kind.STRUCT

    def choice(self, entry: Entry, part: Entry) -> Layout:
        """A type with variants: an enum, or what an async block keeps in each of its states."""
        coroutine = entry.name.startswith(COROUTINES)
        tag = self.tag(part)
        size = tag.size if tag is not None else 0
        variants = tuple(self.variant(one, size, coroutine) for one in part.under("DW_TAG_variant"))
        kind = Kind.COROUTINE if coroutine else Kind.ENUM
        if tag is not None:
            tag = find_niche(tag, variants)
        return self.whole(entry, kind, variants=variants, tag=tag)

    def tag(self, part: Entry) -> Tag | None:
        member = self.tree.follow(part, "DW_AT_discr")
        if member is None:
            return None
        layout = self.layout(self.target(member))
        return Tag(self.offset(member), layout.size, layout.type)

    def variant(self, entry: Entry, size: int, coroutine: bool) -> Variant:
        member = next(entry.under("DW_TAG_member"), None)
        if member is None:
            raise UnreadableObject(f"the variant at {entry.offset:#x} has no type")
        body = self.target(member)
        name = body.name if coroutine else member.name
        value = self.tree.value(entry, "DW_AT_discr_value", size)
        return Variant(name, value, self.fields(body, self.offset(member)))

    def fields(self, entry: Entry, start: int = 0) -> tuple[Field, ...]:
        """In the order of their offsets; where several begin, those without bytes are first."""
        found = (self.field(one, start) for one in entry.under("DW_TAG_member"))
        return tuple(sorted(found, key=lambda one: (one.offset, one.layout.size > 0)))

    def field(self, member: Entry, start: int = 0) -> Field:
        layout = self.layout(self.target(member), member.number("DW_AT_alignment"))
        name = member.name.removeprefix("_ref__")
        name = name[2:] if name.startswith("__") and name[2:].isdigit() else name
        return Field(name, start + self.offset(member), layout)

    def offset(self, member: Entry) -> int:
        return member.number("DW_AT_data_member_location") or 0

    def whole(
        self,
        entry: Entry,
        kind: Kind,
        fields: tuple[Field, ...] = (),
        variants: tuple[Variant, ...] = (),
        tag: Tag | None = None,
    ) -> Layout:
        size, align = self.size(entry), entry.number("DW_AT_alignment")
        if align is None:
            parts = (*fields, *(one for variant in variants for one in variant.fields))
            align = max((one.layout.align for one in parts), default=1)
        return Layout(self.name(entry), kind, size, align, fields, variants, tag)

    def size(self, entry: Entry) -> int:
        size = entry.number("DW_AT_byte_size")
        if size is None:
            raise NoLayout(f"the debug information has no size for `{self.name(entry)}`")
        return size

    def name(self, entry: Entry) -> str:
        return full_name(self.tree, entry)

    def target(self, entry: Entry) -> Entry:
        found = self.tree.follow(entry)
        if found is None:
            raise UnreadableObject(f"the entry at {entry.offset:#x} has no type")
        return found


def is_code(tree: Tree, entry: Entry) -> bool:
    """A pointer to a function, or the type of a function itself: both are described alike."""
    if entry.tag != "DW_TAG_pointer_type":
        return False
    target = tree.follow(entry)
    return target is not None and target.tag == "DW_TAG_subroutine_type"


def is_wide(entry: Entry) -> bool:
    """Two words: an address, and a length or the address of a vtable."""
    names = {one.name for one in entry.under("DW_TAG_member")}
    return names in WIDE and entry.name.startswith(("&", "*", "alloc::boxed::Box<"))


def name_half(field: Field) -> Field:
    """Debug information says of the vtable's address that it leads to so many words."""
    name, layout = HALVES[field.name], field.layout
    if name == "vtable":
        layout = replace(layout, type="*const vtable", kind=Kind.POINTER, fields=(), element=None)
    return Field(name, field.offset, layout)


def name_methods(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """`__method3` is the first method: debug information numbers all slots of a vtable."""
    names = [one.name for one in fields]
    for start, word in SLOTS.items():
        slots = [name for name in names if name.startswith(start)]
        names = [f"{word} {slots.index(one) + 1}" if one in slots else one for one in names]
    return tuple(
        Field(name, one.offset, one.layout) for name, one in zip(names, fields, strict=True)
    )
