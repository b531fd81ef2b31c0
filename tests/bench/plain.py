"""A hook and a macros module in the place of ours, with nothing verified.

Each page's macros give back the texts that `recorder.py` noted, in the order of the calls; the
pages that were generated come from the notes as well. So the same site is built, and what a build
costs more with our hook is the price of verifying.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.vocabulary import VOCABULARY

MACROS = tuple(VOCABULARY.macros)


def define_env(env: Any) -> None:
    """Register macros that know their page's texts and nothing of their arguments."""

    def next_text(*_: object, **__: object) -> str:
        return str(next(env.conf.extra["waiting"]))

    for name in MACROS:
        env.macro(next_text, name)


@event_priority(50)
def on_config(config: MkDocsConfig) -> None:
    """Read the notes."""
    config.extra["noted"] = json.loads(Path(config.extra["notes"]).read_text(encoding="utf-8"))


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages that no file holds."""
    for name, noted in config.extra["noted"]["generated"].items():
        inclusion = InclusionLevel[noted["inclusion"]]
        files.append(File.generated(config, name, content=noted["text"], inclusion=inclusion))


@event_priority(50)
def _first(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Start with the page's first text."""
    items = config.extra["noted"]["items"]
    config.extra["waiting"] = iter(items.get(page.file.src_uri, ()))


@event_priority(-200)
def _last(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Take the text that was noted: fences and headings that our hook wrote are in it too."""
    return str(config.extra["noted"]["markdown"][page.file.src_uri])


on_page_markdown = CombinedEvent(_first, _last)


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Add what our hook adds: at the end, or behind the first paragraph."""
    added = config.extra["noted"]["added"][page.file.src_uri]
    if added["at_end"]:
        return html + str(added["text"])
    head, end, rest = html.partition("</p>")
    return f"{head}{end}{added['text']}{rest}"
