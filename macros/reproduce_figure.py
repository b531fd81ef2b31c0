"""A figure → the program whose debug information describes its types, and the command. Pure.

Beside each probe stands what was measured as an assertion, so that the program compiles exactly
when sizes and aligns are those of the figure.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from macros.figures import Asked, Figure
from macros.layout import Layout
from macros.model import Toolchain
from macros.rust.crate import module_path
from macros.rust.type_text import find_trait_object, split_local

_HEAD: Final = (
    "// The compiler describes the types below to debuggers: that is what the figure shows."
)


def program_of_figure(figure: Figure, layouts: Sequence[Layout]) -> str:
    """Return the snippet, if the types are of one, and a probe for each type behind it.

    `layouts` are those of the types in order; none where one is not known.
    """
    known = list(layouts) if len(layouts) == len(figure.asked) else [None] * len(figure.asked)
    source = [figure.listing.source.rstrip("\n"), ""] if figure.listing else []
    probes = (
        line
        for number, (asked, layout) in enumerate(zip(figure.asked, known, strict=True), start=1)
        for line in _write_probe(asked, layout, f"probe_{number}")
    )
    return "\n".join((*source, _HEAD, *probes, ""))


def _write_probe(asked: Asked, layout: Layout | None, name: str) -> Iterator[str]:
    question = asked.question
    local = split_local(question.type) if question.local else None
    if local is not None:
        yield f"// The variable `{local[1]}` of this function."
        yield f"pub fn {name}() -> *const () {{ {local[0]} as *const () }}"
        return
    if question.vtable:
        found = find_trait_object(question.type)
        object = question.type[found.start : found.end] if found else question.type
        yield f"pub fn {name}<'a>(value: &'a {question.vtable}) -> &'a ({object}) {{ value }}"
        return
    if question.heap:
        yield "// The block that the first pointer of this type leads to."
    yield f"pub fn {name}(_: &{question.type}) {{}}"
    if layout is not None and not question.heap:
        yield _assert("size_of", question.type, layout.size)
        yield _assert("align_of", question.type, layout.align)


def _assert(measure: str, type: str, value: int) -> str:
    return f"const _: () = assert!(std::mem::{measure}::<{type}>() == {value});"


def command_of_figure(figure: Figure, toolchain: Toolchain | None) -> str:
    """Return the command that writes the object file and shows its debug information."""
    listing = figure.listing
    name = PurePosixPath(module_path(listing.name)).name if listing else "fact.rs"
    more = listing.directives.flags if listing else ()
    flags = ("--edition", figure.edition, "--crate-type", "lib", *more)
    compiled = shlex.join(["rustc", *flags, "-Cdebuginfo=2", "--emit=obj=fact.o", name])
    version = f"    # measured with rustc {toolchain.release}" if toolchain else ""
    return f"{compiled} && objdump --dwarf=info fact.o{version}"
