"""Tiny sites built by MkDocs for real: a finding ends the build, a good site is whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tiny import write_book

PROJECT = Path(__file__).resolve().parent.parent
CONFIG = f"""\
site_name: Tiny
theme: {{name: material, font: false}}
plugins:
  - search
  - macros:
      module_name: macros
      on_undefined: strict
      j2_comment_start_string: "{{##"
      j2_comment_end_string: "##}}"
hooks: [{PROJECT}/macros/site_hooks.py]
watch: [snippets, macros]
exclude_docs: |
  sources/
  parts/
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - pymdownx.superfences
  - pymdownx.highlight: {{pygments_lang_class: true}}
"""
GOOD = (
    "# Good {#good}\n\nA pair is {{ claim('2 bytes', 'size_of::<(u8, u8)>()') }} large.\n\n"
    '{{ snippet("good") }}\n'
)
PROGRAM = '//! Prints.\nfn main() {\n    println!("fine"); //~ prints fine\n}\n'


def write_site(root: Path, pages: dict[str, str], snippets: dict[str, str] | None = None) -> Path:
    write_book(root, pages, {"good.rs": PROGRAM, **(snippets or {})})
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / "macros").symlink_to(PROJECT / "macros")
    return root


def build(root: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", *flags]
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def test_a_good_site_is_built_with_its_evidence(tmp_path: Path) -> None:
    """The page links to its row of evidence, the row back, and evidence.json has the claim."""
    built = build(write_site(tmp_path, {"index.md": GOOD}), "--strict")
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site" / "index.html").read_text()
    evidence = (tmp_path / "site" / "evidence" / "index-page" / "index.html").read_text()
    listed = (tmp_path / "site" / "evidence" / "index.html").read_text()
    entries = json.loads((tmp_path / "site" / "evidence.json").read_text())
    (claim,) = entries["claims"]
    assert f'href="evidence/index-page/#{claim["id"]}"' in page
    assert f'id="c-{claim["id"]}"' in page
    assert f'id="{claim["id"]}"' in evidence
    assert f'href="../../#c-{claim["id"]}"' in evidence
    assert '<a href="index-page/">' in listed
    assert 'data-rows="rows.js"' in listed
    assert claim["measured"] == "2"
    assert claim["verdict"] == "holds"
    assert claim["place"] == "docs/index.md:3:11"
    assert [each["id"] for each in entries["listings"]] == ["good"]
    assert "1 claim, 1 listing: all hold" in built.stderr
    assert not (tmp_path / ".site-being-built").exists()


@pytest.mark.parametrize("flags", [(), ("--strict",), ("-q",), ("--strict", "-q")], ids=str)
def test_findings_end_the_build_whatever_the_flags(tmp_path: Path, flags: tuple[str, ...]) -> None:
    """All findings are printed, the exit code is not 0, and no site is left."""
    wrong = GOOD.replace("2 bytes", "3 bytes") + "\n{{ clam('x', '1') }}\n"
    built = build(write_site(tmp_path, {"index.md": wrong}), *flags)
    assert built.returncode != 0
    assert "the page says 3 bytes, rustc measures 2" in built.stderr
    assert "did you mean `claim`?" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (tmp_path / "site").exists()
    assert not (tmp_path / ".site-being-built").exists()


def test_a_failing_build_takes_the_old_site_away(tmp_path: Path) -> None:
    """A site of an earlier build does not stand there as if it were this one's."""
    root = write_site(tmp_path, {"index.md": GOOD})
    assert build(root).returncode == 0
    (root / "docs" / "index.md").write_text(GOOD.replace("2 bytes", "3 bytes"))
    assert build(root).returncode != 0
    assert not (root / "site").exists()


def test_a_macro_the_scan_did_not_see_is_a_finding(tmp_path: Path) -> None:
    """A call made up while rendering goes unverified, so it ends the build."""
    hidden = '\n{% set words = "2 bytes" %}{{ self and "" }}{{ [size_of][0]("u16") }}\n'
    built = build(write_site(tmp_path, {"index.md": GOOD + hidden}))
    assert built.returncode != 0
    assert "size_of" in built.stderr
    assert not (tmp_path / "site").exists()


def test_braces_and_percent_signs_inside_rust_survive(tmp_path: Path) -> None:
    """Jinja never sees Rust: neither in a fence nor in a snippet."""
    body = 'fn main() {\n    println!("{{}} {{% {{#"); //~ prints {} {% {#\n}\n'
    fence = '```rust\nprintln!("{{}} {{% {{# {}", 1 % 2);\n```\n'
    page = f'{GOOD}\n{fence}\n{{{{ snippet("jinja") }}}}\n'
    built = build(write_site(tmp_path, {"index.md": page}, {"jinja.rs": f"//! Braces.\n{body}"}))
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site" / "index.html").read_text()
    assert html.count("{{}} {{% {{#") == 2
    assert "{} {% {#" in html


def test_output_is_escaped_in_the_page(tmp_path: Path) -> None:
    """A program that prints a terminal's escapes and a script shows them as text."""
    lines = ('println!("\\x1b[31mred");', 'println!("<script>alert(1)</script>");')
    body = "fn main() {\n    " + "\n    ".join(lines) + "\n}\n"
    page = f'{GOOD}\n{{{{ snippet("hostile") }}}}\n'
    root = write_site(tmp_path, {"index.md": page}, {"hostile.rs": f"//! Hostile.\n{body}"})
    built = build(root)
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site" / "index.html").read_text()
    assert "\x1b" not in html
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_an_included_file_is_verified_and_shown(tmp_path: Path) -> None:
    """A claim in an included file is judged at its own place and rendered in the page."""
    part = "A byte is {{ claim('1 byte', 'size_of::<u8>()') }}.\n"
    page = GOOD + '\n{% include "parts/byte.md" %}\n'
    root = write_site(tmp_path, {"index.md": page, "parts/byte.md": part})
    built = build(root)
    assert built.returncode == 0, built.stderr
    assert ">1 byte</a>" in (root / "site" / "index.html").read_text()
    (root / "docs" / "parts" / "byte.md").write_text(part.replace("1 byte", "2 bytes"))
    built = build(root)
    assert "--> docs/parts/byte.md:1:11" in built.stderr


def test_a_claim_in_a_comment_does_not_count(tmp_path: Path) -> None:
    """An HTML comment is neither verified nor rendered by Jinja."""
    page = GOOD + "\n<!-- {{ claim('9 bytes', 'size_of::<u8>()') }} -->\n"
    built = build(write_site(tmp_path, {"index.md": page}))
    assert built.returncode == 0, built.stderr
    assert "1 claim, 1 listing: all hold" in built.stderr


def test_listings_inside_lists_and_admonitions_keep_their_place(tmp_path: Path) -> None:
    """A listing in an indented block is rendered inside that block."""
    page = (
        f'{GOOD}\n!!! note "N"\n\n    {{{{ snippet("good", title="Inside") }}}}\n\n'
        "- item\n\n    ```rust\n    let n = 1;\n    assert_eq!(n, 1);\n    ```\n"
    )
    built = build(write_site(tmp_path, {"index.md": page}))
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site" / "index.html").read_text()
    note = html.split('class="admonition note"')[1].split("<ul>")[0]
    item = html.split("<li>\n<p>item</p>")[1].split("</li>")[0]
    assert 'class="filename">Inside<' in note
    assert 'class="language-rust' in note
    assert 'class="language-rust' in item
    assert "```" not in html


@pytest.mark.parametrize(
    "page",
    [
        '{% filter replace("2", "9") %}CLAIM{% endfilter %}',
        '{% set text %}CLAIM{% endset %}{{ text | replace("2", "9") }}',
        "{% filter upper %}CLAIM{% endfilter %}",
    ],
)
def test_a_verified_claim_cannot_be_changed_by_jinja(tmp_path: Path, page: str) -> None:
    """A filter around a claim would show another number than was verified: the build ends."""
    claim = "{{ claim('2 bytes', 'size_of::<(u8, u8)>()') }}"
    root = write_site(tmp_path, {"index.md": GOOD, "q.md": f"{page.replace('CLAIM', claim)}\n"})
    built = build(root)
    assert built.returncode != 0
    assert "was changed after it was rendered\n --> docs/q.md:1:1\n" in built.stderr
    assert "docs/index.md" not in built.stderr
    assert not (root / "site").exists()


def test_listings_need_no_blank_lines_around_them(tmp_path: Path) -> None:
    """Text right behind a listing, also in a quote or a list, stays out of its status line."""
    fence = "{0}```rust\n{0}let _n = 1;\n{0}```\n{0}behind\n"
    blocks = (fence.format(""), fence.format("> "), "- item\n", fence.format("    "))
    page = "\n".join((f"{GOOD}behind\n", *blocks))
    built = build(write_site(tmp_path, {"index.md": page}))
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site" / "index.html").read_text()
    assert html.count('class="listing__status"') == 4
    assert html.count("<p>behind</p>") == 4
    assert "{ .listing" not in html


def test_two_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    """Each build that ends with 0 leaves a site with every page in it."""
    pages = {"index.md": GOOD, **{f"p{number}.md": GOOD for number in range(15)}}
    root = write_site(tmp_path, pages)
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    both = [subprocess.Popen(command, cwd=root, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert all((root / "site" / f"p{number}" / "index.html").exists() for number in range(15))
    assert (root / "site" / "evidence.json").exists()
    assert not (root / ".site-being-built").exists()
