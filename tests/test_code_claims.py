"""Claims about assembly and MIR: how they are written, judged, explained and made wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.build import verify_book
from macros.codegen import Code, CodegenAnswer, CodegenQuestion
from macros.codegen_words import is_thing, read_codegen
from macros.guards import Judges, guard_of_claim, score_of
from macros.kinds import find_unsuited, kind_of
from macros.kinds.evidence import NOTHING, verdict_of
from macros.model import Directives, Mode, State
from macros.options import Options
from macros.report import say_bless
from macros.reproduce import command_of_claim
from tests.made import TOOLCHAIN, claim_in, judged, listing_of, mistakes_in, said
from tests.tiny import check, run, write_book

SETTING = "in: ownership/move   -O, rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024"
REPRODUCE = "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42"
SHARE = Code("share", "assembly", ("mov rax, [rdi]", "lock inc qword ptr [rax]", "L1:", "ret"))
KEEP = Code("keep", "assembly", ("mov rax, [rdi]", "inc qword ptr [rax]", "L1:", "ret"))
TWIN = Code("twin", "assembly", SHARE.lines, (), "share")
HALF = Code("half", "assembly", ("mulsd xmm0, [rip + data1]", "ret"), (".quad 1",))
THIRD = Code("third", "assembly", HALF.lines, (".quad 2",))
DOWN = Code("down", "assembly", ("call down", "call m::other", "ret"))
FALL = Code("fall", "assembly", ("call fall", "call m::other", "ret"))
NEAR = Code("near", "assembly", ("call size",), exact=("_RINvCs1_7listing4sizehEB2_",))
FAR = Code("far", "assembly", ("call size",), exact=("_RINvCs1_7listing4sizeyEB2_",))
SMALL = Code("small", "mir", ("bb0: {", "}"), exact=("(_1: u8) -> u8", "_0: u8"))
LARGE = Code("large", "mir", ("bb0: {", "}"), exact=("(_1: u64) -> u64", "_0: u64"))
SHAPES = (Code("Circle::area", "assembly", ("ret",)), Code("Circle::area", "mir", ()))
AREAS = CodegenAnswer((*SHAPES, Code("area", "mir", ())), flags="-O")
OWNED = Code("owned", "mir", ("bb0: {", "    drop(_1) -> [return: bb1];", "    return;", "}"))
LENT = Code("lent", "mir", ("bb0: {", "    return;", "}"))
TWICE = (Code("id", "mir", ()), Code("id", "mir", ()), Code("m::go", "mir", ()))
ANSWER = CodegenAnswer(
    (
        SHARE,
        KEEP,
        TWIN,
        HALF,
        THIRD,
        DOWN,
        FALL,
        NEAR,
        FAR,
        SMALL,
        LARGE,
        OWNED,
        LENT,
        *TWICE,
        Code("n::go", "mir", ()),
    ),
    ("inc", "lock inc", "mov", "rep movsb", "ret"),
    ("alloc::raw_vec::handle_error", "m::other"),
    "-O",
)


def page(statement: str, of: str = "share", form: str = "assembly", words: str = "so") -> str:
    return f'{{{{ claim("{words}", {form}="{statement}", of="{of}", snippet="ownership/move") }}}}'


@pytest.mark.parametrize(
    ("statement", "of"),
    [
        ("has lock", "share"),
        ("has lock inc", "share"),
        ("lacks lock", "keep"),
        ("lacks rep", "keep"),
        ("lacks rep movsb", "keep"),
        ("lacks call", "keep"),
        ("lacks stack slot", "keep"),
        ("has memory access", "keep"),
        ("has call to other", "down"),
        ("lacks call to handle_error", "down"),
        ("same as share", "twin"),
        ("same as fall", "down"),
        ("differs from keep", "share"),
        ("differs from third", "half"),
    ],
)
def test_what_the_code_has_holds(statement: str, of: str) -> None:
    """Words, things with a meaning, calls by name, and two functions."""
    verdict = judged(page(statement, of), ANSWER)
    assert (verdict.state, verdict.findings) == (State.HOLDS, ())
    assert verdict.measured == statement


def test_counts_hold() -> None:
    """The number stands in the words; labels are no instructions."""
    for what, number in (("instructions", "3"), ("memory accesses", "two"), ("call", "0")):
        assert judged(page(f"count {what}", words=f"{number} of them"), ANSWER).findings == ()
    assert judged(page("count drops", "owned", "mir", "one"), ANSWER).findings == ()


@pytest.mark.parametrize(
    ("sentence", "message", "notes"),
    [
        (
            page("has lock", "keep"),
            "the page says that `keep` has `lock`, its assembly has none",
            ("measured: 3 instructions: mov, inc, ret", SETTING, REPRODUCE),
        ),
        (
            page("lacks lock"),
            "the page says that `share` lacks `lock`, its assembly has one",
            ("measured: lock inc qword ptr [rax]", SETTING, REPRODUCE),
        ),
        (
            page("lacks call", "down"),
            "the page says that `down` lacks `call`, its assembly has 2",
            ("measured: call down", SETTING, REPRODUCE),
        ),
        (
            page("count instructions", words="4 instructions"),
            "the page says 4 for `instruction` in `share`, its assembly has 3",
            ("measured: 3 instructions: mov, lock inc, ret", SETTING, REPRODUCE),
        ),
        (
            page("same as keep"),
            "the page says that `share` is the same as `keep`, their assembly differs",
            (
                "measured: `lock inc qword ptr [rax]` in `share`, `inc qword ptr [rax]` in `keep`",
                SETTING,
                REPRODUCE,
            ),
        ),
        (
            page("same as third", "half"),
            "the page says that `half` is the same as `third`, their assembly differs",
            (
                "measured: the same lines with other constants, such as the place in the source "
                "that a panic names",
                SETTING,
                REPRODUCE,
            ),
        ),
        (
            page("same as far", "near"),
            "the page says that `near` is the same as `far`, their assembly differs",
            (
                "measured: the same lines in functions of other types, "
                "`_RINvCs1_7listing4sizehEB2_` and `_RINvCs1_7listing4sizeyEB2_`",
                SETTING,
                REPRODUCE,
            ),
        ),
        (
            page("same as large", "small", "mir"),
            "the page says that `small` is the same as `large`, their MIR differs",
            (
                "measured: the same lines with other types, `(_1: u8) -> u8` and "
                "`(_1: u64) -> u64`",
                SETTING,
                REPRODUCE,
            ),
        ),
        (
            page("differs from twin"),
            "the page says that `share` differs from `twin`, their assembly is the same",
            ("measured: 3 instructions: mov, lock inc, ret", SETTING, REPRODUCE),
        ),
        (
            page("has drop", "lent", "mir"),
            "the page says that `lent` has `drop`, its MIR has none",
            ("measured: 1 statement", SETTING, REPRODUCE),
        ),
        (
            page("lacks lokc"),
            "nothing in the code of ownership/move has `lokc`, so lacking it proves nothing",
            (
                "help: mend a misspelt word, or give the snippet another function that has it, "
                "for comparison",
            ),
        ),
        (
            page("lacks lock ret", "keep"),
            "nothing in the code of ownership/move has `lock ret`, so lacking it proves nothing",
            (
                "help: mend a misspelt word, or give the snippet another function that has it, "
                "for comparison",
            ),
        ),
        (
            page("count lokc", words="0"),
            "nothing in the code of ownership/move has `lokc`, so lacking it proves nothing",
            (
                "help: mend a misspelt word, or give the snippet another function that has it, "
                "for comparison",
            ),
        ),
        (
            page("lacks call to malloc", "down"),
            "nothing in the code of ownership/move has `call to malloc`, so lacking it proves "
            "nothing",
            (
                "help: mend a misspelt word, or give the snippet another function that has it, "
                "for comparison",
            ),
        ),
        (
            page("lacks StorageDed", "lent", "mir"),
            "nothing in the code of ownership/move has `StorageDed`, so lacking it proves nothing",
            (
                "help: mend a misspelt word, or give the snippet another function that has it, "
                "for comparison",
            ),
        ),
        (
            page("same as share"),
            "the claim compares a function with itself",
            ("help: name another function",),
        ),
        (
            page("has lock", "shre"),
            "`shre` has no assembly of its own in ownership/move",
            (
                "known: `down`, `fall`, `far`, `half`, `keep`, `near`, `share`, `third` and 1 more",
                f"measured: {SETTING.partition('   ')[2]}",
                REPRODUCE,
                "help: a generic function has code for each type it is used with: write a "
                "function that is not generic around it; a closure has no name",
            ),
        ),
        (
            page("has drop", "id", "mir"),
            "`id` has code of its own 2 times: it is generic",
            ("help: write a function that is not generic around it",),
        ),
        (
            page("has drop", "go", "mir"),
            "`go` may be `m::go` and `n::go`",
            ('help: write the whole path, such as "crate::m::go"',),
        ),
    ],
)
def test_what_the_code_has_not_is_refuted(
    sentence: str, message: str, notes: tuple[str, ...]
) -> None:
    """With what is there, under which flags, and the next step."""
    verdict = judged(sentence, ANSWER)
    (finding,) = verdict.findings
    assert (verdict.state, finding.code) == (State.REFUTED, "codegen")
    assert finding.message == message
    assert finding.notes == notes


def test_a_function_to_compare_with_has_to_be_there() -> None:
    """The finding marks the statement."""
    (finding,) = judged(page("same as other"), ANSWER).findings
    assert finding.message == "`other` has no assembly of its own in ownership/move"


def test_a_generic_function_of_that_name_may_be_meant() -> None:
    """It has no assembly, and the page may speak of it all the same."""
    (finding,) = judged(page("lacks call", "area"), AREAS).findings
    assert finding.message == "`area` may be `Circle::area` and `area`"
    assert judged(page("lacks call", "Circle::area"), AREAS).state is State.HOLDS


@pytest.mark.parametrize("form", ["assembly", "mir"])
def test_nothing_is_said_of_what_makes_a_future(form: str) -> None:
    """What the function does stands elsewhere."""
    signature = "(_1: u64) -> {async fn body of fetch()}"
    made = Code("fetch", "assembly", ("ret",)), Code("fetch", "mir", (), exact=(signature,))
    (finding,) = judged(page("lacks call", "fetch", form), CodegenAnswer(made)).findings
    assert finding.message == (
        "the code of `fetch` only makes a future: what it does stands in another function"
    )


def test_another_target_is_not_checked() -> None:
    """Of its assembly nothing is said, of the MIR everything."""
    answer = CodegenAnswer((OWNED,), flags="-O", target="wasm32-wasip1")
    verdict = judged(page("has lock"), answer)
    (finding,) = verdict.findings
    assert verdict.state is State.UNCHECKED
    assert "assembly is read for x86-64 with ELF files" in finding.message
    assert "wasm32-wasip1 is another target" in finding.message
    assert judged(page("has drop", "owned", "mir"), answer).state is State.HOLDS


def test_a_snippet_that_does_not_compile_is_not_judged() -> None:
    """Nor is one without an answer."""
    broken = CodegenAnswer(diagnostic=said("no", "E0308", (1, 2, 3)))
    assert judged(page("has lock"), broken).state is State.UNCHECKED
    assert judged(page("has lock"), None).state is State.UNCHECKED


@pytest.mark.parametrize(
    ("sentence", "code", "message"),
    [
        (
            '{{ claim("so", assembly="has lock", snippet="a/b") }}',
            "claim",
            "assembly= says half of a claim, and of= is missing",
        ),
        (
            '{{ claim("so", mir="has drop", of="a") }}',
            "claim",
            "mir= needs the snippet that it speaks of",
        ),
        (
            '{{ claim("so", mir="has drop", of="a", snippet="a/b", edition="2021") }}',
            "claim",
            "the edition of a snippet stands in the snippet",
        ),
        (
            '{{ claim("so", mir="has drop", assembly="has lock", of="a", snippet="a/b") }}',
            "claim",
            "the claim has assembly and mir, and one claim is checked one way",
        ),
        (page("has lock", "a b"), "claim", "`a b` is not the path of a function"),
        (
            page("has lock", words="none"),
            "words",
            "the words deny it with `none`, and what is checked is that the code has it",
        ),
        (page("locks"), "claim", "`locks` says nothing about assembly that could be checked"),
        (page("has 3"), "claim", "`has 3` says nothing about assembly that could be checked"),
        (
            page("same as a b"),
            "claim",
            "`same as a b` says nothing about assembly that could be checked",
        ),
        (
            page("lacks stack slot", form="mir"),
            "claim",
            "`lacks stack slot` says nothing about MIR that could be checked",
        ),
        (
            page("has lock", words="2 locks"),
            "words",
            "nothing here checks the number 2: only `count` compares one",
        ),
        (
            page("count lock"),
            "words",
            "assembly= counts, and the words have no plain number",
        ),
        (
            page("count lock", words="3 bytes"),
            "words",
            "assembly= counts, and the words have no plain number",
        ),
        (
            page("count lock", words="3 or 4"),
            "words",
            "the words hold 2 numbers, 3 and 4, and one is checked",
        ),
    ],
)
def test_mistakes_in_the_call_are_found(sentence: str, code: str, message: str) -> None:
    """Before anything is compiled."""
    findings = mistakes_in(sentence)
    assert [(one.code, one.message) for one in findings] == [(code, message)]


def test_a_thing_of_the_other_form_is_named() -> None:
    """The help says which argument would do."""
    (finding,) = mistakes_in(page("lacks stack slot", form="mir"))
    assert finding.notes == ('help: assembly="lacks stack slot" would say something',)


@pytest.mark.parametrize(
    ("thing", "line", "form", "holds"),
    [
        ("lock", "lock inc qword ptr [rax]", "assembly", True),
        ("inc", "lock inc qword ptr [rax]", "assembly", True),
        ("lock", "jmp lock", "assembly", False),
        ("lock", "lock:", "assembly", False),
        ("rax", "mov rax, rdi", "assembly", False),
        ("call", "jmp __rust_dealloc", "assembly", True),
        ("call", "call rax", "assembly", True),
        ("call", "call qword ptr [rax + 24]", "assembly", True),
        ("call", "jmp L1", "assembly", False),
        ("call", "jmp rax", "assembly", False),
        ("call to share", "call m::share", "assembly", True),
        ("call to hare", "call m::share", "assembly", False),
        ("call to drop", "call <m::A as core::ops::drop::Drop>::drop", "assembly", True),
        ("stack slot", "push rbx", "assembly", True),
        ("stack slot", "sub rsp, 40", "assembly", True),
        ("stack slot", "lea rdi, [rsp + 8]", "assembly", True),
        ("stack slot", "mov rax, qword ptr [rdi]", "assembly", False),
        ("memory access", "mov rax, qword ptr [rdi]", "assembly", True),
        ("memory access", "push qword ptr [rdi]", "assembly", True),
        ("memory access", "push rax", "assembly", False),
        ("memory access", "call qword ptr [rax + 24]", "assembly", True),
        ("memory access", "call share", "assembly", False),
        ("memory access", "ret", "assembly", False),
        ("memory access", "lea rax, [rdi + 8]", "assembly", False),
        ("memory access", "nop word ptr [rax]", "assembly", False),
        ("instruction", "L1:", "assembly", False),
        ("call", "_0 = String::len(move _2) -> [return: bb1, unwind: bb3];", "mir", True),
        ("call to len", "_0 = String::len(move _2) -> [return: bb1];", "mir", True),
        ("call to push", "_0 = Vec::<u8>::push(move _2) -> [return: bb1];", "mir", True),
        ("call", "drop(_1) -> [return: bb2, unwind continue];", "mir", False),
        ("drop", "drop(_1) -> [return: bb2, unwind continue];", "mir", True),
        ("drop", "_0 = std::mem::drop::<u8>(move _2) -> [return: bb1];", "mir", False),
        ("move", "_0 = f(move _2) -> [return: bb1];", "mir", True),
        ("move", '_0 = const "move";', "mir", False),
        ("statement", "bb0: {", "mir", False),
    ],
)
def test_what_a_line_is(thing: str, line: str, form: str, holds: bool) -> None:
    """Words of instructions, not of operands, labels or texts."""
    statement = read_codegen(f"has {thing}", form)
    assert statement is not None
    assert is_thing(statement.what, line, form) is holds


@pytest.mark.parametrize("mode", [Mode.CHECK_FAIL, Mode.BUILD_FAIL])
def test_a_snippet_without_code_is_unsuited(mode: Mode) -> None:
    """It does not compile."""
    finding = find_unsuited(claim_in(page("has lock")), listing_of("", Directives(mode)))
    assert finding is not None
    assert finding.message == "ownership/move does not compile, so it cannot show this claim"


def test_claims_of_one_snippet_ask_one_question() -> None:
    """Whatever they say of whatever function."""
    listing = listing_of("pub fn a() {}")
    claims = claim_in(page("has lock")), claim_in(page("count drop", "b", "mir", "2"))
    assert {kind_of(one).question(one, listing) for one in claims} == {CodegenQuestion(listing)}
    assert [one.subject for one in claims] == [
        "assembly of share: has lock",
        "mir of b: count drop",
    ]


def test_the_command_writes_the_assembly_or_the_mir() -> None:
    """The compiler is called as the measurement calls it."""
    listing = listing_of("pub fn a() {}", Directives(flags=("-O",)))
    assembly = command_of_claim(claim_in(page("has lock")), listing, "2024", TOOLCHAIN)
    assert assembly == (
        "rustc --crate-type=lib --crate-name=listing --edition=2024 -O -Clink-dead-code=yes "
        "-Ccodegen-units=1 -Clto=off -Cllvm-args=--x86-asm-syntax=intel --emit=asm=fact.txt "
        "move.rs && cat fact.txt    # measured with rustc 1.95.0"
    )
    mir = command_of_claim(claim_in(page("has drop", "a", "mir")), listing, "2024", None)
    assert mir.endswith("-Ccodegen-units=1 -Clto=off --emit=mir=fact.txt move.rs && cat fact.txt")


PAGE = (
    "# A\n\n"
    'It has {{ claim("a `lock`", assembly="has lock", of="share", snippet="clone") }}, the other '
    '{{ claim("none", assembly="lacks lock", of="keep", snippet="clone") }}, '
    '{{ claim("5", assembly="count instructions", of="keep", snippet="clone") }} instructions, '
    '{{ claim("again", assembly="same as keep", of="also", snippet="clone") }}, '
    '{{ claim("not that", assembly="differs from keep", of="share", snippet="clone") }}, and '
    '{{ claim("a call", mir="has call", of="share", snippet="clone") }}.\n'
)
CLONE = """\
//! Clones.
//@ flags: -O
use std::rc::Rc;
use std::sync::Arc;

pub fn share(page: &Arc<u64>) -> Arc<u64> {
    Arc::clone(page)
}

pub fn keep(page: &Rc<u64>) -> Rc<u64> {
    Rc::clone(page)
}

pub fn also(page: &Rc<u64>) -> Rc<u64> {
    page.clone()
}
"""


def test_a_book_with_code_is_checked_and_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the page to the verdict, in one call of rustc, the second time from the cache."""
    monkeypatch.delenv("CI", raising=False)
    root = write_book(tmp_path, {"a.md": PAGE}, {"clone.rs": CLONE})
    first, again = check(root), check(root)
    assert (first.code, again.code) == (0, 0), first.text
    assert "6 claims, 1 listing: all hold" in first.text
    assert "2 compiler calls" in first.text
    assert "0 compiler calls" in again.text
    explained = run("explain", "--root", root, "docs/a.md:3")
    assert "holds: assembly of share: has lock in clone" in explained.text
    assert "holds: assembly of keep: count instructions (5) in clone" in explained.text
    assert "--emit=asm=fact.txt clone.rs" in explained.text
    write_book(tmp_path, {"a.md": PAGE.replace("has lock", "lacks lock")})
    wrong = check(root)
    assert wrong.code == 1
    assert "the page says that `share` lacks `lock`, its assembly has one" in wrong.text
    blessed = run("bless", "--root", root, "--yes")
    assert blessed.code == 1
    assert say_bless.CODEGEN in blessed.text + blessed.errors


def test_every_wrong_statement_is_refuted(tmp_path: Path) -> None:
    """Each mutant of each claim, on the facts that were measured; one judge that sleeps is seen."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"clone.rs": CLONE})
    found = verify_book(root, Options()).verification
    guards = [guard_of_claim(claim, found) for claim in found.claims.claims]
    assert [guard.holds for guard in guards] == [True] * 6
    assert [len(guard.trials) for guard in guards] == [2, 2, 5, 3, 3, 2]
    assert score_of(guards).percent == 100.0
    asleep = Judges(claim=lambda claim, _evidence, context: verdict_of(claim, context, (), NOTHING))
    slept = [guard_of_claim(claim, found, asleep) for claim in found.claims.claims]
    assert score_of(slept).percent < 100.0
