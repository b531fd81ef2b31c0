"""Claims → copies of their page with a few characters made wrong."""

from __future__ import annotations

import pytest

from macros.altered import altered, stepped
from macros.kinds import read_claim
from macros.model import Claim
from macros.mutants import ZERO, Mutant, mutants_of_claim, write_mutant
from macros.scan import scan_page
from macros.text import find_lines
from macros.vocabulary import VOCABULARY

PATH = "docs/a.md"


def mutants_in(page: str) -> tuple[Mutant, ...]:
    """The mutants of the one claim of a page."""
    claim = read_claim(scan_page(PATH, page, VOCABULARY).calls[0])
    assert isinstance(claim, Claim), claim
    return mutants_of_claim(claim, find_lines(PATH, page))


def changed(page: str) -> list[tuple[str, str]]:
    """What changes, and the whole page with it."""
    return [(one.change, write_mutant(page, one)) for one in mutants_in(page)]


def test_a_quantity_is_counted_up_and_down_and_in_other_units() -> None:
    """Two mutants for the number, two for the unit, and nothing else of the page is touched."""
    assert changed('A\n\nIt is {{ claim("12 bytes", "f()") }} long.\n') == [
        ("number +1", 'A\n\nIt is {{ claim("13 bytes", "f()") }} long.\n'),
        ("number -1", 'A\n\nIt is {{ claim("11 bytes", "f()") }} long.\n'),
        ("unit changed", 'A\n\nIt is {{ claim("12 bits", "f()") }} long.\n'),
        ("unit changed", 'A\n\nIt is {{ claim("12 KiB", "f()") }} long.\n'),
    ]


def test_the_place_is_that_of_the_changed_characters() -> None:
    """And the finding has to stand in the claim's own call."""
    first = mutants_in('A\n\nIt is {{ claim("12 bytes", "f()") }} long.\n')[0]
    assert (str(first.place), first.place.end_column) == ("docs/a.md:3:17", 19)
    assert (str(first.about), first.about.end_column) == ("docs/a.md:3:7", 37)


def test_a_bare_number_gets_a_unit() -> None:
    """Behind the backticks where it stands in some."""
    pages = [page for change, page in changed('{{ claim("`8`", "f()") }}') if "unit" in change]
    assert pages == ['{{ claim("`8` bits", "f()") }}', '{{ claim("`8` KiB", "f()") }}']


def test_zero_in_another_unit_is_no_other_statement() -> None:
    """It is kept, with the reason, for a value only: a printed line has to hold the unit."""
    reasons = [one.same for one in mutants_in('{{ claim("0 bytes", "f()") }}')]
    assert reasons == ["", "", ZERO, ZERO]
    printed = mutants_in('{{ claim("0 bytes", prints="0 bytes", snippet="a/b") }}')
    assert not any(one.same for one in printed)


def test_an_expression_without_a_number_is_negated() -> None:
    """The whole expression, whatever stands in it."""
    assert changed('{{ claim("no larger", "a() <= b()", "a/b") }}') == [
        ("expression negated", '{{ claim("no larger", "!(a() <= b())", "a/b") }}')
    ]


def test_a_printed_claim_changes_in_its_words_and_in_its_line() -> None:
    """Every number of both, the unit, and letters of the line."""
    page = '{{ claim("4 bytes", prints="box: 4 bytes", snippet="a/b") }}'
    assert [page for _, page in changed(page)] == [
        '{{ claim("5 bytes", prints="box: 4 bytes", snippet="a/b") }}',
        '{{ claim("3 bytes", prints="box: 4 bytes", snippet="a/b") }}',
        '{{ claim("4 bits", prints="box: 4 bytes", snippet="a/b") }}',
        '{{ claim("4 KiB", prints="box: 4 bytes", snippet="a/b") }}',
        '{{ claim("4 bytes", prints="box: 5 bytes", snippet="a/b") }}',
        '{{ claim("4 bytes", prints="box: 3 bytes", snippet="a/b") }}',
        '{{ claim("4 bytes", prints="xox: 4 bytes", snippet="a/b") }}',
        '{{ claim("4 bytes", prints="box: 4 bytex", snippet="a/b") }}',
    ]


def test_a_code_is_replaced_in_the_words_in_the_evidence_and_in_both() -> None:
    """Only the last of them is a claim that can be read."""
    assert changed('{{ claim("E0382", fails="E0382", snippet="a/b") }}') == [
        ("code replaced", '{{ claim("E0382", fails="E0383", snippet="a/b") }}'),
        ("code replaced in the words", '{{ claim("E0383", fails="E0382", snippet="a/b") }}'),
        ("code replaced in both", '{{ claim("E0383", fails="E0383", snippet="a/b") }}'),
    ]
    lint = '{{ claim("refused", fails="arithmetic_overflow", snippet="a/b") }}'
    assert [change for change, _ in changed(lint)] == ["code replaced"]


def test_what_is_inserted_has_no_mutants() -> None:
    """There are no words that could be wrong."""
    for call in ('size_of("u8")', 'align_of("u8")', 'measure("f()")'):
        assert mutants_in(f"{{{{ {call} }}}}") == ()


def test_a_literal_with_escapes_is_written_anew() -> None:
    """Quotes, backslashes and literals that stand side by side survive the change."""
    (one,) = mutants_in(r"""{{ claim("so", 'f("\\n") == \'a\'' " as char") }}""")
    page = write_mutant(r"""{{ claim("so", 'f("\\n") == \'a\'' " as char") }}""", one)
    assert page == r"""{{ claim("so", '!(f("\\n") == \'a\' as char)') }}"""


@pytest.mark.parametrize(
    ("text", "value", "up", "down"),
    [
        ("12", 12, "13", "11"),
        ("1,000", 1000, "1,001", "999"),
        ("1_000", 1000, "1_001", "999"),
        ("0x10", 16, "0x11", "0xf"),
        ("three", 3, "four", "two"),
        ("twelve", 12, "13", "eleven"),
        ("0", 0, "1", "-1"),
        ("1.5", None, "1.6", "1.4"),
    ],
)
def test_a_number_keeps_its_form(text: str, value: int | None, up: str, down: str) -> None:
    """So that the reading of that form is tried, too."""
    assert (stepped(text, value, 1), stepped(text, value, -1)) == (up, down)


def test_a_text_changes_in_its_numbers_or_letters_or_in_what_it_has() -> None:
    """Even a line of punctuation has a mutant."""
    assert [new for _, _, _, new in altered("x = 7")] == ["8", "6", "y"]
    assert list(altered("---")) == [("mark altered", 0, 1, "x")]


def test_a_section_is_replaced_by_the_next_sort_of_memory() -> None:
    """In `section=`, in the words, and in both; what lies there stays the same."""
    page = '{{ claim("in `.rodata`", section=".rodata.cst4", of="A", snippet="a/b") }}'
    rest = 'of="A", snippet="a/b"'
    assert changed(page) == [
        ("section replaced", f'{{{{ claim("in `.rodata`", section=".data.rel.ro", {rest}) }}}}'),
        (
            "section replaced in the words",
            f'{{{{ claim("in `.data.rel.ro`", section=".rodata.cst4", {rest}) }}}}',
        ),
        (
            "section replaced in both",
            f'{{{{ claim("in `.data.rel.ro`", section=".data.rel.ro", {rest}) }}}}',
        ),
    ]
    own = '{{ claim("mine", section=".mine", of="A", snippet="a/b") }}'
    assert changed(own) == [("section replaced", own.replace(".mine", ".rodata"))]
