"""Claims about moments: judged on snapshots written by hand, and on programs that stopped."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.guards import Judges, guard_of_claim, score_of
from macros.kinds import kind_of
from macros.kinds.evidence import NOTHING, verdict_of
from macros.memory import (
    Block,
    Frame,
    Region,
    Snapshot,
    SnapshotAnswer,
    SnapshotQuestion,
    Spot,
    Standing,
    Static,
    Thread,
    Value,
    Variable,
)
from macros.model import Finding, Mark, Place, State, Verdict
from macros.options import Options
from macros.report import say_bless, say_snapshots
from macros.reproduce import command_of_claim, whole_program
from macros.snippets import parse_snippet
from tests.made import TOOLCHAIN, claim_in, judged, listing_of, said
from tests.tiny import check, run, write_book

SETTING = "rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024"
REPRODUCE = "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42"
MEASURED = f"measured: ownership/move   {SETTING}"


# Snapshots written by hand --------------------------------------------------------------------


def heap(number: int, offset: int = 0, reach: int | None = None) -> Spot:
    return Spot(Region.HEAP, f"heap #{number}", offset, reach)


def held(name: str, value: Value | None, standing: Standing = Standing.LIVE) -> Variable:
    type, size = (value.type, value.size) if value else ("u8", 1)
    return Variable(name, type, 0, size, bytes(size), value, standing, 0, on_stack(name))


def on_stack(name: str, offset: int = 0, reach: int | None = None) -> Spot:
    """Each name has 100 bytes of the stack."""
    at = 100 * (name.encode()[0] - 128) + offset
    return Spot(Region.STACK, f"main: {name}", offset, reach, 0, "main", at)


def whole(type: str, number: int, offset: int = 0) -> Value:
    return Value(type, str(number), offset, 4)


def text_in(spot: Spot, length: int, type: str = "String", room: int = 5) -> Value:
    words = f"len {length}, capacity {room}" if type == "String" else f"len {length}"
    return Value(type, words, 0, 24 if type == "String" else 16, spot=spot)


HELLO = Block(1, 5, 1, used=5, bytes=b"hello", value=Value("str", '"hello"', 0, 5))
COPY = Block(2, 5, 1, used=5, bytes=b"hello", value=Value("str", '"hello"', 0, 5))
NUMBERS = Block(3, 16, 4, moved=1, used=8, bytes=bytes(16), value=Value(
    "[i32]", "", 0, 8, (("0", whole("i32", 7)), ("1", whole("i32", -2, 4)))))  # fmt: skip
COUNTED = Block(4, 24, 8, bytes=bytes(24))
LITERAL = Static('"word"', ".rodata", 4, b"word")
POINT = Value(
    "Point",
    "",
    0,
    8,
    (("x", whole("i32", 3)), ("size", whole("i32", 9, 4))),
)
START = (
    held("s", text_in(heap(1, 0, 5), 5)),
    held("v", Value("Vec<i32>", "len 2, capacity 4", 0, 24, spot=heap(3, 0, 8))),
    held("word", text_in(Spot(Region.STATIC, '"word"', 0, 4), 4, "&str")),
    held("p", POINT),
    held("yes", Value("bool", "true", 0, 1)),
    held("c", Value("char", "'x'", 0, 4)),
    held("f", Value("f64", "1.5", 0, 8)),
    held("n", Value("Option<Box<u8>>", "None", 0, 8)),
    held("nil", Value("*const u8", "", 0, 8, spot=Spot(Region.NULL))),
    held("lost", Value("*const u8", "", 0, 8, spot=Spot(Region.DANGLING))),
    held("opaque", Value("Mutex<u8>", "8 bytes", 0, 8)),
    held("late", None, Standing.UNINITIALISED),
    held("row", Value("[u8; 3]", "", 0, 3, (("0", whole("u8", 1)),))),
)
MOVED = (
    held("s", text_in(heap(1, 0, 5), 5), Standing.MOVED),
    held("t", text_in(heap(1, 0, 5), 5)),
    held("copy", text_in(heap(2, 0, 5), 5)),
    held("part", text_in(heap(1, 1, 2), 2, "&str")),
    held("r", Value("&Vec<i32>", "", 0, 8, spot=on_stack("v", 0, 24))),
    held("v", Value("Vec<i32>", "len 2, capacity 4", 0, 24, spot=heap(3, 0, 8))),
    held("field", Value("&i32", "", 0, 8, spot=on_stack("p", 4, 4))),
    held("p", POINT),
    held("rc", Value("Rc<u8>", "strong 2, weak 1", 0, 8, spot=heap(4, 0, 24))),
    held("stale", Value("*const u8", "", 0, 8, spot=Spot(Region.FREED, "heap #5", 0, 1))),
    held("same", Value("char", "'x'", 0, 4)),
    held("same", Value("char", "'y'", 0, 4)),
)


def moment(
    label: str, variables: tuple[Variable, ...], hit: int = 1, freed: bool = False
) -> Snapshot:
    threads = (Thread("main", (Frame("main", 4, variables),)),)
    blocks = (HELLO, COPY, NUMBERS, COUNTED, Block(5, 1, 1, freed=freed))
    return Snapshot(label, 4, hit, threads, blocks, (LITERAL,))


def call(*numbers: int) -> tuple[Frame, ...]:
    return tuple(Frame("fact", 2, (held("n", whole("u64", each)),)) for each in numbers)


DEEP = Snapshot("deep", 9, 1, (
    Thread("main", (*call(1, 2, 3), Frame("main", 8, (held("m", whole("i32", 3)),)))),
    Thread("worker", (Frame("job", 3, (held("k", whole("u8", 1)),)),)),
    Thread("other", (Frame("job", 3, (held("k", whole("u8", 2)),)),)),
))  # fmt: skip
ANSWER = SnapshotAnswer((
    moment("start", START),
    moment("moved", MOVED, freed=True),
    moment("loop", (held("i", whole("i32", 0)),)),
    moment("loop", (held("i", whole("i32", 1)),), hit=2),
    DEEP,
))  # fmt: skip


def sentence_of(statement: str, words: str = "so") -> str:
    text = statement.replace("'", "\\'")
    return f"""{{{{ claim("{words}", snapshot='{text}', snippet="ownership/move") }}}}"""


def judge(statement: str, words: str = "so") -> Verdict:
    return judged(sentence_of(statement, words), ANSWER)


def the_finding(verdict: Verdict) -> Finding:
    (finding,) = verdict.findings
    assert (finding.code, verdict.state) == ("snapshot", State.REFUTED)
    return finding


TRUE = [
    "moved: t.ptr == start: s.ptr",
    "moved: copy.ptr != start: s.ptr",
    "moved: copy == start: s",
    "moved: s.ptr == moved: t.ptr",
    "moved: part.ptr == heap #1 + 1",
    "moved: t.ptr == heap #1",
    "moved: r.ptr == moved: &v",
    "moved: field.ptr == moved: &p.size",
    "moved: stale.ptr == heap #5",
    "start: word.ptr == .rodata",
    "start: nil.ptr == null",
    "start: lost.ptr == dangling",
    'start: s == "hello"',
    'moved: part == "el"',
    'start: word == "word"',
    "start: s.len == 5",
    "start: s.cap == 5",
    "start: s.size == 24",
    "moved: r.len == start: v.len",
    "moved: rc.strong == 2",
    "moved: rc.weak == 1",
    "start: row.len == 3",
    "start: v.0 == 7",
    "start: v.1 == -2",
    "moved: r.1 == -2",
    "start: p.x == 3",
    "start: p.size == 9",
    "start: main.p.x == 3",
    "moved: p == start: p",
    "start: yes == true",
    "start: c == 'x'",
    "start: f == 1.5",
    "start: n == None",
    "start: late is not yet initialised",
    "start: late.size == 1",
    "start: s is live",
    "moved: s is moved",
    "moved: s.is == moved",
    "moved: s.is != start: s.is",
    "start: heap #3.size == 16",
    "start: heap #3.align == 4",
    "start: heap #3.used == 8",
    "start: heap #3.moved == 1",
    "start: heap #3.0 == 7",
    "start: heap #5 is live",
    "moved: heap #5 is freed",
    "loop#1: i == 0",
    "loop#2: i == 1",
    "deep: fact#1.n == 3",
    "deep: fact#3.n == 1",
    "deep: m == 3",
    "deep: worker/k == 1",
    "deep: other/job.k == 2",
]


@pytest.mark.parametrize("statement", TRUE)
def test_what_lay_there_holds(statement: str) -> None:
    """Every sort of path and value."""
    verdict = judge(statement)
    assert [finding.message for finding in verdict.findings] == []
    assert verdict.state is State.HOLDS
    assert verdict.measured


FALSE = [
    (
        "moved: copy.ptr == start: s.ptr",
        "moved: copy points to heap #2 + 0, start: s points to heap #1 + 0",
    ),
    (
        "moved: t.ptr != start: s.ptr",
        "the page says that they differ, and they are the same: "
        "moved: t points to heap #1 + 0, start: s points to heap #1 + 0",
    ),
    ("moved: part.ptr == heap #1", "moved: part points to heap #1 + 1, the page says heap #1"),
    ("start: word.ptr == .data", 'start: word points to "word" + 0, the page says .data'),
    ("start: nil.ptr == dangling", "start: nil points to null, the page says dangling"),
    ("moved: stale.ptr == heap #1",
     "moved: stale points to heap #5 + 0, which was freed, the page says heap #1"),
    ("start: s.len == 6", "start: s.len is 5, the page says 6"),
    ("moved: rc.strong == 1", "moved: rc.strong is 2, the page says 1"),
    ('start: s == "hallo"', 'start: s is "hello", the page says "hallo"'),
    ("start: n == Some", "start: n is None, the page says Some"),
    ("moved: s is live", "moved: s is moved, the page says live"),
    ("start: heap #5 is freed", "start: heap #5 is live, the page says freed"),
    ("loop#1: i == loop#2: i", "loop#1: i is 0, loop#2: i is 1"),
    ("deep: worker/k == deep: other/k", "deep: worker/k is 1, deep: other/k is 2"),
    ("moved: r.ptr == start: &p", "moved: r points to main: v + 0, start: p lies at main: p + 0"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "message"), FALSE)
def test_what_lay_otherwise_is_refuted(statement: str, message: str) -> None:
    """Both values, each with its moment, at the characters of the statement."""
    verdict = judge(statement)
    finding = the_finding(verdict)
    assert (finding.message, finding.notes) == (message, (MEASURED, REPRODUCE))
    assert marked(finding, statement) == statement


def marked(finding: Finding, statement: str, words: str = "so") -> str:
    assert finding.mark is not None
    return sentence_of(statement, words)[finding.mark.column - 1 : finding.mark.end_column - 1]


UNREAD = [
    (
        "strat: s.len == 5",
        "strat",
        "ownership/move has no snapshot `strat`",
        (
            "help: did you mean `start`?",
            "labels: `start`, `moved`, `loop#1`, `loop#2` and `deep`",
        ),
    ),
    ("loop#3: i == 1", "loop#3", "ownership/move has no snapshot `loop#3`",
     ("help: did you mean `loop#2`?", "labels: `start`, `moved`, `loop#1`, `loop#2` and `deep`")),
    ("loop: i == 1", "loop", "the program comes to `loop` more than once",
     ("help: write one of: `loop#1` and `loop#2`",)),
    ("loop#1: j == 1", "j", "no variable `j` is drawn at `loop#1`", ("there are: `i`",)),
    ("deep: fact.m == 1", "m", "no variable `m` is drawn at `deep`",
     ("there are: `fact#3.n`, `fact#2.n`, `fact#1.n`, `m`, `worker/job.k` and `other/job.k`",)),
    ("deep: n == 1", "n", "several frames have a variable `n` at `deep`",
     ("help: write one of: `fact#3.n`, `fact#2.n` and `fact#1.n`",)),
    ("deep: k == 1", "k", "several frames have a variable `k` at `deep`",
     ("help: write one of: `worker/job.k` and `other/job.k`",)),
    ("deep: helper/k == 1", "helper", "no thread is called `helper` at `deep`",
     ("there are: `main`, `worker` and `other`",)),
    ("moved: same == 5", "same", "two variables of one frame are called `same` at `moved`",
     ("found: `main/main.same`", "help: give one of them another name")),
    ("start: heap #9 is live", "heap #9", "no block `heap #9` is drawn at `start`",
     ("there are: `heap #1`, `heap #2`, `heap #3`, `heap #4` and `heap #5`",)),
    ("start: p.y == 3", "y", "nothing is called `y` there", ("known: `x` and `size`",)),
    ("start: yes.len == 3", "len", "nothing is called `len` there",
     ("known: `size`",)),
    ("start: heap #4.x == 1", "x", "nothing is called `x` there",
     ("known: `size`, `align`, `used`, `moved` and `is`",)),
    ("start: late == 3", "late",
     "at `start`, late is not yet initialised: its bytes mean nothing", ()),
    ("start: v == 3", "v", "`v` holds a pointer, so it is not said what is to be compared",
     ("help: compare one of: `0`, `1`, `ptr`, `len`, `cap` and `size`",)),
    ("start: opaque == 3", "opaque",
     "the bytes of `opaque` are not decoded, so they cannot be compared", ()),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "characters", "message", "notes"), UNREAD)
def test_a_path_that_leads_to_nothing_is_refuted(
    statement: str, characters: str, message: str, notes: tuple[str, ...]
) -> None:
    """With what could be meant, at exactly the wrong characters."""
    finding = the_finding(judge(statement))
    assert finding.message == message
    assert finding.notes == (*notes, REPRODUCE)
    assert marked(finding, statement) == characters


@pytest.mark.parametrize(
    "statement",
    [
        "start: s.len == start: s.ptr",
        "start: s.len == heap #1",
        "start: s.ptr == 5",
        "start: yes == moved",
        "start: s is live".replace("is live", "== .rodata"),
        "start: p == 3",
        'start: s.len == "5"',
    ],
)
def test_two_sorts_of_things_are_not_compared(statement: str) -> None:
    """A number is no place, and no text."""
    finding = the_finding(judge(statement))
    assert finding.message.endswith(": these are no two things of one sort")
    assert finding.notes[0].startswith("help: compare numbers with numbers")


@pytest.mark.parametrize(
    ("words", "statement", "wrong"),
    [
        ("5 bytes", "start: s.len == 5", ""),
        ("40 bits", "start: s.len == 5", ""),
        ("three words", "start: s.size == 24", ""),
        ("two elements", "start: v.len == 2", ""),
        ("two owners", "moved: rc.strong == 2", ""),
        ("1 byte behind the start", "moved: part.ptr == heap #1 + 1", ""),
        ("from 0 to 1", "loop#1: i != loop#2: i", ""),
        ("6 bytes", "start: s.len == 5", "6 bytes"),
        ("5 bits", "start: s.len == 5", "5 bits"),
        ("2 bytes", "start: v.len == 2", "2 bytes"),
        ("1.5 of it", "start: v.len == 2", "1.5"),
    ],
)
def test_a_number_of_the_words_is_one_that_is_compared(
    words: str, statement: str, wrong: str
) -> None:
    """In its unit, where the value is counted in bytes."""
    verdict = judge(statement, words)
    if not wrong:
        assert verdict.state is State.HOLDS
        return
    finding = the_finding(verdict)
    value = "2" if "v.len" in statement else "5"
    assert finding.message == f"the page says {wrong}, what is compared is: {value}"
    assert marked(finding, statement, words) == wrong


def test_what_cannot_be_stopped_is_not_checked() -> None:
    """The engine's own message is told, at the claim."""
    error = said("the program never comes to the snapshot `start`", "", (3, 1, 2))
    ours = say_snapshots.mark_not_reached(Mark("start", Place("a.rs", 1, 1, 1, 2), 1, 2))
    for answer, reason in (
        (
            SnapshotAnswer((), (ours,)),
            f"the memory of ownership/move cannot be drawn: {ours.message}",
        ),
        (SnapshotAnswer((), (error,)), "the memory of ownership/move cannot be drawn"),
        (None, "ownership/move has no result"),
    ):
        verdict = judged(sentence_of("start: s.len == 5"), answer)
        (finding,) = verdict.findings
        assert verdict.state is State.UNCHECKED
        assert finding.message == f"the claim could not be checked: {reason}"
        assert any(note.startswith("rustc:") for note in finding.notes) is (
            answer is not None and answer.diagnostics == (error,)
        )


def test_the_question_is_the_players_own() -> None:
    """All claims about a snippet, and its player, share one run."""
    listing = listing_of("fn main() {}")
    one, other = claim_in(sentence_of("a: b == 5")), claim_in(sentence_of("a: c == 6"))
    question = kind_of(one).question(one, listing)
    assert isinstance(question, SnapshotQuestion)
    assert question == kind_of(other).question(other, listing)


# Programs that really stopped -----------------------------------------------------------------

MOVE = """\
//! A move, a growth and an end.
fn main() {
    let s = String::from("hello");
    let mut v: Vec<i32> = Vec::with_capacity(2);
    v.push(7);
    //@ snapshot: start
    let t = s;
    let part = &t[1..3];
    //@ snapshot: the move is done
    println!("{part}");
    v.extend([8, 9]);
    drop(t);
    //@ snapshot: end, show: v
    println!("{v:?}");
}
"""
STATEMENTS = {
    "the same block": "the move is done: t.ptr == start: s.ptr",
    "5 bytes": "start: s.len == 5",
    "says hello": 'start: s == "hello"',
    "is gone": "the move is done: s is moved",
    "1 byte behind": "the move is done: part.ptr == heap #1 + 1",
    "grown from two to four": "start: v.cap != end: v.cap",
    "was freed": "end: heap #1 is freed",
    "begins with 7": "end: v.0 == 7",
}
PAGE = "# A\n\n" + "\n".join(
    f"""It {{{{ claim("{words}", snapshot='{statement}', snippet="move") }}}}."""
    for words, statement in STATEMENTS.items()
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_book(tmp_path, {"a.md": PAGE}, {"move.rs": MOVE})


def test_a_book_about_moments_is_checked_and_explained(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the page to the verdict, the second time from the cache, and wrongly."""
    monkeypatch.delenv("CI", raising=False)
    first, again = check(root), check(root)
    assert (first.code, again.code) == (0, 0), first.text
    assert "8 claims, 1 listing: all hold" in first.text
    assert "2 compiler calls" in first.text
    assert "0 compiler calls" in again.text
    explained = run("explain", "--root", root, "docs/a.md:3").text
    assert "the move is done: t.ptr == start: s.ptr (heap #1 + 0) in move" in explained
    assert "\n        //@ snapshot: the move is done\n" in explained
    write_book(root, {"a.md": PAGE.replace("start: s.len == 5", "start: s.len == 4")})
    wrong = check(root)
    assert wrong.code == 1
    assert "error[snapshot]: start: s.len is 5, the page says 4" in wrong.text
    blessed = run("bless", "--root", root, "--yes")
    assert blessed.code == 1
    assert say_bless.SNAPSHOT in blessed.text + blessed.errors


def test_every_wrong_statement_is_refuted(root: Path) -> None:
    """Each mutant of each claim, on one run of the program; a judge that sleeps is seen."""
    found = verify_book(root, Options()).verification
    guards = [guard_of_claim(claim, found) for claim in found.claims.claims]
    assert [guard.holds for guard in guards] == [True] * len(STATEMENTS)
    assert min(len(guard.trials) for guard in guards) >= 3
    assert score_of(guards).percent == 100.0
    asleep = Judges(claim=lambda claim, _evidence, context: verdict_of(claim, context, (), NOTHING))
    slept = [guard_of_claim(claim, found, asleep) for claim in found.claims.claims]
    assert score_of(slept).percent < 50.0


def test_the_command_stops_at_the_marks(tmp_path: Path) -> None:
    """The program in the row of evidence, built and stopped with the command beside it."""
    listing, _ = parse_snippet("own/move", "snippets/own/move.rs", MOVE)
    assert listing is not None
    claim = claim_in(sentence_of("start: s.len == 5").replace("ownership/move", "own/move"))
    verdict = judged(sentence_of("start: s.len == 5"), ANSWER)
    program = whole_program(claim, verdict, {"own/move": listing})
    command = command_of_claim(claim, listing, "2024", TOOLCHAIN)
    assert command == (
        "rustc --crate-type=bin --cap-lints=allow -Ccodegen-units=1 -g -Copt-level=0 "
        "-Cforce-frame-pointers=yes --edition=2024 --crate-name=fact move.rs && "
        "gdb -nx -batch -iex 'set auto-load off' "
        "-ex 'break move.rs:5' -ex 'break move.rs:8' -ex 'break move.rs:12' -ex run "
        "-ex 'backtrace full' -ex continue -ex 'backtrace full' -ex continue "
        "-ex 'backtrace full' ./fact    # measured with rustc 1.95.0"
    )
    assert shutil.which("gdb"), "make test installs gdb"
    (tmp_path / "move.rs").write_text(program)
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    stops = [line for line in done.stdout.splitlines() if line.startswith("Breakpoint ")]
    assert [line.rpartition(":")[2] for line in stops[-3:]] == ["6", "9", "13"]
