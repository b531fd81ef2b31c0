"""Where reports go, and that all forms tell the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.output import FORMATS, address_of_files
from tests.tiny import check, write_book

PAGE = "{{ claim('3 bytes', 'size_of::<u16>()') }}\n\n{{ clam('2 bytes') }}\n"
TOLD = {
    "text": r"^error\[([\w-]+)\]",
    "github": r"^::error .*title=([\w-]+)::",
    "json": r'"code": "([\w-]+)"',
    "sarif": r'"ruleId": "([\w-]+)"',
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_book(tmp_path / "book", {"page.md": PAGE})


@pytest.mark.parametrize("form", FORMATS)
def test_all_forms_tell_the_same_findings(form: str, book: Path) -> None:
    """Same codes in the same order, and the same exit code."""
    checked = check(book, "--format", form)
    assert re.findall(TOLD[form], checked.text, re.MULTILINE) == ["value", "macro"]
    assert checked.code == 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_would_have_been_printed(form: str, book: Path, tmp_path: Path) -> None:
    """Nothing is printed then; the times that a report holds aside."""
    check(book)
    printed = check(book, "--format", form)
    written = check(book, "--format", form, "--output", tmp_path / "report")
    assert written.text == ""
    assert without_times((tmp_path / "report").read_text()) == without_times(printed.text)


def without_times(text: str) -> str:
    return re.sub(r'\d+\.\d+ s$|"seconds": [\d.]+', "", text, flags=re.MULTILINE)


def test_a_file_that_cannot_be_written_is_a_broken_tool(book: Path, tmp_path: Path) -> None:
    """Exit code 2: whoever reads the file later would find nothing, or an old report."""
    checked = check(book, "--output", tmp_path / "none" / "report")
    assert checked.code == 2
    assert checked.errors == (
        f"error[tool]: {tmp_path}/none/report cannot be written: No such file or directory\n"
        "   = help: .venv/bin/python -m macros check --output FILE    "
        "with a file in a folder that exists\n"
    )


def test_a_summary_that_cannot_be_written_is_a_broken_tool(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The annotations are printed all the same."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    checked = check(book, "--format", "github")
    assert checked.code == 2
    assert "::error file=docs/page.md" in checked.text


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_a_machine_hears_of_a_book_that_is_not_there(form: str, tmp_path: Path) -> None:
    """A report with this one finding, where a person gets a sentence on standard error."""
    checked = check(tmp_path / "none", "--format", form)
    assert checked.code == 2
    assert "has no docs/ folder, so there is nothing to verify" in checked.text
    if form != "github":
        json.loads(checked.text)


def test_files_have_an_address_only_on_github() -> None:
    """All three parts are needed."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    given = dict(zip(names, ("https://git.example", "a/b", "abc"), strict=True))
    assert address_of_files(given) == "https://git.example/a/b/blob/abc"
    for name in names:
        assert address_of_files({**given, name: ""}) == ""
