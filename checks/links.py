"""A built site → links that lead nowhere, or have the wrong shape. No network is asked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from checks.building import BuiltPage, BuiltSite, Tag
from macros.model import Claim, Finding
from macros.report import say_site as say

NOT_FOUND: Final = "404.html"
RUST: Final = "doc.rust-lang.org"


@dataclass(frozen=True, slots=True)
class Shape:
    """What the pages of one book at doc.rust-lang.org look like, as a pattern and in words."""

    book: str
    pattern: str
    words: str


_ITEM: Final = (
    "(struct|enum|union|trait|traitalias|fn|macro|primitive|keyword|constant|static|type|attr"
    "|derive)"
)
_CHAPTER: Final = r"([a-z0-9_-]+/)*([A-Za-z0-9_-]+\.html)?"
_LIBRARY: Final = rf"([a-z0-9_]+/)*(index\.html|{_ITEM}\.[A-Za-z0-9_]+\.html)?"
SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "error_codes": Shape(
            "the error index", r"(E\d{4}|error-index)\.html", "error_codes/E0382.html"
        ),
        **{
            name: Shape(f"the documentation of {name}", _LIBRARY, f"{name}/mem/fn.size_of.html")
            for name in ("std", "core", "alloc")
        },
        **{
            name: Shape(f"the {title}", _CHAPTER, f"{name}/CHAPTER.html#anchor")
            for name, title in (
                ("reference", "Reference"),
                ("nomicon", "Rustonomicon"),
                ("book", "Book"),
                ("edition-guide", "Edition Guide"),
                ("rustc", "rustc book"),
                ("cargo", "Cargo book"),
                ("unstable-book", "Unstable Book"),
            )
        },
    }
)


def find_broken_links(page: BuiltPage, site: BuiltSite) -> Iterator[Finding]:
    """Judge every link of a page, and each id that stands in it twice."""
    for tag in page.tags:
        if tag.name == "a" and "href" in tag.attributes:
            yield from judge_link(tag, page, site)
    first: dict[str, Tag] = {}
    for tag in page.tags:
        if tag["id"] in first:
            yield say.id_twice(tag.place, tag["id"], first[tag["id"]].place)
        elif tag["id"]:
            first[tag["id"]] = tag


def judge_link(tag: Tag, page: BuiltPage, site: BuiltSite) -> Iterator[Finding]:
    href = tag["href"]
    parts = _split(href)
    if parts is None or parts.scheme not in ("", "http", "https", "mailto"):
        yield say.not_an_address(tag.place, href)
    elif parts.scheme == "http" or (parts.netloc and not parts.scheme):
        yield say.not_secure(tag.place, href)
    elif parts.netloc:
        yield from judge_address(tag, parts)
    elif not parts.scheme:
        yield from _judge_inside(tag, parts, page, site)


def _split(href: str) -> SplitResult | None:
    try:
        return urlsplit(href)
    except ValueError:
        return None


def judge_address(tag: Tag, parts: SplitResult) -> Iterator[Finding]:
    """Hold a link to Rust's own documentation against the shape of its pages."""
    if parts.netloc != RUST:
        return
    path = re.sub(r"^(stable|beta|nightly|\d+\.\d+\.\d+)/", "", parts.path.lstrip("/"))
    name, _, rest = path.partition("/")
    shape = SHAPES.get(name)
    if shape is None:
        known = ", ".join(SHAPES)
        yield say.wrong_shape(tag.place, tag["href"], f"{RUST} that is known here", known)
    elif not re.fullmatch(shape.pattern, rest):
        yield say.wrong_shape(tag.place, tag["href"], shape.book, shape.words)


def _judge_inside(
    tag: Tag, parts: SplitResult, page: BuiltPage, site: BuiltSite
) -> Iterator[Finding]:
    target = target_of(parts.path, page)
    found = site.pages.get(target)
    if found is None and not (site.folder / target).is_file():
        yield say.no_such_file(tag.place, tag["href"], target)
        return
    anchor = unquote(parts.fragment)
    if anchor and found is not None and anchor not in found.ids:
        yield say.no_such_anchor(tag.place, tag["href"], target, anchor)


def target_of(path: str, page: BuiltPage) -> str:
    """Return the file that a path leads to from a page; `404.html` is shown at any address, so its
    paths begin at the root of the site."""
    if not path:
        return page.name
    here = "" if path.startswith("/") else posixpath.dirname(page.name)
    joined = posixpath.normpath(posixpath.join(here, unquote(path).lstrip("/")))
    is_folder = path.endswith("/") or joined == "."
    return posixpath.normpath(posixpath.join(joined, "index.html")) if is_folder else joined


# Evidence, both ways --------------------------------------------------------------------


def find_lost_evidence(claim: Claim, page: BuiltPage, evidence: BuiltPage) -> Iterator[Finding]:
    """Follow a claim from its sentence to its row of evidence, and from there back."""
    shown = page.ids.get(f"c-{claim.id}")
    if shown is None:
        yield say.claim_not_shown(claim.place, claim.id, f"site/{page.name}")
        return
    if not _leads_to(shown, page, evidence.name, claim.id):
        yield say.no_way_there(shown.place, claim.id, shown["href"])
    row = evidence.ids.get(claim.id)
    if row is None or not any(
        _leads_to(tag, evidence, page.name, f"c-{claim.id}") for tag in _inside(row, evidence)
    ):
        place = row.place if row else shown.place
        yield say.no_way_back(place, claim.id, f"{page.name}#c-{claim.id}")


def _leads_to(tag: Tag, page: BuiltPage, target: str, anchor: str) -> bool:
    parts = _split(tag["href"])
    if parts is None or parts.netloc:
        return False
    return (target_of(parts.path, page), parts.fragment) == (target, anchor)


def _inside(row: Tag, page: BuiltPage) -> Iterator[Tag]:
    """The links between the start of a row of evidence and that of the next."""
    started = False
    for tag in page.tags:
        if tag.name == "section":
            started = tag is row
        elif started and tag.name == "a":
            yield tag


def find_rows_without_claim(evidence: BuiltPage, claims: frozenset[str]) -> Iterator[Finding]:
    for tag in evidence.tags:
        if tag.name == "section" and "evidence" in tag.classes and tag["id"] not in claims:
            yield say.row_without_claim(tag.place, tag["id"])
