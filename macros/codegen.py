"""The nouns of generated code, all frozen: what rustc makes of the functions of a listing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from macros.model import Diagnostic, Listing
from macros.sections import CRATE

ASSEMBLY: Final = "assembly"
MIR: Final = "mir"
FORMS: Final = (ASSEMBLY, MIR)
PATH: Final = re.compile(r"(?:crate::)?(?:[^\W\d]\w*::)*[^\W\d]\w*")
"""How an author names a function: `share`, `module::work`, `Circle::area`, `crate::share`."""
INTEL: Final = "-Cllvm-args=--x86-asm-syntax=intel"
KEPT: Final = ("-Clink-dead-code=yes", "-Ccodegen-units=1", "-Clto=off")
"""Every function has code of its own, and one file holds all of it."""


@dataclass(frozen=True, slots=True)
class CodegenQuestion:
    """What the functions of a listing become; all claims and excerpts about it share the answer."""

    listing: Listing

    @property
    def edition(self) -> str:
        return self.listing.directives.edition


@dataclass(frozen=True, slots=True)
class Code:
    """What one function became, in one form.

    `path` is its name as an author writes it. `lines` are instructions, or statements of the MIR,
    and labels, normalised: `lock inc qword ptr [rax]`, `L1:`, `bb0: {`. `constants` are the
    data that the lines name as `data1`, `data2` and so on, as the assembler reads them. `twin` is
    the path of the function whose code this one shares, where the compiler kept only one of them.
    `jumps` are the places of the instructions that jump to another function, which `jmp rax` does
    not tell by itself. `exact` is what lines leave out though two functions that are the same
    share it: of the MIR, the types of all values; of assembly, the symbols that names are short
    for, without their types, in order.
    """

    path: str
    form: str
    lines: tuple[str, ...]
    constants: tuple[str, ...] = ()
    twin: str = ""
    jumps: tuple[int, ...] = ()
    exact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodegenAnswer:
    """All code of a listing, and what is in the way of having it.

    `words` are the instructions, each behind its prefixes, and `called` the functions that occur
    anywhere in the assembly, that of the standard library's generic functions among it.
    `flags` are the author's, as a reader sees them.
    `diagnostic` says why the listing does not compile; `target` names the one whose assembly is
    not read here, and then only the MIR is known. Both are empty otherwise.
    """

    codes: tuple[Code, ...] = ()
    words: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    flags: str = ""
    diagnostic: Diagnostic | None = None
    target: str = ""

    def of_form(self, form: str) -> tuple[Code, ...]:
        return tuple(code for code in self.codes if code.form == form)

    def makes_future(self, path: str) -> bool:
        """Whether that function only makes a future: the signature of its MIR says so."""
        return any(
            code.path == path and code.exact[:1] and "-> {async " in code.exact[0]
            for code in self.of_form(MIR)
        )

    def without(self, form: str) -> tuple[Code, ...]:
        """What is only known in the other form, a generic function in assembly among it.

        A type is compared by its letters: both forms write `(u8, Circle)` in ways of their own.
        """
        known = {_letters(code.path) for code in self.of_form(form)}
        return tuple(code for code in self.codes if _letters(code.path) not in known)


def _letters(path: str) -> str:
    return re.sub(r"\W", "", path)


def find_codes(name: str, codes: Sequence[Code]) -> tuple[Code, ...]:
    """The functions that a name, or the end of a path, stands for; `crate::` begins a whole path.

    Instances of one generic function have one path.
    """
    whole = name.removeprefix("crate::")
    if whole != name:
        return tuple(code for code in codes if code.path == whole)
    return tuple(code for code in codes if f"::{code.path}".endswith(f"::{whole}"))


def codegen_arguments(listing: Listing, *, intel: bool) -> tuple[str, ...]:
    """The flags with which a listing's code is written, but for its path, target and outputs.

    `intel` asks for the notation of Intel, which only processors of that family have.
    """
    directives = listing.directives
    kind = f"--crate-type={'bin' if listing.main else 'lib'}"
    notation = (INTEL,) if intel else ()
    edition = f"--edition={directives.edition}"
    return (kind, f"--crate-name={CRATE}", edition, *directives.flags, *KEPT, *notation)


def is_read(target: str) -> bool:
    """Whether assembly is read here that is made for a target: x86-64 in ELF files."""
    return bool(re.match(r"x86_64-.*(?:linux|freebsd|netbsd|openbsd|illumos|solaris)", target))


def flags_text(listing: Listing) -> str:
    """The author's flags as a reader sees them: `-O`, or that there are none."""
    return " ".join(listing.directives.flags) or "no flags"
