"""Where statics, functions and literals lie: claims, judged and really measured."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.build import verify_book
from macros.guards import Judges, guard_of_claim, score_of
from macros.kinds import find_unsuited, kind_of
from macros.kinds.evidence import NOTHING, verdict_of
from macros.model import Directives, Listing, Mode, State
from macros.options import Options
from macros.report import say_bless
from macros.reproduce import command_of_claim
from macros.rust.perform import work_folder
from macros.rust.sections import measure_sections
from macros.rust.toolchain import find_toolchain
from macros.section_text import read_section_answer, section_key, write_section_answer
from macros.sections import SectionAnswer, SectionQuestion, family_of, is_in
from tests.made import TOOLCHAIN, claim_in, judged, listing_of, mistakes_in, said
from tests.tiny import check, run, write_book

PROJECT = Path(__file__).resolve().parent.parent
SETTING = "rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024"
REPRODUCE = "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42"
SENTENCE = '{{ claim("so", section=".rodata", of="GREETING", snippet="ownership/move") }}'
LITERAL = """{{ claim("so", section=".rodata", of='"hello"', snippet="ownership/move") }}"""
STATICS = """\
use std::cell::Cell;

static GREETING: &str = "hello";
static TABLE: [u16; 3] = [1, 2, 3];
static mut ZEROED: [u8; 100] = [0; 100];
static mut COUNT: u32 = 3;
static UNUSED: u64 = 9;
const PLAIN: u8 = 1;

pub mod one {
    pub static TWICE: u8 = 1;
}

pub mod two {
    pub static TWICE: u8 = 2;
    pub fn work() -> u8 {
        static HIDDEN: u8 = 5;
        HIDDEN + TWICE + super::one::TWICE
    }
}

pub struct Circle;

impl Circle {
    pub fn area(&self) -> u8 {
        static CALLS: u8 = 7;
        CALLS
    }
}

pub fn same<T>(value: T) -> T {
    value
}

pub fn never<T>(value: T) -> T {
    value
}

thread_local! {
    static SEED: Cell<u32> = const { Cell::new(5) };
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static NAME: Cell<String> = Cell::new(String::new());
}

fn main() {
    static LOCAL: u8 = 7;
    unsafe {
        ZEROED[0] = LOCAL + PLAIN;
        COUNT += 1;
    }
    SEED.set(DEPTH.get());
    drop(NAME.take());
    let texts = ("four", b"bytes", c"zero", "caf\\u{e9}", r"raw\\n");
    println!("fixed");
    println!("{GREETING} {TABLE:?} {texts:?} {}", same(1) + same(two::work()));
}
"""


def measured(
    source: str, *symbols: str, directives: Directives | None = None
) -> list[SectionAnswer]:
    listing = listing_of(source, directives)
    questions = [SectionQuestion(symbol, listing) for symbol in symbols]
    with work_folder() as folder:
        answers, tally = measure_sections(questions, find_toolchain("rustc"), folder)
    assert (tally.calls, tally.alone) == (1, 1)
    return list(answers)


SYMBOLS = {
    "GREETING": ".data.rel.ro",
    "TABLE": ".rodata",
    "ZEROED": ".bss",
    "COUNT": ".data",
    "UNUSED": ".rodata",
    "one::TWICE": ".rodata",
    "HIDDEN": ".rodata",
    "two::work::HIDDEN": ".rodata",
    "main::LOCAL": ".rodata",
    "Circle::area": ".text",
    "CALLS": ".rodata",
    "same": ".text",
    "main": ".text",
    "crate::main": ".text",
    "SEED": ".tdata",
    "DEPTH": ".tbss",
    "NAME": ".tbss",
    '"hello"': ".rodata",
    '"four"': ".rodata.cst4",
    'b"bytes"': ".rodata",
    'c"zero"': ".rodata.str1.1",
    '"café"': ".rodata",
    '"raw\\\\n"': ".rodata",
}


@pytest.mark.parametrize("flags", [(), ("-Csymbol-mangling-version=v0",)], ids=["usual", "v0"])
def test_rustc_puts_each_in_its_section(flags: tuple[str, ...]) -> None:
    """All of one listing in one call, under both ways to write names."""
    answers = measured(STATICS, *SYMBOLS, directives=Directives(flags=flags))
    found = dict(zip(SYMBOLS, (one.sections for one in answers), strict=True))
    assert found == {symbol: (section,) for symbol, section in SYMBOLS.items()}


def test_what_is_not_there_is_said() -> None:
    """With what could have been meant: names, literals, or the sections around the bytes."""
    names = ("TWICE", "GRETING", "PLAIN", "never", '"helo"', '"fixed"')
    twice, misspelt, constant, generic, literal, template = measured(STATICS, *names)
    assert twice == SectionAnswer(names=("one::TWICE", "two::TWICE"))
    assert misspelt == SectionAnswer(known=("GREETING",))
    assert constant.sections == generic.sections == ()
    assert literal == SectionAnswer(known=('"hello"', 'c"zero"'))
    assert template == SectionAnswer(names=('"fixed"',), inside=(".rodata",))


def test_the_root_is_named_by_crate() -> None:
    """A name at the root is ambiguous beside one of a module, and `crate::` settles it."""
    source = "pub static A: u8 = 1;\npub mod m {\n    pub static mut A: u8 = 1;\n}\n"
    plain, root, inner = measured(source, "A", "crate::A", "m::A")
    assert plain == SectionAnswer(names=("A", "m::A"))
    assert (root.sections, inner.sections) == ((".rodata",), (".data",))


def test_a_section_of_the_author_and_an_unmangled_name_count() -> None:
    """`link_section` and `no_mangle` are seen as they are."""
    source = (
        '#[unsafe(link_section = ".mine")]\npub static A: u8 = 1;\n'
        "#[unsafe(no_mangle)]\npub static PLAIN_NAME: u8 = 1;\n"
    )
    own, plain = measured(source, "A", "PLAIN_NAME")
    assert (own.sections, plain.sections) == ((".mine",), (".rodata",))


def test_the_same_bytes_in_two_sections_are_both_found() -> None:
    """A text that is copied into a writable static lies there too."""
    source = 'pub static mut W: [u8; 5] = *b"hello";\npub static T: &str = "hello";\n'
    (answer,) = measured(source, '"hello"')
    assert set(answer.sections) == {".data", ".rodata"}


def test_a_listing_that_does_not_compile_answers_with_the_message() -> None:
    """Of rustc, for each symbol asked."""
    (answer,) = measured("pub static A: u8 = 256;\n", "A")
    assert answer.diagnostic is not None
    assert answer.diagnostic.code == "overflowing_literals"


# Judged ----------------------------------------------------------------------------------


def test_the_family_of_a_section_is_enough() -> None:
    """`.rodata` is `.rodata.cst16`, and `.data` is not `.data.rel.ro`."""
    assert family_of(".rodata.cst16") == ".rodata"
    assert family_of(".data.rel.ro.local") == ".data.rel.ro"
    assert family_of(".mine.too") == ".mine.too"
    assert is_in(".rodata.str1.1", ".rodata")
    assert is_in(".rodata.cst4", ".rodata.cst4")
    assert not is_in(".rodata", ".rodata.cst4")
    assert not is_in(".data.rel.ro", ".data")
    assert not is_in(".rodatas", ".rodata")


def test_a_symbol_in_its_section_holds() -> None:
    """The measured section is kept whole."""
    verdict = judged(SENTENCE, SectionAnswer((".rodata.cst4",), ("GREETING",)))
    assert (verdict.state, verdict.expected) == (State.HOLDS, ".rodata")
    assert (verdict.expression, verdict.measured) == ("GREETING", ".rodata.cst4")


def test_another_section_is_refuted() -> None:
    """With both names."""
    verdict = judged(SENTENCE, SectionAnswer((".data.rel.ro",), ("GREETING",)))
    (finding,) = verdict.findings
    assert (verdict.state, finding.code) == (State.REFUTED, "section")
    assert finding.message == (
        "the page says that `GREETING` lies in .rodata, rustc puts it in .data.rel.ro"
    )
    assert finding.notes == (f"measured: ownership/move   {SETTING}", REPRODUCE)


def test_one_of_two_sections_is_refuted() -> None:
    """The sentence would be half the truth."""
    verdict = judged(LITERAL, SectionAnswer((".rodata", ".data"), ('"hello"',)))
    (finding,) = verdict.findings
    assert finding.message == (
        'the page says that `"hello"` lies in .rodata, rustc puts it in .rodata and .data'
    )
    assert finding.notes[-1] == "help: name something that lies in one section only"


@pytest.mark.parametrize(
    ("sentence", "answer", "message", "notes"),
    [
        (
            SENTENCE,
            SectionAnswer(known=("GREET",)),
            "the object file of ownership/move has no static or function `GREETING`",
            (
                "known: `GREET`",
                f"measured: {SETTING}",
                REPRODUCE,
                "help: a const has no place of its own, nor a generic function that is never "
                "called, nor what the optimiser removes",
            ),
        ),
        (
            SENTENCE,
            SectionAnswer(names=("GREETING", "m::GREETING")),
            "`GREETING` may be `GREETING` and `m::GREETING`",
            ('help: write the whole path, such as of="crate::GREETING"',),
        ),
        (
            LITERAL,
            SectionAnswer(known=('"helo"',)),
            'ownership/move has no literal `"hello"`',
            ('known: `"helo"`',),
        ),
        (
            LITERAL,
            SectionAnswer(names=('"hello"',), inside=(".rodata",)),
            'nothing in the object file of ownership/move is exactly `"hello"`',
            (
                "measured: its bytes are part of something longer in .rodata",
                f"measured: {SETTING}",
                REPRODUCE,
                "help: println! adds a line end to its text; put the literal into a variable or "
                "static",
            ),
        ),
    ],
    ids=["unknown", "several", "no literal", "not kept"],
)
def test_what_is_found_nowhere_is_refuted(
    sentence: str, answer: SectionAnswer, message: str, notes: tuple[str, ...]
) -> None:
    """At the characters of `of`."""
    (finding,) = judged(sentence, answer).findings
    assert (finding.code, finding.message, finding.notes) == ("section", message, notes)
    assert finding.mark is not None
    written = sentence[finding.mark.column - 1 : finding.mark.end_column - 1]
    assert written in ("GREETING", '"hello"')


def test_what_cannot_be_measured_is_not_checked() -> None:
    """A snippet with an error, and a target whose files are not ELF."""
    error = said("no", "E0308", (1, 1, 2))
    for answer, reason in (
        (SectionAnswer(diagnostic=error), "ownership/move does not compile"),
        (
            SectionAnswer(format="aarch64-apple-darwin"),
            "sections are read from ELF files, and aarch64-apple-darwin has another format",
        ),
        (None, "ownership/move has no result"),
    ):
        verdict = judged(SENTENCE, answer)
        (finding,) = verdict.findings
        assert verdict.state is State.UNCHECKED
        assert finding.message == f"the claim could not be checked: {reason}"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            'section=".bss", snippet="a/b"',
            "claim",
            "section= says half of a claim, and of= is missing",
        ),
        ('"1", of="A"', "claim", "of= says half of a claim, and section= is missing"),
        (
            '"1", section=".bss", of="A", snippet="a/b"',
            "claim",
            "the claim has expression and section, and one claim is checked one way",
        ),
        ('section=".bss", of="A"', "claim", "section= needs the snippet that it speaks of"),
        (
            'section="bss", of="A", snippet="a/b"',
            "claim",
            "`bss` is not the name of a section, which begins with a dot",
        ),
        (
            'section=".bss", of="a b", snippet="a/b"',
            "claim",
            "`a b` is neither the path of a static or function nor a literal in its quotes",
        ),
        (
            """section=".bss", of='"a', snippet="a/b\"""",
            "claim",
            '`"a` is neither the path of a static or function nor a literal in its quotes',
        ),
        (
            """section=".bss", of='""', snippet="a/b\"""",
            "claim",
            '`""` has no bytes, so they lie nowhere',
        ),
    ],
)
def test_a_claim_that_cannot_be_read_says_why(arguments: str, code: str, message: str) -> None:
    """Before anything is compiled."""
    (finding,) = mistakes_in(f'{{{{ claim("so", {arguments}) }}}}')
    assert (finding.code, finding.message) == (code, message)


def test_words_say_no_number_and_no_other_section() -> None:
    """Nothing checks the number; the section of the words may be the family."""
    rest = 'section=".rodata.cst4", of="A", snippet="a/b"'
    findings = mistakes_in(f'{{{{ claim("4 of them in `.data`", {rest}) }}}}')
    assert [finding.message for finding in findings] == [
        "the words say .data, section= says .rodata.cst4",
        "nothing here checks the number 4: section= checks a place",
    ]
    assert claim_in(f'{{{{ claim("in `.rodata`", {rest}) }}}}').subject == "A"
    data = 'section=".data", of="A", snippet="a/b"'
    (finding,) = mistakes_in(f'{{{{ claim("in `.data.rel.ro`", {data}) }}}}')
    assert finding.message == "the words say .data.rel.ro, section= says .data"
    threads = 'section=".tbss", of="A", snippet="a/b"'
    (finding,) = mistakes_in(f'{{{{ claim(".sdata", {threads}) }}}}')
    assert finding.message == "the words say .sdata, section= says .tbss"


@pytest.mark.parametrize("mode", [Mode.CHECK_FAIL, Mode.BUILD_FAIL])
def test_a_snippet_without_an_object_file_is_unsuited(mode: Mode) -> None:
    """Nothing lies anywhere."""
    listing = listing_of("fn main() {}", Directives(mode))
    finding = find_unsuited(claim_in(SENTENCE), listing)
    assert finding is not None
    assert finding.message == ("ownership/move does not compile, so it cannot show this claim")


# Around it -------------------------------------------------------------------------------


def test_an_answer_is_stored_and_read_again() -> None:
    """With every field."""
    full = SectionAnswer((".a",), ("b",), ("c",), (".d",), said("no", "E0308", (1, 2, 3)), "mach")
    for answer in (full, SectionAnswer()):
        assert read_section_answer(write_section_answer(answer)) == answer


def test_symbol_and_listing_make_the_key() -> None:
    """Another symbol, source, edition or flag is another fact."""
    listings: tuple[Listing, ...] = (
        listing_of("fn main() {}"),
        listing_of("fn main() { }"),
        listing_of("fn main() {}", Directives(edition="2021")),
        listing_of("fn main() {}", Directives(flags=("-O",))),
    )
    keys = {section_key("", SectionQuestion(name, one)) for name in "ab" for one in listings}
    assert len(keys) == 8


def test_the_question_is_the_symbol_in_its_snippet() -> None:
    """One for each symbol, whatever the page says of its section."""
    listing = listing_of("fn main() {}", Directives(edition="2021"))
    claim = claim_in(SENTENCE)
    question = kind_of(claim).question(claim, listing)
    assert question == SectionQuestion("GREETING", listing)
    assert question.edition == "2021"


def test_the_command_shows_symbols_or_contents() -> None:
    """The compiler is called as the measurement calls it."""
    listing = listing_of("pub static A: u8 = 1;", Directives(flags=("-O",)))
    symbols = command_of_claim(claim_in(SENTENCE), listing, "2024", TOOLCHAIN)
    assert symbols == (
        "rustc --crate-type=lib --crate-name=listing --edition=2024 -Copt-level=0 "
        "-Clink-dead-code=yes -O --emit=obj=fact.o move.rs && objdump --syms --demangle fact.o"
        "    # measured with rustc 1.95.0"
    )
    contents = command_of_claim(claim_in(LITERAL), listing, "2024", None)
    assert contents.endswith("&& objdump --full-contents fact.o")


PAGE = (
    "# A\n\n"
    'It is {{ claim("constant", section=".rodata", of="TABLE", snippet="table") }}'
    """ and {{ claim("in `.rodata`", section=".rodata", of='"hello"', snippet="table") }}.\n"""
)
TABLE = """\
//! A table and a text.
static TABLE: [u16; 3] = [1, 2, 3];

fn main() {
    let text = "hello";
    println!("{text} {}", TABLE.len());
}
"""


def test_a_book_with_sections_is_checked_and_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the page to the verdict, the second time from the cache, and wrongly."""
    monkeypatch.delenv("CI", raising=False)
    root = write_book(tmp_path, {"a.md": PAGE}, {"table.rs": TABLE})
    first, again = check(root), check(root)
    assert (first.code, again.code) == (0, 0), first.text
    assert "2 claims, 1 listing: all hold" in first.text
    assert "2 compiler calls" in first.text
    assert "0 compiler calls" in again.text
    explained = run("explain", "--root", root, "docs/a.md:3")
    assert "holds: TABLE lies in .rodata in table" in explained.text
    write_book(tmp_path, {"a.md": PAGE.replace('".rodata", of="T', '".data", of="T')})
    wrong = check(root)
    assert wrong.code == 1
    assert "the page says that `TABLE` lies in .data, rustc puts it in .rodata" in wrong.text
    blessed = run("bless", "--root", root, "--yes")
    assert blessed.code == 1
    assert say_bless.SECTION in blessed.text + blessed.errors


def test_every_wrong_section_is_refuted(tmp_path: Path) -> None:
    """Each mutant of each claim, on the facts that were measured; one judge that sleeps is seen."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"table.rs": TABLE})
    found = verify_book(root, Options()).verification
    guards = [guard_of_claim(claim, found) for claim in found.claims.claims]
    assert [guard.holds for guard in guards] == [True, True]
    assert [len(guard.trials) for guard in guards] == [1, 3]
    assert score_of(guards).percent == 100.0
    asleep = Judges(claim=lambda claim, _evidence, context: verdict_of(claim, context, (), NOTHING))
    slept = [guard_of_claim(claim, found, asleep) for claim in found.claims.claims]
    assert score_of(slept).percent < 100.0


def test_object_files_are_read_only_where_nothing_is_known(tmp_path: Path) -> None:
    """The reader of ELF is slow to load, and a cached answer needs none."""
    root = write_book(tmp_path, {"a.md": PAGE}, {"table.rs": TABLE})
    command = (sys.executable, "-X", "importtime", "-m", "macros", "check", "--root", str(root))
    first, again = (
        subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stderr
        for _ in range(2)
    )
    assert "elftools.elf.elffile" in first
    assert "elftools" not in again
