"""Real builds of the book with a mutant in it: what they let pass is told."""

from __future__ import annotations

from pathlib import Path

from checks.rebuilding import rebuild_mutated
from macros.model import Place
from macros.mutants import Edit, Mutant

PAGE = "docs/index.md"


def test_a_build_that_does_not_refute_the_mutant_is_told(project: Path, tmp_path: Path) -> None:
    """Some change nothing that is checked, others are found at another place than their own."""
    text = (project / PAGE).read_text("utf-8")
    title = Place(PAGE, 1, 1, 1, 3)
    harmless = Mutant("mark added", title, title, (Edit(len(text), len(text), "\nSo.\n"),))
    broken = Mutant(
        "call added", title, title, (Edit(len(text), len(text), '\n{{ claim("1") }}\n'),)
    )
    mutants = (harmless, broken, broken, harmless, broken)
    problems = rebuild_mutated(project, mutants, {PAGE: text}, tmp_path)
    assert [one.partition("\n")[0] for one in problems] == [
        "docs/index.md:1:1: mark added, and it passed: mkdocs build",
        "docs/index.md:1:1: call added, without a finding there: mkdocs build",
        "docs/index.md:1:1: call added, without a finding there: mkdocs build",
        "docs/index.md:1:1: mark added, and it passed: macros check",
        "docs/index.md:1:1: call added, without a finding there: macros check",
    ]


def test_a_build_that_refutes_the_mutant_is_silent(project: Path, tmp_path: Path) -> None:
    """The finding stands where the characters were changed."""
    text = (project / PAGE).read_text("utf-8") + "\n"
    line = text.count("\n") + 1
    place = Place(PAGE, line, 1, line, 17)
    mutant = Mutant("call added", place, place, (Edit(len(text), len(text), '{{ claim("1") }}'),))
    assert rebuild_mutated(project, (mutant,), {PAGE: text}, tmp_path) == ()
