"""Promise: every box that calls a statement a myth measures something, and stands on the page of
myths with a way to its chapter."""

from __future__ import annotations

import pytest

from checks.building import BuiltSite
from checks.conftest import add_summary, fail_with, verified_site
from macros.model import Finding
from macros.myths import PAGE, Box, find_repeated, judge_boxes
from macros.render.myths import anchor_among_all
from macros.render.site import Site
from macros.report import say_site


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a box, named by its place, and one a page that has boxes."""
    boxes = verified_site(metafunc.config).boxes
    if "boxed" in metafunc.fixturenames:
        metafunc.parametrize("boxed", boxes)
    if "box" in metafunc.fixturenames:
        every = [box for found in boxes.values() for box in found]
        metafunc.parametrize("box", every, ids=[str(box.place) for box in every])


def test_boxes_of_page_measure(boxed: str, site: Site) -> None:
    """Each has its statement, and a claim or a listing."""
    fail_with(judge_boxes(site.verification.book.pages[boxed]), site)


def test_no_two_boxes_state_the_same(site: Site) -> None:
    """A myth is told once, and linked to from elsewhere."""
    every = (box for found in site.boxes.values() for box in found)
    fail_with(tuple(find_repeated(every)), site)


def test_box_is_shown(box: Box, built: BuiltSite, site: Site) -> None:
    """In its chapter, with its anchor, and on the page of all myths, which leads there."""
    fail_with(tuple(find_unshown(box, built)), site)


def find_unshown(box: Box, built: BuiltSite) -> list[Finding]:
    """Say where a box is missing."""
    wanted = ((box.path, box.anchor), (PAGE, anchor_among_all(box)))
    findings = []
    for path, anchor in wanted:
        page = built.page_of(path)
        if page is None or anchor not in page.ids:
            findings.append(say_site.box_not_shown(box.place, path, anchor))
    every = built.page_of(PAGE)
    if every and not any(tag["href"].endswith(f"#{box.anchor}") for tag in every.tags):
        findings.append(say_site.box_not_shown(box.place, PAGE, f"link to #{box.anchor}"))
    return findings


def test_boxes_are_counted(site: Site, request: pytest.FixtureRequest) -> None:
    """No statement is answered twice with the same words in one chapter."""
    count = sum(map(len, site.boxes.values()))
    add_summary(request.config, f"myths: boxes: {count}, pages with boxes: {len(site.boxes)}")
    anchors = [anchor_among_all(box) for found in site.boxes.values() for box in found]
    assert len(anchors) == len(set(anchors))
