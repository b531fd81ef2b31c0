"""Interrupts, kills, closed streams and odd locales: no traceback, nothing left, nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from macros.report.say_tools import program_missing
from macros.rust.perform import ABANDONED_AFTER, PREFIX, work_folder
from macros.rust.toolchain import find_toolchain
from tests.tiny import Checked, check, run, write_book

PROJECT = Path(__file__).resolve().parent.parent
WRONG = "A pair is {{ claim('3 bytes', 'size_of::<(u8, u8)>()') }} large.\n"
FOUND = "the page says 3 bytes, rustc measures 2"
SLEEPS = "//! Sleeps.\nfn main() {\n    std::thread::sleep(std::time::Duration::from_secs(9));\n}\n"
ENDLESS = """\
//! Compiles without end.
#[allow(long_running_const_eval)]
const NEVER: u8 = { loop {} };
fn main() {
    println!("{NEVER}");
}
"""
DEEP = (
    f"//! Too deep for the compiler.\nfn main() {{\n    let _x = {'(' * 9000}1{')' * 9000};\n}}\n"
)


def start(root: Path, *prefix: str, **environment: str) -> subprocess.Popen[str]:
    command = [*prefix, sys.executable, "-m", "macros", "check", "--root", str(root)]
    return subprocess.Popen(
        command,
        cwd=PROJECT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )


def finish(process: subprocess.Popen[str]) -> Checked:
    printed, errors = process.communicate(timeout=60)
    return Checked(process.returncode, printed, errors)


def wait_for_programs(folder: Path) -> None:
    """Wait until a verification works in this folder for temporary files."""
    for _ in range(300):
        if any(folder.glob(f"{PREFIX}*/*/*")):
            return
        time.sleep(0.02)
    raise AssertionError("no program was started")


@pytest.mark.alone
@pytest.mark.parametrize("snippet", [SLEEPS, ENDLESS], ids=["runs", "compiles"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 2), (signal.SIGTERM, 143)])
def test_an_interrupt_ends_everything_at_once(
    tmp_path: Path, snippet: str, number: signal.Signals, code: int
) -> None:
    """Control-C and a request to end: soon over, no traceback, no folder and no program left."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    book = write_book(tmp_path, {"p.md": '{{ snippet("slow") }}\n'}, {"slow.rs": snippet})
    process = start(book, TMPDIR=str(temporary))
    wait_for_programs(temporary)
    time.sleep(0.5)
    began = time.monotonic()
    process.send_signal(number)
    checked = finish(process)
    assert checked.code == code
    assert "Traceback" not in checked.errors
    assert time.monotonic() - began < 4
    assert not list(temporary.iterdir())
    assert not programs_below(temporary)


def programs_below(folder: Path) -> list[str]:
    found = []
    for cwd in Path("/proc").glob("[0-9]*/cwd"):
        try:
            place = str(cwd.readlink())
        except OSError:
            continue
        found += [place] if place.startswith(str(folder)) else []
    return found


def test_a_folder_that_a_killed_verification_left_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next verification removes what is old and held by nobody, and nothing else."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    old = time.time() - ABANDONED_AFTER - 5
    left, fresh = tmp_path / f"{PREFIX}left", tmp_path / f"{PREFIX}fresh"
    for each in (left, fresh, tmp_path / "other"):
        (each / "inside").mkdir(parents=True)
    os.utime(left, (old, old))
    os.utime(tmp_path / "other", (old, old))
    with work_folder() as held:
        os.utime(held, (old, old))
        assert not left.exists()
        with work_folder():
            assert held.exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other", fresh.name]


@pytest.mark.parametrize("snippet", [ENDLESS, DEEP], ids=["never ends", "crashes"])
def test_a_listing_that_breaks_the_compiler_costs_no_other_its_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snippet: str
) -> None:
    """Exit 2 for the listing alone; the fence of the same job and the claim are judged."""
    page = WRONG + '\n{{ snippet("bad") }}\n\n```rust\nlet _a: u8 = "";\n```\n'
    monkeypatch.setattr("macros.rust.compiler.COMPILE_WITHIN", 3.0)
    checked = check(write_book(tmp_path, {"p.md": page}, {"bad.rs": snippet}))
    assert checked.code == 2
    assert checked.text.count("this listing could not be checked") == 1
    assert " --> snippets/bad.rs:1:1\n" in checked.text
    assert "rustc reports E0308, mismatched types" in checked.text
    assert FOUND in checked.text


def test_an_expression_that_breaks_the_compiler_costs_no_other_its_verdict(tmp_path: Path) -> None:
    """An expression too deep for rustc is not checked; the one beside it is."""
    deep = f"{{{{ claim('2', '{'(' * 9000}2{')' * 9000}') }}}}\n"
    checked = check(write_book(tmp_path, {"p.md": WRONG, "q.md": deep}))
    assert checked.code == 2
    assert checked.text.count("this claim could not be checked") == 1
    assert " --> docs/q.md:1:1\n" in checked.text
    assert FOUND in checked.text


@pytest.mark.parametrize("redirection", [">&-", ">/dev/full"])
def test_a_report_that_cannot_be_written_is_a_broken_check(
    tmp_path: Path, redirection: str
) -> None:
    """Nobody read the report: exit 2 and one sentence, not a traceback, not success."""
    book = write_book(tmp_path, {"p.md": WRONG})
    checked = finish(start(book, "sh", "-c", f'exec "$@" {redirection}', "sh"))
    assert checked.code == 2
    assert "error[tool]: the standard output cannot be written: " in checked.errors
    assert "Traceback" not in checked.errors


def test_a_locale_without_unicode_loses_no_finding(tmp_path: Path) -> None:
    """What the terminal cannot show is written as an escape."""
    book = write_book(tmp_path, {"p.md": f"Größe: {WRONG}"})
    checked = finish(start(book, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"))
    assert checked.code == 1
    assert FOUND in checked.text
    assert "Gr\\xf6\\xdfe" in checked.text
    assert checked.errors == ""


def test_the_compiler_is_found_without_a_home(tmp_path: Path) -> None:
    """rustup asks the system for the home folder where no variable names it."""
    book = write_book(tmp_path, {"p.md": WRONG})
    checked = finish(start(book, "env", "-u", "HOME"))
    assert FOUND in checked.text


@pytest.mark.parametrize("place", ["", ":::", "docs/p.md:²", "docs/p.md:99999999999999999999"])
def test_an_odd_place_has_no_explanation(tmp_path: Path, place: str) -> None:
    """Nothing stands there: exit 1 and a sentence, whatever was typed."""
    book = write_book(tmp_path, {"p.md": WRONG})
    explained = run("explain", "--root", book, place)
    assert explained.errors == f"no claim, figure, player or listing stands at {place!r}\n"
    assert explained.code == 1


def test_a_missing_linker_is_said_with_the_command_that_helps(tmp_path: Path) -> None:
    """Values need no linker and are measured; programs need one: exit 2 and what to install."""
    fast = SLEEPS.replace("from_secs(9)", "from_secs(0)")
    page = WRONG + '\n{{ snippet("fast") }}\n'
    book = write_book(tmp_path, {"p.md": page}, {"fast.rs": fast})
    toolchain = find_toolchain()
    process = start(book, "env", f"PATH={tmp_path}", f"RUSTC={toolchain.rustc}")
    checked = finish(process)
    assert checked.code == 2
    assert "linker `cc` not found" in checked.text
    assert "help: install a C compiler: apt-get install gcc" in checked.text
    assert FOUND in checked.text


def test_a_folder_without_permission_to_start_programs_is_said() -> None:
    """Where TMPDIR is mounted noexec, the help names another TMPDIR."""
    said = program_missing(f"{tempfile.gettempdir()}/rust-memory-x/_main", "Permission denied")
    assert said.help == (
        "TMPDIR=FOLDER .venv/bin/python -m macros check    with a folder that may hold programs"
    )
    assert program_missing("/usr/bin/rustc", "no such file").help == "which /usr/bin/rustc"
