"""One call of rustc: arguments in, whether it compiled and what was said out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.model import Diagnostic, Toolchain
from macros.report import say_tools
from macros.rust.diagnostics import find_internal_error, read_diagnostics
from macros.rust.processes import run_process
from macros.rust.toolchain import compiler_env

COMPILE_WITHIN = 15.0
"""Seconds that one call of the compiler may take; `seconds_for` adds what many items need."""
ITEMS_A_SECOND = 20.0
MEMORY = 4 << 30
"""Bytes of address space for one call: a constant as large as this machine must not fill it."""
WITHOUT_LIBRARY = ("can't find crate for `std`", "can't find crate for `core`")
ALWAYS = ("--error-format=json", "--diagnostic-width=100")


@dataclass(frozen=True, slots=True)
class Compiled:
    """What one call of rustc gave. `ok` is true where it wrote its output."""

    ok: bool
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(one for one in self.diagnostics if one.level == "error")


def seconds_for(items: int) -> float:
    """Seconds of wall time for a call that compiles so many expressions or listings."""
    return COMPILE_WITHIN + items / ITEMS_A_SECOND


def compile_crate(
    toolchain: Toolchain,
    arguments: Sequence[str],
    workdir: Path,
    *,
    timeout: float = COMPILE_WITHIN,
) -> Compiled:
    """Run rustc in `workdir` with `arguments` (crate root, edition, what to emit, …).

    Raises Trouble where rustc crashes, says something unreadable, has no standard library for its
    target, or does not finish in `timeout` seconds.
    """
    code, stderr = call_rustc(toolchain, arguments, workdir, timeout=timeout)
    said = stderr.decode(errors="replace")
    compiled = Compiled(code == 0, read_diagnostics(stderr, workdir))
    if compiled.ok == bool(compiled.errors):
        raise say_tools.rustc_crashed(toolchain.rustc, say_tools.ending(code), said)
    if any(error.message in WITHOUT_LIBRARY for error in compiled.errors):
        raise say_tools.library_missing(toolchain.rustc, compiled.errors[0].rendered)
    return compiled


def call_rustc(
    toolchain: Toolchain,
    arguments: Sequence[str],
    workdir: Path,
    *,
    timeout: float = COMPILE_WITHIN,
) -> tuple[int, bytes]:
    """Run rustc as `compile_crate` does: the exit code, 0 or 1, and its messages in JSON as bytes.

    Raises Trouble where rustc crashes or does not finish in `timeout` seconds.
    """
    command = (toolchain.rustc, *ALWAYS, *arguments)
    ended = run_process(command, cwd=workdir, env=compiler_env(), timeout=timeout, memory=MEMORY)
    if ended.timed_out:
        raise say_tools.compile_too_long(timeout, arguments[0] if arguments else "")
    said = ended.stderr.decode(errors="replace")
    if ended.code not in (0, 1):
        if internal := find_internal_error(said):
            raise say_tools.rustc_panicked(internal)
        raise say_tools.rustc_crashed(toolchain.rustc, say_tools.ending(ended.code), said)
    return ended.code, ended.stderr
