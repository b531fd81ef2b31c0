"""The tour of CONTRIBUTING.md, followed command by command in a copy of the repository."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.copies import copy_project, run_in

TEXT = (Path(__file__).resolve().parent.parent / "CONTRIBUTING.md").read_text("utf-8")
FENCE = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A script of the tour, and what stands below it as its output; empty where nothing does."""

    script: str
    output: str = ""

    @property
    def code(self) -> int:
        """A script ends with a finding where the tour shows one."""
        return 1 if self.output.startswith("error[") else 0


def steps_of(text: str) -> tuple[Step, ...]:
    """Each `sh` fence, with the `text` fence that follows it before the next one."""
    steps: list[Step] = []
    for kind, body in FENCE.findall(text):
        if kind == "sh":
            steps.append(Step(body))
        else:
            assert steps, f"no command stands before this output: {body}"
            assert not steps[-1].output, f"a second output below one command: {body}"
            steps[-1] = Step(steps[-1].script, body)
    return tuple(steps)


def tour_of(text: str) -> str:
    found = re.search(r"^## A tour of ten minutes\n(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


STEPS = steps_of(tour_of(TEXT))


def is_like(said: str, shown: str) -> bool:
    """Whether the output is what the tour shows; `…` stands for a part that differs, and alone
    on its line for any number of lines."""
    parts = (
        r"(?:[^\n]*\n)*?" if line.strip() == "…" else _line_like(line)
        for line in shown.splitlines(keepends=True)
    )
    return re.fullmatch("".join(parts), said) is not None


def _line_like(line: str) -> str:
    return "[^\n]*".join(re.escape(part) for part in line.split("…"))


def follow(folder: Path, steps: tuple[Step, ...]) -> None:
    """Run each script as a shell does that stops at the first failure."""
    for step in steps:
        code, said = run_in(folder, step.script, ("/bin/sh", "-ec"))
        assert code == step.code, f"{step.script}\n{said}"
        assert is_like(said, step.output), f"{step.script}\n{said}"


def files_of(folder: Path) -> dict[str, bytes]:
    """All that a contributor may change."""
    found = (path for name in ("docs", "snippets") for path in (folder / name).rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in found if path.is_file()}


def test_the_tour_does_what_it_says(tmp_path: Path) -> None:
    """Each command ends as shown, prints what is shown, and nothing is left behind."""
    project = copy_project(tmp_path / "project")
    before = files_of(project)
    follow(project, STEPS)
    assert files_of(project) == before


def test_the_tour_has_its_stations() -> None:
    """A sentence that is refuted, its correction, a snippet; and the book holds at both ends."""
    assert [step.code for step in STEPS].count(1) == 2
    assert "error[value]" in "".join(step.output for step in STEPS)
    assert any("snippets/tour" in step.script for step in STEPS)
    assert all("excerpts: all " in step.output for step in (STEPS[0], STEPS[-1]))


def test_every_check_shows_what_it_prints() -> None:
    """A reader can compare."""
    for step in STEPS:
        assert ("macros " in step.script) <= bool(step.output), step.script


@pytest.mark.parametrize(
    "step",
    [
        Step("echo eight", "nine\n"),
        Step("false"),
        Step("echo 'error[value]: no'", "error[value]: no\n"),
        Step("echo one; echo two", "one\n"),
        Step("false; echo one", "one\n"),
    ],
    ids=["other output", "failure", "no failure", "more output", "failure in between"],
)
def test_a_tour_that_went_out_of_date_is_noticed(step: Step, tmp_path: Path) -> None:
    """The test above can fail."""
    with pytest.raises(AssertionError):
        follow(tmp_path, (step,))


def test_dots_stand_for_what_differs() -> None:
    """Inside a line, and alone for whole lines; nothing else is left open."""
    assert is_like("3 claims: all hold · rustc 1.95.0\n", "… claims: all hold · …\n")
    assert is_like("a\nb\nc\nd\n", "a\n…\nd\n")
    assert not is_like("3 claims: 1 finding\n", "… claims: all hold\n")
    assert not is_like("3 claims\nmore\n", "… claims\n")
