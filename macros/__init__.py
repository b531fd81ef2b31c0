"""What mkdocs-macros loads: it registers the macros and holds no logic.

The scan has already read every call before a page is rendered, and `verified` renders it by its
number. A macro that is called under its own name was not seen by the scan: `unseen` says so.
"""

from __future__ import annotations

from typing import Any, Protocol


class MacrosPlugin(Protocol):
    """The part of mkdocs-macros' plugin that is used here."""

    conf: Any
    page: Any

    def macro(self, function: Any, name: str = "") -> Any: ...


def define_env(env: MacrosPlugin) -> None:
    """Register the renderer of numbered items and, under each macro's own name, the alarm."""
    from macros.vocabulary import RENDERER, VOCABULARY  # noqa: PLC0415

    doorway = env.conf.extra["verified_site"]
    env.macro(lambda path, number: doorway.render(path, number, env.page), RENDERER)
    for name in VOCABULARY.macros:
        env.macro(doorway.unseen(name, env), name)
