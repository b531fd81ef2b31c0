"""Markdown source → calls, fences and findings, with their places; nothing is rendered."""

from __future__ import annotations

from collections.abc import Iterable

from .calls import read_calls
from .fence_words import EDITIONS
from .fences import read_blocks
from .front_matter import judge_front_matter
from .model import Finding, Page
from .outline import Block, Remark, Slip, Tag, find_parts, front_matter
from .report import say_pages as say
from .text import Lines, find_lines
from .vocabulary import Vocabulary

BOM = b"\xef\xbb\xbf"


def normalise(raw: bytes, path: str) -> str | Finding:
    """A file's bytes as text without byte order mark and with `\\n` line ends.

    Bytes that are not UTF-8 are a finding at the first of them.
    """
    data = raw.removeprefix(BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        lines = find_lines(path, data[: error.start].decode("utf-8"))
        place = lines.place(len(lines.text), len(lines.text) + 1)
        return say.not_utf8(place, data[error.start])


def scan_page(  # noqa: PLR0913 - what surrounds a page, by name
    path: str,
    text: str,
    vocabulary: Vocabulary,
    *,
    names: frozenset[str] = frozenset(),
    foreign: bool = False,
    edition: str = EDITIONS[-1],
) -> Page:
    """Reads one page, as `normalise` returned it.

    `names` are variables that the site defines (`extra` of mkdocs.yml); those of the page's front
    matter are known. In a `foreign` page (another book's) only our own macros and Rust fences
    count, and `edition` is that of its fences where they name none. Files that are included have
    to be scanned by the caller, each with its own lines.
    """
    lines = find_lines(path, text)
    parts = tuple(find_parts(text, foreign=foreign))
    fences, wrong = read_blocks(lines, blocks_of(parts), foreign=foreign, edition=edition)
    tags = tuple(part for part in parts if isinstance(part, Tag))
    calls, left, misread = read_calls(lines, tags, vocabulary, foreign=foreign)
    findings = [*wrong, *misread, *(slip(lines, one) for one in parts if isinstance(one, Slip))]
    included: tuple[str, ...] = ()
    if left and not foreign:
        included, residual = read_left(lines, left, vocabulary, names)
        findings += residual
    if not foreign:
        findings += judge_front_matter(lines, vocabulary, items=bool(calls or fences))
    return Page(
        path,
        text,
        calls,
        fences,
        tuple((part.start, part.end) for part in parts if isinstance(part, Remark)),
        included,
        tuple(sorted(findings, key=lambda finding: finding.place)),
    )


def blocks_of(parts: Iterable[object]) -> Iterable[Block]:
    return (part for part in parts if isinstance(part, Block))


def read_left(
    lines: Lines, left: tuple[Tag, ...], vocabulary: Vocabulary, names: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Reads the tags that are not calls of ours with Jinja's own parser."""
    from .jinja_tags import read_tags  # noqa: PLC0415 (importing Jinja costs 30 ms; few pages need it)

    known = names | front_matter(lines.text)[1]
    return read_tags(lines, left, vocabulary, known)


def slip(lines: Lines, part: Slip) -> Finding:
    return say.not_closed(lines.place(part.start, part.end), part.kind)
