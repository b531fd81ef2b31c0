"""A nightly compiler, where this machine has one: the only kind that takes `-Z` flags."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from macros.model import Toolchain
from macros.report import say_tools
from macros.rust.processes import run_process
from macros.rust.toolchain import ANSWER_WITHIN, CHOOSING, compiler_env, find_toolchain

NIGHTLY = "RUST_MEMORY_NIGHTLY"


def find_nightly() -> Toolchain | None:
    """The nightly rustc that RUST_MEMORY_NIGHTLY names, else rustup's; None where neither is.

    Raises Trouble where the variable names something else.
    """
    given = os.environ.get(NIGHTLY, "")
    path = given or _path_of_nightly()
    if not path:
        return None
    found = find_toolchain(path)
    if "nightly" not in found.release and "dev" not in found.release:
        raise say_tools.rustc_not_nightly(found.rustc, found.release, NIGHTLY)
    return found


def _path_of_nightly() -> str:
    """What rustup says without installing anything; empty where it knows no nightly."""
    rustup = shutil.which("rustup")
    if rustup is None:
        return ""
    choosing = {name: os.environ[name] for name in CHOOSING if name in os.environ}
    asked = run_process(
        (rustup, "which", "--toolchain", "nightly", "rustc"),
        cwd=Path.cwd(),
        env=compiler_env() | choosing | {"RUSTUP_AUTO_INSTALL": "0"},
        timeout=ANSWER_WITHIN,
    )
    return asked.stdout.decode(errors="replace").strip() if asked.code == 0 else ""
