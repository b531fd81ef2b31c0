"""Pages that try to show a number that nothing verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Page
from macros.scan import scan_page
from macros.site_names import find_site_names
from macros.vocabulary import VOCABULARY
from tests.tiny import check, write_book

CLAIM = "{{ claim('2 bytes', 'size_of::<(u8, u8)>()') }}"


def scan(text: str) -> Page:
    return scan_page("docs/page.md", text, VOCABULARY)


def messages(text: str) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in scan(text).findings]


@pytest.mark.parametrize("text", [f"`{CLAIM}`", f"``a {CLAIM}``", f"```text\n\n{CLAIM}\n```"])
def test_a_claim_inside_code_is_a_finding(text: str) -> None:
    """Markdown would show the link's HTML to the reader."""
    (said,) = messages(f"{text}\n")
    assert said.endswith("`claim` stands inside code, where its link would be shown as text")


@pytest.mark.parametrize("text", [f"1{CLAIM}", f"1,{CLAIM}", f"{CLAIM}4", f"{CLAIM}.5"])
def test_a_digit_beside_a_claim_is_a_finding(text: str) -> None:
    """The reader would see 12 bytes where 2 were checked."""
    (said,) = messages(f"a {text} b\n")
    assert said.endswith(
        "a digit touches this call of `claim`: a reader sees another number than is checked"
    )


@pytest.mark.parametrize("text", [f"1. {CLAIM}.", f"12 of {CLAIM}, 3 more", f"({CLAIM})[^1]"])
def test_other_numbers_in_the_sentence_are_none_of_the_claim_s(text: str) -> None:
    """Numbers with a space between belong to the sentence."""
    assert messages(f"{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "{% macro verified(a, b) %}9 bytes{% endmacro %}",
        "{% set verified = range %}",
        "{{ verified('docs/other.md', 0) }}",
        "{% import 'a.md' as verified %}",
    ],
)
def test_the_name_of_the_renderer_is_reserved(text: str) -> None:
    """Who replaces it would replace every verified claim of the page."""
    said = messages(f"{text}\n")
    assert any(
        "`verified` is the name of a macro, which nothing may replace" in one for one in said
    )


def test_front_matter_cannot_replace_a_macro() -> None:
    """mkdocs-macros makes variables of the keys of front matter."""
    assert messages(f"---\ntitle: T\nverified: 9\nclaim: 8\n---\n{CLAIM}\n") == [
        "3:1 `verified` is the name of a macro, which nothing may replace",
        "4:1 `claim` is the name of a macro, which nothing may replace",
    ]


@pytest.mark.parametrize("key", ["render_macros: false", "ignore_macros: true"])
def test_front_matter_cannot_keep_claims_from_being_rendered(key: str) -> None:
    """The page would show the calls themselves."""
    name = key.partition(":")[0]
    said = f"2:1 `{name}` keeps the macros and listings of this page from being rendered"
    assert messages(f"---\n{key}\n---\n{CLAIM}\n") == [said]


def test_a_page_without_items_need_not_be_rendered() -> None:
    """Text about another template language may switch Jinja off."""
    assert messages("---\nrender_macros: false\n---\n# Words\n") == []


@pytest.mark.parametrize("words", ["\uff19 bytes", "&#57; bytes", "9u8", "1e3"])
def test_a_number_in_disguise_is_no_statement_without_a_number(tmp_path: Path, words: str) -> None:
    """Words that look numberless to a program and show a number to a reader are a finding."""
    checked = check(write_book(tmp_path, {"p.md": f"{{{{ claim('{words}', 'true') }}}}\n"}))
    assert checked.code == 1
    assert "is not written in plain digits" in checked.text


def test_variables_of_the_site_are_known(tmp_path: Path) -> None:
    """The keys of `extra` in mkdocs.yml are defined on every page, whatever tags stand there."""
    book = write_book(tmp_path, {"p.md": f"{CLAIM} {{{{ edition }}}} {{{{ editon }}}}\n"})
    (book / "mkdocs.yml").write_text(
        "site_name: T\nextra:\n  edition: !ENV [EDITION, 1]\n  twice: 2\n"
        "markdown_extensions:\n  - x: !!python/name:os.system\n"
    )
    checked = check(book)
    assert "nothing defines `editon`; did you mean `edition`?" in checked.text
    assert checked.text.count("error[") == 1


@pytest.mark.parametrize("text", ["", "- a\n", "extra: 3\n", "extra: [a\n", "\x00"])
def test_a_site_without_variables_has_none(tmp_path: Path, text: str) -> None:
    """No file, no mapping, no YAML: no names, and no exception."""
    assert find_site_names(tmp_path) == frozenset()
    (tmp_path / "mkdocs.yml").write_text(text)
    assert find_site_names(tmp_path) == frozenset()


@pytest.mark.parametrize("name", ["q.markdown", "q.MD", "q.mkd"])
def test_every_file_that_mkdocs_shows_is_a_page(tmp_path: Path, name: str) -> None:
    """MkDocs renders more than `.md`, and what it renders is verified."""
    page = "```rust\nlet _a: u8 = 300;\n```\n"
    checked = check(write_book(tmp_path, {"p.md": f"{CLAIM}\n", name: page}))
    assert checked.code == 1
    assert f" --> docs/{name}:2:" in checked.text


def test_a_file_whose_name_is_not_utf8_is_a_finding(tmp_path: Path) -> None:
    """Such a name can be neither linked nor handed to the compiler."""
    book = write_book(tmp_path, {"p.md": f"{CLAIM}\n"})
    try:
        (book / "snippets" / "\udcff.rs").write_text("//! Odd.\n")
    except OSError:
        pytest.skip("this file system has no such names")
    checked = check(book)
    assert checked.code == 1
    assert "error[encoding]: the name of this file is not UTF-8" in checked.text
