"""`macros/bootstrap.py`: one sentence for what is missing, and no work where nothing is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from macros.bootstrap import key, write_stamp

BOOTSTRAP = Path(__file__).resolve().parent.parent / "macros" / "bootstrap.py"
GOOD_RUSTC = 'echo "rustc 1.95.0 (59807616e 2026-04-14)"'
RUSTUP = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh"


class Folder:
    """A repository with the set-up script and two locks, and a PATH of fake programs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.programs = root / "programs"
        self.programs.mkdir()
        (root / "macros").mkdir()
        shutil.copy(BOOTSTRAP, root / "macros" / "bootstrap.py")
        self.lock("# no package at all\n")
        self.program("cc", "exit 0")
        self.program("rustc", GOOD_RUSTC)
        self.program("gdb", "exit 0")
        self.program("chromium", "exit 0")

    def lock(self, text: str) -> None:
        for name in ("requirements.lock", "requirements-dev.lock"):
            (self.root / name).write_text(text)

    def program(self, name: str, script: str) -> None:
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def start(self, purpose: str, python: str = sys.executable) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [python, "-I", str(self.root / "macros" / "bootstrap.py"), purpose],
            env={"PATH": str(self.programs), "HOME": str(self.root / "home")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, purpose: str, python: str = sys.executable) -> tuple[int, str]:
        started = self.start(purpose, python)
        output, _ = started.communicate(timeout=120)
        return started.returncode, output

    def pretend_ready(self, *purposes: str) -> None:
        """Leave what a finished set-up leaves, without the seconds that it takes."""
        (self.root / ".venv" / "bin").mkdir(parents=True)
        (self.root / ".venv" / "bin" / "python").symlink_to(sys.executable)
        write_stamp(self.root, tuple(key(self.root, purpose) for purpose in purposes))

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "ready"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_no_rustc(folder: Folder) -> None:
    """Without a compiler nothing is installed, and the reader learns where to get one."""
    (folder.programs / "rustc").unlink()
    assert folder.run("site") == (
        2,
        f"setup: no rustc was found, and every number of the site comes from it\n  try: {RUSTUP}\n",
    )
    assert not (folder.root / ".venv").exists()


def test_rustc_outside_path(folder: Folder) -> None:
    """A compiler that only lacks its PATH entry is not installed a second time."""
    cargo = folder.root / "home" / ".cargo" / "bin"
    cargo.mkdir(parents=True)
    (folder.programs / "rustc").rename(cargo / "rustc")
    assert folder.run("site") == (
        2,
        f"setup: rustc is installed as {cargo}/rustc, but not on PATH\n"
        '  try: . "$HOME/.cargo/env"\n',
    )


def test_old_rustc(folder: Folder) -> None:
    """A compiler without edition 2024 is refused before the long install."""
    folder.program("rustc", 'echo "rustc 1.63.0"')
    assert folder.run("site") == (
        2,
        "setup: rustc 1.63.0 is too old: the listings need 1.85 or newer (edition 2024)\n"
        f"  try: rustup update stable    (without rustup: {RUSTUP})\n",
    )
    assert not (folder.root / ".venv").exists()


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo 'error: no default toolchain' >&2; exit 1", "error: no default toolchain"),
        ("echo hello", "hello"),
        ("exit 3", "it printed nothing and left with code 3"),
    ],
)
def test_rustc_that_does_not_run(folder: Folder, script: str, reason: str) -> None:
    """A compiler that fails or prints something else is named with its own words."""
    folder.program("rustc", script)
    assert folder.run("site") == (
        2,
        f"setup: rustc does not run: {reason}\n  try: rustup default stable\n",
    )


def test_no_linker(folder: Folder) -> None:
    """Programs cannot be linked without `cc`: said before anything is installed."""
    (folder.programs / "cc").unlink()
    assert folder.run("site") == (
        2,
        "setup: no linker was found: rustc calls `cc` to link the programs of the book\n"
        "  try: sudo apt-get install gcc libc6-dev\n",
    )


def test_python_without_venv(folder: Folder) -> None:
    """Debian's python3 without python3-venv gets the name of the package."""
    script = str(folder.root / "macros" / "bootstrap.py")
    hidden = (
        "import runpy, sys; sys.modules['ensurepip'] = None; "
        f"sys.argv = [{script!r}, 'site']; runpy.run_path({script!r}, run_name='__main__')"
    )
    folder.program("python-without-venv", f'exec {sys.executable} -I -c "{hidden}"')
    assert folder.run("site", str(folder.programs / "python-without-venv")) == (
        2,
        f"setup: {sys.executable} cannot make a virtual environment: its venv module is missing\n"
        "  try: sudo apt-get install python3-venv    "
        "(or name another one: make PYTHON=python3.12)\n",
    )


def written(path: Path) -> tuple[int, int]:
    """Which file it is, and when it was written last."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


def test_second_set_up_does_nothing(folder: Folder) -> None:
    """The first run says what it does; later ones, also for the site alone, touch nothing."""
    assert folder.run("test") == (
        0,
        f"setup: creating .venv with Python {sys.version.split()[0]}\n"
        "setup: installing the packages of requirements-dev.lock\n",
    )
    before = written(folder.stamp)
    assert folder.run("test") == (0, "")
    assert folder.run("site") == (0, "")
    assert written(folder.stamp) == before


def test_changed_lock_is_installed_anew(folder: Folder) -> None:
    """The environment belongs to the lock's exact bytes."""
    folder.pretend_ready("site")
    assert folder.run("site") == (0, "")
    folder.lock("# other bytes\n")
    code, output = folder.run("site")
    assert (code, output.count("setup: ")) == (0, 2)


def write_wheel(folder: Path) -> Path:
    """Write the smallest package that pip installs."""
    path = folder / "tiny-1.0-py3-none-any.whl"
    about = "tiny-1.0.dist-info"
    with ZipFile(path, "w") as wheel:
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")
    return path


def test_only_hashed_packages_are_installed(folder: Folder) -> None:
    """A package that is not the locked one leaves no stamp; a mended lock starts again."""
    wheel = write_wheel(folder.root)
    for bad in ("", f" --hash=sha256:{'0' * 64}"):
        folder.lock(f"{wheel}{bad}\n")
        code, output = folder.run("site")
        assert code == 2
        assert output.endswith(
            "setup: pip could not install requirements.lock; its own message stands above\n"
            "  try: the same command again, once the package index can be reached\n"
        )
        assert not folder.stamp.exists()
    folder.lock(f"{wheel} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}\n")
    assert folder.run("site")[0] == 0
    assert folder.run("site") == (0, "")


def test_two_set_ups_at_once_make_one_environment(folder: Folder) -> None:
    """The second one waits for the first, and finds its work done."""
    started = [folder.start("site"), folder.start("site")]
    outputs = [each.communicate(timeout=120)[0] for each in started]
    assert [each.returncode for each in started] == [0, 0]
    assert "".join(outputs).count("creating .venv") == 1


def allow_installing(folder: Folder, name: str) -> None:
    """An apt-get that notes what it is asked, and makes the program that was missing."""
    folder.program("true", "exit 0")
    for each in ("sudo", "env"):
        folder.program(each, 'shift; exec "$@"')
    here = folder.programs
    folder.program(
        "apt-get",
        f'echo "$@" >> {here}/asked; [ $1 = update ] || /bin/cp {here}/true {here}/{name}',
    )


@pytest.mark.parametrize("purpose", ["site", "test"])
def test_missing_debugger_is_installed_where_that_is_allowed(folder: Folder, purpose: str) -> None:
    """The site shows what lay in memory, so it needs gdb as the tests do."""
    folder.pretend_ready("site", "test")
    (folder.programs / "gdb").unlink()
    allow_installing(folder, "gdb")
    assert folder.run(purpose) == (0, "setup: installing gdb from the system's packages\n")
    asked = (folder.programs / "asked").read_text()
    assert asked == "update\ninstall --yes --no-install-recommends gdb\n"


@pytest.mark.parametrize("broken", [False, True])
def test_missing_debugger_is_an_error(folder: Folder, broken: bool) -> None:
    """Not there, or there and not running: one sentence, and the package's name."""
    (folder.programs / "gdb").unlink()
    if broken:
        folder.program("gdb", "exit 1")
    assert folder.run("site") == (
        2,
        "setup: no gdb was found, and the memory of running programs is read with it\n"
        "  try: sudo apt-get install gdb    (Fedora: dnf, Arch: pacman -S)\n",
    )
    assert not (folder.root / ".venv").exists()


def test_missing_browser_is_installed_where_that_is_allowed(folder: Folder) -> None:
    """With apt-get and its rights the browser is installed, and the tests can begin."""
    folder.pretend_ready("site", "test")
    (folder.programs / "chromium").unlink()
    allow_installing(folder, "chromium")
    assert folder.run("test") == (0, "setup: installing chromium from the system's packages\n")
    assert (folder.programs / "asked").read_text() == (
        "update\ninstall --yes --no-install-recommends chromium\n"
    )


def test_missing_browser_is_an_error(folder: Folder) -> None:
    """Without a browser and without apt-get the tests are not begun: nothing is skipped."""
    folder.pretend_ready("site", "test")
    (folder.programs / "chromium").unlink()
    assert folder.run("test") == (
        2,
        "setup: no Chromium was found, and the tests look at every page in one\n"
        "  try: sudo apt-get install chromium    "
        "(Fedora: dnf, Arch: pacman -S, macOS: brew --cask)\n",
    )


def test_wrong_argument(folder: Folder) -> None:
    """Called by hand with anything else it says how it is called."""
    assert folder.run("everything") == (2, "usage: bootstrap.py site|test\n")
