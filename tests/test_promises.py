"""Each promise about snippets, entries and the built site: kept by one tiny book, broken by
another; what is said is the finding, without a traceback of Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.promised import (
    CHAPTER,
    RECORD,
    SHOWN,
    TABLE,
    Kept,
    keep_promises,
    show_in_navigation,
    write_promising_book,
)

UNTIDY = SHOWN.replace('    println!("shown");', '  println!("shown");')
BAD_PAGE = """\
# Bad

<a href="missing.html">a</a> <a href="moves.html#nothing">b</a>
<a href="http://example.org/">c</a> <a href="https://doc.rust-lang.org/error_codes/E38.html">d</a>
<a href="https://doc.rust-lang.org/std/vec/Vec.html">e</a> <a href="javascript:go()">f</a>
<a href="https://doc.rust-lang.org/stable/nomicon/Drop_Flags">g</a> <i id="twice"></i>
<b id="twice"></b>

<img src="https://fonts.example/a.png"> <p style="background: url(//cdn.example/b.png)">h</p>

<div style="width: 500px">wide</div> <p style="color: #999; background: #fff">faint</p>

{{ size_of("u8") }}
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return keep_promises(write_promising_book(tmp_path_factory.mktemp("good")))


@pytest.fixture(scope="module")
def bad_site(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A book whose pages have what neither the scan nor MkDocs refuses."""
    pages = {"bad.md": BAD_PAGE}
    names = ("links_resolve", "pages_are_accessible", "pages_fit", "pages_need_no_network")
    root = write_promising_book(tmp_path_factory.mktemp("bad"), pages)
    show_in_navigation(root, "bad.md")
    return keep_promises(root, names)


@pytest.fixture(scope="module")
def bad_sources(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A book whose snippets and records are not as they should be."""
    pages = {
        "chapters.yml": TABLE.replace("[S0-01]", "[S0-01, S0-04]"),
        "sources/moves.yml": RECORD + RECORD.replace("S0-01", "S0-07"),
    }
    snippets = {
        "moves/shown.rs": UNTIDY,
        "moves/unused.rs": SHOWN,
        "moves/warns.rs": "//! Warns.\nfn main() {\n    let spare = 7;\n}\n",
        "moves/bare.rs": SHOWN.split("\n", 1)[1],
    }
    names = ("entry_list_is_complete", "snippets_are_clean", "snippets_are_shown", "pages_fit")
    return keep_promises(
        write_promising_book(tmp_path_factory.mktemp("bad"), pages, snippets), names
    )


def test_a_good_book_keeps_every_promise(good: Kept) -> None:
    """One test a snippet, entry, record, claim and page, each named by its place."""
    assert good.failed == {}, good.output
    assert good.code == 0
    assert {
        "test_two_builds_give_the_same_bytes",
        "test_entry_has_a_record[S0-01]",
        "test_record_is_of_an_entry[S0-01]",
        "test_chapter_is_in_the_navigation[chapter 6]",
        "test_links_of_page_resolve[moves.html]",
        "test_claim_and_evidence_lead_to_each_other[docs/moves.md:3:14]",
        "test_page_has_no_barrier[evidence/moves.html-dark]",
        "test_page_has_no_barrier[evidence.html-light]",
        "test_page_fits[404.html]",
        "test_page_asks_no_other_host[sources.html]",
        "test_page_names_no_other_host[index.html]",
        "test_snippet_is_formatted[snippets/moves/shown.rs]",
        "test_snippet_is_without_warning_and_has_a_title[snippets/moves/shown.rs]",
        "test_snippet_is_shown[snippets/moves/argued.rs]",
    } <= good.passed
    assert (
        "1 of 2 entries have a record; 1 are open, in chapters that are not written yet: 6 (1)"
        in (good.output)
    )


def test_addresses_outside_are_not_asked_without_the_option(good: Kept) -> None:
    """The one test that is skipped says why."""
    assert "addresses outside are asked with --external" in good.output


def test_broken_links_are_found(bad_site: Kept) -> None:
    """Files, anchors, addresses, shapes, and an id that stands twice, all in one message."""
    said = bad_site.failed["test_links_of_page_resolve[bad.html]"]
    assert "error[link]: the link 'missing.html' leads to missing.html, which the site does" in said
    assert "the link 'moves.html#nothing' leads to #nothing, which moves.html does not have" in said
    assert "the link 'http://example.org/' is not https" in said
    assert "error_codes/E38.html' is no page of the error index" in said
    assert "std/vec/Vec.html' is no page of the documentation of std" in said
    assert "nomicon/Drop_Flags' is no page of the Rustonomicon" in said
    assert "the link 'javascript:go()' is no address that a reader can follow" in said
    assert "the id 'twice' stands twice" in said
    assert said.count("error[link]") == 8
    assert " --> site/bad.html:" in said
    assert "Traceback" not in said
    assert "test_links_of_page_resolve[moves.html]" in bad_site.passed


def test_loads_from_elsewhere_are_found(bad_site: Kept) -> None:
    """In the text of the page and by a browser."""
    said = bad_site.failed["test_page_names_no_other_host[bad.html]"]
    assert "<img src> loads 'https://fonts.example/a.png' from another host" in said
    assert "a style of <p> loads '//cdn.example/b.png' from another host" in said
    said = bad_site.failed["test_page_asks_no_other_host[bad.html]"]
    assert "error[network]: asks a foreign host: https://fonts.example/a.png" in said


def test_barriers_are_found(bad_site: Kept) -> None:
    """A picture without words and grey on white; the elements are named."""
    for scheme in ("light", "dark"):
        said = bad_site.failed[f"test_page_has_no_barrier[bad.html-{scheme}]"]
        assert (
            f"error[accessibility]: image-alt: Images must have alternative text ({scheme}" in said
        )
        assert " = element: img" in said
    said = bad_site.failed["test_text_of_page_has_contrast[bad.html]"]
    assert "error[accessibility]: light: contrast 2.85:1 of 'faint'" in said


def test_wide_page_is_found(bad_site: Kept) -> None:
    """In both windows."""
    said = bad_site.failed["test_page_fits[bad.html]"]
    assert "error[width]: scrolls sideways: " in said
    assert "px in a window of 360 px" in said
    assert "px in a window of 320 px" in said


def test_snippets_that_are_not_clean_are_found(bad_sources: Kept) -> None:
    """Untidy, without a title, with a warning: each at its file."""
    said = bad_sources.failed["test_snippet_is_formatted[snippets/moves/shown.rs]"]
    assert (
        "error[format]: rustfmt would write this differently\n --> snippets/moves/shown.rs:1:"
        in said
    )
    assert " = help: rustfmt --edition 2024 snippets/moves/shown.rs" in said
    clean = "test_snippet_is_without_warning_and_has_a_title[snippets/moves/{}.rs]"
    assert (
        "the first line does not say what the file shows"
        in bad_sources.failed[clean.format("bare")]
    )
    assert "error[unexpected-warning]" in bad_sources.failed[clean.format("warns")]
    assert clean.format("argued") in bad_sources.passed


def test_snippet_that_nobody_sees_is_found(bad_sources: Kept) -> None:
    """Neither a listing nor the program of a claim."""
    said = bad_sources.failed["test_snippet_is_shown[snippets/moves/unused.rs]"]
    assert "error[unused-snippet]: no page shows the snippet 'moves/unused', nor does the" in said
    assert "test_snippet_is_shown[snippets/moves/argued.rs]" in bad_sources.passed


def test_missing_and_made_up_entries_are_found(bad_sources: Kept) -> None:
    """An entry without a record, a record without an entry, and a gap in the list."""
    said = bad_sources.failed["test_entry_has_a_record[S0-04]"]
    assert "error[entry]: the entry S0-04 has no record, although its chapter is written" in said
    said = bad_sources.failed["test_record_is_of_an_entry[S0-07]"]
    assert "record S0-07: docs/chapters.yml lists no such entry" in said
    said = bad_sources.failed["test_no_entry_is_lost"]
    assert "the numbering has an entry S0-03, the list has not" in said
    assert "the list holds 3 entries, its total says 2" in said


def test_a_book_that_does_not_build_keeps_no_promise_about_pages(bad_sources: Kept) -> None:
    """One test says so, with what MkDocs said."""
    assert "the book does not build:" in bad_sources.failed["test_page_fits[build]"]


def test_output_that_changes_is_not_reproducible(tmp_path: Path) -> None:
    """A program that prints the time makes another page in each build."""
    changing = (
        '//! The time.\nfn main() {\n    println!("{:?}", std::time::SystemTime::now());\n}\n'
    )
    pages = {"moves.md": f'{CHAPTER}\n{{{{ snippet("moves/now") }}}}\n'}
    root = write_promising_book(tmp_path, pages, {"moves/now.rs": changing})
    kept = keep_promises(root, ("built_site_is_reproducible",))
    said = kept.failed["test_two_builds_give_the_same_bytes"]
    assert "error[reproducible]: two builds of the same book differ here\n" in said
    assert "--> site/moves.html:" in said
    assert " = first:  " in said
    assert "Traceback" not in said


def test_an_empty_book_keeps_no_promise(tmp_path: Path) -> None:
    """Nothing of anything: each kind is named."""
    pages = {"moves.md": "# Moves\n", "sources/moves.yml": "[]\n"}
    root = write_promising_book(tmp_path, pages)
    for each in (root / "snippets" / "moves").iterdir():
        each.unlink()
    kept = keep_promises(root, ("nothing_is_vacuous",))
    said = kept.failed["test_there_is_something_of_everything"]
    for noun in ("claim", "listing", "snippet", "record of sources"):
        assert f"error[nothing]: the whole book has no {noun}" in said
    said = kept.failed["test_every_chapter_has_something_to_check"]
    assert "error[nothing]: this chapter has neither a claim nor a listing" in said
    assert keep_promises(root, ("snippets_are_shown",)).code != 0
