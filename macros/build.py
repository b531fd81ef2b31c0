"""The whole way from a folder to a verified site, for the doorway, the command line and checks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from macros.book import Book, read_book
from macros.cache import Cache
from macros.options import Options
from macros.render.site import Site
from macros.report import Report
from macros.report.text import render_report, summary_line
from macros.rust.toolchain import find_toolchain
from macros.sources import read_sources
from macros.verify import Verification, verify

CACHE_FILE = Path(".cache") / "facts.sqlite3"


def cache_of(root: Path) -> Cache:
    """Return the cache that belongs to a book."""
    return Cache(root / CACHE_FILE)


def verify_book(root: Path, options: Options, docs: str = "docs") -> Site:
    """Verify the whole book under `root` and hold its record of sources against the verdicts.

    Raises Trouble where there is no book.
    """
    found = _verified(lambda: read_book(root, docs=docs), options)
    records, findings = read_sources(root / docs, found)
    report = replace(found.report, findings=(*found.report.findings, *findings))
    return Site(replace(found, report=report), records)


def verify_paths(root: Path, options: Options, paths: Sequence[Path]) -> Verification:
    """Verify some pages or snippets, and what they need. Raises Trouble for a path that is not."""
    return _verified(lambda: read_book(root, paths), options)


def _verified(read: Callable[[], Book], options: Options) -> Verification:
    """Verify the book that `read` gives; the compiler is looked for while it reads."""
    with ThreadPoolExecutor(1) as aside:
        toolchain = aside.submit(find_toolchain, options.rustc)
        return verify(read(), options, toolchain.result)


def report_text(report: Report, colour: bool) -> str:
    """Write all findings and, below them, the summary line."""
    findings = render_report(report.all_findings, report.sources, colour)
    return "\n".join(part for part in (findings, summary_line(report)) if part)
