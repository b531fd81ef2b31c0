"""Names and literals of listings → the sections of the object file that they lie in.

One call of the compiler for each listing: a section belongs to the crate as it is, and in a shared
crate the same text could be kept once for several listings.
"""

from __future__ import annotations

import difflib
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from macros.model import Listing, Tally, Toolchain
from macros.report import say_sections
from macros.rust.compiler import compile_crate
from macros.rust.crate import module_file
from macros.rust.object_sections import Sections, UnreadableSections, is_elf, read_sections
from macros.rust.symbol_names import read_symbol
from macros.rust.text_literals import find_literals, read_literal
from macros.sections import (
    CRATE,
    SectionAnswer,
    SectionQuestion,
    is_literal,
    section_arguments,
)

OBJECT: Final = "_object"
SUGGESTED: Final = 5
_MANGLED: Final = re.compile(r"_ZN|_R[A-Z]")


def measure_sections(
    questions: Sequence[SectionQuestion],
    toolchain: Toolchain,
    workdir: Path,
    *,
    target: str = "",
) -> tuple[tuple[SectionAnswer, ...], Tally]:
    """The sections of every symbol, in the order of the questions.

    `target` is a triple; empty for the compiler's own. The tally counts one call a listing.
    Raises Trouble where the compiler itself fails, or writes an object file that is unreadable.
    """
    listings = dict.fromkeys(question.listing for question in questions)
    objects = {one: _compile(one, toolchain, workdir, target) for one in listings}
    answers = tuple(_answer(one, objects[one.listing]) for one in questions)
    return answers, Tally(calls=len(objects), alone=len(objects))


def _compile(
    listing: Listing, toolchain: Toolchain, workdir: Path, target: str
) -> Sections | SectionAnswer:
    folder = Path(tempfile.mkdtemp(prefix="sections-", dir=workdir))
    root = module_file(folder, listing)
    emit = (f"--emit=obj={OBJECT}", "-Awarnings", *((f"--target={target}",) if target else ()))
    compiled = compile_crate(toolchain, (str(root), *section_arguments(listing), *emit), folder)
    if not compiled.ok:
        return SectionAnswer(diagnostic=compiled.errors[0])
    data = (folder / OBJECT).read_bytes()
    if not is_elf(data):
        return SectionAnswer(format=target or toolchain.host)
    try:
        return read_sections(data)
    except UnreadableSections as error:
        raise say_sections.object_unreadable(listing.name, str(error)) from error


def _answer(question: SectionQuestion, found: Sections | SectionAnswer) -> SectionAnswer:
    if isinstance(found, SectionAnswer):
        return found
    if is_literal(question.symbol):
        return find_literal(question.symbol, question.listing.source, found)
    return find_symbol(question.symbol, found)


# Names ------------------------------------------------------------------------------------


def find_symbol(name: str, found: Sections) -> SectionAnswer:
    """Everything that a name, or the end of a path, stands for; `crate::` begins a whole path."""
    own = _own_symbols(found)
    whole = name.removeprefix("crate::")
    names = {path for path in own if path == whole or f"::{whole}" == path[-len(whole) - 2 :]}
    if whole != name:
        names &= {whole}
    if len(names) == 1:
        (path,) = names
        return SectionAnswer(own[path], (path,))
    if names:
        return SectionAnswer(names=tuple(sorted(names)))
    return SectionAnswer(known=_nearest(name, tuple(own)))


def _own_symbols(found: Sections) -> Mapping[str, tuple[str, ...]]:
    """The sections of every static and function of the listing, by path."""
    own: dict[str, dict[str, None]] = {}
    for symbol in found.symbols:
        path = _path_of(symbol.name, threads=symbol.threads)
        if path and "{" not in path:
            own.setdefault(path, {})[symbol.section] = None
    return {path: tuple(sections) for path, sections in own.items()}


def _path_of(name: str, *, threads: bool) -> str:
    """The path that an author writes; that of a thread's static has names of `std` behind it."""
    path = read_symbol(name)
    if path is None:
        return name if re.fullmatch(r"[^\W\d]\w*", name) and not _MANGLED.match(name) else ""
    if path.crate != CRATE:
        return ""
    if not threads:
        return path.name
    outer = path.name.partition("::{")[0]
    return outer.removesuffix("::VAL").removesuffix("::__getit").removesuffix("::__init")


# Literals ---------------------------------------------------------------------------------


def find_literal(literal: str, source: str, found: Sections) -> SectionAnswer:
    """The sections of all data that is exactly the literal's bytes."""
    data = read_literal(literal)
    written = find_literals(source)
    if data is None or data not in {read_literal(one) for one in written}:
        return SectionAnswer(known=_nearest(literal, written))
    exact = dict.fromkeys(piece.section for piece in found.pieces if piece.data == data)
    inside = dict.fromkeys(one.section for one in found.whole if data and data in one.data)
    return SectionAnswer(tuple(exact), (literal,), inside=() if exact else tuple(inside))


def _nearest(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The names that are most like one, and any where none is."""
    last = {one.rpartition("::")[2]: one for one in reversed(known)}
    close = difflib.get_close_matches(name.rpartition("::")[2], list(last), n=SUGGESTED)
    return tuple(last[one] for one in close) or tuple(sorted(known)[:SUGGESTED])
