"""Listings → copies of their file, each with one expectation or one promised end made wrong. Pure.

The line that a printed text stands beside is no part of what `//~ prints` says, so it is not
shifted; `no-run`, `ignore` and compiler flags are no statements about what comes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from macros.altered import altered, other_code, stepped
from macros.directives import ENDS_IN, Directive, find_directives
from macros.fence_words import ERROR_CODE, codes_of, find_words, unclassed
from macros.margin import CODE, LINT, MARGIN
from macros.model import Expectation, Language, Listing, Mode, Place
from macros.mutants import Edit, Mutant, span_of
from macros.mutated_counts import wrong_counts
from macros.mutated_facts import wrong_facts
from macros.snippets import source_of
from macros.text import Lines

FAILURES = ("check-fail", "build-fail", "run-fail")
FAILING_WORDS = ("compile_fail", "should_panic")
HARMLESS_DIRECTIVE, HARMLESS_WORD = "//@ edition: 2024", "edition2024"
HARMLESS_ELSEWHERE = "//@ timeout: 10"
"""What stands in the place of a promised failure: it says nothing that was not so before."""
OTHER_SIGNAL = MappingProxyType({"SIGABRT": "SIGSEGV"})
OTHER_STAGE = MappingProxyType({"check-fail": "build-fail", "build-fail": "check-fail"})


def mutants_of_listing(listing: Listing, lines: Lines) -> tuple[Mutant, ...]:
    """The mutants of a listing whose file is `lines`."""
    ends = _wrong_ends(listing, lines) if listing.is_file else _wrong_words(listing, lines)
    return (
        *ends,
        *(one for each in listing.expectations for one in _wrong_margin(each, lines)),
        *(one for each in listing.annotated for one in wrong_facts(each, lines)),
        *(one for each in listing.counted for one in wrong_counts(each, lines)),
    )


# The margin -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Comment:
    """A `//~` comment and where it stands in its file."""

    lines: Lines
    place: Place

    def mutant(self, change: str, start: int, end: int, new: str) -> Mutant:
        """The comment with `text[start:end]` replaced."""
        first, _ = span_of(self.lines, self.place)
        changed = self.lines.place(first + start, first + end)
        return Mutant(change, changed, self.place, (Edit(first + start, first + end, new),))


def _wrong_margin(expectation: Expectation, lines: Lines) -> Iterator[Mutant]:
    """Another code, line or text; nothing for an expectation that stands in a fence's words."""
    start, end = span_of(lines, expectation.place)
    found = MARGIN.fullmatch(lines.text[start:end])
    if found is None:
        return
    comment = _Comment(lines, expectation.place)
    rest, at = found["rest"], found.start("rest")
    if expectation.kind == "prints":
        yield from _wrong_text(comment, rest, at, "line's ")
        return
    yield from _wrong_line(comment, found["arrow"] or "")
    at += len(rest) - len(rest.lstrip())
    code = (CODE if expectation.kind == "error" else LINT).match(rest.lstrip())
    if code is not None and expectation.code:
        name = len(expectation.code)
        yield comment.mutant("code replaced", at, at + name, other_code(expectation.code))
    if expectation.text:
        at = found.end("rest") - len(rest) + rest.index(expectation.text, len(expectation.code))
        yield from _wrong_text(comment, expectation.text, at, "message's ")


def _wrong_text(comment: _Comment, text: str, at: int, whose: str) -> Iterator[Mutant]:
    for change, start, end, new in altered(text):
        yield comment.mutant(whose + change, at + start, at + end, new)


def _wrong_line(comment: _Comment, arrow: str) -> Iterator[Mutant]:
    """The comment speaks of the line above, and of the line below."""
    lines_down = -len(arrow) if arrow[:1] == "^" else len(arrow)
    begin = len("//~")
    for step in (1, -1):
        down = lines_down + step
        new = "v" * down if down > 0 else "^" * -down
        yield comment.mutant("line shifted", begin, begin + len(arrow), new)


# How a listing ends -----------------------------------------------------------------------


def _wrong_ends(listing: Listing, lines: Lines) -> Iterator[Mutant]:
    """A snippet that does not fail as it says, or that is no longer said to fail."""
    found, _ = find_directives(source_of(lines.path, lines.text))
    whole = lines.place(0, len(lines.text))
    for one in found:
        if one.key == "editions":
            yield from _wrong_edition(one, listing, lines, whole)
        if one.key not in FAILURES:
            continue
        start, end = span_of(lines, one.place)
        is_rust = listing.language is Language.RUST
        dropped = Edit(start, end, HARMLESS_DIRECTIVE if is_rust else HARMLESS_ELSEWHERE)
        yield Mutant("failure dropped", one.place, whole, (dropped,))
        if one.key in OTHER_STAGE and is_rust:
            swapped = Edit(start, end, f"//@ {OTHER_STAGE[one.key]}")
            yield Mutant("stage replaced", one.place, whole, (swapped,))
        if listing.directives.mode is Mode.RUN_FAIL:
            yield from _wrong_end(one, end, whole)


def _wrong_edition(
    one: Directive, listing: Listing, lines: Lines, about: Place
) -> Iterator[Mutant]:
    """How the listing ends in its edition, turned."""
    start, end = span_of(lines, one.place)
    for found in ENDS_IN.finditer(lines.text, start, end):
        if found["edition"] == listing.directives.edition:
            mode = "check-fail" if found["mode"] == "run" else "run"
            edit = Edit(found.start("mode"), found.end(), mode)
            yield Mutant("end in an edition replaced", one.place, about, (edit,))


def _wrong_end(one: Directive, end: int, about: Place) -> Iterator[Mutant]:
    """Another exit code or signal behind `run-fail:`."""
    value = one.value or ""
    others = [OTHER_SIGNAL.get(value, "SIGABRT")]
    if value.isdecimal():
        others = [stepped(value, int(value), step) for step in (1, -1)]
    for new in others:
        yield Mutant("end replaced", one.place, about, (Edit(end - len(value), end, new),))


def _wrong_words(listing: Listing, lines: Lines) -> Iterator[Mutant]:
    """Another code behind ```` ```rust ````, or no promised failure."""
    start, end = span_of(lines, listing.place)
    run = len(lines.text[start:end]) - len(lines.text[start:end].lstrip("`~"))
    words = tuple(find_words(lines.text, start + run, end))
    about = _extent(listing)
    said = any(codes_of(unclassed(word)) for word in words)
    for word in words:
        place = lines.place(word.start, word.end)
        key = word.key.removeprefix(".")
        dot = word.start + len(word.key) - len(key)
        for found in ERROR_CODE.finditer(lines.text, word.start, word.end):
            if codes_of(unclassed(word)):
                new = other_code(found[0])
                yield Mutant("code replaced", place, about, (Edit(*found.span(), new),))
        if key in FAILING_WORDS:
            dropped = Edit(dot, word.end, HARMLESS_WORD)
            yield Mutant("failure dropped", place, about, (dropped,))
        if key == "compile_fail" and not said:
            given = Edit(word.end, word.end, "=E0999")
            yield Mutant("code given", place, about, (given,))


def _extent(listing: Listing) -> Place:
    """The lines of a fence from its opening run to its last line of code."""
    first = listing.place
    last = max((first.line, *listing.lines)) + 1
    return Place(first.path, first.line, 1, last, 1)
