"""Numbers about memory outside of claims: what is found, what is left alone, and how often."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.test_numbers_are_claimed import (
    test_numbers_of_page_are_claimed as page_promise,
)
from checks.test_numbers_are_claimed import (
    test_numbers_of_snippet_are_claimed as snippet_promise,
)
from macros.build import verify_book
from macros.model import Finding
from macros.numbers import unclaimed_in_page, unclaimed_in_rust
from macros.options import Options
from macros.render.site import Site
from macros.report.text import render_finding
from macros.scan import scan_page
from macros.text import find_lines
from macros.vocabulary import VOCABULARY
from tests.tiny import check, write_book

DATA = Path(__file__).parent / "data" / "numbers"
RUST = ("//", "/*", "let ", "println!")
CLAIMED = "# Sizes\n\nA pair has {{ claim('2 bytes', 'size_of::<(u8, u8)>()') }}.\n"
UNCLAIMED = CLAIMED + "It is aligned to 1.\n"


def sentences(name: str) -> list[str]:
    return (DATA / name).read_text("utf-8").splitlines()


def find_in(text: str) -> tuple[Finding, ...]:
    """What is found in a page, or in Rust text where it begins like some."""
    if text.lstrip().startswith(RUST):
        return unclaimed_in_rust("snippets/a.rs", text)
    return unclaimed_in_page(scan_page("docs/a.md", text, VOCABULARY))


def marked(text: str) -> list[str]:
    """The characters of a page that its findings underline."""
    starts = find_lines("docs/a.md", text).starts
    places = [one.place for one in find_in(text)]
    return [
        text[starts[one.line - 1] + one.column - 1 : starts[one.end_line - 1] + one.end_column - 1]
        for one in places
    ]


def test_recall_and_precision() -> None:
    """Of the collected sentences nearly all are judged as a person judged them."""
    wanted, unwanted = sentences("flag.txt"), sentences("keep.txt")
    assert len(wanted) + len(unwanted) >= 120
    assert len(set(wanted) | set(unwanted)) == len(wanted) + len(unwanted)
    hits = [one for one in wanted if find_in(one)]
    slips = [one for one in unwanted if find_in(one)]
    missed = sorted(set(wanted) - set(hits))
    assert len(hits) / len(wanted) >= 0.98, missed
    assert len(hits) / (len(hits) + len(slips)) >= 0.98, slips


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The header takes 24 bytes.", ["24 bytes"]),
        ("It takes 8 or 16 bytes.", ["8 or 16 bytes"]),
        ("Four wasted\nbytes.", ["Four wasted\nbytes"]),
        ("size 12, align 4", ["12", "4"]),
        ("The offsets are 0, 4 and 8.", ["0, 4 and 8"]),
        ("**24** bytes", ["24** bytes"]),
        ("Read 10 bytes, then `20 bytes`.", ["10 bytes", "20 bytes"]),
        ("| Type | Size |\n| --- | --- |\n| `u8` | 1 |\n", ["1"]),
        ("Type | Size\n--- | ---\n`u8` | 1\n", ["1"]),
        ("| What | Here |\n| --- | --- |\n| alignment | 8 |\n", ["8"]),
        ('```rust title="A type of 4 bytes"\nfn main() {}\n```\n', ["4 bytes"]),
        ("```rust\nfn main() {} // 4 bytes\n```\n", ["4 bytes"]),
        ("> ```rust\n> // takes 4\n> // bytes\n> fn main() {}\n> ```\n", ["4\n> // bytes"]),
        ("```text\n|ptr|len| 16 bytes\n```\n", ["16 bytes"]),
        ('{{ snippet("a", title="A type of 4 bytes") }}\n', ["4 bytes"]),
        ('!!! note "Four bytes"\n\n    Three bits.\n', ["Four bytes", "Three bits"]),
        ('=== "8 bytes"\n\n    Text.\n', ["8 bytes"]),
        ('<img src="24-byte.svg" alt="24 bytes">', ["24 bytes"]),
    ],
)
def test_place_of_number(text: str, words: list[str]) -> None:
    """Exactly the number and its unit are marked, wherever a reader may meet them."""
    assert marked(text) == words


@pytest.mark.parametrize(
    "text",
    [
        '{{ claim("24 bytes", "size_of::<String>()") }}',
        '{{ quoted("24 bytes", source="an article") }}',
        '{{ unmeasured("24 bytes", reason="no such target here") }}',
        '{{ snippet("a", title="Twelve monkeys") }}\n',
        "<!-- 24 bytes -->",
        "{## 24 bytes ##}",
        "---\nsummary: 24 bytes\n---\nText.\n",
        "```ts\n// 24 bytes\n```\n",
        "{% raw %}\n```text\ntakes 24 bytes\n```\n{% endraw %}\n",
        '```rust\nfn main() { println!("24 bytes"); } //~ prints 24 bytes\n```\n',
        "Eight.\n\nBytes come next.",
        "- Eight\n- Bytes\n",
        "| Type | Size |\n| --- | --- |\n| `u8` | 3 pages |\n",
        "| Chapter | Bytes |\n| --- | --- |\n| 12 | many |\n",
        "[24](https://example.org) and <https://example.org/24/bytes>",
    ],
)
def test_number_with_a_reason_to_stand_there(text: str) -> None:
    """Claims, marked words, and what no reader sees as a statement are left alone."""
    assert find_in(text) == ()


def test_finding_in_a_page() -> None:
    """The finding names the three ways out."""
    text = "The header takes 24 bytes.\n"
    (finding,) = find_in(text)
    assert render_finding(finding, {"docs/a.md": text}) == (
        "error[unclaimed-number]: the page says 24 bytes, and nothing measures it\n"
        " --> docs/a.md:1:18\n"
        "  |\n"
        "1 | The header takes 24 bytes.\n"
        "  |                  ^^^^^^^^\n"
        '  = measured:     {{ claim("24 bytes", "EXPRESSION") }}\n'
        '  = somebody\'s:   {{ quoted("24 bytes", source="…") }}\n'
        '  = not measured: {{ unmeasured("24 bytes", reason="…") }}'
    )


def test_finding_in_a_comment() -> None:
    """In a listing no macro can stand, so the finding says what can."""
    text = "//! A type of 24 bytes.\n"
    (finding,) = find_in(text)
    assert render_finding(finding, {"snippets/a.rs": text}) == (
        "error[unclaimed-number]: the words here say 24 bytes, and nothing measures it\n"
        " --> snippets/a.rs:1:15\n"
        "  |\n"
        "1 | //! A type of 24 bytes.\n"
        "  |               ^^^^^^^^\n"
        "  = let the program print it:  //~ prints …\n"
        "  = or say it in the page, where it can be a claim"
    )


def test_reason_not_to_run_is_read() -> None:
    """The reason of `//@ no-run` is shown to readers; other directives are not."""
    assert marked_rust("//@ no-run: it needs 64 bytes\n") == 1
    assert marked_rust("//@ flags: -C opt-level=3\n//@ timeout: 20\n") == 0


def marked_rust(text: str) -> int:
    return len(unclaimed_in_rust("snippets/a.rs", text))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('quoted("24 bytes")', "`quoted` needs `source`"),
        ('unmeasured("24 bytes")', "`unmeasured` needs `reason`"),
        ('unmeasured("24 bytes", reason=" ")', "`reason` of `unmeasured` is empty"),
        ('quoted("24 bytes", "me")', "`quoted` takes at most 1 argument without a name"),
        (
            'quoted("24 bytes", sauce="me")',
            "`quoted` has no parameter `sauce`; did you mean `source`?",
        ),
    ],
)
def test_marked_words_need_their_ground(call: str, message: str) -> None:
    """A source or a reason that is missing or empty is a finding of the page."""
    page = scan_page("docs/a.md", f"It is {{{{ {call} }}}} large.\n", VOCABULARY)
    assert message in [one.message for one in page.findings]


# Tiny sites ------------------------------------------------------------------------------


def site_of(root: Path, page: str, snippet: str) -> Site:
    write_book(root, {"index.md": page + '\n{{ snippet("a") }}\n'}, {"a.rs": snippet})
    return verify_book(root, Options())


def test_promise_is_kept(tmp_path: Path) -> None:
    """A site whose numbers are all claimed passes, for its page and its snippet."""
    site = site_of(tmp_path, CLAIMED, "//! Nothing.\nfn main() {}\n")
    page_promise(site.verification.book.pages["docs/index.md"], site)
    snippet_promise(site.verification.book.snippets["a"], site)


def test_promise_is_broken_by_a_page(tmp_path: Path) -> None:
    """One unclaimed number fails the page's test, and the failure is the finding."""
    site = site_of(tmp_path, UNCLAIMED, "//! Nothing.\nfn main() {}\n")
    with pytest.raises(pytest.fail.Exception, match="the page says 1, and nothing measures it"):
        page_promise(site.verification.book.pages["docs/index.md"], site)


def test_promise_is_broken_by_a_snippet(tmp_path: Path) -> None:
    """A title with an unclaimed number fails the snippet's test."""
    site = site_of(tmp_path, CLAIMED, "//! It has two fields.\nfn main() {}\n")
    with pytest.raises(pytest.fail.Exception, match="the words here say two fields"):
        snippet_promise(site.verification.book.snippets["a"], site)


def test_check_finds_numbers_on_request(tmp_path: Path) -> None:
    """`check` alone stays quick and quiet; with `--numbers` the same book has a finding."""
    write_book(tmp_path, {"index.md": UNCLAIMED})
    assert check(tmp_path).code == 0
    asked = check(tmp_path, "--numbers")
    assert asked.code == 1
    assert "error[unclaimed-number]: the page says 1, and nothing measures it" in asked.text
    assert check(write_book(tmp_path / "b", {"index.md": CLAIMED}), "--numbers").code == 0


def test_marked_words_show_as_such(tmp_path: Path) -> None:
    """The words stand in the page with a small word behind them, their ground in the title."""
    text = (
        CLAIMED + "Some say {{ quoted('9 bytes', source='an article, \"A | B\"') }}, "
        "others {{ unmeasured('10 ns', reason='no timer') }}.\n"
    )
    site = site_of(tmp_path, text, "//! Nothing.\nfn main() {}\n")
    assert site.report.exit_code == 0
    assert site.render_item("docs/index.md", 1, "evidence.html") == (
        '<abbr class="unchecked unchecked--quoted" title="quoted, not measured: an article, '
        '&#34;A &#124; B&#34;">9 bytes</abbr> <small class="unchecked__word">(quoted)</small>'
    )
    assert site.render_item("docs/index.md", 2, "evidence.html") == (
        '<abbr class="unchecked unchecked--unmeasured" title="not measured: no timer">10 ns</abbr>'
        ' <small class="unchecked__word">(unmeasured)</small>'
    )
