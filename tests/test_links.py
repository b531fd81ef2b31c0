"""Links of a built site, without building one: paths, anchors, shapes, and evidence both ways."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checks.building import BuiltPage, BuiltSite
from checks.links import (
    find_broken_links,
    find_lost_evidence,
    find_rows_without_claim,
    target_of,
)
from tests.made import claim_in

DOC = "https://doc.rust-lang.org"


def site_of(folder: Path, **pages: str) -> BuiltSite:
    for name, text in pages.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return BuiltSite(folder)


def said(site: BuiltSite, page: str = "a.html") -> list[str]:
    return [finding.message for finding in find_broken_links(site.pages[page], site)]


@pytest.mark.parametrize(
    "href",
    [
        f"{DOC}/error_codes/E0382.html",
        f"{DOC}/stable/error_codes/error-index.html",
        f"{DOC}/std/option/enum.Option.html#impl-Copy-for-Option%3CT%3E",
        f"{DOC}/1.95.0/core/mem/index.html",
        f"{DOC}/std/primitive.u8.html",
        f"{DOC}/std/",
        f"{DOC}/reference/",
        f"{DOC}/reference/types/char.html#r-type.char.layout",
        f"{DOC}/nightly/nomicon/drop-flags.html",
        f"{DOC}/edition-guide/rust-2024/intoiterator-box-slice.html",
        "https://play.rust-lang.org/?code=fn%20main()%20%7B%7D",
        "mailto:someone@example.org",
        "#here",
        "#",
        "",
        "b.html#there",
        "./b.html",
        "folder/",
        "folder/#inside",
        "folder/index.html",
        "evidence.json",
    ],
)
def test_good_link(href: str, tmp_path: Path) -> None:
    """Nothing is said of links that lead somewhere, or have the shape of one that does."""
    (tmp_path / "evidence.json").write_text("{}")
    site = site_of(
        tmp_path,
        a=f'<p id="here"><a href="{href}">x</a>',
        b='<a name="there"></a>',
        folder__index='<p id="inside">',
    )
    assert said(site) == []


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("c.html", "leads to c.html, which the site does not have"),
        ("../b.html", "leads to ../b.html, which the site does not have"),
        ("folder/", "leads to folder/index.html, which the site does not have"),
        ("#gone", "leads to #gone, which a.html does not have"),
        ("//example.org/", "is not https"),
        ("http://[::1", "is no address that a reader can follow"),
        ("file:///etc/hosts", "is no address that a reader can follow"),
        (f"{DOC}/error_codes/E38.html", "is no page of the error index"),
        (f"{DOC}/error-index.html#E0382", "is no page of doc.rust-lang.org that is known here"),
        (f"{DOC}/std/mem/size_of.html", "is no page of the documentation of std"),
        (f"{DOC}/reference/type-layout", "is no page of the Reference"),
        (f"{DOC}/nomicon/Drop Flags.html", "is no page of the Rustonomicon"),
    ],
)
def test_bad_link(href: str, message: str, tmp_path: Path) -> None:
    """Each sort of link that leads nowhere is named with what is wrong."""
    site = site_of(tmp_path, a=f'<a href="{href}">x</a>', b="")
    assert said(site) == [f"the link {href!r} {message}"]


def test_page_for_missing_pages_counts_from_the_root() -> None:
    """A server shows 404.html at any address, so its links begin with a slash."""
    assert target_of("/assets/site.css", BuiltPage("404.html", "")) == "assets/site.css"
    assert target_of("/", BuiltPage("404.html", "")) == "index.html"
    assert target_of("../x/", BuiltPage("chapters/copy/index.html", "")) == "chapters/x/index.html"


IDENTITY = "four"
CLAIM = replace(claim_in('It takes {{ claim("4 bytes", "size_of::<u32>()") }}.'), id=IDENTITY)
ELSEWHERE = f'<section id="{IDENTITY}"></section><section><a href="sizes.html#c-{IDENTITY}">'
SENTENCE = f'<a id="c-{IDENTITY}" href="evidence.html#{IDENTITY}">4 bytes</a>'
ROW = f'<section class="evidence" id="{IDENTITY}"><a href="sizes.html#c-{IDENTITY}">x</a></section>'


@pytest.mark.parametrize(
    ("sentence", "row", "message"),
    [
        (SENTENCE, ROW, ""),
        ("", ROW, f"the claim {IDENTITY!r} is verified, and site/sizes.html does not show it"),
        (
            SENTENCE.replace("evidence.html", "#"),
            ROW,
            f"the claim {IDENTITY!r} leads to '##{IDENTITY}', not to its row of evidence",
        ),
        (
            SENTENCE,
            ELSEWHERE,
            f"the evidence of {IDENTITY!r} has no link back to 'sizes.html#c-{IDENTITY}'",
        ),
        (
            SENTENCE,
            "",
            f"the evidence of {IDENTITY!r} has no link back to 'sizes.html#c-{IDENTITY}'",
        ),
    ],
    ids=["both ways", "not shown", "not there", "not back", "no row"],
)
def test_evidence_both_ways(sentence: str, row: str, message: str, tmp_path: Path) -> None:
    """From the words to their row, and from the row to the words."""
    pages = site_of(tmp_path, sizes=sentence, evidence=row).pages
    found = find_lost_evidence(CLAIM, pages["sizes.html"], pages["evidence.html"])
    assert [finding.message for finding in found] == ([message] if message else [])


def test_row_without_claim(tmp_path: Path) -> None:
    """A row of a claim that nobody makes any more."""
    page = site_of(tmp_path, evidence=ROW).pages["evidence.html"]
    assert list(find_rows_without_claim(page, frozenset({IDENTITY}))) == []
    (finding,) = find_rows_without_claim(page, frozenset())
    assert finding.message == f"the evidence has a row {IDENTITY!r}, and no page has that claim"


def test_source_finds_its_page_in_either_form_of_address(tmp_path: Path) -> None:
    """`copy.html` and `copy/index.html` are both made from `docs/copy.md`."""
    site = site_of(tmp_path, copy="", index="", sizes__index="")
    names = {
        path: site.page_of(path) for path in ("docs/copy.md", "docs/sizes.md", "docs/index.md")
    }
    assert [page and page.name for page in names.values()] == [
        "copy.html",
        "sizes/index.html",
        "index.html",
    ]
    assert site.page_of("docs/gone.md") is None
