"""An address outside the book → what is wrong with it, asked over the network."""

from __future__ import annotations

import urllib.error
import urllib.request
from functools import cache
from urllib.parse import unquote, urldefrag

from checks.building import BuiltPage

PATIENCE = 20
"""Seconds to wait for an answer."""


def ask_address(href: str) -> str:
    """Return why an address does not lead to a page and anchor; nothing where it does."""
    address, anchor = urldefrag(href)
    answer = _fetch(address)
    if isinstance(answer, str):
        return answer
    if anchor and unquote(anchor) not in answer.ids:
        return f"that page has no #{anchor}"
    return ""


@cache
def _fetch(address: str) -> BuiltPage | str:
    """Fetch a page once for all its anchors. Only https is asked."""
    if not address.startswith("https://"):
        return "the address is not https"
    request = urllib.request.Request(address, headers={"User-Agent": "link check"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return BuiltPage(address, answer.read().decode("utf-8", "replace"))
    except urllib.error.HTTPError as error:
        return f"the answer is {error.code} {error.reason}"
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        return f"there was no answer: {error}"
