"""Players: what a call may ask for, what becomes of it, and where it is told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.model import State
from macros.options import Options
from macros.render.site import Site
from tests.tiny import Checked, check, run, write_book

MOVE = """\
//! A move.
fn main() {
    let s = String::from("hello");
    //@ snapshot: start
    let t = s;
    //@ snapshot: moved
    println!("{t}");
}
"""
PLAIN = '//! Nothing to see.\nfn main() {\n    println!("plain"); //~ prints plain\n}\n'
CALL = '{{ memory("move") }}'
CLAIM = 'It has {{ claim("5 bytes", snapshot="start: s.len == 5", snippet="move") }}.'


def book(root: Path, page: str, **snippets: str) -> Path:
    found = {"move.rs": MOVE, **{f"{name}.rs": text for name, text in snippets.items()}}
    return write_book(root, {"page.md": f"# Page\n\n{page}\n"}, found)


def messages(checked: Checked) -> list[str]:
    return [line for line in checked.text.splitlines() if line.startswith("error[")]


# Calls ------------------------------------------------------------------------------------


def test_a_player_holds_and_is_counted(tmp_path: Path) -> None:
    """Once measured, and then known."""
    root = book(tmp_path, CALL)
    first, again = check(root), check(root)
    assert (first.code, again.code) == (0, 0), first.text
    assert "0 claims, 1 listing, 1 player: all hold" in first.text
    assert "0 compiler calls" in again.text


BAD = [
    (
        '{{ memory("moves") }}\n\n{{ memory("move") }}',
        {},
        "error[snippet]: there is no snippet 'moves'",
        "help: did you mean 'move'?",
    ),
    (
        '{{ memory("plain") }}\n\n{{ memory("move") }}',
        {"plain": PLAIN},
        "error[player]: plain has no moment to be drawn",
        "help: write //@ snapshot: LABEL on a line of its own between two of its statements",
    ),
    (
        '{{ memory("bad") }}\n\n{{ memory("move") }}',
        {"bad": MOVE.replace("fn main", "//@ check-fail\nfn main").replace(
            '"{t}");', '"{s}"); //~ ERROR E0382')},
        "error[player]: bad is no program that runs to its end, so its memory is not drawn",
        "help: name a snippet with a main function that compiles, runs and ends with exit code 0",
    ),
    (
        '{{ memory("bad") }}\n\n{{ memory("move") }}',
        {"bad": MOVE.replace("fn main", "//@ run-fail: 3\nfn main").replace(
            'println!("{t}");', "std::process::exit(t.len() as i32 - 2);")},
        "error[player]: bad is no program that runs to its end, so its memory is not drawn",
        "help: name a snippet with a main function that compiles, runs and ends with exit code 0",
    ),
    (
        '{{ memory("bad") }}\n\n{{ memory("move") }}',
        {"bad": MOVE.replace("fn main", "pub fn work")},
        "error[player]: bad is no program that runs to its end, so its memory is not drawn",
        "help: name a snippet with a main function that compiles, runs and ends with exit code 0",
    ),
    (
        'It is {{ memory("move") }} here.\n\n{{ memory("move") }}',
        {},
        "error[macro]: `memory` stands in a line with other text",
        "= it renders whole blocks: give it a line of its own",
    ),
    (
        '{{ memory() }}\n\n{{ memory("move") }}',
        {},
        "error[parameter]: `memory` needs `name`",
        "= it takes: memory(name, title=)",
    ),
    (
        '{{ memory("move", depth=2) }}\n\n{{ memory("move") }}',
        {},
        "error[parameter]: `memory` has no parameter `depth`",
        "= it takes: memory(name, title=)",
    ),
    (
        '{{ memory(3) }}\n\n{{ memory("move") }}',
        {},
        "error[argument]: `name` of `memory` is a string, not 3",
        "",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("page", "snippets", "message", "help"), BAD)
def test_a_call_that_shows_nothing_is_a_finding(
    page: str, snippets: dict[str, str], message: str, help: str, tmp_path: Path
) -> None:
    """At its place, with what to do; the claim and the player beside it are judged."""
    checked = check(book(tmp_path, f"{CLAIM}\n\n{page}", **snippets))
    assert checked.code == 1
    said = messages(checked)
    assert len([line for line in said if line.startswith("error[mark]")]) <= 1
    assert [line for line in said if line.startswith(message)] == said[:1], checked.text
    assert help in checked.text
    assert "docs/page.md:5:" in checked.text
    assert "1 claim" in checked.text.splitlines()[-1]


def test_the_same_program_twice_has_two_ids(tmp_path: Path) -> None:
    """In the order of the page, and one run serves both."""
    root = book(tmp_path, f'{CALL}\n\n{{{{ memory("move", title="Again") }}}}')
    found = verify_book(root, Options()).verification
    assert [one.id for one in found.players.players] == ["page-memory-move", "page-memory-move-2"]
    assert found.verdicts["page-memory-move-2"].words == "Again"
    assert found.report.tally.calls == 2


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        (
            "let t = s;",
            "let t = if s.len() == 5 { s } else { return };",
            "",
            0,
        ),
        (
            "moved\n",
            "moved, show: u\n",
            "no frame has a variable `u` at `moved`; there are",
            6,
        ),
        (
            "let t = s;\n    //@ snapshot: moved\n",
            "let seated = s;\n    //@ snapshot: moved, show: seat\n    let t = seated;\n",
            "no frame has a variable `seat` at `moved`; there are s, seated; did you mean "
            "`seated`?",
            6,
        ),
        (
            "    let t = s;\n    //@ snapshot: moved\n",
            "    let t = s;\n    if t.is_empty() {\n        //@ snapshot: moved\n"
            "        println!();\n    }\n",
            "the program never comes to the snapshot `moved`",
            7,
        ),
    ],
)
def test_what_the_program_does_is_said_at_the_snippets_line(
    old: str, new: str, message: str, line: int, tmp_path: Path
) -> None:
    """And which call asked for it."""
    assert old in MOVE
    checked = check(book(tmp_path, CALL, move=MOVE.replace(old, new)))
    if not message:
        assert checked.code == 0, checked.text
        return
    assert checked.code == 1
    assert f"error[player]: {message}" in checked.text
    assert f"--> snippets/move.rs:{line}:" in checked.text
    assert "= asked by: docs/page.md:3:1" in checked.text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("moved\n", "moved, show: t, u\n", "u"),
        ("    let t = s;\n    //@ snapshot: moved\n",
         "    let t = s;\n    if t.is_empty() {\n        //@ snapshot: moved\n        println!();\n"
         "    }\n", "//@ snapshot: moved"),
        ('println!("{t}");', "std::process::exit(t.len() as i32);", "//@ snapshot: start"),
    ],
)  # fmt: skip
def test_the_words_that_are_meant_are_marked(
    old: str, new: str, words: str, tmp_path: Path
) -> None:
    """A variable of the mark, or the whole mark; never the first column of a line."""
    assert old in MOVE
    root = book(tmp_path, CALL, move=MOVE.replace(old, new))
    found = verify_book(root, Options()).verification.verdicts["page-memory-move"].findings
    lines = (root / "snippets/move.rs").read_text("utf-8").split("\n")
    marked = [lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1]
              for one in found]  # fmt: skip
    assert marked == [words]
    assert all(each.strip() == each != "" for each in marked)


def test_without_gdb_nothing_is_concluded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2 with the command that installs it; other claims of the page are judged."""
    wrong = 'A byte takes {{ claim("2 bytes", "size_of::<u8>()") }}.'
    root = book(tmp_path / "book", f"{wrong}\n\n{CLAIM}\n\n{CALL}")
    programs = tmp_path / "programs"
    programs.mkdir()
    for folder in os.environ["PATH"].split(os.pathsep):
        for each in Path(folder).glob("*") if folder else ():
            if each.name != "gdb" and not (programs / each.name).exists():
                (programs / each.name).symlink_to(each)
    monkeypatch.setenv("PATH", str(programs))
    checked = check(root)
    assert checked.code == 2
    assert "error[value]: the page says 2 bytes, rustc measures 1" in checked.text
    missing = "could not be checked: gdb is not installed, so no program's memory can be looked at"
    assert f"error[tool]: this player {missing}" in checked.text
    assert f"error[tool]: this claim {missing}" in checked.text
    assert "help: sudo apt-get install gdb" in checked.text


# Marks that nobody sees ---------------------------------------------------------------------


UNSEEN = "error[mark]: move has moments to be drawn, and no page draws them"


def test_marks_without_a_player_are_a_finding(tmp_path: Path) -> None:
    """Of the whole book only: another page may draw them."""
    root = book(tmp_path, '{{ snippet("move") }}')
    checked = check(root)
    assert messages(checked) == [UNSEEN]
    assert "--> snippets/move.rs:4:" in checked.text
    help = 'help: write {{ memory("move") }} alone on a line, or take the marks out'
    assert help in checked.text
    assert check(root, root / "docs" / "page.md").code == 0


@pytest.mark.parametrize("use", [CALL, CLAIM])
def test_a_player_or_a_claim_uses_the_marks(use: str, tmp_path: Path) -> None:
    """Either will do, and the snippet counts as used."""
    assert check(book(tmp_path, use)).code == 0


# Where it is told ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    looped = MOVE.replace("    //@ snapshot: start\n", "").replace(
        "    let t = s;\n    //@ snapshot: moved\n",
        "    for t in [1, 2] {\n        //@ snapshot: again\n"
        '        println!("{s} {t}");\n    }\n',
    ).replace('    println!("{t}");\n', "")  # fmt: skip
    page = f'{CLAIM}\n\n{CALL}\n\n{{{{ memory("looped", title="A <loop>") }}}}'
    return verify_book(book(tmp_path_factory.mktemp("site"), page, looped=looped), Options())


def test_evidence_lists_the_players(site: Site) -> None:
    """Each with its page, place, verdict, snippet, steps and compiler."""
    from macros.render.evidence import write_evidence_json  # noqa: PLC0415

    first, second = json.loads(write_evidence_json(site.evidence()))["players"]
    assert first["id"] == "page-memory-move"
    assert (first["page"], first["place"]) == ("docs/page.md", "docs/page.md:5:1")
    assert (first["verdict"], first["snippet"], first["title"]) == ("holds", "move", "A move.")
    assert first["steps"] == [{"label": "start", "line": 3}, {"label": "moved", "line": 5}]
    assert (first["toolchain"], first["edition"]) == ("1.95.0", "2024")
    assert "    //@ snapshot: moved\n" in first["program"]
    assert second["steps"] == [{"label": "again#1", "line": 4}, {"label": "again#2", "line": 4}]


def test_the_evidence_of_a_page_shows_the_players(site: Site) -> None:
    """Below the claims of the page: steps, program, command, and the way back."""
    titles = {"docs/page.md": "Page"}
    page = site.render_evidence("docs/page.md", lambda path: f"to/{path}", titles)
    assert '<h2 id="page-docs-page-md-players">Programs, step by step</h2>' in page
    assert '<section class="evidence" id="page-memory-looped">' in page
    assert '<a href="to/docs/page.md#page-memory-looped">A &lt;loop&gt;</a>' in page
    assert "<li>start, at line 3</li><li>moved, at line 5</li>" in page
    assert "break move.rs:3" in page
    assert ".venv/bin/python -m macros explain docs/page.md:5" in page


def test_the_quiet_row_counts_players(site: Site) -> None:
    """Beside the claims."""
    assert "1 claim and 2 players hold</a>" in site.evidence_row("docs/page.md", "evidence.html")
    assert all(one.state is State.HOLDS for one in site.report.players)


def test_a_players_line_is_explained(tmp_path: Path) -> None:
    """The steps, the program with its marks, and the command that stops there."""
    root = book(tmp_path, CALL)
    explained = run("explain", "--root", root, "docs/page.md:3")
    assert explained.code == 0
    lines = explained.text.splitlines()
    assert lines[:4] == [
        "docs/page.md:3:1  A move.",
        "  holds: 2 moments",
        "  start, at line 3",
        "  moved, at line 5",
    ]
    assert "        //@ snapshot: moved" in lines
    assert lines[-1].startswith("  rustc --crate-type=bin ")
    assert "gdb -nx -batch" in lines[-1]
