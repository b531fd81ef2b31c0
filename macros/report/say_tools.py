"""Every sentence about the compiler itself: what stops a check, and what helps."""

from __future__ import annotations

import tempfile
from pathlib import Path

from macros.model import Diagnostic, Trouble
from macros.report.command import COMMAND

INSTALL = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh"
UPDATE = "rustup update stable"
LONGEST_EXCERPT = 400


def program_missing(program: str, reason: str) -> Trouble:
    """A program that we just made is forbidden to start where its folder is mounted `noexec`."""
    made = Path(program).is_relative_to(tempfile.gettempdir())
    elsewhere = f"TMPDIR=FOLDER {COMMAND} check    with a folder that may hold programs"
    help = elsewhere if made else f"which {program}"
    return Trouble(f"`{program}` cannot be started: {reason}", help)


def folder_missing(folder: str) -> Trouble:
    return Trouble(f"the working folder {folder} does not exist", f"mkdir -p {folder}")


def rustc_missing(rustc: str) -> Trouble:
    return Trouble(f"no Rust compiler: `{rustc}` was not found", f"install Rust: {INSTALL}")


def rustc_too_old(rustc: str, release: str, oldest: str) -> Trouble:
    return Trouble(f"`{rustc}` is Rust {release}, but edition 2024 needs {oldest} or newer", UPDATE)


def rustc_hangs(rustc: str, seconds: float) -> Trouble:
    return Trouble(f"`{rustc} -vV` gave no answer within {seconds:g} s", f"{rustc} -vV")


def rustc_fails(rustc: str, ending: str, said: str) -> Trouble:
    return Trouble(f"`{rustc} -vV` {ending}{quoted(said)}", f"{rustc} -vV")


def rustc_unknown(rustc: str, said: str) -> Trouble:
    return Trouble(f"`{rustc} -vV` does not answer as a Rust compiler{quoted(said)}", INSTALL)


def rustc_crashed(rustc: str, ending: str, said: str) -> Trouble:
    return Trouble(f"`{rustc}` {ending}{quoted(said)}", f"{rustc} -vV")


def rustc_panicked(said: str) -> Trouble:
    return Trouble(f"rustc met an internal compiler error{quoted(said)}", UPDATE)


def rustc_unreadable(said: str) -> Trouble:
    return Trouble(f"rustc printed something that is not a diagnostic{quoted(said)}", UPDATE)


def library_missing(rustc: str, said: str) -> Trouble:
    return Trouble(
        f"`{rustc}` has no standard library for this target{quoted(said)}",
        "rustup target add TARGET",
    )


def compile_too_long(seconds: float, what: str) -> Trouble:
    return Trouble(f"rustc did not finish {what} within {seconds:g} s", UPDATE)


def rustc_not_nightly(rustc: str, release: str, variable: str) -> Trouble:
    help = "rustup toolchain install nightly --profile minimal"
    return Trouble(f"{variable} names {rustc}, which is rustc {release} and no nightly", help)


def quoted(said: str) -> str:
    """The first words of a program's output, behind a colon; nothing where it said nothing."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    excerpt = " / ".join(lines[:3])[:LONGEST_EXCERPT]
    return f": {excerpt}" if excerpt else ""


def ending(code: int) -> str:
    """How a program ended, from its exit code (negative: the signal's number)."""
    return f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"


def values_not_found(places: int) -> Trouble:
    return Trouble(
        f"the measured values stand at {places} places of the object file instead of one",
        "rustc -vV",
    )


def edition_not_measured(edition: str, oldest: str) -> Diagnostic:
    return _refusal(f"values are measured in edition {oldest} or newer, not in {edition}")


def expression_empty() -> Diagnostic:
    return _refusal("the expression is empty")


def expression_not_unicode() -> Diagnostic:
    return _refusal("the expression holds half of a character (a lone surrogate)")


def expression_reads_outside() -> Diagnostic:
    return _refusal("the expression reads the environment or a file, which differs elsewhere")


def more_than_expression() -> str:
    return "one expression is expected, but more follows"


def _refusal(message: str) -> Diagnostic:
    return Diagnostic("error", "", message, f"error: {message}\n", "expression", 1, 1, 1, 1)
