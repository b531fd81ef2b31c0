"""The nouns of sections, all frozen: which part of an object file a static, a function or the bytes
of a literal lie in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from macros.model import Diagnostic, Listing

FAMILIES: Final = (
    ".rodata", ".data.rel.ro", ".data", ".bss", ".text", ".tdata", ".tbss", ".sdata", ".sbss",
)  # fmt: skip
"""Sections whose names may go on behind a dot without being another sort of memory; a longer name
comes before one that it begins with."""
SECTION: Final = re.compile(r"\.[A-Za-z_][\w.]*")
IN_WORDS: Final = re.compile(
    r"(?<![\w.])\.(?:rodata|data\.rel\.ro|data|bss|text|tdata|tbss|sdata|sbss)(?![\w]|\.\w)"
)
CRATE: Final = "listing"
"""The name of the crate that a listing is compiled as."""
FLAGS: Final = ("-Copt-level=0", "-Clink-dead-code=yes")
"""What nothing uses is kept: it would have its section."""
LITERAL: Final = re.compile(r'(?:[bc]?"|(?:br|cr|r)#*")')


@dataclass(frozen=True, slots=True)
class SectionQuestion:
    """Where in the object file of a listing a symbol lies.

    `symbol` is the name or path of a static or a function, or a literal in its quotes.
    """

    symbol: str
    listing: Listing

    @property
    def edition(self) -> str:
        return self.listing.directives.edition


@dataclass(frozen=True, slots=True)
class SectionAnswer:
    """The sections of everything that a name or literal stands for, and what is in the way.

    `sections` are names without the symbol's own (`.rodata`, `.rodata.cst4`), each once.
    `names` are the paths that the name may mean: more than one where it is ambiguous, and then
    there are no sections. Where nothing was found, `known` are the names or literals that could
    have been asked for, and `inside` the sections in which the bytes of a literal are a part of
    something longer. `diagnostic` says why the listing does not compile, `format` names a file
    that is not ELF by the target it was made for; both empty otherwise.
    """

    sections: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    diagnostic: Diagnostic | None = None
    format: str = ""


def family_of(section: str) -> str:
    """The sort of memory: `.rodata` of `.rodata.cst16`; a section of the author's is its own."""
    return next((one for one in FAMILIES if f"{section}.".startswith(f"{one}.")), section)


def is_in(section: str, wanted: str) -> bool:
    """Whether a section is the wanted one, by its whole name or by its family's."""
    return wanted in (section, family_of(section))


def is_literal(symbol: str) -> bool:
    """Whether the bytes of a literal are asked for, and not a name."""
    return LITERAL.match(symbol) is not None


def section_arguments(listing: Listing) -> tuple[str, ...]:
    """The flags with which a listing's object file is written, but for its path and target."""
    directives = listing.directives
    kind = f"--crate-type={'bin' if listing.main else 'lib'}"
    edition = f"--edition={directives.edition}"
    return (kind, f"--crate-name={CRATE}", edition, *FLAGS, *directives.flags)
