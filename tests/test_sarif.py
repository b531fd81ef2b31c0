"""A report as SARIF: what the published schema of 2.1.0 asks for, and what its readers need."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.model import Finding, Place
from macros.report import Report
from macros.report.codes import CODES
from macros.report.sarif import render_sarif
from tests.findings import CASES
from tests.made import PAGE, TOOLCHAIN
from tests.tiny import check, write_book

LEVELS = ("none", "note", "warning", "error")
ADDRESS = re.compile(r"[A-Za-z0-9\-._~/%]+")
"""A relative address as RFC 3986 writes it: everything else is percent-encoded."""


def parsed(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_sarif(report))
    return found


def run_of(log: dict[str, Any]) -> dict[str, Any]:
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


# The structure --------------------------------------------------------------------------


def assert_valid(log: dict[str, Any]) -> None:
    """The properties that the schema requires, their types and their limits."""
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        assert driver["name"]
        descriptors = [*driver["rules"], *driver["notifications"]]
        ids = [each["id"] for each in descriptors]
        assert len(ids) == len(set(ids))
        for each in descriptors:
            assert_message(each["shortDescription"])
            assert_message(each["help"])
            assert each["defaultConfiguration"]["level"] in LEVELS
        assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
        assert_results(run, {each["id"] for each in driver["rules"]})
        assert_invocations(run, {each["id"] for each in driver["notifications"]})


def assert_results(run: dict[str, Any], rules: set[str]) -> None:
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in LEVELS
        assert_message(result["message"])
        assert result["locations"], "code scanning refuses a result without a location"
        assert_locations(result["locations"], run)


def assert_invocations(run: dict[str, Any], known: set[str]) -> None:
    for invocation in run["invocations"]:
        assert isinstance(invocation["executionSuccessful"], bool)
        assert isinstance(invocation["exitCode"], int)
        for notification in invocation["toolExecutionNotifications"]:
            assert notification["descriptor"]["id"] in known
            assert_message(notification["message"])
            assert_locations(notification["locations"], run)


def assert_locations(locations: list[dict[str, Any]], run: dict[str, Any]) -> None:
    for location in locations:
        physical = location["physicalLocation"]
        artifact, region = physical["artifactLocation"], physical["region"]
        assert ADDRESS.fullmatch(artifact["uri"]), artifact
        assert not artifact["uri"].startswith("/")
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]
        start = (region["startLine"], region["startColumn"])
        assert all(isinstance(each, int) and each >= 1 for each in region.values())
        assert start <= (region["endLine"], region["endColumn"])


def assert_message(message: dict[str, str]) -> None:
    """A text in which every brace is doubled: a single one begins a placeholder."""
    text = message["text"]
    assert text
    assert not set("{}") & set(text.replace("{{", "").replace("}}", ""))


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_finding_is_valid(name: str) -> None:
    """With a compiler and without one."""
    assert_valid(parsed(Report(findings=CASES[name].findings, toolchain=TOOLCHAIN)))
    assert_valid(parsed(Report(findings=CASES[name].findings)))


def without_rule(log: dict[str, Any]) -> None:
    log["runs"][0]["tool"]["driver"]["rules"].clear()


def with_line_zero(log: dict[str, Any]) -> None:
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    location["region"]["startLine"] = 0


def with_odd_address(log: dict[str, Any]) -> None:
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    location["artifactLocation"]["uri"] = "docs/two words.md"


@pytest.mark.parametrize("damage", [without_rule, with_line_zero, with_odd_address])
def test_what_is_not_valid_is_noticed(damage: Any) -> None:
    """The checks above can fail."""
    log = parsed(Report(findings=CASES["value"].findings))
    damage(log)
    with pytest.raises(AssertionError):
        assert_valid(log)


# What it says ---------------------------------------------------------------------------


def test_a_result_marks_the_words_and_carries_its_notes() -> None:
    """The region is that of the underlined characters, its end exclusive."""
    run = run_of(parsed(Report(findings=CASES["value"].findings, toolchain=TOOLCHAIN)))
    (result,) = run["results"]
    assert result["ruleId"] == "value"
    assert result["message"]["text"].split("\n")[0] == "the page says 9 bytes, rustc measures 12"
    assert (
        "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42"
        in result["message"]["text"]
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "docs/sizes.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 42, "startColumn": 24, "endLine": 42, "endColumn": 31},
            }
        }
    ]
    assert run["tool"]["extensions"] == [{"name": "rustc", "version": "1.95.0"}]


def test_every_code_is_a_rule_with_its_page() -> None:
    """Also those without a result, so that a closed finding keeps its description."""
    driver = run_of(parsed(Report()))["tool"]["driver"]
    described = {each["id"]: each for each in (*driver["rules"], *driver["notifications"])}
    assert set(described) - set(CODES) == {"not-checked-here"}
    assert set(CODES) <= set(described)
    assert described["value"] == {
        "id": "value",
        "shortDescription": {"text": CODES["value"]},
        "help": {"text": "docs/findings.md#value has an example, and what to do."},
        "defaultConfiguration": {"level": "error"},
    }


def test_a_check_that_was_not_done_is_no_result() -> None:
    """It is a notification of a run that was not successful, with its place where it has one."""
    run = run_of(parsed(Report(findings=CASES["tool"].findings)))
    (invocation,) = run["invocations"]
    assert run["results"] == []
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert [
        (each["message"]["text"].split("\n")[0], len(each["locations"]))
        for each in invocation["toolExecutionNotifications"]
    ] == [
        ("`rustc` was not found", 0),
        ("this claim could not be checked: rustc does not answer", 1),
    ]


def test_nothing_is_lost_between_the_forms() -> None:
    """Results and notifications together are all findings."""
    findings = tuple(one for case in CASES.values() for one in case.findings)
    report = Report(findings=findings)
    run = run_of(parsed(report))
    (invocation,) = run["invocations"]
    told = len(run["results"]) + len(invocation["toolExecutionNotifications"])
    assert told == len(report.all_findings)


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("docs/a b:ü.md", {"uri": "docs/a%20b%3A%C3%BC.md", "uriBaseId": "%SRCROOT%"}),
        ("../other/a.md", {"uri": "../other/a.md", "uriBaseId": "%SRCROOT%"}),
        ("/books/a b.md", {"uri": "file:///books/a%20b.md"}),
    ],
)
def test_paths_are_addresses(path: str, artifact: dict[str, str]) -> None:
    """Relative to the root where the file can be reached from there."""
    finding = Finding("value", Place(path, 1, 1, 1, 2), "9, not 12")
    (result,) = run_of(parsed(Report(findings=(finding,))))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


def test_a_programs_own_text_does_nothing() -> None:
    """Control characters are written out, braces doubled; the file is plain ASCII."""
    finding = Finding("value", Place(PAGE, 1, 1, 1, 2), "a \x1b[2J {0} b", None, ("c\td",))
    text = render_sarif(Report(findings=(finding,)))
    (result,) = run_of(json.loads(text))["results"]
    assert result["message"]["text"] == "a \\u{{1b}}[2J {{0}} b\nc    d"
    assert text.isascii()


def test_a_real_book_is_written_to_a_file(tmp_path: Path) -> None:
    """`--format sarif --output FILE`, with the exit code of any other form."""
    book = write_book(tmp_path, {"a.md": "{{ claim('3 bytes', 'size_of::<u16>()') }}\n{{ x }}\n"})
    checked = check(book, "--format", "sarif", "--output", tmp_path / "out.sarif")
    log = json.loads((tmp_path / "out.sarif").read_text())
    assert (checked.code, checked.text) == (1, "")
    assert_valid(log)
    assert [each["ruleId"] for each in run_of(log)["results"]] == ["value", "macro"]
