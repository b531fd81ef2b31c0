"""`.venv/bin/python -m macros bless` on books in files: what it shows, writes and refuses."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.bless.nouns import Edit
from macros.edits import edited, write_edits
from macros.model import Place, Trouble
from macros.scan import normalise
from macros.text import find_lines
from tests.tiny import check, run, write_book

PAGE = """\
# Sizes

The tuple takes {{ claim("9 bytes", "size_of::<(char, u8, i32)>()") }}.
"""
SHOWN = """\
docs/sizes.md:3:17  the page says 9 bytes, rustc measures 12
  before: The tuple takes {{ claim("9 bytes", "size_of::<(char, u8, i32)>()") }}.
  after:  The tuple takes {{ claim("12 bytes", "size_of::<(char, u8, i32)>()") }}.

"""
REWRITTEN = "rewritten: 1 finding in docs/sizes.md. Read each sentence again.\n"
WORDS = '{{ claim("no larger", "1 > 2") }}\n'


@pytest.fixture(autouse=True)
def _outside_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def sizes(root: Path, page: str | bytes = PAGE) -> Path:
    return write_book(root, {"sizes.md": page}) / "docs" / "sizes.md"


class Terminal(io.StringIO):
    """Text that claims to come from, or go to, a terminal."""

    def isatty(self) -> bool:
        return True


# Writing ---------------------------------------------------------------------------------


def test_the_number_is_written_the_check_passes_and_a_second_run_changes_nothing(
    tmp_path: Path,
) -> None:
    """The whole sentence is shown before and after."""
    page = sizes(tmp_path)
    done = run("bless", "--root", tmp_path, "--yes")
    assert (done.code, done.text, done.errors) == (0, SHOWN + REWRITTEN, "")
    assert page.read_text() == PAGE.replace("9 bytes", "12 bytes")
    assert check(tmp_path).code == 0
    before = page.stat()
    again = run("bless", "--root", tmp_path, "--yes")
    assert (again.code, again.text) == (0, "nothing to rewrite: all of it holds\n")
    assert page.stat() == before


def test_byte_order_mark_line_ends_and_mode_stay(tmp_path: Path) -> None:
    """Of the file only the number changes."""
    raw = b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode() + b"end\rof\nit"
    page = sizes(tmp_path, raw)
    page.chmod(0o640)
    assert run("bless", "--root", tmp_path, "--yes").code == 0
    assert page.read_bytes() == raw.replace(b"9 bytes", b"12 bytes")
    assert page.stat().st_mode & 0o777 == 0o640
    assert list(page.parent.iterdir()) == [page]


def test_a_link_to_a_page_stays_a_link(tmp_path: Path) -> None:
    """The file behind it is rewritten."""
    page = sizes(tmp_path)
    real = tmp_path / "real.md"
    page.rename(real)
    page.symlink_to(real)
    assert run("bless", "--root", tmp_path, "--yes").code == 0
    assert page.is_symlink()
    assert "12 bytes" in real.read_text()


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=1),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.data(),
)
def test_an_edit_changes_its_characters_whatever_the_line_ends(
    rows: list[str], ending: str, data: st.DataObject
) -> None:
    """Places count lines as the verified text does."""
    raw = ending.join(rows)
    text = normalise(raw.encode(), "a")
    assert isinstance(text, str)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)).filter(lambda at: "\n" not in text[start:at]))
    edit = Edit(find_lines("a", text).place(start, end), text[start:end], "NEW")
    changed = edited(raw, [edit])
    assert changed is not None
    assert normalise(changed.encode(), "a") == f"{text[:start]}NEW{text[end:]}"
    assert sorted(changed.replace("NEW", "", 1) + text[start:end]) == sorted(raw)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """Not even where CI is set or nobody can be asked."""
    page = sizes(tmp_path)
    done = run("bless", "--root", tmp_path, "--dry-run")
    last = "1 finding in docs/sizes.md would be rewritten; nothing was written\n"
    assert (done.code, done.text) == (0, SHOWN + last)
    assert page.read_text() == PAGE


# Asking ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_a_terminal_is_asked(
    answer: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only `y` and `yes` write."""
    page = sizes(tmp_path)
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("tests.tiny.io.StringIO", Terminal)
    done = run("bless", "--root", tmp_path)
    assert (done.code, "12 bytes" in page.read_text()) == (code, code == 0)
    assert "rewrite 1 finding in docs/sizes.md? [y/N] " in done.text
    assert done.text.endswith(REWRITTEN if code == 0 else "nothing was written\n")


def test_without_a_terminal_nothing_is_written(tmp_path: Path) -> None:
    """Unless `--yes` says that nobody has to be asked."""
    page = sizes(tmp_path)
    done = run("bless", "--root", tmp_path)
    assert (done.code, done.text, page.read_text()) == (2, SHOWN, PAGE)
    assert done.errors == (
        "error[tool]: there is no terminal to ask on, so nothing was written\n"
        "   = help: --yes writes without asking, --dry-run only shows\n"
    )


# Refusing --------------------------------------------------------------------------------


def test_nothing_is_blessed_in_ci(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `CI` is set and not empty."""
    page = sizes(tmp_path)
    monkeypatch.setenv("CI", "true")
    done = run("bless", "--root", tmp_path, "--yes")
    assert (done.code, done.text, page.read_text()) == (2, "", PAGE)
    assert done.errors == (
        "error[tool]: CI is set, and a page is not corrected where nobody reads it\n"
        "   = help: .venv/bin/python -m macros bless    on your own machine\n"
    )
    monkeypatch.setenv("CI", "")
    assert run("bless", "--root", tmp_path, "--yes").code == 0


@pytest.mark.parametrize(
    ("places", "message"),
    [
        (("docs/sizes.md:3", "docs/sizes.md:3"), "`docs/sizes.md:3` is named twice"),
        (
            ("docs/sizes.md:3", "./docs/sizes.md:3:17"),
            "`docs/sizes.md:3` and `./docs/sizes.md:3:17` name the same place",
        ),
        (("docs", "docs/sizes.md"), "`docs` and `docs/sizes.md` name the same place"),
    ],
)
def test_a_place_that_is_named_twice_is_refused(
    places: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    """In whatever way the same place is written."""
    page = sizes(tmp_path)
    done = run("bless", "--root", tmp_path, "--yes", *places)
    assert (done.code, page.read_text()) == (2, PAGE)
    assert done.errors == f"error[tool]: {message}\n   = help: name each place once\n"


def test_only_the_named_places_are_rewritten(tmp_path: Path) -> None:
    """A line, a column of it, or a file; what stands elsewhere is not spoken of."""
    both = '{{ claim("1", "2") }} and {{ claim("3", "4") }}\n'
    root = write_book(tmp_path, {"a.md": both, "b.md": both + WORDS})
    assert run("bless", "--root", root, "--yes", "docs/a.md:1:27").code == 0
    assert (root / "docs/a.md").read_text() == both.replace('"3"', '"4"')
    assert (root / "docs/b.md").read_text() == both + WORDS
    assert run("bless", "--root", root, "--yes", root / "docs/b.md").code == 1
    assert (
        root / "docs/b.md"
    ).read_text() == '{{ claim("2", "2") }} and {{ claim("4", "4") }}\n' + WORDS


def test_a_place_where_nothing_stands_is_said(tmp_path: Path) -> None:
    """It may be a slip of the keyboard, so the exit code is not 0."""
    sizes(tmp_path)
    done = run("bless", "--root", tmp_path, "--yes", "docs/sizes.md:1")
    assert (done.code, done.text) == (1, "")
    assert done.errors == "no claim and no listing stands at docs/sizes.md:1\n"


def test_what_needs_a_person_is_listed_and_the_rest_is_written(tmp_path: Path) -> None:
    """The exit code is 1."""
    page = sizes(tmp_path, PAGE + WORDS)
    done = run("bless", "--root", tmp_path, "--yes")
    assert done.code == 1
    assert (
        done.text
        == SHOWN
        + (
            "1 finding needs a person:\n"
            'docs/sizes.md:4:1  the page says "no larger", '
            "rustc evaluates the expression to false\n"
            "  why:    the words hold no number to rewrite: "
            "either the sentence or the expression is wrong\n\n"
        )
        + REWRITTEN
    )
    assert page.read_text() == PAGE.replace("9 bytes", "12 bytes") + WORDS


@pytest.mark.parametrize("text", ["Other.\n", None])
def test_a_file_that_changed_meanwhile_is_refused(text: str | None, tmp_path: Path) -> None:
    """Before anything is written, to other files either."""
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_text("9")
    known = {"a.md": "9", "b.md": "9"}
    if text is not None:
        second.write_text(text)
    edits = [Edit(Place(path, 1, 1, 1, 2), "9", "12") for path in known]
    with pytest.raises(Trouble) as refused:
        write_edits(tmp_path, edits, known)
    assert refused.value.message == ("b.md has changed since it was verified; nothing was written")
    assert first.read_text() == "9"
    assert {path.name for path in tmp_path.iterdir()} <= {"a.md", "b.md"}


def test_a_file_that_changes_while_it_is_written_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's change wins; what was written before is named."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("9")
    edits = [Edit(Place(path, 1, 1, 1, 2), "9", "12") for path in ("a.md", "b.md")]
    synced = iter((lambda: None, lambda: (tmp_path / "b.md").write_text("mine")))
    monkeypatch.setattr(os, "fsync", lambda _: next(synced)())
    with pytest.raises(Trouble) as refused:
        write_edits(tmp_path, edits, {"a.md": "9", "b.md": "9"})
    assert refused.value.message == ("b.md has changed since it was verified; written before: a.md")
    assert ((tmp_path / "a.md").read_text(), (tmp_path / "b.md").read_text()) == ("12", "mine")
    assert {path.name for path in tmp_path.iterdir()} == {"a.md", "b.md"}


def test_two_edits_of_the_same_characters_are_none() -> None:
    """Neither is made."""
    edits = [Edit(Place("a", 1, 1, 1, 3), "12", "3"), Edit(Place("a", 1, 2, 1, 3), "2", "4")]
    assert edited("12", edits) is None
    assert edited("12", [Edit(Place("a", 2, 1, 2, 1), "", "3")]) is None


# Snippets, and the promises --------------------------------------------------------------


def test_snippets_and_their_claims_are_rewritten_together(tmp_path: Path) -> None:
    """Printed line, margin and error codes, by the real compiler."""
    page = (
        'It holds {{ claim("3 items", prints="len 3", snippet="a/run") }}.\n'
        'It fails: {{ claim("E0505", fails="E0505", snippet="a/bad") }}.\n'
    )
    good = '//! Runs.\nfn main() {\n    println!("len {}", 4); //~ prints len 3\n}\n'
    bad = (
        "//! Fails.\n//@ check-fail\nfn main() {\n    let s = String::new();\n    drop(s);\n"
        "    drop(s); //~ ERROR E0505 use of moved value\n}\n"
    )
    root = write_book(tmp_path, {"a.md": page}, {"a/run.rs": good, "a/bad.rs": bad})
    assert run("bless", "--root", root, "--yes").code == 0
    assert check(root).code == 0
    assert (root / "docs/a.md").read_text() == (
        page.replace("3 items", "4 items").replace("len 3", "len 4").replace("E0505", "E0382")
    )
    assert (root / "snippets/a/run.rs").read_text() == good.replace("len 3", "len 4")
    assert (root / "snippets/a/bad.rs").read_text() == bad.replace("E0505", "E0382")


def test_the_promises_can_bless_first(tmp_path: Path, project: Path) -> None:
    """`pytest checks --bless` rewrites what `bless` rewrites, and refuses what it refuses."""
    page = sizes(tmp_path)
    refused = pytest_checks(tmp_path, project)
    assert refused.returncode == 2
    assert "there is no terminal to ask on" in refused.stdout + refused.stderr
    done = pytest_checks(tmp_path, project, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert SHOWN in done.stdout
    assert page.read_text() == PAGE.replace("9 bytes", "12 bytes")


def pytest_checks(root: Path, project: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "checks/test_claims_hold.py", "--bless"),
            *("--book", str(root), "-p", "no:cacheprovider", *more),
        ],
        cwd=project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
