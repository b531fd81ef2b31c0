"""Layout figures in a browser: every text has room."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.draw import draw_figure
from tests.figures import FIGURES

pytestmark = pytest.mark.browser
PAGE = """<!doctype html><html data-md-color-scheme="default"><style>{css}
:root {{ --md-code-font-family: monospace; font: 20px sans-serif }}
</style><body class="md-typeset">{figures}</body></html>"""
OWN = "layout__field layout__tag layout__niche layout__padding layout__unused"
OUTSIDE = """(own) => {
  const found = [];
  const within = (inner, outer) =>
    inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5 &&
    inner.top >= outer.top - 0.5 && inner.bottom <= outer.bottom + 0.5;
  for (const picture of document.querySelectorAll("svg")) {
    const name = picture.querySelector("title").textContent;
    for (const text of picture.querySelectorAll("text")) {
      const group = text.parentElement;
      const boxed = own.includes(group.getAttribute("class"));
      const outer = (boxed ? group.querySelector("path") : picture).getBoundingClientRect();
      if (!within(text.getBoundingClientRect(), outer)) found.push(`${name}: ${text.textContent}`);
    }
  }
  return found;
}"""


def test_every_text_stays_in_its_box(browser: Browser, project: Path) -> None:
    """No label is wider than its field, and none leaves the picture, with this machine's fonts."""
    css = (project / "docs/assets/site.css").read_text("utf-8")
    figures = "".join(draw_figure(figure) for figure in FIGURES.values())
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_content(PAGE.format(css=css, figures=figures))
    assert page.evaluate(OUTSIDE, OWN.split()) == []
    page.close()
