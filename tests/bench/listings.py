"""A number → that many distinct programs, and listings that must not compile.

Read from the templates beside this file, filled in by number: the same for the same number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from string import Template

from tests.bench.items import Failure, Program

TEMPLATES = Path(__file__).with_name("templates")
NOUNS = (
    "apple",
    "basket",
    "candle",
    "drawer",
    "engine",
    "feather",
    "garden",
    "hammer",
    "island",
    "jacket",
    "kettle",
    "lantern",
    "mirror",
    "needle",
    "orchard",
    "pencil",
    "quarry",
    "ribbon",
    "saddle",
    "teapot",
    "umbrella",
    "violin",
    "wagon",
    "yarn",
)


def draw_programs(count: int) -> tuple[Program, ...]:
    """Fill in the programs' templates in turn, each time with other numbers and words."""
    drawn = (
        Program(f"run/{stem}_{number}", source, tuple(find_printed(source)))
        for number, stem, source in _filled("run")
    )
    return tuple(islice(drawn, count))


def draw_failures(count: int) -> tuple[Failure, ...]:
    """Fill in the templates of `fail/`, which are named by their error's code."""
    drawn = (
        Failure(f"fail/{stem.lower()}_{number}", source, stem)
        for number, stem, source in _filled("fail")
    )
    return tuple(islice(drawn, count))


def find_printed(source: str) -> Iterator[str]:
    """Find the lines that a program says it prints."""
    return (match[1] for match in re.finditer(r"//~ prints (.*)", source))


def _filled(folder: str) -> Iterator[tuple[int, str, str]]:
    templates = [
        (path.name.partition(".")[0], Template(path.read_text(encoding="utf-8")))
        for path in sorted((TEMPLATES / folder).glob("*.rs.in"))
    ]
    number = 0
    while True:
        for stem, template in templates:
            yield number, stem, template.substitute(values_of(number))
            number += 1


def values_of(number: int) -> dict[str, str | int]:
    """Return what stands in a template's `$` places; no two numbers give the same values."""
    noun = NOUNS[number % len(NOUNS)]
    count, other = 2 + number % 29, 3 + number // 29
    part = noun[::-1]
    triangle = count * (count + 1) // 2
    return {
        "noun": noun,
        "part": part,
        "count": count,
        "count_next": count + 1,
        "number": other,
        "sum": count + other,
        "product": count * other,
        "square": count * count,
        "twice": count + 2 * other,
        "left": 2 * other + 1 + count,
        "triangle": triangle,
        "triangle_plus": triangle + other,
        "map_sum": 3 * (count + other),
        "head": len(noun + part),
        "letters": len(noun) + count * len(part) + other,
        "noun_letters": len(noun),
    }
