"""Questions to the compiler that share crates → an answer for each, whichever of them is wrong.

All questions of a crate are compiled in one call. One that does not compile is named by rustc,
asked again alone, and left out of the next call; where no line is named, halves are tried.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from macros.model import Diagnostic, Listing, Tally, Toolchain
from macros.rust.compiler import Compiled, compile_crate, seconds_for
from macros.rust.crate import module_file, module_path, must_be_alone
from macros.rust.rooms import Inside, Q, Sheet

ROUNDS = 4
"""How often questions that do not compile are left out before the rest is split."""
EDITIONS = ("2018", "2021", "2024")

A = TypeVar("A")
C_contra = TypeVar("C_contra", bound=Inside, contravariant=True)
Found = tuple[dict[int, A], Tally]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and with what questions of one edition are compiled."""

    toolchain: Toolchain
    workdir: Path
    target: str
    edition: str
    flags: tuple[str, ...] = ()


class Write(Protocol[C_contra]):
    """Writes the crate of some questions; not `inline` where one is asked alone."""

    def __call__(
        self, folder: Path, asked: Sequence[tuple[int, C_contra]], *, inline: bool
    ) -> Sheet: ...


@dataclass(frozen=True, slots=True)
class Sort(Generic[Q, A]):
    """A sort of questions: how they are written, compiled and answered.

    `is_tame` says which may share a crate. `read` takes the answers from what was compiled, in
    further calls where it needs them; it has none where they have to be asked in smaller groups.
    `explain` takes the message about one question that was asked alone, and `refuse` makes an
    answer of it.
    """

    name: str
    arguments: tuple[str, ...]
    is_tame: Callable[[Q], bool]
    write: Write[Q]
    read: Callable[[Sheet, Sequence[tuple[int, Q]], Bench], Found[A] | None]
    explain: Callable[[Sheet, tuple[int, Q], Sequence[Diagnostic]], Diagnostic]
    refuse: Callable[[Diagnostic], A]


def ask_all(sort: Sort[Q, A], asked: Sequence[tuple[int, Q]], bench: Bench) -> Found[A]:
    """The answers to questions of the bench's edition, by their numbers.

    The tally counts calls, and the questions that had to be asked alone.
    Raises Trouble where the compiler itself fails.
    """
    return join(_ask_group(sort, group, bench) for group in _groups(sort, asked))


def _groups(sort: Sort[Q, A], asked: Sequence[tuple[int, Q]]) -> list[tuple[tuple[int, Q], ...]]:
    """Those that can share a crate, those of each listing that cannot, and each wild one."""
    listings = {one.listing.name: one.listing for _, one in asked if one.listing is not None}
    lonely = {name for name, listing in listings.items() if _is_lonely(listing)}
    groups: dict[str, list[tuple[int, Q]]] = {}
    for number, question in asked:
        name = question.listing.name if question.listing else ""
        wild = f"expression {number}" if not sort.is_tame(question) else ""
        groups.setdefault(wild or (name if name in lonely else ""), []).append((number, question))
    return [tuple(group) for group in groups.values()]


def _is_lonely(listing: Listing) -> bool:
    """A listing that knows where it is called from would see the questions beside it."""
    return must_be_alone(listing) or "track_caller" in listing.source


def _ask_group(sort: Sort[Q, A], asked: tuple[tuple[int, Q], ...], bench: Bench) -> Found[A]:
    question = asked[0][1]
    lonely = question.listing is not None and _is_lonely(question.listing)
    alone = len(asked) if lonely or not sort.is_tame(question) else 0
    answers, tally = _ask(sort, asked, bench, ROUNDS)
    return answers, tally + Tally(alone=alone)


def _ask(sort: Sort[Q, A], asked: tuple[tuple[int, Q], ...], bench: Bench, rounds: int) -> Found[A]:
    """The answers of questions that share a crate, however many calls it takes."""
    if len(asked) < 2:
        return join(_ask_one(sort, one, bench) for one in asked)
    sheet, compiled = _compile(sort, asked, bench, inline=True)
    found = sort.read(sheet, asked, bench) if compiled.ok else None
    if found is not None:
        return found[0], found[1] + Tally(calls=1)
    blamed = _find_blamed(sheet, compiled) if rounds else frozenset[int]()
    if blamed:
        left = tuple(one for one in asked if one[0] not in blamed)
        suspects = (one for one in asked if one[0] in blamed)
        parts = [_ask_suspects(sort, suspects, bench), _ask(sort, left, bench, rounds - 1)]
    else:
        middle = len(asked) // 2
        parts = [_ask(sort, half, bench, ROUNDS) for half in (asked[:middle], asked[middle:])]
    return join([({}, Tally(calls=1)), *parts])


def _find_blamed(sheet: Sheet, compiled: Compiled) -> frozenset[int]:
    """The questions that an error names, and all questions of a listing that an error names."""
    broken = sheet.find_broken(compiled.errors)
    inside = {number for path, numbers in sheet.members if path in broken for number in numbers}
    return sheet.find_blamed(compiled.errors) | inside


def _ask_suspects(sort: Sort[Q, A], asked: Iterable[tuple[int, Q]], bench: Bench) -> Found[A]:
    """Each of the questions alone, listing by listing."""
    ordered = sorted(asked, key=lambda one: (_listing_path(one[1]), one[0]))
    return join(
        _ask_siblings(sort, tuple(siblings), bench)
        for _, siblings in groupby(ordered, key=lambda one: _listing_path(one[1]))
    )


def _listing_path(question: Q) -> str:
    return module_path(question.listing.name) if question.listing else ""


def _ask_siblings(sort: Sort[Q, A], asked: tuple[tuple[int, Q], ...], bench: Bench) -> Found[A]:
    """The questions of one listing, each alone; if it does not compile, that is said of all."""
    first, said, tally = _ask_alone(sort, asked[0], bench)
    alone = Tally(alone=len(asked))
    if said is not None and said.path and said.path == _listing_path(asked[0][1]):
        return {number: sort.refuse(said) for number, _ in asked}, tally + alone
    rest = (_ask_one(sort, one, bench) for one in asked[1:])
    return join([(first, tally + alone), *rest])


def _ask_one(sort: Sort[Q, A], asked: tuple[int, Q], bench: Bench) -> Found[A]:
    answers, _, tally = _ask_alone(sort, asked, bench)
    return answers, tally


def _ask_alone(
    sort: Sort[Q, A], asked: tuple[int, Q], bench: Bench
) -> tuple[dict[int, A], Diagnostic | None, Tally]:
    """One question in a crate of its own, so that rustc's message is about it alone."""
    number, question = asked
    sheet, compiled = _compile(sort, (asked,), bench, inline=False)
    if compiled.ok:
        found = sort.read(sheet, (asked,), bench)
        if found is None:
            raise AssertionError("a question that is alone has an answer")
        return found[0], None, found[1] + Tally(calls=1)
    said = sort.explain(sheet, asked, compiled.errors)
    calls = 1
    if question.listing is not None and said.path == _listing_path(question):
        errors = _listing_errors(question.listing, bench)
        said, calls = (*errors, said)[0], 2
    return {number: sort.refuse(said)}, said, Tally(calls=calls)


def most_fitting(errors: Sequence[Diagnostic]) -> Diagnostic:
    """The first error with a place in the author's text; the first of all without one."""
    placed = (error for error in errors if error.path and not error.path.startswith("_"))
    return next(placed, errors[0])


def _compile(
    sort: Sort[Q, A], asked: tuple[tuple[int, Q], ...], bench: Bench, *, inline: bool
) -> tuple[Sheet, Compiled]:
    folder = make_folder(bench, sort.name)
    sheet = sort.write(folder, asked, inline=inline)
    arguments = (*flags_of(sheet, asked), *sort.arguments)
    return sheet, compile_library(sheet.root, arguments, folder, bench, len(asked))


OPTIMISED = re.compile(r"-O|-Copt-level=[^0]")
LIKE_OPTIMISED = ("-Cdebug-assertions=no", "-Coverflow-checks=no")


def flags_of(sheet: Sheet, asked: Sequence[tuple[int, Q]]) -> tuple[str, ...]:
    """The flags that the listing asks for which is the crate's root.

    Facts are always measured without optimisation; what an optimised build leaves out with
    `cfg(debug_assertions)` is left out all the same.
    """
    listing = asked[0][1].listing
    flags = listing.directives.flags if listing and sheet.alone else ()
    return (*LIKE_OPTIMISED, *flags) if any(OPTIMISED.fullmatch(one) for one in flags) else flags


def _listing_errors(listing: Listing, bench: Bench) -> tuple[Diagnostic, ...]:
    """What rustc says of the listing itself, without any question in it."""
    folder = make_folder(bench, "listing")
    root = module_file(folder, listing)
    arguments = ("--emit=metadata", *listing.directives.flags)
    return compile_library(root, arguments, folder, bench, 1).errors


def compile_library(
    root: Path, arguments: Iterable[str], folder: Path, bench: Bench, items: int
) -> Compiled:
    """One call of rustc for a crate of so many questions."""
    target = (f"--target={bench.target}",) if bench.target else ()
    crate = ("--crate-type=lib", "--crate-name=measured", f"--edition={bench.edition}")
    every = (str(root), *crate, *target, *bench.flags, *arguments)
    return compile_crate(bench.toolchain, every, folder, timeout=seconds_for(items))


def make_folder(bench: Bench, name: str) -> Path:
    return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=bench.workdir))


def join(parts: Iterable[Found[A]]) -> Found[A]:
    """All answers, and the sum of the tallies."""
    answers: dict[int, A] = {}
    tally = Tally()
    for part, more in parts:
        answers |= part
        tally += more
    return answers, tally
