"""A snippet file in another language than Rust → the listing it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.compiled import as_compiled
from macros.directives import (
    Directive,
    Refused,
    find_directives,
    find_regions,
    read_directives,
)
from macros.languages.dialects import DIALECTS, Dialect
from macros.languages.text import find_lost_margin
from macros.margin import (
    FACTS,
    KINDS,
    Source,
    joined,
    judge_expectations,
    parse_expectation,
    read_margin,
    render_shown,
)
from macros.model import Expectation, Finding, Language, Listing, Place, Region
from macros.report import say_languages as say
from macros.report import say_snippets

TITLE = re.compile(r"//![ \t]+(?P<title>\S[^\n]*)")


def parse_other(name: str, source: Source) -> tuple[Listing, tuple[Finding, ...]]:
    """Reads a file whose text was split by `parse_text`; `name` is what pages call it."""
    language = Language(source.path.rpartition(".")[2])
    dialect = DIALECTS[language]
    text = source.rust.text
    title = TITLE.match(text)
    written, unread = find_directives(source)
    known = tuple(one for one in written if one.key in dialect.keys)
    directives, wrong = read_directives(known, read_flags=lambda value: parse_flags(dialect, value))
    read = [_read_comment(source, *span, dialect) for span in source.comments("//~")]
    expectations = tuple(one for one in read if isinstance(one, Expectation))
    regions = tuple(find_regions(known))
    listing = Listing(
        name=name,
        place=source.inner.place(0, source.inner.end_of(1) - 1),
        source=text,
        shown=joined(render_shown(source, (1,) if title else ())),
        lines=source.lines,
        title=title["title"].rstrip() if title else "",
        directives=replace(directives, edition=""),
        expectations=expectations,
        regions=tuple(one for one in regions if isinstance(one, Region)),
        main=dialect.runs,
        language=language,
        is_read=not (unread or wrong),
    )
    findings = [*unread, *wrong, *_find_mistakes(source, written, dialect)]
    findings += [one for one in (*read, *regions) if isinstance(one, Finding)]
    findings += () if title else (say_snippets.no_title(listing.place),)
    if not findings:
        place = mode_place(listing, written)
        mode, runs = directives.mode, dialect.runs
        findings += judge_expectations(expectations, mode, place, main=runs)
    compiled = as_compiled(listing, source, title_lines=1 if title else 0)
    return compiled, tuple(sorted(findings, key=lambda finding: finding.place))


def mode_place(listing: Listing, written: Iterable[Directive]) -> Place:
    """The line that says how the listing ends, or its first line."""
    keys = (listing.directives.mode.value, "editions")
    return next((one.place for one in written if one.key in keys), listing.place)


def parse_flags(dialect: Dialect, value: str) -> tuple[str, ...] | Refused:
    """Flags of the tool, or the first that is not in the allow-list."""
    flags = tuple(value.split())
    refused = (Refused(one, ", ".join(dialect.flags)) for one in flags)
    return next((one for one in refused if one.flag not in dialect.flags), flags)


def _read_comment(source: Source, start: int, end: int, dialect: Dialect) -> Expectation | Finding:
    """An expectation; only rustc lays out types."""
    word = read_margin(source, start, end)["word"].rstrip(",")
    known = [one for one in KINDS if one != "WARN" or dialect.warns]
    if word in {*KINDS, *FACTS} - {*known}:
        return say.no_such_expectation(source.place(start, end), word, dialect.name, known)
    return parse_expectation(source, start, end)


def _find_mistakes(
    source: Source, written: Iterable[Directive], dialect: Dialect
) -> Iterator[Finding]:
    """Directives of Rust, other files, no checks, and margin that is no comment."""
    for one in written:
        if one.key not in dialect.keys:
            yield say.no_such_directive(one.place, one.key, dialect.name, dialect.keys)
    for found in dialect.outside.finditer(source.rust.text):
        written_there = " ".join(found[0].split())
        yield say_snippets.reads_outside(source.place(*found.span()), written_there)
    silenced = dialect.silences.finditer(source.rust.text) if dialect.silences else ()
    for found in silenced:
        yield say.not_checked(source.place(*found.span()), " ".join(found[0].split()), dialect.tool)
    for span in find_lost_margin(source.rust):
        yield say.lost_margin(source.place(*span))
