"""A tiny book for the promises of `checks/`, and what they said of it, test by test."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.tiny import write_book

PROJECT = Path(__file__).resolve().parent.parent
PROMISES = (
    "built_site_is_reproducible",
    "entry_list_is_complete",
    "figures_match",
    "links_resolve",
    "nothing_is_vacuous",
    "pages_are_accessible",
    "pages_fit",
    "pages_need_no_network",
    "snippets_are_clean",
    "snippets_are_shown",
)
CHAPTER = """\
# Moves

A pair takes {{ claim("2 bytes", "size_of::<(u8, u8)>()", id="pair") }}, see
[the layout](https://doc.rust-lang.org/reference/type-layout.html#tuple-layout).

{{ snippet("moves/shown") }}

{{ layout("(u8, u32, u16)", compare="[u8; 2]", title="A tuple and an array") }}

{{ layout_table("u8 | bool") }}

The program behind this claim is shown as evidence:
it prints {{ claim("a line", prints="argued", snippet="moves/argued") }}.
"""
SHOWN = '//! Prints a word.\nfn main() {\n    println!("shown"); //~ prints shown\n}\n'
TABLE = """\
total: 2
chapters:
  "5":
    page: moves.md
    entries: [S0-01]
  "6":
    entries: [S0-02]
"""
RECORD = """\
- id: S0-01
  article: 0
  chapter: "5"
  statement: A pair of bytes takes two.
  verdict: holds
  evidence:
    - claim: pair
"""
PAGES = {
    "index.md": "# Start\n\nThe [chapter](moves.md#moves) is short.\n",
    "moves.md": CHAPTER,
    "chapters.yml": TABLE,
    "sources/moves.yml": RECORD,
}
SNIPPETS = {"moves/shown.rs": SHOWN, "moves/argued.rs": SHOWN.replace("shown", "argued")}


def write_promising_book(
    root: Path, pages: Mapping[str, str] | None = None, snippets: Mapping[str, str] | None = None
) -> Path:
    """Write a book that keeps every promise, but for the files that are given."""
    write_book(root, {**PAGES, **(pages or {})}, {**SNIPPETS, **(snippets or {})})
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    head, rest = config.split("nav:\n", 1)
    nav = "nav:\n  - Start: index.md\n  - 5 Moves: moves.md\n  - Evidence: evidence.md\n"
    more = "  - Sources: sources.md\n\nplugins:"
    (root / "mkdocs.yml").write_text(head + nav + more + rest.split("plugins:", 1)[1])
    (root / "docs" / "assets").symlink_to(PROJECT / "docs" / "assets")
    (root / "macros").symlink_to(PROJECT / "macros")
    return root


def show_in_navigation(root: Path, page: str) -> None:
    """Give one more page its place."""
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    shown = config.replace("  - Evidence:", f"  - Another: {page}\n  - Evidence:")
    (root / "mkdocs.yml").write_text(shown, encoding="utf-8")


@dataclass(frozen=True)
class Kept:
    """How a run of promises ended: each test by its name, with what it said where it failed."""

    code: int
    passed: frozenset[str]
    failed: Mapping[str, str]
    output: str


def keep_promises(root: Path, names: tuple[str, ...] = PROMISES, *options: str) -> Kept:
    """Run promises of `checks/` on a book."""
    report = root / "report.xml"
    files = [f"checks/test_{name}.py" for name in names]
    plain = ("-p", "no:cacheprovider", "-p", "no:xdist", f"--junitxml={report}")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *files, *plain, "--book", str(root), *options],
        cwd=PROJECT,
        env={**os.environ, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    passed: set[str] = set()
    failed: dict[str, str] = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - see above
        problems = [*case.iter("failure"), *case.iter("error")]
        if problems:
            failed[case.attrib["name"]] = problems[0].text or ""
        elif not list(case.iter("skipped")):
            passed.add(case.attrib["name"])
    return Kept(done.returncode, frozenset(passed), failed, done.stdout)
