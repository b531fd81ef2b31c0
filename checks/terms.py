"""Words of the field: explained in bold where they first come, kept in the glossary, linked to it.

`find_unlisted` is about the text of a chapter; `find_unlinked` about a built page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser

from checks.building import BuiltPage
from checks.prose import as_read
from macros.glossary import Term
from macros.model import Finding, Page
from macros.report import say_style as say
from macros.text import find_lines

_CODE = re.compile(r"`[^`]*`")
_BOLD = re.compile(r"\*\*(?P<term>(?:[a-z]|[A-Z]{2})[^*`.:!?]*)\*\*")
_MOST_WORDS = 5
_LEFT_ALONE = frozenset(["a", "abbr", "button", "code", "kbd", "label"])
_PICTURED = frozenset(["blockquote", "figure", "nav", "pre", "script", "section", "svg", "table"])
_SILENT = _LEFT_ALONE | _PICTURED
_PROSE = ("p", "li")
_PLAIN = "+"
"""Marks an open paragraph or item that has no class: its words are sentences."""
_VOID = frozenset(["br", "hr", "img", "input", "link", "meta"])


def find_unlisted(page: Page, terms: Iterable[Term]) -> tuple[Finding, ...]:
    """Say which words a chapter explains in bold although the glossary does not have them.

    A word that is explained begins in small letters or is an abbreviation; other bold is a label.
    """
    known = {form.lower() for term in terms for form in term.forms}
    lines = find_lines(page.path, page.text)
    findings = []
    for number, row in enumerate(as_read(page).split("\n"), 1):
        for found in _BOLD.finditer(_CODE.sub("`", row)):
            word = found["term"]
            if word.lower() not in known and len(word.split()) <= _MOST_WORDS:
                start = lines.starts[number - 1]
                at = max(page.text.find(found[0], start), start)
                findings.append(say.not_in_glossary(lines.place(at, at + len(found[0])), word))
    return tuple(findings)


def find_unlinked(page: BuiltPage, terms: Sequence[Term]) -> tuple[Finding, ...]:
    """Say which terms a built page uses in its sentences and nowhere links to the glossary."""
    anchors = {tag["href"].partition("#")[2]: tag for tag in page.tags if "term" in tag.classes}
    reader = _Prose()
    reader.feed(page.text)
    reader.close()
    by_form = {form: term for term in terms for form in term.linked}
    longest_first = sorted(by_form, key=len, reverse=True)
    if not longest_first:
        return ()
    pattern = re.compile(rf"(?<![\w&#-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    used = dict(_uses(reader.paragraphs, pattern, by_form))
    place = page.tags[0].place
    return tuple(
        say.term_without_link(place, by_form[form].name, form)
        for anchor, form in used.items()
        if anchor not in anchors
    )


def _uses(
    paragraphs: Sequence[str], pattern: re.Pattern[str], by_form: Mapping[str, Term]
) -> Iterator[tuple[str, str]]:
    for text in paragraphs:
        for found in pattern.finditer(text):
            yield by_form[found[0]].anchor, found[0]


class _Prose(HTMLParser):
    """Collects the plain words of paragraphs and items: no code, no links, no pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.paragraphs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        plain = tag in _PROSE and not dict(attrs).get("class")
        self.open.append(f"{tag}{_PLAIN if plain else ''}")
        if plain:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().removesuffix(_PLAIN) != tag:
            pass

    def handle_data(self, data: str) -> None:
        prose = any(tag.endswith(_PLAIN) for tag in self.open)
        if prose and not _SILENT & set(self.open):
            self.paragraphs[-1] += data
