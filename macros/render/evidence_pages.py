"""Verdicts → the pages of evidence, pure: one that counts and lists, and one a page of the book.

On the page that lists, a filter looks through the rows of all the others; their text comes as a
script, because a page that is read from a disk can fetch nothing else.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from macros.model import State
from macros.render.evidence import Evidence, render_listings, rows_of

PAGE: Final = "docs/evidence.md"
ROWS: Final = "evidence/rows.js"
"""Where the site has the text of all rows, from its root."""
HEADINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "claims": "Claims",
        "figures": "Figures",
        "players": "Programs, step by step",
        "excerpts": "Generated code",
    }
)
_INDEX: Final = ("index", "README")


def evidence_page(path: str) -> str:
    """Return the path of the evidence of a page: `docs/copy.md` → `docs/evidence/copy.md`.

    A page that MkDocs shows as its folder gets a name of its own.
    """
    folder, name = posixpath.split(path.removeprefix("docs/").removesuffix(".md"))
    own = f"{name.lower()}-page" if name in _INDEX else name
    return posixpath.join("docs/evidence", folder, f"{own}.md")


def page_anchor(path: str) -> str:
    """Return the anchor of a page of the book in the evidence."""
    return "page-" + re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")


def evidence_pages(evidence: Evidence) -> dict[str, str]:
    """Return the pages of the book with something measured, by the path of their evidence."""
    found = [claim.place.path for claim, _ in evidence.claims]
    found += [shown.path for shown in evidence.figures]
    found += [shown.path for shown in evidence.players]
    found += [shown.path for shown in evidence.excerpts]
    return {evidence_page(path): path for path in dict.fromkeys(found)}


def title_of(path: str, titles: Mapping[str, str]) -> str:
    """Return the heading of a page of evidence in plain text; a file that is no page of its own
    is called by its path."""
    return f"Evidence: {titles.get(path) or path}"


def render_page(
    evidence: Evidence, path: str, address: Callable[[str], str], titles: Mapping[str, str]
) -> str:
    """Write the rows of the page `path`. `address` turns a page's path into its URL as seen from
    the page of evidence, `titles` names the pages by path in the order of the navigation."""
    name = html.escape(titles.get(path, ""))
    link = f'<a href="{address(path)}">{name}</a> ' if name else ""
    anchor = page_anchor(path)
    parts = [
        f'<p id="{anchor}">What is measured on {link}<code>{html.escape(path)}</code>. '
        f'<a href="{address(PAGE)}">All evidence</a></p>',
        _render_filter(""),
    ]
    for kind, heading in HEADINGS.items():
        rows = [row.html for row in rows_of(evidence, path, kind, address(path))]
        if rows:
            parts += [f'<h2 id="{anchor}-{kind}">{heading}</h2>', *rows]
    return "\n".join(parts)


def render_index(
    evidence: Evidence, address: Callable[[str], str], titles: Mapping[str, str], rows: str
) -> str:
    """Write the page that counts and links the others; `rows` is the address of `ROWS`."""
    lines = [
        _render_line(evidence, path, address, titles.get(path, ""))
        for path in in_order(evidence_pages(evidence).values(), titles)
    ]
    heads = ("page", "claims", "figures", "programs", "code", "verdict")
    head = "".join(f"<th>{each}</th>" for each in heads)
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody>"
    table = f'<table class="evidence__pages">{body}</table>'
    found = '<div id="evidence-found"></div>'
    listings = render_listings(evidence)
    return "\n".join([_render_filter(rows), found, f'<div class="wide">{table}</div>', *listings])


def in_order(paths: Iterable[str], titles: Mapping[str, str]) -> list[str]:
    """Sort the pages of the navigation as they stand there, and put other files behind them."""
    place = {path: number for number, path in enumerate(titles)}
    return sorted(paths, key=lambda path: place.get(path, len(place)))


def _render_filter(rows: str) -> str:
    source = f' data-rows="{html.escape(rows)}"' if rows else ""
    return (
        f'<p class="evidence__filter"{source} hidden><label>Show rows that contain '
        '<input type="search" id="evidence-filter"></label> '
        '<output for="evidence-filter" id="evidence-count"></output></p>'
    )


def _render_line(evidence: Evidence, path: str, address: Callable[[str], str], title: str) -> str:
    """One line of the table: the page's title, how many rows it has, and how they ended."""
    words = html.escape(title) if title else f"<code>{html.escape(path)}</code>"
    groups = (
        [verdict.state for claim, verdict in evidence.claims if claim.place.path == path],
        [shown.verdict.state for shown in evidence.figures if shown.path == path],
        [shown.verdict.state for shown in evidence.players if shown.path == path],
        [shown.verdict.state for shown in evidence.excerpts if shown.path == path],
    )
    counts = "".join(f"<td>{len(group) or ''}</td>" for group in groups)
    ended = _count_states([state for group in groups for state in group])
    link = f'<a href="{address(evidence_page(path))}">{words}</a>'
    return f'<tr id="{page_anchor(path)}"><td>{link}</td>{counts}<td>{ended}</td></tr>'


def _count_states(states: Sequence[State]) -> str:
    """`all hold`, or `5 hold, 1 refuted, 2 not checked here`."""
    counted = {state: states.count(state) for state in State if state in states}
    if set(counted) == {State.HOLDS}:
        return "all hold"
    words = [
        f"{count} {'hold' if state is State.HOLDS and count != 1 else state}"
        for state, count in counted.items()
    ]
    return ", ".join(words)


def write_rows(evidence: Evidence, titles: Mapping[str, str], address: Callable[[str], str]) -> str:
    """Write the script for the filter: every page of evidence with its title, its address as seen
    from the script, and its rows: id, words, and all their text. Same book, same bytes."""
    pages = [
        {
            "title": titles.get(path, path),
            "address": address(evidence_page(path)),
            "rows": list(_texts(evidence, path)),
        }
        for path in in_order(evidence_pages(evidence).values(), titles)
    ]
    return f"var __evidence = {json.dumps(pages, ensure_ascii=False, separators=(',', ':'))};\n"


def _texts(evidence: Evidence, path: str) -> Iterator[tuple[str, str, str]]:
    for kind in HEADINGS:
        for row in rows_of(evidence, path, kind, ""):
            text = html.unescape(re.sub(r"<[^>]*>", "", row.html))
            yield row.id, row.words, " ".join(text.lower().split())
