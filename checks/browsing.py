"""A folder of pages → what a reader's browser complains about, in one line each.

The pages are served from this machine to a headless Chromium that is kept from every other host.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from macros.bootstrap import find_browser

QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")
PHONE = 360
PHONES = (PHONE, 320)
HEIGHT = 800
"""Windows in CSS pixels."""
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LOCAL_SCHEMES = ("data", "blob", "about")


class QuietFiles(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the test says what is wrong."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine; the value is its address, ending in `/`."""
    handler = partial(QuietFiles, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Start the system's Chromium; `make test` makes sure that there is one."""
    program = find_browser()
    assert program, "no Chromium was found; run the tests with: make test"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


_BROWSER = pytest.StashKey[Browser]()


def browser_of(config: pytest.Config) -> Browser:
    """Return the browser of this process, started when it is first asked for: two of them cannot
    run in one process."""
    if _BROWSER not in config.stash:
        stack = ExitStack()
        config.add_cleanup(stack.close)
        config.stash[_BROWSER] = stack.enter_context(opened_browser())
    return config.stash[_BROWSER]


@contextmanager
def opened_page(
    browser: Browser, home: str, complaints: list[str], width: int = PHONE
) -> Iterator[Page]:
    """Open an empty page that reaches `home` only; what goes wrong in it goes to `complaints`."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, service_workers="block"
    )
    page = context.new_page()
    page.route("**/*", partial(_admit, home=home, complaints=complaints))
    page.on("console", lambda said: _note_console(said.type, said.text, complaints))
    page.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
    page.on(
        "response",
        lambda got: complaints.append(f"{got.status}: {got.url}") if got.status >= 400 else None,
    )
    yield page
    context.close()


def _admit(route: Route, home: str, complaints: list[str]) -> None:
    url = route.request.url
    if url.startswith(home) or urlsplit(url).scheme in LOCAL_SCHEMES:
        route.continue_()
        return
    complaints.append(f"asks a foreign host: {url}")
    route.abort("blockedbyclient")


def _note_console(kind: str, text: str, complaints: list[str]) -> None:
    """Take errors and warnings; a request that we blocked is noted where it was blocked."""
    if kind in ("error", "warning") and "ERR_BLOCKED_BY_CLIENT" not in text:
        complaints.append(f"console {kind}: {text}")


def overflow_at(page: Page, width: int) -> list[str]:
    """Say by how much the page is wider than a window of so many CSS pixels."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    needed, window = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return [f"scrolls sideways: {needed} px in a window of {window} px"] if needed > window else []


def faint_texts(page: Page, scheme: Scheme) -> list[str]:
    """Name each text whose contrast with its background is below 4.5:1 (large text: 3:1)."""
    page.emulate_media(color_scheme=scheme)
    script = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
    found = page.evaluate(script)
    return [f"contrast {each['ratio']:.2f}:1 of {each['text']!r}" for each in found]
