"""The promise about figures: kept by a tiny book, and broken wherever a built page is changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from checks.figures import find_disagreements, find_figures, read_said
from macros.draw import Figure, draw_figure
from macros.model import Place
from tests.figures import FIGURES
from tests.promised import keep_promises, write_promising_book

PLACE = Place("site/moves.html", 1, 1, 1, 2)
SHAPE = "//! A shape.\n\npub struct Shape {\n    pub wide: u32,\n    pub small: u8,\n}\n"
PAGE = """\
# Moves

A pair takes {{ claim("2 bytes", "size_of::<(u8, u8)>()", id="pair") }}.

{{ layout("Shape", "moves/shape") }}

{{ layout("(u8, u32)") }}

{{ layout("std::rc::Rc<u8>", heap=True) }}

{{ layout("i8") }}

{{ layout_table("u16 | bool") }}

{{ snippet("moves/shown") }}

It prints {{ claim("a line", prints="argued", snippet="moves/argued") }}.
"""
CHANGES = (
    ("Shape takes 8 bytes", "Shape takes 9 bytes"),
    ("size 8 = 2 × align 4", "size 8 = 1 × align 8"),
    (
        r'(<td class="layout__number">)0(</td><td class="layout__number">4</td>'
        r'<td class="layout__number">4</td><td><code>wide)',
        r"\g<1>4\2",
    ),
    (r"field 1 \(u32\) at 4", "field 1 (u32) at 0"),
    (r'(<code>u16</code></th><td class="layout__number">)2', r"\g<1>4"),
    ("size 24 = 3 × align 8", "size 32 = 4 × align 8"),
    ('id="moves-layout-i8"', 'id="moves-layout-u8"'),
)
HOOK = f"""\
import re

CHANGES = {CHANGES!r}


def on_post_page(output, page, config):
    for old, new in CHANGES if page.file.src_uri == "moves.md" else ():
        output = re.sub(old, new, output)
    return output
"""
SAID = {
    "moves-layout-shape": (
        "the sentence of `Shape` says 9, rustc measures 8",
        "the picture of `Shape` says 8, rustc measures 4",
        "the row `wide` of `Shape` says 4, rustc measures 0",
    ),
    "moves-layout-u8-u32": (
        "of `(u8, u32)`, the table has 1 (u32) at 4, and the sentence does not",
    ),
    "moves-layout-table": ("`size` of `u16` says 4, rustc measures 2",),
    "moves-layout-std-rc-rc-u8": (
        "of `RcInner<u8>`, the sentence says size 24, align 8, and the picture says size 32,"
        " align 8",
    ),
    "moves-layout-i8": ("site/moves.html does not have this figure",),
}


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """What the promise says of a site whose pages were changed behind its back."""
    root = tmp_path_factory.mktemp("changed")
    write_promising_book(root, {"moves.md": PAGE}, {"moves/shape.rs": SHAPE})
    (root / "tamper.py").write_text(HOOK)
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(config.replace("hooks:\n", "hooks:\n  - tamper.py\n"))
    return keep_promises(root, ("figures_match",)).failed


@pytest.mark.parametrize("figure", SAID)
def test_a_changed_figure_is_found(figure: str, failed: Mapping[str, str]) -> None:
    """In picture, sentence, table, and a table of types: the finding has both numbers."""
    said = failed[f"test_figure_shows_what_is_measured[{figure}]"]
    for message in SAID[figure]:
        assert f"error[drawn]: {message}\n" in said
    assert "docs/moves.md:" in said
    assert "Traceback" not in said


def test_a_figure_of_nobody_is_found(failed: Mapping[str, str]) -> None:
    """It is on the page, and no call of the book draws it."""
    said = failed["test_page_has_only_measured_figures[moves.html]"]
    assert "error[drawn]: the figure 'moves-layout-u8' shows what nobody measured\n" in said


def test_a_book_without_figures_fails(tmp_path: Path) -> None:
    """Nothing was compared, so nothing is promised."""
    page = re.sub(r"\{\{ layout.*\n\n", "", PAGE)
    root = write_promising_book(tmp_path, {"moves.md": page})
    failed = keep_promises(root, ("figures_match",)).failed
    assert "error[nothing]: the whole book has no figure" in failed["test_there_are_figures"]


@pytest.mark.parametrize("name", sorted(set(FIGURES) - {"hostile"}))
def test_drawn_figures_agree_with_themselves(name: str) -> None:
    """Whatever is drawn, its picture, sentence and table say the same."""
    (found,) = find_figures(PLACE.path, draw_figure(FIGURES[name]))
    assert len(found.types) == len(FIGURES[name].layouts)
    for drawn, layout in zip(found.types, FIGURES[name].layouts, strict=True):
        assert list(find_disagreements(drawn, PLACE)) == []
        for said in read_said(drawn):
            assert said.size == layout.size
            assert said.align in (layout.align, None)


def test_hand_made_figure_is_seen() -> None:
    """It has the class, and no picture."""
    (found,) = find_figures("site/a.html", '<p>a</p>\n<figure class="layout" id="x">b</figure>')
    assert (found.id, found.place.line, found.types) == ("x", 2, [])


def test_the_figure_of_one_type_has_its_rows() -> None:
    """By the heads of the table."""
    html = draw_figure(Figure("f", "", FIGURES["tuple"].layouts))
    (found,) = find_figures(PLACE.path, html)
    assert [row["field"] for row in found.types[0].rows] == ["0", "1", "", "2"]
