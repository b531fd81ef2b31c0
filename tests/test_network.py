"""What pages, styles and scripts would load from another host."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.building import BuiltPage
from checks.network import find_loads_of_file, find_loads_of_page


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/">a link is no load</a>',
        '<link rel="canonical" href="https://book.example/">',
        '<link rel="stylesheet" href="assets/site.css">',
        '<img src="data:image/png;base64,AAAA">',
        '<form name="search"><input type="text"></form>',
        '<p style="background: url(a.png)">',
        "<style>p { background: url('data:,') }</style>",
        "<p>url(https://example.org/a.png) as text</p>",
    ],
)
def test_page_that_loads_from_here(html: str) -> None:
    """Files of the site, data in the page, and plain links."""
    assert list(find_loads_of_page(BuiltPage("a.html", html))) == []


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<script src="https://x.example/a.js">', "<script src> loads 'https://x.example/a.js'"),
        ('<img srcset="a.png 1x, //x.example/b.png 2x">', "<img srcset> loads"),
        ('<link rel="preconnect" href="https://x.example">', "<link href> loads"),
        ('<link rel="prefetch next" href="https://x.example">', "<link href> loads"),
        ('<svg><use xlink:href="https://x.example/a.svg#b">', "<use xlink:href> loads"),
        ('<form action="https://x.example/">', "<form action> loads"),
        ("<p style=\"background: url('//x.example/a')\">", "a style of <p> loads '//x.example/a'"),
        ("<style>@import 'https://x.example/a.css';</style>", "a style of <style> loads"),
        ('<pre class="mermaid">a --> b</pre>', 'the theme, because of class="mermaid", loads'),
    ],
)
def test_page_that_loads_from_elsewhere(html: str, message: str) -> None:
    """Each way in which a page makes a browser ask another host."""
    (finding,) = find_loads_of_page(BuiltPage("a.html", html))
    assert finding.message.startswith(message)
    assert finding.message.endswith(" from another host")
    assert finding.place.path == "site/a.html"


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("a.css", "p { background: url(https://x.example/a.png) }", 1),
        ("a.css", "/* see https://x.example/ */ p { background: url(a.png) }", 0),
        ("a.js", 'fetch("https://x.example/a.json");', 1),
        ("a.js", "import(`//x.example/a.js`);", 1),
        ("a.js", "// see https://x.example/\nfetch('a.json');", 0),
        ("a.js", 'const name = "http://www.w3.org/2000/svg";', 0),
        ("rows.js", 'var rows = ["https://x.example/"];', 0),
        ("rows.js", 'var rows = ["x"]; fetch("https://x.example/");', 1),
    ],
)
def test_styles_and_scripts(name: str, text: str, count: int, tmp_path: Path) -> None:
    """Comments are no loads, and neither are names that look like addresses."""
    (tmp_path / name).write_text(text)
    found = list(find_loads_of_file(tmp_path / name, f"site/{name}"))
    assert len(found) == count
    assert all(str(one.place).startswith(f"site/{name}:1:") for one in found)
