"""The editor's tasks: the problem matcher reads the findings that `check` prints."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.report.text import render_report
from tests.findings import CASES
from tests.tiny import check, write_book

TASKS: list[dict[str, Any]] = json.loads(
    (Path(__file__).resolve().parent.parent / ".vscode" / "tasks.json").read_text("utf-8")
)["tasks"]


def problems_in(text: str, task: dict[str, Any]) -> list[dict[str, str]]:
    """What the editor finds: lines that match its patterns one behind the other."""
    patterns = task["problemMatcher"]["pattern"]
    lines = text.split("\n")
    found = []
    for at in range(len(lines) - len(patterns) + 1):
        problem: dict[str, str] = {}
        for line, pattern in zip(lines[at:], patterns, strict=False):
            match = re.search(pattern["regexp"], line)
            if match is None:
                break
            groups = {name: at for name, at in pattern.items() if isinstance(at, int)}
            problem |= {name: match[at] for name, at in groups.items()}
        else:
            found.append(problem)
    return found


@pytest.mark.parametrize("task", TASKS, ids=lambda task: str(task["label"]))
def test_a_real_finding_becomes_a_problem(task: dict[str, Any], tmp_path: Path) -> None:
    """Severity, code, message and place; the compiler's own lines in the notes are none."""
    page = (
        "# Page\n\n{{ claim('3 bytes', 'size_of::<u16>()') }}\n\n```rust\nlet n: u8 = true;\n```\n"
    )
    checked = check(write_book(tmp_path, {"a page.md": page}))
    assert "= rustc: error[E0308]: mismatched types" in checked.text
    assert problems_in(checked.text, task) == [
        {
            "severity": "error",
            "code": "value",
            "message": "the page says 3 bytes, rustc measures 2",
            "file": "docs/a page.md",
            "line": "3",
            "column": "1",
        },
        {
            "severity": "error",
            "code": "unexpected-error",
            "message": "rustc reports E0308, mismatched types",
            "file": "docs/a page.md",
            "line": "6",
            "column": "13",
        },
    ]


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_finding_with_a_place_becomes_a_problem(name: str) -> None:
    """One each, with its place."""
    case = CASES[name]
    found = problems_in(render_report(case.findings, case.sources), TASKS[0])
    wanted = sorted(str(one.place) for one in case.findings if one.place.path)
    assert sorted(f"{one['file']}:{one['line']}:{one['column']}" for one in found) == wanted


def test_colours_never_come_between() -> None:
    """The tasks ask for plain text, and run what `make` has set up."""
    for task in TASKS:
        assert task["options"]["env"] == {"NO_COLOR": "1"}
        assert task["command"] == "${workspaceFolder}/.venv/bin/python"
        assert task["args"][:3] == ["-m", "macros", "check"]
