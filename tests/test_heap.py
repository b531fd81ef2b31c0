"""Counted statements: really counted, judged in both directions, claimed, blessed and shown."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.expect import judge_listing
from macros.expect_heap import Heap, judge_heap
from macros.expect_layout import Layouts
from macros.guards import Judges, guard_of_claim, guard_of_listing
from macros.heap import HeapAnswer, HeapCount, HeapQuestion
from macros.heap_text import heap_key, read_heap_answer, write_heap_answer
from macros.kinds import Context, find_unsuited
from macros.model import Finding, Listing, Outcome, State, Trouble, Verdict
from macros.options import Options
from macros.reproduce import whole_program
from macros.rust.counting import counting_listing, counting_program
from macros.rust.heap_counts import compare_runs, count_requests, read_counts
from macros.rust.perform import work_folder
from macros.rust.toolchain import find_toolchain
from macros.snippets import parse_snippet
from tests.made import FILE, NAME, claim_in, judged, mistakes_in, said
from tests.tiny import check, run, write_book

SETTING = "rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024"
MOVE = """\
//! A move.
fn main() {
    let name = String::from("Ada"); //~ allocates 1 block, 3 bytes
    let moved = name; //~ allocates nothing
    drop(moved); //~ frees 1 block, 3 bytes
}
"""
CLAIM = '{{ claim("one block", allocates="let name", snippet="ownership/move") }}'
MOVED = '{{ claim("nothing", allocates="let moved", snippet="ownership/move") }}'
COUNTS = HeapAnswer(
    (
        HeapCount('let name = String::from("Ada");', 1, 1, (1, 3)),
        HeapCount("let moved = name;", 1, 1),
        HeapCount("drop(moved);", 1, 1, frees=(1, 3)),
    )
)


def listing(text: str = MOVE) -> Listing:
    found, findings = parse_snippet(NAME, FILE, text)
    assert findings == ()
    return found


def question(number: int, body: str, head: str = "") -> HeapQuestion:
    """About a program of its own."""
    text = f"//! A.\n{head}fn main() {{\n{body}\n}}\n"
    return HeapQuestion(parse_snippet(f"a/n{number}", f"snippets/a/n{number}.rs", text)[0])


def count(*bodies: str, head: str = "") -> list[HeapAnswer]:
    """What the counted statements of programs ask for, all counted together."""
    questions = [question(number, body, head) for number, body in enumerate(bodies)]
    with work_folder() as folder:
        answers, _ = count_requests(questions, find_toolchain("rustc"), folder, workers=2)
    return list(answers)


def asked(body: str, head: str = "") -> list[tuple[int, ...]]:
    """Blocks, bytes, other sizes, their bytes, ends, their bytes of each statement."""
    (answer,) = count(body, head=head)
    return [(*one.allocates, *one.reallocates, *one.frees) for one in answer.counts]


# Really counted ---------------------------------------------------------------------------


def test_each_sort_of_request_is_counted() -> None:
    """A block, one with zeros, another size, and an end."""
    body = """
        let mut list = vec![1_u64, 2]; //~ allocates nothing
        let zeros = vec![0_u8; 100]; //~ allocates nothing
        list.push(4); //~ allocates nothing
        drop((list, zeros)); //~ allocates nothing
    """
    assert asked(body) == [
        (1, 16, 0, 0, 0, 0), (1, 100, 0, 0, 0, 0), (0, 0, 1, 32, 0, 0), (0, 0, 0, 0, 2, 132),
    ]  # fmt: skip


def test_only_the_statement_is_counted() -> None:
    """Neither what stands around it, nor the room that printing needs, nor the counter itself."""
    body = """
        let before = vec![1_u8; 10];
        println!("{before:?}"); //~ allocates nothing
        let after = vec![1_u8; 20];
        let both = before.len() + after.len(); //~ allocates nothing
        eprintln!("{both}"); //~ allocates nothing
    """
    assert asked(body) == [(0,) * 6] * 3


def test_what_a_statement_calls_and_drops_at_its_end_counts() -> None:
    """A temporary goes with its statement."""
    body = 'let length = name().len(); //~ allocates nothing\n println!("{length}");'
    assert asked(body, 'fn name() -> String { String::from("Ada") }\n') == [(1, 3, 0, 0, 1, 3)]


def test_all_passes_count_together_and_those_of_a_recursion_once() -> None:
    """In loops, in functions that are called several times, in functions that call themselves."""
    head = """
    fn fill(list: &mut Vec<Box<u32>>, depth: u32) {
        if depth > 0 {
            fill(list, depth - 1); //~ allocates nothing
        }
        list.push(Box::new(depth)); //~ allocates nothing
    }
    """
    body = """
        let mut list = Vec::with_capacity(100);
        for _ in 0..3 {
            fill(&mut list, 2); //~ allocates nothing
        }
    """
    (answer,) = count(body, head=head)
    assert [(one.begun, one.ended, one.allocates) for one in answer.counts] == [
        (6, 6, (6, 24)), (9, 9, (9, 36)), (3, 3, (9, 36)),
    ]  # fmt: skip


def test_a_statement_counts_its_own_thread_only() -> None:
    """What other threads ask for meanwhile is theirs."""
    body = """
        let (send, wait) = std::sync::mpsc::channel::<()>();
        let (done, told) = std::sync::mpsc::channel::<()>();
        let other = std::thread::spawn(move || {
            wait.recv().unwrap();
            let held = vec![0_u8; 777]; //~ allocates nothing
            done.send(()).unwrap();
            held
        });
        send.send(()).unwrap();
        let own = { told.recv().unwrap(); Box::new(5_u8) }; //~ allocates nothing
        println!("{own} {}", other.join().unwrap().len());
    """
    (answer,) = count(body)
    held, own = answer.counts
    assert held.allocates == (1, 777)
    assert own.allocates[1] < 777


def test_programs_are_counted_together() -> None:
    """One call of the compiler, and each process has counters of its own."""
    body = "let a = vec![1_u8; {}]; //~ allocates nothing\n drop(a);"
    questions = [question(number, body.format(number)) for number in (1, 2, 3)]
    with work_folder() as folder:
        answers, tally = count_requests(questions, find_toolchain("rustc"), folder, workers=2)
    assert [one.counts[0].allocates for one in answers] == [(1, 1), (1, 2), (1, 3)]
    assert tally.calls == 1


def test_a_program_with_its_own_allocator_cannot_be_counted(tmp_path: Path) -> None:
    """There is one allocator in a program; the compiler says so."""
    own = (
        "//! A.\nuse std::alloc::System;\n\n#[global_allocator]\nstatic OWN: System = System;\n\n"
        "fn main() {\n    let _a = Box::new(1); //~ allocates 1 block, 4 bytes\n}\n"
    )
    found = check(write_book(tmp_path, {"a.md": '{{ snippet("own") }}\n'}, {"own.rs": own}))
    assert (
        "error[heap]: nothing can be counted here: with its counter the program does not compile: "
        "cannot define multiple global allocators" in found.text
    )


def test_a_program_that_does_not_end_by_itself_tells_nothing() -> None:
    """An abort leaves no time for it."""
    (answer,) = count("let a = Box::new(1); //~ allocates nothing\n std::process::abort();")
    assert answer == HeapAnswer(ended="SIGABRT")


def test_an_exit_tells_what_was_counted() -> None:
    """Ending early is an end."""
    (answer,) = count("let _a = Box::new(1); //~ allocates nothing\n std::process::exit(0);")
    assert answer.counts[0].allocates == (1, 4)


def test_a_program_cannot_be_taken_for_its_counter() -> None:
    """Only what stands behind all of its own output is read."""
    own = "\n@heap 0 1 1 9 9 9 9 9 9\nhello\n"
    told = "\n@heap 0 1 1 2 3 0 0 0 0\n@end\n"
    assert read_counts(own + told, ["f();"]) == (HeapCount("f();", 1, 1, (2, 3)),)
    assert read_counts(own, ["f();"]) is None
    unended = "\n@heap 0 1 1 0 0 0 0 0 0"
    assert read_counts(unended + told, ["f();"]) == (HeapCount("f();", 1, 1, (2, 3)),)
    other = "\n@heap 99 1 1 0 0 0 0 0 0"
    assert read_counts(other + told, ["f();"]) == (HeapCount("f();", 1, 1, (2, 3)),)


@pytest.mark.parametrize("number", [0, 1, 99])
def test_a_program_cannot_tell_counts_of_its_own(number: int) -> None:
    """Its last line, without an end, stands right before what the counter tells."""
    body = """
        let block = vec![0_u8; 4096]; //~ allocates nothing
        if block.is_empty() {
            drop(block.clone()); //~ allocates nothing
        }
        print!("hello\\n@heap %d 1 1 0 0 0 0 0 0", );
    """
    (answer,) = count(body % number)
    assert [(one.begun, one.allocates) for one in answer.counts] == [(1, (1, 4096)), (0, (0, 0))]


def test_lines_keep_their_numbers() -> None:
    """The calls stand on the statement's own lines."""
    plain = listing()
    program = counting_listing(plain).source
    assert program.count("\n") == plain.source.count("\n")
    assert program.split("\n")[1] == (
        '    crate::__heap::begin(0); let name = String::from("Ada"); crate::__heap::end(0);'
    )


def test_a_count_that_depends_on_chance_is_no_fact() -> None:
    """A program is run twice: the length of a vector comes from the clock."""
    body = """
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let length = 1 + usize::try_from(now.as_nanos() % 1_000_000_007).unwrap() / 1_000;
        let block = vec![0_u8; length]; //~ allocates nothing
        drop(block); //~ allocates nothing
        let same = Box::new(1_u8); //~ allocates nothing
        println!("{same}");
    """
    (answer,) = count(body)
    block, end, same = answer.counts
    assert block.again.startswith("allocates 1 block, ")
    assert end.again.startswith("frees 1 block, ")
    assert (same.allocates, same.again) == ((1, 1), "")


def test_of_two_runs_the_one_counts_that_was_left() -> None:
    """A statement that is not always run to its end says nothing, however little it asks."""
    whole, never, left = (HeapCount("f();", *each) for each in ((1, 1), (0, 0), (2, 1)))
    for other in (never, left):
        for runs in ((whole, other), (other, whole)):
            one, two = (HeapAnswer((each,)) for each in runs)
            assert compare_runs(one, two) == HeapAnswer((other,))
    ended = HeapAnswer(ended="SIGABRT")
    assert compare_runs(COUNTS, ended) == compare_runs(ended, COUNTS) == ended


# Judged -----------------------------------------------------------------------------------


def findings(text: str, answer: HeapAnswer | Trouble | None = COUNTS) -> list[Finding]:
    return list(judge_heap(listing(text), answer, SETTING))


def test_true_facts_hold() -> None:
    """Nothing is found."""
    assert findings(MOVE) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("1 block, 3 bytes\n    let", "2 blocks, 3 bytes\n    let",
         "the margin says allocates 2 blocks, 3 bytes; the statement allocates 1 block, 3 bytes"),
        ("1 block, 3 bytes\n    let", "1 block, 4 bytes\n    let",
         "the margin says allocates 1 block, 4 bytes; the statement allocates 1 block, 3 bytes"),
        ("allocates nothing", "frees 1 block, 1 byte",
         "the margin says frees 1 block, 1 byte; the statement allocates nothing"),
        ("frees 1 block, 3 bytes", "allocates nothing",
         "the margin says allocates nothing; the statement frees 1 block, 3 bytes"),
    ],
)  # fmt: skip
def test_a_wrong_or_missing_fact_is_refuted(old: str, new: str, message: str) -> None:
    """With both values, at the fact, and the compiler it was counted with."""
    (finding,) = findings(MOVE.replace(old, new))
    assert (finding.code, finding.message) == ("heap", message)
    assert finding.notes == (f"counted: by the allocator   {SETTING}",)


def test_runs_that_differ_are_a_finding() -> None:
    """With what each of them asked; a claim about the statement is not checked."""
    first = replace(COUNTS.counts[0], again="allocates 1 block, 4 bytes")
    answer = HeapAnswer((first, *COUNTS.counts[1:]))
    (finding,) = findings(MOVE, answer)
    assert (finding.code, finding.message) == (
        "heap",
        "the statement allocates 1 block, 3 bytes in one run of the program and allocates 1 block, "
        "4 bytes in another, so no fact is true",
    )
    assert finding.notes == (
        f"counted: {SETTING}",
        "help: count a statement that does not depend on time or chance",
    )
    verdict = judged(CLAIM, answer)
    assert verdict.state is State.UNCHECKED
    (found,) = verdict.findings
    assert "two runs of the program differ here; the finding at its margin says more" in (
        found.message
    )
    assert read_heap_answer(write_heap_answer(answer)) == answer


def test_several_passes_are_named() -> None:
    """So that nobody looks for one statement that asks for so much."""
    answer = HeapAnswer((HeapCount("f();", 3, 3, (3, 9)), *COUNTS.counts[1:]))
    (finding,) = findings(MOVE, answer)
    assert finding.notes == (f"counted: by the allocator in 3 passes together   {SETTING}",)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (HeapAnswer((HeapCount(), *COUNTS.counts[1:])),
         "the program never runs this statement, so it asks for nothing"),
        (HeapAnswer((HeapCount("f();", 2, 1, (1, 3)), *COUNTS.counts[1:])),
         "the statement is left before its end in 1 of 2 passes"),
        (HeapAnswer(ended="SIGABRT"),
         "nothing can be counted here: the program ends before it tells its counts (SIGABRT)"),
        (HeapAnswer(diagnostic=said("no", "E0001")),
         "nothing can be counted here: with its counter the program does not compile: "
         "E0001, no"),
        (Trouble("no compiler"), "this could not be checked"),
        (None, "what is asked of the allocator was not counted"),
    ],
)  # fmt: skip
def test_what_was_not_counted_is_a_finding(
    answer: HeapAnswer | Trouble | None, message: str
) -> None:
    """Nothing passes silently."""
    (finding,) = findings(MOVE, answer)
    is_trouble = isinstance(answer, Trouble)
    assert is_trouble or finding.message == message
    assert finding.broken == (answer is None or is_trouble)


# Claimed ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["one block", "3 bytes", "24 bits", "`1` heap block"]
)  # fmt: skip
def test_a_claim_counts_blocks_or_bytes(words: str) -> None:
    """What its words count."""
    assert judged(CLAIM.replace("one block", words), COUNTS).state is State.HOLDS


def test_a_claim_of_nothing_holds_where_nothing_is_asked() -> None:
    """And not where something is."""
    assert judged(MOVED, COUNTS).state is State.HOLDS
    assert judged(MOVED.replace("let moved", "let name"), COUNTS).state is State.REFUTED


def test_a_wrong_claim_is_refuted_with_both_values() -> None:
    """The statement, and the command that accepts the number."""
    verdict = judged(CLAIM.replace("one block", "two blocks"), COUNTS)
    (finding,) = verdict.findings
    assert finding.message == (
        "the page says that it allocates two, the statement allocates 1 block, 3 bytes"
    )
    assert finding.notes == (
        f'counted: `let name = String::from("Ada");`   {SETTING}',
        "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42",
        "accept:    .venv/bin/python -m macros bless docs/sizes.md:42    "
        "then read the sentence again",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        CLAIM.replace("one block", "three"),
        CLAIM.replace("one block", "a lot"),
    ],
)
def test_words_that_count_nothing_are_a_finding(sentence: str) -> None:
    """Nobody could say what has to be equal."""
    (finding,) = mistakes_in(sentence)
    assert (
        finding.message == "the words have to count blocks or bytes, or to say that it is nothing"
    )


def test_a_claim_needs_its_snippet() -> None:
    """As every claim about a program does."""
    (finding,) = mistakes_in('{{ claim("one block", frees="drop(moved)") }}')
    assert finding.message == "frees= needs the snippet that it speaks of"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("let n", None),
        ("let other", "no counted statement of ownership/move begins with `let other`"),
        ("let", "2 counted statements of ownership/move begin with `let`"),
    ],
)
def test_a_claim_names_one_counted_statement(words: str, message: str | None) -> None:
    """By the words that it begins with."""
    claim = claim_in(CLAIM.replace("let name", words))
    finding = find_unsuited(claim, listing())
    assert (finding and finding.message) == message


@pytest.mark.parametrize(
    ("words", "notes"),
    [
        ("let nmae", ("help: did you mean `let name`?", "counted: `let name")),
        ("drop(moved)", ("help: add `//~ allocates …` to its line, such as //~",)),
    ],
)
def test_a_statement_that_is_not_counted_is_marked(words: str, notes: tuple[str, ...]) -> None:
    """At its own characters: misspelt, or there and without a fact."""
    text = MOVE.replace(" //~ frees 1 block, 3 bytes", "")
    sentence = CLAIM.replace("let name", words)
    finding = find_unsuited(claim_in(sentence), listing(text))
    assert finding is not None
    assert finding.mark is not None
    assert sentence[finding.mark.column - 1 : finding.mark.end_column - 1] == words
    assert len(finding.notes) == len(notes)
    for note, start in zip(finding.notes, notes, strict=True):
        assert note.startswith(start)


def test_a_claim_without_counts_is_not_checked() -> None:
    """The listing's own finding says more."""
    for answer in (None, HeapAnswer(ended="SIGABRT"), HeapAnswer((HeapCount("let name", 2, 1),))):
        assert judged(CLAIM, answer).state is State.UNCHECKED


# Kept, shown, corrected -------------------------------------------------------------------


def test_answers_are_stored() -> None:
    """And read again as they were."""
    for answer in (COUNTS, HeapAnswer(diagnostic=said("no")), HeapAnswer(ended="SIGABRT")):
        assert read_heap_answer(write_heap_answer(answer)) == answer
    other = HeapQuestion(
        listing(MOVE.replace("let moved = name; //~ allocates nothing", "let moved = name;"))
    )
    assert heap_key("", HeapQuestion(listing())) != heap_key("", other)


def test_the_program_behind_a_claim_compiles_by_itself(tmp_path: Path) -> None:
    """Anybody can run it, and sees the counts behind the output."""
    claim = claim_in(CLAIM)
    program = whole_program(claim, judged(CLAIM, COUNTS), {NAME: listing()})
    assert program == counting_program(listing())
    (tmp_path / "fact.rs").write_text(program, "utf-8")
    rustc = find_toolchain("rustc").rustc
    subprocess.run([rustc, "--edition=2024", "fact.rs"], cwd=tmp_path, check=True)
    told = subprocess.run(
        [tmp_path / "fact"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert told.stdout.strip().split("\n")[0] == "@heap 0 1 1 1 3 0 0 0 0"


def test_a_book_is_corrected_and_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """bless writes the counts and what was missing; afterwards all holds, and explain shows it."""
    monkeypatch.delenv("CI", raising=False)
    wrong = MOVE.replace("1 block, 3 bytes\n    let", "2 blocks, 4 bytes\n    let").replace(
        "drop(moved); //~ frees 1 block, 3 bytes", "drop(moved); //~ allocates nothing"
    )
    page = f"# A\n\nIt takes {CLAIM.replace('one block', 'nine blocks')}.\n\n{MOVED}\n"
    root = write_book(tmp_path, {"a.md": page}, {"ownership/move.rs": wrong})
    assert run("bless", "--root", root, "--yes").code == 0
    assert (root / FILE).read_text("utf-8") == MOVE.replace("frees 1", "allocates nothing; frees 1")
    assert "one block" in (root / "docs/a.md").read_text("utf-8") or "1 block" in (
        root / "docs/a.md"
    ).read_text("utf-8")
    assert check(root).code == 0
    explained = run("explain", "--root", root, FILE).text
    assert "    drop(moved);  frees 1 block, 3 bytes\n" in explained
    assert "“let name” allocates: 1 block" in run("explain", "--root", root, "docs/a.md:3").text


def test_every_mutant_is_refuted(tmp_path: Path) -> None:
    """Numbers, units, facts left out, nothing made something."""
    text = MOVE.replace("frees 1", "allocates nothing; frees 1")
    page = f"# A\n\n{CLAIM} and {MOVED} and {CLAIM.replace('one block', '3 bytes')}\n"
    root = write_book(tmp_path, {"a.md": page}, {"ownership/move.rs": text})
    found = verify_book(root, Options()).verification
    guards = [guard_of_claim(one, found) for one in found.claims.claims]
    guards.append(guard_of_listing(found.listings[NAME], found))
    assert all(guard.holds for guard in guards)
    changes = {trial.mutant.change for guard in guards for trial in guard.trials}
    assert {"count +1", "count dropped", "nothing replaced", "fact left out"} <= changes
    assert all(trial.refuted for guard in guards for trial in guard.trials)


def believing(
    listing: Listing, outcome: Outcome, context: Context, layouts: Layouts, _heap: Heap
) -> Verdict:
    """A judge that believes every count."""
    return judge_listing(replace(listing, counted=()), outcome, context, layouts)


def test_a_judge_that_believes_counts_leaves_survivors(tmp_path: Path) -> None:
    """The mutants are really judged by their counts."""
    page = '# A\n\n{{ snippet("ownership/move") }}\n'
    root = write_book(tmp_path, {"a.md": page}, {"ownership/move.rs": MOVE})
    found = verify_book(root, Options()).verification
    guard = guard_of_listing(found.listings[NAME], found, Judges(listing=believing))
    assert guard.holds
    assert len(guard.survivors(MOVE)) == len(guard.trials) > 0


def test_counts_stand_below_the_program(tmp_path: Path) -> None:
    """A line for each counted statement."""
    page = '# A\n\n{{ snippet("ownership/move") }}\n'
    root = write_book(tmp_path, {"a.md": page}, {"ownership/move.rs": MOVE})
    site = verify_book(root, Options())
    shown = site.render_item("docs/a.md", 0, "evidence.html")
    assert "listing__heap" in shown
    assert 'let name = String::from("Ada");  allocates 1 block, 3 bytes' in shown


@pytest.mark.parametrize(
    "words",
    ["not nothing", "nothing but blocks", "no small amount", "not without", "almost nothing",
     "isn't nothing", "not a little", "more than nothing", "never none"],
)  # fmt: skip
def test_a_denial_that_is_turned_round_is_refused(words: str) -> None:
    """It would be held against 0, and says that there is something."""
    turned = f'{{{{ claim("{words}", allocates="let name", snippet="ownership/move") }}}}'
    (finding,) = mistakes_in(turned)
    assert finding.message == (
        "the words have to count blocks or bytes, or to say that it is nothing"
    )
    called = f'{{{{ claim("{words}", calls="mmap", snippet="ownership/move") }}}}'
    (finding,) = mistakes_in(called)
    assert finding.message == "the words say no number of system calls"
