"""The workflows of GitHub: what may start them, and what they may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parent.parent / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.glob("*.yml"))
ONLY_PUSHES = "github.event_name == 'push'"
FOREIGN = r"\$\{\{[^}]*(github\.event\.|github\.head_ref|inputs\.)"
"""Text that whoever opens a pull request chooses: in a script it would be run."""


def text_of(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def parsed(text: str) -> dict[str, Any]:
    found = yaml.safe_load(text)
    assert isinstance(found, dict)
    found["on"] = found.pop(True)  # YAML 1.1 reads the word `on` as true
    return found


def faults(text: str) -> Iterator[str]:
    """Why a workflow gives a stranger's pull request more than it should; nothing where not."""
    workflow = parsed(text)
    if workflow.get("permissions") != {"contents": "read"}:
        yield "the workflow may do more than read"
    if {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"]):
        yield "a stranger's event starts it with the repository's own rights"
    if "secrets" in re.sub(r"^\s*#.*", "", text, flags=re.MULTILINE):
        yield "it names secrets"
    for name, job in workflow["jobs"].items():
        yield from faults_of_job(name, job, "pull_request" in workflow["on"])


def faults_of_job(name: str, job: dict[str, Any], meets_strangers: bool) -> Iterator[str]:
    rights = job.get("permissions", {})
    writes = rights == "write-all" or "write" in dict(rights).values()
    if meets_strangers and writes and ONLY_PUSHES not in job.get("if", ""):
        yield f"{name} may write, and pull requests start it"
    for step in job["steps"]:
        kept = step.get("with", {}).get("persist-credentials", True)
        if step.get("uses", "").startswith("actions/checkout@") and kept:
            yield f"{name} leaves its token in the checkout"
        if re.search(FOREIGN, step.get("run", "")):
            yield f"{name} puts a stranger's text into a script"


@pytest.mark.parametrize("name", NAMES)
def test_a_strangers_pull_request_gets_no_rights(name: str) -> None:
    """It runs without secrets and without write access."""
    assert list(faults(text_of(name))) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  contents: read\n\nc", "  contents: write\n\nc", "the workflow may do more than read"),
        ("pull_request:", "pull_request_target:", "a stranger's event starts it with the"),
        ("PYTEST_ARGS: --", "TOKEN: ${{ secrets.T }} #", "it names secrets"),
        (f" && {ONLY_PUSHES}", "", "code-scanning may write, and pull requests start it"),
        ("credentials: false", "credentials: true", "verify leaves its token in the checkout"),
        ("run: .ci/run", "run: echo ${{ github.head_ref }}", "verify puts a stranger's text"),
    ],
)
def test_each_fault_is_noticed(old: str, new: str, said: str) -> None:
    """The checks above can fail."""
    text = text_of("verify.yml")
    assert old in text
    assert any(fault.startswith(said) for fault in faults(text.replace(old, new, 1)))


def steps_of(name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parsed(text_of(name))["jobs"][job]["steps"]
    return found


def test_every_push_and_pull_request_is_verified_and_reported() -> None:
    """All tests with their JUnit report; annotations and summary; SARIF as a file."""
    assert set(parsed(text_of("verify.yml"))["on"]) == {"push", "pull_request"}
    steps = steps_of("verify.yml", "verify")
    scripts = [step.get("run", "") for step in steps]
    (verify,) = [step for step in steps if step.get("run") == ".ci/run"]
    assert verify["env"]["PYTEST_ARGS"] == "--junitxml=reports/tests.xml"
    reports = [script for script in scripts if "macros check" in script]
    assert reports == [
        ".venv/bin/python -m macros check --format github",
        ".venv/bin/python -m macros check --format sarif --output reports/findings.sarif",
    ]
    reporting = [step for step in steps if step.get("run", "") in reports]
    assert all(step["if"].startswith("${{ !cancelled()") for step in reporting)
    (upload,) = [step for step in steps if "upload-artifact" in step.get("uses", "")]
    assert upload["with"]["path"] == "reports/"


def test_code_scanning_hears_of_pushes_only() -> None:
    """Where it is not to be had, the verification counts all the same."""
    job = parsed(text_of("verify.yml"))["jobs"]["code-scanning"]
    assert job["permissions"]["security-events"] == "write"
    assert ONLY_PUSHES in job["if"]
    assert job["continue-on-error"] is True
    (upload,) = [step for step in job["steps"] if "upload-sarif" in step.get("uses", "")]
    assert upload["with"]["sarif_file"] == "reports/findings.sarif"


@pytest.mark.parametrize("name", NAMES)
def test_every_workflow_that_verifies_installs_the_debugger(name: str) -> None:
    """Before anything is verified: without gdb no program's memory can be read."""
    for job in parsed(text_of(name))["jobs"].values():
        scripts = [step.get("run", "") for step in job["steps"]]
        first = next((at for at, one in enumerate(scripts) if "make " in one or ".ci/" in one), -1)
        if first >= 0:
            assert any("apt-get install" in one and " gdb" in one for one in scripts[:first])
