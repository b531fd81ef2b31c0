"""The pages of evidence: their names, their order, their counts, and the text for the filter."""

from __future__ import annotations

import json

import pytest

from macros.build import verify_book
from macros.options import Options
from macros.render.evidence_pages import (
    evidence_page,
    evidence_pages,
    in_order,
    title_of,
    write_rows,
)
from macros.render.site import Site
from tests.tiny import write_book

PAGES = {
    "index.md": "# Start\n\nA byte is {{ claim('1 byte', 'size_of::<u8>()', id='byte') }}.\n",
    "sizes.md": (
        "# Sizes\n\n"
        "A pair has {{ claim('3 bytes', 'size_of::<[u8; 2]>()', id='pair') }} & more.\n\n"
        "A word has {{ claim('8 bytes', 'size_of::<usize>()', id='word') }}.\n\n"
        '{{ layout("u16") }}\n'
    ),
    "plain.md": "# Plain\n\nNothing is measured.\n",
}
TITLES = {"docs/sizes.md": "1 Sizes", "docs/plain.md": "2 Plain", "docs/index.md": "Start"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return verify_book(write_book(tmp_path_factory.mktemp("book"), PAGES), Options())


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("docs/copy.md", "docs/evidence/copy.md"),
        ("docs/index.md", "docs/evidence/index-page.md"),
        ("docs/parts/README.md", "docs/evidence/parts/readme-page.md"),
        ("docs/parts/byte.md", "docs/evidence/parts/byte.md"),
    ],
)
def test_each_page_has_its_page_of_evidence(path: str, page: str) -> None:
    """Never one that stands for its folder: there the list of all pages is."""
    assert evidence_page(path) == page


def test_only_pages_with_something_measured_have_evidence(site: Site) -> None:
    """By the path of their evidence."""
    assert evidence_pages(site.evidence()) == {
        "docs/evidence/index-page.md": "docs/index.md",
        "docs/evidence/sizes.md": "docs/sizes.md",
    }


def test_pages_are_listed_as_the_navigation_has_them() -> None:
    """Files that are no pages of their own come last."""
    paths = ["docs/parts/byte.md", "docs/index.md", "docs/sizes.md"]
    assert in_order(paths, TITLES) == ["docs/sizes.md", "docs/index.md", "docs/parts/byte.md"]
    assert title_of("docs/sizes.md", TITLES) == "Evidence: 1 Sizes"
    assert title_of("docs/parts/byte.md", TITLES) == "Evidence: docs/parts/byte.md"


def test_the_list_counts_and_links(site: Site) -> None:
    """Claims, figures and programs of each page, and how they ended."""
    html = site.render_evidence_index(lambda path: f"to/{path}", TITLES, "rows.js")
    assert (
        '<tr id="page-docs-sizes-md"><td><a href="to/docs/evidence/sizes.md">1 Sizes</a></td>'
        "<td>2</td><td>1</td><td></td><td></td><td>2 hold, 1 refuted</td></tr>"
    ) in html
    assert "<td>1</td><td></td><td></td><td></td><td>all hold</td>" in html
    assert 'data-rows="rows.js"' in html


def test_a_page_has_its_rows_and_no_others(site: Site) -> None:
    """Its claims, then its figures, each with the way back."""
    html = site.render_evidence("docs/sizes.md", lambda path: f"to/{path}", TITLES)
    assert html.count('<section class="evidence"') == 3
    assert '<h2 id="page-docs-sizes-md-claims">Claims</h2>' in html
    assert '<h2 id="page-docs-sizes-md-figures">Figures</h2>' in html
    assert '<a href="to/docs/sizes.md#c-pair">' in html
    assert '<a href="to/docs/evidence.md">All evidence</a>' in html
    assert "data-rows" not in html


def test_the_filter_gets_the_text_of_every_row(site: Site) -> None:
    """Of each page its title, its address, and per row: id, words, and all that is read there."""
    script = write_rows(site.evidence(), TITLES, lambda path: f"to/{path}")
    name, _, value = script.partition(" = ")
    sizes, index = json.loads(value.strip().removesuffix(";"))
    assert name == "var __evidence"
    assert (sizes["title"], sizes["address"]) == ("1 Sizes", "to/docs/evidence/sizes.md")
    assert [row[:2] for row in sizes["rows"]] == [
        ["pair", "A pair has 3 bytes & more."],
        ["word", "A word has 8 bytes."],
        ["sizes-layout-u16", "Layout of u16"],
    ]
    assert "fn main()" in index["rows"][0][2]
    assert "size_of::<u8>() = 1" in index["rows"][0][2]
    assert "<section" not in script
