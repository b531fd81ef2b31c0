"""The players of a built page, read back from its HTML: what a reader sees of each step."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.memory import Snapshot, Standing, Value, Variable

_STEP = re.compile(r'<div class="player__step[^"]*" id="(?P<id>[^"]+)"')
_VARIABLE = re.compile(r'<div class="player__variable\b')
_HEADING = re.compile(r'<p class="player__heading"[^>]*>(?P<text>.*?)</p>', re.DOTALL)
LONGEST = 40
"""Characters of a value that are looked for: a picture may shorten more."""
FIRST = 3
"""Parts of a value that are looked for."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step as its page has it: the words above, and the text of each variable."""

    heading: str
    variables: tuple[str, ...]


def steps_of(page: str) -> Mapping[str, Step]:
    """The steps of all players of a page by their ids."""
    found = list(_STEP.finditer(page))
    ends = [*(one.start() for one in found[1:]), len(page)]
    return {one["id"]: _step(page[one.start() : end]) for one, end in zip(found, ends, strict=True)}


def _step(text: str) -> Step:
    heading = _HEADING.search(text)
    _, *variables = _VARIABLE.split(text)
    return Step(
        _plain(heading["text"]) if heading else "",
        tuple(_plain(f"<div {variable}") for variable in variables),
    )


def _plain(text: str) -> str:
    return " ".join(
        html.unescape(re.sub(r"<[^>]*>", "\u200b", text)).replace("\u200b", " ").split()
    )


def lost_in(step: Step | None, snapshot: Snapshot) -> Iterator[str]:
    """What a snapshot has and the page's step does not show."""
    if step is None:
        yield f"the step of `{snapshot.label}`"
        return
    if " ".join(snapshot.label.split()) not in step.heading:
        yield f"the label `{snapshot.label}`"
    for thread in snapshot.threads:
        for frame in thread.frames:
            for variable in frame.variables:
                yield from _lost(variable, step)


def _lost(variable: Variable, step: Step) -> Iterator[str]:
    texts = [text for text in step.variables if text.split(":")[0].strip() == variable.name]
    if not texts:
        yield f"the variable `{variable.name}`"
    elif variable.standing is Standing.MOVED:
        if not any("moved at line " in text for text in texts):
            yield f"that `{variable.name}` is moved"
    elif variable.value is not None and not any(
        all(one in text for one in _told(variable.value)) for text in texts
    ):
        yield f"the value of `{variable.name}`"


def _told(value: Value) -> Iterator[str]:
    """The beginnings of what is decoded: the value's own words, and those of its first parts."""
    for one in (value, *(part for _, part in value.parts[:FIRST])):
        if one.text:
            yield " ".join(one.text.replace("`", "").split())[:LONGEST]
