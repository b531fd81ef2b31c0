"""What runs before a commit: each hook passes on the repository and fails on a bad file."""

from __future__ import annotations

import re
import resource
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.copies import copy_project, run_in

CONFIG = yaml.safe_load(
    (Path(__file__).resolve().parent.parent / ".pre-commit-config.yaml").read_text("utf-8")
)
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for repo in CONFIG["repos"] for hook in repo["hooks"]
}
PYTHON_FILE = "macros/text.py"
BAD = {
    "ruff-check": (PYTHON_FILE, "\nimport os\n", "F401"),
    "ruff-format": (PYTHON_FILE, "\nx = {  }\n", "would be reformatted"),
    "rustfmt": ("snippets/copy/bits.rs", "\nfn  two() {}\n", "Diff in"),
    "check": (
        "docs/copy.md",
        "\n{{ claim('3 bytes', 'size_of::<u16>()') }}\n",
        "error[value]: the page says 3 bytes, rustc measures 2",
    ),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("hooks") / "project")


def run_hook(name: str, folder: Path, *files: str) -> tuple[int, str]:
    return run_in(folder, f"{HOOKS[name]['entry']} {shlex.join(files)}")


def test_every_hook_is_local_and_has_its_bad_file() -> None:
    """Nothing is fetched, no hook is split into several calls, and each is tested below."""
    assert [repo["repo"] for repo in CONFIG["repos"]] == ["local"]
    assert set(HOOKS) == set(BAD)
    for hook in HOOKS.values():
        assert (hook["language"], hook["require_serial"]) == ("system", True)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_passes_and_fails(name: str, copy: Path) -> None:
    """On a file as it is in the repository, and on the same with a mistake."""
    path, mistake, said = BAD[name]
    file = copy / path
    good = file.read_text("utf-8")
    assert run_hook(name, copy, path)[0] == 0
    file.write_text(good + mistake, "utf-8")
    code, output = run_hook(name, copy, path)
    file.write_text(good, "utf-8")
    assert code == 1
    assert said in output


def test_only_pages_and_snippets_are_checked() -> None:
    """Of all that changed, what `check` takes; other files never reach it."""
    pattern = HOOKS["check"]["files"]
    taken = ("docs/copy.md", "docs/includes/units.md", "snippets/copy/bits.rs")
    left = ("README.md", "docs/sources/copy.yml", "docs/assets/site.css", "macros/prelude.rs")
    assert [path for path in taken if not re.search(pattern, path)] == []
    assert [path for path in left if re.search(pattern, path)] == []


def test_a_snippet_is_formatted_in_its_own_edition(copy: Path) -> None:
    """`gen` is a word of its own in edition 2024 only."""
    (copy / "snippets" / "old.rs").write_text(
        '//! Old.\n//@ edition: 2021\n\nfn main() {\n    let gen = 1;\n    print!("{gen}");\n}\n'
    )
    assert run_hook("rustfmt", copy, "snippets/old.rs") == (0, "")
    (copy / "snippets" / "old.rs").unlink()


@pytest.mark.alone
def test_a_check_of_one_changed_page_takes_less_than_a_second(copy: Path) -> None:
    """With stored facts; counted in the processor's time, which other work does not change."""
    run_hook("check", copy, "docs/copy.md")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert run_hook("check", copy, "docs/copy.md")[0] == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    assert used < 1, f"{used:.2f} s"
