"""What a browser complains about: each complaint can really be raised."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from checks.accessibility import barriers_of
from checks.browsing import SCHEMES, Scheme, served
from checks.looking import Look, look_at

HEAD = '<!doctype html><html lang="en"><title>a page</title><link rel="icon" href="data:,">'
STYLE = "<style>html { overflow-x: hidden } body { margin: 0 }</style>"
LOADING = {
    '<img src="https://fonts.example/a.png" alt="">': (
        "asks a foreign host: https://fonts.example/a.png"
    ),
    '<script>console.error("lost")</script>': "console error: lost",
    "<script>throw new Error('broken')</script>": "script error: broken",
    '<img src="missing.png" alt="">': "404: {home}missing.png",
}


def write_page(folder: Path, body: str) -> str:
    (folder / "page.html").write_text(HEAD + STYLE + body, encoding="utf-8")
    return "page.html"


@pytest.mark.parametrize(("body", "complaint"), LOADING.items())
def test_bad_page_is_caught(body: str, complaint: str, tmp_path: Path, browser: Browser) -> None:
    """A foreign request, an error of a script, and a missing file are each said."""
    name = write_page(tmp_path, body)
    with served(tmp_path) as home:
        assert complaint.format(home=home) in look_at(browser, home, name).loading


def test_wide_page_is_caught(tmp_path: Path, browser: Browser) -> None:
    """Also where the page hides its own overflow."""
    name = write_page(tmp_path, '<div style="width: 500px">wide</div>')
    with served(tmp_path) as home:
        found = look_at(browser, home, name).width
    assert found == tuple(
        f"scrolls sideways: 500 px in a window of {width} px" for width in (360, 320)
    )


def test_faint_text_is_caught(tmp_path: Path, browser: Browser) -> None:
    """Grey on white in both palettes, as the page knows none."""
    name = write_page(tmp_path, '<p style="color: #999">faint</p>')
    with served(tmp_path) as home:
        found = look_at(browser, home, name).texts
    assert found[0] == "light: contrast 2.85:1 of 'faint'"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_barrier_is_caught(scheme: Scheme, tmp_path: Path, browser: Browser) -> None:
    """A picture without words is a critical barrier; axe names the rule and the element."""
    name = write_page(tmp_path, '<main><h1>A page</h1><img src="data:," id="bare"></main>')
    with served(tmp_path) as home:
        (barrier,) = barriers_of(browser, home, name, scheme)
        assert look_at(browser, home, name).barriers[scheme] == (barrier,)
    assert barrier.rule == "image-alt: Images must have alternative text"
    assert barrier.elements == ("#bare",)


def test_good_page_raises_no_complaint(tmp_path: Path, browser: Browser) -> None:
    """A plain page passes, so that the complaints above come from what is bad in them."""
    name = write_page(tmp_path, "<main><h1>Good</h1><p>Good.</p></main>")
    with served(tmp_path) as home:
        assert look_at(browser, home, name) == Look((), (), (), {"dark": (), "light": ()})
