"""Which tests one process runs in a row, and which come first.

A file stays together, because its tests share what is made for the first of them. What a browser
sees of a page serves several promises, so that a page stays together. Of some files each test is
dealt out by itself: they share nothing and take long.
"""

from __future__ import annotations

import re
from typing import Any, Final

from xdist.scheduler import LoadScopeScheduling

LOOKS: Final = re.compile(
    r"checks/test_pages_(?:are_accessible|fit|need_no_network)\.py::\w+\[(?P<page>.+?\.html)"
)
ALONE: Final = frozenset({"tests/test_findings_page.py", "tests/test_site_build.py"})
FIRST: Final = (
    "checks/test_built_site_is_reproducible.py",
    "tests/test_promises.py",
)
"""What takes longest, so that no process is left with it while the others have nothing to do. A
file that is not named here is only run later."""


def scope_of(test: str) -> str:
    """Return the name of what a test is run together with."""
    if look := LOOKS.match(test):
        return look["page"]
    file = test.partition("::")[0]
    return test if file in ALONE else file


def rank_of(scope: str) -> int:
    return FIRST.index(scope) if scope in FIRST else len(FIRST)


class Scheduling(LoadScopeScheduling):  # type: ignore[misc]
    """Deals out what `scope_of` puts together, the longest first."""

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)

    def _assign_work_unit(self, node: Any) -> None:
        self.workqueue.move_to_end(min(self.workqueue, key=rank_of), last=False)
        super()._assign_work_unit(node)
