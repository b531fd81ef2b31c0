"""The compiler is found, or it is said in one sentence why not and what helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Trouble
from macros.rust import toolchain as toolchains
from macros.rust.compiler import compile_crate
from macros.rust.toolchain import compiler_env, find_toolchain

INSTALL = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh"
GOOD = """\
rustc 1.90.0 (abcdef012 2025-01-01)
binary: rustc
host: x86_64-unknown-linux-gnu
release: 1.90.0"""


def write_rustc(folder: Path, script: str) -> str:
    """A fake rustc: a shell script."""
    path = folder / "rustc"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def answering(identity: str, otherwise: str = "exit 1") -> str:
    return f"case \"$1\" in -vV) echo '{identity}';; --print) echo /nowhere;; *) {otherwise};; esac"


def trouble_of(rustc: str) -> tuple[str, str]:
    with pytest.raises(Trouble) as caught:
        find_toolchain(rustc)
    return caught.value.message, caught.value.help


def test_real_compiler_is_found_behind_rustup() -> None:
    """What is found is a program, tells its release and host, and is no shim."""
    found = find_toolchain()
    assert found.identity.startswith(f"rustc {found.release}")
    assert f"host: {found.host}" in found.identity
    assert Path(found.rustc).is_relative_to(found.sysroot)


def test_wrapper_stays_where_there_is_nothing_behind_it(tmp_path: Path) -> None:
    """A command whose sysroot has no compiler is used as it is."""
    rustc = write_rustc(tmp_path, answering(GOOD))
    found = find_toolchain(rustc)
    assert (found.rustc, found.sysroot, found.release) == (rustc, "/nowhere", "1.90.0")


def test_environment_variable_chooses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """RUSTC names the compiler where the call names none."""
    rustc = write_rustc(tmp_path, answering(GOOD))
    monkeypatch.setenv("RUSTC", rustc)
    assert find_toolchain().rustc == rustc


def test_missing_compiler_is_told_with_the_command_that_installs(tmp_path: Path) -> None:
    """A compiler that does not exist is named."""
    missing = str(tmp_path / "rustc")
    assert trouble_of(missing) == (
        f"no Rust compiler: `{missing}` was not found",
        f"install Rust: {INSTALL}",
    )


def test_old_compiler_is_refused(tmp_path: Path) -> None:
    """A release without edition 2024 is named, and the oldest that will do."""
    rustc = write_rustc(tmp_path, answering(GOOD.replace("1.90", "1.84")))
    assert trouble_of(rustc) == (
        f"`{rustc}` is Rust 1.84.0, but edition 2024 needs 1.85 or newer",
        "rustup update stable",
    )


def test_crashing_compiler_is_refused(tmp_path: Path) -> None:
    """A compiler that ends by a signal is told with the signal."""
    rustc = write_rustc(tmp_path, "kill -SEGV $$")
    assert trouble_of(rustc) == (f"`{rustc} -vV` was ended by signal 11", f"{rustc} -vV")


def test_failing_compiler_is_refused_with_its_own_words(tmp_path: Path) -> None:
    """What the compiler printed stands behind its exit code."""
    rustc = write_rustc(tmp_path, "echo 'error: no default toolchain' >&2; exit 1")
    assert trouble_of(rustc) == (
        f"`{rustc} -vV` ended with exit code 1: error: no default toolchain",
        f"{rustc} -vV",
    )


def test_garbage_is_no_compiler(tmp_path: Path) -> None:
    """A program that prints something else is refused, with what it printed."""
    rustc = write_rustc(tmp_path, "echo hello; echo world")
    message = f"`{rustc} -vV` does not answer as a Rust compiler: hello / world"
    assert trouble_of(rustc) == (message, INSTALL)


def test_hanging_compiler_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A compiler that never answers is given up."""
    monkeypatch.setattr(toolchains, "ANSWER_WITHIN", 0.2)
    rustc = write_rustc(tmp_path, "sleep 60")
    assert trouble_of(rustc) == (
        f"`{rustc} -vV` gave no answer within 0.2 s",
        f"{rustc} -vV",
    )


def test_flags_of_the_shell_never_reach_the_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    """The compiler's environment is fixed, whatever the user's is."""
    monkeypatch.setenv("RUSTFLAGS", "-O")
    monkeypatch.setenv("RUSTC_BOOTSTRAP", "1")
    assert set(compiler_env()) == {"PATH", "HOME", "LC_ALL", "TERM"}


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("kill -ABRT $$", "`{rustc}` was ended by signal 6"),
        ("echo boom >&2; exit 3", "`{rustc}` ended with exit code 3: boom"),
        ("exit 1", "`{rustc}` ended with exit code 1"),
        ("echo garbage >&2; exit 1", "rustc printed something that is not a diagnostic: garbage"),
        ("echo {} >&2; exit 1", "rustc printed something that is not a diagnostic: {}"),
        (
            "echo \"thread 'rustc' panicked at x.rs:1\" >&2; "
            "echo 'error: internal compiler error: broken' >&2; exit 101",
            "rustc met an internal compiler error: thread 'rustc' panicked at x.rs:1 / "
            "error: internal compiler error: broken",
        ),
    ],
)
def test_crash_while_compiling_is_trouble(tmp_path: Path, script: str, message: str) -> None:
    """A compiler that ends without a diagnostic is never taken for a listing that is wrong."""
    found = find_toolchain(write_rustc(tmp_path, answering(GOOD, script)))
    with pytest.raises(Trouble) as caught:
        compile_crate(found, ("a.rs",), tmp_path)
    assert caught.value.message == message.replace("{rustc}", found.rustc)


def test_compile_that_does_not_end_is_trouble(tmp_path: Path) -> None:
    """A call of the compiler has a time limit."""
    found = find_toolchain(write_rustc(tmp_path, answering(GOOD, "sleep 60")))
    with pytest.raises(Trouble) as caught:
        compile_crate(found, ("a.rs",), tmp_path, timeout=0.3)
    assert caught.value.message == "rustc did not finish a.rs within 0.3 s"
