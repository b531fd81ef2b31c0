"""Calls → claims of a kind."""

from __future__ import annotations

import pytest

from macros.kinds import KINDS, find_unsuited, kind_of
from macros.kinds.context import pointer_bytes
from macros.model import Directives, Mode, Question
from tests.made import claim_in, listing_of, mistakes_in


@pytest.mark.parametrize(
    ("sentence", "kind", "subject", "snippet"),
    [
        ('{{ claim("12 bytes", "size_of::<u8>()") }}', "value", "size_of::<u8>()", ""),
        ('{{ claim("a byte", "needs_drop::<u8>()") }}', "truth", "needs_drop::<u8>()", ""),
        ('{{ claim("4 bytes", "LEN", "own/move") }}', "value", "LEN", "own/move"),
        ('{{ claim("4 bytes", "LEN", snippet="own/move") }}', "value", "LEN", "own/move"),
        ('{{ claim("same", prints="true", snippet="own/move") }}', "prints", "true", "own/move"),
        ('{{ claim("E0382", fails="E0382", snippet="a/b") }}', "fails", "E0382", "a/b"),
        ('{{ size_of("String") }}', "measure", "size_of::<String>()", ""),
        ('{{ align_of("T", "a/b") }}', "measure", "align_of::<T>()", "a/b"),
        ('{{ measure("1 + 1") }}', "measure", "1 + 1", ""),
    ],
)
def test_the_arguments_choose_the_kind(
    sentence: str, kind: str, subject: str, snippet: str
) -> None:
    """Expression with or without a number in the words, prints=, fails=, or an insert."""
    claim = claim_in(sentence)
    assert (claim.kind, claim.subject, claim.snippet) == (kind, subject, snippet)
    assert kind_of(claim).name == kind


def test_a_claim_keeps_its_words_its_rule_and_its_pin() -> None:
    """`guaranteed=` and `id=` belong to the claim; an insert has no words."""
    link = "https://doc.rust-lang.org/reference/"
    claim = claim_in(f'{{{{ claim("1 byte", "size_of::<u8>()", guaranteed="{link}", id="u8") }}}}')
    assert (claim.words, claim.guaranteed, claim.id) == ("1 byte", link, "u8")
    assert claim_in('{{ size_of("u8") }}').words == ""


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ('{{ claim("is 12 bytes long", "f()") }}', "12 bytes"),
        ('{{ claim("so small", "f()") }}', "so small"),
        ('{{ claim("same", prints="it: true", snippet="a/b") }}', "it: true"),
        ('{{ claim("refused", fails="E0382", snippet="a/b") }}', "E0382"),
        ('{{ size_of("String") }}', "String"),
        ('{{ claim("is \\"12\\" bytes", "f()") }}', 'is \\"12\\" bytes'),
    ],
)
def test_the_mark_covers_the_characters_that_disagree(sentence: str, marked: str) -> None:
    """The number with its unit, the words, the line, the code; all of a literal with escapes."""
    mark = claim_in(sentence).mark
    assert sentence[mark.column - 1 : mark.end_column - 1] == marked


@pytest.mark.parametrize(
    ("sentence", "code", "message"),
    [
        ('{{ claim("1 byte") }}', "claim", "the claim names nothing to check"),
        (
            '{{ claim("same", "f()", prints="true", snippet="a/b") }}',
            "claim",
            "the claim has expression and prints, and one claim is checked one way",
        ),
        (
            '{{ claim("same", fails="E0382", prints="true", snippet="a/b") }}',
            "claim",
            "the claim has prints and fails, and one claim is checked one way",
        ),
        (
            '{{ claim("same", prints="true") }}',
            "claim",
            "prints= needs the snippet that it speaks of",
        ),
        (
            '{{ claim("same", prints="a\\nb", snippet="a/b") }}',
            "claim",
            "a line of prints= has no line end",
        ),
        (
            '{{ claim("refused", fails="E038", snippet="a/b") }}',
            "claim",
            "`E038` is neither an error code nor the name of a lint",
        ),
        (
            '{{ claim("E0505", fails="E0382", snippet="a/b") }}',
            "words",
            "the words say E0505, fails= says E0382",
        ),
        (
            '{{ claim("2 errors", fails="E0382", snippet="a/b") }}',
            "words",
            "nothing here checks the number 2: fails= checks an error code",
        ),
        (
            '{{ claim("4 or 8 bytes", "f()") }}',
            "words",
            "the words hold 2 numbers, 4 and 8, and one is checked",
        ),
        ('{{ claim("1.5 KiB", "f()") }}', "words", "1.5 is not a whole number"),
        (
            '{{ claim("sixteen bytes", "f()") }}',
            "words",
            "the number `sixteen` is not read: number words end at twelve",
        ),
        ('{{ claim("4 KB", "f()") }}', "words", "the unit of `4 KB` can mean 1000 or 1024"),
        (
            '{{ claim("4 bytes", "f()", guaranteed=" ") }}',
            "parameter",
            "`guaranteed` of claim is empty",
        ),
        ('{{ claim("4 bytes", "") }}', "parameter", "`expression` of claim is empty"),
        (
            '{{ claim("4 bytes", "f()", edition="2020") }}',
            "parameter",
            "there is no edition `2020`",
        ),
        (
            '{{ claim("4 bytes", 4) }}',
            "parameter",
            "`expression` of claim is a text in quotes, not 4",
        ),
        ('{{ size_of("u8", words="x") }}', "parameter", "size_of has no parameter `words`"),
        (
            '{{ size_of("u8", prints="x") }}',
            "claim",
            "the claim has type and prints, and one claim is checked one way",
        ),
    ],
)
def test_a_call_that_makes_no_claim_is_a_finding(sentence: str, code: str, message: str) -> None:
    """What cannot be checked is said at the call, whatever else is right in it."""
    (finding,) = mistakes_in(sentence)
    assert (finding.code, finding.message) == (code, message)


def test_a_kind_asks_in_the_edition_of_the_snippet_or_of_the_call() -> None:
    """A snippet's own directive decides; without a snippet the call may choose."""
    listing = listing_of("const N: u8 = 1;", Directives(edition="2021"))
    value = claim_in('{{ claim("1 byte", "N", "ownership/move") }}')
    assert kind_of(value).question(value, listing) == Question("N", "number", "2021", listing)
    truth = claim_in('{{ claim("so", "N == 1", edition="2018") }}')
    assert kind_of(truth).question(truth, None) == Question("N == 1", "truth", "2018")
    insert = claim_in('{{ measure("N") }}')
    assert kind_of(insert).question(insert, None) == Question("N", "any")


def test_a_kind_asks_or_needs_the_outcome_of_its_snippet() -> None:
    """Exactly the kinds without a question need an outcome."""
    assert [kind.name for kind in KINDS if kind.needs_outcome] == ["prints", "prints_not", "fails"]
    claim = claim_in('{{ claim("same", prints="true", snippet="ownership/move") }}')
    assert kind_of(claim).question(claim, None) is None


PRINTS = '{{ claim("same", prints="true", snippet="ownership/move") }}'
FAILS = '{{ claim("refused", fails="E0382", snippet="ownership/move") }}'
VALUE = '{{ claim("1", "N", "ownership/move") }}'


@pytest.mark.parametrize(
    ("sentence", "mode", "message"),
    [
        (FAILS, Mode.RUN, "ownership/move has to compile, so it cannot show this claim"),
        (PRINTS, Mode.NO_RUN, "ownership/move is not run, so it cannot show this claim"),
        (
            VALUE,
            Mode.CHECK_FAIL,
            "ownership/move does not compile, so it cannot show this claim",
        ),
        (VALUE, Mode.IGNORED, "ownership/move is ignored, so it cannot show this claim"),
        (FAILS, Mode.CHECK_FAIL, None),
        (FAILS, Mode.BUILD_FAIL, None),
        (PRINTS, Mode.RUN_FAIL, None),
        (VALUE, Mode.NO_RUN, None),
        (VALUE, Mode.BUILD_FAIL, None),
    ],
)
def test_a_snippet_that_cannot_show_the_claim_is_a_finding(
    sentence: str, mode: Mode, message: str | None
) -> None:
    """A failing claim needs a snippet that must fail, a printed line one that is run."""
    listing = listing_of("fn main() {}", Directives(mode))
    finding = find_unsuited(claim_in(sentence), listing)
    assert (finding and finding.message) == message


@pytest.mark.parametrize(
    ("triple", "size"),
    [
        ("x86_64-unknown-linux-gnu", 8),
        ("x86_64-unknown-linux-gnux32", 4),
        ("i686-unknown-linux-gnu", 4),
        ("aarch64-apple-darwin", 8),
        ("aarch64-unknown-linux-gnu_ilp32", 4),
        ("arm64_32-apple-watchos", 4),
        ("armv7-unknown-linux-gnueabihf", 4),
        ("s390x-unknown-linux-gnu", 8),
        ("wasm32-unknown-unknown", 4),
        ("avr-none", 2),
    ],
)
def test_a_word_is_as_large_as_a_pointer_of_the_target(triple: str, size: int) -> None:
    """The name of the target's processor tells the size of its pointers."""
    assert pointer_bytes(triple) == size
