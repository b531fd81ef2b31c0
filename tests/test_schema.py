"""The JSON report keeps to its committed schema, and the schema refuses what is none."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from macros.model import Answer, State, Verdict
from macros.report import Report
from macros.report.machine import render_json
from tests.findings import CASES
from tests.made import TOOLCHAIN, judged
from tests.tiny import check, write_book

SCHEMA = json.loads(
    (Path(__file__).resolve().parent.parent / "macros" / "report" / "schema.json").read_text()
)
VALIDATE = fastjsonschema.compile(SCHEMA)
REFUTED = judged('It takes {{ claim("9 bytes", "f()") }}.', Answer(12))
SAMPLE: dict[str, Any] = json.loads(render_json(Report((REFUTED,), toolchain=TOOLCHAIN)))


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_finding_keeps_to_the_schema(name: str) -> None:
    """As a loose finding and as that of a verdict, with a compiler and without one."""
    findings = CASES[name].findings
    verdict = Verdict("a", "value", findings[0].place, State.REFUTED, findings=findings)
    VALIDATE(json.loads(render_json(Report((verdict,), findings, TOOLCHAIN))))
    VALIDATE(json.loads(render_json(Report((verdict,), findings))))


def test_a_real_report_keeps_to_the_schema(tmp_path: Path) -> None:
    """A claim that holds, one that is refuted, a listing, and a page that cannot be read."""
    page = (
        "{{ claim('2 bytes', 'size_of::<u16>()') }} {{ claim('3 bytes', 'size_of::<u16>()') }}\n\n"
        "```rust\nlet _two = 2;\n```\n\n{{ clam('2 bytes') }}\n"
    )
    checked = check(write_book(tmp_path, {"page.md": page}), "--format", "json")
    report = json.loads(checked.text)
    VALIDATE(report)
    assert [entry["kind"] for entry in report["verdicts"]] == ["value", "value", "listing", "macro"]


def without(*path: str | int) -> Callable[[Any], None]:
    def remove(report: Any) -> None:
        *parents, last = path
        for step in parents:
            report = report[step]
        del report[last]

    return remove


def with_value(value: object, *path: str | int) -> Callable[[Any], None]:
    def put(report: Any) -> None:
        *parents, last = path
        for step in parents:
            report = report[step]
        report[last] = value

    return put


@pytest.mark.parametrize(
    "damage",
    [
        without("summary"),
        without("toolchains", 0, "identity"),
        without("summary", "exit_code"),
        without("verdicts", 0, "unit"),
        without("verdicts", 0, "findings", 0, "notes"),
        with_value(3, "summary", "exit_code"),
        with_value(-1, "summary", "claims"),
        with_value(0, "verdicts", 0, "line"),
        with_value("12", "verdicts", 0, "column"),
        with_value("fine", "verdicts", 0, "verdict"),
        with_value("2020", "verdicts", 0, "edition"),
        with_value("No Code", "verdicts", 0, "findings", 0, "code"),
        with_value("more", "verdicts", 0, "extra"),
    ],
)
def test_the_schema_refuses_what_is_no_report(damage: Callable[[Any], None]) -> None:
    """A field that is missing, of another type, outside of its values, or unknown."""
    report = copy.deepcopy(SAMPLE)
    VALIDATE(report)
    damage(report)
    with pytest.raises(fastjsonschema.JsonSchemaException):
        VALIDATE(report)


def test_every_field_is_required() -> None:
    """A reader can rely on each: nothing in the schema is optional."""
    objects = [SCHEMA, *SCHEMA["definitions"].values()]
    for each in objects:
        assert sorted(each.get("properties", {})) == sorted(each.get("required", []))
        assert each.get("additionalProperties", False) is False
