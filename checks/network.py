"""A built site → what its files would load from another host, read from their text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Final

from checks.building import BuiltPage, Tag
from macros.model import Finding, Place
from macros.render.disk import SCRIPT
from macros.render.evidence_pages import ROWS
from macros.report import say_site as say

LOADING: Final = MappingProxyType(
    {
        "audio": ("src",),
        "body": ("background",),
        "embed": ("src",),
        "feimage": ("href", "xlink:href"),
        "form": ("action",),
        "frame": ("src",),
        "iframe": ("src",),
        "image": ("href", "xlink:href"),
        "img": ("src", "srcset"),
        "input": ("src",),
        "object": ("data",),
        "script": ("src", "href"),
        "source": ("src", "srcset"),
        "track": ("src",),
        "use": ("href", "xlink:href"),
        "video": ("src", "poster"),
    }
)
"""The attributes that make a browser load something, by element."""

PLAIN_RELATIONS: Final = frozenset(
    {"alternate", "author", "bookmark", "canonical", "help", "license", "next", "prev", "search"}
)
"""What a `link` element may be without anything being loaded."""

FOREIGN: Final = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
IN_STYLE: Final = re.compile(r"""(?:url\(\s*|@import\s+)["']?(?P<url>[^"')\s;]+)""", re.IGNORECASE)
IN_SCRIPT: Final = re.compile(
    r"""["'`](?P<url>(?:https?:|wss?:)?//[a-z0-9.-]+\.[a-z]{2,}[^"'`]*)"""
)
ASLEEP: Final = MappingProxyType(
    {
        "https://api.github.com/repos/": 'data-md-component="source"',
        "https://api.github.com/users/": 'data-md-component="source"',
        "https://gitlab.com/": 'data-md-component="source"',
        "https://unpkg.com/mermaid@": 'class="mermaid"',
        "https://unpkg.com/resize-observer-polyfill": "",
        "https://bit.ly/2s3ChXG": "",
        "http://www.w3.org/": "",
    }
)
"""Addresses in the theme's own script, and what a page would have to hold to make it use them;
nothing where they are names, help texts, or for browsers from before 2020."""


DATA: Final = frozenset({SCRIPT, Path(ROWS).name})
"""Scripts that only give a name to what others search: the words in them are loaded by nobody."""


def find_loads_of_page(page: BuiltPage) -> Iterator[Finding]:
    """What the page's own elements and styles load from another host."""
    for tag in page.tags:
        for attribute, address in _loads_of(tag):
            if FOREIGN.match(address):
                yield say.loads_from_elsewhere(tag.place, f"<{tag.name} {attribute}>", address)
    for tag in (*page.tags, *page.styles):
        for address in _addresses_in_style(tag["style"]):
            yield say.loads_from_elsewhere(tag.place, f"a style of <{tag.name}>", address)
    for start, condition in ASLEEP.items():
        if condition and condition in page.text:
            place = Place(f"site/{page.name}", 1, 1, 1, 1)
            yield say.loads_from_elsewhere(place, f"the theme, because of {condition},", start)


def _loads_of(tag: Tag) -> Iterator[tuple[str, str]]:
    if tag.name == "link" and not set(tag["rel"].lower().split()) <= PLAIN_RELATIONS:
        yield "href", tag["href"]
    for attribute in LOADING.get(tag.name, ()):
        values = tag[attribute].split(",") if attribute == "srcset" else [tag[attribute]]
        yield from ((attribute, value) for value in values if value)


def _addresses_in_style(text: str) -> Iterator[str]:
    for found in IN_STYLE.finditer(text):
        if FOREIGN.match(found["url"]):
            yield found["url"]


def find_loads_of_file(path: Path, shown: str) -> Iterator[Finding]:
    """What a style sheet or a script loads from another host; a script, at any address it names
    that is not known to be asleep."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        for address in _addresses_in_style(text):
            yield say.loads_from_elsewhere(_place_of(text, address, shown), "a style", address)
        return
    if path.name in DATA and _is_data(text):
        return
    for found in IN_SCRIPT.finditer(text):
        if not found["url"].startswith(tuple(ASLEEP)):
            place = _place_of(text, found["url"], shown)
            yield say.loads_from_elsewhere(place, "a script", found["url"])


def _is_data(text: str) -> bool:
    """Whether a script only gives a name to a JSON value: nothing in it can load anything."""
    _, _, value = text.partition("=")
    try:
        json.loads(value.strip().removesuffix(";"))
    except ValueError:
        return False
    return True


def _place_of(text: str, address: str, shown: str) -> Place:
    before = text[: text.index(address)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Place(shown, line, column, line, column + len(address))
