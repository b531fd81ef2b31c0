"""Promise: the record of timings is of these programs, of late, and quiet enough to argue from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checks.conftest import fail_with
from checks.timed_again import far_orders, measure_again
from macros.model import Finding
from macros.render.site import Site
from macros.timing_rules import RULES, find_faults
from macros.timings import TimingRecord


@pytest.fixture(scope="session")
def timings(site: Site) -> TimingRecord:
    """The record of the book; a book without one promises nothing about time."""
    found = site.verification.asked.timings.timings.record
    if found is None:
        pytest.fail("there is no record of timings that can be read", pytrace=False)
    return found


@pytest.fixture(scope="session")
def faults(site: Site, timings: TimingRecord) -> Mapping[str, tuple[Finding, ...]]:
    """What is wrong with the record, by the rule that it breaks."""
    found = site.verification
    used = found.asked.timings.used_rows(found.claims.claims)
    toolchain = found.report.toolchain
    today = datetime.now(UTC).date()
    faults = find_faults(timings, found.book.snippets, used, toolchain, today)
    by_rule: dict[str, tuple[Finding, ...]] = defaultdict(tuple)
    for rule, fault in faults:
        by_rule[rule] += (fault,)
    assert set(by_rule) <= set(RULES)
    return by_rule


@pytest.mark.parametrize("rule", RULES)
def test_record_keeps_the_rule(
    rule: str, faults: Mapping[str, tuple[Finding, ...]], site: Site
) -> None:
    """Age, compiler, programs, rows that are used, samples and spreads, nothing below nothing."""
    fail_with(faults.get(rule, ()), site)


def test_orders_still_stand(site: Site, timings: TimingRecord, tmp_path: Path) -> None:
    """Orders that lie far apart in the record do so now, too."""
    found = site.verification
    toolchain = found.report.toolchain
    assert toolchain is not None
    orders = far_orders(timings, found.claims.claims)
    assert orders, "no claim states an order that is wide enough to be tried"
    fail_with(tuple(measure_again(orders, found.book.snippets, toolchain, tmp_path)), site)
