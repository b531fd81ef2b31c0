"""The Makefile, the lock files and `.ci/run`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

LOCKS = ("requirements.lock", "requirements-dev.lock")
TRY = "  try: sudo apt-get install python3 python3-venv    (Debian 12, Ubuntu 24.04, or newer)\n"


def run(*command: str | Path, folder: Path) -> tuple[int, str, str]:
    """Exit code, output and errors of a command without input, run in `folder`.

    Nothing of the `make` that may have started these tests reaches the command.
    """
    outer = ("PYTHON", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES")
    done = subprocess.run(
        [str(each) for each in command],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in outer},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


# Make -----------------------------------------------------------------------------------


def test_help_lists_every_target(project: Path) -> None:
    """`make` alone says what there is to make."""
    phony = re.search(r"^\.PHONY: (.*)$", (project / "Makefile").read_text(), re.MULTILINE)
    code, output, _ = run("make", "--no-print-directory", folder=project)
    assert phony
    assert code == 0
    assert re.findall(r"^ +make ([\w-]+) +\S", output, re.MULTILINE) == phony[1].split()


def test_no_python(tmp_path: Path, project: Path) -> None:
    """Without a usable Python there is one sentence and the command that helps."""
    shutil.copy(project / "Makefile", tmp_path)
    code, _, errors = run("make", "site", "PYTHONS=.venv/bin/python python3.99", folder=tmp_path)
    assert code == 2
    assert errors.startswith(
        f"setup: no Python 3.11 or newer was found (tried python3.99)\n{TRY}make: *** "
    )


def test_old_python(tmp_path: Path, project: Path) -> None:
    """A Python that is too old is named, whatever it thinks of our files."""
    shutil.copy(project / "Makefile", tmp_path)
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    code, _, errors = run("make", "site", f"PYTHON={old}", folder=tmp_path)
    assert code == 2
    assert errors.startswith(f"setup: {old} is not a Python 3.11 or newer that runs\n{TRY}")


def test_first_python_that_runs_is_taken(tmp_path: Path, project: Path) -> None:
    """A name on PATH that does not run (a version manager's stub) is passed over."""
    shutil.copy(project / "Makefile", tmp_path)
    stub = tmp_path / "stub"
    stub.write_text("#!/bin/sh\nexit 127\n")
    stub.chmod(0o755)
    command = ("make", "-n", "site", f"PYTHONS={stub} {sys.executable}")
    assert f"{sys.executable} -I macros/bootstrap.py site" in run(*command, folder=tmp_path)[1]


# Lock -----------------------------------------------------------------------------------


def read_lock(path: Path) -> dict[str, list[str]]:
    """Each locked requirement with its marker, and the hashes that belong to it."""
    found: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=\S)", path.read_text().replace("\n    # ", " # ")):
        requirement = entry.split("\\")[0].strip()
        if requirement and not requirement.startswith("#"):
            found[requirement] = re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry)
    return found


def named(requirement: str) -> str:
    """The normalised name of a requirement."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def wanted(project: Path, *, dev: bool) -> set[str]:
    """The direct dependencies that `pyproject.toml` names."""
    tables = tomllib.loads((project / "pyproject.toml").read_text())
    direct = tables["project"]["dependencies"]
    return {named(each) for each in direct + (tables["dependency-groups"]["dev"] if dev else [])}


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_is_exact_and_hashed(name: str, project: Path) -> None:
    """A version and at least one hash each; no address of any package index."""
    locked = read_lock(project / name)
    assert [each for each in locked if not re.match(r"[a-z0-9-]+==[\w.]+( ;|$)", each)] == []
    assert [each for each, hashes in locked.items() if not hashes] == []
    assert not re.search(r"://|index|find-links|trusted-host", (project / name).read_text())


@pytest.mark.parametrize("name", LOCKS)
def test_every_direct_dependency_is_locked(name: str, project: Path) -> None:
    """What `pyproject.toml` asks for stands in the lock."""
    direct = wanted(project, dev=name == "requirements-dev.lock")
    assert direct - {named(each) for each in read_lock(project / name)} == set()


def test_tests_run_with_the_packages_of_the_site(project: Path) -> None:
    """The lock for tests holds the site's packages in the same versions."""
    site, dev = (read_lock(project / name) for name in LOCKS)
    assert {each: dev.get(each) for each in site} == site


def test_oldest_python_has_its_own_pymdown_extensions(project: Path) -> None:
    """Debian 12's Python 3.11.2 is older than what pymdown-extensions 13 accepts."""
    found = [each for each in read_lock(project / LOCKS[0]) if named(each) == "pymdown-extensions"]
    assert [each.partition(" ; ")[2] for each in found] == [
        "python_full_version < '3.11.5'",
        "python_full_version >= '3.11.5'",
    ]


def test_installed_packages_fit_each_other() -> None:
    """Nothing that an installed package needs is missing."""
    code, output, _ = run(sys.executable, "-m", "pip", "check", folder=Path.cwd())
    assert (code, output) == (0, "No broken requirements found.\n")


# CI -------------------------------------------------------------------------------------

NO_SUMMARY = "pytest printed no summary: its set-up failed, see above"
PASSED = "============================== 3 passed in 0.12s ==============================="
FAILED = """=========================== short test summary info ============================
FAILED tests/test_a.py::test_b - assert 9 == 12
========================= 1 failed, 2 passed in 0.12s =========================="""


@pytest.mark.parametrize(
    ("commands", "code", "last"),
    [
        ((f"cat <<'X'\n{PASSED}\nX", "echo built"), 0, PASSED),
        ((f"cat <<'X'\n{FAILED}\nX\nexit 1", "echo built"), 1, FAILED),
        ((f"cat <<'X'\n{PASSED}\nX", "echo finding; exit 1"), 1, PASSED),
        (("echo no rustc; exit 2", "exit 2"), 1, NO_SUMMARY),
        (("echo", "echo"), 1, NO_SUMMARY),
    ],
    ids=["all well", "a test fails", "the site fails", "no set-up", "no tests"],
)
def test_ci_prints_the_summary_last(
    commands: tuple[str, str], code: int, last: str, tmp_path: Path, project: Path
) -> None:
    """Both commands run whatever the first says; the summary is last, the exit code is of both."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(project / ".ci" / "run", tmp_path / ".ci" / "run")
    for name, script in zip(("test", "site"), commands, strict=True):
        (tmp_path / f"{name}.sh").write_text(f"echo make {name}\n{script}\n")
    (tmp_path / "Makefile").write_text("test site:\n\t@sh $@.sh\n")
    left, output, _ = run(tmp_path / ".ci" / "run", folder=project)
    assert left == code
    assert output.endswith(f"{last}\n")
    assert output.index("make test\n") < output.index("make site\n")
