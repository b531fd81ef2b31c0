"""An error code that rustc reports for a snippet."""

from __future__ import annotations

from macros.model import Answer, Outcome, State
from tests.made import judged, said

SENTENCE = '{{ claim("E0382", fails="E0382", snippet="ownership/move") }}'


def failed(*codes: str) -> Outcome:
    return Outcome(False, tuple(said("no", code) for code in codes))


def test_a_reported_code_holds() -> None:
    """Errors with the same code or without one, and warnings, are the listing's own business."""
    verdict = judged(SENTENCE, failed("E0382", "", "E0382"))
    assert (verdict.state, verdict.expected, verdict.measured) == (State.HOLDS, "E0382", "E0382")


def test_one_of_two_codes_is_refuted() -> None:
    """With the other code in its place the claim would hold as well."""
    verdict = judged(SENTENCE, failed("E0505", "E0382"))
    (finding,) = verdict.findings
    assert (verdict.state, verdict.measured) == (State.REFUTED, "E0505, E0382")
    assert finding.message == (
        "ownership/move reports E0505 and E0382, and the claim could mean either error"
    )
    assert finding.notes == (
        "measured: rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024",
        "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42",
        "help: give each code a snippet of its own",
    )


def test_a_lint_is_a_code_like_any_other() -> None:
    """A denied lint is named by its own name."""
    sentence = '{{ claim("refused", fails="arithmetic_overflow", snippet="ownership/move") }}'
    assert judged(sentence, failed("arithmetic_overflow")).state is State.HOLDS


def test_another_code_is_refuted() -> None:
    """Both codes are in the message."""
    verdict = judged(SENTENCE, failed("E0505", "E0499", "E0505"))
    (finding,) = verdict.findings
    assert (verdict.state, verdict.measured) == (State.REFUTED, "E0505, E0499")
    assert finding.code == "fails"
    assert finding.message == "the page says E0382, rustc reports E0505 and E0499"
    assert finding.notes == (
        "measured: ownership/move   rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024",
        "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42",
    )
    (finding,) = judged(SENTENCE, failed("")).findings
    assert finding.message == "the page says E0382, rustc reports an error without code"


def test_a_warning_with_the_code_is_no_error() -> None:
    """Only errors count."""
    warning = said("unused", "unused_variables", level="warning")
    sentence = '{{ claim("refused", fails="unused_variables", snippet="ownership/move") }}'
    verdict = judged(sentence, Outcome(False, (warning, said("no", "E0382"))))
    assert verdict.state is State.REFUTED


def test_a_snippet_that_compiles_is_refuted() -> None:
    """Nothing is reported."""
    verdict = judged(SENTENCE, Outcome(True))
    assert verdict.state is State.REFUTED
    assert verdict.findings[0].message == "the page says E0382, ownership/move compiles"


def test_a_missing_outcome_is_not_checked() -> None:
    """Neither nothing nor an answer nor a failure without a message proves a code."""
    for evidence in (None, Answer(1), Outcome(False)):
        assert judged(SENTENCE, evidence).state is State.UNCHECKED
