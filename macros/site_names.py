"""The variables that a site defines for its pages: the keys of `extra` in mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import yaml


class _Reader(yaml.SafeLoader):
    """Reads plain data; what a tag such as `!ENV` would make of it is left out."""


_Reader.add_multi_constructor("", lambda *_: None)


def find_site_names(root: Path) -> frozenset[str]:
    """The names; none where there is no such file, or one that MkDocs could not read either."""
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        config = yaml.load(text, Loader=_Reader)  # noqa: S506 (a safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return frozenset()
    extra = config.get("extra") if isinstance(config, dict) else None
    return frozenset(map(str, extra)) if isinstance(extra, dict) else frozenset()
