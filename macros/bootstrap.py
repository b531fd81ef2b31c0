"""Set up what `make` needs: the locked packages in `.venv`, a compiler, a debugger, and a browser
for tests.

Runs as a plain script (`python -I macros/bootstrap.py site`) before anything is installed, so it
imports the standard library only. In goes `site` or `test`; out comes a ready folder and exit code
0, or one sentence with the command that helps and exit code 2. The Makefile has already made sure
that this Python is 3.11 or newer.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCKS = {"site": "requirements.lock", "test": "requirements-dev.lock"}
OLDEST_RUSTC = (1, 85)
RUSTUP = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


class Missing(Exception):
    """Something that has to be there is not: one sentence, and the command that helps."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(f"setup: {message}\n  try: {help}")


def say(message: str) -> None:
    print(f"setup: {message}", file=sys.stderr, flush=True)


def answer_of(*command: str) -> tuple[int, str]:
    """Exit code and whole output of a short command; (127, reason) where it cannot be started."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout.strip()


# The compiler ---------------------------------------------------------------------------


def find_rustc() -> str:
    """The rustc that RUSTC or PATH names."""
    named = os.environ.get("RUSTC") or "rustc"
    found = shutil.which(named)
    if found:
        return found
    cargo = Path.home() / ".cargo" / "bin" / "rustc"
    if cargo.exists():
        raise Missing(f"rustc is installed as {cargo}, but not on PATH", '. "$HOME/.cargo/env"')
    raise Missing("no rustc was found, and every number of the site comes from it", RUSTUP)


def check_rustc() -> None:
    """Refuse a compiler that does not run, or that does not know edition 2024."""
    code, text = answer_of(find_rustc(), "--version")
    version = re.match(r"rustc (\d+)\.(\d+)\.", text)
    if code or not version:
        first = text.splitlines()[0] if text else f"it printed nothing and left with code {code}"
        raise Missing(f"rustc does not run: {first}", "rustup default stable")
    if (int(version[1]), int(version[2])) < OLDEST_RUSTC:
        oldest = ".".join(map(str, OLDEST_RUSTC))
        release = text.split()[1]
        raise Missing(
            f"rustc {release} is too old: the listings need {oldest} or newer (edition 2024)",
            f"rustup update stable    (without rustup: {RUSTUP})",
        )


def check_linker() -> None:
    if not shutil.which("cc"):
        raise Missing(
            "no linker was found: rustc calls `cc` to link the programs of the book",
            "sudo apt-get install gcc libc6-dev",
        )


# The packages ---------------------------------------------------------------------------


def check_venv() -> None:
    """Debian ships Python without the part that makes virtual environments."""
    if not importlib.util.find_spec("venv") or not importlib.util.find_spec("ensurepip"):
        raise Missing(
            f"{sys.executable} cannot make a virtual environment: its venv module is missing",
            "sudo apt-get install python3-venv    (or name another one: make PYTHON=python3.12)",
        )


def key(root: Path, purpose: str) -> str:
    """What an environment depends on: the Python, and the lock's own bytes."""
    python = ".".join(map(str, sys.version_info[:3]))
    digest = hashlib.sha256((root / LOCKS[purpose]).read_bytes()).hexdigest()
    return f"{purpose} {python} {sys.base_prefix} {digest}"


def read_stamp(root: Path) -> list[str]:
    """The keys that `.venv` was completed for; none where it was never completed."""
    stamp = root / ".venv" / "ready"
    if not stamp.exists() or not (root / ".venv" / "bin" / "python").exists():
        return []
    return stamp.read_text(encoding="utf-8").splitlines()


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let one set-up at a time work in this folder; a second one waits for it."""
    cache = root / ".cache"
    cache.mkdir(exist_ok=True)
    with (cache / "setup.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def create_venv(root: Path) -> None:
    say(f"creating .venv with Python {sys.version.split()[0]}")
    code, text = answer_of(sys.executable, "-m", "venv", "--clear", str(root / ".venv"))
    if code:
        raise Missing(f"creating .venv failed: {text}", "sudo apt-get install python3-venv")


def install(root: Path, purpose: str) -> None:
    """Install exactly the locked packages: wheels only, each of them with a known hash."""
    lock = root / LOCKS[purpose]
    say(f"installing the packages of {lock.name}")
    pip = [str(root / ".venv" / "bin" / "python"), "-m", "pip", "install", "-qq"]
    exact = ["--require-hashes", "--only-binary", ":all:", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, *exact, "--no-input", "-r", str(lock)], stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        raise Missing(
            f"pip could not install {lock.name}; its own message stands above",
            "the same command again, once the package index can be reached",
        )


def prepare_venv(root: Path, purpose: str) -> None:
    """Make `.venv` hold what `purpose` needs; nothing is done where it already does.

    The stamp is written last, so an interrupted set-up is never taken for a finished one.
    """
    if key(root, purpose) in read_stamp(root):
        return
    check_venv()
    with alone(root):
        done = read_stamp(root)
        if key(root, purpose) in done:
            return
        site = key(root, "site")
        (root / ".venv" / "ready").unlink(missing_ok=True)
        if site not in done:
            create_venv(root)
        install(root, purpose)
        write_stamp(root, (site, key(root, purpose)))


def write_stamp(root: Path, keys: tuple[str, ...]) -> None:
    """The packages for tests contain those of the site, so both keys hold after them."""
    unfinished = root / ".venv" / "ready.new"
    unfinished.write_text("".join(f"{line}\n" for line in dict.fromkeys(keys)), encoding="utf-8")
    unfinished.replace(root / ".venv" / "ready")


# The browser ----------------------------------------------------------------------------


def find_browser() -> str | None:
    """A Chromium that runs (Ubuntu's `chromium-browser` may be a note about snap)."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in found if path and not answer_of(path, "--version")[0]), None)


def find_privilege() -> tuple[str, ...] | None:
    """What to put before `apt-get`: nothing for root, `sudo -n` where it asks no password."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and not answer_of("sudo", "-n", "true")[0]:
        return ("sudo", "-n")
    return None


def install_package(privilege: tuple[str, ...], name: str) -> None:
    say(f"installing {name} from the system's packages")
    answer_of(*privilege, "apt-get", "update")
    options = ("--yes", "--no-install-recommends")
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive")
    code, text = answer_of(*privilege, *quiet, "apt-get", "install", *options, name)
    if code:
        print(text, file=sys.stderr)


def check_browser() -> None:
    """The browser tests are never skipped: a missing browser is installed or reported."""
    if find_browser():
        return
    privilege = find_privilege()
    if privilege is not None:
        install_package(privilege, "chromium")
    if not find_browser():
        raise Missing(
            "no Chromium was found, and the tests look at every page in one",
            "sudo apt-get install chromium    (Fedora: dnf, Arch: pacman -S, macOS: brew --cask)",
        )


# The debugger ---------------------------------------------------------------------------


def find_debugger() -> bool:
    """Whether there is a gdb that runs."""
    return shutil.which("gdb") is not None and not answer_of("gdb", "-nx", "--version")[0]


def check_debugger() -> None:
    """The players of the book show programs that gdb has stopped: it is installed or reported."""
    if find_debugger():
        return
    privilege = find_privilege()
    if privilege is not None:
        install_package(privilege, "gdb")
    if not find_debugger():
        raise Missing(
            "no gdb was found, and the memory of running programs is read with it",
            "sudo apt-get install gdb    (Fedora: dnf, Arch: pacman -S)",
        )


# The whole ------------------------------------------------------------------------------


def prepare(root: Path, purpose: str) -> None:
    check_rustc()
    check_linker()
    check_debugger()
    prepare_venv(root, purpose)
    if purpose == "test":
        check_browser()


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print(f"usage: bootstrap.py {'|'.join(LOCKS)}", file=sys.stderr)
        return 2
    try:
        prepare(Path(__file__).resolve().parent.parent, arguments[0])
    except (Missing, OSError) as trouble:
        text = str(trouble) if isinstance(trouble, Missing) else f"setup: {trouble}"
        print(text, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        say("interrupted; the next make starts it again")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
