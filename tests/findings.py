"""One example of every kind of finding, as the judges make it: the cases of the golden files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from macros.expect import judge_listing
from macros.ids import name_claims
from macros.kinds import find_unsuited
from macros.memory import (
    Frame,
    Region,
    Snapshot,
    SnapshotAnswer,
    Spot,
    Thread,
    Value,
    Variable,
)
from macros.model import (
    Answer,
    Directives,
    Expectation,
    Finding,
    Mode,
    Outcome,
    Place,
)
from macros.questions import Fact
from macros.report.say_calls import no_end
from macros.sections import SectionAnswer
from macros.system_calls import CallsAnswer, Traced
from tests.made import (
    CONTEXT,
    FILE,
    PAGE,
    claim_in,
    expect,
    judged,
    listing_of,
    mistakes_in,
    of_expression,
    ran,
    said,
)

CHECK_FAIL = Directives(Mode.CHECK_FAIL)
SOURCE = """\
//! A move.
fn main() {
    let a = String::new();
    let b = a;   //~ ERROR E0382
    println!("{b}"); //~ prints 3
}
"""


@dataclass(frozen=True)
class Case:
    """Findings with the sources that their excerpts come from."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]


def in_page(sentence: str, evidence: Fact) -> Case:
    return Case(judged(sentence, evidence).findings, page_of(sentence))


def page_of(sentence: str) -> Mapping[str, str]:
    return {PAGE: "\n" * 41 + sentence + "\n"}


def mistake(sentence: str) -> Case:
    return Case(mistakes_in(sentence), page_of(sentence))


def in_snippet(
    outcome: Outcome, *expectations: Expectation, directives: Directives | None = None
) -> Case:
    listing = listing_of(SOURCE, directives, expectations)
    return Case(judge_listing(listing, outcome, CONTEXT).findings, {FILE: SOURCE})


def unsuited(sentence: str) -> Case:
    finding = find_unsuited(claim_in(sentence), listing_of("fn main() {}"))
    return Case((finding,) if finding else (), page_of(sentence))


def pins(first: str, second: str) -> Case:
    claims = (claim_in(first, 1), claim_in(second, 2))
    return Case(name_claims(claims)[1], {PAGE: f"{first}\n{second}\n"})


def tool() -> Case:
    place = Place(PAGE, 42, 1, 42, 1)
    message = "this claim could not be checked: rustc does not answer"
    finding = Finding("claim", place, message, None, ("help: rustup update stable",), True)
    nowhere = Finding("tool", Place("", 1, 1, 1, 1), "`rustc` was not found", None, (), True)
    return Case((nowhere, finding), page_of("A sentence."))


def hostile() -> Case:
    """A program's own text is shown, and does nothing to the terminal."""
    sentence = 'It {{ claim("says so", prints="\\x1b[2Jok", snippet="ownership/move") }}.'
    return in_page(sentence, ran("\x1b]0;title\x07\x1b[31mred\u202egnp\r\n"))


def wide() -> Case:
    """Carets stand below the characters, whatever their width."""
    sentence = 'Crab 🦀, 漢字, e\u0301,\ttab: {{ claim("9 bytes", "f()") }}.'
    return in_page(sentence, Answer(12))


def several_lines() -> Case:
    first, second = "fn main() {", "    let a = b"
    diagnostic = replace(said("mismatched types", "E0308", (1, 4, 5)), end_line=2, end_column=6)
    listing = listing_of(f"{first}\n{second};\n}}\n")
    findings = judge_listing(listing, Outcome(False, (diagnostic,)), CONTEXT).findings
    return Case(findings, {FILE: f"{first}\n{second};\n}}\n"})


def pointing(name: str, number: int) -> Variable:
    spot = Spot(Region.HEAP, f"heap #{number}", 0, 5)
    value = Value("String", "len 5, capacity 5", 0, 24, spot=spot)
    return Variable(name, "String", 0, 24, bytes(24), value)


def with_place(name: str) -> str:
    return f'The buffer {{{{ claim("stays", {name}, snippet="ownership/move") }}}}.'


def counted(*runs: Mapping[str, int]) -> CallsAnswer:
    """The same counts in both runs, or others in the second."""
    both = (runs[0], runs[-1])
    return CallsAnswer(tuple(Traced(tuple(run.items())) for run in both), "strace 6.1")


IN_SECTION = (
    'It is {{ claim("constant", section=".rodata", of="GREETING", snippet="ownership/move") }}.'
)
OF_CALLS = (
    'It makes {{ claim("one `mmap`", calls="mmap", snippet="ownership/move") }} and no other.'
)
AT_MOMENTS = (
    'There is {{ claim("one block", snapshot="moved: t.ptr == start: s.ptr", '
    'snippet="ownership/move") }}.'
)
MOMENTS = SnapshotAnswer(
    tuple(
        Snapshot(label, 4, 1, (Thread("main", (Frame("main", 4, (pointing(name, number),)),)),))
        for label, name, number in (("start", "s", 2), ("moved", "t", 1))
    )
)
TUPLE = 'The tuple is {{ claim("9 bytes", "size_of::<(char, u8, i32)>()") }}.'
UNKNOWN = of_expression(said("cannot find type `Strin` in this scope", "E0425", (1, 11, 16)))
NOT_TRUE = of_expression(said("expected `bool`, found `usize`", "E0308", (1, 1, 4)))
MOVED = said("borrow of moved value: `a`", "E0382", (4, 13, 14))
UNUSED = said("unused variable: `b`", "unused_variables", (4, 9, 10), level="warning")
PANIC = "thread 'main' panicked at ownership/move.rs:4:13:\nno room\n"

CASES: Mapping[str, Case] = MappingProxyType(
    {
        "value": in_page(TUPLE, Answer(12)),
        "value_in_a_unit": in_page('{{ claim("32 bits", "u32::BITS") }}', Answer(32)),
        "truth": in_page('It is {{ claim("no larger", "a() <= b()") }}.', Answer(False)),
        "number_beside_truth": in_page('{{ claim("12 bytes", "f() == 12") }}', Answer(True)),
        "truth_beside_number": in_page('{{ claim("small", "f()") }}', Answer(None, NOT_TRUE)),
        "prints": in_page(with_place('prints="same: true"'), ran("a\nsame: false\n")),
        "prints_number": in_page(
            'It {{ claim("takes 4", prints="len 3", snippet="ownership/move") }}.', ran("len 3\n")
        ),
        "prints_missing_one": in_page(with_place('prints="one | three"'), ran("one\ntwo\n")),
        "prints_order": in_page(with_place('prints="one | two"'), ran("two\nand\none\n")),
        "prints_again": in_page(with_place('prints="one | two"'), ran("one\ntwo\none\n")),
        "prints_not": in_page(with_place('prints_not="two"'), ran("one\ntwo\n")),
        "prints_not_written": unsuited(with_place('prints_not="two"')),
        "fails": in_page(with_place('fails="E0505"'), Outcome(False, (MOVED,))),
        "fails_compiles": in_page(with_place('fails="E0505"'), Outcome(True)),
        "section": in_page(IN_SECTION, SectionAnswer((".data.rel.ro",), ("GREETING",))),
        "section_unknown": in_page(IN_SECTION, SectionAnswer(known=("GREET", "m::GREETING"))),
        "section_several": in_page(IN_SECTION, SectionAnswer(names=("GREETING", "m::GREETING"))),
        "calls": in_page(OF_CALLS, counted({"mmap": 2, "write": 1})),
        "calls_none": in_page(OF_CALLS.replace("one `mmap`", "none"), counted({"mmap": 1})),
        "calls_differ": in_page(OF_CALLS, counted({"mmap": 1}, {"mmap": 2})),
        "calls_of_two": in_page(OF_CALLS.replace('"mmap"', '"mmap | brk"'), counted({})),
        "calls_shown_differ": in_page(
            '{{ calls("ownership/move") }}',
            CallsAnswer((Traced((("brk", 1),), ("brk(A) = A",)), Traced()), "strace 6.1"),
        ),
        "calls_not_followed": in_page(
            OF_CALLS, CallsAnswer(diagnostic=no_end(listing_of("fn main() {}")))
        ),
        "calls_unknown": mistake('{{ claim("one", calls="map", snippet="a/b") }}'),
        "calls_without_number": mistake('{{ claim("so", calls="mmap", snippet="a/b") }}'),
        "calls_in_bytes": mistake('{{ claim("8 bytes", calls="mmap", snippet="a/b") }}'),
        "calls_other_name": mistake('{{ claim("one `brk`", calls="mmap", snippet="a/b") }}'),
        "snapshot": in_page(AT_MOMENTS, MOMENTS),
        "snapshot_unknown": in_page(AT_MOMENTS.replace("t.ptr", "u.ptr"), MOMENTS),
        "snapshot_number": in_page(AT_MOMENTS.replace("one block", "7 blocks"), MOMENTS),
        "snapshot_unclear": mistake('{{ claim("so", snapshot="start: s", snippet="a/b") }}'),
        "section_without_of": mistake('{{ claim("so", section=".bss", snippet="a/b") }}'),
        "section_without_dot": mistake('{{ claim("so", section="bss", of="A", snippet="a/b") }}'),
        "expression": in_page('{{ size_of("Strin") }} bytes.', Answer(None, UNKNOWN)),
        "unchecked": in_page(with_place('prints="same: true"'), Outcome(False)),
        "words_two_numbers": mistake('It is {{ claim("4 or 8 bytes", "f()") }}.'),
        "words_fraction": mistake('It is {{ claim("1.5 KiB", "f()") }}.'),
        "words_large": mistake('It is {{ claim("sixteen bytes", "f()") }}.'),
        "words_unit": mistake('It is {{ claim("4 KB", "f()") }}.'),
        "words_other_code": mistake('{{ claim("E0505", fails="E0382", snippet="a/b") }}'),
        "claim_two_kinds": mistake('{{ claim("so", "f()", prints="x", snippet="a/b") }}'),
        "claim_without_evidence": mistake('{{ claim("12 bytes") }}'),
        "claim_without_snippet": mistake('{{ claim("so", prints="x") }}'),
        "claim_unsuited_snippet": unsuited(with_place('fails="E0382"')),
        "parameter_empty": mistake('{{ claim("4 bytes", "f()", guaranteed="") }}'),
        "parameter_edition": mistake('{{ measure("f()", edition="2020") }}'),
        "id_twice": pins('{{ claim("1", "f()", id="a") }}', '{{ claim("2", "g()", id="a") }}'),
        "id_characters": pins('{{ claim("1", "f()", id="a b") }}', "{{ size_of('u8') }}"),
        "unexpected_error": in_snippet(Outcome(False, (MOVED,))),
        "unexpected_warning": in_snippet(replace(ran(), diagnostics=(UNUSED,))),
        "expected_error": in_snippet(
            Outcome(False, (said("no", "E0505", (4, 13, 14)),)),
            expect("error", 4, "E0382"),
            directives=CHECK_FAIL,
        ),
        "expected_error_elsewhere": in_snippet(
            Outcome(False, (MOVED,)), expect("error", 3, "E0382"), directives=CHECK_FAIL
        ),
        "expected_error_unmet": in_snippet(
            Outcome(True), expect("error", 4, "E0382"), directives=CHECK_FAIL
        ),
        "expected_warning": in_snippet(ran(), expect("warning", 4, "dead_code")),
        "compiles": in_snippet(Outcome(True), directives=CHECK_FAIL),
        "printed_line": in_snippet(ran("4\n"), expect("prints", 5, text="3")),
        "printed_line_of_no_run": in_snippet(
            Outcome(True), expect("prints", 5, text="3"), directives=Directives(Mode.NO_RUN)
        ),
        "ends_with_panic": in_snippet(ran(code=101, stderr=PANIC)),
        "ends_with_signal": in_snippet(ran(code=None, signal="SIGSEGV")),
        "ends_well": in_snippet(ran(), directives=Directives(Mode.RUN_FAIL, ends="101")),
        "time": in_snippet(ran(code=None, stopped="time")),
        "output": in_snippet(ran(code=None, stopped="output")),
        "output_not_utf8": in_snippet(ran(valid=False)),
        "not_run": in_snippet(Outcome(True)),
        "tool": tool(),
        "terminal_escapes": hostile(),
        "wide_characters": wide(),
        "several_lines": several_lines(),
    }
)
