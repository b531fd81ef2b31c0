"""The record of sources → the sources page, pure: one table an article."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from macros.model import Claim, Listing
from macros.render.evidence import listing_anchor
from macros.report import say_absent
from macros.sources import Record, Reference

ARTICLES = {
    0: "From V8 to LLVM: Differences in Memory Management (2025-12-17)",
    1: "Understanding Rust's Memory Model (undated)",
    2: "Visualizing memory management in Rust (undated, Rust 1.41 era)",
    3: "Understanding Rust's Memory Management (2025-06-05)",
    4: "Rust Memory Management: A Deep Dive (2025-08-18)",
}
"""The public articles by number, with the day of publication."""


@dataclass(frozen=True, slots=True)
class ReferenceLinks:
    """Where the evidence of records stands: claims on their pages, listings in a list of evidence.

    `address` turns a page's path into its URL as seen from the sources page.
    """

    claims: Mapping[str, Claim]
    listings: Mapping[str, Listing]
    address: Callable[[str], str]
    evidence: str

    def render(self, reference: Reference) -> str:
        """Write the link to a piece of evidence; its name alone where it does not exist."""
        claim = self.claims.get(reference.name) if reference.kind == "claim" else None
        listing = self.listings.get(reference.name) if reference.kind == "snippet" else None
        name = html.escape(reference.name)
        if claim is not None:
            return f'<a href="{self.address(claim.place.path)}#c-{claim.id}">{name}</a>'
        if listing is not None:
            return f'<a href="{self.evidence}#{listing_anchor(listing)}">{name}</a>'
        return name


def render_sources(
    records: Sequence[Record],
    link: Callable[[Reference], str],
    unsettled: str = "",
    absent: frozenset[str] = frozenset(),
) -> str:
    """Write one section an article: every statement, its verdict and the links that settle it.

    `unsettled` says which statements have no record yet; `absent` names the claims and snippets
    that are not checked here.
    """
    intro = (
        "<p>The book grew out of five public articles. Each row is one statement of theirs, in our "
        "words, and what was measured here.</p>"
    )
    rest = f"<p>{html.escape(unsettled)}</p>" if unsettled else ""
    sections = [
        _render_article(
            number,
            title,
            "".join(
                _render_record(each, link, any(one.name in absent for one in each.evidence))
                for each in records
                if each.article == number
            ),
        )
        for number, title in ARTICLES.items()
    ]
    return "\n".join([intro, rest, *sections])


def _render_article(number: int, title: str, rows: str) -> str:
    head = "".join(
        f"<th>{name}</th>" for name in ("id", "chapter", "statement", "verdict", "evidence")
    )
    return (
        f'<h2 id="article-{number}">{html.escape(title)}</h2>\n'
        f'<div class="wide sources"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _render_record(record: Record, link: Callable[[Reference], str], absent: bool) -> str:
    unchecked = f' <span class="absent">{say_absent.settled_by()}</span>' if absent else ""
    explanation = f": {_render_words(record.explanation)}" if record.explanation else ""
    links = ", ".join(link(reference) for reference in record.evidence) or "none"
    return (
        f'<tr id="{html.escape(record.id.lower())}"><td>{html.escape(record.id)}</td>'
        f"<td>{html.escape(record.chapter)}</td><td>{_render_words(record.statement)}</td>"
        f"<td><strong>{html.escape(record.verdict)}</strong>{explanation}{unchecked}</td>"
        f"<td>{links}</td></tr>"
    )


def _render_words(text: str) -> str:
    """Escape a sentence; what stands between backticks is code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))
