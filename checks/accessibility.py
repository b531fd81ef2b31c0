"""A page in a browser → the barriers that axe finds in it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from playwright.sync_api import Browser, Page, TimeoutError

from checks.browsing import HEIGHT, PHONE, Scheme, opened_page

DESKTOP = 1280
WIDTHS = {"light": DESKTOP, "dark": PHONE}
BARRIERS = ("serious", "critical")
RUN = """async () => {
  const rules = { "color-contrast": { enabled: false } };
  const found = await axe.run(document, { resultTypes: ["violations"], preload: false, rules });
  return found.violations;
}"""
"""Axe's own rule of contrast takes minutes on a long page; `contrast.js` looks at every text."""
READY = "() => !document.querySelector('.md-search[role=dialog]:not([aria-label])')"
"""The site's own script has named the search; on a long page it runs late."""
PATIENCE = 5_000


@dataclass(frozen=True, slots=True)
class Barrier:
    """A rule that is broken, in axe's words, and the elements that break it, as selectors."""

    rule: str
    elements: tuple[str, ...]


@cache
def axe() -> str:
    """The text of axe-core, from the package that brings it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def barriers_of(browser: Browser, home: str, path: str, scheme: Scheme) -> tuple[Barrier, ...]:
    """Look at a page of its own in one palette."""
    with opened_page(browser, home, [], WIDTHS[scheme]) as page:
        page.emulate_media(color_scheme=scheme)
        page.goto(home + path, wait_until="load")
        return barriers_in(page, scheme)


def barriers_in(page: Page, scheme: Scheme) -> tuple[Barrier, ...]:
    """Look at an open page in one palette and the window that goes with it; what is only moderate
    or minor is left to the reader."""
    page.set_viewport_size({"width": WIDTHS[scheme], "height": HEIGHT})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    with suppress(TimeoutError):
        page.wait_for_function(READY, timeout=PATIENCE)
    page.evaluate(axe())
    violations = page.evaluate(RUN)
    return tuple(
        Barrier(
            f"{each['id']}: {each['help']}",
            tuple(" ".join(map(str, node["target"])) for node in each["nodes"]),
        )
        for each in violations
        if each["impact"] in BARRIERS
    )
