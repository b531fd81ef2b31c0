"""`python -m macros bless`: show what would be rewritten, ask, write. The shell around `bless/`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from macros.bless.nouns import Blessing, Correction
from macros.bless.plan import plan_blessing
from macros.bless.prose import joined_lines
from macros.bless.scope import choose, empty_places, read_place
from macros.book import read_book
from macros.edits import by_path, edited, write_edits
from macros.options import Options
from macros.report import say_bless
from macros.sources import read_sources
from macros.verify import Verification, verify


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user asked for: places (none: everything), whether to ask, whether to write."""

    places: tuple[str, ...] = ()
    dry_run: bool = False
    yes: bool = False


def bless(root: Path, options: Options, wish: Wish) -> int:
    """Verify the book, show each correction and write them; return the exit code.

    0: all that was asked for holds now (or would, in a dry run); 1: something needs a person, or
    the answer was no. Raises Trouble where blessing is refused.
    """
    if os.environ.get("CI") and not wish.dry_run:
        raise say_bless.refused_in_ci()
    found = verify(read_book(root), options)
    records, _ = read_sources(root / "docs", found)
    cited = frozenset(each.name for record in records for each in record.evidence)
    named = [read_place(place, root) for place in wish.places]
    blessing = choose(plan_blessing(found, cited), named)
    empty = empty_places(found, named)
    if empty:
        print(say_bless.nothing_here(empty), file=sys.stderr)
    for paragraph in _show(blessing, found, empty):
        print(paragraph, flush=True)
    code = 1 if blessing.needs or empty else 0
    code = 2 if any(need.finding.broken for need in blessing.needs) else code
    return _write(root, found, blessing, wish) or code


def _show(blessing: Blessing, found: Verification, empty: Sequence[str]) -> Iterator[str]:
    after = _rows_after(blessing, found)
    for _, group in groupby(blessing.corrections, key=lambda one: (one.place.path, one.spans)):
        yield f"{_show_sentence(tuple(group), found, after)}\n"
    if blessing.needs:
        yield say_bless.needs_heading(blessing.needs)
    for need in blessing.needs:
        yield f"{say_bless.show_need(need)}\n"
    if not blessing.corrections and (blessing.needs or not empty):
        yield say_bless.nothing_to_rewrite(blessing)


def _rows_after(blessing: Blessing, found: Verification) -> dict[str, list[str]]:
    """The lines of each file as they would be."""
    sources = found.book.sources
    texts = {path: edited(sources[path], edits) for path, edits in by_path(blessing.edits).items()}
    return {path: (text or "").split("\n") for path, text in texts.items()}


def _show_sentence(
    corrections: Sequence[Correction], found: Verification, after: Mapping[str, Sequence[str]]
) -> str:
    """The corrections of one sentence, and the sentence before and after all of them."""
    path, spans = corrections[0].place.path, corrections[0].spans
    rows = found.book.sources[path].split("\n")
    old = [joined_lines(rows, span) for span in spans]
    new = [joined_lines(after[path], span) for span in spans]
    return say_bless.show_corrections(corrections, old, new)


def _write(root: Path, found: Verification, blessing: Blessing, wish: Wish) -> int:
    """Write the corrections, if somebody says so; 1 where the answer is no."""
    if not blessing.corrections:
        return 0
    if wish.dry_run:
        print(say_bless.dry_run(blessing))
        return 0
    if not wish.yes and not _is_agreed(blessing):
        print(say_bless.declined())
        return 1
    write_edits(root, blessing.edits, found.book.sources)
    print(say_bless.rewritten(blessing))
    return 0


def _is_agreed(blessing: Blessing) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise say_bless.no_terminal()
    try:
        return input(say_bless.question(blessing)).strip().lower() in ("y", "yes")
    except EOFError:
        return False
