"""Words without a number against a constant expression that has to be true."""

from __future__ import annotations

from macros.model import Answer, State
from tests.made import judged, of_expression, said

SENTENCE = '{{ claim("no larger than the box", "a() == b()") }}'


def test_a_true_expression_holds() -> None:
    """The words are taken for what the expression says."""
    verdict = judged(SENTENCE, Answer(True))
    assert (verdict.state, verdict.expected, verdict.measured) == (State.HOLDS, "true", "true")


def test_a_false_expression_is_refuted() -> None:
    """The words, the value and the next command stand in the finding."""
    verdict = judged(SENTENCE, Answer(False))
    (finding,) = verdict.findings
    assert (verdict.state, verdict.measured) == (State.REFUTED, "false")
    assert finding.code == "truth"
    assert finding.message == (
        'the page says "no larger than the box", rustc evaluates the expression to false'
    )
    assert finding.notes == (
        "measured: a() == b() = false   rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024",
        "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42",
    )


def test_a_number_where_the_words_have_none_is_refuted() -> None:
    """Zero is not false, and one is not true."""
    for value in (0, 1):
        (finding,) = judged('{{ claim("no bytes", "f()") }}', Answer(value)).findings
        assert finding.code == "words"
        assert finding.message == f"the words hold no number, and the expression is {value}"
    told = of_expression(said("mismatched types", "E0308"))
    told_rendered = of_expression(
        said("mismatched types: expected `bool`, found `usize`", "E0308", (1, 1, 4))
    )
    (finding,) = judged('{{ claim("no bytes", "f()") }}', Answer(None, told_rendered)).findings
    assert finding.message == "the words hold no number, and the expression is a number"
    (finding,) = judged('{{ claim("no bytes", "f()") }}', Answer(None, told)).findings
    assert finding.message == "the expression does not compile: E0308, mismatched types"


def test_a_missing_answer_is_not_checked() -> None:
    """Nothing was measured, so nothing holds."""
    assert judged(SENTENCE, None).state is State.UNCHECKED
    assert judged(SENTENCE, Answer(None)).state is State.UNCHECKED
