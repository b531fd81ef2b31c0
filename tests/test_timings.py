"""The record of timings: its file, its programs, its rules, and what pages show of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.cache import Cache
from macros.guards import guard_of_claim, score_of
from macros.model import Finding, Toolchain, Trouble
from macros.options import Options
from macros.render.evidence import write_evidence_json
from macros.render.placed import unwrap_figures
from macros.rust.timed import build_timed, run_timed
from macros.rust.toolchain import find_toolchain
from macros.snippets import parse_snippet
from macros.timed_program import hash_of, stale_rows, timed_program
from macros.timing_rules import RULES, find_faults
from macros.timing_text import read_record, write_record
from macros.timings import TimingRecord
from tests.made import TOOLCHAIN
from tests.promised import keep_promises, show_in_navigation, write_promising_book
from tests.timed import (
    PAGE,
    PLACES,
    RECORD,
    lines_of,
    listing_of_places,
    record_of_places,
    row,
    write_timed_book,
)
from tests.tiny import check, run

REFRESH = "help: `make timings` measures anew and writes docs/timings.json"
TODAY = date(2026, 5, 2)


# The file ---------------------------------------------------------------------------------


def test_a_record_is_written_and_read_again() -> None:
    """A row a line; nothing is lost, and nothing names the machine or its user."""
    text = write_record(RECORD)
    assert read_record("docs/timings.json", text) == RECORD
    assert sum(line.startswith('  "') for line in text.splitlines()) == len(RECORD.rows)
    assert set(json.loads(text)) == {
        "date", "cpu", "kernel", "rustc", "target", "flags", "method", "rows",
    }  # fmt: skip


BROKEN = {
    "{": "it is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 "
    "(char 1)",
    "[" * 200_000: "it is nested too deeply to be read",
    '{"date": "2026-05-01", "date": "2026-05-02"}': "it is not JSON: `date` stands in it twice",
    "[]": "it has to hold exactly date, cpu, kernel, rustc, target, flags, method, rows",
}
CHANGED: dict[str, tuple[str, object]] = {
    "`cpu` is not a text": ("cpu", ""),
    "`date` is not a day such as 2026-01-31": ("date", "yesterday"),
    "`rows` holds no row": ("rows", {}),
    "`A b` is not the name of a function": ("rows", {"A b": {}}),
    "the row `a` has to hold exactly program, sha256, median, mad, p5, p95, samples, loops": (
        "rows",
        {"a": {"median": 1.0}},
    ),
}


@pytest.mark.parametrize("text", BROKEN, ids=[text[:9] for text in BROKEN])
def test_what_is_no_record_is_a_finding(text: str) -> None:
    """With the reason."""
    found = read_record("docs/timings.json", text)
    assert isinstance(found, Finding)
    assert lines_of([found]) == [f"timing: this is no record of timings: {BROKEN[text]}", REFRESH]


@pytest.mark.parametrize("problem", CHANGED)
def test_a_record_with_one_odd_field_is_a_finding(problem: str) -> None:
    """Nothing is filled in."""
    name, value = CHANGED[problem]
    fields = json.loads(write_record(RECORD)) | {name: value}
    found = read_record("docs/timings.json", json.dumps(fields))
    assert isinstance(found, Finding)
    assert found.message == f"this is no record of timings: {problem}"


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("median", "1", "is of the wrong kind"),
        ("samples", 1.5, "is of the wrong kind"),
        ("loops", True, "is of the wrong kind"),
        ("p95", float("nan"), "is no number that was measured"),
        ("p95", int("9" * 400), "is no number that was measured"),
        ("loops", int("9" * 400), "is no number that was measured"),
        ("median", 1e300, "is no number that was measured"),
        ("median", 1e-300, "is no number that was measured"),
    ],
)
def test_a_row_with_an_odd_value_is_a_finding(field: str, value: object, problem: str) -> None:
    """Each field has its kind."""
    fields = json.loads(write_record(RECORD))
    fields["rows"]["rc"][field] = value
    found = read_record("docs/timings.json", json.dumps(fields))
    assert isinstance(found, Finding)
    assert found.message == f"this is no record of timings: `{field}` of the row `rc` {problem}"


IMPOSSIBLE = "has a time that is not above 0, or spreads that are turned"


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"median": 0}, IMPOSSIBLE),
        ({"median": -5.0}, IMPOSSIBLE),
        ({"p5": 9.0, "p95": 1.0}, IMPOSSIBLE),
        ({"loops": 0}, IMPOSSIBLE),
        ({"samples": -3}, "has -3 samples, and 20 are the least"),
    ],
)
def test_a_row_that_cannot_be_is_a_finding(values: dict[str, object], problem: str) -> None:
    """Whoever reads the record holds its rows against the rules, and divides by none."""
    fields = json.loads(write_record(RECORD))
    fields["rows"]["rc"] |= values
    found = read_record("docs/timings.json", json.dumps(fields))
    assert isinstance(found, Finding)
    assert found.message == f"this is no record of timings: the row `rc` {problem}"


def test_a_row_that_stands_twice_is_a_finding() -> None:
    """The last one would count, and nobody would see that."""
    text = write_record(RECORD).replace('  "near"', '  "rc"')
    found = read_record("docs/timings.json", text)
    assert isinstance(found, Finding)
    said = "this is no record of timings: it is not JSON: `rc` stands in it twice"
    assert found.message == said


def test_a_record_of_a_day_to_come_is_a_finding() -> None:
    """In the book, where today is known."""
    text = write_record(RECORD)
    assert read_record("docs/timings.json", text, date(2026, 5, 1)) == RECORD
    found = read_record("docs/timings.json", text, date(2026, 4, 30))
    assert isinstance(found, Finding)
    assert found.message == (
        "this is no record of timings: the record is of 2026-05-01, and today is 2026-04-30"
    )


def test_a_broken_record_breaks_no_command(tmp_path: Path, real_record: TimingRecord) -> None:
    """The finding stands in the report of each, and nothing else goes wrong."""
    root = write_timed_book(tmp_path, real_record)
    path = root / "docs" / "timings.json"
    path.write_text(path.read_text().replace('"median": 2.0', '"median": 0'))
    said = "this is no record of timings: the row `array` has a time that is not above 0"
    assert said in check(root).text
    assert said in check(root, "--numbers").text
    for command in (("explain", "docs/page.md:3"), ("bless", "--dry-run")):
        found = run(*command, "--root", root, "--no-cache")
        assert "Traceback" not in found.text


# The programs -----------------------------------------------------------------------------


def test_a_timed_program_prints_seconds(tmp_path: Path) -> None:
    """Each row by itself; without `before` the functions have no parameter."""
    program = build_timed(listing_of_places(), find_toolchain("rustc"), tmp_path)
    assert 0 < run_timed(program, "array", 1000) < 1
    assert 0 < run_timed(program, "vec", 1000) < 1


def test_a_timed_program_makes_a_state_before(tmp_path: Path) -> None:
    """Every call gets the same one, warm-up included."""
    source = (
        "//! Counts.\n//@ timed: step\npub fn before() -> u64 {\n    7\n}\n\n"
        "pub fn step(count: &mut u64) {\n    *count += 1;\n    assert!(*count <= 41);\n}\n"
    )
    listing, findings = parse_snippet("places", "snippets/places.rs", source)
    assert findings == ()
    assert '"step" => seconds_of(loops, before(), step),' in timed_program(listing)
    program = build_timed(listing, find_toolchain("rustc"), tmp_path)
    run_timed(program, "step", 32)  # 7 + 32 / 16 + 32 = 41
    with pytest.raises(Trouble, match="the program of places step cannot be timed: "):
        run_timed(program, "step", 48)


def test_a_timed_program_that_does_not_compile_is_trouble(tmp_path: Path) -> None:
    """With the compiler's own words."""
    listing = listing_of_places(PLACES.replace("7_u8", '"seven" + 1'))
    with pytest.raises(Trouble) as raised:
        build_timed(listing, find_toolchain("rustc"), tmp_path)
    assert raised.value.message.startswith("the timed program of places does not compile: ")


def test_the_hash_is_of_the_whole_program() -> None:
    """Comments of the margin do not count, code and the list of rows do."""
    one = hash_of(listing_of_places())
    assert hash_of(listing_of_places(PLACES.replace("1_000", "1_001"))) != one
    assert hash_of(listing_of_places(PLACES.replace("array, vec", "vec, array"))) != one
    assert hash_of(listing_of_places(PLACES.replace("An array", "One array"))) == one


def test_stale_rows_are_those_of_changed_programs() -> None:
    """A program that is gone, another one, one that asks for other rows."""
    record = record_of_places("rustc 1.95.0")
    same = {"places": listing_of_places()}
    assert list(stale_rows(record, same)) == []
    assert list(stale_rows(record, {})) == ["nothing", "array", "vec"]
    other = {"places": listing_of_places(PLACES.replace("7_u8", "8_u8"))}
    assert list(stale_rows(record, other)) == ["nothing", "array", "vec"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            PLACES + "\nfn main() {}\n",
            "`timed` stands in a snippet without a main function: the loop is added to it",
        ),
        (
            PLACES.replace("array, vec", "arrow, vec"),
            "`timed` names `arrow`, and there is no `pub fn arrow(` at the root of the snippet",
        ),
        (PLACES.replace("array, vec", "vec, vec"), "`timed` names `vec` twice"),
        (
            PLACES.replace("timed: nothing, array, vec", "timed: array; vec"),
            "`timed` is `array; vec`, not names of functions with commas between: "
            "fill_array, fill_vec",
        ),
        (
            PLACES.replace("timed: nothing, array, vec", "timed:"),
            "`timed` needs names of functions with commas between: fill_array, fill_vec",
        ),
    ],
)
def test_a_list_of_rows_that_cannot_be_timed_is_a_finding(source: str, message: str) -> None:
    """At the directive."""
    _, findings = parse_snippet("places", "snippets/places.rs", source)
    assert [(one.code, one.message) for one in findings] == [("directive", message)]


# The rules --------------------------------------------------------------------------------


def faults(
    record: TimingRecord, toolchain: Toolchain = TOOLCHAIN, today: date = TODAY
) -> list[str]:
    """The rule and the message of each fault, for a book that uses every row but `near`."""
    listings = {"places": listing_of_places()}
    used = {"array", "vec", "rc", "arc"}
    found = list(find_faults(record, listings, used, toolchain, today))
    assert {rule for rule, _ in found} <= set(RULES)
    assert {fault.code for _, fault in found} <= {"timings"}
    return [f"{rule}: {fault.message}" for rule, fault in found]


def fresh() -> TimingRecord:
    return replace(record_of_places("rustc 1.95.0 (59807616e 2026-04-14)"), date="2026-05-01")


def changed(name: str, **values: object) -> TimingRecord:
    record = fresh()
    rows = {**record.rows, name: replace(record.rows[name], **values)}  # type: ignore[arg-type]
    return replace(record, rows=rows)


def test_a_fresh_record_has_no_faults() -> None:
    """Or the tests below would show nothing."""
    assert faults(fresh()) == []


def test_a_record_from_the_future_is_a_fault() -> None:
    assert faults(fresh(), today=date(2026, 4, 30)) == [
        "age: the record is of 2026-05-01, and today is 2026-04-30"
    ]


def test_an_old_record_is_a_fault() -> None:
    """After 400 days."""
    assert faults(fresh(), today=date(2027, 6, 5)) == []
    assert faults(fresh(), today=date(2027, 6, 6)) == [
        "age: the record of 2026-05-01 is 401 days old, and 400 is the most"
    ]


def test_a_record_of_an_older_compiler_is_a_fault() -> None:
    """Four versions may lie between; a newer one says nothing against the record."""
    for release in ("1.99.0", "1.99.0-nightly", "1.85.0"):
        assert faults(fresh(), replace(TOOLCHAIN, release=release)) == []
    assert faults(fresh(), replace(TOOLCHAIN, release="1.100.0")) == [
        "compiler: the record was made with rustc 1.95.0, and the book is checked with 1.100.0"
    ]
    assert len(faults(replace(fresh(), rustc="gcc 12"))) == 1


def test_changed_missing_and_unused_rows_are_faults() -> None:
    """The record has exactly the rows that snippets ask for and pages use."""
    record = fresh()
    assert faults(changed("vec", sha256="0")) == [
        "programs: the program of the row `vec` has changed since: snippets/places.rs"
    ]
    rows = {name: one for name, one in record.rows.items() if name != "vec"}
    assert faults(replace(record, rows=rows)) == [
        "programs: the record has no row `vec`, which snippets/places.rs wants timed"
    ]
    more = {**record.rows, "near": row("near", 7.0)}
    assert faults(replace(record, rows=more)) == [
        "programs: the program of the row `near` has changed since: snippets/places.rs",
        "use: no claim and no table uses the row `near`",
    ]


def test_a_name_that_two_snippets_use_is_a_fault() -> None:
    """A claim could mean either."""
    one = listing_of_places()
    listings = {"places": one, "again": replace(one, name="again")}
    found = find_faults(fresh(), listings, {"array", "vec"}, TOOLCHAIN, TODAY)
    messages = [fault.message for _, fault in found]
    assert "`vec` is a row of again and places" in messages


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"median": 0.0, "p5": 0.0}, "has a time that is not above 0, or spreads that are turned"),
        ({"p5": 41.0}, "has a time that is not above 0, or spreads that are turned"),
        ({"samples": 19}, "has 19 samples, and 20 are the least"),
    ],
)
def test_implausible_rows_are_faults(values: dict[str, object], fault: str) -> None:
    assert faults(changed("vec", **values)) == [f"samples: the row `vec` {fault}"]


def test_a_wide_spread_is_a_fault() -> None:
    """A quarter of the median is the most."""
    assert faults(changed("vec", mad=10.0)) == []
    assert faults(changed("vec", mad=10.1)) == [
        "samples: the spread of the row `vec` is too wide to say anything: 40.0 ns (38.4 to 42.0)"
    ]


def test_nothing_is_cheaper_than_nothing() -> None:
    """And the loop that does nothing has to be there."""
    assert faults(changed("nothing", median=5.0, p5=4.9, p95=5.1)) == [
        "empty loop: `array` takes 2.00 ns (1.90 to 2.10), and the empty loop `nothing` "
        "5.00 ns (4.90 to 5.10)"
    ]
    record = fresh()
    rows = {name: one for name, one in record.rows.items() if name != "nothing"}
    assert "empty loop: the record has no row `nothing`, the loop that does nothing" in faults(
        replace(record, rows=rows)
    )


# In a book --------------------------------------------------------------------------------


@pytest.fixture
def real_record() -> TimingRecord:
    return record_of_places(find_toolchain("rustc").identity.splitlines()[0])


def test_a_book_with_a_record_holds(tmp_path: Path, real_record: TimingRecord) -> None:
    """Its claim is guarded, explained and listed as evidence, with the machine it was made on."""
    root = write_timed_book(tmp_path, real_record)
    site = verify_book(root, Options(cache=Cache(None)))
    found = site.verification
    assert lines_of(found.report.all_findings) == []
    (claim,) = found.claims.claims
    guard = guard_of_claim(claim, found)
    assert guard.holds
    assert (score_of([guard]).percent, score_of([guard]).same) == (100.0, 0)
    assert [one.mutant.change for one in guard.trials] == [
        "words' factor replaced",
        "words' direction turned",
        "row replaced",
        "row replaced",
        "rows turned round",
        "sign turned",
        "bound put off",
    ]
    evidence = json.loads(write_evidence_json(site.evidence()))
    (entry,) = evidence["claims"]
    assert entry["setting"] == real_record.setting
    assert "fn seconds_of<S>" in entry["program"]
    assert [one["name"] for one in evidence["timings"]["rows"]] == ["nothing", "array", "vec"]


def test_a_claim_is_explained(tmp_path: Path, real_record: TimingRecord) -> None:
    """By its ratio, the whole program and the command for each row."""
    root = write_timed_book(tmp_path, real_record)
    text = run("explain", "docs/page.md:3", "--root", root, "--no-cache").text
    assert f"holds: vec / array >= 2 (ratio 20.0) · {real_record.setting} · observed" in text
    assert '        "vec" => seconds_of(loops, (), |()| vec()),' in text
    assert "rustc --edition 2024 -O places.rs && ./places vec 1000000    # prints seconds" in text
    commands = [line for line in text.split("\n") if "rustc --edition" in line]
    assert len(commands) == 2
    assert all(line.startswith("  rustc") for line in commands)


def test_a_table_shows_its_rows(tmp_path: Path, real_record: TimingRecord) -> None:
    """With machine, date and the command that refreshes it."""
    root = write_timed_book(tmp_path, real_record)
    site = verify_book(root, Options(cache=Cache(None)))
    page = site.verification.book.pages["docs/page.md"]
    call = next(each for each in page.calls if each.macro == "timings")
    text = site.render(page, call, "evidence.html")
    assert '<th scope="row"><code>array</code></th><td class="layout__number">2.00</td>' in text
    assert "<caption>Two places</caption>" in text
    assert f"observed on Some processor, Linux 6.12.1, {real_record.rustc}" in text.replace(
        "&#40;", "("
    ).replace("&#41;", ")")
    assert "<code>make timings</code> measures again" in text


TABLES = {
    '{{ timings("array | veck") }}': "error[timing]: the record of timings has no row `veck`",
    '{{ timings("array | ") }}': "error[figure]: there is no row here",
    '{{ timings("") }}': "error[argument]: ",
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_other_rows_is_a_finding(
    table: str, tmp_path: Path, real_record: TimingRecord
) -> None:
    """Nothing is left out silently."""
    page = PAGE.replace('{{ timings("array | vec", title="Two places") }}', table)
    found = check(write_timed_book(tmp_path, real_record, page), "--no-cache")
    assert found.code == 1
    assert found.text.startswith(TABLES[table])


def test_a_changed_program_settles_nothing(tmp_path: Path, real_record: TimingRecord) -> None:
    """Neither claim nor table, until it is timed again."""
    root = write_timed_book(tmp_path, real_record)
    snippet = root / "snippets" / "places.rs"
    snippet.write_text(PLACES.replace("1_000", "1_001"), encoding="utf-8")
    found = check(root, "--no-cache")
    assert found.code == 1
    assert found.text.count("has changed since it was timed") == 4
    assert (
        "error[timing]: the program of the row `vec` has changed since it was timed" in found.text
    )


def test_a_book_without_its_record_is_refused(tmp_path: Path, real_record: TimingRecord) -> None:
    """Or with one that cannot be read."""
    root = write_timed_book(tmp_path, real_record)
    (root / "docs" / "timings.json").write_text("{}", encoding="utf-8")
    assert "error[timing]: this is no record of timings" in check(root, "--no-cache").text
    (root / "docs" / "timings.json").unlink()
    found = check(root, "--no-cache")
    assert found.code == 1
    assert "there is no docs/timings.json that the claim could be held against" in found.text
    assert "there is no docs/timings.json that the table could show" in found.text


def test_a_table_fits_its_page(tmp_path: Path, real_record: TimingRecord) -> None:
    """On a phone, for a screen reader, and inside a box."""
    boxed = PAGE + '\n!!! note "Again"\n\n    {{ timings("array | vec") }}\n'
    root = write_promising_book(tmp_path, {"page.md": boxed}, {"places.rs": PLACES})
    (root / "docs" / "timings.json").write_text(write_record(real_record), encoding="utf-8")
    show_in_navigation(root, "page.md")
    kept = keep_promises(root, ("pages_are_accessible", "pages_fit"), "-k", "page.html")
    assert kept.failed == {}, kept.output
    assert "test_page_fits[page.html]" in kept.passed


def test_a_table_is_no_part_of_a_paragraph() -> None:
    """As Markdown has it in a box."""
    figure = '<figure class="timings">\n<table></table>\n</figure>'
    assert unwrap_figures(f"<p>\n{figure}\n</p>") == figure


# The promise ------------------------------------------------------------------------------


def test_a_fresh_record_keeps_the_promise(tmp_path: Path, real_record: TimingRecord) -> None:
    """Every rule, and its order is measured again."""
    root = write_timed_book(tmp_path, real_record)
    kept = keep_promises(root, ("timings_are_fresh",))
    assert kept.failed == {}, kept.output
    assert "test_orders_still_stand" in kept.passed
    assert {f"test_record_keeps_the_rule[{rule}]" for rule in RULES} <= kept.passed


def test_an_old_and_turned_record_breaks_the_promise(
    tmp_path: Path, real_record: TimingRecord
) -> None:
    """Each rule by itself, and the order that a short measurement finds turned."""
    rows = {
        **real_record.rows,
        "array": replace(real_record.rows["vec"], name="array"),
        "vec": replace(real_record.rows["array"], name="vec"),
    }
    page = PAGE.replace("vec / array", "array / vec")
    record = replace(real_record, rows=rows, date="2020-01-01")
    kept = keep_promises(write_timed_book(tmp_path, record, page), ("timings_are_fresh",))
    said = kept.failed["test_record_keeps_the_rule[age]"]
    assert "error[timings]: the record of 2020-01-01 is " in said
    said = kept.failed["test_orders_still_stand"]
    assert (
        "error[timings]: `vec` takes less time than `array` in the record, and now, measured "
        "briefly, " in said
    )
    assert "Traceback" not in said
    assert "test_record_keeps_the_rule[use]" in kept.passed


def test_a_book_without_a_record_breaks_the_promise(
    tmp_path: Path, real_record: TimingRecord
) -> None:
    """There is nothing that could be fresh."""
    root = write_timed_book(tmp_path, real_record)
    (root / "docs" / "timings.json").unlink()
    kept = keep_promises(root, ("timings_are_fresh",))
    said = kept.failed["test_orders_still_stand"]
    assert "there is no record of timings that can be read" in said
