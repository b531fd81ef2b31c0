"""The page of terms → its terms; a rendered page → the same, the first use of each linked. Pure.

The glossary itself is the source. A term is a section: its name as the heading, with other forms of
the word in `data-forms`, then a paragraph in plain words, then the link to the chapter. A name that
is `.quiet` is too common a word to be linked, and so is its plural: only other forms are.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

PAGE: Final = "docs/glossary.md"
"""The page of terms, where a book has one."""

_SECTION: Final = re.compile(
    r"^## (?P<name>[^\n{]+?) \{ #(?P<anchor>[\w-]+)(?P<quiet> \.quiet)?"
    r"(?: data-forms=\"(?P<forms>[^\"]*)\")? \}\n\n"
    r"(?P<words>(?:[^\n#][^\n]*\n)+)\n(?P<more>[^\n]+)",
    re.MULTILINE,
)
_HEADING: Final = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field: `forms` are all its spellings, `words` what it means, `more` the link to
    the chapter in Markdown; `quiet` where neither the name nor its plural is linked."""

    name: str
    anchor: str
    forms: tuple[str, ...]
    words: str
    more: str
    quiet: bool = False

    @property
    def linked(self) -> tuple[str, ...]:
        """The spellings that lead to the glossary."""
        silent = {self.name, f"{self.name}s"} if self.quiet else set()
        return tuple(form for form in self.forms if form not in silent)


def parse_glossary(text: str) -> tuple[Term, ...]:
    """Read the terms of the page; a section of another form is no term, see `count_sections`."""
    return tuple(
        Term(
            found["name"],
            found["anchor"],
            (found["name"], *filter(None, map(str.strip, (found["forms"] or "").split(",")))),
            _plain(found["words"]),
            found["more"],
            bool(found["quiet"]),
        )
        for found in _SECTION.finditer(text)
    )


def count_sections(text: str) -> int:
    """How many sections the page has: as many as terms, where all are of the form."""
    return len(_HEADING.findall(text))


def _plain(words: str) -> str:
    """A paragraph as the text of a title: no marks of code, emphasis and links."""
    bare = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", words)
    return " ".join(re.sub(r"[*`]", "", bare).split())


_STEP: Final = re.compile(
    r"<(?P<open>figure|section|table|pre|svg|blockquote)\b"
    r"|</(?P<close>figure|section|table|pre|svg|blockquote)>"
    r"|<(?P<prose>p|li)>"
)
"""Where prose begins, and what it cannot stand in. A `section` is a player."""
_PROSE_END: Final = re.compile(r"</(?:p|li)>|<(?:p|ul|ol|div|pre|table|figure|section|details)\b")
_TOKEN: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^>]*>|(?P<text>[^<]+)|<")
_SILENT: Final = frozenset({"a", "code", "button", "label", "kbd", "abbr"})
"""Elements whose words are left alone: links, claims among them, code and what can be pressed."""


def link_terms(page: str, terms: Sequence[Term], glossary: str) -> str:
    """Link the first use of each term in paragraphs and lists to the glossary, whose address is
    given as seen from the page.

    Whole words only, as they are written, or with a capital where a sentence begins. Headings,
    code, links, claims, tables, figures and players are left as they are.
    """
    waiting = {form: term for term in terms for form in _spellings(term)}
    if not waiting:
        return page
    linker = _Linker(waiting, re.compile(_any_of(waiting)), glossary)
    return "".join(linker.parts_of(page))


def _any_of(forms: Iterable[str]) -> str:
    """A pattern for whole words, the longest first; parted by first letters, which is faster."""
    longest_first = sorted(forms, key=lambda form: (form[0], -len(form), form))
    groups = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(form[1:]) for form in group)})"
        for first, group in groupby(longest_first, key=lambda form: form[0])
    )
    return rf"(?<![\w&#-])(?:{'|'.join(groups)})(?![\w-])"


def _spellings(term: Term) -> Iterator[str]:
    for form in term.linked:
        yield form
        yield form[0].upper() + form[1:]


class _Linker:
    """One pass over a page; remembers which terms are linked already."""

    def __init__(self, waiting: dict[str, Term], pattern: re.Pattern[str], glossary: str) -> None:
        self.waiting = waiting
        self.pattern = pattern
        self.glossary = glossary
        self.done: set[str] = set()
        self.begun = False

    def parts_of(self, page: str) -> Iterator[str]:
        """Yield the page in pieces, prose with links among them."""
        written = 0
        for start, end in find_prose(page):
            if start >= written:
                yield page[written:start]
                yield self.prose(page[start:end])
                written = end
        yield page[written:]

    def prose(self, text: str) -> str:
        if not self.pattern.search(text):
            return text
        depth = 0
        parts = []
        for token in _TOKEN.finditer(text):
            if token["name"] in _SILENT:
                depth += -1 if token["end"] else 1
            plain = token["text"] and depth == 0
            parts.append(self.pattern.sub(self.link, token[0]) if plain else token[0])
            self.begun = bool(token["text"]) or self.begun
        self.begun = False
        return "".join(parts)

    def link(self, found: re.Match[str]) -> str:
        form = found[0]
        term = self.waiting[form]
        if term.anchor in self.done or not (form in term.linked or self.begins(found)):
            return found[0]
        self.done.add(term.anchor)
        title = html.escape(term.words)
        return (
            f'<a class="term" href="{self.glossary}#{term.anchor}" title="{title}">{found[0]}</a>'
        )

    def begins(self, found: re.Match[str]) -> bool:
        """Whether a sentence begins here: elsewhere a capital makes another word, or a name."""
        before = found.string[: found.start()].rstrip()
        return before.endswith((".", "!", "?")) if before else not self.begun


def find_prose(page: str) -> Iterator[tuple[int, int]]:
    """Yield where the text of each paragraph and item of a list stands, outside of pictures."""
    depth = 0
    for step in _STEP.finditer(page):
        if step["open"]:
            depth += 1
        elif step["close"]:
            depth -= 1
        elif depth == 0:
            end = _PROSE_END.search(page, step.end())
            yield step.end(), end.start() if end else len(page)


def doubled(terms: Iterable[Term]) -> tuple[str, ...]:
    """The spellings that two terms, or one twice, lay claim to."""
    times = Counter(form.lower() for term in terms for form in term.forms)
    return tuple(form for form, count in times.items() if count > 1)
