"""Constant expressions → their values, all in one call of the compiler, nothing executed.

Every expression becomes a constant of a crate that uses the words of `prelude.rs`; one static
holds them all, and its bytes are found in the object file behind a mark. An expression that does
not compile is named by rustc, asked again alone, and left out of the next call.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from macros.model import Answer, Diagnostic, Listing, Question, Tally, Toolchain
from macros.report import say_tools
from macros.rust.compiler import Compiled, compile_crate, seconds_for
from macros.rust.crate import module_file, module_path, must_be_alone
from macros.rust.plain import plain
from macros.rust.sheet import OBJECT, Asked, Sheet, is_tame, reads_outside, write_sheet
from macros.rust.slots import read_slots

ROUNDS = 4
"""How often expressions that do not compile are left out before the rest is split."""
EDITIONS = ("2018", "2021", "2024")

Found = tuple[dict[int, Answer], Tally]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and with what expressions of one edition are compiled."""

    toolchain: Toolchain
    workdir: Path
    target: str
    edition: str
    flags: tuple[str, ...] = ()


def measure_constants(
    questions: Sequence[Question],
    toolchain: Toolchain,
    workdir: Path,
    *,
    target: str = "",
    flags: tuple[str, ...] = (),
) -> tuple[tuple[Answer, ...], Tally]:
    """The values of expressions that all have the same edition, in their order.

    An expression without a value has rustc's message: its path is `expression` and its lines and
    columns are those of the expression, or its path is the listing's file and they are those of
    the listing's source. `target` is a triple; empty for the compiler's own;
    `flags` are handed to it as they are.
    The tally counts calls, and the questions that had to be asked alone.
    Raises Trouble where the compiler itself fails.
    """
    refused = {number: _refuse(question) for number, question in enumerate(questions)}
    asked = tuple(one for one in enumerate(questions) if refused[one[0]] is None)
    edition = questions[0].edition if questions else EDITIONS[-1]
    bench = Bench(toolchain, workdir, target, edition, flags)
    answers, tally = _join(_measure_group(group, bench) for group in _groups(asked))
    answers |= {number: Answer(None, said) for number, said in refused.items() if said is not None}
    return tuple(answers[number] for number in range(len(questions))), tally


def _refuse(question: Question) -> Diagnostic | None:
    """Why an expression cannot even be written down for the compiler."""
    if question.edition not in EDITIONS:
        return say_tools.edition_not_measured(question.edition, EDITIONS[0])
    if not question.expression.strip():
        return say_tools.expression_empty()
    if any("\ud800" <= character <= "\udfff" for character in question.expression):
        return say_tools.expression_not_unicode()
    if reads_outside(question.expression):
        return say_tools.expression_reads_outside()
    return None


def _groups(asked: Sequence[Asked]) -> list[tuple[Asked, ...]]:
    """Those that can share a crate, those of each listing that cannot, and each wild one."""
    listings = {one.listing.name: one.listing for _, one in asked if one.listing is not None}
    lonely = {name for name, listing in listings.items() if _is_lonely(listing)}
    groups: dict[str, list[Asked]] = {}
    for number, question in asked:
        name = question.listing.name if question.listing else ""
        wild = f"expression {number}" if not is_tame(question.expression) else ""
        groups.setdefault(wild or (name if name in lonely else ""), []).append((number, question))
    return [tuple(group) for group in groups.values()]


def _is_lonely(listing: Listing) -> bool:
    """A listing that knows where it is called from would see the expressions beside it."""
    return must_be_alone(listing) or "track_caller" in listing.source


def _measure_group(asked: tuple[Asked, ...], bench: Bench) -> Found:
    question = asked[0][1]
    lonely = question.listing is not None and _is_lonely(question.listing)
    alone = len(asked) if lonely or not is_tame(question.expression) else 0
    answers, tally = _measure(asked, bench, ROUNDS)
    return answers, tally + Tally(alone=alone)


def _measure(asked: tuple[Asked, ...], bench: Bench, rounds: int) -> Found:
    """The answers of questions that share a crate, however many calls it takes."""
    if len(asked) < 2:
        return _join(_measure_one(one, bench) for one in asked)
    sheet, compiled = _compile(asked, bench, inline=True)
    if compiled.ok:
        return _read_values(sheet, asked), Tally(calls=1)
    blamed = _find_blamed(sheet, compiled) if rounds else frozenset[int]()
    if blamed:
        left = tuple(one for one in asked if one[0] not in blamed)
        suspects = (one for one in asked if one[0] in blamed)
        parts = [_measure_suspects(suspects, bench), _measure(left, bench, rounds - 1)]
    else:
        middle = len(asked) // 2
        parts = [_measure(half, bench, ROUNDS) for half in (asked[:middle], asked[middle:])]
    return _join([({}, Tally(calls=1)), *parts])


def _find_blamed(sheet: Sheet, compiled: Compiled) -> frozenset[int]:
    """The questions that an error names, and all questions of a listing that an error names."""
    broken = sheet.find_broken(compiled.errors)
    inside = {number for path, asked in sheet.members if path in broken for number, _ in asked}
    return sheet.find_blamed(compiled.errors) | inside


def _measure_suspects(asked: Iterable[Asked], bench: Bench) -> Found:
    """Each of the questions alone, listing by listing."""
    ordered = sorted(asked, key=lambda one: (_listing_path(one), one[0]))
    return _join(
        _measure_siblings(tuple(siblings), bench)
        for _, siblings in groupby(ordered, key=_listing_path)
    )


def _listing_path(asked: Asked) -> str:
    listing = asked[1].listing
    return module_path(listing.name) if listing else ""


def _measure_siblings(asked: tuple[Asked, ...], bench: Bench) -> Found:
    """The questions of one listing, each alone; if it does not compile, that is said of all."""
    first, tally = _measure_one(asked[0], bench)
    said = first[asked[0][0]].diagnostic
    alone = Tally(alone=len(asked))
    if said is not None and said.path and said.path == _listing_path(asked[0]):
        return {number: Answer(None, said) for number, _ in asked}, tally + alone
    rest = (_measure_one(one, bench) for one in asked[1:])
    return _join([(first, tally + alone), *rest])


def _measure_one(asked: Asked, bench: Bench) -> Found:
    """One question in a crate of its own, so that rustc's message is about it alone."""
    number, question = asked
    sheet, compiled = _compile((asked,), bench, inline=False)
    if compiled.ok:
        return _read_values(sheet, (asked,)), Tally(calls=1)
    said = plain(_most_fitting(compiled.errors))
    if question.listing is None or said.path != _listing_path(asked):
        return {number: Answer(None, said)}, Tally(calls=1)
    errors = _listing_errors(question.listing, bench)
    return {number: Answer(None, (*errors, said)[0])}, Tally(calls=2)


def _most_fitting(errors: Sequence[Diagnostic]) -> Diagnostic:
    """The first error with a place in the author's text; the first of all without one."""
    placed = (error for error in errors if error.path and not error.path.startswith("_"))
    return next(placed, errors[0])


def _compile(asked: tuple[Asked, ...], bench: Bench, *, inline: bool) -> tuple[Sheet, Compiled]:
    sheet = write_sheet(_folder(bench), asked, inline=inline)
    listing = asked[0][1].listing
    flags = listing.directives.flags if listing and sheet.alone else ()
    arguments = (f"--emit=obj={OBJECT}", "-Copt-level=0", "-Awarnings", *flags)
    return sheet, _compile_library(sheet.root, arguments, sheet.folder, bench, len(asked))


def _listing_errors(listing: Listing, bench: Bench) -> tuple[Diagnostic, ...]:
    """What rustc says of the listing itself, without any question in it."""
    folder = _folder(bench)
    root = module_file(folder, listing)
    arguments = ("--emit=metadata", *listing.directives.flags)
    return _compile_library(root, arguments, folder, bench, 1).errors


def _compile_library(
    root: Path, arguments: Iterable[str], folder: Path, bench: Bench, items: int
) -> Compiled:
    target = (f"--target={bench.target}",) if bench.target else ()
    crate = ("--crate-type=lib", "--crate-name=measured", f"--edition={bench.edition}")
    every = (str(root), *crate, *target, *bench.flags, *arguments)
    return compile_crate(bench.toolchain, every, folder, timeout=seconds_for(items))


def _folder(bench: Bench) -> Path:
    return Path(tempfile.mkdtemp(prefix="constants-", dir=bench.workdir))


def _read_values(sheet: Sheet, asked: tuple[Asked, ...]) -> dict[int, Answer]:
    values = read_slots((sheet.folder / OBJECT).read_bytes(), sheet.mark, len(asked))
    return {number: Answer(value) for (number, _), value in zip(asked, values, strict=True)}


def _join(parts: Iterable[Found]) -> Found:
    answers: dict[int, Answer] = {}
    tally = Tally()
    for part, more in parts:
        answers |= part
        tally += more
    return answers, tally
