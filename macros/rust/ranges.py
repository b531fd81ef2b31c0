"""The values that a type leaves free, where they are too many to be counted.

The compiler tells LLVM which values the tag of an `Option` of the type can have, as a range that
starts at `a` and ends before `b`, and may wrap around. One of them means `None`; all others are
the type's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_FUNCTION = re.compile(
    r"^define [^\n]*?@[^\n(]*?__asked\d+_?range_(\d+)_[^\n(]*\([^\n]*\{\n(.*?)^\}",
    re.MULTILINE | re.DOTALL,
)
_LOAD = re.compile(r"= load i(\d+), [^\n]*!range !(\d+)")
_NODE = re.compile(r"^!(\d+) = !\{i\d+ (-?\d+), i\d+ (-?\d+)\}", re.MULTILINE)


def read_free_values(text: str) -> Mapping[int, int]:
    """How many values are free, by the numbers of the questions; of LLVM's own text.

    A type is left out for whose `Option` the text has no range.
    """
    nodes = {node: (int(start), int(end)) for node, start, end in _NODE.findall(text)}
    loads = ((int(number), _LOAD.search(body)) for number, body in _FUNCTION.findall(text))
    return dict(_count(loads, nodes))


def _count(
    loads: Iterable[tuple[int, re.Match[str] | None]], nodes: Mapping[str, tuple[int, int]]
) -> Iterable[tuple[int, int]]:
    for number, load in loads:
        if load is not None and load[2] in nodes:
            values = 1 << int(load[1])
            start, end = nodes[load[2]]
            yield number, values - (end - start) % values + 1
