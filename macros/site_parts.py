"""What the doorway does besides what MkDocs asks of it, without MkDocs itself.

Imported when it is needed: in a live preview, an edit of these lines counts from the next build on.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from os import environ
from pathlib import Path
from typing import Any

from macros.build import cache_of
from macros.explanations import explain_codes
from macros.model import Finding
from macros.render.includes import NumberedLoader
from macros.render.site import Site
from macros.report.text import render_report
from macros.report.text import wants_colour as decide


def number_included_files(env: Any, site: Site, docs: str) -> None:
    """Let mkdocs-macros read the files that pages include as the scan saw them."""
    env.loader = NumberedLoader(lambda name: site.rewritten(f"{docs}/{name}"))


def wants_colour() -> bool:
    return decide(sys.stderr.isatty(), environ)


def explain(codes: Sequence[str], site: Site, root: Path) -> Mapping[str, str]:
    """Return what rustc says of error codes. Raises Trouble where it fails."""
    toolchain = site.report.toolchain
    return explain_codes(codes, toolchain, cache_of(root)) if toolchain else {}


def first_words(markdown: str) -> str:
    """Return the message that mkdocs-macros writes above its traceback, without its markup."""
    words = markdown.partition("```")[0].split("`")[-1]
    return " ".join(words.replace("*", "").replace("_", "").split())


def render_late(late: Iterable[Finding], site: Site) -> str:
    """Return what only rendering could show, each once; nothing where there is nothing."""
    found = tuple(dict.fromkeys(late))
    return render_report(found, site.report.sources, colour=False) if found else ""


def replace_folder(built: Path, final: Path) -> None:
    shutil.rmtree(final, ignore_errors=True)
    built.replace(final)
