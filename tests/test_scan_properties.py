"""Whatever the page: reported places point at the claim's own characters, and nothing is missed."""

from __future__ import annotations

import string
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from macros.model import Page, Place
from macros.scan import normalise, scan_page
from macros.vocabulary import VOCABULARY

PATH = "docs/page.md"
SPECIAL = "{}%#<>!-`'\"\\|*_[]()~^$&;:.,?/ \t\u00a0\u2028\x0b\x0c\x85éß漢😀\ufeff"
OPENERS = ("{{", "{%", "{##", "<!--", "```", "~~~")


@dataclass(frozen=True)
class Part:
    """A piece of a page, and the literals of the live calls in it, in order."""

    text: str
    live: tuple[str, ...] = ()


def lines_of(alphabet: str, size: int) -> st.SearchStrategy[str]:
    return st.text(alphabet=alphabet, max_size=size)


noise = lines_of(string.ascii_letters + SPECIAL, 30).filter(
    lambda text: not any(opener in text for opener in OPENERS)
)
literals = lines_of(string.ascii_letters + string.digits + SPECIAL, 25).filter(
    lambda text: '"' not in text and "\\" not in text and text.strip() != ""
)
blanks = st.sampled_from(["", " ", "\n  ", "\t", " \n\n"])


@st.composite
def calls(draw: st.DrawFn) -> Part:
    """A call of a claim, in any layout, with double-quoted literals."""
    given_ = draw(st.lists(literals, min_size=1, max_size=3))
    names = ("", draw(st.sampled_from(["", "expression = "])), "snippet=")
    written = [f'{name}"{one}"' for name, one in zip(names, given_, strict=False)]
    gap = draw(blanks)
    inside = f",{gap}".join(written)
    dash = draw(st.sampled_from([("{{", "}}"), ("{{-", "-}}"), ("{{", "-}}")]))
    text = f"{dash[0]}{draw(blanks)}claim({gap}{inside}{gap}){draw(blanks)}{dash[1]}"
    return Part(text, tuple(given_))


@st.composite
def sentences(draw: st.DrawFn) -> Part:
    """A line with noise around calls, as prose, in a list, a quote, a table or an admonition."""
    marks = ["", "- ", "  1. ", "> ", "| ", "    ", "## ", "!!! note\n    ", "\t"]
    found = draw(st.lists(calls(), max_size=3))
    start = draw(st.sampled_from(marks))
    text = "".join(f"{draw(noise)} {call.text} " for call in found)
    return Part(f"{start}{text}{draw(noise)}", tuple(one for call in found for one in call.live))


@st.composite
def dead(draw: st.DrawFn) -> Part:
    """A Rust fence, a comment or a raw block, with calls and half-open tags inside."""
    call = draw(calls()).text
    junk = draw(
        st.sampled_from(["{{", "{%", "{##", "<!-", "{{ nope( }}", "{% if %}", "'", '"', "`"])
    )
    around = [
        ("```rust,no_run\n", "\n```"),
        ("    ~~~rust\n    ", "\n    ~~~"),
        ("<!-- ", " -->"),
        ("{## ", " ##}"),
        ("{% raw %}", "{% endraw %}"),
    ]
    start, end = draw(st.sampled_from(around))
    flat = call.replace("\n", " ").replace("-->", "").replace("##}", "")
    return Part(f"{start}{junk} {flat}{end}")


@st.composite
def fenced(draw: st.DrawFn) -> Part:
    """A call in a fence of another language, which Jinja renders all the same."""
    call = draw(calls())
    return Part(f"```text\n<!-- `\n{call.text}\n```", call.live)


fronts = st.sampled_from(["", "---\ntitle: 'x {{ y }}'\n---\n", "---\na: 1\n...\n"])
parts = st.lists(st.one_of(sentences(), dead(), fenced()), max_size=6)


def bytes_of(front: str, found: list[Part], newline: str, mark: bool) -> bytes:
    text = front + "# Title {#title}\n\n" + "\n\n".join(part.text for part in found) + "\n"
    return (b"\xef\xbb\xbf" if mark else b"") + text.replace("\n", newline).encode()


def scan(raw: bytes) -> Page:
    text = normalise(raw, PATH)
    assert isinstance(text, str)
    return scan_page(PATH, text, VOCABULARY)


def literal_places(page: Page) -> list[tuple[Place, object]]:
    return [
        (argument.place, argument.value)
        for call in page.calls
        for argument in (*call.arguments, *(one for _, one in call.named))
    ]


@settings(max_examples=300, deadline=None)
@given(fronts, parts, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_places_are_the_claims_own_characters(
    front: str, found: list[Part], newline: str, mark: bool
) -> None:
    """Every literal of every live call is reported once, at its characters in the file itself."""
    raw = bytes_of(front, found, newline, mark)
    page = scan(raw)
    rows = raw.decode("utf-8-sig").split(newline)
    places = literal_places(page)
    assert all("stands inside code" in one.message for one in page.findings)
    assert [value for _, value in places] == [one for part in found for one in part.live]
    assert [rows[at.line - 1][at.column - 1 : at.end_column - 1] for at, _ in places] == [
        value for _, value in places
    ]
    assert all(
        page.text[call.start : call.end].strip("{}-").strip()[:5] == "claim" for call in page.calls
    )


@settings(max_examples=200, deadline=None)
@given(fronts, st.lists(sentences(), max_size=6))
def test_calls_are_those_that_jinja_finds(front: str, found: list[Part]) -> None:
    """Jinja's own parser sees the same calls with the same literals."""
    page = scan(bytes_of(front, found, "\n", False))
    environment = Environment(  # noqa: S701
        comment_start_string="{##", comment_end_string="##}"
    )
    tree = environment.parse(page.text[len(front) :])
    seen = [[one.value for one in call.find_all(nodes.Const)] for call in tree.find_all(nodes.Call)]
    ours = [
        [one.value for one in (*call.arguments, *(one for _, one in call.named))]
        for call in page.calls
    ]
    assert ours == seen


@settings(max_examples=150, deadline=None)
@given(parts, calls(), parts, st.sampled_from(["\n", "\r\n"]))
def test_misspelled_name_is_reported_at_its_own_characters(
    before: list[Part], call: Part, behind: list[Part], newline: str
) -> None:
    """A wrong parameter name anywhere in a page is the one finding, at the name."""
    wrong = Part(call.text.replace("claim(", 'claim(sniped = "x", words=', 1))
    raw = bytes_of("", [*before, wrong, *behind], newline, False)
    page = scan(raw)
    rows = raw.decode().split(newline)
    said = [one for one in page.findings if "sniped" in one.message]
    assert [
        rows[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1] for one in said
    ] in (
        ["sniped"],
        [],
    )
    assert page.findings
    assert len(page.calls) == len(scan(bytes_of("", [*before, *behind], newline, False)).calls)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="{}%#<>!-`~'\"\\ \nclaim()=1r.us|>", max_size=80), st.booleans())
def test_no_text_stops_the_scan(text: str, foreign: bool) -> None:
    """Any text at all gives a page whose places lie inside of it."""
    page = scan_page(PATH, text, VOCABULARY, foreign=foreign)
    count = text.count("\n") + 1
    assert all(1 <= one.place.line <= one.place.end_line <= count + 1 for one in page.findings)
    assert all(text[call.start : call.start + 2] == "{{" for call in page.calls)
