"""The index of error codes: where each is shown, and what rustc says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.cache import Cache
from macros.error_codes import Shown, codes_of, heading_above, refusal_anchor
from macros.explanations import explain_codes
from macros.model import Diagnostic, Directives, Listing, Mode, Outcome, Place, Toolchain, Trouble
from macros.render.error_index import render_error_index, render_quoted, split_lead
from macros.render.listing import status_words
from macros.rust.explanations import ask_explanations
from macros.rust.toolchain import find_toolchain
from tests.made import listing_of, said
from tests.promised import CHAPTER, keep_promises, show_in_navigation, write_promising_book
from tests.test_site_build import GOOD, build, write_site

RUSTC = """\
A thing was used [again][1].

Erroneous code example:

```compile_fail,E0382
let a = "<b>{{ c }}";

#[derive(Debug)]
```

# Why

Use `&x` *instead*:

* one
* two, see [the Book](https://example.org)

[1]: https://example.org/
"""
REFUSED = '```rust,compile_fail,E0308\nlet number: u8 = "seven";\n```\n'


def test_the_codes_of_an_outcome_are_those_of_its_errors() -> None:
    """Each once; no lint, no warning, no error without a code."""
    found = (
        said("moved", "E0382"),
        said("moved", "E0382"),
        said("no code"),
        said("unused", "unused_variables"),
        said("old", "E0001", level="warning"),
        said("type", "E0308"),
    )
    assert codes_of(Outcome(False, found)) == ("E0382", "E0308")


def test_the_anchor_of_a_fence_lasts_when_it_moves() -> None:
    """That of a snippet is made of its name."""
    snippet = listing_of("fn main() {}")
    assert refusal_anchor(snippet) == "refused-ownership-move"
    fences = [
        Listing(f"docs/copy.md:{line}", Place("docs/copy.md", line, 1, line, 1), "x", "x", (line,))
        for line in (12, 40)
    ]
    first, second = map(refusal_anchor, fences)
    assert first == second
    assert re.fullmatch(r"refused-[0-9a-f]{8}", first)


def test_a_fence_is_named_by_the_heading_above() -> None:
    """The title of the page where no section has begun."""
    text = "# Page\n\none\n\n## Second `x` {#two}\n\ntwo\n"
    assert heading_above(text, text.index("one")) == "Page"
    assert heading_above(text, text.index("two\n")) == "Second `x`"


def test_an_explanation_is_parted_before_its_example() -> None:
    """What stands first is the short explanation; one without an example is short as a whole."""
    lead, rest = split_lead(RUSTC)
    assert lead == "A thing was used [again][1]."
    assert rest.startswith("Erroneous code example:")
    assert split_lead("One.\n\nTwo.") == ("One.\n\nTwo.", "")
    lead, rest = split_lead("```\nfirst\n```\n\nThen words.\n\nMore.")
    assert (lead, rest) == ("```\nfirst\n```\n\nThen words.", "More.")


def test_quoted_markdown_is_text_and_code() -> None:
    """Nothing in it reaches the page as HTML, Jinja or Markdown of ours."""
    shown = render_quoted('Use `a<b>` & <i>[this](x)</i>:\n\n```rust\nlet a = "{{ x }}";\n```\n')
    assert shown == (
        "<p>Use <code>a&#60;b&#62;</code> &#38; &#60;i&#62;this&#60;/i&#62;:</p>"
        '<pre><code>let a = "&#123;&#123; x &#125;&#125;";</code></pre>'
    )
    assert render_quoted("# Why\n\n* one\n* two") == "<p>Why</p><p>&#42; one<br>&#42; two</p>"


def test_a_section_quotes_rustc_and_links_the_places() -> None:
    """In the order of the navigation; a claim about a program that the page shows is not listed
    beside it."""
    places = (
        Shown("docs/b.md", "refused-x", "A `move`"),
        Shown("docs/a.md", "refused-y", "Another"),
        Shown("docs/b.md", "c-moved", "A `move`"),
        Shown("docs/b.md", "c-other", "A third"),
        Shown("docs/hidden.md", "c-no", "No page"),
    )
    titles = {"docs/a.md": "1 A", "docs/b.md": "2 B"}
    text = render_error_index({"E0382": places}, {"E0382": RUSTC}, titles, str, "1.95.0")
    assert text.startswith(
        "## E0382 { #e0382 }\n\n"
        '<blockquote class="explained" cite="rustc --explain"><p>A thing was used again.</p>'
        "<footer>rustc 1.95.0</footer></blockquote>\n\n"
    )
    assert "\n\nShown in this book:\n\n" in text
    assert (
        '- <a href="docs/a.md">1 A</a>: <a href="docs/a.md#refused-y">Another</a>\n'
        '- <a href="docs/b.md">2 B</a>: <a href="docs/b.md#refused-x">A <code>move</code></a>, '
        '<a href="docs/b.md#c-other">A third</a>\n\n'
    ) in text
    assert text.endswith(
        "[E0382 in Rust's error index](https://doc.rust-lang.org/error_codes/E0382.html)"
    )
    assert "example.org" not in text


def test_a_code_that_rustc_does_not_explain_says_so() -> None:
    """In words, and with its places all the same."""
    text = render_error_index({"E9999": ()}, {}, {}, str, "1.95.0")
    assert "rustc 1.95.0 has no explanation of this code." in text
    assert "Shown" not in text


def test_rustc_is_asked_once_for_each_code(tmp_path: Path) -> None:
    """Its words are kept with the toolchain; a code without any is left out."""
    toolchain = find_toolchain()
    assert set(ask_explanations(("E0382", "E9999"), toolchain)) == {"E0382"}
    cache = Cache(tmp_path / "facts.sqlite3")
    first = explain_codes(("E0382", "E9999"), toolchain, cache)
    assert "moved" in first["E0382"]
    silent = Toolchain("/nowhere/rustc", *_rest_of(toolchain))
    with pytest.raises(Trouble):
        explain_codes(("E0382",), silent, cache)  # another compiler: its words are not known
    assert explain_codes(("E0382",), toolchain, cache) == first


def _rest_of(toolchain: Toolchain) -> tuple[str, str, str, str]:
    return toolchain.sysroot, toolchain.release, toolchain.host, toolchain.identity


def test_a_status_line_leads_to_the_books_own_page() -> None:
    """To Rust's index in a book that has none."""
    message = Diagnostic("error", "E0382", "moved", "error[E0382]: moved")
    refused = listing_of("fn main() {}", Directives(Mode.CHECK_FAIL))
    outcome = Outcome(False, (message,))
    assert status_words(refused, outcome, errors="../errors.html") == (
        'Does not compile: <a href="../errors.html#e0382">E0382</a>.'
    )
    assert status_words(refused, outcome) == (
        "Does not compile: [E0382](https://doc.rust-lang.org/error_codes/E0382.html)."
    )


# In a site ------------------------------------------------------------------------------


def test_a_book_with_an_index_keeps_its_promises(tmp_path: Path) -> None:
    """Links lead from the program to the code and back, each id stands once."""
    pages = {"moves.md": f"{CHAPTER}\n{REFUSED}\n{REFUSED}", "error-index.md": "# Codes\n\nAll.\n"}
    root = write_promising_book(tmp_path, pages)
    show_in_navigation(root, "error-index.md")
    names = ("links_resolve", "pages_are_accessible", "pages_fit")
    kept = keep_promises(root, names, "-k", "moves or error-index or every_row")
    assert kept.failed == {}, kept.output
    assert {"test_page_fits[moves.html]", "test_page_fits[error-index.html]"} <= kept.passed


def test_the_index_is_built_from_what_the_compiler_reports(tmp_path: Path) -> None:
    """The page's own words stand above the sections."""
    pages = {"index.md": GOOD + "\n" + REFUSED, "error-index.md": "# Codes\n\nAll of them.\n"}
    built = build(write_site(tmp_path, pages), "--strict")
    assert built.returncode == 0, built.stderr
    index = (tmp_path / "site" / "error-index" / "index.html").read_text()
    (anchor,) = re.findall(r'href="\.\./#(refused-[0-9a-f]{8})"', index)
    page = (tmp_path / "site" / "index.html").read_text()
    assert f'id="{anchor}"' in page
    assert '<a href="error-index/#e0308">E0308</a>' in page
    assert '<h2 id="e0308">E0308' in index
    assert index.index("All of them.") < index.index('<h2 id="e0308">')
    assert "<p>Expected type did not match the received type.</p>" in index
