"""The way in: bytes and probes → layouts, named as people write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from macros.layout import Field, Layout, Variant
from macros.rust.dwarf.decode import Decoder, NoLayout
from macros.rust.dwarf.find import find_types, index_functions
from macros.rust.dwarf.names import parse_name, write_names
from macros.rust.dwarf.nouns import Missing, Probe, UnreadableObject
from macros.rust.dwarf.tree import ODD, Entry, Tree, read_tree


def read_layouts(
    data: bytes, probes: Sequence[Probe], aligns: Mapping[str, int]
) -> tuple[Layout | Missing, ...]:
    """The layout of each probe's type, in their order.

    `aligns` gives the aligns of the primitive types on the object's target, in bytes (`u64` → 8),
    since debug information has none for them; those of pointers are that of `usize`.
    Raises UnreadableObject where the bytes cannot be understood.
    """
    tree = read_tree(data)
    try:
        functions = index_functions(tree)
        decoder = Decoder(tree, aligns)
        return tuple(_read_layout(tree, functions, decoder, probe) for probe in probes)
    except ODD as error:
        raise UnreadableObject(f"{type(error).__name__}: {error}") from error


def _read_layout(
    tree: Tree, functions: dict[str, list[Entry]], decoder: Decoder, probe: Probe
) -> Layout | Missing:
    found = find_types(tree, functions, probe)
    if isinstance(found, Missing):
        return found
    try:
        layouts = {_name(decoder.layout(one.entry, one.align), one.home) for one in found}
    except NoLayout as reason:
        return Missing(str(reason))
    if len(layouts) > 1:
        return Missing(f"there are several variables `{probe.function}`, of different types")
    return layouts.pop()


def _name(layout: Layout, home: tuple[str, ...]) -> Layout:
    return Renamer(layout, home).rename(layout)


class Renamer:
    """Gives a layout and all in it the names that people write, each part once."""

    def __init__(self, whole: Layout, home: tuple[str, ...]) -> None:
        names = {one.type for one in walk(whole, set())}
        self.writer = write_names(whole.type, names, home)
        self.done: dict[int, Layout] = {}
        self.names: dict[str, str] = {}

    def rename(self, layout: Layout) -> Layout:
        key = id(layout)
        if key not in self.done:
            self.done[key] = self.renamed(layout)
        return self.done[key]

    def renamed(self, layout: Layout) -> Layout:
        return replace(
            layout,
            type=self.name(layout.type),
            fields=self.fields(layout.fields),
            variants=tuple(
                Variant(one.name, one.value, self.fields(one.fields)) for one in layout.variants
            ),
            element=self.rename(layout.element) if layout.element is not None else None,
        )

    def fields(self, fields: tuple[Field, ...]) -> tuple[Field, ...]:
        return tuple(Field(one.name, one.offset, self.rename(one.layout)) for one in fields)

    def name(self, raw: str) -> str:
        if raw not in self.names:
            self.names[raw] = self.writer.write(parse_name(raw))
        return self.names[raw]


def walk(layout: Layout, seen: set[int]) -> Iterator[Layout]:
    """A layout and every layout inside it, each once."""
    if id(layout) in seen:
        return
    seen.add(id(layout))
    yield layout
    inner = [*layout.fields, *(one for variant in layout.variants for one in variant.fields)]
    for field in inner:
        yield from walk(field.layout, seen)
    if layout.element is not None:
        yield from walk(layout.element, seen)
