"""Findings in the place of what was not understood."""

from __future__ import annotations

from macros.render.mistakes import Mistake
from macros.render.rewrite import items_of, rewrite_page
from macros.scan import scan_page
from macros.vocabulary import VOCABULARY


def mistakes_in(text: str) -> list[tuple[str, str]]:
    page = scan_page("docs/a.md", text, VOCABULARY)
    return [
        (text[item.start : item.end], item.message)
        for item in items_of(page)
        if isinstance(item, Mistake)
    ]


def test_a_call_that_was_not_understood_is_taken_out_whole() -> None:
    """The finding is about one word of the tag; the tag goes."""
    text = "A {{ clam('x', '1') }} b {{ claim('2 bytes', 'size_of::<u16>()') }}.\n"
    ((tag, message),) = mistakes_in(text)
    assert tag == "{{ clam('x', '1') }}"
    assert "did you mean `claim`?" in message


def test_a_tag_without_an_end_is_taken_out_to_the_end_of_its_line() -> None:
    """What follows on the next line is still read by Jinja."""
    ((tag, _),) = mistakes_in("A {{ claim('x'\n\nb\n")
    assert tag == "{{ claim('x'"


def test_two_findings_about_one_tag_take_it_out_once() -> None:
    """Only the first is shown there; the console has both."""
    text = "{{ claim(words='2 bytes', expresion='1', snipet='a') }}\n"
    assert [tag for tag, _ in mistakes_in(text)] == [text.strip()]


def test_nothing_is_left_for_jinja_to_stumble_over() -> None:
    """The rewritten page calls the renderer only."""
    page = scan_page("docs/a.md", "A {{ claim('x' }} and {% if %}.\n", VOCABULARY)
    assert "claim(" not in rewrite_page(page)
    assert "{% if" not in rewrite_page(page)
