"""Error codes → what rustc itself says of each: `rustc --explain CODE`."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros.model import Toolchain
from macros.report import say_tools
from macros.rust.processes import run_process
from macros.rust.toolchain import ANSWER_WITHIN, compiler_env


def ask_explanations(codes: Sequence[str], toolchain: Toolchain) -> dict[str, str]:
    """Return the explanation of each code as rustc prints it: Markdown. A code that rustc does not
    explain is left out.

    Raises Trouble where the compiler hangs or cannot be started.
    """
    with ThreadPoolExecutor(4) as executor:
        found = executor.map(lambda code: _ask(code, toolchain.rustc), codes)
        return {code: text for code, text in zip(codes, found, strict=True) if text}


def _ask(code: str, rustc: str) -> str:
    """rustc ends with another exit code than 0 where it has nothing to say of the code."""
    done = run_process(
        (rustc, "--explain", code), cwd=Path.cwd(), env=compiler_env(), timeout=ANSWER_WITHIN
    )
    if done.timed_out:
        raise say_tools.rustc_hangs(rustc, ANSWER_WITHIN)
    return "" if done.code else done.stdout.decode(errors="replace").strip()
