"""Addresses outside the book, with the network played by the test."""

from __future__ import annotations

import io
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message

import pytest

from checks import external
from checks.external import ask_address

PAGES = {"https://a.example/page.html": b'<h2 id="there">x</h2>'}


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A network with one page and one host that is down; the value is what was asked for."""
    asked: list[str] = []

    def answer(request: urllib.request.Request, timeout: float) -> io.BytesIO:  # noqa: ARG001
        asked.append(request.full_url)
        if "down" in request.full_url:
            raise urllib.error.URLError("unreachable")
        if request.full_url not in PAGES:
            raise urllib.error.HTTPError(request.full_url, 404, "Not Found", Message(), None)
        return io.BytesIO(PAGES[request.full_url])

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    external._fetch.cache_clear()
    yield asked
    external._fetch.cache_clear()


@pytest.mark.parametrize(
    ("href", "said"),
    [
        ("https://a.example/page.html", ""),
        ("https://a.example/page.html#there", ""),
        ("https://a.example/page.html#gone", "that page has no #gone"),
        ("https://a.example/moved.html", "the answer is 404 Not Found"),
        ("https://down.example/", "there was no answer: <urlopen error unreachable>"),
        ("file:///etc/hosts", "the address is not https"),
    ],
)
def test_address_is_asked(href: str, said: str) -> None:
    """A page that is there with its anchor is fine; whatever else happens is said."""
    assert ask_address(href) == said


def test_page_is_fetched_once_for_all_its_anchors(network: list[str]) -> None:
    """A book links to the same rule many times."""
    for anchor in ("", "#there", "#gone"):
        ask_address(f"https://a.example/page.html{anchor}")
    assert network == ["https://a.example/page.html"]
