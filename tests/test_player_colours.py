"""The colours of the memory player, computed from the style sheet in both palettes."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tests.test_figure_colours import contrast

PALETTES = ("default", "slate")
GROUNDS = ("ground", "now", "stack", "heap", "static")
INKS = ("ink", "quiet", "mark", "link")
LINES = {
    "line": ("ground", "stack", "heap", "static"),
    "stack-line": ("ground", "stack"),
    "heap-line": ("ground", "heap"),
    "static-line": ("ground", "static"),
}
RULE = ".md-typeset .player {"


def rules_of(css: str, start: str) -> dict[str, str]:
    """The player's variables that the rules behind `start` set."""
    body = css[css.index(start) :].split("}", maxsplit=1)[0]
    return dict(re.findall(r"--player-([\w-]+): ([^;]+);", body))


@pytest.fixture(scope="module")
def css(project: Path) -> str:
    return (project / "docs/assets/player.css").read_text("utf-8")


@pytest.mark.parametrize(("palette", "ink", "ground"), [*product(PALETTES, INKS, GROUNDS)])
def test_text_is_legible(css: str, palette: str, ink: str, ground: str) -> None:
    """At least 4.5:1 on everything that text stands on."""
    colours = rules_of(css, f'[data-md-color-scheme="{palette}"] {{')
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize(("palette", "line"), [*product(PALETTES, LINES)])
def test_outlines_are_visible(css: str, palette: str, line: str) -> None:
    """At least 3:1 between an outline and what lies on either side of it."""
    colours = rules_of(css, f'[data-md-color-scheme="{palette}"] {{')
    for ground in LINES[line]:
        assert contrast(colours[line], colours[ground]) >= 3, ground


def test_print_is_legible(css: str) -> None:
    """Paper is white, whatever the palette on the screen is."""
    colours = rules_of(css[css.index("@media print") :], RULE)
    for ink, ground in product(INKS, GROUNDS):
        assert contrast(colours[ink], colours[ground]) >= 4.5
    for line, grounds in LINES.items():
        assert all(contrast(colours[line], colours[each]) >= 3 for each in grounds)


def test_forced_colours_are_the_systems(css: str) -> None:
    """No colour of ours is left where the reader's system chooses them."""
    colours = rules_of(css[css.index("@media (forced-colors") :], RULE)
    assert set(colours.values()) == {"Canvas", "CanvasText", "LinkText", "GrayText"}


def test_every_colour_is_a_variable_that_is_set(css: str) -> None:
    """What the rules use, and nothing else, in both palettes, on paper, in forced colours."""
    used = set(re.findall(r"var\(--player-([\w-]+)\)", css))
    for palette in PALETTES:
        assert set(rules_of(css, f'[data-md-color-scheme="{palette}"] {{')) == used
    for media in ("@media print", "@media (forced-colors"):
        assert set(rules_of(css[css.index(media) :], RULE)) == used


def test_nothing_moves(css: str) -> None:
    """A reader who asked for less motion gets none, because there is none."""
    assert not re.search(r"\b(transition|animation)\b", css)
