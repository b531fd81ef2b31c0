"""Hooks of pytest that let no promise be kept by saying nothing.

A file of promises without a test fails, and so does a test that is skipped, or expected to fail,
without a reason.
"""

from __future__ import annotations

import re
from collections.abc import Generator

import pytest

NO_REASON = re.compile(r"Skipped(: *(unconditional skip|condition: .*)?)?")
"""What pytest itself writes where no reason is given."""


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a file of promises that holds no test, or is skipped as a whole without a reason."""
    report = yield
    if isinstance(collector, pytest.Module):
        if report.passed and not report.result:
            _refuse(report, f"{collector.nodeid} promises nothing: it holds no test")
        elif report.skipped and not _reason_of(report):
            _refuse(report, f"{collector.nodeid} is skipped as a whole and gives no reason")
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that is skipped, or expected to fail, and gives no reason."""
    report = yield
    expected = getattr(report, "wasxfail", None)
    if report.skipped and not (_reason_of(report) if expected is None else expected.strip()):
        what = "is skipped" if expected is None else "is expected to fail"
        if expected is not None:
            del report.wasxfail
        _refuse(report, f"{item.nodeid} {what} and gives no reason")
    return report


def _reason_of(report: pytest.CollectReport | pytest.TestReport) -> str:
    """The words `Skipped: REASON`, empty where there is no reason."""
    text = report.longrepr[-1] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return "" if NO_REASON.fullmatch(text.strip()) else text


def _refuse(report: pytest.CollectReport | pytest.TestReport, message: str) -> None:
    report.outcome = "failed"
    report.longrepr = message
