"""A size → a synthetic book in a folder: pages, snippets and MkDocs' configuration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from tests.bench.items import Items, Size, Statement
from tests.bench.listings import draw_failures, draw_programs
from tests.bench.statements import draw_statements

FEWEST_PAGES = 15
CLAIMS_A_PAGE = 100
FILLER = (
    "What is written here is read by people before it is read by a machine.",
    "A page holds more prose than numbers, and most of its sentences claim nothing at all.",
    "The paragraph goes on for a while, as paragraphs do, so that the page has the usual weight.",
    "Some words are *stressed*, some are `code`, and a few lead [to the start](index.md).",
)
CRATE_PATH = """\
//! A path that starts at the crate's root, and an attribute of the whole crate.
#![allow(unused_variables)]

mod inner {
    pub fn answer() -> u32 {
        42
    }
}

fn main() {
    let unused = 1;
    println!("{}", crate::inner::answer()); //~ prints 42
}
"""
EDITED = """\
//! A program that is edited while the preview runs.

fn main() {
    let edition = 0;
    println!("this program is edition {edition}"); //~ prints this program is edition 0
}
"""


def draw_items(size: Size) -> Items:
    """Draw everything that a book of this size holds."""
    return Items(
        draw_statements(size.claims), draw_programs(size.programs), draw_failures(size.failures)
    )


def write_book(root: Path, items: Items) -> None:
    """Write the pages and the snippets; every snippet is shown on one page."""
    for listing in items.listings:
        write_file(root / "snippets" / f"{listing.name}.rs", listing.source)
    for name, text in render_pages(items).items():
        write_file(root / "docs" / name, text)


def write_file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def render_pages(items: Items) -> dict[str, str]:
    """Write the pages' Markdown, by file name; claims and listings are spread evenly."""
    count = max(FEWEST_PAGES, len(items.statements) // CLAIMS_A_PAGE)
    names = [listing.name for listing in items.listings]
    return {
        page_name(number): render_page(
            number, items.statements[number::count], names[number::count]
        )
        for number in range(count)
    }


def page_name(number: int) -> str:
    return f"chapter_{number:03}.md" if number else "index.md"


def render_page(number: int, statements: Sequence[Statement], listings: Sequence[str]) -> str:
    """Write one page: paragraphs of four claims, listings between them, filler around both."""
    blocks = [f"# Chapter {number}", "This sentence belongs to edition 0 of the book."]
    paragraphs = _paragraphs(statements)
    shown = iter(listings)
    for position, paragraph in enumerate(paragraphs):
        blocks += [f"## Section {number}.{position}", FILLER[position % len(FILLER)], paragraph]
        blocks += [f'{{{{ snippet("{name}") }}}}' for name in islice(shown, 2)]
    blocks += [f'{{{{ snippet("{name}") }}}}' for name in shown]
    return "\n\n".join(blocks) + "\n"


def _paragraphs(statements: Sequence[Statement]) -> list[str]:
    sentences = [
        f"{each.subject} {render_claim(each)}, and nothing else.\n{FILLER[number % len(FILLER)]}"
        for number, each in enumerate(statements)
    ]
    return ["\n".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4)]


def render_claim(statement: Statement) -> str:
    return f'{{{{ claim("{statement.words}", "{statement.expression}") }}}}'


def add_listing(root: Path, name: str, source: str) -> None:
    """Write one more snippet and show it at the end of the first page."""
    write_file(root / "snippets" / f"{name}.rs", source)
    index = root / "docs" / "index.md"
    shown = f'{index.read_text(encoding="utf-8")}\n{{{{ snippet("{name}") }}}}\n'
    index.write_text(shown, encoding="utf-8")


def edit_sentence(root: Path, edition: int) -> str:
    """Change one sentence of the first page; return the words that it now holds."""
    words = f"belongs to edition {edition} of the book"
    _replace(root / "docs" / "index.md", r"belongs to edition \d+ of the book", words)
    return words


def edit_snippet(root: Path, edition: int) -> str:
    """Change what the program `EDITED` prints; return a line that it now prints."""
    path = root / "snippets" / "live" / "edited.rs"
    text = re.sub(r"edition = \d+", f"edition = {edition}", EDITED)
    line = f"this program is edition {edition}"
    path.write_text(text.replace("this program is edition 0", line), encoding="utf-8")
    return line


def _replace(path: Path, pattern: str, words: str) -> None:
    text = re.sub(pattern, words, path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
