"""A book → its built site, built once for a run, and its pages as their HTML has them."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

import pytest

from checks.sharing import made_once
from macros.model import Place


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its attributes and its place in the built page."""

    name: str
    attributes: Mapping[str, str]
    place: Place

    def __getitem__(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self["class"].split())


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the built site; `name` is its path there."""

    name: str
    text: str

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        return self._parsed.found

    @cached_property
    def styles(self) -> tuple[Tag, ...]:
        """The text of each `style` element, as an attribute of that name."""
        return self._parsed.styles

    @cached_property
    def ids(self) -> Mapping[str, Tag]:
        """Where a link can lead to in this page; of several elements with one id, the first."""
        named = [(tag["id"] or (tag["name"] if tag.name == "a" else ""), tag) for tag in self.tags]
        return {name: tag for name, tag in reversed(named) if name}

    @cached_property
    def _parsed(self) -> _Parsed:
        reader = _Reader(f"site/{self.name}")
        reader.feed(self.text)
        reader.close()
        return _Parsed(tuple(reader.found), tuple(reader.styles))


@dataclass(frozen=True, slots=True)
class _Parsed:
    found: tuple[Tag, ...]
    styles: tuple[Tag, ...]


class _Reader(HTMLParser):
    """Collects start tags and the text of `style` elements."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.found: list[Tag] = []
        self.styles: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.found.append(Tag(tag, values, self._place()))

    def handle_data(self, data: str) -> None:
        if self.lasttag == "style":
            self.styles.append(Tag("style", {"style": data}, self._place()))

    def _place(self) -> Place:
        line, column = self.getpos()
        return Place(self.path, line, column + 1, line, column + 2)


@dataclass(frozen=True)
class BuiltSite:
    """A folder with a whole site in it."""

    folder: Path

    @cached_property
    def pages(self) -> Mapping[str, BuiltPage]:
        """Every HTML file by its path below the folder."""
        found = sorted(self.folder.rglob("*.html"))
        names = [path.relative_to(self.folder).as_posix() for path in found]
        return {
            name: BuiltPage(name, path.read_text(encoding="utf-8"))
            for name, path in zip(names, found, strict=True)
        }

    def page_of(self, path: str) -> BuiltPage | None:
        """Return the built page of a source such as `docs/copy.md`."""
        stem = path.removeprefix("docs/").removesuffix(".md")
        parent = re.sub(r"(^|/)(index|README)$", "", stem)
        names = (f"{stem}.html", f"{stem}/index.html", f"{parent}/index.html".lstrip("/"))
        return next((self.pages[name] for name in names if name in self.pages), None)


_BUILT = pytest.StashKey[BuiltSite | str]()


def offer_options(parser: pytest.Parser) -> None:
    """Offer `--site`, in whichever of `checks/` and `tests/` is read first."""
    with contextlib.suppress(ValueError):
        parser.addoption("--site", type=Path, help="look at this built site, do not build one")


def site_built(config: pytest.Config, root: Path) -> BuiltSite | str:
    """Return the built site, built by the first process of this run that asks for it; text says
    why there is none."""
    if _BUILT not in config.stash:
        given: Path | None = config.getoption("--site")
        config.stash[_BUILT] = BuiltSite(given.resolve()) if given else _build(config, root)
    return config.stash[_BUILT]


def _build(config: pytest.Config, root: Path) -> BuiltSite | str:
    folder, said = made_once(config, "built", lambda folder: build_site(root, folder / "site"))
    return f"the book does not build:\n{said}" if said else BuiltSite(folder / "site")


def build_site(root: Path, folder: Path, **environment: str) -> str:
    """Build the book as `make site` does; return what was said where that failed, else nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return (done.stdout or "it says nothing") if done.returncode else ""
