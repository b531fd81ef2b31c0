"""Characters that turn text around are shown to readers, and not obeyed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.render.directions import escape_directions, show_directions
from macros.render.disk import write_search_script

TURNED = "access \u202e level \u2066 user \u2069 \u200f"


def test_a_page_shows_them() -> None:
    """Each with its number; everything else stays."""
    assert show_directions(f"<p>{TURNED} א €</p>") == (
        "<p>access \\u{202e} level \\u{2066} user \\u{2069} \\u{200f} א €</p>"
    )


def test_json_means_the_same() -> None:
    """A machine reads what was written; an editor is not turned around."""
    text = json.dumps({"words": TURNED}, ensure_ascii=False)
    escaped = escape_directions(text)
    assert json.loads(escaped) == {"words": TURNED}
    assert escaped.isascii()


def test_the_search_index_has_none(tmp_path: Path) -> None:
    """Neither the index nor its script."""
    index = tmp_path / "search_index.json"
    index.write_text(json.dumps([TURNED], ensure_ascii=False), encoding="utf-8")
    write_search_script(tmp_path)
    for file in tmp_path.iterdir():
        assert file.read_text("utf-8").isascii()


@pytest.mark.parametrize("character", "\u061c\u200e\u200f\u202a\u202d\u2067\u2068")
def test_every_one_is_known(character: str) -> None:
    """Marks, embeddings, overrides and isolates."""
    assert show_directions(character) == f"\\u{{{ord(character):x}}}"
