"""The glossary: its form, and the first use of each term linked in every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.glossary import PAGE, Term, count_sections, doubled, link_terms, parse_glossary
from macros.numbers import unclaimed_in_page
from macros.scan import scan_page
from macros.vocabulary import VOCABULARY
from tests.test_site_build import GOOD, build, write_site

PROJECT = Path(__file__).resolve().parent.parent
TEXT = (PROJECT / PAGE).read_text("utf-8")
GLOSSARY = """\
# Glossary

Words.

## heap { #heap }

Memory on *request*, see [`Box`](boxes.md).

More: [the heap](heap.md).

## niche { #niche data-forms="niches, free pattern" }

A pattern "without" meaning
and more.

Who has one: [enums](enums.md).
"""
TERMS = parse_glossary(GLOSSARY)
NICHE = (
    '<a class="term" href="g.html#niche" title="A pattern &quot;without&quot; meaning and more.">'
)
HEAP = '<a class="term" href="g.html#heap" title="Memory on request, see Box.">'


def linked(html: str) -> str:
    return link_terms(html, TERMS, "g.html")


def test_a_glossary_is_read_from_its_page() -> None:
    """Heading, forms, plain words, link."""
    assert (
        Term(
            "heap", "heap", ("heap",), "Memory on request, see Box.", "More: [the heap](heap.md)."
        ),
        Term(
            "niche",
            "niche",
            ("niche", "niches", "free pattern"),
            'A pattern "without" meaning and more.',
            "Who has one: [enums](enums.md).",
        ),
    ) == TERMS


def test_only_the_first_use_is_linked() -> None:
    """In whichever of its listed forms it comes, in paragraphs and lists."""
    assert linked("<p>All niches.\nA niche, the heap.</p><ul><li>heap</li></ul>") == (
        f"<p>All {NICHE}niches</a>.\nA niche, the {HEAP}heap</a>.</p><ul><li>heap</li></ul>"
    )
    assert linked("<ul>\n<li>a niche<ul><li>the heap</li></ul></li></ul>") == (
        f"<ul>\n<li>a {NICHE}niche</a><ul><li>the {HEAP}heap</a></li></ul></li></ul>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>The heap</h2>",
        "<p><code>heap</code></p>",
        '<p><a class="claim" href="e#1" title="heap">on the heap</a></p>',
        '<p><a href="heap.md"><em>the heap</em></a></p>',
        '<figure class="layout"><p>heap</p></figure>',
        '<section class="player"><ul><li>heap</li></ul></section>',
        "<table><tr><td><p>heap</p></td></tr></table>",
        "<pre><code>heap</code></pre>",
        "<blockquote><p>heap</p></blockquote>",
        '<p class="admonition-title">heap</p>',
        '<p class="listing__status">heap</p>',
        "<summary>heap</summary>",
        "<p>heaps, cheap, heap-like, off-heap, my_heap, HEAP</p>",
        "<p>The Heap is a name here; &heap; is no word.</p>",
        "<p><b>The</b> Heap</p>",
    ],
)
def test_other_places_and_words_are_left_as_they_are(html: str) -> None:
    """Headings, code, links, claims, pictures, tables, quotations; parts of words, other cases."""
    assert linked(html) == html


def test_a_capital_counts_where_a_sentence_begins() -> None:
    """At the start of a paragraph, or behind a full stop."""
    assert linked("<p>Heap memory.</p>") == f"<p>{HEAP}Heap</a> memory.</p>"
    assert linked("<p>So.\nHeap memory.</p>") == f"<p>So.\n{HEAP}Heap</a> memory.</p>"
    assert linked("<li><strong>Heap</strong> x</li>") == (
        f"<li><strong>{HEAP}Heap</a></strong> x</li>"
    )


def test_the_longer_term_wins() -> None:
    """A stack pointer is no stack."""
    terms = tuple(Term(name, name[-3:], (name,), "w", "m") for name in ("stack", "stack pointer"))
    assert 'href="g#ter"' in link_terms("<p>the stack pointer</p>", terms, "g")


def test_prose_behind_a_picture_is_linked() -> None:
    """And the page is the same but for the links, every time."""
    html = "<figure><section><p>heap</p></section></figure><p>a &lt;heap</p>"
    once = linked(html)
    assert once == f"<figure><section><p>heap</p></section></figure><p>a &lt;{HEAP}heap</a></p>"
    assert linked(html) == once
    assert re.sub(r'<a class="term"[^>]*>|</a>', "", once) == html


def test_a_book_without_terms_is_left_as_it_is() -> None:
    """A tiny book has no glossary."""
    assert link_terms("<p>heap</p>", (), "") == "<p>heap</p>"


def test_a_quiet_name_is_left_alone() -> None:
    """It and its plural are too common to be linked; its other forms are."""
    page = '# G\n\n## size { #size .quiet data-forms="sizes, size of a type" }\n\nW.\n\nM.\n'
    terms = parse_glossary(page)
    assert terms == (
        Term("size", "size", ("size", "sizes", "size of a type"), "W.", "M.", quiet=True),
    )
    assert link_terms("<p>Size, sizes.</p>", terms, "g") == "<p>Size, sizes.</p>"
    assert link_terms("<p>A size of a type.</p>", terms, "g") == (
        '<p>A <a class="term" href="g#size" title="W.">size of a type</a>.</p>'
    )


def test_two_terms_with_one_spelling_are_told() -> None:
    """Whichever case."""
    terms = (*TERMS, Term("Heap", "h", ("Heap", "heaps"), "w", "m"))
    assert doubled(TERMS) == ()
    assert doubled(terms) == ("heap",)


# The glossary of this book --------------------------------------------------------------


def test_every_section_of_the_glossary_is_a_term() -> None:
    """At least forty of them, in the order of the alphabet, no spelling twice."""
    terms = parse_glossary(TEXT)
    assert len(terms) == count_sections(TEXT) >= 40
    names = [term.name.lower() for term in terms]
    assert names == sorted(names)
    assert doubled(terms) == ()


@pytest.mark.parametrize("term", parse_glossary(TEXT), ids=lambda term: term.name)
def test_a_term_has_short_words_and_a_chapter(term: Term) -> None:
    """One or two sentences, and a link to the page that explains it."""
    assert term.words.count(". ") <= 1
    assert term.words.endswith(".")
    (page,) = re.findall(r"\]\(([a-z-]+\.md)(?:#[a-z0-9-]+)?\)\.$", term.more)
    assert (PROJECT / "docs" / page).is_file()


def test_the_glossary_gives_no_number_about_memory() -> None:
    """Numbers are measured in the chapters."""
    page = scan_page(PAGE, TEXT, VOCABULARY)
    assert page.calls == ()
    assert unclaimed_in_page(page) == ()


def test_the_pages_of_a_site_lead_to_its_glossary(tmp_path: Path) -> None:
    """With the address as seen from each page; the glossary itself is left alone."""
    terms = re.sub(r"\[[^\]]*\]\([^)]*\)", "it", GLOSSARY)
    pages = {"index.md": f"{GOOD}\nOn the heap.\n", "deep/two.md": "# Two\n\nA niche.\n"}
    built = build(write_site(tmp_path, {**pages, "glossary.md": terms}), "--strict")
    assert built.returncode == 0, built.stderr
    site = tmp_path / "site"
    assert 'On the <a class="term" href="glossary/#heap"' in (site / "index.html").read_text()
    deep = (site / "deep" / "two" / "index.html").read_text()
    assert 'A <a class="term" href="../../glossary/#niche" title="' in deep
    assert 'class="term"' not in (site / "glossary" / "index.html").read_text()
