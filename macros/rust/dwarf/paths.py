"""Where entries stand: the paths of types and functions, as rustc writes them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.rust.dwarf.nouns import UnreadableObject
from macros.rust.dwarf.tree import Entry, Tree

SCOPES = (
    "DW_TAG_namespace",
    "DW_TAG_structure_type",
    "DW_TAG_enumeration_type",
    "DW_TAG_union_type",
    "DW_TAG_subprogram",
)

DEEPEST = 1000
"""More levels than any program has."""


def full_name(tree: Tree, entry: Entry) -> str:
    """A type's name with the path to it; of nameless types what they are made of."""
    if entry.tag == "DW_TAG_array_type":
        return f"[{_target_name(tree, entry)}; {count_of(entry)}]"
    if entry.tag == "DW_TAG_pointer_type" and not entry.name:
        target = tree.follow(entry)
        thin = target is None or target.name.startswith(("dyn ", "(dyn "))
        return f"*const {'()' if thin else _target_name(tree, entry)}"
    return "::".join(path_of(tree, entry))


def _target_name(tree: Tree, entry: Entry) -> str:
    target = tree.follow(entry)
    return full_name(tree, target) if target is not None else "()"


def path_of(tree: Tree, entry: Entry) -> tuple[str, ...]:
    """The names of the modules, types and functions around an entry, and its own."""
    return tuple(reversed(tuple(_names_outwards(tree, entry))))


def _names_outwards(tree: Tree, entry: Entry) -> Iterator[str]:
    """A method defined in an `impl` stands where its type declares it."""
    at: Entry | None = entry
    left = DEEPEST
    while at is not None and at.tag != "DW_TAG_compile_unit":
        at = tree.follow(at, "DW_AT_specification") or at
        left -= 1
        if not left:
            raise UnreadableObject(f"the entry at {entry.offset:#x} stands inside itself")
        if at.tag in SCOPES or at is entry:
            yield at.name
        at = at.parent


def count_of(array: Entry) -> int:
    """How many elements an array has."""
    for bounds in array.under("DW_TAG_subrange_type"):
        count = bounds.number("DW_AT_count")
        if count is not None:
            return count
        last = bounds.number("DW_AT_upper_bound")
        return last + 1 if last is not None else 0
    return 0
