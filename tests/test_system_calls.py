"""How many system calls a program makes: claims, judged and really counted."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import macros.rust.tracing.measure
from macros.build import verify_book
from macros.guards import Judges, guard_of_claim, score_of
from macros.kinds import find_unsuited, kind_of
from macros.kinds.evidence import NOTHING, verdict_of
from macros.model import Absent, Directives, Mode, State, Tally, Trouble
from macros.options import Options
from macros.render.site import Site
from macros.report import say_bless, say_calls
from macros.rust.cage import LARGEST_FILE
from macros.rust.perform import work_folder
from macros.rust.toolchain import find_toolchain
from macros.rust.tracing.measure import measure_calls
from macros.rust.tracing.tracer import name_tracer
from macros.system_call_text import calls_key, read_calls_answer, write_calls_answer
from macros.system_calls import MOST_SHOWN, CallsAnswer, CallsQuestion, Traced
from tests.findings import counted
from tests.made import claim_in, judged, listing_of, mistakes_in, said
from tests.tiny import check, run, write_book

TRACES = pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here")
SENTENCE = '{{ claim("one `mmap`", calls="mmap", snippet="ownership/move") }}'
TABLE = '{{ calls("ownership/move") }}'


def measured(source: str, directives: Directives | None = None) -> CallsAnswer | Trouble:
    question = CallsQuestion(listing_of(source, directives), name_tracer())
    with work_folder() as folder:
        (answer,), _ = measure_calls((question,), find_toolchain(), folder, workers=1)
    return answer


def lines_of(source: str, directives: Directives | None = None) -> tuple[str, ...]:
    answer = measured(source, directives)
    assert isinstance(answer, CallsAnswer), answer
    assert answer.diagnostic is None, answer.diagnostic
    first, second = answer.runs
    assert first == second
    assert answer.tracer.startswith("strace ")
    return first.lines


# Counted -----------------------------------------------------------------------------------


@TRACES
def test_only_the_calls_of_main_are_counted() -> None:
    """Not those of the start, of the end, or of our own marks; addresses have names."""
    source = """\
fn main() {
    let large = vec![1_u8; 1 << 20];
    let small = Box::new(large.len());
    println!("{small}");
}
"""
    assert lines_of(source) == (
        "mmap(NULL, 1052672, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = A",
        'write(1, "1048576\\n", 8) = 8',
        "munmap(A, 1052672) = 0",
    )


@TRACES
@pytest.mark.parametrize(
    "source",
    [
        "fn main() {\n    let boxed = Box::new(1);\n    assert_eq!(*boxed, 1);\n}\n",
        "fn main() {}\n",
    ],
)
def test_a_program_may_ask_for_nothing(source: str) -> None:
    """A small block is there already."""
    assert lines_of(source) == ()


@TRACES
def test_calls_of_destructors_at_the_end_of_main_count() -> None:
    """The end is behind everything that `main` releases, and before its result is looked at."""
    source = """\
struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        println!("released");
    }
}
fn main() -> Result<(), String> {
    let _loud = Loud;
    Err(String::from("reported later"))
}
"""
    directives = Directives(Mode.RUN_FAIL, ends="1")
    assert lines_of(source, directives) == ('write(1, "released\\n", 9) = 9',)


@TRACES
def test_a_process_that_ends_inside_of_main_has_made_its_last_call_there() -> None:
    """Where `main` never ends, the end of the process is its end."""
    source = "fn main() {\n    std::process::exit(3);\n}\n"
    lines = lines_of(source, Directives(Mode.RUN_FAIL, ends="3"))
    assert lines[-1] == "exit_group(3) = ?"


@TRACES
def test_another_thread_and_another_process_are_not_counted() -> None:
    """What they do comes when it comes; that they were started is a call of `main`."""
    source = """\
fn main() {
    let worker = std::thread::spawn(|| std::fs::read("/proc/self/status").is_ok());
    assert!(worker.join().unwrap());
    let child = std::process::Command::new("/bin/ls").arg("/").output();
    assert!(child.unwrap().status.success());
}
"""
    answer = measured(source)
    assert isinstance(answer, CallsAnswer)
    for one in answer.runs:
        assert one.count(("clone3", "clone")) >= 1
        assert one.count(("getdents64",)) == 0
        assert one.count(("execve",)) == 0


@TRACES
def test_flags_and_crate_attributes_are_kept() -> None:
    """The program is the listing itself, not a module of another one."""
    source = "#![allow(dead_code)]\n\nfn main() {\n    crate::ask();\n}\n\nfn ask() {}\n"
    assert lines_of(source, Directives(flags=("-Copt-level=3",))) == ()


@TRACES
def test_a_program_cannot_end_main_before_its_end() -> None:
    """Whatever file it opens, our marks have names that it does not know."""
    source = """\
fn main() {
    let _ = std::fs::File::open("/rust-memory: main ends");
    let large = vec![1_u8; 16 << 20];
    assert_eq!(large[5], 1);
}
"""
    answer = measured(source)
    assert isinstance(answer, CallsAnswer)
    assert [run.count(("mmap",)) for run in answer.runs] == [1, 1]


@TRACES
@pytest.mark.skipif(os.geteuid() != 0, reason="programs run as the user that checks")
def test_a_program_cannot_write_its_own_log() -> None:
    """Where it runs as another user, the log lies where only we may go."""
    source = """\
fn main() {
    for path in ["../calls0", "../calls1", "../log0/room0", "../log1/room1", "../x"] {
        println!("{}", std::fs::OpenOptions::new().append(true).open(path).is_ok());
    }
}
"""
    answer = measured(source)
    assert isinstance(answer, CallsAnswer)
    assert [len(run.lines) for run in answer.runs] == [10, 10]
    assert not [line for run in answer.runs for line in run.lines if "true" in line]


@TRACES
@pytest.mark.parametrize(
    "source",
    [
        "fn main() {\n    #![allow(unused)]\n    #![deny(dead_code)]\n"
        "    drop(vec![1; 1 << 20]);\n}\n",
        "#[cfg(any())]\nfn main() {}\n\n#[cfg(not(any()))]\nfn main() {\n"
        "    drop(vec![1; 1 << 20]);\n}\n",
    ],
)
def test_main_is_found_behind_attributes(source: str) -> None:
    """Its own at the beginning of its block, and another function that is left out."""
    answer = measured(source)
    assert isinstance(answer, CallsAnswer)
    assert [run.count(("mmap",)) for run in answer.runs] == [1, 1]


@TRACES
def test_a_main_that_never_begins_is_not_counted() -> None:
    """The text has one, the compiler takes another."""
    source = (
        "mod other {\n    pub fn main() {}\n}\nuse other::main;\n\n#[cfg(any())]\nfn main() {}\n"
    )
    answer = measured(source)
    assert isinstance(answer, CallsAnswer)
    assert answer.diagnostic is not None
    assert "its main function was never seen to begin" in answer.diagnostic.message


@TRACES
def test_a_program_that_never_ends_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended, with what it started."""
    monkeypatch.setattr(macros.rust.tracing.measure, "STARTING", 1)
    source = "fn main() {\n    loop {\n        std::thread::park();\n    }\n}\n"
    answer = measured(source, Directives(timeout=1))
    assert isinstance(answer, CallsAnswer)
    assert answer.diagnostic is not None
    assert answer.diagnostic.message == (
        "the program does not end within 1 seconds, so its system calls are not counted: let it "
        "end, or give it more with //@ timeout"
    )


def test_a_listing_that_does_not_compile_answers_with_the_message() -> None:
    """Of rustc; without strace nothing is compiled."""
    answer = measured("fn main() {\n    let _: u8 = true;\n}\n")
    if name_tracer():
        assert isinstance(answer, CallsAnswer)
        assert answer.diagnostic is not None
        assert answer.diagnostic.code == "E0308"


def test_no_place_in_main_is_said() -> None:
    """A listing that has the name of ours, or a main function that is not written out."""
    for source in ("mod __system_calls {}\nfn main() {}\n", "use std::process::abort as main;\n"):
        answer = measured(source)
        if name_tracer():
            assert isinstance(answer, CallsAnswer)
            assert answer.diagnostic is not None
            assert answer.diagnostic.message == (
                "no place was found in the main function of ownership/move to follow its system "
                "calls"
            )


# Without a tracer --------------------------------------------------------------------------


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of tools that comes first, and that every user may enter."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
        yield folder


def hide_strace(monkeypatch: pytest.MonkeyPatch) -> None:
    which = shutil.which

    def hidden(name: str) -> str | None:
        return None if name == "strace" else which(name)

    monkeypatch.setattr(shutil, "which", hidden)


def write_tool(folder: Path, script: str) -> None:
    tool = folder / "strace"
    tool.write_text(f"#!/bin/sh\n[ \"$1\" = -V ] && echo 'strace -- version 6.x' && exit\n{script}")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def test_without_strace_it_is_not_checked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compiled, and nothing is green."""
    hide_strace(monkeypatch)
    answer = measured("fn main() {}")
    assert isinstance(answer, Absent)
    assert answer.missing == say_calls.MISSING
    assert name_tracer() == ""


REFUSALS = (
    "strace: test_ptrace_get_syscall_info: PTRACE_TRACEME: Operation not permitted",
    "strace: ptrace(PTRACE_TRACEME, ...): Operation not permitted",
    "strace: attach: ptrace(PTRACE_SEIZE, 7): Permission denied",
    "strace: test_ptrace_seize: ptrace(PTRACE_SEIZE): Function not implemented",
)


@pytest.mark.parametrize("words", REFUSALS)
def test_where_tracing_is_not_permitted_it_is_not_checked_here(tools: Path, words: str) -> None:
    """As in a container without the right to trace."""
    write_tool(tools, f"echo '{words}' >&2; exit 1\n")
    answer = measured("fn main() {}")
    assert isinstance(answer, Absent)
    assert answer.missing == say_calls.REFUSED


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("kill -9 $$\n", "strace 6.x did not follow ownership/move to its end"),
        (
            "echo broken >&2\nexit 1\n",
            "strace 6.x did not follow ownership/move to its end: broken",
        ),
        ("exec true\n", "strace 6.x did not follow ownership/move to its end"),
    ],
    ids=["killed", "broken", "silent"],
)
def test_a_strace_that_fails_is_trouble(tools: Path, script: str, message: str) -> None:
    """Of the machine, not of the page."""
    write_tool(tools, script)
    answer = measured("fn main() {}")
    assert isinstance(answer, Trouble)
    assert not isinstance(answer, Absent)
    assert answer.message == message


@TRACES
def test_a_strace_that_is_killed_half_way_is_trouble(tools: Path) -> None:
    """What it wrote until then is no answer."""
    real = shutil.which("strace", path=os.environ["PATH"].partition(":")[2])
    write_tool(tools, f'{real} "$@"\nall=$(grep -v +++ "$8")\necho "$all" > "$8"\nkill -9 $$\n')
    answer = measured("fn main() {}")
    assert isinstance(answer, Trouble)
    assert not isinstance(answer, Absent)


def test_too_many_calls_are_said(tools: Path) -> None:
    """A log as large as a file may be is not whole."""
    write_tool(tools, f'head -c {LARGEST_FILE} /dev/zero | tr "\\0" 1 > "$8"\n')
    answer = measured("fn main() {}")
    assert isinstance(answer, CallsAnswer)
    assert answer.diagnostic is not None
    assert answer.diagnostic.message == (
        "ownership/move makes more system calls than can be written down: let it do with a few "
        "thousand"
    )


def test_another_tracer_is_another_question(tools: Path) -> None:
    """What the answer depends on stands in its key."""
    first = name_tracer()
    write_tool(tools, "exit 1\n")
    assert name_tracer() not in (first, "")


# Judged ------------------------------------------------------------------------------------


def test_a_number_that_both_runs_give_holds() -> None:
    """Whatever else was called."""
    verdict = judged(SENTENCE, counted({"mmap": 1, "futex": 1}, {"mmap": 1, "futex": 2}))
    assert (verdict.state, verdict.expected, verdict.measured) == (State.HOLDS, "1", "1")


@pytest.mark.parametrize(
    ("words", "names", "counts", "holds"),
    [
        ("two calls", "mmap | munmap", {"mmap": 1, "munmap": 1}, True),
        ("no system call", "all", {}, True),
        ("no system call", "all", {"futex": 1}, False),
        ("asks nobody", "all", {}, True),
        ("0", "brk", {"mmap": 1}, True),
        ("3 calls", "all", {"mmap": 1, "write": 2}, True),
        ("one", "mmap", {"munmap": 1}, False),
    ],
)
def test_names_are_counted_together(
    words: str, names: str, counts: dict[str, int], holds: bool
) -> None:
    """Several names, all names, and none at all."""
    sentence = f'{{{{ claim("{words}", calls="{names}", snippet="ownership/move") }}}}'
    verdict = judged(sentence, counted(counts))
    assert verdict.state is (State.HOLDS if holds else State.REFUTED)


def test_runs_that_differ_are_refuted_with_both_counts() -> None:
    """No number would be true."""
    verdict = judged(SENTENCE, counted({"mmap": 1}, {"mmap": 2}))
    assert (verdict.state, verdict.measured) == (State.REFUTED, "1 or 2")


def test_a_table_shows_the_calls_in_their_order() -> None:
    """All of them, or the first ones and how many are left."""
    few = Traced((("brk", 2),), ("brk(A) = A", "brk(B) = B"))
    assert judged(TABLE, CallsAnswer((few, few), "s")).measured == "brk(A) = A\nbrk(B) = B"
    none = CallsAnswer((Traced(), Traced()), "s")
    assert judged(TABLE, none).measured == "(none)"
    many = Traced((("brk", 20),), tuple(f"brk({number})" for number in range(MOST_SHOWN)))
    *first, last = judged(TABLE, CallsAnswer((many, many), "s")).measured.split("\n")
    assert (len(first), last) == (MOST_SHOWN - 1, "… 6 more")


def test_what_cannot_be_followed_is_not_checked() -> None:
    """A snippet with an error, one that does not end, and no answer at all."""
    error = said("no", "E0308", (1, 1, 2))
    ending = say_calls.no_end(listing_of("fn main() {}"))
    for answer, reason in (
        (CallsAnswer(diagnostic=error), "ownership/move does not compile"),
        (CallsAnswer(diagnostic=ending), ending.message),
        (None, "ownership/move has no result"),
    ):
        for sentence in (SENTENCE, TABLE):
            verdict = judged(sentence, answer)
            (finding,) = verdict.findings
            assert verdict.state is State.UNCHECKED
            assert finding.message == f"the claim could not be checked: {reason}"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ('"one", calls="mmap"', "calls= needs the snippet that it speaks of"),
        (
            '"one", calls="mmap", snippet="a/b", edition="2021"',
            "the edition of a snippet stands in the snippet",
        ),
        ('"one", calls="mmap | map", snippet="a/b"', "there is no system call `map`"),
        ('"one", calls="mmap | all", snippet="a/b"', "there is no system call `all`"),
        (
            '"one or two", calls="mmap", snippet="a/b"',
            "the words hold 2 numbers, one and two, and one is checked",
        ),
        ('"so", calls="mmap", snippet="a/b"', "the words say no number of system calls"),
        (
            '"8 KiB", calls="mmap", snippet="a/b"',
            "the words count KiBs, and calls= counts system calls",
        ),
        ('"one `brk`", calls="mmap", snippet="a/b"', "the words say `brk`, calls= says mmap"),
        ('"one `brk`", calls="all", snippet="a/b"', "the words say `brk`, calls= says all"),
        (
            '"one", "f()", calls="mmap", snippet="a/b"',
            "the claim has expression and calls, and one claim is checked one way",
        ),
    ],
)
def test_a_claim_that_cannot_be_read_says_why(arguments: str, message: str) -> None:
    """Before anything is run."""
    (finding,) = mistakes_in(f"{{{{ claim({arguments}) }}}}")
    assert finding.message == message


@pytest.mark.parametrize("mode", [Mode.NO_RUN, Mode.CHECK_FAIL, Mode.BUILD_FAIL, Mode.IGNORED])
@pytest.mark.parametrize("sentence", [SENTENCE, TABLE])
def test_a_snippet_that_is_not_run_is_unsuited(sentence: str, mode: Mode) -> None:
    """It asks for nothing."""
    listing = listing_of("fn main() {}", Directives(mode))
    assert find_unsuited(claim_in(sentence), listing) is not None


# Around it ---------------------------------------------------------------------------------


def test_an_answer_is_stored_and_read_again() -> None:
    """With every field."""
    full = CallsAnswer((Traced((("a", 1),), ("a() = 0",)), Traced()), "strace 6.1", said("no"))
    for answer in (full, CallsAnswer()):
        assert read_calls_answer(write_calls_answer(answer)) == answer


def test_tracer_and_listing_make_the_key() -> None:
    """Another tracer, source or flag is another fact; what the page asks of it is not."""
    listings = (listing_of("fn main() {}"), listing_of("fn main() { }"))
    keys = {calls_key("", CallsQuestion(one, name)) for name in "ab" for one in listings}
    assert len(keys) == 4
    first, second = claim_in(SENTENCE), claim_in(SENTENCE.replace("mmap", "munmap"))
    assert kind_of(first).question(first, listings[0]) == kind_of(second).question(
        second, listings[0]
    )


PAGE = """\
# A

It makes {{ claim("one `mmap`", calls="mmap", snippet="large", id="one") }},
{{ claim("no other", calls="brk | mprotect", snippet="large", id="none") }},
{{ claim("2 of both", calls="mmap | munmap", snippet="large", id="both") }}.

{{ calls("large") }}
"""
LARGE = """\
//! A large vector.
fn main() {
    let large = vec![1_u8; 1 << 20];
    drop(large);
}
"""


@TRACES
def test_a_book_with_system_calls_is_checked_explained_and_corrected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the page to the verdict, the second time from the cache, and wrongly."""
    monkeypatch.delenv("CI", raising=False)
    root = write_book(tmp_path, {"a.md": PAGE}, {"large.rs": LARGE})
    first, again = check(root), check(root)
    assert (first.code, again.code) == (0, 0), first.text
    assert "4 claims, 1 listing: all hold" in first.text
    assert "0 compiler calls" in again.text
    explained = run("explain", "--root", root, "docs/a.md:3").text
    assert "holds: main makes calls of mmap: 1 in large · rustc " in explained
    assert ", strace " in explained
    assert "fn main() { let _main = crate::__system_calls::Main::begins();" in explained
    assert (
        "rustc --crate-type=bin --cap-lints=allow -Copt-level=0 -Cdebuginfo=0 --edition=2024 "
        "--crate-name=fact large.rs && strace -f -q -e signal=none -o calls ./fact && "
        r"sed -n '\|/rust-memory: main begins|,\|/rust-memory: main ends|p' calls"
    ) in explained
    write_book(tmp_path, {"a.md": PAGE.replace("2 of both", "3 of both")})
    wrong = check(root)
    assert wrong.code == 1
    assert "the page says 3, `main` of large makes 2 calls of `mmap` or `munmap`" in wrong.text
    assert run("bless", "--root", root, "--yes").code == 0
    assert (root / "docs/a.md").read_text("utf-8") == PAGE
    write_book(tmp_path, {"a.md": PAGE.replace("brk | mprotect", "munmap")})
    blessed = run("bless", "--root", root, "--yes")
    assert blessed.code == 1
    assert say_bless.CALLS in blessed.text + blessed.errors


def test_a_book_without_strace_is_not_checked_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 0, and every claim is counted as what it is; nothing of it is stored."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"large.rs": LARGE})
    with monkeypatch.context() as patch:
        hide_strace(patch)
        found = verify_book(root, Options()).verification
    states = {found.verdicts[claim.id].state for claim in found.claims.claims}
    assert states == {State.ABSENT}
    assert found.report.exit_code == 0
    assert found.report.absent == {say_calls.MISSING: 4}


def site_of(page: str, root: Path) -> str:
    """The first table of a page, as it is rendered."""
    write_book(root, {"a.md": page}, {"large.rs": LARGE})
    site = Site(verify_book(root, Options()).verification)
    call = next(one for one in site.verification.book.pages["docs/a.md"].calls if one.indent == "")
    return site.render(site.verification.book.pages["docs/a.md"], call, "evidence/")


@TRACES
def test_a_table_stands_in_the_page_with_its_evidence(tmp_path: Path) -> None:
    """The calls are text, and the line below leads to the row."""
    shown = site_of(PAGE.replace('calls("large")', 'calls("large", id="table")'), tmp_path)
    assert shown.startswith(
        '\n``` { .text .listing__output .no-copy title="System calls of large" }\n'
        "mmap(NULL, 1052672, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = A\n"
        "munmap(A, 1052672) = 0\n```\n\n"
        '<a class="claim claim--inserted" id="c-table" href="evidence/#table" '
    )
    assert shown.endswith(
        ">What the system was asked while main ran; equal letters are equal addresses.</a>\n"
        "{ .listing__status }\n"
    )


def test_a_table_that_is_not_checked_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In grey words, and without calls."""
    hide_strace(monkeypatch)
    shown = site_of(PAGE, tmp_path)
    assert "```" not in shown
    assert '<span class="absent">not checked here: strace is missing</span>' in shown


def test_a_table_that_was_not_followed_shows_the_finding(tmp_path: Path) -> None:
    """For the live preview."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"large.rs": f"{LARGE}mod __system_calls {{}}\n"})
    site = Site(verify_book(root, Options()).verification)
    page = site.verification.book.pages["docs/a.md"]
    shown = site.render(page, page.calls[-1], "evidence/")
    said = "the claim could not be checked" if name_tracer() else "not checked here"
    assert said in shown


@TRACES
def test_every_wrong_count_is_refuted(tmp_path: Path) -> None:
    """Each mutant of each claim, on the facts that were measured; one judge that sleeps is seen."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"large.rs": LARGE})
    found = verify_book(root, Options()).verification
    guards = [guard_of_claim(claim, found) for claim in found.claims.claims]
    assert [guard.holds for guard in guards] == [True] * 4
    assert [len(guard.trials) for guard in guards] == [6, 3, 6, 0]
    assert score_of(guards).percent == 100.0
    asleep = Judges(claim=lambda claim, _evidence, context: verdict_of(claim, context, (), NOTHING))
    slept = [guard_of_claim(claim, found, asleep) for claim in found.claims.claims]
    assert score_of(slept).percent < 100.0


def test_no_questions_are_no_work() -> None:
    """Not even strace is asked for its version."""
    with work_folder() as folder:
        assert measure_calls((), find_toolchain(), folder, workers=1) == ((), Tally())
