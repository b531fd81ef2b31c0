"""The error codes of the book → the body of the error-code index, as Markdown. Pure.

What rustc says of a code is quoted: its Markdown becomes paragraphs and blocks of code, everything
else in it stays text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from macros.error_codes import Shown
from macros.render.claim import escape_text
from macros.render.listing import ERROR_INDEX, visible_text

_FENCE: Final = re.compile(r"^```[^\n]*\n(?P<code>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_EXAMPLE: Final = re.compile(r"(?im)^erroneous code examples?:?$")
_TARGET: Final = re.compile(r"^\[[^\]\n]+\]:[ \t]*\S+[ \t]*$", re.MULTILINE)
_LINK: Final = re.compile(r"\[(?P<words>[^\]\[]+)\](?:\([^)\s]*\)|\[[^\]]*\])")


def render_error_index(
    codes: Mapping[str, Sequence[Shown]],
    explanations: Mapping[str, str],
    titles: Mapping[str, str],
    address: Callable[[str], str],
    release: str,
) -> str:
    """Write a section for each code: what rustc says of it, and where the book shows it.

    `titles` are the pages in reading order; `address` turns a page's path into its URL as seen from
    the index.
    """
    return "\n\n".join(
        part
        for code, places in codes.items()
        for part in (
            f"## {code} {{ #{code.lower()} }}",
            *_quoted(explanations.get(code, ""), release),
            *_places(places, titles, address),
            f"[{code} in Rust's error index]({ERROR_INDEX.format(code=code)})",
        )
    )


def _places(
    places: Sequence[Shown], titles: Mapping[str, str], address: Callable[[str], str]
) -> Iterator[str]:
    """A list with an item for each page, in reading order."""
    order = list(titles)
    known = sorted(
        (each for each in places if each.path in titles), key=lambda each: order.index(each.path)
    )
    lines = []
    for path, group in groupby(known, key=lambda each: each.path):
        url = address(path)
        links = [_link(each, url) for each in _once(group)]
        title = f'<a href="{html.escape(url)}">{html.escape(titles[path])}</a>'
        lines.append(f"- {title}: {', '.join(links)}")
    if lines:
        yield "Shown in this book:"
        yield "\n".join(lines)


def _once(places: Iterable[Shown]) -> Iterator[Shown]:
    """Each program once: a claim about one that stands on the page as well is not linked."""
    seen: set[str] = set()
    for shown in places:
        if not (shown.anchor.startswith("c-") and shown.words in seen):
            yield shown
        seen.add(shown.words)


def _link(shown: Shown, url: str) -> str:
    words = re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(shown.words, quote=False))
    return f'<a href="{html.escape(url)}#{shown.anchor}">{words}</a>'


def _quoted(text: str, release: str) -> Iterator[str]:
    """The first words of rustc's text, and all of it behind them where there is more."""
    if not text:
        yield f"rustc {release} has no explanation of this code."
        return
    plain = _TARGET.sub("", text).strip()
    lead, rest = split_lead(plain)
    yield (
        f'<blockquote class="explained" cite="rustc --explain">{render_quoted(lead)}'
        f"<footer>rustc {escape_text(release)}</footer></blockquote>"
    )
    if rest:
        yield (
            '<details class="explained" data-search-exclude><summary>The rest of what rustc says'
            f"</summary><blockquote>{render_quoted(rest)}</blockquote></details>"
        )


def split_lead(text: str) -> tuple[str, str]:
    """Part an explanation before its first example, or behind its first paragraph."""
    found = _EXAMPLE.search(text) or _FENCE.search(text)
    if found and text[: found.start()].strip():
        return text[: found.start()].strip(), text[found.start() :].strip()
    if found:
        return _behind_first_example(text)
    return text, ""


def _behind_first_example(text: str) -> tuple[str, str]:
    """A text that begins with its example: that, and the paragraph behind it."""
    fence = _FENCE.search(text)
    end = fence.end() if fence else 0
    behind = re.search(r"\S[^`]*?(?=\n\n|\Z)", text[end:], re.DOTALL)
    end += behind.end() if behind else 0
    return text[:end].strip(), text[end:].strip()


def render_quoted(text: str) -> str:
    """Write Markdown of others as HTML on one line: paragraphs, code and nothing else."""
    parts: list[str] = []
    done = 0
    for fence in _FENCE.finditer(text):
        parts += [*_paragraphs(text[done : fence.start()]), _code(fence["code"])]
        done = fence.end()
    return "".join([*parts, *_paragraphs(text[done:])])


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs as such; an item of a list begins a line of its own."""
    for paragraph in re.split(r"\n{2,}", text):
        items = re.split(r"\n(?=[ \t]*(?:[-*]|\d+\.)[ \t])", paragraph.strip())
        if paragraph.strip():
            yield f"<p>{'<br>'.join(map(_words, items))}</p>"


def _words(text: str) -> str:
    """Plain words, without the marks of headings and links; code between backticks."""
    words = _LINK.sub(r"\g<words>", re.sub(r"^#+ ", "", " ".join(text.split())))
    return "".join(
        f"<code>{_escaped(part)}</code>" if number % 2 else _escaped(part)
        for number, part in enumerate(re.split(r"`([^`]+)`", words))
    )


def _code(text: str) -> str:
    lines = (visible_text(line) for line in text.rstrip("\n").split("\n"))
    return f"<pre><code>{'&#10;'.join(map(_escaped, lines))}</code></pre>"


def _escaped(text: str) -> str:
    """Text in which neither HTML nor Markdown finds anything to read."""
    return escape_text(text)
