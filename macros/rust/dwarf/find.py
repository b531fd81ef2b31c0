"""Probes → the entries of the types that they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.rust.dwarf.decode import is_code, is_wide
from macros.rust.dwarf.names import VTABLE, find_paths, parse_name, shorten
from macros.rust.dwarf.nouns import Missing, Probe
from macros.rust.dwarf.paths import full_name, path_of
from macros.rust.dwarf.tree import Entry, Tree

ERASED = "RawVecInner<"
"""Its pointer has forgotten what it points to, and how much of it there is."""
TRAIT_ENDS = ("", "<", ",", ">", ")", " ")
"""What follows the name of a trait in that of a trait object."""
VARIABLES = ("DW_TAG_variable", "DW_TAG_formal_parameter")


@dataclass(frozen=True, slots=True)
class Found:
    """The entry of a type, the align that stands beside it, and the path of who asks.

    `returned` is the full name of the type that who asks returns.
    """

    entry: Entry
    home: tuple[str, ...]
    align: int | None = None
    returned: str = ""


def find_types(
    tree: Tree, functions: dict[str, list[Entry]], probe: Probe
) -> tuple[Found, ...] | Missing:
    """The type that a probe means; several where variables have the same name."""
    if probe.view == "local":
        return _find_local(tree, functions, probe)
    found = _find_argument(tree, functions, probe)
    if not isinstance(found, Missing) and probe.view == "vtable":
        found = _find_vtable(tree, found, probe.trait)
    if not isinstance(found, Missing) and probe.view == "heap":
        found = _find_block(tree, found)
    return found if isinstance(found, Missing) else (found,)


def index_functions(tree: Tree) -> dict[str, list[Entry]]:
    """The functions of an object by the last segment of their paths, without type arguments."""
    functions: dict[str, list[Entry]] = {}
    for entry in tree.entries.values():
        if entry.tag == "DW_TAG_subprogram":
            whole = tree.follow(entry, "DW_AT_specification") or entry
            functions.setdefault(_bare(whole.name), []).append(entry)
    return functions


def _bare(name: str) -> str:
    return name.partition("<")[0] or name


def _matching(
    tree: Tree, functions: dict[str, list[Entry]], path: Sequence[str]
) -> Iterator[Entry]:
    """The functions whose paths end like that one."""
    for entry in functions.get(path[-1], ()):
        names = [_bare(name) for name in path_of(tree, entry)]
        if names[-len(path) :] == list(path):
            yield entry


def _find_argument(tree: Tree, functions: dict[str, list[Entry]], probe: Probe) -> Found | Missing:
    """What the first parameter of the probe's function points to."""
    for entry in _matching(tree, functions, probe.function.split("::")):
        for parameter in entry.under("DW_TAG_formal_parameter"):
            given = tree.follow(parameter)
            if given is None:
                continue
            if given.tag != "DW_TAG_pointer_type":
                return Missing("a value of that type has no size of its own")
            target = tree.follow(given)
            if target is not None:
                returned = tree.follow(entry)
                name = returned.name if returned is not None else ""
                return Found(target, path_of(tree, entry), returned=name)
    return Missing(f"the object file has no function `{probe.function}`")


def _find_local(
    tree: Tree, functions: dict[str, list[Entry]], probe: Probe
) -> tuple[Found, ...] | Missing:
    """The types of the variables of that name, each once."""
    *path, variable = probe.function.split("::")
    if not path:
        return Missing(f"`{variable}` names no function")
    function = "::".join(path)
    known = list(_matching(tree, functions, path))
    if not known:
        return Missing(f"there is no function `{function}`, or it was never compiled")
    found = [one for entry in known for one in _find_variables(tree, entry, variable)]
    if not found:
        return Missing(f"`{function}` has no variable `{variable}`, or nothing follows it")
    if any(one.align is None and is_code(tree, one.entry) for one in found):
        return Missing(f"`{variable}` may be a function or a pointer to one")
    return tuple({one.entry.offset: one for one in found}.values())


def _find_variables(tree: Tree, function: Entry, name: str) -> Iterator[Found]:
    blocks = [function]
    while blocks:
        block = blocks.pop()
        blocks += block.under("DW_TAG_lexical_block")
        for one in block.under(*VARIABLES):
            target = tree.follow(one) if one.name == name else None
            if target is not None:
                yield Found(target, path_of(tree, function), one.number("DW_AT_alignment"))


def _find_vtable(tree: Tree, concrete: Found, trait: str) -> Found | Missing:
    """The vtable that rustc describes for that type and that trait."""
    asked = trait.removeprefix("dyn ") or "_"
    owner = full_name(tree, concrete.entry)
    start, end = f"<{owner} as ", f">::{VTABLE}"
    for entry in tree.entries.values():
        name = entry.name if entry.tag == "DW_TAG_structure_type" else ""
        if not name.startswith(start) or not name.endswith(end):
            continue
        if is_meant(name[len(start) : -len(end)], asked, concrete.returned):
            return Found(entry, concrete.home)
    return Missing("no vtable for that trait was compiled")


def is_meant(name: str, asked: str, returned: str) -> bool:
    """Whether a trait's full name is the first one of the trait object that the probe returns.

    That one gives associated types as well (`&dyn Fn<(u8), Output=u8>` of `Fn<(u8)>`), and no
    alias can hide it. A probe that returns none has to spell the trait.
    """
    before, dyn, object = returned.partition("dyn ")
    if not dyn or "_" in (name, asked) or before.strip("&("):
        return is_trait(name, asked)
    start = name.removesuffix(">")
    return object.startswith(start) and object[len(start) : len(start) + 1] in TRAIT_ENDS


def is_trait(name: str, asked: str) -> bool:
    """Whether a trait's full name is the one asked for, however much of its path that gives."""
    wanted = asked.partition(" -> ")[0]
    full, end = (next(find_paths(parse_name(one)), ()) for one in (name, wanted))
    return full[-len(end) :] == end and shorten(name) == shorten(wanted)


def _find_block(tree: Tree, owner: Found) -> Found | Missing:
    """What the first pointer inside a type points to."""
    pointer = _find_pointer(tree, owner.entry)
    if pointer is None:
        return Missing("there is no pointer in that type")
    if pointer.tag != "DW_TAG_pointer_type":
        return Missing("how long the block is depends on the value")
    target = tree.follow(pointer)
    if target is None:
        return Missing("the pointer does not say what it points to")
    return Found(target, owner.home)


def _find_pointer(tree: Tree, entry: Entry) -> Entry | None:
    """The first pointer to data in the order of offsets, or what holds a wide one."""
    if entry.tag == "DW_TAG_pointer_type":
        target = tree.follow(entry)
        return entry if target is not None and target.tag != "DW_TAG_subroutine_type" else None
    if entry.name.startswith(ERASED) or is_wide(entry):
        return entry
    if entry.tag == "DW_TAG_array_type":
        element = tree.follow(entry)
        return _find_pointer(tree, element) if element is not None else None
    for part in _parts(tree, entry):
        found = _find_pointer(tree, part)
        if found is not None:
            return found
    return None


def _parts(tree: Tree, entry: Entry) -> Iterator[Entry]:
    """The types of the fields in the order of their offsets, and those of each variant."""
    members = list(entry.under("DW_TAG_member"))
    members.sort(key=lambda one: one.number("DW_AT_data_member_location") or 0)
    for part in entry.under("DW_TAG_variant_part"):
        for variant in part.under("DW_TAG_variant"):
            members += variant.under("DW_TAG_member")
    for member in members:
        target = tree.follow(member)
        if target is not None:
            yield target
