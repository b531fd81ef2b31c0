"""The verified book → what is appended to the pages that are made from the others. Pure but for
`explain`, which asks the compiler."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from macros import error_codes, glossary, myths
from macros.model import Call, Fence, Finding, Page
from macros.render.error_index import render_error_index
from macros.render.myths import render_myths
from macros.render.site import Site
from macros.report import say_site

_ANCHOR = re.compile(r" #refused-[a-z0-9-]+")
UNLINKED = frozenset({glossary.PAGE})
"""Pages whose words are not linked to the glossary: itself."""


@dataclass(frozen=True, slots=True)
class View:
    """The book as seen from one page: where others are, and their titles in reading order.

    `evidence` gives the address of a page's evidence, and `explain` says what the compiler says of
    error codes.
    """

    address: Callable[[str], str]
    evidence: Callable[[str], str]
    titles: Mapping[str, str]
    explain: Callable[[Sequence[str]], Mapping[str, str]]


def append_generated(path: str, markdown: str, site: Site, view: View) -> str:
    """Return a page's Markdown with what is made from the rest of the book below it."""
    if path == myths.PAGE:
        return f"{markdown}\n\n{_all_boxes(site, view)}\n"
    if path == error_codes.PAGE:
        return f"{markdown}\n\n{_all_codes(site, view)}\n"
    return markdown


def _all_boxes(site: Site, view: View) -> str:
    pages = site.verification.book.pages
    errors = errors_address(site, view.address)

    def render(page: Page, item: Call | Fence) -> str:
        return _ANCHOR.sub("", site.render(page, item, view.evidence(page.path), errors))

    return render_myths(site.boxes, pages, view.titles, view.address, render)


def _all_codes(site: Site, view: View) -> str:
    codes = error_codes.find_codes(site.verification)
    toolchain = site.report.toolchain
    release = toolchain.release if toolchain else ""
    explained = view.explain(tuple(codes))
    return render_error_index(codes, explained, view.titles, view.address, release)


def errors_address(site: Site, address: Callable[[str], str]) -> str:
    """Where the page of error codes is; nothing in a book without one."""
    there = error_codes.PAGE in site.verification.book.pages
    return address(error_codes.PAGE) if there else ""


def name_page_boxes(path: str, html: str, site: Site) -> tuple[str, tuple[Finding, ...]]:
    """Give the boxes of a rendered page their ids; a finding where it has others than its text."""
    named = myths.name_boxes(html, site.boxes.get(path, ()))
    return (html, (say_site.boxes_not_found(path),)) if named is None else (named, ())


def terms_of(site: Site) -> tuple[glossary.Term, ...]:
    """The terms of the book; none in a book without a glossary."""
    page = site.verification.book.pages.get(glossary.PAGE)
    return glossary.parse_glossary(page.text) if page else ()
