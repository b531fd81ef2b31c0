"""A claim or listing → the whole program behind it, and the exact command. Pure.

A constant is reproduced by an assertion that rustc itself evaluates: the program compiles exactly
when the value is the one that was measured.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from macros.codegen import ASSEMBLY, codegen_arguments
from macros.kinds.codegen import statement_of
from macros.languages.commands import command_of_tool
from macros.model import Claim, Language, Listing, Mode, Toolchain, Verdict
from macros.reproduce_calls import following_command, traced_program
from macros.reproduce_moments import marked_program, stopping_command
from macros.reproduce_timings import timed_commands, timed_programs
from macros.rust.counting import counting_program
from macros.rust.crate import module_path
from macros.sections import is_literal, section_arguments

_PRELUDE_WORDS = re.compile(r"\b(implements!|niches\b)")
_OF_SNIPPETS = (
    "prints", "prints_not", "fails", "section", "snapshot", "codegen", "heap", "calls", "trace",
)  # fmt: skip
"""Kinds of claims whose program is the snippet itself."""
_IMPORTS = "#[allow(unused_imports)]\nuse std::mem::{align_of, needs_drop, offset_of, size_of};\n"


def prelude_text() -> str:
    """Return the words that expressions may use, as they are compiled."""
    return (Path(__file__).parent / "prelude.rs").read_text(encoding="utf-8")


def whole_program(claim: Claim, verdict: Verdict, listings: Mapping[str, Listing]) -> str:
    """Return a program that anyone can hand to rustc to see the claim's fact."""
    listing = listings.get(claim.snippet)
    if claim.kind == "snapshot" and listing is not None:
        return marked_program(listing)
    if claim.kind == "timing":
        return timed_programs(claim, listings)
    if claim.kind == "heap" and listing is not None:
        return counting_program(listing)
    if claim.kind in ("calls", "trace") and listing is not None:
        return traced_program(listing)
    if claim.kind in _OF_SNIPPETS:
        return listing.source if listing else ""
    return f"{_surroundings(claim, listing)}\n{_assertion(claim, verdict)}\n"


def _surroundings(claim: Claim, listing: Listing | None) -> str:
    if listing is not None:
        return listing.source.rstrip("\n") + "\n"
    if _PRELUDE_WORDS.search(claim.subject):
        return f"mod prelude {{\n{prelude_text()}}}\nuse prelude::*;\n\nfn main() {{}}\n"
    return f"{_IMPORTS}\nfn main() {{}}\n"


def _assertion(claim: Claim, verdict: Verdict) -> str:
    if verdict.measured in ("true", "false"):
        negation = "" if verdict.measured == "true" else "!"
        return f"const _: () = assert!({negation}({claim.subject}));"
    if not verdict.measured:
        return f"const _: () = assert!({claim.subject}); // this did not compile"
    return f"const _: () = assert!(({claim.subject}) == {verdict.measured});"


def command_shown(
    claim: Claim, listings: Mapping[str, Listing], edition: str, toolchain: Toolchain | None
) -> str:
    """Return the command that stands below the claim's whole program."""
    if claim.kind == "timing":
        return timed_commands(claim, listings)
    return command_of_claim(claim, listings.get(claim.snippet), edition, toolchain)


def command_of_claim(
    claim: Claim, listing: Listing | None, edition: str, toolchain: Toolchain | None
) -> str:
    """Return the command line that shows the claim's own fact."""
    if claim.kind == "snapshot" and listing is not None:
        return command_at_marks(listing, toolchain)
    if claim.kind == "codegen" and listing is not None:
        return command_of_code(listing, statement_of(claim)[0], toolchain)
    if claim.kind in ("calls", "trace") and listing is not None:
        return f"{following_command(listing)}{_measured_with(toolchain)}"
    if claim.kind != "section" or listing is None:
        return command_for(listing, edition, toolchain)
    name = PurePosixPath(module_path(listing.name)).name
    flags = section_arguments(listing)
    compiled = shlex.join(["rustc", *flags, "--emit=obj=fact.o", name])
    shown = "--full-contents" if is_literal(claim.subject) else "--syms --demangle"
    return f"{compiled} && objdump {shown} fact.o{_measured_with(toolchain)}"


def command_of_code(listing: Listing, form: str, toolchain: Toolchain | None) -> str:
    """Return the command line that writes a listing's assembly or MIR, and shows it."""
    name = PurePosixPath(module_path(listing.name)).name
    intel = form == ASSEMBLY
    emit = f"--emit={'asm' if intel else 'mir'}=fact.txt"
    compiled = shlex.join(["rustc", *codegen_arguments(listing, intel=intel), emit, name])
    return f"{compiled} && cat fact.txt{_measured_with(toolchain)}"


def command_at_marks(listing: Listing, toolchain: Toolchain | None) -> str:
    """Return the command line that stops the program at its marks."""
    return f"{stopping_command(listing)}{_measured_with(toolchain)}"


def command_for(listing: Listing | None, edition: str, toolchain: Toolchain | None) -> str:
    """Return the command line that reproduces the fact from a file with the whole program."""
    if listing is not None and listing.language is not Language.RUST:
        return command_of_tool(listing)
    flags = ("--edition", listing.directives.edition if listing else edition)
    more = listing.directives.flags if listing else ()
    kind = ("--crate-type", "lib") if listing is not None and not listing.main else ()
    name = PurePosixPath(module_path(listing.name)).name if listing else "fact.rs"
    compiled = shlex.join(["rustc", *flags, *kind, *more, "--crate-name", "fact", name])
    version = _measured_with(toolchain)
    runs = listing is not None and listing.main
    if runs and listing is not None and listing.directives.mode in (Mode.RUN, Mode.RUN_FAIL):
        return f"{compiled} && ./fact{version}"
    return f"{compiled}{version}"


def _measured_with(toolchain: Toolchain | None) -> str:
    return f"    # measured with rustc {toolchain.release}" if toolchain else ""
