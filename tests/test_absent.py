"""What needs an optional tool that is missing: no failure, and nowhere counted as checked."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from checks.conftest import skip_absent
from macros.bless.plan import plan_blessing
from macros.book import read_book
from macros.cache import Cache
from macros.explain import explain_place
from macros.guards import all_guards
from macros.model import Absent, Answer, Finding, Missing, Place, Question, State, Tally, Verdict
from macros.options import Options
from macros.plan import ConstantsJob
from macros.render.evidence import write_evidence_json
from macros.render.site import Site
from macros.report import Report, say_absent
from macros.report.github import render_github
from macros.report.machine import render_json
from macros.report.sarif import render_sarif
from macros.report.summary import render_summary
from macros.report.text import summary_line
from macros.rust import perform
from macros.rust.perform import Done
from macros.sources import read_sources
from macros.verify import Verification, verify
from tests.made import TOOLCHAIN
from tests.tiny import write_book

MISSING = Missing("abacus", "apt-get install abacus")
REASON = "abacus is missing; to have it: apt-get install abacus"
PAGE = """# Sums

It takes {{ claim("4 bytes", "size_of::<u32>()", id="size") }}.
It prints {{ claim("three", prints="3", snippet="sums/three", id="three") }}.

{{ snippet("sums/three") }}
"""
SNIPPET = '//! Three.\nfn main() {\n    println!("{}", 1 + 2); //~ prints 3\n}\n'
RECORD = """- id: S0-01
  article: 0
  chapter: "1"
  statement: One and two are three.
  verdict: holds
  evidence:
    - claim: three
"""


class WithoutAbacus(Executor):
    """Programs need an abacus here; constants are four."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
        (job,) = args
        future: Future[Any] = Future()
        if isinstance(job, ConstantsJob):
            done = Done(answers=(Answer(4),) * len(job.questions), tally=Tally(calls=1))
            future.set_result(done)
        else:
            future.set_exception(Absent(MISSING))
        return future


@pytest.fixture
def found(tmp_path: Path) -> Verification:
    root = write_book(tmp_path, {"sums.md": PAGE}, {"sums/three.rs": SNIPPET})
    (root / "docs" / "sources").mkdir()
    (root / "docs" / "sources" / "sums.yml").write_text(RECORD)
    cache = Cache(root / "facts.sqlite3")
    return verify(read_book(root), Options(executor=WithoutAbacus(), cache=cache))


def states(found: Verification) -> dict[str, State]:
    return {name: verdict.state for name, verdict in found.verdicts.items()}


def test_a_missing_tool_is_no_failure_and_no_success(found: Verification) -> None:
    """The claim and its listing name the tool; the rest is checked, and the exit code is 0."""
    assert states(found) == {
        "size": State.HOLDS,
        "three": State.ABSENT,
        "sums/three": State.ABSENT,
    }
    assert [found.verdicts[each].missing for each in ("three", "sums/three")] == [MISSING, MISSING]
    assert (found.report.exit_code, found.report.all_findings) == (0, ())
    assert found.report.absent == {MISSING: 2}


def test_a_verdict_without_its_tool_is_no_excuse() -> None:
    """Not checked here, and nobody says why: exit code 1. A finding elsewhere counts as ever."""
    place = Place("docs/sums.md", 1, 1, 1, 2)
    verdict = Verdict("a", "prints", place, State.ABSENT)
    assert Report((verdict,)).exit_code == 1
    excused = replace(verdict, missing=MISSING)
    assert Report((excused,)).exit_code == 0
    assert Report((excused,), (Finding("value", place, "9, not 12"),)).exit_code == 1


def test_nothing_is_stored_of_what_was_not_checked(found: Verification, tmp_path: Path) -> None:
    """As soon as the tool is there, it is asked."""
    again = verify(found.book, Options(cache=Cache(tmp_path / "facts.sqlite3")))
    assert again.report.tally.hits == 1
    assert set(states(again).values()) == {State.HOLDS}


def test_the_summary_line_counts_it(found: Verification) -> None:
    """`all hold` is not said where something was not checked."""
    line = summary_line(found.report)
    assert line.startswith(
        "2 claims, 1 listing: all others hold · 2 not checked here: abacus is missing · rustc "
    )
    only = Report((found.verdicts["three"],))
    assert summary_line(only).startswith("1 claim, 0 listings: none checked · 1 not checked here")
    assert say_absent.total({MISSING: 2, Missing("lathe", "buy one"): 1}) == (
        "3 not checked here: abacus and lathe are missing"
    )
    assert say_absent.total({}) == ""


def test_the_json_report_names_the_tool(found: Verification) -> None:
    """In the summary and in each verdict, as the schema says."""
    report = json.loads(render_json(found.report))
    schema = Path(__file__).resolve().parent.parent / "macros" / "report" / "schema.json"
    fastjsonschema.compile(json.loads(schema.read_text()))(report)
    assert report["summary"]["not checked here"] == 2
    assert report["summary"]["could not check"] == 0
    told = {
        each["id"]: (each["verdict"], each["missing"], each["message"])
        for each in report["verdicts"]
    }
    assert told["three"] == ("not checked here", "abacus", REASON)
    assert told["size"] == ("holds", "", "")


def test_github_shows_a_notice_for_each_tool(found: Verification) -> None:
    """No error, and one notice however much needs the tool."""
    first, summary = render_github(found.report).split("\n")
    assert first == f"::notice title=not checked here::2 not checked here: {REASON}"
    assert "2 not checked here" in summary
    text = render_summary(found.report)
    assert text.startswith("## What was checked here holds\n")
    assert "2 not checked here: abacus is missing" in text


def test_sarif_has_a_note(found: Verification) -> None:
    """The run was successful, has no results, and tells what it left out."""
    (run,) = json.loads(render_sarif(found.report))["runs"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == f"2 not checked here: {REASON}"
    assert (note["level"], note["descriptor"]["id"]) == ("note", "not-checked-here")
    assert note["descriptor"]["id"] in {
        each["id"] for each in run["tool"]["driver"]["notifications"]
    }
    assert run["invocations"][0]["executionSuccessful"]
    assert run["results"] == []


def test_the_page_says_it_in_grey_words(found: Verification) -> None:
    """Beside the claim and under the listing, never with the mark of what holds."""
    site = Site(found)
    page = [site.render_item("docs/sums.md", each, "evidence.html") for each in range(3)]
    badge = '<span class="absent">not checked here: abacus is missing</span>'
    assert 'class="claim"' in page[0]
    assert "absent" not in page[0]
    assert 'class="claim claim--absent"' in page[1]
    assert badge in page[1]
    assert "apt&#45;get install abacus" in page[1]
    assert f"{badge} · to have it: apt-get install abacus" in page[2]
    assert "Compiles" not in page[2]
    assert "1 claim holds, 1 not checked here" in site.evidence_row("docs/sums.md", "evidence.html")


def test_the_evidence_says_what_is_missing(found: Verification) -> None:
    """On the page and in the file for machines."""
    site = Site(found)
    titles = {"docs/sums.md": "Sums"}
    rows = site.render_evidence("docs/sums.md", lambda path: path, titles)
    index = site.render_evidence_index(lambda path: path, titles, "rows.js")
    assert rows.count(f"not checked here: {REASON}") == 1
    assert index.count(f"not checked here: {REASON}") == 1
    assert "<td>1 holds, 1 not checked here</td>" in index
    entries = json.loads(write_evidence_json(site.evidence()))
    told = [(each["verdict"], each["missing"]) for each in entries["claims"]]
    assert told == [("holds", ""), ("not checked here", "abacus")]
    assert entries["listings"][0]["missing"] == "abacus"


def test_the_sources_say_it_too(found: Verification, tmp_path: Path) -> None:
    """A record is settled by such evidence, and its row says of what kind that is."""
    records, findings = read_sources(tmp_path / "docs", found)
    assert findings == ()
    html = Site(found, records).render_sources(lambda path: path, "evidence.html")
    words = '<span class="absent">settled by evidence not checked here</span>'
    assert f"<strong>holds</strong> {words}</td>" in html


def test_explain_gives_the_reason(found: Verification) -> None:
    """Of a claim and of a snippet."""
    for target in ("docs/sums.md:4", "snippets/sums/three.rs"):
        assert f"not checked here: {REASON}" in (explain_place(target, found) or "")


def test_no_promise_is_kept_by_it(found: Verification) -> None:
    """Its test is skipped with the reason; what was checked is not skipped."""
    site = Site(found)
    with pytest.raises(pytest.skip.Exception, match=f"not checked here: {REASON}"):
        skip_absent("three", site)
    skip_absent("size", site)


def test_there_is_nothing_to_guard_and_nothing_to_correct(found: Verification) -> None:
    """Mutants of it would all survive, and that would say nothing."""
    guards = {guard.name: guard for guard in all_guards(found)}
    assert [len(guards[name].trials) for name in ("three", "sums/three")] == [0, 0]
    assert guards["size"].trials
    assert all(guard.survivors(PAGE) == () for guard in guards.values())
    assert plan_blessing(found).needs == ()


def test_a_job_without_its_tool_is_not_split(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be missing in every part."""
    asked: list[object] = []

    def refuse(job: object) -> None:
        asked.append(job)
        raise say_absent.tool_missing(MISSING.tool, MISSING.install)

    monkeypatch.setattr(perform, "_perform_whole", refuse)
    questions = tuple(Question(str(number), "number") for number in range(4))
    with pytest.raises(Absent):
        perform.perform(ConstantsJob(TOOLCHAIN, "", questions))
    assert len(asked) == 1


def test_it_crosses_processes() -> None:
    """A job may be done in another process."""
    found = pickle.loads(pickle.dumps(Absent(MISSING)))  # noqa: S301 - our own bytes
    assert (found.missing, found.message, found.help) == (
        MISSING,
        "abacus is missing",
        "apt-get install abacus",
    )
