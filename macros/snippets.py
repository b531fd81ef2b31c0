"""A snippet file → the listing it holds, with title, directives, expectations and regions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .compiled import as_compiled
from .directives import Directive, find_directives, find_regions, read_directives
from .heap_facts import find_counted, judge_counted
from .languages.snippet import TITLE, mode_place, parse_other
from .languages.text import parse_text
from .margin import Source, find_expectations, joined, judge_expectations, render_shown
from .margin_facts import find_facts, judge_mode
from .marks import find_marks
from .model import Finding, Language, Listing, Mark, Region
from .report import say_snippets as say
from .rust_text import has_main, parse_rust
from .text import Lines, dedent_to, find_lines, trim_blank
from .timed_program import public_functions

OUTSIDE = re.compile(r"\binclude(?:_str|_bytes)?\s*!|#\s*!?\s*\[\s*path\b")
EDITION_OF = re.compile(r"@(?:2015|2018|2021|2024)$")


def parse_snippet(name: str, path: str, text: str) -> tuple[Listing, tuple[Finding, ...]]:
    """Reads the text of a snippet file, as `scan.normalise` returned it.

    `name` is what pages call it (`ownership/move`), `path` where the file stands; how that ends
    says in what language it is written. Of a file that is compiled in several editions
    `drop/tail@2021` is another one than the usual.
    """
    if language_of(path) is not Language.RUST:
        return parse_other(name, source_of(path, text))
    source = source_of(path, text)
    title = TITLE.match(text)
    written, unread = find_directives(source)
    directives, wrong = read_directives(written, edition_in(name))
    source = replace(source, edition=directives.edition, editions=directives.editions)
    expectations, odd = find_expectations(source)
    annotated, unclear = find_facts(source)
    counted, uncounted = find_counted(source)
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
        counted=counted,
        is_read=not (unread or wrong),
    )
    findings = [*unread, *wrong, *odd, *unclear, *uncounted, *find_outside(source)]
    findings += [one for one in (*regions, *marks) if isinstance(one, Finding)]
    findings += () if title else (say.no_title(listing.place),)
    findings += judge_timed(listing, written)
    place = mode_place(listing, written)
    edition = directives.edition if directives.editions else ""
    judged = judge_expectations(
        expectations, directives.mode, place, main=listing.main, edition=edition
    )
    findings += () if unread or odd or wrong else judged
    findings += () if unread or wrong else judge_mode(annotated, directives.mode)
    findings += () if unread or wrong else judge_counted(listing)
    compiled = as_compiled(listing, source, title_lines=1 if title else 0)
    return compiled, tuple(sorted(findings, key=lambda finding: finding.place))


def edition_in(name: str) -> str:
    """The edition that a name asks for, empty for the usual one."""
    return name.rpartition("@")[2] if EDITION_OF.search(name) else ""


def without_edition(name: str) -> str:
    """The name of the snippet itself."""
    return EDITION_OF.sub("", name)


def editions_of(listing: Listing) -> tuple[tuple[str, str], ...]:
    """The editions of a snippet, each with the name of its listing."""
    name = without_edition(listing.name)
    names = listing.directives.editions
    return tuple((one, name if one == names[-1] else f"{name}@{one}") for one in names)


def judge_timed(listing: Listing, written: Iterable[Directive]) -> Iterator[Finding]:
    """Functions to be timed that are not there, and a main function where none can be."""
    timed = listing.directives.timed
    place = next((one.place for one in written if one.key == "timed"), listing.place)
    if timed and listing.main:
        yield say.timed_with_main(place)
    for number, name in enumerate(timed):
        if name in timed[:number]:
            yield say.timed_twice(place, name)
        elif name not in public_functions(listing):
            yield say.timed_function_missing(place, name)


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
