"""Rust text with a margin → expectations, and the text a reader sees.

The margin is the comments `//~ …`, which say what the compiler or the program answers,
and `//@ …`, which say how the listing is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal as Only

from .model import Expectation, Finding, Mode, Place
from .report import say_snippets as say
from .rust_text import RustText
from .text import Lines, trim_blank

MARGIN = re.compile(
    r"//~(?P<arrow>\^+|v+(?=\s|$))?[ \t]*(?:(?P<edition>20\d\d)[ \t]+)?"
    r"(?P<word>\S*)[ \t]?(?P<rest>.*)"
)
CODE = re.compile(r"(?P<code>E\d{4}|TS\d{4,5}|SyntaxError)\b:?\s*")
NEARLY_CODE = re.compile(r"[Ee]\d+\b")
LINT = re.compile(r"[a-z_][a-z0-9_]*(?:::[a-z_][a-z0-9_]*)*")

Kind = Only["error", "warning", "prints"]
KINDS: Mapping[str, Kind] = MappingProxyType(
    {"ERROR": "error", "WARN": "warning", "prints": "prints"}
)
FACTS = ("size", "align", "offset", "padding", "niche", "tag")
"""The words that state the layout of a type; `margin_facts.py` reads them."""
HEAP = ("allocates", "reallocates", "frees")
"""The words that state what a statement asks of the allocator; `heap_facts.py` reads them."""


@dataclass(frozen=True, slots=True)
class Source:
    """Rust text that is compiled, and where it stands in a file.

    `lines` and `columns` are those of `model.Listing`: the file's line of each line of the text (0
    for an added one), and how many characters stand before it there. Of several `editions`,
    `edition` is the one that is read.
    """

    path: str
    rust: RustText
    inner: Lines
    lines: tuple[int, ...]
    columns: tuple[int, ...]
    edition: str = ""
    editions: tuple[str, ...] = ()

    def place(self, start: int, end: int) -> Place:
        """The place in the file of `text[start:end]`, which stands on one line."""
        inner = self.inner.place(start, end)
        shift = self.columns[inner.line - 1]
        line = self.lines[inner.line - 1]
        return Place(self.path, line, inner.column + shift, line, inner.end_column + shift)

    def comments(self, mark: str) -> Iterator[tuple[int, int]]:
        """The line comments that begin with `mark`."""
        return (span for span in self.rust.comments if self.rust.text.startswith(mark, span[0]))

    def margin(self) -> Iterator[tuple[int, int]]:
        """The `//~` comments that speak of this edition: those that name no other."""
        for span in self.comments("//~"):
            if read_margin(self, *span)["edition"] in (None, self.edition):
                yield span


def find_expectations(source: Source) -> tuple[tuple[Expectation, ...], tuple[Finding, ...]]:
    """Every `//~` comment that is no fact about layout or the heap, read."""
    spans = (span for span in source.margin() if not states_fact(source, *span))
    read = [parse_expectation(source, *span) for span in spans]
    return (
        tuple(one for one in read if isinstance(one, Expectation)),
        (
            *(one for one in read if isinstance(one, Finding)),
            *find_odd_editions(source),
        ),
    )


def find_odd_editions(source: Source) -> Iterator[Finding]:
    """Comments that speak of an edition in which nothing is compiled."""
    for start, end in source.comments("//~"):
        found = read_margin(source, start, end)
        if found["edition"] and found["edition"] not in source.editions:
            place = source.place(start, start + found.end())
            yield say.other_edition(place, found["edition"], source.editions)


def states_fact(source: Source, start: int, end: int) -> bool:
    """Whether a `//~` comment begins with a word of layout, or of the heap."""
    return read_margin(source, start, end)["word"].rstrip(",;") in (*FACTS, *HEAP)


def read_margin(source: Source, start: int, end: int) -> re.Match[str]:
    """The parts of a `//~` comment."""
    found = MARGIN.fullmatch(source.rust.text[start:end].rstrip())
    assert found is not None, "every comment that begins with //~ matches"  # noqa: S101
    return found


def target_of(source: Source, start: int, arrow: str) -> int | None:
    """The line of the text that a comment at `start` speaks of; None for one that is not there.

    `^` points a line up, `v` a line down.
    """
    line = source.inner.line_of(start) + (-len(arrow) if arrow[:1] == "^" else len(arrow))
    is_there = 1 <= line <= len(source.lines) and source.lines[line - 1] != 0
    return line if is_there else None


def parse_expectation(source: Source, start: int, end: int) -> Expectation | Finding:
    """Reads one `//~` comment."""
    found = read_margin(source, start, end)
    place = source.place(start, start + found.end())
    line = target_of(source, start, found["arrow"] or "")
    if line is None:
        return say.expectation_outside(place)
    if found["word"] not in KINDS:
        return say.unknown_expectation(place, found["word"], (*KINDS, *FACTS, *HEAP))
    return read_expectation(place, line, KINDS[found["word"]], found["rest"])


def read_expectation(place: Place, line: int, kind: Kind, rest: str) -> Expectation | Finding:
    """What stands behind ERROR, WARN or prints."""
    match kind:
        case "prints":
            return Expectation(kind, place, line, "", rest) if rest else say.nothing_printed(place)
        case "warning":
            lint, _, text = rest.strip().partition(" ")
            if not LINT.fullmatch(lint):
                return say.warning_without_lint(place, lint)
            return Expectation(kind, place, line, lint, text.strip())
        case "error":
            return read_error(place, line, rest.strip())


def read_error(place: Place, line: int, rest: str) -> Expectation | Finding:
    if not rest:
        return say.error_without_text(place)
    if found := CODE.match(rest):
        return Expectation("error", place, line, found["code"], rest[found.end() :])
    if found := NEARLY_CODE.match(rest):
        return say.odd_error_code(place, found[0])
    return Expectation("error", place, line, "", rest)


def judge_expectations(
    expectations: Iterable[Expectation],
    mode: Mode,
    place: Place,
    *,
    main: bool = True,
    edition: str = "",
) -> Iterator[Finding]:
    """Expectations that cannot come true; `place` is that of the mode's own words.

    `edition` is the one that is read where the listing is compiled in several.
    Without a `main` function nothing is run, so nothing is printed and nothing fails.
    """
    fails = mode in (Mode.CHECK_FAIL, Mode.BUILD_FAIL)
    runs = mode in (Mode.RUN, Mode.RUN_FAIL)
    kept = tuple(expectations)
    for one in kept:
        if one.kind == "error" and not fails:
            yield say.error_in_running_listing(one.place, mode, edition)
        if one.kind == "prints" and not (runs and main):
            yield (
                say.prints_without_run(one.place, mode)
                if main
                else say.prints_in_library(one.place)
            )
    if fails and not any(one.kind == "error" for one in kept):
        yield say.failure_without_error(place, mode)
    if mode is Mode.RUN_FAIL and not main:
        yield say.library_cannot_fail(place)


def render_shown(source: Source, hidden: Iterable[int] = ()) -> tuple[tuple[int, str], ...]:
    """The lines that a reader sees, with their numbers: no margin, no added and no hidden lines."""
    cuts = {source.inner.line_of(start): start for start, _ in source.comments("//~")}
    gone = {source.inner.line_of(start) for start, _ in source.comments("//@")} | set(hidden)
    shown = []
    for number, line in enumerate(source.rust.text.split("\n")[: len(source.lines)], start=1):
        if number in gone or source.lines[number - 1] == 0:
            continue
        clean = line
        if number in cuts:
            clean = line[: cuts[number] - source.inner.starts[number - 1]]
        if clean.strip() or number not in cuts:
            shown.append((number, clean.rstrip()))
    return tuple(shown)


def joined(lines: Iterable[tuple[int, str]]) -> str:
    """Numbered lines as one text, without blank lines around it."""
    return "\n".join(trim_blank(line for _, line in lines))
