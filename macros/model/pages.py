"""What is written in pages."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.findings import Finding, Place, Value
from macros.model.listings import Listing


@dataclass(frozen=True, slots=True)
class Argument:
    """A literal argument; `place` covers a string's characters between its quotes."""

    value: Value
    place: Place


@dataclass(frozen=True, slots=True)
class Call:
    """A macro call in a page, from `{{` to `}}`.

    `start` and `end` are offsets into the page's text; `indent` is the white space before a call
    that stands alone on its line, and None for a call inside a sentence.
    `sentence` is the source line (or lines) the call stands in, list and quote marks removed.
    """

    macro: str
    arguments: tuple[Argument, ...]
    named: tuple[tuple[str, Argument], ...]
    place: Place
    start: int
    end: int
    sentence: str
    indent: str | None = None


@dataclass(frozen=True, slots=True)
class Fence:
    """A Rust fence in a page: offsets of the whole block, and the listing in it.

    `start` is where the opening line starts, `end` is behind the closing run; `indent` is what
    stands before the opening run on its line (white space, quote marks).
    `attributes` are what the highlighter needs to know: title, hl_lines, linenums, class.
    """

    start: int
    end: int
    indent: str
    listing: Listing
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file, scanned.

    `text` has no byte order mark and `\\n` line ends; all offsets count in it.
    `comments` are the (start, end) offsets of HTML comments, which do not count.
    `included` are the paths of files that Jinja `include` brings in.
    """

    path: str
    text: str
    calls: tuple[Call, ...] = ()
    fences: tuple[Fence, ...] = ()
    comments: tuple[tuple[int, int], ...] = ()
    included: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
