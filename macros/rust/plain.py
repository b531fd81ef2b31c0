"""A message about an expression → the same message without the crate of ours around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.model import Diagnostic
from macros.report import say_tools

_OURS = re.compile(r"\s*(?:-->|:::) _\w+\.rs:\d+:\d+")
_GUTTER = re.compile(r"\s*(?:\d+ +)?\|")
_CONSTANT = re.compile(r"`(?:\w+::)*__measured::VALUE`")
_INSIDE = re.compile(r"(?<=`)(?:\w+::)*__measured::VALUE::")
_MACRO = re.compile(
    r"\.\.\.\n(?:[^\n]*\|[^\n]*\n)*?[^\n]*__measure[\s\S]*?in this macro invocation\n"
    r"|\s*= note: this error originates in the macro `__measure[^\n]*"
)


def plain(diagnostic: Diagnostic) -> Diagnostic:
    """Leave out what is shown of files whose name begins with an underscore."""
    rendered = _MACRO.sub("", diagnostic.rendered)
    rendered = "\n".join(_find_authored(rendered.split("\n")))
    rendered = _INSIDE.sub("", _CONSTANT.sub("the expression", rendered))
    said = replace(diagnostic, rendered=rendered.rstrip() + "\n")
    if said.code != "incomplete_include":
        return said
    words = say_tools.more_than_expression()
    first, *rest = said.rendered.replace(said.message, words).rstrip().split("\n")
    shown = (line for line in rest if not line.lstrip().startswith("= note:"))
    return replace(said, code="", message=words, rendered="\n".join((first, *shown)) + "\n")


def _find_authored(lines: list[str]) -> Iterator[str]:
    """The lines without the excerpts of our files, and without notes that hold nothing else."""
    ours = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if (line.startswith(("note:", "help:")) and _OURS.match(following)) or _OURS.match(line):
            ours = True
        elif not _GUTTER.match(line):
            ours = False
        if not ours:
            yield line
