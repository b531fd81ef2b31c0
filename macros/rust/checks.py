"""Listings that are compiled and not run → what the compiler says of each.

Listings that ought to fail share a crate, a module each, as do libraries. What a shared call says
of a listing counts only where a call for the listing alone would say the same; everything else is
compiled again alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.model import Diagnostic, Listing, Outcome, Tally, Toolchain
from macros.rust.compiler import Compiled, compile_crate, seconds_for
from macros.rust.crate import module_file, module_item, module_path, write_text
from macros.rust.sharing import (
    ALONE,
    FAILING,
    LIBRARIES,
    Numbered,
    is_as_expected,
    is_spotless,
    pack,
    reads_as_alone,
    sharing_class,
)

ROUNDS = 3
"""How often listings that say something else are left out before each is compiled alone."""
ROOT = "_crate.rs"
Found = tuple[dict[int, Outcome], Tally]


@dataclass(frozen=True, slots=True)
class _Bench:
    """Where and with what listings are compiled."""

    toolchain: Toolchain
    workdir: Path


def check_listings(
    listings: Sequence[Listing], toolchain: Toolchain, workdir: Path
) -> tuple[tuple[Outcome, ...], Tally]:
    """What the compiler says of listings that all have the same edition, in their order.

    Lines and columns are those of each listing's source. Nothing is run. The tally counts calls,
    and the listings that were compiled alone. Raises Trouble where the compiler itself fails.
    """
    bench = _Bench(toolchain, workdir)
    groups: dict[str, list[Numbered]] = {}
    for number, listing in enumerate(listings):
        groups.setdefault(sharing_class(listing), []).append((number, listing))
    outcomes, tally = _join(_check_group(kind, group, bench) for kind, group in groups.items())
    return tuple(outcomes[number] for number in range(len(listings))), tally


def _check_group(kind: str, group: Sequence[Numbered], bench: _Bench) -> Found:
    if kind == ALONE:
        return _check_each(group, bench)
    return _join(_check_shared(kind, one, bench, ROUNDS) for one in pack(kind, group))


def _check_each(group: Iterable[Numbered], bench: _Bench) -> Found:
    return _join(_check_one(one, bench) for one in group)


def _check_shared(kind: str, group: Sequence[Numbered], bench: _Bench, rounds: int) -> Found:
    """Compile a group as one crate; leave out what is not as expected and try again.

    Only a call in which every listing is as expected is believed: an error of another pass could
    have kept the compiler from saying all it has to say of the others.
    """
    if len(group) < 2 or not rounds:
        return _check_each(group, bench)
    compiled = _compile_shared(kind, group, bench)
    said = _sort_by_listing(compiled.diagnostics, group)
    if said is None:
        return _join([({}, Tally(calls=1)), _check_each(group, bench)])
    fit = is_spotless if kind == LIBRARIES else is_as_expected
    others = [one for one in group if not fit(one[1], said[one[0]])]
    if others and (compiled.errors or kind != LIBRARIES):
        left = [one for one in group if one not in others]
        parts = [_check_each(others, bench), _check_shared(kind, left, bench, rounds - 1)]
        return _join([({}, Tally(calls=1)), *parts])
    return _accept(group, said, compiled, bench)


def _accept(
    group: Sequence[Numbered],
    said: Mapping[int, tuple[Diagnostic, ...]],
    compiled: Compiled,
    bench: _Bench,
) -> Found:
    """The outcomes of a believed call; what a lone listing might say in other words goes alone."""
    alone = [one for one in group if not reads_as_alone(said[one[0]], compiled.ok)]
    stage: Literal["", "check"] = "" if compiled.ok else "check"
    outcomes = {number: Outcome(compiled.ok, said[number], stage=stage) for number, _ in group}
    return _join([(outcomes, Tally(calls=1)), _check_each(alone, bench)])


def _sort_by_listing(
    diagnostics: Iterable[Diagnostic], group: Sequence[Numbered]
) -> dict[int, tuple[Diagnostic, ...]] | None:
    """The messages of each listing, in their order; None if one belongs to no listing."""
    numbers = {module_path(listing.name): number for number, listing in group}
    said: dict[int, tuple[Diagnostic, ...]] = {number: () for number, _ in group}
    for diagnostic in diagnostics:
        if diagnostic.path not in numbers:
            return None
        said[numbers[diagnostic.path]] += (diagnostic,)
    return said


def _compile_shared(kind: str, group: Sequence[Numbered], bench: _Bench) -> Compiled:
    folder = _folder(bench)
    files = [module_file(folder, listing) for _, listing in group]
    items = (module_item(path, f"listing_{number}") for number, path in enumerate(files))
    write_text(folder / ROOT, "\n".join((*items, "")))
    emit = "obj" if kind == LIBRARIES else "metadata"
    crate = (ROOT, "--crate-type=lib")
    return _compile(crate, group[0][1], emit, folder, bench, items=len(group))


def _check_one(one: Numbered, bench: _Bench) -> Found:
    """One listing as a crate of its own: checked, then, if nothing is wrong, made into code."""
    number, listing = one
    folder = _folder(bench)
    root = module_file(folder, listing)
    crate = (str(root), f"--crate-type={'bin' if listing.main else 'lib'}")
    failing = listing.directives.mode in FAILING
    calls = 1
    compiled = _compile(crate, listing, "metadata" if failing else "obj", folder, bench)
    stage: Literal["", "check", "build"] = "check" if failing else ""
    if failing and compiled.ok:
        calls, stage = 2, "build"
        compiled = _compile(crate, listing, "obj", folder, bench)
    stage = "" if compiled.ok else stage
    outcome = Outcome(compiled.ok, compiled.diagnostics, stage=stage)
    return {number: outcome}, Tally(calls=calls, alone=1)


def _compile(  # noqa: PLR0913 - what to compile, and where
    crate: Iterable[str],
    listing: Listing,
    emit: str,
    folder: Path,
    bench: _Bench,
    *,
    items: int = 1,
) -> Compiled:
    """One call for a crate with the edition and flags of `listing`."""
    edition = f"--edition={listing.directives.edition}"
    options = ("--crate-name=listing", edition, f"--emit={emit}=_output", "-Copt-level=0")
    arguments = (*crate, *options, *listing.directives.flags)
    return compile_crate(bench.toolchain, arguments, folder, timeout=seconds_for(items))


def _folder(bench: _Bench) -> Path:
    return Path(tempfile.mkdtemp(prefix="checks-", dir=bench.workdir))


def _join(parts: Iterable[Found]) -> Found:
    """All outcomes, a later one in place of an earlier, and the sum of the tallies."""
    outcomes: dict[int, Outcome] = {}
    tally = Tally()
    for part, more in parts:
        outcomes |= part
        tally += more
    return outcomes, tally
