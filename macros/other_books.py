"""What another book says of its own Rust: the edition in an mdBook's book.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from macros.fence_words import EDITIONS
from macros.report import say_book

OURS = "2024"
"""The edition of a page that belongs to no book."""
RUSTDOC = "2015"
"""What mdBook leaves to rustdoc where book.toml names no edition."""


def find_edition(page: Path) -> str:
    """The edition of a page's Rust where its fences name none.

    Raises Trouble where the nearest book.toml cannot be read as what it is.
    """
    folders = page.resolve().parents
    file = next(
        (folder / "book.toml" for folder in folders if (folder / "book.toml").is_file()), None
    )
    return OURS if file is None else _read_edition(file)


def _read_edition(file: Path) -> str:
    try:
        book = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise say_book.book_file_unreadable(file, str(error)) from error
    rust = book.get("rust", {})
    edition = rust.get("edition", RUSTDOC) if isinstance(rust, dict) else ""
    if edition not in EDITIONS:
        raise say_book.book_file_unreadable(file, f"[rust] edition is not {', '.join(EDITIONS)}")
    return str(edition)
