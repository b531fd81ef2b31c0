"""Listings against what became of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.expect import judge_listing
from macros.model import Directives, Expectation, Listing, Mode, Outcome, Place, State, Verdict
from tests.made import CONTEXT, FILE, expect, listing_of, ran, said

PROGRAM = "//! A move.\nfn main() {\n    let a = String::new();\n    let b = a;\n}\n"
CHECK_FAIL = Directives(Mode.CHECK_FAIL)
MOVED = said("borrow of moved value: `a`", "E0382", (4, 13, 14))


def judge(
    outcome: Outcome, *expectations: Expectation, directives: Directives | None = None
) -> Verdict:
    return judge_listing(listing_of(PROGRAM, directives, expectations), outcome, CONTEXT)


def messages(verdict: Verdict) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in verdict.findings]


def test_a_program_that_ends_well_holds() -> None:
    """The verdict has the listing's name, title and edition."""
    verdict = judge(ran())
    assert (verdict.state, verdict.findings) == (State.HOLDS, ())
    assert (verdict.id, verdict.kind, verdict.words) == ("ownership/move", "listing", "A move.")
    assert (verdict.expected, verdict.measured) == ("exit code 0", "exit code 0")


def test_an_unexpected_error_stands_at_its_own_line_and_column() -> None:
    """The rendered message is in the notes."""
    verdict = judge(Outcome(False, (MOVED,)))
    (finding,) = verdict.findings
    assert (verdict.state, verdict.measured) == (State.REFUTED, "E0382")
    assert finding.code == "unexpected-error"
    assert finding.message == "rustc reports E0382, borrow of moved value: `a`"
    assert finding.place == Place(FILE, 4, 13, 4, 14)
    assert finding.notes == (
        "rustc: error[E0382]: borrow of moved value: `a`",
        "        --> snippets/ownership/move.rs:4:13",
        "reproduce: .venv/bin/python -m macros explain snippets/ownership/move.rs",
    )


def test_an_unexpected_warning_of_a_snippet_is_a_finding() -> None:
    """Snippets are free of warnings, and expected ones are written down."""
    unused = said("unused variable: `b`", "unused_variables", (4, 9, 10), level="warning")
    outcome = replace(ran(), diagnostics=(unused,))
    assert messages(judge(outcome)) == [
        ("unexpected-warning", "rustc reports unused_variables, unused variable: `b`")
    ]
    assert judge(outcome, expect("warning", 4, "unused_variables")).state is State.HOLDS


def test_an_expected_error_holds_with_its_code_and_a_part_of_its_message() -> None:
    """Code and text are both optional."""
    for expectation in (
        expect("error", 4, "E0382", "moved value"),
        expect("error", 4, "E0382"),
        expect("error", 4, "", "borrow of moved"),
        replace(expect("error", 4, "E0382"), line=None),
    ):
        verdict = judge(Outcome(False, (MOVED,)), expectation, directives=CHECK_FAIL)
        assert verdict.state is State.HOLDS


def test_another_code_text_or_line_is_said_with_both() -> None:
    """The finding stands at the comment that expects."""
    outcome = Outcome(False, (said("cannot move out", "E0505", (4, 13, 14)),))
    verdict = judge(outcome, expect("error", 4, "E0382"), directives=CHECK_FAIL)
    assert messages(verdict) == [
        ("expected-error", "the snippet expects E0382 here, rustc reports E0505")
    ]
    assert verdict.findings[0].place == Place(FILE, 4, 30, 4, 50)
    verdict = judge(outcome, expect("error", 4, "E0505", "borrow"), directives=CHECK_FAIL)
    assert messages(verdict) == [
        ("expected-error", "the snippet expects `borrow` here, rustc reports `cannot move out`")
    ]
    verdict = judge(outcome, expect("error", 3, "E0505"), directives=CHECK_FAIL)
    assert messages(verdict) == [
        ("expected-error", "the snippet expects E0505 on line 3, rustc reports it on line 4")
    ]
    assert verdict.findings[0].notes[0] == "reported: snippets/ownership/move.rs:4:13"


def test_an_expectation_that_nothing_meets_is_a_finding() -> None:
    """An error and a warning that do not come."""
    verdict = judge(Outcome(True), expect("error", 4, "E0382", "moved"), directives=CHECK_FAIL)
    assert messages(verdict) == [
        ("expected-error", "the snippet expects E0382 `moved` here, rustc reports none")
    ]
    verdict = judge(ran(), expect("warning", 4, "dead_code"))
    assert messages(verdict) == [
        ("expected-warning", "the snippet expects dead_code here, rustc reports none")
    ]


def test_an_error_beside_the_expected_one_is_a_finding() -> None:
    """Both directions: everything expected comes, and nothing else."""
    extra = said("mismatched types", "E0308", (3, 5, 9))
    outcome = Outcome(False, (MOVED, extra))
    verdict = judge(outcome, expect("error", 4, "E0382"), directives=CHECK_FAIL)
    assert messages(verdict) == [("unexpected-error", "rustc reports E0308, mismatched types")]


@pytest.mark.parametrize("mode", [Mode.CHECK_FAIL, Mode.BUILD_FAIL])
def test_a_listing_that_must_fail_and_compiles_is_a_finding(mode: Mode) -> None:
    """Also where no expectation says with what it should fail."""
    verdict = judge(Outcome(True), directives=Directives(mode))
    assert messages(verdict) == [
        ("compiles", "ownership/move is expected to fail, rustc compiles it")
    ]


def test_a_failure_without_any_error_was_not_checked() -> None:
    """A compiler that fails and says nothing is no evidence."""
    verdict = judge(Outcome(False), directives=CHECK_FAIL)
    assert (verdict.state, verdict.findings[0].broken) == (State.UNCHECKED, True)


def test_an_ignored_listing_is_neither_held_nor_refuted() -> None:
    """It never counts as checked; its reason is the verdict's."""
    verdict = judge(Outcome(False), directives=Directives(Mode.IGNORED, reason="needs a network"))
    assert (verdict.state, verdict.findings) == (State.UNCHECKED, ())
    assert verdict.measured == "ignored: needs a network"


def test_a_listing_that_is_not_run_holds_when_it_compiles() -> None:
    """`no-run`, and a library of types."""
    verdict = judge(Outcome(True), directives=Directives(Mode.NO_RUN, reason="waits for a key"))
    assert (verdict.state, verdict.measured) == (
        State.HOLDS,
        "compiled, not run: waits for a key",
    )
    library = listing_of("//! Types.\npub struct A;\n")
    verdict = judge_listing(library, Outcome(True), CONTEXT)
    assert (verdict.state, verdict.measured, verdict.expected) == (
        State.HOLDS,
        "compiled",
        "compiled",
    )


def test_a_program_that_was_not_run_was_not_checked() -> None:
    """It compiled, and nobody ran it: never shown as checked."""
    verdict = judge(Outcome(True))
    assert (verdict.state, verdict.findings[0].broken) == (State.UNCHECKED, True)
    assert messages(verdict) == [("tool", "ownership/move was not run")]


PANIC = (
    "\nthread 'main' (7) panicked at ownership/move.rs:4:13:\n"
    "index out of bounds: the len is 0\nnote: run with `RUST_BACKTRACE=1`\n"
)


def test_a_panic_is_shown_at_its_line_with_its_message() -> None:
    """The place in the program, not the first line of the file."""
    verdict = judge(ran(code=101, stderr=PANIC))
    assert messages(verdict) == [
        ("ends", "the program was expected to end with exit code 0, it ended with exit code 101")
    ]
    (finding,) = verdict.findings
    assert finding.place == Place(FILE, 4, 13, 4, 14)
    assert finding.notes[0] == "program: panicked: index out of bounds: the len is 0"


@pytest.mark.parametrize(
    ("stderr", "said"),
    [
        (
            PANIC.replace("ownership/", "$RUST/library/"),
            "panicked: index out of bounds: the len is 0",
        ),
        ("thread 'main' panicked at 'boom', x.rs:2:5\nnote: run with …\n", None),
        ("fatal\n\n", "fatal"),
    ],
)
def test_a_death_elsewhere_is_shown_at_the_listing(stderr: str, said: str | None) -> None:
    """A panic in a library, in an older compiler's words, or no panic at all."""
    (finding,) = judge(ran(code=101, stderr=stderr)).findings
    assert finding.place == Place(FILE, 1, 1, 1, 1)
    assert finding.notes[0] == f"program: {said or stderr.splitlines()[0]}"


@pytest.mark.parametrize(
    ("ends", "code", "signal", "message"),
    [
        ("101", 101, "", None),
        ("SIGSEGV", None, "SIGSEGV", None),
        ("", 3, "", None),
        ("", None, "SIGABRT", None),
        ("101", 0, "", "exit code 101, it ended with exit code 0"),
        ("101", None, "SIGABRT", "exit code 101, it ended with SIGABRT"),
        ("SIGSEGV", 139, "", "SIGSEGV, it ended with exit code 139"),
        ("", 0, "", "a failure, it ended with exit code 0"),
    ],
)
def test_a_run_that_must_fail_ends_as_it_says(
    ends: str, code: int | None, signal: str, message: str | None
) -> None:
    """An exit code, a signal's name, or any failure."""
    verdict = judge(ran(code=code, signal=signal), directives=Directives(Mode.RUN_FAIL, ends=ends))
    if message is None:
        assert verdict.state is State.HOLDS
    else:
        assert messages(verdict) == [("ends", f"the program was expected to end with {message}")]


def test_a_signal_is_a_finding() -> None:
    """A crash without a word of the program."""
    assert messages(judge(ran(code=None, signal="SIGSEGV"))) == [
        ("ends", "the program was expected to end with exit code 0, it ended with SIGSEGV")
    ]


def test_limits_that_were_reached_are_findings_in_the_source() -> None:
    """Time and output; nothing else is judged then."""
    expectation = expect("prints", 4, text="never")
    verdict = judge(ran(code=None, stopped="time"), expectation, directives=Directives(timeout=20))
    assert messages(verdict) == [("time", "the program did not end within 20 s")]
    verdict = judge(ran("x" * 9, code=None, stopped="output"), expectation)
    assert messages(verdict) == [("output", "the program prints more than 64 KiB")]
    assert (verdict.state, verdict.findings[0].broken) == (State.REFUTED, False)


def test_output_that_is_not_utf8_is_a_finding() -> None:
    """A page could not show it as it is."""
    assert messages(judge(ran("\ufffd\n", valid=False))) == [
        ("output", "the program prints bytes that are not UTF-8")
    ]


def test_a_line_that_is_not_printed_is_said_with_the_one_that_is() -> None:
    """Both texts, at the comment that expects."""
    verdict = judge(ran("4\n"), expect("prints", 4, text="3"))
    assert messages(verdict) == [("prints", "expected `3`, printed `4`")]
    assert verdict.findings[0].place == Place(FILE, 4, 30, 4, 50)
    verdict = judge(ran(""), expect("prints", 4, text="3"))
    assert messages(verdict) == [("prints", "expected `3`, the program prints no such line")]
    assert judge(ran("2\n3  \n"), expect("prints", 4, text="3")).state is State.HOLDS


def test_a_line_expected_of_a_listing_that_is_not_run_is_a_finding() -> None:
    """Nothing can meet it."""
    listing = listing_of("pub struct A;\n", None, (expect("prints", 1, text="3"),))
    verdict = judge_listing(listing, Outcome(True), CONTEXT)
    assert messages(verdict) == [("prints", "expected `3`, and this listing is not run")]


def fence(directives: Directives, *codes: str) -> Listing:
    """A fence inside a list of a page: four characters before it, one line of ours first."""
    place = Place("docs/copy.md", 12, 5, 15, 8)
    expectations = tuple(Expectation("error", place, None, code) for code in codes)
    return Listing(
        "docs/copy.md:12", place, "fn main() {\nlet a = b;\n}", "let a = b;", (0, 13, 0),
        (0, 4, 0), directives=directives, expectations=expectations,
    )  # fmt: skip


def test_a_fences_findings_stand_in_the_page() -> None:
    """Lines and columns are those of the page; a line of ours is the fence itself."""
    listing = fence(Directives())
    at_b = said("cannot find value `b`", "E0425", (2, 9, 10))
    (finding,) = judge_listing(listing, Outcome(False, (at_b,)), CONTEXT).findings
    assert finding.place == Place("docs/copy.md", 13, 13, 13, 14)
    ours = replace(at_b, line=1, end_line=1)
    (finding,) = judge_listing(listing, Outcome(False, (ours,)), CONTEXT).findings
    assert finding.place == listing.place


def test_a_fence_follows_rustdocs_rules() -> None:
    """Warnings are its own business; `compile_fail` takes any error, a code all with that code."""
    warning = said("unused", "unused_variables", (2, 5, 6), level="warning")
    outcome = replace(ran(), diagnostics=(warning,))
    assert judge_listing(fence(Directives()), outcome, CONTEXT).state is State.HOLDS
    twice = Outcome(False, (said("no", "E0425", (2, 9, 10)),) * 2)
    for codes in ((), ("E0425",)):
        assert judge_listing(fence(CHECK_FAIL, *codes), twice, CONTEXT).state is State.HOLDS
    verdict = judge_listing(fence(CHECK_FAIL, "E0382"), twice, CONTEXT)
    assert verdict.findings[0].message == "the snippet expects E0382 here, rustc reports E0425"
    verdict = judge_listing(fence(CHECK_FAIL), Outcome(True), CONTEXT)
    assert messages(verdict) == [
        ("compiles", "docs/copy.md:12 is expected to fail, rustc compiles it")
    ]


def test_rustcs_summaries_are_no_diagnostics() -> None:
    """`aborting due to` speaks of no line."""
    outcome = Outcome(False, (MOVED, said("aborting due to 1 previous error")))
    verdict = judge(outcome, expect("error", 4, "E0382"), directives=CHECK_FAIL)
    assert verdict.state is State.HOLDS


def test_an_error_at_another_stage_is_a_finding() -> None:
    """`check-fail` is about types and borrows, `build-fail` about generated code."""
    moved = expect("error", 4, "E0382")
    assert judge(Outcome(False, (MOVED,), None, "check"), moved, directives=CHECK_FAIL).state is (
        State.HOLDS
    )
    verdict = judge(Outcome(False, (MOVED,), None, "build"), moved, directives=CHECK_FAIL)
    assert messages(verdict) == [
        (
            "stage",
            "ownership/move says check-fail, and rustc reports its error when code is generated",
        )
    ]
    build_fail = Directives(Mode.BUILD_FAIL)
    verdict = judge(Outcome(False, (MOVED,), None, "check"), moved, directives=build_fail)
    assert messages(verdict) == [
        (
            "stage",
            "ownership/move says build-fail, "
            "and rustc reports its error while types and borrows are checked",
        )
    ]
