"""A hook and a macros module: notes down what our macros and hook put into each page.

Loaded by MkDocs beside our own hook, once, before anything is timed; `plain.py` gives the notes
back. What is noted: the text of every macro, page by page in the order of the calls; what is
added to a page's HTML; the pages that no file holds. `extra.notes` names the file to write.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files


class Recording:
    """The plugin as our module sees it: every macro it registers is listened to."""

    def __init__(self, plugin: Any) -> None:
        self._plugin = plugin

    def __getattr__(self, name: str) -> Any:
        return getattr(self._plugin, name)

    def macro(self, function: Callable[..., str], name: str = "") -> None:
        self._plugin.macro(self._listening(function), name or function.__name__)

    def _listening(self, function: Callable[..., str]) -> Callable[..., str]:
        def listen(*arguments: object, **named: object) -> str:
            text = function(*arguments, **named)
            items = self._plugin.conf.extra["noted"]["items"]
            items.setdefault(self._plugin.page.file.src_uri, []).append(text)
            return text

        return listen


def define_env(env: Any) -> None:
    """Register our macros, listened to."""
    import macros  # noqa: PLC0415

    macros.define_env(Recording(env))


@event_priority(50)
def on_config(config: MkDocsConfig) -> None:
    """Start with empty notes, before any macro is registered."""
    config.extra["noted"] = {"items": {}, "added": {}, "generated": {}, "markdown": {}}


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Note the pages that were generated."""
    for file in files.documentation_pages():
        if file.abs_src_path is None:
            noted = {"text": file.content_string, "inclusion": file.inclusion.name}
            config.extra["noted"]["generated"][file.src_uri] = noted


@event_priority(-200)
def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Note each page's text as it is when every macro has been rendered."""
    config.extra["noted"]["markdown"][page.file.src_uri] = markdown


@event_priority(200)
def _before(html: str, page: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    config.extra["before"] = html


@event_priority(-200)
def _after(html: str, page: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    before = config.extra["before"]
    pairs = enumerate(zip(before, html, strict=False))
    same = next((number for number, (a, b) in pairs if a != b), len(before))
    added = html[same : same + len(html) - len(before)]
    config.extra["noted"]["added"][page.file.src_uri] = {
        "text": added,
        "at_end": same == len(before),
    }


on_page_content = CombinedEvent(_before, _after)


@event_priority(-200)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Write the notes: by now every page has its content."""
    notes = json.dumps(config.extra["noted"])
    Path(config.extra["notes"]).write_text(notes, encoding="utf-8")
