"""Promise: every record of sources names evidence that exists and holds, or says why none can."""

from __future__ import annotations

from checks.conftest import fail_with, skip_absent
from macros.model import State
from macros.render.site import Site
from macros.sources import Record


def test_record_is_settled(record: Record, site: Site) -> None:
    """What the record leans on is there, and holds."""
    verdicts = [site.verification.verdicts[each.name] for each in record.evidence]
    settled = (State.HOLDS, State.ABSENT)
    assert all(verdict.state in settled for verdict in verdicts)
    assert verdicts or record.explanation
    for reference in record.evidence:
        skip_absent(reference.name, site)


def test_the_book_has_no_finding(site: Site) -> None:
    """Nothing at all is wrong: no page, snippet or record has a finding."""
    fail_with(site.report.all_findings, site)
    assert site.report.exit_code == 0
