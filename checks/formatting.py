"""Snippets → what rustfmt would write differently: one call an edition, for all of them."""

from __future__ import annotations

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from macros.model import Finding, Language, Listing
from macros.report import say_site
from macros.rust.processes import run_process
from macros.snippets import without_edition

DIFFERENCE = re.compile(r"^Diff in (?P<path>.+?):(?P<line>\d+):\n", re.MULTILINE)
REFUSAL = re.compile(r"^error.*?\n +--> (?P<path>.+?):(?P<line>\d+):", re.MULTILINE | re.DOTALL)
PATIENCE = 60
"""Seconds that rustfmt may take for one edition."""


def find_unformatted(snippets: Iterable[Listing], root: Path) -> Mapping[str, tuple[Finding, ...]]:
    """Return the findings of each Rust snippet that is not as rustfmt writes it in its edition.

    Raises Trouble where there is no rustfmt.
    """
    by_edition: dict[str, list[Listing]] = defaultdict(list)
    for each in snippets:
        if each.language is not Language.RUST or each.name != without_edition(each.name):
            continue  # no Rust, or the same file in another edition
        by_edition[each.directives.edition].append(each)
    found: dict[str, tuple[Finding, ...]] = {}
    for edition, listings in by_edition.items():
        found |= _compare(edition, listings, root)
    return found


def _compare(
    edition: str, listings: Sequence[Listing], root: Path
) -> Mapping[str, tuple[Finding, ...]]:
    by_path = {str((root / each.place.path).resolve()): each for each in listings}
    text = _ask(edition, list(by_path), root)
    pieces = [*DIFFERENCE.finditer(text), *REFUSAL.finditer(text)]
    ends = sorted([each.start() for each in pieces] + [len(text)])
    found: dict[str, tuple[Finding, ...]] = {}
    for piece in pieces:
        listing = by_path.get(str(Path(piece["path"]).resolve()))
        if listing is not None:
            until = next(end for end in ends if end > piece.start())
            said = text[piece.end() : until] if piece.re is DIFFERENCE else piece[0]
            finding = say_site.not_formatted(listing, int(piece["line"]), said)
            found[listing.name] = (*found.get(listing.name, ()), finding)
    return found


def _ask(edition: str, paths: Sequence[str], root: Path) -> str:
    rustfmt = shutil.which("rustfmt")
    if rustfmt is None:
        raise say_site.no_rustfmt()
    options = ("--check", "--color", "never", "--edition", edition)
    command = (rustfmt, *options, *paths)
    done = run_process(command, cwd=root, env=os.environ, timeout=PATIENCE)
    text = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.code and not DIFFERENCE.search(text) and not REFUSAL.search(text):
        raise say_site.rustfmt_failed(text)
    return text
