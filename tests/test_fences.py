"""Rust fences of a page → listings."""

from __future__ import annotations

import markdown
import pytest

from macros.fences import normalised_fence, read_blocks
from macros.model import Directives, Expectation, Fence, Finding, Listing, Mode, Place
from macros.outline import Block, find_parts
from macros.text import find_lines

PATH = "docs/page.md"


def find_fences(
    path: str, text: str, *, foreign: bool = False
) -> tuple[tuple[Fence, ...], tuple[Finding, ...]]:
    """All Rust fences of a page's text."""
    blocks = [part for part in find_parts(text, foreign=foreign) if isinstance(part, Block)]
    return read_blocks(find_lines(path, text), blocks, foreign=foreign)


def fences(text: str, foreign: bool = False) -> tuple[Fence, ...]:
    found, findings = find_fences(PATH, text, foreign=foreign)
    assert findings == ()
    return found


def listing(text: str, foreign: bool = False) -> Listing:
    (fence,) = fences(text, foreign)
    return fence.listing


def messages(text: str, foreign: bool = False) -> list[str]:
    _, findings = find_fences(PATH, text, foreign=foreign)
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in findings]


def rust(words: str, code: str = "fn main() {}") -> str:
    return f"```rust{words}\n{code}\n```\n"


def mapped(found: Listing, text: str) -> list[str]:
    """The lines of a listing as they stand in the page, empty for added ones."""
    rows = text.split("\n")
    return [
        rows[line - 1][column:] if line else ""
        for line, column in zip(found.lines, found.columns, strict=True)
    ]


# Where fences are -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "```rust\nlet a = 1;\n```\n",
        "~~~rust\nlet a = 1;\n~~~\n",
        "`````rs\nlet a = 1;\n`````\n",
        "```Rust\nlet a = 1;\n```",
        "- item\n\n    ```rust\n    let a = 1;\n    ```\n",
        "!!! note\n    ```rust\n    let a = 1;\n    ```\n",
        '=== "Tab"\n\n\t```rust\n\tlet a = 1;\n\t```\n',
        "\t```rust\n    let a = 1;\n    ```\n",
        "> ```rust\n> let a = 1;\n> ```\n",
        "> - x\n>\n>     ```rust\n>     let a = 1;\n>     ```\n",
        "``` rust\nlet a = 1;\n```\n",
        "```{.rust}\nlet a = 1;\n```\n",
        "``` { .rust }\nlet a = 1;\n```\n",
        "---\ntitle: x\n---\n```rust\nlet a = 1;\n```\n",
        "a `b\n```rust\nlet a = 1;\n```\n",
        "```text\n```\n```rust\nlet a = 1;\n```\n",
    ],
)
def test_fence_is_found_wherever_markdown_allows_it(text: str) -> None:
    """Lists, admonitions, tabs, quotes, tildes and longer runs make no difference."""
    found = listing(text)
    line = text[: text.index("let")].count("\n") + 1
    assert found.name == f"{PATH}:{line - 1}"
    assert found.source == "#[allow(unused)] fn main() {\nlet a = 1;\n}\n"
    assert found.lines == (0, line, 0)
    assert mapped(found, text) == ["", "let a = 1;", ""]
    assert found.shown == "let a = 1;"


@pytest.mark.parametrize(
    "text",
    [
        "````md\n```rust\nlet a = 1;\n```\n````\n",
        "~~~\n```rust\nlet a = 1;\n```\n~~~\n",
        "```\nlet a = 1;\n```\n",
        "```text\nrust\n```\n",
        "```rusty\n```\n",
        "```rust inline``` text\n",
        "<!--\n```rust\nlet a = 1;\n```\n-->\n",
        "{##\n```rust\nlet a = 1;\n```\n##}\n",
        "---\na: |\n  ```rust\n---\n",
        "x ```rust\n",
    ],
)
def test_other_text_is_no_rust_fence(text: str) -> None:
    """Fences inside longer ones, in comments, of other languages or none are not compiled."""
    assert fences(text) == ()


def test_fence_covers_its_whole_lines() -> None:
    """The offsets go from the opening line's start to the end of the closing run."""
    text = "a\n  ```rust\n  fn main() {}\n  ```\nb\n"
    (fence,) = fences(text)
    assert text[fence.start : fence.end] == "  ```rust\n  fn main() {}\n  ```"
    assert fence.indent == "  "
    assert fence.listing.place == Place(PATH, 2, 3, 2, 10)


def test_empty_fence_is_an_empty_program() -> None:
    """A fence without lines compiles as an empty main function."""
    assert listing("```rust\n```\n").source == "#[allow(unused)] fn main() {\n}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```rust\nfn main() {}\n", "1:1 this fence is not closed"),
        ("x\n\n~~~text\n{}\n```\n", "3:1 this fence is not closed"),
        ("```rust\nlet a;\n\n```rust\nlet b;\n```\n", "1:1 this fence is not closed"),
        ("```text\nlet a;\n\n```rust\nlet b;\n```\n", ""),
        ("- a\n\n    ```rust\n    let a;\n\nText\n", "3:5 this fence is not closed"),
        ("> ```rust\n> let a;\n\nText\n", "1:3 this fence is not closed"),
        ("````rust\n```\n", "1:1 this fence is not closed"),
    ],
)
def test_fence_that_is_not_closed_is_a_finding(text: str, said: str) -> None:
    """A fence ends with its closing run, not with the file, the list item or the next fence."""
    assert messages(text) == ([said] if said else [])


def test_fence_behind_an_unclosed_one_is_read() -> None:
    """A fence that another one would swallow is compiled all the same."""
    found, _ = find_fences(PATH, "```rust\nlet a;\n\n```rust\nlet b;\n```\n")
    assert [fence.listing.name for fence in found] == [f"{PATH}:1", f"{PATH}:4"]
    found, _ = find_fences(PATH, "```text\nlet a;\n\n```rust\nlet b;\n```\n")
    assert [fence.listing.name for fence in found] == [f"{PATH}:4"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "- ```rust\n  fn main() {}\n  ```\n",
            "1:3 this fence begins behind a list mark, where it is not rendered as code",
        ),
        (
            "```no_run\nfn main() {}\n```\n",
            "1:1 `no_run` is not seen as Rust, so this fence is not checked",
        ),
        (
            "```rust-ignore\nfn main() {}\n```\n",
            "1:1 `rust-ignore` is not seen as Rust, so this fence is not checked",
        ),
        (
            "{% raw %}\n```rust\nfn main() {}\n```\n{% endraw %}\n",
            "2:1 this Rust fence stands in {% raw %}",
        ),
    ],
)
def test_fence_that_would_escape_is_a_finding(text: str, said: str) -> None:
    """Fences that the site would not render, or we would not check, are reported."""
    assert messages(text) == [said]


# Words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Directives()),
        (",no_run", Directives(Mode.NO_RUN)),
        (' no_run="waits for input"', Directives(Mode.NO_RUN, reason="waits for input")),
        (",should_panic", Directives(Mode.RUN_FAIL, ends="101")),
        (' ignore="no such crate"', Directives(Mode.IGNORED, reason="no such crate")),
        (",edition2018,standalone_crate", Directives(edition="2018")),
        (' edition="2021"', Directives(edition="2021")),
        (" { .no_run .edition2015 }", Directives(Mode.NO_RUN, edition="2015")),
        (" , no_run, edition2021", Directives(Mode.NO_RUN, edition="2021")),
    ],
)
def test_words_say_how_a_fence_is_compiled(words: str, expected: Directives) -> None:
    """rustdoc's comma form, blanks, superfences' attributes and braces mean the same."""
    assert listing(rust(words)).directives == expected


@pytest.mark.parametrize(
    ("opening", "codes"),
    [
        ("rust,compile_fail,E0382", ["E0382"]),
        ("rust compile_fail E0382 E0505", ["E0382", "E0505"]),
        ('rust compile_fail="E0382"', ["E0382"]),
        ("rust compile_fail='E0382, E0505'", ["E0382", "E0505"]),
        ("{ .rust .compile_fail .E0382 }", ["E0382"]),
        ("rust,compile_fail", [""]),
    ],
)
def test_compile_fail_expects_its_codes(opening: str, codes: list[str]) -> None:
    """Each code is an expectation anywhere in the listing; without one, any error will do."""
    found = listing(f"```{opening}\nfn main() {{}}\n```\n")
    assert found.directives == Directives(Mode.CHECK_FAIL)
    assert [(one.kind, one.line, one.code) for one in found.expectations] == [
        ("error", None, code) for code in codes
    ]


def test_code_of_the_words_has_its_place() -> None:
    """An expectation from the words points at the code."""
    (one,) = listing(rust(",compile_fail,E0382")).expectations
    assert one == Expectation("error", Place(PATH, 1, 22, 1, 27), code="E0382")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (",ignore", "`ignore` gives no reason"),
        (' ignore=""', "`ignore` gives no reason"),
        (",compile_fial", "unknown word `compile_fial`; did you mean `compile_fail`?"),
        (",ignore-wasm", "unknown word `ignore-wasm`; did you mean `ignore`?"),
        (" (why not)", "unknown word `(why not)`"),
        (",edition2020", "unknown word `edition2020`; did you mean `edition2024`?"),
        (' edition="2020"', '`edition` is "2020", not 2015, 2018, 2021 or 2024'),
        (",test_harness", "`test_harness` is not supported"),
        (",E0382", "`E0382` stands here without `compile_fail`"),
        (' compile_fail="E38"', '`compile_fail` is "E38", not an error code such as E0382'),
        (' should_panic="yes"', "`should_panic` takes no value"),
        (",no_run,should_panic", "`no_run` and `should_panic` exclude each other"),
        (",no_run,no_run", "`no_run` stands here twice"),
        (' tilte="x"', 'unknown word `tilte="x"`; did you mean `title`?'),
        (' hl_lines="one"', '`hl_lines` is "one", not line numbers'),
        (" title", '`title` is "", not text'),
        (",E038", "unknown word `E038`"),
    ],
)
def test_word_that_is_not_understood_is_a_finding(words: str, said: str) -> None:
    """Unknown words, missing reasons and contradictions never pass silently."""
    _, findings = find_fences(PATH, rust(words))
    assert [one.message for one in findings] == [said]


def test_finding_of_a_word_has_place_and_advice() -> None:
    """The characters of the word are marked, and the note says what to write."""
    _, findings = find_fences(
        PATH, "> " + rust(",ignore", "> fn main() {}").replace("\n`", "\n> `")
    )
    assert findings == (
        Finding(
            "fence",
            Place(PATH, 1, 11, 1, 17),
            "`ignore` gives no reason",
            notes=('write it as ```rust ignore="needs a second machine"',),
        ),
    )


# Code -----------------------------------------------------------------------------------


def test_hidden_lines_are_compiled_and_not_shown() -> None:
    """rustdoc's rule: `# ` hides a line, `##` is a literal `#`, attributes are left alone."""
    text = rust("", "# use std::rc::Rc;\n#\n#[derive(Debug)]\nstruct A;\n    # let b = 1;\n##[x]")
    found = listing(text)
    assert found.source == (
        "#[allow(unused)] fn main() {\n"
        "use std::rc::Rc;\n\n#[derive(Debug)]\nstruct A;\nlet b = 1;\n#[x]\n}\n"
    )
    assert found.shown == "#[derive(Debug)]\nstruct A;\n#[x]"
    assert mapped(found, text)[1:-1] == [
        "use std::rc::Rc;",
        "#",
        "#[derive(Debug)]",
        "struct A;",
        "let b = 1;",
        "#[x]",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "fn main() {}",
        "pub fn main () { let a = '{'; }",
        "#[tokio::main]\nasync fn main() {}",
        'const A: &str = "}";\n/* { /* { */ */ fn main() {}',
        "# fn main() {\nlet a = 1;\n# }",
    ],
)
def test_main_function_is_left_alone(code: str) -> None:
    """A program with a main function of its own is compiled as it stands."""
    found = listing(rust("", code))
    assert 0 not in found.lines
    assert found.main


@pytest.mark.parametrize(
    "code",
    [
        "// fn main() {}",
        "/* fn main() {} */",
        'let a = "fn main() {}";',
        'let a = r#"\nfn main() {}"#;',
        "mod inner { fn main() {} }",
        "fn main_loop() {}",
        "struct A<'a>(&'a str); // '",
    ],
)
def test_main_function_is_added_where_none_is(code: str) -> None:
    """Comments, strings and inner modules hold no main function."""
    found = listing(rust("", code))
    assert found.source == f"#[allow(unused)] fn main() {{\n{code}\n}}\n"
    assert found.lines[0] == found.lines[-1] == 0


def test_crate_attributes_stay_outside_of_main() -> None:
    """Crate attributes and `extern crate` come first, the rest is wrapped."""
    code = (
        "// why\n#![allow(dead_code,\n  unused)]\n\n#[macro_use] extern crate alloc;\n"
        "extern crate core as c;\nlet a = 1;"
    )
    found = listing(rust("", code))
    assert found.source.split("\n")[5:9] == [
        "extern crate core as c;",
        "#[allow(unused)] fn main() {",
        "let a = 1;",
        "}",
    ]
    assert found.lines == (2, 3, 4, 5, 6, 7, 0, 8, 0)


def test_question_mark_works_where_the_last_line_is_a_result() -> None:
    """`Ok::<(), E>(())` at the end makes the wrapper return a result, by rustdoc's rule."""
    found = listing(
        rust("", 'let a: i32 = "1".parse()?;\nOk::<(), std::num::ParseIntError>(()) // end')
    )
    first, *_, last, _ = found.source.split("\n")
    assert first == (
        "#[allow(unused)] fn main() { fn fence() "
        "-> core::result::Result<(), impl core::fmt::Debug> {"
    )
    assert last == "} fence().unwrap() }"


def test_unused_parts_are_reported_where_the_margin_speaks_of_warnings() -> None:
    """A fence that expects a warning gets its warnings."""
    found = listing(rust("", "let a = 1; //~ WARN unused_variables"))
    assert found.source.startswith("fn main() {\n")
    assert found.expectations[0].line == 2


# Margin ---------------------------------------------------------------------------------


def test_margin_counts_and_is_not_shown() -> None:
    """Expectations in a fence point at the line of the source and the place in the page."""
    text = "- x\n\n    ```rust,compile_fail\n    let a = b; //~ ERROR E0425 cannot find\n    ```\n"
    found = listing(text)
    assert found.expectations == (
        Expectation("error", Place(PATH, 4, 16, 4, 43), 2, "E0425", "cannot find"),
    )
    assert found.shown == "let a = b;"


def test_margin_is_more_exact_than_the_words() -> None:
    """A code that stands in the margin is not expected a second time for the words."""
    found = listing(rust(",compile_fail,E0382,E0505", "a; //~ ERROR E0382 moved"))
    assert [(one.code, one.line) for one in found.expectations] == [("E0505", None), ("E0382", 2)]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            "",
            "a; //~ ERROR E0425",
            "2:4 an error is expected, but nothing says that the listing does not compile",
        ),
        (",no_run", "a; //~ prints 1", "2:4 a `no-run` listing is not run and prints nothing"),
        ("", "//@ edition: 2021", "2:1 directives belong to snippet files, not to fences"),
        ("", "//~^ WARN unused", "2:1 this points to a line outside of the listing"),
        ("", "a; //~ print 1", "2:4 unknown expectation `print`; did you mean `prints`?"),
    ],
)
def test_margin_that_does_not_fit_is_a_finding(words: str, code: str, said: str) -> None:
    """Expectations have to suit what the words say."""
    assert messages(rust(words, code)) == [said]


# Another book ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("rust,ignore", Directives(Mode.IGNORED, reason="the book says ignore")),
        ("rust,ignore (pseudo code)", Directives(Mode.IGNORED, reason="pseudo code")),
        ("rust,editable,noplayground,mdbook-runnable", Directives()),
        ("rust,should_panic,panics", Directives(Mode.RUN_FAIL, ends="101")),
        ("rust,ignore,does_not_compile", Directives(Mode.IGNORED, reason="the book says ignore")),
        ("rust,ignore-wasm,test_harness,hidelines=!", Directives()),
        ("should_panic", Directives(Mode.RUN_FAIL, ends="101")),
        ("rust,no_run,edition2018,E0382", Directives(Mode.NO_RUN, edition="2018")),
    ],
)
def test_foreign_words_are_rustdocs(opening: str, expected: Directives) -> None:
    """Another book needs no reasons, and may use the words of its own tools."""
    assert listing(f"```{opening}\nfn main() {{}}\n```\n", foreign=True).directives == expected


def test_foreign_fence_behind_a_list_mark_is_read() -> None:
    """mdBook renders a fence that begins behind a list mark."""
    text = "- ```rust,compile_fail,E0382\n  let a = 1; //~ nonsense\n\n  ```\n"
    found = listing(text, foreign=True)
    assert mapped(found, text) == ["", "let a = 1; //~ nonsense", "", ""]
    assert [one.code for one in found.expectations] == ["E0382"]


def test_foreign_program_may_have_unused_parts() -> None:
    """rustdoc allows what is unused, with a main function of the listing's own, too."""
    found = listing(rust("", "fn main() { let a = 1; }"), foreign=True)
    assert found.source == "#![allow(unused)]\nfn main() { let a = 1; }\n"
    assert found.lines == (0, 2)


def test_foreign_code_of_another_file_is_ignored_with_the_reason() -> None:
    """A listing that mdBook includes cannot be compiled from the page alone."""
    found = listing(rust("", "{{#rustdoc_include ../listings/main.rs:here}}"), foreign=True)
    assert found.directives == Directives(
        Mode.IGNORED,
        reason="its code is in another file: {{#rustdoc_include ../listings/main.rs:here}}",
    )


# Normalised -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rust(",no_run", "let a = 1; //~ WARN unused"), "```rust\nlet a = 1;\n```"),
        (
            rust(' no_run title=\'a "b"\' hl_lines="1 3-4" linenums="1"', "a"),
            '```rust title=\'a "b"\' hl_lines="1 3-4" linenums="1"\na\n```',
        ),
        (rust(" { .wide .no_run title=x }", "a"), '``` { .rust .wide title="x" }\na\n```'),
        ("> ~~~~rust\n> /*\n> ```\n> */\n> ~~~~\n", "````rust\n/*\n```\n*/\n````"),
    ],
)
def test_normalised_fence_keeps_what_the_highlighter_knows(text: str, expected: str) -> None:
    """rustdoc's words vanish, titles and marks of lines stay, the run is long enough."""
    (fence,) = fences(text)
    assert normalised_fence(fence) == expected


def test_normalised_fence_may_hold_another_body() -> None:
    """The caller may put another text in the place of the code."""
    (fence,) = fences(rust(""))
    assert normalised_fence(fence, "x\n\ny") == "```rust\nx\n\ny\n```"


@pytest.mark.parametrize(
    "words", [",no_run", ' title="T" no_run hl_lines="1"', " { .wide .no_run }"]
)
def test_normalised_fence_is_highlighted(words: str) -> None:
    """What we write is a code block for pymdownx.superfences."""
    (fence,) = fences(rust(words, "let a = 1;"))
    html = markdown.markdown(
        normalised_fence(fence), extensions=["pymdownx.highlight", "pymdownx.superfences"]
    )
    assert '<span class="kd">let</span>' in html
