"""Claims about timings: how they are written, and held against a record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.kinds import kind_of
from macros.model import State
from macros.timing_words import Factor, Unclear, read_factor, read_statement
from macros.timings import Timings
from tests.made import claim_in, judged, mistakes_in
from tests.timed import RECORD, SETTING, lines_of, row

ORDER = '{{ claim("clearly faster", timing="array < vec") }}'
BOUND = '{{ claim("more than twice", timing="arc / rc >= 2") }}'
REPRODUCE = "reproduce: .venv/bin/python -m macros explain docs/sizes.md:42"
REFRESH = "help: `make timings` measures anew and writes docs/timings.json"
KNOWN = Timings(RECORD)


# How a claim is written -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows", "sign", "bound"),
    [
        ("array < vec", ("array", "vec"), "<", None),
        ("arc / rc >= 2", ("arc", "rc"), ">=", "2"),
        ("a_1/b<=1.25", ("a_1", "b"), "<=", "5/4"),
    ],
)
def test_comparisons_are_read(
    text: str, rows: tuple[str, str], sign: str, bound: str | None
) -> None:
    """An order, or a ratio with its bound."""
    found = read_statement(text)
    assert found is not None
    read = (found.rows, found.sign, None if found.bound is None else str(found.bound))
    assert read == (rows, sign, bound)
    cut = {name: text[start:end] for name, start, end in found.spans}
    assert (cut["left"], cut["right"], cut["sign"]) == (*rows, sign)


@pytest.mark.parametrize(
    "text",
    ["", "array", "a > b", "a / b", "a < b >= 2", "a / b = 2", "a / b >= two", "a < 2", "a * b < c",
     "A < b", "a / b >= -2", "a / b > 2", "a < b < c",
     f"a / b >= {'9' * 400}", "a / b <= 1.0000000001"],
)  # fmt: skip
def test_other_texts_are_no_comparison(text: str) -> None:
    """Nothing is guessed."""
    assert read_statement(text) is None


@pytest.mark.parametrize(
    ("words", "factor", "sign"),
    [
        ("more than twice", "2", ">="),
        ("takes at least 3 times as long", "3", ">="),
        ("at most 1.5 times as long", "3/2", "<="),
        ("less than half", "1/2", "<="),
        ("no more than five times", "5", "<="),
        ("not less than thrice", "3", ">="),
        ("over 1,000 times", "1000", ">="),
        ("under double", "2", "<="),
        ("more than tenfold", "10", ">="),
        ("at least triple the time", "3", ">="),
        ("at most a third of the time", "1/3", "<="),
        ("less than a quarter", "1/4", "<="),
    ],
)
def test_factors_are_read(words: str, factor: str, sign: str) -> None:
    """Digits or words, with a direction right before them."""
    found = read_factor(words)
    assert isinstance(found, Factor)
    assert (str(found.factor), found.sign) == (factor, sign)


@pytest.mark.parametrize(
    ("words", "reason", "marked"),
    [
        ("about 20 ns", "clock", "ns"),
        ("some nanoseconds", "clock", "nanoseconds"),
        ("a few cycles", "clock", "cycles"),
        ("more than 2 or 3 times", "several", "2 or 3"),
        ("more than 5 bytes", "number", "5"),
        ("more than 5", "number", "5"),
        ("more than twenty times", "number", "twenty"),
        ("about twice", "direction", "twice"),
        ("twice", "direction", "twice"),
        ("never more than twice", "direction", "twice"),
        ("isn't more than twice", "direction", "twice"),
        ("tenfold", "direction", "tenfold"),
        ("a tenth of the time", "direction", "a tenth"),
        ("two thirds of the time", "number", "thirds"),
        ("doubles", "number", "doubles"),
        ("orders of magnitude faster", "number", "orders of magnitude"),
        ("many times slower", "number", "many times"),
        ("it takes an hour", "clock", "hour"),
        ("20ns", "clock", "ns"),
        ("at least twice as fast", "speed", "fast"),
        ("at least 2 times faster", "speed", "faster"),
        ("at least twice as little", "speed", "as little"),
    ],
)
def test_unclear_words_are_refused(words: str, reason: str, marked: str) -> None:
    """Times of the clock, several numbers, numbers of something else, no direction."""
    found = read_factor(words)
    assert isinstance(found, Unclear)
    assert (found.reason, words[found.start : found.end]) == (reason, marked)


def test_words_without_a_number_are_for_readers() -> None:
    """Names and references do not count."""
    for words in ("clearly faster", "faster than the other one", "as quick as a `u32`"):
        assert read_factor(words) is None


MISTAKES = {
    '{{ claim("so", timing="a > b") }}': (
        "claim", "`a > b` compares no two rows of the record",
    ),
    '{{ claim("so", timing="a < a") }}': ("claim", "`a` is compared with itself"),
    '{{ claim("so", timing="a < b", snippet="x/y") }}': (
        "claim", "timing= takes no snippet=: it is held against the record of timings alone",
    ),
    '{{ claim("so", timing="a < b", edition="2021") }}': (
        "claim", "timing= takes no edition=: it is held against the record of timings alone",
    ),
    '{{ claim("so", timing="a < b", guaranteed="https://doc.rust-lang.org/x") }}': (
        "claim", "a timing is observed on one machine, and no rule guarantees it",
    ),
    '{{ claim("so", "1 == 1", timing="a < b") }}': (
        "claim", "the claim has expression and timing, and one claim is checked one way",
    ),
    '{{ claim("so", timing="a < b", of="x") }}': (
        "claim", "of= says half of a claim, and section= is missing",
    ),
    '{{ claim("2 ns faster", timing="a < b") }}': (
        "words", "the words speak of ns, and only comparisons hold on other machines",
    ),
    '{{ claim("more than twice", timing="a < b") }}': (
        "words", "the words say twice, and timing= says an order and no factor",
    ),
    '{{ claim("more than twice", timing="a / b >= 3") }}': (
        "words", "the words say twice, timing= says 3",
    ),
    '{{ claim("more than twice", timing="a / b <= 2") }}': (
        "words", "the words say the least, timing= says the most",
    ),
    '{{ claim("at most 2 times", timing="a / b >= 2") }}': (
        "words", "the words say the most, timing= says the least",
    ),
    '{{ claim("about twice", timing="a / b >= 2") }}': (
        "words", "the words do not say whether twice is the least or the most",
    ),
    '{{ claim("more than 2 bytes", timing="a / b >= 2") }}': (
        "words", "nothing here checks 2: timing= bounds how many times as long something takes",
    ),
    '{{ claim("at least twice as fast", timing="vec / arr >= 2") }}': (
        "words", "the words say fast, and timing= bounds how many times as long something takes",
    ),
    '{{ claim("slower", timing="a / b >= 0") }}': (
        "claim", "the bound of `a / b >= 0` is 0, and every ratio lies above that",
    ),
    '{{ claim("slower", timing="a / b >= 0.5") }}': (
        "words", "the words say slower, and that does not follow from `a / b >= 0.5`",
    ),
    '{{ claim("faster", timing="a / b <= 2") }}': (
        "words", "the words say faster, and that does not follow from `a / b <= 2`",
    ),
    '{{ claim("the vector is faster", timing="arr < vec") }}': (
        "words", "the words say faster, and that does not follow from `arr < vec`",
    ),
    '{{ claim("the array is not faster", timing="arr < vec") }}': (
        "words", "the words say faster, and that does not follow from `arr < vec`",
    ),
    '{{ claim("tenfold", timing="arr < vec") }}': (
        "words", "the words do not say whether tenfold is the least or the most",
    ),
    '{{ claim("the same time", timing="arr < vec") }}': (
        "words", "the words say same, and timing= says that one takes less time, or bounds it",
    ),
    '{{ claim("as fast as the vector", timing="arr < vec") }}': (
        "words", "the words say as fast, and timing= says that one takes less time, or bounds it",
    ),
    '{{ claim("more than 2 or 3 times", timing="a / b >= 2") }}': (
        "words", "the words hold several numbers, and one is checked",
    ),
}  # fmt: skip


@pytest.mark.parametrize("sentence", MISTAKES)
def test_a_claim_that_is_written_wrongly_is_a_finding(sentence: str) -> None:
    """Before any record is looked at."""
    (finding,) = mistakes_in(sentence)
    assert (finding.code, finding.message) == MISTAKES[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        '{{ claim("the array is faster", timing="arr < vec") }}',
        '{{ claim("the vector is slower", timing="arr < vec") }}',
        '{{ claim("the vector is never faster", timing="arr < vec") }}',
        '{{ claim("clearly longer", timing="arr < vec") }}',
        '{{ claim("slower", timing="arr / vec >= 1") }}',
        '{{ claim("the atomic step takes longer", timing="add_plain < add_atomic") }}',
        '{{ claim("faster than the vector", timing="arr < vec") }}',
    ],
)
def test_an_order_that_follows_is_no_mistake(sentence: str) -> None:
    """Of either row, as long as it is the one that the words name."""
    assert claim_in(sentence).kind == "timing"


# What the record says ---------------------------------------------------------------------


def test_an_order_with_a_wide_margin_holds() -> None:
    """And says where and when it was measured."""
    verdict = judged(ORDER, KNOWN)
    assert (verdict.state, verdict.findings) == (State.HOLDS, ())
    assert (verdict.expected, verdict.measured, verdict.setting) == ("< 1", "0.200", SETTING)
    assert kind_of(claim_in(ORDER)).question(claim_in(ORDER), None) is None


def test_an_order_with_medians_too_close_is_refuted() -> None:
    """The factor between them is said, and both rows."""
    verdict = judged('{{ claim("faster", timing="rc < near") }}', KNOWN)
    assert lines_of(verdict.findings) == [
        "timing: the page says that `rc` takes clearly less time than `near`, the record has "
        "1.40 times between their medians",
        f"measured: rc 5.00 ns (4.80 to 5.30), near 7.00 ns (6.70 to 7.40)   {SETTING}",
        REPRODUCE,
    ]


def test_an_order_whose_spreads_meet_is_refuted() -> None:
    """However far the medians lie apart."""
    wide = replace(row("vec", 50.0), p5=9.0)
    record = replace(RECORD, rows={**RECORD.rows, "vec": wide})
    verdict = judged(ORDER, Timings(record))
    assert lines_of(verdict.findings)[0] == (
        "timing: the page says that `array` takes clearly less time than `vec`, the spreads of "
        "the two in the record overlap"
    )


@pytest.mark.parametrize(
    ("timing", "holds"),
    [
        ("arc / rc >= 2", True),  # 20 ns / 5 ns = 4
        ("arc / rc >= 3.6", True),
        ("arc / rc >= 3.7", False),  # 4 is above, but not by a tenth
        ("arc / rc >= 5", False),
        ("arc / rc <= 4.4", True),
        ("arc / rc <= 4.3", False),
        ("rc / arc <= 0.5", True),
        ("rc / arc >= 0.5", False),
    ],
)
def test_a_bound_holds_with_a_tenth_to_spare(timing: str, holds: bool) -> None:
    """On both sides."""
    verdict = judged(f'{{{{ claim("so", timing="{timing}") }}}}', KNOWN)
    assert (verdict.state is State.HOLDS) == holds


def test_a_bound_that_is_missed_is_said_with_the_ratio() -> None:
    """And with what would have been enough."""
    verdict = judged('{{ claim("so", timing="arc / rc >= 5") }}', KNOWN)
    assert lines_of(verdict.findings) == [
        "timing: the page says that `arc` takes at least 5 times as long as `rc`, the record has "
        "4.00 times",
        f"measured: arc 20.0 ns (19.0 to 21.0), rc 5.00 ns (4.80 to 5.30)   {SETTING}",
        REPRODUCE,
    ]
    verdict = judged('{{ claim("so", timing="arc / rc >= 3.7") }}', KNOWN)
    assert lines_of(verdict.findings)[-2:] == [
        REPRODUCE,
        "help: a bound has to hold with a tenth of itself to spare",
    ]


def test_another_factor_is_mended_on_either_side() -> None:
    """In the words, or in the bound."""
    sentence = '{{ claim("at most thrice as long", timing="arc / rc <= 2") }}'
    (finding,) = mistakes_in(sentence)
    assert finding.message == "the words say thrice, timing= says 2"
    assert finding.notes == (
        "help: say `2 times` in the words, or write the words' number in timing=",
    )


def test_a_claim_without_a_record_is_refuted() -> None:
    """Fails closed."""
    verdict = judged(BOUND, Timings())
    assert verdict.state is State.REFUTED
    assert lines_of(verdict.findings) == [
        "timing: there is no docs/timings.json that the claim could be held against",
        REFRESH,
    ]


def test_an_unknown_row_and_a_stale_one_are_refuted() -> None:
    """Each at its own characters."""
    sentence = '{{ claim("so", timing="arcs / rc >= 2") }}'
    verdict = judged(sentence, Timings(RECORD, frozenset({"rc"})))
    assert lines_of(verdict.findings) == [
        "timing: the record of timings has no row `arcs`",
        "help: did you mean `arc`?",
        REFRESH,
        "timing: the program of the row `rc` has changed since it was timed",
        REFRESH,
    ]
    marks = [finding.mark for finding in verdict.findings if finding.mark]
    assert [sentence[one.column - 1 : one.end_column - 1] for one in marks] == ["arcs", "rc"]


def test_other_evidence_says_nothing() -> None:
    """No evidence, no verdict."""
    assert judged(ORDER, None).state is State.UNCHECKED
