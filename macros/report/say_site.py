"""Sentences about the built site and about files as their tools want them: promises of `checks/`.

A place in `site/` is one in the built page; the note says which page of the book it comes from.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Finding, Listing, Place, Trouble
from macros.report.say_book import call_for


def none_of(noun: str) -> Finding:
    return Finding("nothing", Place("docs", 1, 1, 1, 1), f"the whole book has no {noun}")


def nothing_on(path: str) -> Finding:
    return Finding(
        "nothing",
        Place(path, 1, 1, 1, 1),
        "this chapter has neither a claim nor a listing",
        notes=("help: a chapter states facts; write them as claims",),
    )


def snippet_only_argued_from(listing: Listing) -> Finding:
    return Finding(
        "unused-snippet",
        listing.place,
        f"no page shows the snippet {listing.name!r}, nor does the evidence of a claim",
        notes=(f"help: write {call_for(listing)} on a page, or delete the file",),
    )


def not_formatted(listing: Listing, line: int, difference: str) -> Finding:
    edition, path = listing.directives.edition, listing.place.path
    shown = tuple(f"  {each}" for each in difference.splitlines()[:10])
    return Finding(
        "format",
        Place(path, line, 1, line, 1),
        "rustfmt would write this differently",
        notes=(*shown, f"help: rustfmt --edition {edition} {path}"),
    )


def no_rustfmt() -> Trouble:
    return Trouble("no rustfmt was found", "rustup component add rustfmt")


def rustfmt_failed(said: str) -> Trouble:
    return Trouble(f"rustfmt does not run: {said.strip()}", "rustup component add rustfmt")


# Links ----------------------------------------------------------------------------------


def no_such_file(place: Place, href: str, path: str) -> Finding:
    return _link(place, f"the link {href!r} leads to {path}, which the site does not have")


def no_such_anchor(place: Place, href: str, page: str, anchor: str) -> Finding:
    return _link(place, f"the link {href!r} leads to #{anchor}, which {page} does not have")


def not_an_address(place: Place, href: str) -> Finding:
    return _link(place, f"the link {href!r} is no address that a reader can follow")


def not_secure(place: Place, href: str) -> Finding:
    return _link(place, f"the link {href!r} is not https")


def wrong_shape(place: Place, href: str, book: str, shape: str) -> Finding:
    return _link(place, f"the link {href!r} is no page of {book}", f"its pages are {shape}")


def id_twice(place: Place, anchor: str, first: Place) -> Finding:
    return _link(
        place, f"the id {anchor!r} stands twice", f"it stands first at {first.line}:{first.column}"
    )


def claim_not_shown(place: Place, identity: str, page: str) -> Finding:
    return _link(place, f"the claim {identity!r} is verified, and {page} does not show it")


def no_way_there(place: Place, identity: str, href: str) -> Finding:
    return _link(place, f"the claim {identity!r} leads to {href!r}, not to its row of evidence")


def no_way_back(place: Place, identity: str, wanted: str) -> Finding:
    return _link(place, f"the evidence of {identity!r} has no link back to {wanted!r}")


def row_without_claim(place: Place, identity: str) -> Finding:
    return _link(place, f"the evidence has a row {identity!r}, and no page has that claim")


def does_not_answer(place: Place, href: str, answer: str) -> Finding:
    return _link(place, f"the link {href!r} does not lead to a page: {answer}")


def _link(place: Place, message: str, *notes: str) -> Finding:
    return Finding("link", place, message, notes=notes)


# The boxes of myths ---------------------------------------------------------------------


def box_without_statement(place: Place) -> Finding:
    return _myth(
        place,
        "this box does not name the popular statement",
        'help: write `!!! myth "Myth, measured: the statement"`',
    )


def box_measures_nothing(place: Place) -> Finding:
    return _myth(
        place,
        "this box calls a statement a myth and measures nothing",
        "help: put a claim or a listing into the box",
    )


def box_twice(place: Place, statement: str) -> Finding:
    return _myth(place, f"the statement {statement!r} has two boxes on this page")


def box_repeated(place: Place, statement: str, first: Place) -> Finding:
    message = f"the statement {statement!r} is that of the box at {first}"
    return _myth(place, message, "help: keep one of them, and link to it from the other place")


def box_not_shown(place: Place, page: str, anchor: str) -> Finding:
    return _myth(place, f"this box should stand in {page} as #{anchor}, and does not")


def boxes_not_found(path: str) -> Finding:
    return _myth(
        Place(path, 1, 1, 1, 1),
        "the rendered page has other boxes than were found in its text",
        'help: write `!!! myth "Myth, measured: …"` on a line of its own',
    )


def _myth(place: Place, message: str, *notes: str) -> Finding:
    return Finding("myth", place, message, notes=notes)


# The network, the reader, the bytes -----------------------------------------------------


def loads_from_elsewhere(place: Place, what: str, address: str) -> Finding:
    return Finding(
        "network",
        place,
        f"{what} loads {address!r} from another host",
        notes=("help: put the file into docs/assets/, or make it a plain link",),
    )


def asks_elsewhere(place: Place, said: str) -> Finding:
    """`said` is what a browser complained of while the page was loaded."""
    return Finding("network", place, said)


def too_wide(place: Place, said: str) -> Finding:
    return Finding("width", place, said)


def too_faint(place: Place, said: str) -> Finding:
    return Finding("accessibility", place, said)


def not_accessible(place: Place, rule: str, scheme: str, nodes: Sequence[str]) -> Finding:
    """`rule` is axe's sentence; `nodes` name the elements it is about."""
    more = (f"and {len(nodes) - 5} more",) if len(nodes) > 5 else ()
    shown = tuple(f"element: {node}" for node in nodes[:5])
    return Finding("accessibility", place, f"{rule} ({scheme} scheme)", notes=(*shown, *more))


def bytes_differ(path: str, line: int, first: str, second: str) -> Finding:
    return Finding(
        "reproducible",
        Place(f"site/{path}", line, 1, line, 1),
        "two builds of the same book differ here",
        notes=(f"first:  {first}", f"second: {second}"),
    )


def file_in_one_build(path: str) -> Finding:
    return Finding(
        "reproducible",
        Place(f"site/{path}", 1, 1, 1, 1),
        "only one of two builds of the same book has this file",
    )
