"""Programs: what each prints and how it ends, whatever stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Directives, Listing, Outcome, Place, Run, Tally, Toolchain, Trouble
from macros.rust.batch import HARNESS, can_be_merged, write_root
from macros.rust.programs import run_programs
from macros.rust.runs import Ended, Job, read_answers, run_jobs, signal_name, write_jobs
from macros.rust.toolchain import find_toolchain

DATA = Path(__file__).parent / "data" / "programs"
SHORT = {"loops": 1, "sleeps": 1, "forks": 1}
"""Seconds for programs that do not end."""
NEEDS_NAMESPACES = {"kills_all", "connects"}

GOOD: dict[str, Run | None] = {
    "moves": Run("moved, same buffer: true\n", "", code=0),
    "fails": Run("before\n", 'Error: "no such thing"\n', code=1),
    "surroundings": Run(
        '["main"]\n[("LANG", "C.UTF-8"), ("LC_ALL", "C.UTF-8")]\nSome("main")\n$DIR\n', "", code=0
    ),
    "drops": Run("used\ndropped\n", "", code=0),
    "grows": Run("moved 4 times, 20 pairs\n", "", code=0),
    "threads": Run("7800\n", "", code=0),
    "warns": Run("warned\n", "", code=0),
    "names_root": Run("42 main::answer\n", "", code=0),
    "refused": None,
    "borrows": None,
}
HOSTILE: dict[str, Run | None] = {
    "loops": Run("before\n", "", stopped="time"),
    "sleeps": Run("", "", stopped="time"),
    "forks": Run("", "", stopped="time"),
    "allocates": Run("", "memory allocation of 16777216 bytes failed\n", signal="SIGABRT"),
    "prints": Run(("0123456789\n" * 6000)[: 64 << 10], "", stopped="output"),
    "daemon": Run("started\n", "", code=0),
    "closes": Run("open\n", "", code=7),
    "kills_all": Run("alone\n", "", code=0),
    "aborts": Run("before\n", "", signal="SIGABRT"),
    "overflows": Run(
        "",
        "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n",
        signal="SIGABRT",
    ),
    "faults": Run("", "", signal="SIGSEGV"),
    "exits": Run("before\n", "", code=42),
    "panics": Run(
        "",
        "\nthread 'main' panicked at hostile/panics.rs:4:20:\n"
        "index out of bounds: the len is 1 but the index is 2\n",
        code=101,
    ),
    "reads": Run('Ok(0) ""\n', "", code=0),
    "raw_bytes": Run("\x1b[31mred�\n", "", code=0, valid=False),
    "litters": Run("left\n", "", code=0),
    "fills": Run("", "", signal="SIGXFSZ"),
    "connects": Run("NetworkUnreachable\n", "", code=0),
    "looks_around": Run("3 files, parent 1, 0 others to read\n", "", code=0),
}


Outcomes = dict[str, Outcome]


def listing(name: str, source: str, *, flags: tuple[str, ...] = (), timeout: int = 10) -> Listing:
    lines = tuple(range(1, source.count("\n") + 2))
    directives = Directives(flags=flags, timeout=timeout)
    place = Place(f"{name}.rs", 1, 1, 1, 1)
    return Listing(name, place, source, source, lines, directives=directives)


def read_listings(folder: str) -> tuple[Listing, ...]:
    return tuple(
        listing(f"{folder}/{file.stem}", file.read_text(), timeout=SHORT.get(file.stem, 10))
        for file in sorted((DATA / folder).glob("*.rs"))
    )


@pytest.fixture(scope="module")
def toolchain() -> Toolchain:
    return find_toolchain()


def run_named(
    listings: tuple[Listing, ...], toolchain: Toolchain, workdir: Path, *, isolate: bool
) -> tuple[Outcomes, Tally]:
    workdir.mkdir()
    outcomes, tally = run_programs(listings, toolchain, workdir, workers=2, isolate=isolate)
    names = (one.name.rpartition("/")[2] for one in listings)
    return dict(zip(names, outcomes, strict=True)), tally


@pytest.fixture(scope="module")
def caged(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcomes, Tally]:
    """All programs, good and hostile, side by side."""
    listings = read_listings("hostile") + read_listings("plain")
    return run_named(listings, toolchain, tmp_path_factory.mktemp("caged") / "w", isolate=True)


@pytest.fixture(scope="module")
def plain(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcomes, Tally]:
    """The same without namespaces, but for what then reaches out of its cage."""
    listings = tuple(
        one
        for one in read_listings("hostile") + read_listings("plain")
        if one.name.rpartition("/")[2] not in NEEDS_NAMESPACES
    )
    return run_named(listings, toolchain, tmp_path_factory.mktemp("plain") / "w", isolate=False)


def assert_runs(found: Outcomes, expected: dict[str, Run | None]) -> None:
    assert {name: found[name].run for name in expected} == expected


def test_good_programs_are_unharmed_by_hostile_ones(caged: tuple[Outcomes, Tally]) -> None:
    """Whatever runs beside a good program, its output and its end are exact."""
    assert_runs(caged[0], GOOD)


def test_hostile_programs_are_ended_and_told(caged: tuple[Outcomes, Tally]) -> None:
    """Every way to misbehave has its own exact result."""
    outcomes, tally = caged
    names = HOSTILE.keys() - (set() if tally.isolated else NEEDS_NAMESPACES | {"looks_around"})
    assert_runs(outcomes, {name: HOSTILE[name] for name in names})


def test_without_namespaces_the_rest_still_holds(plain: tuple[Outcomes, Tally]) -> None:
    """Without namespaces the results are the same, and the tally says that they were missing."""
    outcomes, tally = plain
    names = HOSTILE.keys() - NEEDS_NAMESPACES - {"looks_around"}
    assert not tally.isolated
    assert_runs(outcomes, GOOD | {name: HOSTILE[name] for name in names})


@pytest.mark.parametrize("cage", ["caged", "plain"])
def test_program_that_kills_its_parent_harms_itself_at_most(
    cage: str, request: pytest.FixtureRequest
) -> None:
    """A program may end its own guard, and then counts as killed."""
    outcomes, _ = request.getfixturevalue(cage)
    allowed = (Run("still there\n", "", code=0), Run("", "", signal="SIGKILL"))
    assert outcomes["kills_parent"].run in allowed


@pytest.mark.parametrize("cage", ["caged", "plain"])
def test_harness_keeps_its_files_to_itself(cage: str, request: pytest.FixtureRequest) -> None:
    """A program has three open files, and cannot read the jobs of others."""
    run = request.getfixturevalue(cage)[0]["looks_around"].run
    assert run is not None
    assert run.stdout.startswith("3 files, ")
    assert run.stdout.endswith(", 0 others to read\n")


def test_messages_come_from_the_listing_alone(caged: tuple[Outcomes, Tally]) -> None:
    """Errors and warnings carry the listing's own path, line and column."""
    found = {
        name: [(one.level, one.code, one.path, one.line, one.column) for one in outcome.diagnostics]
        for name, outcome in caged[0].items()
        if outcome.diagnostics
    }
    assert found == {
        "warns": [("warning", "unused_variables", "plain/warns.rs", 3, 9)],
        "refused": [("error", "E0308", "plain/refused.rs", 3, 22)],
        "borrows": [("error", "E0382", "plain/borrows.rs", 5, 10)],
    }
    assert [name for name, outcome in caged[0].items() if not outcome.compiled] == [
        "borrows",
        "refused",
    ]


def test_one_error_costs_its_own_compilation_and_one_more(
    toolchain: Toolchain, tmp_path: Path
) -> None:
    """Beside a listing that does not compile the others stay together."""
    good = tuple(
        listing(f"good/n{n}", f'fn main() {{\n    println!("{n}");\n}}\n') for n in range(5)
    )
    bad = listing("bad/types", "fn main() {\n    let _: u8 = true;\n}\n")
    outcomes, tally = run_programs((*good, bad), toolchain, tmp_path, workers=2)
    assert tally == Tally(calls=3, alone=1, isolated=tally.isolated)
    assert [one.run and one.run.stdout for one in outcomes] == [*(f"{n}\n" for n in range(5)), None]


def test_flags_are_used_alone(toolchain: Toolchain, tmp_path: Path) -> None:
    """A listing with flags is compiled with them, and no other listing is."""
    source = 'fn main() {\n    println!("{}", cfg!(debug_assertions));\n}\n'
    listings = (listing("a/with", source, flags=("-O",)), listing("a/without", source))
    outcomes, tally = run_programs(listings, toolchain, tmp_path, workers=2)
    assert [one.run and one.run.stdout for one in outcomes] == ["false\n", "true\n"]
    assert tally.alone == 1


def test_no_programs_need_no_compiler(toolchain: Toolchain, tmp_path: Path) -> None:
    """Without listings nothing is done."""
    assert run_programs((), toolchain, tmp_path, workers=2) == ((), Tally())


def test_listings_of_one_file_do_not_mix(toolchain: Toolchain, tmp_path: Path) -> None:
    """Two listings whose names lead to the same file are both run."""
    sources = [f'fn main() {{\n    print!("{word}");\n}}\n' for word in ("one", "two")]
    names = ("docs/a.md:1", "docs/a_1")
    listings = tuple(map(listing, names, sources))
    outcomes, tally = run_programs(listings, toolchain, tmp_path, workers=2)
    assert [one.run and one.run.stdout for one in outcomes] == ["one", "two"]
    assert tally.alone == 1


@pytest.mark.parametrize(
    ("source", "merged"),
    [
        ("fn main() {}\n", True),
        ('fn main() {\n    println!("größer →");\n}\n// Ende: größer\nstruct S;\n', True),
        ("fn main() {\n    let größe = 1;\n}\n", False),
        ("fn main() {}\n/// of what?\n", False),
        ("fn main() {}\n#[inline]\n", False),
        ("fn main() {} // the end", False),
        ("#[track_caller]\nfn main() {}\n", False),
        ('extern "C" fn main() {}\n', False),
        ("fn main()\nwhere\n    u8: Copy,\n{\n}\n", False),
        ("fn main<'a>() {}\n", False),
        ("fn main() {\n    crate::main()\n}\n", False),
    ],
)
def test_what_may_stand_among_others(source: str, merged: bool) -> None:
    """A listing that would mean something else with our entry behind it stays alone."""
    assert can_be_merged(listing("a/b", source)) is merged


def test_root_of_a_batch() -> None:
    """Each listing is a module on a line of its own, and main hands over their entries."""
    assert write_root(["a/b.rs", 'c "d".rs']) == (
        '#[path = "a/b.rs"] pub mod __0;\n'
        '#[path = "c \\"d\\".rs"] pub mod __1;\n'
        f'#[path = "{HARNESS}"] mod __harness;\n'
        "fn main() -> std::process::ExitCode "
        "{ __harness::main(&[__0::__entry, __1::__entry]) }\n"
    )


def test_jobs_are_lines() -> None:
    """Settings come first, then a line a job; a path may have spaces."""
    jobs = (Job(7, 0, 10), Job(3, Path("/a b/main"), 1))
    assert write_jobs(jobs, Path("/run here"), workers=2, isolate=False) == (
        b"2 plain /run here\nentry 7 10000 0\nexec 3 1000 /a b/main\n"
    )


def test_answers_are_read_whole() -> None:
    """Every answer gives its bytes, whatever they look like."""
    output = b"1 code 0 8 0\n2 code 0" + b"3 signal 11 0 2\n\xff\n" + b"end caged\n"
    assert read_answers(output) == (
        (Ended(1, "code", 0, b"2 code 0", b""), Ended(3, "signal", 11, b"", b"\xff\n")),
        True,
    )


def test_output_that_breaks_off_has_no_end() -> None:
    """A harness that dies leaves the answers before the break, and no end."""
    first = b"1 code 0 2 0\nab"
    whole = ((Ended(1, "code", 0, b"ab", b""),), None)
    assert read_answers(first + b"2 code 0 900 0\nab") == whole
    assert read_answers(first + b"2 co") == whole


def test_harness_that_dies_is_no_result(tmp_path: Path) -> None:
    """Programs without an answer are lost, with what the harness said last."""
    harness = tmp_path / "harness"
    harness.write_text("#!/bin/sh\necho 'no memory' >&2\nkill -9 $$\n")
    harness.chmod(0o755)
    results = run_jobs(harness, [Job(4, 0, 1)], tmp_path / "run", workers=1, isolate=True)
    assert (results.runs, results.isolated) == ({}, False)
    assert results.lost == {4: "the harness ended without a result for it: no memory"}
    assert not (tmp_path / "run").exists()


def test_program_that_is_lost_is_tried_again_by_itself(
    toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A harness that dies costs its programs one more try each."""
    tries: list[str] = []
    whole = run_jobs

    def run_badly(harness: Path, jobs: list[Job], folder: Path, **more: bool) -> object:
        tries.append(folder.name)
        return whole(harness, jobs if "again" in folder.name else jobs[:1], folder, **more)

    def lose_some(harness: Path, jobs: list[Job], folder: Path, **more: bool) -> object:
        results = run_badly(harness, jobs, folder, **more)
        lost = {job.number: "it died" for job in jobs if job.number not in results.runs}  # type: ignore[attr-defined]
        return type(results)(results.runs, lost, results.isolated)  # type: ignore[attr-defined,call-arg]

    monkeypatch.setattr("macros.rust.programs.run_jobs", lose_some)
    sources = [f'fn main() {{\n    print!("{n}");\n}}\n' for n in range(3)]
    listings = tuple(listing(f"a/n{n}", source) for n, source in enumerate(sources))
    outcomes, tally = run_programs(listings, toolchain, tmp_path, workers=2)
    assert [one.run and one.run.stdout for one in outcomes] == ["0", "1", "2"]
    assert (tally.alone, sorted(tries)) == (2, ["again1", "again2", "run0"])


def test_program_that_cannot_be_run_is_trouble(
    toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is lost twice stops the check, by name."""
    folder_of_harness = "macros.rust.runs.write_jobs"
    monkeypatch.setattr(folder_of_harness, lambda *_, **__: b"1 caged /does/not/exist\n")
    with pytest.raises(Trouble) as trouble:
        run_programs((listing("a/b", "fn main() {}\n"),), toolchain, tmp_path, workers=1)
    assert trouble.value.message == (
        "the program `a/b` could not be run: the harness ended without a result for it: "
        "the harness cannot go on: error 2 of the system"
    )


def test_signals_have_names() -> None:
    """Real-time signals have none."""
    assert [signal_name(11), signal_name(40)] == ["SIGSEGV", "SIG40"]
