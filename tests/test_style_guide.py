"""What a program can tell of style: each rule kept, and each broken, with the whole sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.anatomy import judge_anatomy
from checks.building import BuiltPage
from checks.names import find_placeholders
from checks.prose import LONGEST, LONGEST_ANSWER, judge_sentences, read_lines
from checks.terms import find_unlinked, find_unlisted
from macros.glossary import Term, link_terms
from macros.model import Finding
from macros.report.text import render_finding
from macros.scan import scan_page
from macros.vocabulary import VOCABULARY
from tests.promised import SHOWN, keep_promises, show_in_navigation, write_promising_book

PAGE = "docs/page.md"
CLAIM = '{{ claim("2 bytes", "size_of::<u16>()") }}'
CHAPTER = f"""\
# Moves

A `u16` takes {CLAIM}.

## Inside

Words.

## Coming from another language

=== "TypeScript"

    There is no such type.

=== "Go"

    It is called `uint16`.

*The sentences about other languages are not checked here.*

## Check yourself

??? question "How large is it?"

    {CLAIM}.

??? question "And two of them?"

    Twice that, and one takes {CLAIM}.

## See also

- The standard library: [`u16`](https://doc.rust-lang.org/std/primitive.u16.html)
"""


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{each.place.line}: {each.message}" for each in findings]


def sentences(text: str) -> list[str]:
    return told(judge_sentences(scan_page(PAGE, text, VOCABULARY)))


def anatomy(text: str) -> list[str]:
    return told(judge_anatomy(scan_page(PAGE, text, VOCABULARY)))


# Sentences ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "One sentence.\nAnd another one.",
        "- An item\n- Another one.\n  With a second sentence.",
        "**Numbers.** Digits, or words.",
        "Rust 1.95.0, e.g. in `a. B`, is *new*.",
        f"It takes {CLAIM} … or so.",
        '??? question "A line. And why?"\n\n    Because.',
        "| A cell. With two. |\n| --- |",
        "```text\nno end. No\n```",
        "<!-- no end. No -->\n\n{{ snippet('a/b') }}\n\nSo:",
        "{% raw %}\n```text\nx\n```\n{% endraw %}",
        "---\ntitle: no end. No\n---\n\nAn end.",
        'He asks "why?" and goes.',
        "Its owner's `println!` is *the compiler's*, `!Send` and !x.",
        "The year 2024 has 1,024 bytes.",
    ],
)
def test_a_line_with_one_sentence_is_fine(text: str) -> None:
    """Labels, items, code, tables, titles and remarks are no second one."""
    assert sentences(f"{text}\n") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One. Two.", "1: two sentences stand in one line"),
        ("Is it? `size_of` knows.", "1: two sentences stand in one line"),
        (f"It is {CLAIM}. 4 more.", "1: two sentences stand in one line"),
        ("(It is. So it is.)", "1: two sentences stand in one line"),
        ('- It is "so." And so.', "1: two sentences stand in one line"),
        ("A line that\ngoes on.", "1: this line ends inside a sentence"),
        ("- An item that\n  goes on.", "1: this line ends inside a sentence"),
        ("No end", "1: this line ends inside a sentence"),
        ("It doesn't.", '1: "doesn\'t" is not in the voice of the book'),
        ("- Now we go.", "1: 'we' is not in the voice of the book"),
        ("So it goes!", "1: '!' is not in the voice of the book"),
        ("It has 4096 bytes.", "1: the digits of 4096 are not parted"),
    ],
)
def test_other_lines_are_found(text: str, wanted: str) -> None:
    """Two sentences, half a one, another voice, digits without a comma."""
    assert sentences(f"{text}\n") == [wanted]


def test_a_long_sentence_is_found_with_its_length() -> None:
    """A claim counts with its words, a piece of code as one; the answer may be longer."""
    fit = f"It {'is ' * (LONGEST - 4)}{CLAIM} `a b c`."
    assert sentences(f"{fit}\n") == []
    long = fit.replace("It", "It so")
    assert sentences(f"{long}\n") == ["1: this sentence has 36 words, and 35 are the most"]
    answer = f"# Title\n\n{'so ' * LONGEST_ANSWER}.\n"
    assert sentences(answer) == []
    assert sentences(answer.replace("so .", "so so.")) == [
        "3: this sentence has 61 words, and 60 are the most"
    ]


def test_a_finding_shows_the_line_and_leads_to_the_guide() -> None:
    """With what to do."""
    text = "One. Two.\n"
    (finding,) = judge_sentences(scan_page(PAGE, text, VOCABULARY))
    assert render_finding(finding, {PAGE: text}) == (
        "error[style]: two sentences stand in one line\n"
        " --> docs/page.md:1:1\n"
        "  |\n"
        "1 | One. Two.\n"
        "  | ^^^^^^^^^\n"
        "  = help: begin a line before 'Two.'\n"
        "  = the style: CONTRIBUTING.md#style"
    )


def test_lines_are_read_as_they_are_seen() -> None:
    """Marks, addresses and attributes are gone, and each line knows what it is."""
    text = (
        "# A *title* { #there }\n\n"
        f"- **So:** see [the `Vec`](x.md#y){{ .z }} of {CLAIM}\n\n"
        '{{ snippet("a/b") }}\n\n'
        "    It takes {{ size_of('u8') }}.\n"
    )
    lines = read_lines(scan_page(PAGE, text, VOCABULARY))
    assert [(line.kind, line.indent, line.text, line.measured) for line in lines] == [
        ("heading", 0, "# A title", False),
        ("item", 0, "see the Code of 2 bytes", True),
        ("figure", 0, "", False),
        ("text", 4, "It takes 1.", True),
    ]


# The parts of a chapter -----------------------------------------------------------------


def test_a_chapter_with_all_its_parts_is_fine() -> None:
    """With or without a comparison with other languages."""
    assert anatomy(CHAPTER) == []
    head, _, rest = CHAPTER.partition("## Coming")
    assert anatomy(head + "## Check" + rest.partition("## Check")[2]) == []


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("# Moves\n", "", "1: a chapter begins with its title"),
        (f"A `u16` takes {CLAIM}.", "## First", "1: no sentence answers the chapter's question"),
        (
            f"A `u16` takes {CLAIM}.",
            f"It takes {CLAIM}.\nIt does.",
            "1: no sentence answers the chapter's question",
        ),
        (
            f"A `u16` takes {CLAIM}.",
            "It is small.",
            "3: the sentence that answers the chapter's question holds no claim",
        ),
        ("## See also", "## More", "1: the chapter has no part 'See also'"),
        ("## Check yourself", "## Ask", "1: the chapter has no part 'Check yourself'"),
        (
            "## Inside\n\nWords.\n\n",
            "## See also\n\nWords.\n\n",
            "5: the part 'See also' stands elsewhere",
        ),
        (
            '??? question "And two of them?"',
            "And two of them?",
            "21: this part asks 1 questions, and 2 are wanted",
        ),
        (
            f"Twice that, and one takes {CLAIM}.",
            "Twice that.",
            "27: nothing in the answer to this question is measured",
        ),
        (
            '=== "Go"',
            '=== "Python"',
            "9: this part has the tabs TypeScript, Python, and TypeScript, Go are wanted",
        ),
        (
            "*The sentences about other languages are not checked here.*",
            "So much for that.",
            "9: this part does not say whether it was checked",
        ),
    ],
)
def test_a_missing_part_is_found(before: str, after: str, wanted: str) -> None:
    """Where it should be, or where the chapter begins."""
    changed = CHAPTER.replace(before, after, 1)
    if after.startswith("## See also"):
        head, _, tail = changed.rpartition("## See also")
        changed = f"{head}## Inside{tail}"
    assert anatomy(changed) == [wanted]


# Names ----------------------------------------------------------------------------------


def names(code: str) -> list[str]:
    return told(find_placeholders("a.rs", code, 0, len(code)))


@pytest.mark.parametrize("name", ["foo", "Foo", "bar", "baz", "my_list", "MyType", "v1", "tmp"])
def test_a_placeholder_is_found(name: str) -> None:
    """As a variable or as a type."""
    assert names(f"fn main() {{\n    let {name} = 1;\n}}\n") == [
        f"2: the name {name!r} is a placeholder"
    ]


def test_real_names_and_other_text_are_left_alone() -> None:
    """Types, digits, strings and comments are no names."""
    code = "// foo\nlet guest: u8 = 0xf0; let barrier = \"foo\"; let x = utf8(1_f64, 'a', B2B);\n"
    assert names(code) == []


# Words of the field ---------------------------------------------------------------------

TERMS = (
    Term("stack", "stack", ("stack", "stacks"), "w", "m"),
    Term("stack pointer", "sp", ("stack pointer",), "w", "m"),
    Term("size", "size", ("size", "sizes", "size of a type"), "w", "m", quiet=True),
)


def unlisted(text: str) -> list[str]:
    return told(find_unlisted(scan_page(PAGE, text, VOCABULARY), TERMS))


def test_what_is_explained_in_bold_is_in_the_glossary() -> None:
    """Labels, code and whole sentences in bold are no terms."""
    assert (
        unlisted("A **stack**, its **size**.\n**Labels** and **labels:** **`Vec`**, **A b.**") == []
    )
    assert unlisted("\nA **stack**.\nA **heap** or **RAII**.") == [
        "3: 'heap' is explained here and has no entry in the glossary",
        "3: 'RAII' is explained here and has no entry in the glossary",
    ]
    assert unlisted("`**heap**`\n\n```text\n**heap**\n```\n") == []


def built(html: str) -> BuiltPage:
    return BuiltPage("page.html", f"<html><body><article>{html}</article></body></html>")


def unlinked(html: str) -> list[str]:
    return [each.message for each in find_unlinked(built(html), TERMS)]


def test_a_term_without_its_link_is_found() -> None:
    """In sentences and items; the longer term is another one."""
    said = "this page says 'stacks' and does not lead to the entry 'stack' of the glossary"
    assert unlinked("<p>All <em>stacks</em>.</p>") == [said]
    assert unlinked("<ul><li>All stacks</li></ul>") == [said]
    assert unlinked('<p>A <a class="term" href="g.html#stack">stack</a>, two stacks.</p>') == []
    assert unlinked("<p>The stack pointer.</p>") == [
        "this page says 'stack pointer' and does not lead to the entry 'stack pointer' of the "
        "glossary"
    ]
    assert unlinked("<p>Size of a type, sizes.</p><p>A size of a type.</p>") == [
        "this page says 'size of a type' and does not lead to the entry 'size' of the glossary"
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>The stack</h2>",
        "<p><code>stack</code> <a href='x'>stack</a></p>",
        "<figure><p>stack</p></figure><table><tr><td><p>stack</p></td></tr></table>",
        '<p class="listing__status">stack</p>',
        "<p>stacked, my-stack</p>",
        "<nav><ul><li>stack</li></ul></nav>",
    ],
)
def test_other_words_need_no_link(html: str) -> None:
    """Headings, code, links, pictures and what the theme writes."""
    assert unlinked(html) == []


def test_the_links_of_the_generator_are_enough() -> None:
    """Two ways of reading a page agree."""
    html = "<p>Size, stack.</p><ul><li>The stack pointer, a size of a type<br>.</li></ul>"
    assert unlinked(html) != []
    assert unlinked(link_terms(html, TERMS, "g.html")) == []


# In a book ------------------------------------------------------------------------------

GLOSSARY = """\
# Glossary

Words.

## value { #value data-forms="values" }

What bytes mean.

More: [moves](moves.md).
"""


SHOWING = '{{ snippet("moves/shown") }}\n\n{{ snippet("moves/argued") }}'


def write_book(root: Path, chapter: str) -> Path:
    """A book with one chapter, a glossary, and a program with a name that is none."""
    odd = SHOWN.replace("println!", 'let foo = "shown";\n    println!').replace(
        '("shown")', '("{foo}")'
    )
    pages = {"moves.md": chapter, "glossary.md": GLOSSARY, "sources/moves.yml": "[]\n"}
    write_promising_book(root, pages, {"moves/shown.rs": odd})
    show_in_navigation(root, "glossary.md")
    return root


def test_a_book_in_good_style_keeps_the_promise(tmp_path: Path) -> None:
    """Its pages, its chapter, its words; but for the name in its program."""
    chapter = CHAPTER.replace("Words.", f"All **values** of a program.\n\n{SHOWING}")
    kept = keep_promises(write_book(tmp_path, chapter), ("style_is_kept",))
    assert list(kept.failed) == ["test_names_in_snippet[snippets/moves/shown.rs]"], kept.output
    said = kept.failed["test_names_in_snippet[snippets/moves/shown.rs]"]
    assert "error[style]: the name 'foo' is a placeholder" in said
    assert {
        "test_sentences_of_page[docs/moves.md]",
        "test_names_in_page[docs/moves.md]",
        "test_parts_of_chapter[docs/moves.md]",
        "test_words_of_chapter[docs/moves.md]",
        "test_terms_of_page_are_linked[docs/moves.md]",
    } <= kept.passed


def test_a_book_in_bad_style_breaks_the_promise(tmp_path: Path) -> None:
    """Each rule is a test of its own, and says what it found without a traceback."""
    bad = "A **zorple**. It is.\n\n```rust\nlet foo = 1;\nassert_eq!(foo, 1);\n```\n\n" + SHOWING
    chapter = CHAPTER.replace("Words.", bad).replace("## See also", "## More")
    kept = keep_promises(write_book(tmp_path, chapter), ("style_is_kept",), "-k", "moves.md")
    assert {name: said.strip().partition("\n")[0] for name, said in kept.failed.items()} == {
        "test_sentences_of_page[docs/moves.md]": ("error[style]: two sentences stand in one line"),
        "test_names_in_page[docs/moves.md]": "error[style]: the name 'foo' is a placeholder",
        "test_parts_of_chapter[docs/moves.md]": (
            "error[style]: the chapter has no part 'See also'"
        ),
        "test_words_of_chapter[docs/moves.md]": (
            "error[style]: 'zorple' is explained here and has no entry in the glossary"
        ),
    }
