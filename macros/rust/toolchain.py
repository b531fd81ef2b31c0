"""The compiler on this machine: a command in, a Toolchain out."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from macros.model import Toolchain
from macros.report import say_tools
from macros.rust.processes import Finished, run_process

OLDEST = (1, 85)
"""The first release with edition 2024."""
ANSWER_WITHIN = 10.0
"""Seconds that a compiler has for telling its version."""
CHOOSING = ("RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "CARGO_HOME")
"""What rustup's shim may read while the compiler is chosen; rustc itself never sees it."""


def find_toolchain(rustc: str = "rustc") -> Toolchain:
    """The compiler that `rustc` names; without an argument, the one that RUSTC or PATH names.

    Where the command is rustup's shim, the compiler behind it is taken. Raises Trouble with the
    command that helps where there is none, or none that can be used.
    """
    chosen = os.environ.get("RUSTC") or rustc if rustc == "rustc" else rustc
    path = shutil.which(chosen)
    if path is None:
        raise say_tools.rustc_missing(chosen)
    identity = _identity(path)
    sysroot = _read(_ask(path, "--print", "sysroot"), path).strip()
    return _parse_identity(identity, _behind_shim(path, sysroot, identity), sysroot)


def compiler_env() -> dict[str, str]:
    """The whole environment that a compiler sees; no flags of the user's shell reach it."""
    home = {"HOME": os.environ["HOME"]} if "HOME" in os.environ else {}
    path = os.environ.get("PATH", os.defpath)
    return {"PATH": path, **home, "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def _ask(rustc: str, *arguments: str) -> Finished:
    choosing = {name: os.environ[name] for name in CHOOSING if name in os.environ}
    return run_process(
        (rustc, *arguments),
        cwd=Path.cwd(),
        env=compiler_env() | choosing,
        timeout=ANSWER_WITHIN,
    )


def _read(finished: Finished, rustc: str) -> str:
    if finished.timed_out:
        raise say_tools.rustc_hangs(rustc, ANSWER_WITHIN)
    if finished.code:
        said = finished.stderr.decode(errors="replace")
        raise say_tools.rustc_fails(rustc, say_tools.ending(finished.code), said)
    return finished.stdout.decode(errors="replace")


def _identity(rustc: str) -> str:
    return _read(_ask(rustc, "-vV"), rustc).strip()


def _behind_shim(path: str, sysroot: str, identity: str) -> str:
    """The compiler in the sysroot, if it is the same one; the command itself otherwise."""
    real = Path(sysroot) / "bin" / "rustc"
    if not real.is_file() or real.samefile(path):
        return path
    answer = _ask(str(real), "-vV")
    same = answer.stdout.decode(errors="replace").strip() == identity
    return str(real) if same else path


def _parse_identity(identity: str, rustc: str, sysroot: str) -> Toolchain:
    fields = dict(re.findall(r"^([\w-]+): (.+)$", identity, re.MULTILINE))
    numbers = re.match(r"(\d+)\.(\d+)\.", fields.get("release", ""))
    if not identity.startswith("rustc ") or numbers is None or "host" not in fields:
        raise say_tools.rustc_unknown(rustc, identity)
    if (int(numbers[1]), int(numbers[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise say_tools.rustc_too_old(rustc, fields["release"], oldest)
    return Toolchain(rustc, sysroot, fields["release"], fields["host"], identity)
