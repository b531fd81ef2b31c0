"""Facts of the margin about the heap (`//~ allocates 3 blocks, 56 bytes`) → counted statements.

A fact speaks of the statement that begins or ends on its line; of several that do, of the one that
holds the others. Semicolons join facts in one comment.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, cast

from .margin import HEAP, Source, read_margin, target_of
from .marks import macro_spans
from .model import Counted, Finding, HeapFact, HeapVerb, Listing, Mode, Place
from .report import say_heap as say
from .rust_statements import Statement, find_statements, statements_on

_NUMBER: Final = r"[0-9][0-9_]{0,18}"
_FACT: Final = re.compile(
    rf"(?P<verb>{'|'.join(HEAP)})[ \t]+(?:nothing"
    rf"|(?P<blocks>{_NUMBER})[ \t]+blocks?,[ \t]*(?P<bytes>{_NUMBER})[ \t]+bytes?)"
)
MOST: Final = 64
"""Statements of one listing; `rust/heap.rs` has as many places for their counts."""


def find_counted(source: Source) -> tuple[tuple[Counted, ...], tuple[Finding, ...]]:
    """The statements that the margin counts; none where a fact is not understood."""
    spans = [span for span in source.margin() if _states_heap(source, *span)]
    if not spans:
        return (), ()
    statements = find_statements(source.rust.code)
    facts: dict[Statement, list[HeapFact]] = {}
    wrong: list[Finding] = []
    for span in spans:
        owner = _find_owner(source, statements, *span)
        read = tuple(_parse_facts(source, *span))
        wrong += [one for one in (owner, *read) if isinstance(one, Finding)]
        if isinstance(owner, Statement):
            facts.setdefault(owner, []).extend(one for one in read if isinstance(one, HeapFact))
    counted = tuple(_counted(source, owner, tuple(facts[owner])) for owner in sorted_owners(facts))
    wrong += [finding for one in counted for finding in _find_repeated(one)]
    if len(counted) > MOST:
        wrong.append(say.too_many(counted[MOST].facts[0].place, len(counted), MOST))
    return () if wrong else counted, tuple(wrong)


def judge_counted(listing: Listing) -> Iterator[Finding]:
    """Facts about statements that are never run."""
    mode = listing.directives.mode
    if listing.main and mode in (Mode.RUN, Mode.RUN_FAIL):
        return
    reason = f"a `{mode.value}` listing is not run" if listing.main else "nothing here is run"
    yield from (say.not_run(one.facts[0].place, reason) for one in listing.counted)


def sorted_owners(facts: Iterable[Statement]) -> list[Statement]:
    return sorted(facts, key=lambda one: (one.start, one.end))


def _states_heap(source: Source, start: int, end: int) -> bool:
    return read_margin(source, start, end)["word"].rstrip(",;") in HEAP


def _whole(source: Source, start: int, end: int) -> Place:
    return source.place(start, start + len(source.rust.text[start:end].rstrip()))


def _find_owner(
    source: Source, statements: tuple[Statement, ...], start: int, end: int
) -> Statement | Finding:
    """The one statement that the comment speaks of, where it can be counted."""
    whole = _whole(source, start, end)
    found = read_margin(source, start, end)
    line = target_of(source, start, found["arrow"] or "")
    if line is None:
        return say.outside(whole)
    here = statements_on(statements, source.inner.starts, line)
    if not here and any(a < start < b for a, b in macro_spans(source.rust.code)):
        return say.inside_macro(whole)
    if len(here) != 1:
        return say.two_statements(whole) if here else say.no_statement(whole)
    one = here[0]
    if one.sort == "item":
        return say.item(whole)
    if one.sort == "tail":
        return say.tail(whole)
    return one


def _parse_facts(source: Source, start: int, end: int) -> Iterator[HeapFact | Finding]:
    """The facts of one comment, between semicolons."""
    found = read_margin(source, start, end)
    at = start + found.start("word")
    for piece in found.string[found.start("word") : found.end()].split(";"):
        text = piece.strip()
        first = at + len(piece) - len(piece.lstrip())
        at += len(piece) + 1
        fact = _FACT.fullmatch(text)
        place = source.place(first, first + max(len(text), 1))
        if fact is None:
            yield say.unclear_fact(place if text else _whole(source, start, end), text)
            continue
        verb = cast("HeapVerb", fact["verb"])
        if fact["blocks"] is None:
            yield HeapFact(verb, place)
            continue
        spans = [(first + fact.start(name), first + fact.end(name)) for name in ("blocks", "bytes")]
        blocks, size = int(fact["blocks"]), int(fact["bytes"])
        yield HeapFact(verb, place, blocks, size, tuple(source.place(*span) for span in spans))


def _counted(source: Source, owner: Statement, facts: tuple[HeapFact, ...]) -> Counted:
    text = source.rust.text
    kept = "\n".join(line.partition("//~")[0] for line in text[owner.start : owner.end].split("\n"))
    line_end = source.inner.end_of(source.inner.line_of(owner.start)) - 1
    place = source.place(owner.start, min(owner.end, line_end))
    words = " ".join(kept.split())
    return Counted(words, place, _spot(source, owner.start), _spot(source, owner.end), facts)


def _spot(source: Source, at: int) -> tuple[int, int]:
    line = bisect_right(source.inner.starts, at)
    return line, at - source.inner.starts[line - 1] + 1


def _find_repeated(counted: Counted) -> Iterator[Finding]:
    """Two facts of the same sort about one statement."""
    seen: dict[str, HeapFact] = {}
    for fact in counted.facts:
        if fact.verb in seen:
            yield say.twice(fact.place, fact.verb, seen[fact.verb].place.line)
        seen.setdefault(fact.verb, fact)
