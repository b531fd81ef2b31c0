"""Markdown source → calls, findings and their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from macros.model import Argument, Finding, Page, Place
from macros.scan import normalise, scan_page
from macros.vocabulary import VOCABULARY

DATA = Path(__file__).parent / "data"
PATH = "docs/page.md"


def scan(text: str, names: frozenset[str] = frozenset(), foreign: bool = False) -> Page:
    return scan_page(PATH, text, VOCABULARY, names=names, foreign=foreign)


def at(text: str, place: Place) -> str:
    """The characters of a text at a place that stays on one line."""
    assert place.line == place.end_line
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def words(page: Page) -> list[object]:
    return [call.arguments[0].value for call in page.calls]


def messages(page: Page) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in page.findings]


def only(page: Page) -> Finding:
    assert len(page.findings) == 1, page.findings
    return page.findings[0]


# Bytes ----------------------------------------------------------------------------------


def test_normalise_drops_mark_and_carriage_returns() -> None:
    """A byte order mark vanishes, CRLF and CR become line feeds."""
    assert normalise(b"\xef\xbb\xbfone\r\ntwo\rthree\n", PATH) == "one\ntwo\nthree\n"


def test_normalise_keeps_a_second_mark() -> None:
    """Only the first three bytes are a byte order mark."""
    assert normalise(b"\xef\xbb\xbf\xef\xbb\xbfone", PATH) == "\ufeffone"


def test_normalise_names_the_line_that_is_not_utf8() -> None:
    """Bytes of another encoding are a finding at the first wrong one."""
    raw = "one\r\ntwo\r\né and ".encode() + b"caf\xe9\n"
    assert normalise(raw, PATH) == Finding(
        "encoding",
        Place(PATH, 3, 10, 3, 11),
        "line 3 is not UTF-8: byte 0xe9",
        notes=("save the file as UTF-8",),
    )


# Calls ----------------------------------------------------------------------------------


def test_call_has_the_places_of_its_literals() -> None:
    """Arguments, named ones too, point at the characters between their quotes."""
    text = 'é {{ claim(\'12 bytes\', "size_of::<T>()", snippet="a/b") }} end\n'
    (call,) = scan(text).calls
    assert call.macro == "claim"
    assert [one.value for one in call.arguments] == ["12 bytes", "size_of::<T>()"]
    assert [at(text, one.place) for one in call.arguments] == ["12 bytes", "size_of::<T>()"]
    assert [(key, at(text, one.place)) for key, one in call.named] == [("snippet", "a/b")]
    assert text[call.start : call.end] == at(text, call.place) == text[2:-5]


def test_call_over_several_lines_has_exact_places() -> None:
    """A call may be broken over lines, with non-ASCII text before its arguments."""
    text = 'Größe: {{ claim("zwölf Bytes",\n    "size_of::<Ü>()",\n\tsnippet="ß/a"\n) }}.\n'
    (call,) = scan(text).calls
    assert [at(text, one.place) for one in call.arguments] == ["zwölf Bytes", "size_of::<Ü>()"]
    assert at(text, call.named[0][1].place) == "ß/a"
    assert call.place == Place(PATH, 1, 8, 4, 5)
    assert call.sentence == ('Größe: {{ claim("zwölf Bytes", "size_of::<Ü>()", snippet="ß/a" ) }}.')


@pytest.mark.parametrize("tag", ['{{claim("a")}}', '{{- claim("a") -}}', '{{+ claim ( "a", ) }}'])
def test_white_space_and_its_control_do_not_matter(tag: str) -> None:
    """Jinja's white space control and a trailing comma are allowed."""
    assert words(scan(tag)) == ["a"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (r'"a\"b"', 'a"b'),
        (r"'\\n'", "\\n"),
        ('"a" "b"', "ab"),
        ('"{{ }} {% %}"', "{{ }} {% %}"),
        ('"}}"', "}}"),
        ("'it is \"so\"'", 'it is "so"'),
        (r'"\d"', r"\d"),
    ],
)
@pytest.mark.filterwarnings("ignore:invalid escape sequence")
def test_strings_mean_what_jinja_makes_of_them(written: str, value: str) -> None:
    """Escapes, joined strings and braces in strings are read as Jinja reads them."""
    text = f"{{{{ claim({written}) }}}}"
    tree = Environment(autoescape=True).parse(text)
    (constant,) = tree.find_all(nodes.Const)
    assert words(scan(text)) == [value] == [constant.value]


@pytest.mark.parametrize(("written", "value"), [("true", True), ("False", False)])
def test_truth_words_are_read_in_both_spellings(written: str, value: bool) -> None:
    """`true` and `True` are the same literal."""
    (call,) = scan(f'{{{{ snippet("a", output={written}) }}}}').calls
    assert dict(call.named)["output"].value is value


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('- A {{ claim("x") }}.', 'A {{ claim("x") }}.'),
        ('  12. A {{ claim("x") }}.', 'A {{ claim("x") }}.'),
        ('> > A {{ claim("x") }}.', 'A {{ claim("x") }}.'),
        ('- [x] A {{ claim("x") }}.', 'A {{ claim("x") }}.'),
        ('## A {{ claim("x") }}', 'A {{ claim("x") }}'),
        ('| A | {{ claim("x") }} |', 'A | {{ claim("x") }}'),
        ('    A {{ claim("x") }}.', 'A {{ claim("x") }}.'),
    ],
)
def test_sentence_is_the_line_without_marks(line: str, sentence: str) -> None:
    """List, quote, heading and table marks do not belong to the sentence, nor do its neighbours."""
    (call,) = scan(f"Before.\n{line}\nBehind.\n").calls
    assert call.sentence == sentence


@pytest.mark.parametrize(
    ("text", "indent"),
    [
        ('{{ snippet("a") }}', ""),
        ('x\n    {{ snippet("a") }} \t\ny', "    "),
        ('\t{{ snippet("a",\n  title="t") }}\n', "\t"),
        ('A {{ claim("a") }}', None),
        ('{{ claim("a") }}.', None),
    ],
)
def test_indent_says_whether_a_call_stands_alone(text: str, indent: str | None) -> None:
    """The white space before a call that has its lines to itself, None for all others."""
    (call,) = scan(text).calls
    assert call.indent == indent


# What is dead, what is alive ------------------------------------------------------------


@pytest.mark.parametrize(
    "dead",
    [
        '---\ntitle: "{{ claim(1) }}"\n---\n',
        '<!-- {{ claim("dead") }} -->\n',
        "<!--\n\n{{ claim(dead) }}\n```rust\n-->\n",
        '{## {{ claim("dead") }} {% raw %} ```rust ##}\n',
        '{% raw %}{{ claim("dead") }} {{ {% {##{% endraw %}\n',
        "{%- raw -%}\n```text\n{{ nope( }}\n```\n{%- endraw -%}\n",
        '```rust\nlet x = "{{ claim(dead) }}"; // {% {## <!-- {{\n```\n',
        '````rust\n```\n{{ claim("dead") }}\n````\n',
        "## Title {#anchor}\n",
        "Braces { } } {, 50 % } and {# a #}.\n",
    ],
)
def test_dead_text_holds_no_calls_and_no_findings(dead: str) -> None:
    """Front matter, comments, raw blocks and Rust fences are not read; what follows is."""
    page = scan(f'{dead}\n{{{{ claim("alive") }}}}\n')
    assert words(page) == ["alive"]
    assert page.findings == ()


@pytest.mark.parametrize(
    "text",
    [
        '```text\n{{ claim("alive") }}\n```\n',
        '`{{ claim("alive") }}`\n',
        '`<!--` {{ claim("alive") }} `-->`\n',
        '```html\n<!--\n```\n{{ claim("alive") }}\n```html\n-->\n```\n',
        '<!-- not closed {{ claim("alive") }}\n',
        '<!--> {{ claim("alive") }} -->\n',
        'a ` b\n\n{{ claim("alive") }} `\n',
        '---\n\n{{ claim("alive") }}\n\n---\n\n',
        '---\n{{ claim("alive") }}: [\n---\n',
        'x\n---\na: "{{ claim("alive") }}"\n---\n',
        '````md\n```rust\n{{ claim("alive") }}\n```\n````\n',
        '```{{ claim("alive") }}```\n',
        '| `a` | {{ claim("alive") }} |\n',
    ],
)
def test_what_jinja_would_render_is_alive(text: str) -> None:
    """Code spans, fences of other languages and things that only look dead are read."""
    assert words(scan(text)) == ["alive"]


def test_comments_are_reported_with_their_offsets() -> None:
    """The offsets of HTML comments cover them from `<!--` to `-->`."""
    text = "a <!-- b\nc --> d `<!-- e -->`\n"
    assert [text[start:end] for start, end in scan(text).comments] == ["<!-- b\nc -->"]


def test_front_matter_with_a_dots_line_is_skipped() -> None:
    """MkDocs lets front matter end with three dots, too; lines count through it."""
    page = scan('---\na: "{{ b }}"\n...\n{{ claim("x") }}\n')
    assert page.calls[0].place.line == 4
    assert page.findings == ()


# Findings -------------------------------------------------------------------------------


def test_bad_page_gives_all_findings() -> None:
    """Every mistake of a page is found in one go, each at its own characters."""
    text = (DATA / "bad_page.md").read_text(encoding="utf-8")
    assert written(scan(text)) == (DATA / "bad_page.txt").read_text(encoding="utf-8")


def written(page: Page) -> str:
    return "".join(
        f"{one.place.line}:{one.place.column}-{one.place.end_column} error[{one.code}]: "
        + "\n   = ".join((one.message, *one.notes))
        + "\n"
        for one in page.findings
    )


def test_unknown_macro_names_the_nearest() -> None:
    """A call of something nobody defines is a finding at its name."""
    text = 'Of {{ clam("12 bytes") }}.'
    assert only(scan(text)) == Finding(
        "macro", Place(PATH, 1, 7, 1, 11), "unknown macro `clam`; did you mean `claim`?"
    )


def test_unknown_macro_is_found_in_the_right_line_behind_front_matter() -> None:
    """Jinja's line numbers are those of the file."""
    text = "---\ntitle: x\n---\n\n{% if page %}\n\n{{ siez_of('u8') }}\n{% endif %}\n"
    assert messages(scan(text)) == ["7:4 unknown macro `siez_of`; did you mean `size_of`?"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ now() }} {{ page.title | upper }} {{ config.site_name }} {{ range(3) | list }}",
        "{% set a = 1 %}{{ a }}{% for b in range(3) %}{{ b }} {{ loop.index }}{% endfor %}",
        '{% macro note(x) %}{{ x }}{% endmacro %}{{ note("a") }}',
        '{% import "parts.md" as parts %}{{ parts.claim(1) }}{% set x = {"a": {"b": 1}} %}',
        "{{ maybe | default('x') }} {% if other is defined %}y{% endif %}",
        "{{ '{{' }} {{ {'a': {}} }} {{ context() | pretty }}",
        "{{ known }}",
    ],
)
def test_other_jinja_is_left_alone(text: str) -> None:
    """What Jinja, mkdocs-macros, the site or the page itself defines is no finding."""
    page = scan(text, names=frozenset({"known"}))
    assert page.findings == ()
    assert page.calls == ()


def test_keys_of_front_matter_are_known() -> None:
    """A page may use its own metadata."""
    assert scan("---\nauthor: x\n---\n{{ author }}\n").findings == ()


def test_included_files_are_listed() -> None:
    """Literal paths of include, import and extends are listed once each, in order."""
    text = (
        '{% include "a.md" %}\n{% import "b.md" as b %}\n'
        '{% include ["c.md", "a.md"] ignore missing %}\n'
    )
    assert scan(text).included == ("a.md", "b.md", "c.md")


def test_computed_include_is_a_finding() -> None:
    """A path that only rendering would know cannot be checked."""
    assert only(scan('x\n{% include "a" ~ page.title %}\n')) == Finding(
        "jinja",
        Place(PATH, 2, 1, 2, 31),
        "the path of an included file is not a literal",
        notes=('write it out, so that the file is checked too: {% include "parts/note.md" %}',),
    )


def test_one_syntax_error_does_not_hide_the_next() -> None:
    """Each tag that Jinja cannot read is reported, and unknown names beside it."""
    page = scan("{{ 1 2 }}\n\n{{ a b }} {{ nope }}\n{% if page %}\n")
    assert messages(page) == [
        "1:1 Jinja cannot read this: expected token 'end of print statement', got 'integer'",
        "3:1 Jinja cannot read this: expected token 'end of print statement', got 'b'",
        "3:14 nothing defines `nope`",
        "4:1 Jinja cannot read this: Unexpected end of template. Jinja was looking for the "
        "following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed "
        "is 'if'",
    ]


def test_missing_quote_does_not_hide_the_rest_of_the_page() -> None:
    """A string that is not closed ends with its line."""
    page = scan('{{ claim("12 bytes, "size_of") }} and "x"\n{{ claim("next") }}\n')
    assert words(page) == ["next"]
    assert messages(page) == ["1:1 a string in `{{ … }}` is not closed on its line"]


def test_wrong_call_does_not_hide_its_neighbours() -> None:
    """Calls before and behind a wrong one are read."""
    page = scan('{{ claim("a") }} {{ claim(b) }} {{ claim("c") }}')
    assert words(page) == ["a", "c"]
    assert messages(page) == ["1:27 `b` is not a literal"]


# Another book ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "{{#include file.rs}} {{#title A}} {{#playground x.rs editable}}\n",
        "{{ nope() }} {% if %} {{ unclosed {## {% raw %}\n",
        "```text\n{{ \n```\n",
    ],
)
def test_foreign_pages_keep_their_own_syntax(text: str) -> None:
    """Another book's braces are none of our business; our own calls are read all the same."""
    page = scan(f'{text}\n{{{{ claim("ours") }}}}\n', foreign=True)
    assert words(page) == ["ours"]
    assert page.findings == ()


def test_literals_are_values_with_places() -> None:
    """The value is Python's, the place that of the characters between the quotes."""
    (call,) = scan('{{ size_of("u8", edition="2021") }}').calls
    assert call.arguments == (Argument("u8", Place(PATH, 1, 13, 1, 15)),)
    assert call.named == (("edition", Argument("2021", Place(PATH, 1, 27, 1, 31))),)


def test_a_statement_that_cannot_be_read_hides_no_unknown_macro() -> None:
    """A call of nothing is found beside an `if` without a condition; what `set` names is not."""
    found = written(scan("{{ clam('x') }} {% set y = 1 %}{{ y }}\n\n{% if %}\n"))
    assert "did you mean `claim`?" in found
    assert "Expected an expression" in found
    assert "`y`" not in found
