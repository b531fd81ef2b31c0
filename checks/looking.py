"""One look at a page, which serves all promises about what a browser shows of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser

from checks.accessibility import Barrier, barriers_in
from checks.browsing import (
    PHONES,
    SCHEMES,
    Scheme,
    faint_texts,
    opened_page,
    overflow_at,
)


@dataclass(frozen=True, slots=True)
class Look:
    """What is wrong with a page: while it loads on a phone, with its width there, with its texts,
    and in each palette for those who read with other means than their eyes."""

    loading: tuple[str, ...]
    width: tuple[str, ...]
    texts: tuple[str, ...]
    barriers: Mapping[Scheme, tuple[Barrier, ...]]


def look_at(browser: Browser, home: str, path: str) -> Look:
    """Load one page, kept from every other host, in small windows and in both palettes; at last,
    when nothing is looked at any more that it could change, in a wide window."""
    loading: list[str] = []
    with opened_page(browser, home, loading) as page:
        page.goto(home + path, wait_until="networkidle")
        page.add_style_tag(content="* { transition: none !important }")
        texts = [f"{scheme}: {each}" for scheme in SCHEMES for each in faint_texts(page, scheme)]
        width = [each for size in PHONES for each in overflow_at(page, size)]
        barriers = {scheme: barriers_in(page, scheme) for scheme in reversed(SCHEMES)}
    return Look(tuple(dict.fromkeys(loading)), tuple(width), tuple(texts), barriers)
