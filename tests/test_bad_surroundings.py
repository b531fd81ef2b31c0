"""Bad surroundings: no compiler, a broken one, a damaged cache, no room, two builds, a kill."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tiny import Checked, check, run, write_book

PROJECT = Path(__file__).resolve().parent.parent
RUSTC = str(shutil.which("rustc"))
GOOD = "A pair is {{ claim('2 bytes', 'size_of::<(u8, u8)>()') }} large.\n"
WRONG = "A pair is {{ claim('3 bytes', 'size_of::<(u8, u8)>()') }} large.\n"
PROGRAM = '//! Prints.\nfn main() {\n    println!("fine"); //~ prints fine\n}\n'
PAGES = {"good.md": GOOD + '\n{{ snippet("good") }}\n'}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_book(tmp_path / "book", PAGES, {"good.rs": PROGRAM})


def check_outside(book: Path, *prefix: str, cwd: Path = PROJECT) -> Checked:
    """Run `check` in a process of its own, behind a prefix such as `unshare`."""
    command = [*prefix, sys.executable, "-m", "macros", "check", "--root", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)
    return Checked(done.returncode, done.stdout, done.stderr)


def fake_rustc(folder: Path, script: str) -> Path:
    path = folder / "rustc"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_no_rustc_is_said_with_the_command_that_helps(book: Path) -> None:
    """Without a compiler nothing is checked: exit 2, one sentence, no traceback."""
    checked = check(book, "--rustc", "rustc-that-is-not-there")
    assert checked.code == 2
    assert "error[tool]: " in checked.text
    assert "rustc-that-is-not-there" in checked.text
    assert "help:" in checked.text
    assert "all hold" not in checked.text


def test_a_page_s_own_mistakes_are_reported_without_rustc(tmp_path: Path) -> None:
    """What needs no compiler to be seen is still found; exit 2 wins over 1."""
    book = write_book(tmp_path, {"bad.md": '{{ clam("2 bytes", "1") }}\n'})
    checked = check(book, "--rustc", "rustc-that-is-not-there")
    assert checked.code == 2
    assert "did you mean `claim`?" in checked.text


@pytest.mark.parametrize(
    "script",
    [
        "kill -SEGV $$",
        "echo garbage",
        "echo 'rustc 1.63.0 (4b91a6ea7 2022-08-08)\nhost: x86_64-unknown-linux-gnu\n"
        "release: 1.63.0'",
        "exit 3",
    ],
    ids=["crashes", "prints garbage", "is too old", "fails"],
)
def test_a_rustc_that_does_not_answer_is_a_broken_tool(
    book: Path, tmp_path: Path, script: str
) -> None:
    """A compiler that crashes, prints garbage or is too old: exit 2, never a traceback."""
    checked = check(book, "--rustc", str(fake_rustc(tmp_path, script)))
    assert checked.code == 2
    assert "error[tool]: " in checked.text
    assert "Traceback" not in checked.text + checked.errors


@pytest.mark.parametrize(
    "script", ["kill -SEGV $$", "echo 'not json' >&2; exit 1", "exit 0"], ids=str
)
def test_a_rustc_that_breaks_while_compiling_is_a_broken_tool(
    book: Path, tmp_path: Path, script: str
) -> None:
    """It answers `-vV` and then crashes, prints garbage or does nothing: exit 2 each time."""
    real = subprocess.run([RUSTC, "-vV"], capture_output=True, text=True, check=True).stdout
    fake = fake_rustc(
        tmp_path,
        f"case \"$*\" in *-vV*) cat <<'E'\n{real}\nE\n;; *--print*) echo {tmp_path} ;;\n"
        f"*) {script} ;; esac",
    )
    checked = check(book, "--rustc", str(fake))
    assert checked.code == 2
    assert "could not be checked" in checked.text
    assert "Traceback" not in checked.text + checked.errors


def test_the_second_check_calls_no_compiler(book: Path) -> None:
    """Everything comes from the cache, and the verdicts are the same."""
    first, second = check(book), check(book)
    assert first.code == second.code == 0
    assert "0 compiler calls" not in first.text
    assert "0 compiler calls" in second.text


@pytest.mark.parametrize("size", [0, 1, 100, 4096])
def test_a_truncated_cache_changes_no_verdict(book: Path, size: int) -> None:
    """A cache file cut short costs time; the wrong number is still found."""
    check(book)
    os.truncate(book / ".cache" / "facts.sqlite3", size)
    (book / "docs" / "wrong.md").write_text(WRONG)
    checked = check(book)
    assert checked.code == 1
    assert "the page says 3 bytes, rustc measures 2" in checked.text


def test_a_cache_of_garbage_changes_no_verdict(book: Path) -> None:
    """A cache file full of something else is replaced."""
    (book / ".cache").mkdir()
    (book / ".cache" / "facts.sqlite3").write_bytes(os.urandom(9000))
    assert check(book).code == 0
    assert "0 compiler calls" in check(book).text


needs_mounts = pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(
        [str(shutil.which("unshare")), "-rm", "true"], capture_output=True, check=False
    ).returncode
    != 0,
    reason="no mount namespaces here, so no full or read-only file system",
)  # fmt: skip


@needs_mounts
def test_a_read_only_cache_folder_changes_no_verdict(book: Path) -> None:
    """The facts are measured and judged; the summary says that they were not kept."""
    (book / ".cache").mkdir()
    script = f'mount -t tmpfs -o ro none "{book}/.cache" && exec "$@"'
    checked = check_outside(book, "unshare", "-rm", "sh", "-c", script, "sh")
    assert checked.code == 0
    assert "all hold" in checked.text
    assert "nothing was stored" in checked.text


@needs_mounts
def test_a_full_disk_under_the_cache_changes_no_verdict(book: Path) -> None:
    """No room for the cache: the facts are judged, and the summary says they were not kept."""
    (book / ".cache").mkdir()
    script = f'mount -t tmpfs -o size=4k none "{book}/.cache" && exec "$@"'
    checked = check_outside(book, "unshare", "-rm", "sh", "-c", script, "sh")
    assert checked.code == 0
    assert "nothing was stored" in checked.text


@needs_mounts
def test_a_full_disk_under_the_compiler_is_a_broken_tool(book: Path, tmp_path: Path) -> None:
    """No room to compile in: exit 2, and nothing counts as checked."""
    (tmp_path / "full").mkdir()
    full = tmp_path / "full"
    script = f'mount -t tmpfs -o size=4k none "{full}" && TMPDIR="{full}" exec "$@"'
    checked = check_outside(book, "unshare", "-rm", "sh", "-c", script, "sh")
    assert checked.code == 2
    assert "Traceback" not in checked.text + checked.errors


def test_two_checks_at_once_agree(book: Path) -> None:
    """Two processes share the cache safely."""
    command = [sys.executable, "-m", "macros", "check", "--root", str(book)]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT) for _ in range(2)
    ]
    printed = [process.communicate(timeout=60)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert all("all hold" in text for text in printed)
    assert "0 compiler calls" in check(book).text


def test_a_kill_in_the_middle_and_then_a_good_check(book: Path) -> None:
    """Killed at several moments, the next check is right all the same."""
    command = [sys.executable, "-m", "macros", "check", "--root", str(book)]
    for pause in (0.2, 0.4, 0.6):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=PROJECT)
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert check(book).code == 0


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: T\n---\n# T\n\n{WRONG}".replace("\n", "\r\n"),
        f"\ufeff---\ntitle: T\n---\n# T\n\n{WRONG}",
        f"\ufeff---\ntitle: T\n---\n# T\n\n{WRONG}".replace("\n", "\r\n"),
    ],
    ids=["CRLF", "BOM", "both"],
)
def test_line_ends_and_byte_order_marks_move_no_place(tmp_path: Path, text: str) -> None:
    """The place is the one an editor shows."""
    checked = check(write_book(tmp_path, {"page.md": text.encode()}))
    assert checked.code == 1
    assert " --> docs/page.md:6:11\n" in checked.text


def test_unicode_identifiers_and_names_with_spaces_work(tmp_path: Path) -> None:
    """Rust's Unicode identifiers, and files whose names hold spaces and letters of any script."""
    types = "//! Größen.\npub struct Größe(pub u32);\n"
    page = (
        '# Maße\n\n„{{ claim("4 bytes", "size_of::<Größe>()", "maße/eine größe") }}“\n\n'
        '{{ snippet("maße/eine größe") }}\n\n„{{ claim("5 bytes", "size_of::<u32>()") }}“\n'
    )
    checked = check(write_book(tmp_path, {"ein kapitel.md": page}, {"maße/eine größe.rs": types}))
    assert " --> docs/ein kapitel.md:7:2\n" in checked.text
    assert checked.text.count("error[") == 1
    assert checked.code == 1


def test_a_page_that_is_not_utf8_is_a_finding(tmp_path: Path) -> None:
    """Bytes that are no text are reported with their line; other pages are still judged."""
    checked = check(write_book(tmp_path, {"bad.md": b"# T\n\xff\n", "wrong.md": WRONG}))
    assert checked.code == 1
    assert "docs/bad.md:2" in checked.text
    assert "the page says 3 bytes, rustc measures 2" in checked.text


def test_a_book_without_claims_is_not_green(tmp_path: Path) -> None:
    """Nothing found means nothing checked: a finding, not a success."""
    checked = check(write_book(tmp_path, {"page.md": "# Words only\n"}))
    assert checked.code == 1
    assert "nothing was checked" in checked.text


def test_a_root_without_docs_is_said(tmp_path: Path) -> None:
    """A folder that is no book: exit 2 and the option to use."""
    checked = check(tmp_path)
    assert checked.code == 2
    assert "has no docs/ folder" in checked.errors


def test_explain_shows_the_whole_program(book: Path) -> None:
    """`explain` prints a program that rustc accepts exactly when the claim's fact is true."""
    explained = run("explain", "docs/good.md:1", "--root", book)
    assert explained.code == 0
    assert "const _: () = assert!((size_of::<(u8, u8)>()) == 2);" in explained.text
    assert run("explain", "docs/good.md:99", "--root", book).code == 1
