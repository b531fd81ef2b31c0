"""The colours of layout figures, computed from the style sheet in both palettes."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from macros.draw import draw_figure
from tests.figures import FIGURES

PALETTES = ("default", "slate")
GROUNDS = ("ground", "field", "tag", "niche")
LINES = {
    "line": ("ground",),
    "field-line": ("ground", "field"),
    "tag-line": ("ground", "tag"),
    "niche-line": ("ground", "niche", "field"),
}


def rules_of(css: str, start: str) -> dict[str, str]:
    """The variables of figures that the rules behind `start` set."""
    body = css[css.index(start) :].split("}", maxsplit=1)[0]
    return dict(re.findall(r"--layout-([\w-]+): ([^;]+);", body))


@pytest.fixture(scope="module")
def css(project: Path) -> str:
    return (project / "docs/assets/site.css").read_text("utf-8")


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_defined() -> None:
    """Black on white has the highest contrast, and a colour none with itself."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize(("palette", "ground"), [*product(PALETTES, GROUNDS)])
def test_text_is_legible(css: str, palette: str, ground: str) -> None:
    """At least 4.5:1 on everything that text stands on."""
    colours = rules_of(css, f'[data-md-color-scheme="{palette}"] {{')
    assert contrast(colours["ink"], colours[ground]) >= 4.5


@pytest.mark.parametrize(("palette", "line"), [*product(PALETTES, LINES)])
def test_outlines_are_visible(css: str, palette: str, line: str) -> None:
    """At least 3:1 between an outline and what lies on either side of it."""
    colours = rules_of(css, f'[data-md-color-scheme="{palette}"] {{')
    for ground in LINES[line]:
        assert contrast(colours[line], colours[ground]) >= 3, ground


def test_print_is_legible(css: str) -> None:
    """Paper is white, whatever the palette on the screen is."""
    colours = rules_of(css[css.index("@media print") :], ".md-typeset .layout {")
    for ground in GROUNDS:
        assert contrast(colours["ink"], colours[ground]) >= 4.5
    for line, grounds in LINES.items():
        assert all(contrast(colours[line], colours[each]) >= 3 for each in grounds)


def test_forced_colours_are_the_systems(css: str) -> None:
    """No colour of ours is left where the reader's system chooses them."""
    colours = rules_of(css[css.index("@media (forced-colors") :], ".md-typeset .layout {")
    assert set(colours.values()) == {"Canvas", "CanvasText", "GrayText"}


def test_every_colour_is_a_variable_that_is_set(css: str) -> None:
    """What a figure uses, and nothing else, in both palettes, on paper, in forced colours."""
    html = "".join(draw_figure(figure) for figure in FIGURES.values())
    used = set(re.findall(r"var\(--layout-([\w-]+),#[0-9a-f]{6}\)", html))
    for start in (
        *(f'[data-md-color-scheme="{palette}"] {{' for palette in PALETTES),
        "@media print",
        "@media (forced-colors",
    ):
        rules = css[css.index(start) :]
        at = "--layout" if start.startswith("[") else ".md-typeset .layout {"
        assert set(rules_of(rules, at)) == {*used, "ink"}


def test_no_colour_stands_in_a_figure_itself() -> None:
    """Paint is a variable with its literal, the text's own colour, a pattern, or nothing."""
    for figure in FIGURES.values():
        for paint in re.findall(r' (?:fill|stroke)="([^"]+)"', draw_figure(figure)):
            assert re.fullmatch(r"none|currentColor|url\(#[\w-]+\)|var\(--layout-.+\)", paint)
