"""A snippet file → the listing it holds, with title, directives, expectations and regions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .compiled import as_compiled
from .directives import find_directives, find_regions, read_directives
from .languages.snippet import TITLE, mode_place, parse_other
from .languages.text import parse_text
from .margin import Source, find_expectations, joined, judge_expectations, render_shown
from .margin_facts import find_facts, judge_mode
from .marks import find_marks
from .model import Finding, Language, Listing, Mark, Region
from .report import say_snippets as say
from .rust_text import has_main, parse_rust
from .text import Lines, dedent_to, find_lines, trim_blank

OUTSIDE = re.compile(r"\binclude(?:_str|_bytes)?\s*!|#\s*!?\s*\[\s*path\b")


def parse_snippet(name: str, path: str, text: str) -> tuple[Listing, tuple[Finding, ...]]:
    """Reads the text of a snippet file, as `scan.normalise` returned it.

    `name` is what pages call it (`ownership/move`), `path` where the file stands; how that ends
    says in what language it is written.
    """
    if language_of(path) is not Language.RUST:
        return parse_other(name, source_of(path, text))
    source = source_of(path, text)
    title = TITLE.match(text)
    written, unread = find_directives(source)
    directives, wrong = read_directives(written)
    expectations, odd = find_expectations(source)
    annotated, unclear = find_facts(source)
    regions = tuple(find_regions(written))
    marks = tuple(find_marks(written, source.rust, source.inner))
    listing = Listing(
        name=name,
        place=source.inner.place(0, source.inner.end_of(1) - 1),
        source=text,
        shown=joined(render_shown(source, (1,) if title else ())),
        lines=source.lines,
        title=title["title"].rstrip() if title else "",
        directives=directives,
        expectations=expectations,
        regions=tuple(one for one in regions if isinstance(one, Region)),
        marks=tuple(one for one in marks if isinstance(one, Mark)),
        main=has_main(source.rust),
        annotated=annotated,
    )
    findings = [*unread, *wrong, *odd, *unclear, *find_outside(source)]
    findings += [one for one in (*regions, *marks) if isinstance(one, Finding)]
    findings += () if title else (say.no_title(listing.place),)
    place = mode_place(listing, written)
    judged = judge_expectations(expectations, directives.mode, place, main=listing.main)
    findings += () if unread or odd or wrong else judged
    findings += () if unread or wrong else judge_mode(annotated, directives.mode)
    compiled = as_compiled(listing, source, title_lines=1 if title else 0)
    return compiled, tuple(sorted(findings, key=lambda finding: finding.place))


def find_outside(source: Source) -> Iterator[Finding]:
    """Other files that the listing would read: nobody sees them, and nothing notices a change."""
    for found in OUTSIDE.finditer(source.rust.code):
        yield say.reads_outside(source.place(*found.span()), " ".join(found[0].split()))


def source_of(path: str, text: str) -> Source:
    """The file itself: every line stands where it is compiled."""
    inner: Lines = find_lines(path, text)
    count = max(1, text.count("\n") + (not text.endswith("\n")))
    parse = parse_rust if language_of(path) is Language.RUST else parse_text
    return Source(path, parse(text), inner, tuple(range(1, count + 1)), (0,) * count)


def language_of(path: str) -> Language:
    """Raises ValueError for a file that is no snippet."""
    return Language(path.rpartition(".")[2])


def region_of(listing: Listing, name: str) -> str | None:
    """What a reader sees of a region of a snippet, dedented; None if there is no such region."""
    found = next((one for one in listing.regions if one.name == name), None)
    if found is None:
        return None
    inside = listing.source.split("\n")[found.first - 1 : found.last]
    return "\n".join(dedent_to(trim_blank(inside)))
