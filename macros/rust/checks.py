"""Listings that are compiled and not run → what the compiler says of each.

Listings that ought to fail share a crate, a module each, as do libraries. What a shared call says
of a listing counts only where a call for the listing alone would say the same; everything else is
compiled again alone.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.model import Diagnostic, Expectation, Listing, Mode, Outcome, Tally, Toolchain
from macros.rust.compiler import Compiled, compile_crate
from macros.rust.crate import module_file, module_item, module_path, must_be_alone, write_text

ROUNDS = 3
"""How often listings that say something else are left out before each is compiled alone."""
ROOT = "_crate.rs"
FAILING = (Mode.CHECK_FAIL, Mode.BUILD_FAIL)

_BORROWS = frozenset(
    f"E0{number}"
    for number in (
        *(373, 381, 382, 384, 499, 501, 502, 503, 505, 506, 507, 508, 509, 515, 521),
        *(594, 596, 597, 712, 713, 716),
    )
) | {"lifetime"}
_TYPES = frozenset(
    f"E0{number:03}" for number in (23, 26, 27, 61, 63, 133, 308, 604, 605, 606, 614)
)
_NAMES = frozenset(("E0106",))
CLASSES = {"borrows": _BORROWS, "types": _TYPES, "names": _NAMES}
"""Errors that one pass of the compiler finds and whose messages speak of the listing alone."""
LIBRARIES = "libraries"
ALONE = ""

_LIFETIME = "lifetime may not live long enough"
_SIBLING = re.compile(r"\blisting_\d+\b|\b_crate\.rs\b")
_SOURCE_LINE = re.compile(r"\s*\d+ [|+~-]")
_LIBRARY_PATH = re.compile(r"\b(?:std|core|alloc)::")

Found = tuple[dict[int, Outcome], Tally]
Numbered = tuple[int, Listing]


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


def check_alone(listing: Listing, toolchain: Toolchain, workdir: Path) -> tuple[Outcome, Tally]:
    """What the compiler says of one listing as a crate of its own.

    Raises Trouble where the compiler itself fails.
    """
    outcomes, tally = _check_one((0, listing), _Bench(toolchain, workdir))
    return outcomes[0], tally


def sharing_class(listing: Listing) -> str:
    """With which listings it can be compiled: the name of a class, empty for with none."""
    mode = listing.directives.mode
    if must_be_alone(listing):
        return ALONE
    if mode not in FAILING:
        return ALONE if listing.main else LIBRARIES
    if mode is Mode.BUILD_FAIL:
        return ALONE
    expected = {_expected_code(one) for one in _expected_errors(listing)}
    fitting = (name for name, codes in CLASSES.items() if expected and expected <= codes)
    return next(fitting, ALONE)


def _expected_errors(listing: Listing) -> tuple[Expectation, ...]:
    return tuple(one for one in listing.expectations if one.kind == "error")


def _expected_code(expected: Expectation) -> str:
    return "lifetime" if not expected.code and _LIFETIME in expected.text else expected.code


def _reported_code(error: Diagnostic) -> str:
    return "lifetime" if not error.code and error.message == _LIFETIME else error.code


def _check_group(kind: str, group: Sequence[Numbered], bench: _Bench) -> Found:
    if kind == ALONE or len(group) == 1:
        return _check_each(group, bench)
    return _check_shared(kind, group, bench, ROUNDS)


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
    fit = _is_spotless if kind == LIBRARIES else _is_as_expected
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
    alone = [one for one in group if not _reads_as_alone(said[one[0]], compiled)]
    stage: Literal["", "check"] = "" if compiled.ok else "check"
    outcomes = {number: Outcome(compiled.ok, said[number], stage=stage) for number, _ in group}
    return _join([(outcomes, Tally(calls=1)), _check_each(alone, bench)])


def _is_spotless(_: Listing, said: Sequence[Diagnostic]) -> bool:
    return not said


def _is_as_expected(listing: Listing, said: Sequence[Diagnostic]) -> bool:
    """Whether every error was expected at its line, and every expected error came."""
    expected = _expected_errors(listing)
    errors = [one for one in said if one.level == "error"]
    met = [[_meets(error, one) for error in errors] for one in expected]
    return all(map(any, met)) and all(any(row[at] for row in met) for at in range(len(errors)))


def _meets(error: Diagnostic, expected: Expectation) -> bool:
    placed = expected.line is None or expected.line == error.line
    return placed and _reported_code(error) == _expected_code(expected)


def _reads_as_alone(said: Sequence[Diagnostic], compiled: Compiled) -> bool:
    """Whether no message names the shared crate, or a type by a path that siblings brought about.

    Where the crate compiled, only listings without any message are settled.
    """
    if compiled.ok:
        return not said
    lines = (line for one in said for line in one.rendered.split("\n"))
    words = "\n".join(line for line in lines if not _SOURCE_LINE.match(line))
    rendered = "\n".join(one.rendered for one in said)
    return not (_SIBLING.search(rendered) or _LIBRARY_PATH.search(words))


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
    return _compile((ROOT, "--crate-type=lib"), group[0][1], emit, folder, bench)


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


def _compile(
    crate: Iterable[str], listing: Listing, emit: str, folder: Path, bench: _Bench
) -> Compiled:
    """One call for a crate with the edition and flags of `listing`."""
    edition = f"--edition={listing.directives.edition}"
    options = ("--crate-name=listing", edition, f"--emit={emit}=_output", "-Copt-level=0")
    arguments = (*crate, *options, *listing.directives.flags)
    return compile_crate(bench.toolchain, arguments, folder)


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
