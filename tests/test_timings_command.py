"""What `make timings` does: pyperf asks the programs, and its samples become the record."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyperf
import pytest

from macros.model import Trouble
from macros.rust.timed import build_timed
from macros.rust.toolchain import find_toolchain
from macros.timed_program import hash_of
from macros.timing_text import read_record
from macros.timings import TimedRow
from tests.made import TOOLCHAIN
from tests.timed import PLACES, RECORD, listing_of_places, row, write_timed_book
from tests.timings import __main__ as command
from tests.timings.machine import cpu_model, kernel
from tests.timings.measured import read_suite, record_of, row_of
from tests.tiny import write_book


def test_pyperf_takes_samples_of_a_program(tmp_path: Path) -> None:
    """In processes of its own, after warming up; a second round adds to the first."""
    program = build_timed(listing_of_places(), find_toolchain("rustc"), tmp_path)
    suite = tmp_path / "suite.json"
    command.run_pyperf([f"{program}:array"], suite)
    once = read_suite(suite).get_benchmark("array").get_nvalue()
    command.run_pyperf([f"{program}:array"], suite)
    bench = read_suite(suite).get_benchmark("array")
    assert (once, bench.get_nvalue()) == (20, 40)
    assert 0 < bench.median() < 1e-3


def test_pyperf_that_fails_is_trouble(tmp_path: Path) -> None:
    """Nothing is written then."""
    with pytest.raises(Trouble, match="pyperf could not time the rows"):
        command.run_pyperf([f"{tmp_path / 'nowhere'}:array"], tmp_path / "suite.json")
    assert not (tmp_path / "suite.json").exists()


def test_samples_become_a_row() -> None:
    """Median, median deviation and percentiles, in nanoseconds."""
    values = [number * 1e-9 for number in range(1, 22)]
    bench = pyperf.Benchmark([pyperf.Run(values, metadata={"name": "vec", "loops": 64})])
    listing = listing_of_places()
    assert row_of(bench, listing) == TimedRow(
        "vec", "places", hash_of(listing), 11.0, 5.0, 2.0, 20.0, 21, 64
    )


def test_the_record_names_the_machine_and_nobody() -> None:
    """Processor and kernel; what stands behind the version of a kernel may be a host's name."""
    record = record_of({}, TOOLCHAIN, date(2026, 5, 1))
    assert (record.date, record.flags, record.target) == ("2026-05-01", "-O", TOOLCHAIN.host)
    assert record.method == f"pyperf {pyperf.__version__}"
    assert re.fullmatch(r"\w+ [\d.]+", kernel())
    assert cpu_model("processor : 0\nmodel name\t: A  processor @ 3 GHz\n") == "A processor @ 3 GHz"
    assert cpu_model("") != ""


def test_a_quiet_record_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And read again as it was."""
    root = write_timed_book(tmp_path, RECORD)
    made = replace(RECORD, rows={"nothing": row("nothing", 1.0)})
    monkeypatch.setattr(command, "measure", lambda *_: made)
    assert command.main(["--root", str(root)]) == 0
    text = (root / "docs" / "timings.json").read_text(encoding="utf-8")
    assert read_record("docs/timings.json", text) == made
    assert "1 rows in 0 s, written to docs/timings.json" in capsys.readouterr().out


def test_a_noisy_record_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands there stays, and the rows that were disturbed are named."""
    root = write_timed_book(tmp_path, RECORD)
    before = (root / "docs" / "timings.json").read_text(encoding="utf-8")
    noisy = replace(row("vec", 4.0), mad=3.0)
    made = replace(RECORD, rows={"nothing": row("nothing", 1.0), "vec": noisy})
    monkeypatch.setattr(command, "measure", lambda *_: made)
    assert command.main(["--root", str(root)]) == 1
    assert (root / "docs" / "timings.json").read_text(encoding="utf-8") == before
    said = capsys.readouterr().out
    assert "error[timings]: the spread of the row `vec` is too wide to say anything" in said
    assert "docs/timings.json is left as it was" in said


def test_disturbed_rows_are_timed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those, until they are quiet or the tries are used up."""
    asked: list[list[str]] = []
    noisy = {"array": 1, "vec": 9}

    def rows_in(_suite: object, rows: dict[str, object]) -> dict[str, TimedRow]:
        found = {}
        for name in rows:
            noisy[name] -= 1
            found[name] = replace(row(name, 4.0), mad=3.0 if noisy[name] >= 0 else 0.1)
        return found

    def run_pyperf(rows: list[str], _output: Path) -> None:
        asked.append([each.rpartition(":")[2] for each in rows])

    monkeypatch.setattr(command, "run_pyperf", run_pyperf)
    monkeypatch.setattr(command, "read_suite", lambda _path: None)
    monkeypatch.setattr(command, "rows_in", rows_in)
    monkeypatch.setattr(command, "ROUNDS", 1)
    listing = listing_of_places()
    rows = {"array": listing, "vec": listing}
    measured = command.time_until_quiet(rows, {"places": tmp_path}, tmp_path)
    assert asked == [["array", "vec"], ["array", "vec"], ["vec"], ["vec"]]
    assert (measured["array"].mad, measured["vec"].mad) == (0.1, 3.0)


def test_a_book_without_timed_functions_is_trouble(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, with what to write."""
    root = write_book(
        tmp_path, {"page.md": "# Page\n"}, {"a.rs": PLACES.replace("//@ timed", "//")}
    )
    assert command.main(["--root", str(root)]) == 2
    assert "error[tool]: no snippet has a `//@ timed:` line" in capsys.readouterr().err
