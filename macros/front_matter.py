"""What front matter may not do: keep a page's macros from being rendered, or replace them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from .model import Finding
from .outline import FRONT_MATTER
from .report import say_pages as say
from .text import Lines
from .vocabulary import Vocabulary

KEY = re.compile(r"^(?P<key>[^\s:#][^:\n]*?)[ \t]*:", re.MULTILINE)


def judge_front_matter(lines: Lines, vocabulary: Vocabulary, *, items: bool) -> Iterator[Finding]:
    """`items` says whether anything on the page has to be rendered."""
    found = FRONT_MATTER.match(lines.text)
    data = read_yaml(found[1]) if found else None
    if found is None or not isinstance(data, dict):
        return
    for one in KEY.finditer(found[1]):
        key, start = one["key"].strip("\"'"), found.start(1)
        place = lines.place(start + one.start("key"), start + one.end("key"))
        if key in vocabulary.macros or key in vocabulary.reserved:
            yield say.reserved_name(place, key)
        elif key == "ignore_macros" or (key == "render_macros" and data.get(key) is False):
            yield from (say.not_rendered(place, key),) if items or key == "ignore_macros" else ()


def read_yaml(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None
