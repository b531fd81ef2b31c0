"""A verification → the error codes that the book shows, and where. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from macros.claims import argument_of, editions_shown
from macros.model import Call, Fence, Finding, Listing, Outcome, Page
from macros.verify import Verification

PAGE: Final = "docs/error-index.md"
"""The page that explains the codes, where a book has one."""

CODE: Final = re.compile(r"E\d{4}")
_HEADING: Final = re.compile(r"^#{1,4} ([^\n{]*[^\n{ ])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A place where a code is shown: the page's path, the anchor there, the words in Markdown."""

    path: str
    anchor: str
    words: str


def codes_of(outcome: Outcome) -> tuple[str, ...]:
    """The codes of the errors that the compiler reports, each once, in its order."""
    errors = (each.code for each in outcome.diagnostics if each.level == "error")
    return tuple(dict.fromkeys(code for code in errors if CODE.fullmatch(code)))


def refusal_anchor(listing: Listing) -> str:
    """The id of the status line of a listing that does not compile, in its page; that of a fence
    lasts as long as its program, wherever it stands."""
    name = listing.name
    if listing.is_file:
        return "refused-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return f"refused-{sha256(listing.source.encode()).hexdigest()[:8]}"


def find_codes(found: Verification) -> dict[str, tuple[Shown, ...]]:
    """Return every code in its order, with the places of each in reading order of their pages."""
    places: dict[str, dict[Shown, None]] = {}
    for path, page in found.book.pages.items():
        for code, shown in (*_in_listings(page, found), *_in_claims(path, found)):
            places.setdefault(code, {})[shown] = None
    return {code: tuple(places[code]) for code in sorted(places)}


def first_refusals(found: Verification) -> frozenset[tuple[str, int]]:
    """The path and offset of each listing with an error code, where its page shows it first."""
    places: dict[tuple[str, str], int] = {}
    for page in found.book.pages.values():
        for item, listing in _listings_on(page, found):
            outcome = found.outcomes.get(listing.name)
            if outcome and codes_of(outcome):
                places.setdefault((page.path, refusal_anchor(listing)), item.start)
    return frozenset((path, start) for (path, _), start in places.items())


def _in_listings(page: Page, found: Verification) -> Iterator[tuple[str, Shown]]:
    for item, listing in _listings_on(page, found):
        outcome = found.outcomes.get(listing.name)
        for code in codes_of(outcome) if outcome else ():
            words = listing.title.rstrip(".") or heading_above(page.text, item.start)
            yield code, Shown(page.path, refusal_anchor(listing), words)


def heading_above(text: str, offset: int) -> str:
    """The heading of the section that an offset of a page stands in."""
    above = _HEADING.findall(text, 0, offset)
    return above[-1] if above else "a program"


def _listings_on(page: Page, found: Verification) -> Iterator[tuple[Call | Fence, Listing]]:
    """The listings that a page shows with a status line, in the order of the text."""
    items: tuple[Call | Fence, ...] = (*page.calls, *page.fences)
    for item in sorted(items, key=lambda item: item.start):
        if isinstance(item, Fence):
            yield item, item.listing
        elif item.macro == "snippet":
            listing = found.book.snippets.get(str(argument_of(item, "name", 0, "")))
            if listing is not None:
                yield item, listing
        elif item.macro == "editions":
            names = editions_shown(item, found.book.snippets)
            for _, name in () if isinstance(names, Finding) else names:
                yield item, found.book.snippets[name]


def _in_claims(path: str, found: Verification) -> Iterator[tuple[str, Shown]]:
    for claim in found.claims.claims:
        if claim.place.path == path and claim.kind == "fails" and CODE.fullmatch(claim.subject):
            listing = found.listings.get(claim.snippet)
            title = listing.title.rstrip(".") if listing else claim.snippet
            yield claim.subject, Shown(path, f"c-{claim.id}", title)
