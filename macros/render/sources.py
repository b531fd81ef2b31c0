"""The record of sources → the sources page, pure: one table an article."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence

from macros.model import Claim, Listing
from macros.render.evidence import listing_anchor
from macros.sources import Record, Reference

ARTICLES = {
    0: "From V8 to LLVM: Differences in Memory Management (2025-12-17)",
    1: "Understanding Rust's Memory Model (undated)",
    2: "Visualizing memory management in Rust (undated, Rust 1.41 era)",
    3: "Understanding Rust's Memory Management (2025-06-05)",
    4: "Rust Memory Management: A Deep Dive (2025-08-18)",
}
"""The public articles by number, with the day of publication."""


def render_sources(
    records: Sequence[Record],
    claims: Mapping[str, Claim],
    listings: Mapping[str, Listing],
    address: Callable[[str], str],
    evidence: str,
) -> str:
    """Write one section an article: every statement, its verdict and the links that settle it."""
    intro = (
        "<p>The book grew out of five public articles. Each row is one statement of theirs, in our "
        "words, and what was measured here.</p>"
    )
    sections = [
        _render_article(
            number,
            title,
            [record for record in records if record.article == number],
            lambda reference: _render_reference(reference, claims, listings, address, evidence),
        )
        for number, title in ARTICLES.items()
    ]
    return "\n".join([intro, *sections])


def _render_article(
    number: int, title: str, records: Sequence[Record], link: Callable[[Reference], str]
) -> str:
    rows = "".join(_render_record(record, link) for record in records)
    head = "".join(
        f"<th>{name}</th>" for name in ("id", "chapter", "statement", "verdict", "evidence")
    )
    return (
        f'<h2 id="article-{number}">{html.escape(title)}</h2>\n'
        f'<div class="wide"><table class="sources">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _render_record(record: Record, link: Callable[[Reference], str]) -> str:
    explanation = f": {_marked(record.explanation)}" if record.explanation else ""
    links = ", ".join(link(reference) for reference in record.evidence) or "none"
    return (
        f'<tr id="{html.escape(record.id.lower())}"><td>{html.escape(record.id)}</td>'
        f"<td>{html.escape(record.chapter)}</td><td>{_marked(record.statement)}</td>"
        f"<td><strong>{html.escape(record.verdict)}</strong>{explanation}</td><td>{links}</td></tr>"
    )


def _marked(text: str) -> str:
    """Escape a sentence; what stands between backticks is code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))


def _render_reference(
    reference: Reference,
    claims: Mapping[str, Claim],
    listings: Mapping[str, Listing],
    address: Callable[[str], str],
    evidence: str,
) -> str:
    if reference.kind == "claim":
        claim = claims[reference.name]
        return f'<a href="{address(claim.place.path)}#c-{claim.id}">{html.escape(claim.id)}</a>'
    listing = listings[reference.name]
    name = html.escape(listing.name)
    return f'<a href="{evidence}#{listing_anchor(listing)}">{name}</a>'
