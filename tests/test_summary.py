"""The summary page of a step: all findings as Markdown, whatever their text and their number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.model import Finding, Place, State, Verdict
from macros.report import Report
from macros.report.summary import LIMIT_BYTES, render_summary
from tests.findings import CASES
from tests.made import PAGE, TOOLCHAIN
from tests.tiny import check, write_book

ADDRESS = "https://git.example/a/b/blob/abc"


def many(number: int, message: str = "the page says 9 bytes, rustc measures 12") -> Report:
    places = [Place(PAGE, line, 1, line, 2) for line in range(1, number + 1)]
    return Report(findings=tuple(Finding("value", place, message) for place in places))


def test_a_finding_stands_as_in_the_terminal_below_its_links() -> None:
    """One link to what the code means, one to the line."""
    case = CASES["value"]
    text = render_summary(
        Report(findings=case.findings, toolchain=TOOLCHAIN, sources=case.sources), ADDRESS
    )
    golden = (Path(__file__).parent / "golden" / "value.txt").read_text().rstrip()
    assert text == (
        "## The book disagrees with the compiler\n\n"
        "0 claims, 0 listings: 1 finding in docs/sizes.md · "
        "rustc 1.95.0, x86\\_64-unknown-linux-gnu · 0 compiler calls · 0.0 s\n\n"
        "### `docs/sizes.md`\n\n"
        f"[`value`]({ADDRESS}/docs/findings.md#value) · "
        f"[`docs/sizes.md:42:14`]({ADDRESS}/docs/sizes.md?plain=1#L42)\n\n"
        f"```text\n{golden}\n```\n"
    )


def test_a_book_that_holds_is_one_line() -> None:
    """With the counts and the compiler."""
    report = Report((Verdict("a", "value", Place(PAGE, 1, 1, 1, 2), State.HOLDS),))
    assert render_summary(report).startswith("## The book holds\n\n1 claim, 0 listings: all hold")


def test_a_check_that_was_not_done_does_not_read_as_one_that_was() -> None:
    """Its title says so; what stands in no file comes under the tools."""
    text = render_summary(Report(findings=CASES["tool"].findings, sources=CASES["tool"].sources))
    assert text.startswith("## The book could not be checked\n")
    assert "### The tools\n\n`tool`\n\n```text\nerror[tool]: `rustc` was not found\n```" in text


def test_more_findings_than_annotations_are_all_there() -> None:
    """Fifty of them, each whole."""
    text = render_summary(many(50))
    assert re.findall(r"--> docs/sizes\.md:(\d+):1", text) == [str(line) for line in range(1, 51)]


def test_what_does_not_fit_is_said_in_a_line_each() -> None:
    """Where even that is too much, the number of those left out is said."""
    report = many(100)
    whole, lines = render_summary(report), render_summary(report, limit=10_000)
    few = render_summary(report, limit=3_000)
    assert len(whole) > 10_000 > len(lines)
    assert lines.count("\n- `value` · `docs/sizes.md:") == 100
    assert len(few.encode()) <= 3_000
    shown = few.count("\n- `value` · ")
    assert 0 < shown < 100
    assert few.endswith(f"\n{100 - shown} findings more stand in the log of this step.")


def test_a_summary_is_never_too_large() -> None:
    """GitHub refuses one of more than 1 MiB as a whole."""
    text = render_summary(many(9_000, "a very long sentence " * 20))
    assert len(text.encode()) <= LIMIT_BYTES
    assert "findings more stand in the log" in text


def test_hostile_text_stays_text() -> None:
    """A fence inside a message, markup in a short line, odd characters in a path."""
    place = Place("docs/a`b c(d).md", 1, 1, 1, 2)
    finding = Finding(
        "value", place, "```\n<script>*x*</script> [a](b) \x1b[2J", None, ("x" * 900,)
    )
    report = Report(findings=(finding,))
    whole = render_summary(report, ADDRESS)
    assert "````text\n" in whole
    assert "\x1b" not in whole
    assert f"[`` docs/a`b c(d).md:1:1 ``]({ADDRESS}/docs/a%60b%20c%28d%29.md?plain=1#L1)" in whole
    assert "\\<script\\>\\*x\\*\\</script\\> \\[a\\](b)" in render_summary(report, limit=1_500)


def test_the_form_github_writes_the_summary_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind what earlier commands of the step have written; other forms leave it alone."""
    book = write_book(tmp_path / "book", {"a.md": "{{ claim('3 bytes', 'size_of::<u16>()') }}\n"})
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    check(book, "--format", "json")
    assert summary.read_text() == "before\n"
    assert check(book, "--format", "github").code == 1
    assert summary.read_text().startswith("before\n## The book disagrees with the compiler\n")
    assert "error[value]: the page says 3 bytes, rustc measures 2" in summary.read_text()
