"""Promise: every snippet is formatted, has a title, and has no warning that it does not expect."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from checks.conftest import fail_with
from checks.formatting import find_unformatted
from macros.model import Finding, Language, Listing
from macros.render.site import Site

WARNINGS = frozenset({"unexpected-warning", "expected-warning"})


@pytest.fixture(scope="session")
def unformatted(site: Site, book: Path) -> Mapping[str, tuple[Finding, ...]]:
    return find_unformatted(site.verification.book.snippets.values(), book)


def test_snippet_is_formatted(
    snippet: Listing, unformatted: Mapping[str, tuple[Finding, ...]], site: Site
) -> None:
    """Rustfmt, in the snippet's own edition, would change nothing."""
    if snippet.language is not Language.RUST:
        pytest.skip("rustfmt writes Rust only")
    fail_with(unformatted.get(snippet.name, ()), site)


def test_snippet_is_without_warning_and_has_a_title(snippet: Listing, site: Site) -> None:
    """It begins with its title, its directives are understood, each warning is expected."""
    found = site.verification
    verdict = found.verdicts[snippet.name]
    warnings = tuple(each for each in verdict.findings if each.code in WARNINGS)
    fail_with((*found.book.snippet_findings.get(snippet.name, ()), *warnings), site)
