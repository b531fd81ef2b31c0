"""Promise: the same book gives the same site, byte for byte, wherever and whenever it is built."""

from __future__ import annotations

import shutil
from pathlib import Path

from checks.building import BuiltSite, build_site
from checks.comparing import find_differences
from checks.conftest import fail_with
from macros.render.site import Site

LEFT_OUT = (".*", "site", "tests", "checks", "__pycache__", "*.lock", "bench.json")
ELSEWHERE = {
    "SOURCE_DATE_EPOCH": "1000000000",
    "PYTHONHASHSEED": "12345",
    "TZ": "Asia/Kathmandu",
    "LC_ALL": "C",
    "TMPDIR": "",
}
"""Another day, another order of sets, another time zone, language and temporary folder."""


def test_two_builds_give_the_same_bytes(
    book: Path, built: BuiltSite, site: Site, tmp_path: Path
) -> None:
    """A copy elsewhere, with nothing measured yet, becomes the same site."""
    copy, folder = tmp_path / "a copy" / "of the book", tmp_path / "temporary"
    folder.mkdir()
    shutil.copytree(book, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    said = build_site(copy, tmp_path / "second", **{**ELSEWHERE, "TMPDIR": str(folder)})
    assert not said, f"the copy does not build:\n{said}"
    fail_with(tuple(find_differences(built.folder, tmp_path / "second")), site)
