"""What keeps a program from being drawn is said with its line, in words of ours."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

import macros.rust.snapshots.trace
from macros.memory import SnapshotAnswer
from macros.model import Trouble
from macros.snippets import parse_snippet
from tests.probed import toolchain
from tests.snapped import PROGRAMS, read_program, said, take, taken, variables

BAD = sorted(path.stem for path in PROGRAMS.glob("bad/*.rs"))
FINE = sorted(path.stem for path in PROGRAMS.glob("fine/*.rs"))
KINDS = (("bad", BAD), ("fine", FINE))
Answers = Mapping[str, SnapshotAnswer | Trouble]
NO_PLACE = (
    "the snapshot `a` stands where no statement can: put it between two statements of a function "
    "that runs"
)
NEVER = "the program never comes to the snapshot `a`: call its function, or take the snapshot out"
ENDS = "and only one that ends well is drawn: mend it, or say //@ run-fail"
TIME = (
    "the program does not end within 1 seconds, so its memory is not drawn: let it end, or give it "
    "more with //@ timeout"
)
ANOTHER = (
    "the program starts another one, which cannot be followed: a snippet that is drawn runs in one "
    "process"
)
BLOCKS = (
    "the program asks for more blocks of the heap than can be followed: "
    "let it do with a few thousand"
)
OPTIMISED = (
    "the compiler leaves no variables to be drawn: take it out of //@ flags, "
    "or the snapshots out of this snippet"
)
NO_LOG = "this program's memory cannot be drawn: "
SAID: Mapping[str, tuple[int, str]] = {
    "in_a_struct_s_value": (4, NO_PLACE),
    "in_a_match": (3, NO_PLACE),
    "between_functions": (3, NO_PLACE),
    "in_a_const_fn": (2, NO_PLACE),
    "never_called": (2, NEVER),
    "ends_before": (5, NEVER),
    "unknown_variable": (3, "no frame has a variable `y` at `a`; there are x"),
    "seven_variables": (
        3,
        "the snapshot `a` has 7 variables, and a picture holds 6: "
        "choose them with show: NAME, NAME",
    ),
    "does_not_compile": (2, "mismatched types"),
    "loops": (2, TIME),
    "prints_without_end": (2, TIME),
    "null": (2, f"the program ends with SIGSEGV, {ENDS}"),
    "aborts": (2, f"the program ends with SIGABRT, {ENDS}"),
    "panics": (2, f"the program ends with exit code 101 (a panic), {ENDS}"),
    "exits": (2, f"the program ends with exit code 3, {ENDS}"),
    "overflows_its_stack": (5, f"the program ends with SIGABRT, {ENDS}"),
    "starts_a_command": (3, ANOTHER),
    "forks": (6, ANOTHER),
    "many_hits": (
        3,
        "the snapshots are reached more than 40 times: put them where the program comes "
        "less often, or let it take fewer rounds",
    ),
    "many_blocks": (3, BLOCKS),
    "recurses_deeply": (
        3,
        "more than 200 calls wait for each other at a snapshot, and no picture holds them: "
        "let the recursion be less deep, or set the snapshot elsewhere",
    ),
    "optimised": (2, f"with -Copt-level=3 {OPTIMISED}"),
    "optimised_in_short": (2, f"with -O {OPTIMISED}"),
    "own_allocator": (4, f"{NO_LOG}it has a #[global_allocator] of its own"),
    "own_module": (
        1,
        "the program that is drawn has a `__snapshots` of ours beside it: call yours otherwise",
    ),
    "own_symbol": (
        2,
        "the program that is drawn has a `rust_memory_stop` of ours beside it: "
        "call yours otherwise",
    ),
    "no_library": (9, f"{NO_LOG}it does without the standard library"),
}
ONE = "//! One.\nfn main() {\n    let x = 1;\n    //@ snapshot: a\n    let _ = x;\n}\n"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """All programs, taken once; a program's own time is enough."""
    paths = [PROGRAMS / kind / f"{name}.rs" for kind, names in KINDS for name in names]
    listings = [read_program(path.stem, path.read_text("utf-8")) for path in paths]
    given, _ = take(tmp_path_factory.mktemp("bad"), *listings)
    return dict(zip((*BAD, *FINE), given, strict=True))


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said(answers: Answers, name: str) -> None:
    """One diagnostic, with the line of the source that it is about."""
    assert said(answers[name]) == [SAID[name]]


@pytest.mark.parametrize("name", FINE)
def test_odd_programs_are_drawn(answers: Answers, name: str) -> None:
    """Editions, attributes, flags, input that ends at once, and large values keep nothing away."""
    (snapshot,) = taken(answers[name])
    assert snapshot.threads[0].frames[-1].function == "main"


def test_a_large_array_is_read_in_part(answers: Answers) -> None:
    """Its size is its own, however few of its bytes are kept."""
    (large,) = variables(taken(answers["large_array"])[0])
    assert (large.size, len(large.bytes)) == (1_000_000, 4096)
    assert large.value is not None
    assert (large.value.text, len(large.value.parts)) == (
        "1000000 elements, the first 64 shown",
        65,
    )
    name, rest = large.value.parts[-1]
    assert (name, rest.text, rest.offset, rest.size) == ("…", "not drawn", 64, 1_000_000 - 64)


# The debugger and its surroundings ----------------------------------------------------------


def path_with(folder: Path, monkeypatch: pytest.MonkeyPatch, *programs: str, gdb: str = "") -> None:
    """A PATH with these programs only, and a gdb that is this script.

    The compiler is found before, and known from then on.
    """
    toolchain()
    for program in programs:
        found = shutil.which(program)
        assert found, program
        (folder / program).symlink_to(found)
    if gdb:
        (folder / "gdb").write_text(f"#!/bin/sh\n{gdb}\n")
        (folder / "gdb").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def trouble(folder: Path) -> tuple[str, str]:
    """What is said of a good program."""
    work = folder / "work"
    work.mkdir()
    (answer,), _ = take(work, read_program("one", ONE))
    assert isinstance(answer, Trouble), answer
    return answer.message, answer.help


def test_a_missing_debugger_can_be_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without gdb there is no picture, and a command that helps."""
    path_with(tmp_path, monkeypatch, "cc", "ld")
    assert trouble(tmp_path) == (
        "gdb is not installed, so no program's memory can be looked at",
        "sudo apt-get install gdb    or the same with your system's package manager",
    )


STUBS = {
    "may not trace": (
        "echo 'warning: ptrace: Operation not permitted' >&2; exit 1",
        "gdb may not follow a program here: gdb ended before the program did\n"
        "warning: ptrace: Operation not permitted",
        "allow this process to trace its own programs: start its container with "
        "--cap-add=SYS_PTRACE, or run    sudo sysctl kernel.yama.ptrace_scope=1",
    ),
    "without Python": (
        "echo 'Scripting in the \"Python\" language is not supported in this copy of GDB.' >&2",
        "this gdb was built without Python, so it cannot be told what to do",
        "sudo apt-get install gdb    or the same with your system's package manager",
    ),
    "killed": (
        "kill -9 $$",
        "gdb cannot follow the program: gdb ended before the program did",
        "gdb --version    has to be 12 or newer, and to run a program here: "
        "gdb -batch -ex run true",
    ),
}


@pytest.mark.parametrize("name", STUBS)
def test_a_debugger_that_does_not_work_is_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What gdb said, and what to do next."""
    script, message, help = STUBS[name]
    path_with(tmp_path, monkeypatch, "cc", "ld", gdb=script)
    assert trouble(tmp_path) == (message, help)


def test_a_debugger_that_is_ended_half_way_gives_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stops that were written down before do not make a picture."""
    whole = macros.rust.snapshots.trace.SCRIPT.read_text("utf-8")
    script = tmp_path / "inside_gdb.py"
    script.write_text(whole.replace("clock.run_on()\n    return", "os._exit(9)\n    return"))
    monkeypatch.setattr(macros.rust.snapshots.trace, "SCRIPT", script)
    message, help = trouble(tmp_path)
    assert message.startswith("gdb cannot follow the program: gdb ended before the program did")
    assert help.startswith("gdb --version    has to be 12 or newer")


@pytest.mark.parametrize("waits", ["before", "between"])
def test_a_debugger_that_hangs_is_not_the_program_s_fault(
    waits: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the program runs, and while it is stopped: the page can do nothing about it."""
    whole = macros.rust.snapshots.trace.SCRIPT.read_text("utf-8")
    line = {"before": "    heap, clock =", "between": '    return {\n        "mark"'}[waits]
    assert line in whole
    script = tmp_path / "inside_gdb.py"
    script.write_text(whole.replace(line, f"    time.sleep(60)\n{line}"))
    monkeypatch.setattr(macros.rust.snapshots.trace, "SCRIPT", script)
    monkeypatch.setattr(macros.rust.snapshots.trace, "STARTING", -7)
    assert trouble(tmp_path) == (
        "gdb gives no answer within 3 seconds",
        "gdb --version    has to be 12 or newer, and to run a program here: "
        "gdb -batch -ex run true",
    )


def test_a_program_has_exactly_its_time(tmp_path: Path) -> None:
    """What the debugger needs is not the program's, and nothing is added to it."""
    source = ONE.replace("//! One.", "//! One.\n//@ timeout: 2").replace(
        "let _ = x;", "std::thread::sleep(std::time::Duration::from_secs(9 - x));"
    )
    begin = time.monotonic()
    (answer,), _ = take(tmp_path, read_program("one", source))
    assert said(answer) == [(3, TIME.replace("1 seconds", "2 seconds"))]
    assert time.monotonic() - begin < 7


def test_programs_are_drawn_without_namespaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no `unshare` the summary says so; the picture is the same."""
    path_with(tmp_path, monkeypatch, "cc", "ld", "gdb")
    work = tmp_path / "work"
    work.mkdir()
    (answer,), tally = take(work, read_program("one", ONE))
    assert [one.name for one in variables(taken(answer)[0])] == ["x"]
    assert not tally.isolated


def test_a_program_that_loops_ends_with_its_debugger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it has no namespaces of its own, nothing is left running."""
    path_with(tmp_path, monkeypatch, "cc", "ld", "gdb")
    monkeypatch.setattr(macros.rust.snapshots.trace, "STARTING", 2)
    work = tmp_path / "work"
    work.mkdir()
    (answer,), _ = take(work, read_program("loops", (PROGRAMS / "bad/loops.rs").read_text("utf-8")))
    assert said(answer) == [(2, TIME)]
    last = time.monotonic() + 5
    while (left := running_below(work)) and time.monotonic() < last:
        time.sleep(0.05)
    assert not left


def running_below(folder: Path) -> list[Path]:
    """The processes whose program lies there; what was killed takes a moment to be gone."""
    return [one for one in Path("/proc").glob("[0-9]*/exe") if is_below(one, folder)]


def is_below(link: Path, folder: Path) -> bool:
    try:
        return link.readlink().is_relative_to(folder)
    except OSError:
        return False


def test_a_stripped_program_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A linker that takes the symbols out is told from a program that has no marks."""
    cc = shutil.which("cc")
    linker = tmp_path / "cc"
    linker.write_text(f'#!/bin/sh\nexec {cc} "$@" -s\n')
    linker.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    message, help = trouble(tmp_path)
    assert message.startswith("the program's debug information cannot be read (")
    assert help.startswith("rustc has to write it (-g) and to leave it in")


def test_a_mark_in_a_macro_is_found_in_the_text() -> None:
    """It never reaches the compiler."""
    text = '//! Bad.\nfn main() {\n    println!(\n        //@ snapshot: a\n        "x"\n    );\n}\n'
    listing, findings = parse_snippet("bad", "snippets/bad.rs", text)
    assert [one.message for one in findings] == ["a snapshot cannot be taken inside a macro"]
    assert not listing.marks
