"""Programs → executables: many as modules of one crate with the harness, or one by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from macros.model import Diagnostic, Listing, Toolchain
from macros.report import say_programs
from macros.rust.compiler import Compiled, compile_crate, seconds_for
from macros.rust.crate import (
    module_file,
    module_item,
    module_path,
    must_be_alone,
    rust_string,
    write_text,
)
from macros.rust.tokens import blank_texts

HARNESS = Path(__file__).with_name("harness.rs")
MERGED_AT_LEAST = 150
"""Listings that are worth a crate of their own where another processor would be idle."""
MERGED_AT_MOST = 500
"""Listings of one crate: a larger one takes more memory than it saves time."""
ROUNDS = 4
"""The stages at which rustc gives up: syntax, names, types, borrows."""
ROOT = "_main.rs"
EXECUTABLE = "_main"
COUNTED = "crate::__heap::"
"""What calls of a counter begin with: the one path from the root that both kinds of crate have."""
QUIET = "--cap-lints=allow"
UNOPTIMISED = ("--crate-type=bin", "--crate-name=main", "-Copt-level=0", "-Cdebuginfo=0")
ENTRY = """
pub(crate) fn __entry() -> ::std::process::ExitCode {
    ::std::process::Termination::report(main())
}
"""

_ODD_MAIN = re.compile(
    r"\btrack_caller\b | \bextern\b[^;{}]*\bfn\s+main\b | \bfn\s+main\s*(?: < | [^{]*\bwhere\b )",
    re.VERBOSE,
)
"""A main function that can be called, but not as the start of a program."""
_FOREIGN = re.compile(r"(?![\x00-\x7f])\w")
"""rustc judges the scripts of names for all of a crate at once."""

Group = Mapping[int, Listing]
"""Listings by their numbers among all that are to be run."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A listing compiled from its own text; the executable is there if that went well."""

    compiled: Compiled
    executable: Path


@dataclass(frozen=True, slots=True)
class Batch:
    """A crate with the harness in it.

    `entries` are the indices of its entries by listing number, `refused` the numbers of the
    listings that have to be compiled alone; `calls` counts calls of rustc.
    """

    executable: Path
    entries: Mapping[int, int]
    refused: tuple[int, ...]
    calls: int


def split_listings(
    listings: Sequence[Listing], workers: int
) -> tuple[tuple[Group, ...], tuple[int, ...]]:
    """The groups of listings that share a crate, one at least, and the numbers of the others."""
    files: set[str] = set()
    merged: list[int] = []
    for number, listing in enumerate(listings):
        file = module_path(listing.name).casefold()
        if file not in files and can_be_merged(listing):
            files.add(file)
            merged.append(number)
    count = max(1, min(workers, len(merged) // MERGED_AT_LEAST), -(-len(merged) // MERGED_AT_MOST))
    groups = [{number: listings[number] for number in merged[n::count]} for n in range(count)]
    return tuple(groups), tuple(sorted(set(range(len(listings))) - set(merged)))


def can_be_merged(listing: Listing) -> bool:
    """Whether rustc would say and do the same of a listing and our entry among others.

    A wrong yes is only harmless where rustc then speaks up: the listing is compiled alone.
    """
    last = listing.source.rstrip().rpartition("\n")[2]
    if not last.endswith(("}", ";")) or "//" in last:
        return False  # an attribute or a comment there would belong to the entry
    plain = replace(listing, source=listing.source.replace(COUNTED, ""))
    if _ODD_MAIN.search(plain.source) or must_be_alone(plain):
        return False
    names = blank_texts(plain.source) if _FOREIGN.search(plain.source) else ""
    return names is not None and not _FOREIGN.search(names)


def build_alone(listing: Listing, toolchain: Toolchain, folder: Path, counter: str = "") -> Alone:
    """Compile one listing in a new folder, exactly as it is, or with the counter behind it."""
    path = module_file(folder, listing, counter)
    directives = listing.directives
    edition = (f"--edition={directives.edition}", *((QUIET,) if counter else ()))
    arguments = (str(path), *UNOPTIMISED, *edition, *directives.flags, f"-o{EXECUTABLE}")
    compiled = compile_crate(toolchain, arguments, folder)
    executable = folder / EXECUTABLE
    if compiled.ok:
        executable.chmod(0o755)
    return Alone(compiled, executable)


def build_batch(group: Group, toolchain: Toolchain, folder: Path, counter: str = "") -> Batch:
    """Compile listings of one edition as modules of one crate in a new folder.

    Those of which the compiler says anything are refused; where they keep it from finishing, the
    others are tried again without them. Where nobody can be named all are refused.
    Raises Trouble where not even the harness compiles.
    """
    for listing in group.values():
        module_file(folder, listing, ENTRY)
    kept = tuple(group)
    calls = 0
    while calls < ROUNDS or not kept:
        compiled = _compile([group[number] for number in kept], toolchain, folder, counter)
        calls += 1
        guilty = {_owner(one, group, kept) for one in compiled.diagnostics}
        if compiled.ok and (None not in guilty or not kept):
            entries = {number: index for index, number in enumerate(kept) if number not in guilty}
            refused = tuple(number for number in group if number not in entries)
            return Batch(folder / EXECUTABLE, entries, refused, calls)
        if not kept:
            raise say_programs.harness_not_built(compiled.errors[0].rendered)
        named = None not in guilty and calls < ROUNDS
        kept = tuple(number for number in kept if named and number not in guilty)
    raise AssertionError("the last round has no listings")


def _compile(
    listings: Sequence[Listing], toolchain: Toolchain, folder: Path, counter: str
) -> Compiled:
    edition = listings[0].directives.edition if listings else "2021"
    root = write_root([module_path(listing.name) for listing in listings])
    write_text(folder / ROOT, root + counter)
    # the shared library has an allocator of its own, and would not ask a counting one
    more = (QUIET,) if counter else _linking(toolchain)
    arguments = (ROOT, *UNOPTIMISED, f"--edition={edition}", *more)
    every = (*arguments, f"-o{EXECUTABLE}")
    return compile_crate(toolchain, every, folder, timeout=seconds_for(len(listings)))


def write_root(files: Sequence[str]) -> str:
    """The root of a batch: line `i + 1` declares module `i`."""
    modules = [module_item(Path(file), f"__{i}") for i, file in enumerate(files)]
    harness = f"#[path = {rust_string(str(HARNESS))}] mod __harness;"
    entries = ", ".join(f"__{i}::__entry" for i in range(len(files)))
    main = f"fn main() -> std::process::ExitCode {{ __harness::main(&[{entries}]) }}"
    return "\n".join((*modules, harness, main, ""))


def _linking(toolchain: Toolchain) -> tuple[str, ...]:
    """Link the shared standard library where there is one: that takes a third of the time."""
    libraries = Path(toolchain.sysroot, "lib", "rustlib", toolchain.host, "lib")
    if not any(libraries.glob("libstd-*.so")):
        return ()
    found_there = ("-Xlinker", "-rpath", "-Xlinker", str(libraries))
    return ("-Cprefer-dynamic", *(f"-Clink-arg={argument}" for argument in found_there))


def _owner(diagnostic: Diagnostic, group: Group, kept: Sequence[int]) -> int | None:
    """The number of the listing that a message is about, None where it names none."""
    if diagnostic.path == ROOT and 0 < diagnostic.line <= len(kept):
        return kept[diagnostic.line - 1]
    owners = (n for n in kept if module_path(group[n].name) == diagnostic.path)
    return next(owners, None)
