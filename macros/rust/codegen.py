"""Listings → what rustc makes of their functions: assembly and MIR, from one call for each."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from macros.codegen import CodegenAnswer, CodegenQuestion, codegen_arguments, flags_text, is_read
from macros.model import Listing, Tally, Toolchain
from macros.report import say_codegen
from macros.rust.assembly import Assembly, read_assembly
from macros.rust.compiler import compile_crate
from macros.rust.crate import module_file
from macros.rust.mir import read_mir

_ASSEMBLY: Final = "_assembly"
_MIR: Final = "_mir"
_NOTHING: Final = Assembly((), (), ())


def measure_codegen(
    questions: Sequence[CodegenQuestion],
    toolchain: Toolchain,
    workdir: Path,
    *,
    target: str = "",
) -> tuple[tuple[CodegenAnswer, ...], Tally]:
    """The code of every listing, in the order of the questions.

    `target` is a triple; empty for the compiler's own. The tally counts one call a listing.
    Raises Trouble where the compiler itself fails, or does not write what it was asked for.
    """
    answers = tuple(_measure(one.listing, toolchain, workdir, target) for one in questions)
    return answers, Tally(calls=len(answers), alone=len(answers))


def _measure(listing: Listing, toolchain: Toolchain, workdir: Path, target: str) -> CodegenAnswer:
    folder = Path(tempfile.mkdtemp(prefix="codegen-", dir=workdir))
    root = module_file(folder, listing)
    reads = is_read(target or toolchain.host)
    emit = f"--emit=mir={_MIR}" + (f",asm={_ASSEMBLY}" if reads else "")
    flags = (*codegen_arguments(listing, intel=reads), *((f"--target={target}",) if target else ()))
    compiled = compile_crate(toolchain, (str(root), *flags, emit, "-Awarnings"), folder)
    if not compiled.ok:
        return CodegenAnswer(diagnostic=compiled.errors[0])
    mir = read_mir(_written(folder / _MIR, listing), listing)
    found = _NOTHING
    if reads:
        found = read_assembly(_written(folder / _ASSEMBLY, listing), has_main=listing.main)
    other = "" if reads else target or toolchain.host
    codes = (*found.codes, *mir)
    return CodegenAnswer(codes, found.words, found.called, flags_text(listing), target=other)


def _written(path: Path, listing: Listing) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        raise say_codegen.not_written(listing.name, path.name.removeprefix("_")) from None
