"""What is rewritten, exactly, and what is left to a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from macros.bless.numerals import write_numeral
from macros.bless.plan import plan_blessing
from macros.layout import Layout, Tag, Variant
from macros.model import Diagnostic, Outcome, State
from macros.report import say_bless
from tests.blessed import after, blessed_page, judged_book
from tests.laid_out import enum, fields, struct
from tests.made import FILE, PAGE, ran, said

PRINTS = """\
//! A move.
fn main() {
    println!("len {}", 4); //~ prints len 3
    println!("cap {}", 8); //~ prints cap 8
}
"""
FAILS = """\
//! A move.
//@ check-fail
fn main() {
    drop(s); //~ ERROR E0505 use of moved value
}
"""
MOVED = said("use of moved value: `s`", "E0382", (2, 10, 11))


def failing(*diagnostics: Diagnostic) -> Outcome:
    return Outcome(False, diagnostics)


def reasons(page: str, **more: object) -> list[str]:
    """Why each finding of a page needs a person."""
    found = judged_book(page, **more)  # type: ignore[arg-type]
    blessing = plan_blessing(found)
    assert blessing.corrections == ()
    return [need.reason for need in blessing.needs]


# Numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("9", 12, "12"),
        ("1,024", 4096, "4,096"),
        ("1,024", 512, "512"),
        ("512", 1024, "1024"),
        ("1_024", 1048576, "1_048_576"),
        ("1\u202f024", 2048, "2\u202f048"),
        ("12_34", 56789, "5_67_89"),
        ("0xFF", 0xBEEF, "0xBEEF"),
        ("0xff", 0xBEEF, "0xbeef"),
        ("0x0040", 0x80, "0x0080"),
        ("0xFFFF_FFFF", 0x1_0000_0000, "0x1_0000_0000"),
        ("0b1010", 5, "0b101"),
        ("007", 12, "012"),
        ("three", 12, "twelve"),
        ("Three", 4, "Four"),
        ("THREE", 4, "FOUR"),
        ("three", 13, "13"),
        ("12", 3, "3"),
        ("-128", -32768, "-32768"),
        ("\u2212128", -256, "\u2212256"),
        ("-128", 127, "127"),
        ("minus three", -4, "minus four"),
        ("three", -4, "minus four"),
    ],
)
def test_a_number_keeps_its_style(old: str, value: int, new: str) -> None:
    """Separators, radix, letter case and words stay as the page has them."""
    assert write_numeral(old, value) == new


@pytest.mark.parametrize(
    ("sentence", "value", "corrected"),
    [
        ('It takes {{ claim("9 bytes", "f()") }}.', 12, 'It takes {{ claim("12 bytes", "f()") }}.'),
        ("{{ claim('three words', 'f()') }}", 40, "{{ claim('five words', 'f()') }}"),
        ('{{ claim("three words", "f()") }}', 104, '{{ claim("13 words", "f()") }}'),
        ('{{ claim("a 4-byte tag", "f()") }}', 8, '{{ claim("a 8-byte tag", "f()") }}'),
        ('{{ claim("**2** KiB", "f()") }}', 4096, '{{ claim("**4** KiB", "f()") }}'),
        ('{{ claim("16 bits", "f()") }}', 4, '{{ claim("32 bits", "f()") }}'),
        (r'{{ claim("\"u8\": 9 bytes", "f()") }}', 1, r'{{ claim("\"u8\": 1 bytes", "f()") }}'),
        (r'{{ claim("9\u00a0bytes", "f()") }}', 12, r'{{ claim("12\u00a0bytes", "f()") }}'),
        (
            '{{ claim("nearly " "9 bytes", "f()") }}',
            12,
            '{{ claim("nearly " "12 bytes", "f()") }}',
        ),
        ('{{ claim(\n"9 bytes",\n"f()") }}', 12, '{{ claim(\n"12 bytes",\n"f()") }}'),
        (
            '{{ claim(words="9", expression="f()") }}',
            12,
            '{{ claim(words="12", expression="f()") }}',
        ),
    ],
)
def test_exactly_the_number_is_rewritten(sentence: str, value: int, corrected: str) -> None:
    """The unit, the quotes and the escapes around it stay."""
    assert blessed_page(sentence, {"f()": value}) == corrected


@pytest.mark.parametrize(
    ("sentence", "value", "reason"),
    [
        ('{{ claim("no larger", "f()") }}', False, say_bless.TRUTH),
        ('{{ claim("12 bytes", "f()") }}', True, say_bless.TRUTH),
        ('{{ claim("4 or 8 bytes", "f()") }}', 12, say_bless.MISTAKE),
        ('{{ claim("two words", "f()") }}', 12, "12 bytes are no whole number of words"),
        (
            '{{ claim("32 bits", "f()") }}',
            32,
            "the expression seems to count bits itself, 32: leave the unit outside the claim",
        ),
        (r'{{ claim("1\x32 bytes", "f()") }}', 12, None),
        ('{{ claim("no two", "f()") }}', 1, say_bless.STILL_REFUTED),
        ('{{ claim("1" "2 bytes", "f()") }}', 24, say_bless.ESCAPES),
    ],
)
def test_what_no_single_number_settles_needs_a_person(
    sentence: str, value: int | bool, reason: str | None
) -> None:
    """Each with the reason; what holds needs nobody."""
    assert reasons(sentence, values={"f()": value}) == ([] if reason is None else [reason])


def test_one_that_becomes_many_is_pointed_out() -> None:
    """The unit is not touched, so somebody has to look at its plural."""
    found = judged_book(
        '{{ claim("1 byte", "f()", guaranteed="https://doc.rust-lang.org/std/") }}', {"f()": 2}
    )
    (correction,) = plan_blessing(found).corrections
    assert correction.notes == (
        "it is marked as guaranteed; read the rule again: https://doc.rust-lang.org/std/",
        "one has become many, or many one: do the words around the number still fit?",
    )


STYLES: Mapping[str, Callable[[int], str]] = {
    "plain": str,
    "grouped": "{:,}".format,
    "hexadecimal": "{:#x}".format,
    "upper": "0x{:X}".format,
    "word": lambda number: ["zero", "one", "two", "three"][number % 4],
}
FILLER = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="{}`<>~#\\\"'$-:&\r"), max_size=30
)
ENTRY = st.tuples(
    FILLER,
    st.sampled_from(sorted(STYLES)),
    st.integers(0, 2**40),
    st.integers(0, 2**40),
    st.sampled_from(["", " bytes", " items", "\u00a0bytes in all"]),
)


@given(st.lists(ENTRY, max_size=5), FILLER)
@example([("\x0c\x85\u2028", "grouped", 1000, 5, " bytes")], "\ufeff")
def test_no_other_character_of_the_file_is_touched(
    entries: list[tuple[str, str, int, int, str]], end: str
) -> None:
    """Whatever stands around the numbers, and the page holds afterwards."""
    page, pattern, values = "", "", {}
    for at, (before, style, old, new, unit) in enumerate(entries):
        opening, closing = f'x{before} {{{{ claim("', f'{unit}", "f({at})") }}}}'
        page += f"{opening}{STYLES[style](old)}{closing}"
        pattern += f"{re.escape(opening)}[\\w,]+{re.escape(closing)}"
        values[f"f({at})"] = new
    page, pattern = page + end, pattern + re.escape(end)
    found = judged_book(page, values)
    assume(len(found.claims.claims) == len(entries))
    corrected = blessed_page(page, values)
    assert re.fullmatch(pattern, corrected)
    again = judged_book(corrected, values)
    assert all(verdict.state is State.HOLDS for verdict in again.report.verdicts)
    assert plan_blessing(again).edits == ()


# Printed lines ---------------------------------------------------------------------------


def test_a_printed_line_its_margin_and_its_words_are_rewritten() -> None:
    """The number of the words follows the line that holds it."""
    page = 'It holds {{ claim("three", prints="len 3", snippet="ownership/move") }}.\n'
    found = judged_book(page, snippet=PRINTS, outcome=ran("len 4\ncap 8\n"))
    blessing = plan_blessing(found)
    assert blessing.needs == ()
    assert after(found, blessing) == {
        PAGE: 'It holds {{ claim("four", prints="len 4", snippet="ownership/move") }}.\n',
        FILE: PRINTS.replace("prints len 3", "prints len 4"),
    }


@pytest.mark.parametrize(
    ("claim", "printed", "corrected"),
    [
        ('"so", prints="same: true"', "a\nsame: false\n", '"so", prints="same: false"'),
        ('"so", prints=" len 3 "', "len 4\n", '"so", prints=" len 4 "'),
        ('"so", prints="say it"', 'say "it"\\\n', r'"so", prints="say \"it\"\\"'),
        ('"so", prints="len 3"', "cap 3\nlen 12\n", '"so", prints="len 12"'),
        ('"so", prints="2: 9 B"', "1: 8 B\n2: 8 B\n3: 8 B\n", '"so", prints="2: 8 B"'),
        ('"3 of 8", prints="3 of 8"', "4 of 8\n", '"4 of 8", prints="4 of 8"'),
        ('"takes 4", prints="len 3"', "len 3\n", '"takes 3", prints="len 3"'),
        ('"4 left", prints="4 of 9"', "9 of 4\n", '"9 left", prints="9 of 4"'),
    ],
)
def test_the_only_line_that_can_be_meant_is_taken(claim: str, printed: str, corrected: str) -> None:
    """The one that differs in its numbers only, else the one that is like it."""
    page = '{{{{ claim({}, snippet="ownership/move") }}}}'
    found = judged_book(page.format(claim), outcome=ran(printed))
    blessing = plan_blessing(found)
    assert blessing.needs == ()
    assert after(found, blessing)[PAGE] == page.format(corrected)


@pytest.mark.parametrize(
    ("claim", "printed", "reason"),
    [
        ('"so", prints="len 3"', "len 4\nlen 5\n", say_bless.NO_ONE_LINE),
        ('"so", prints="len 3"', "nothing alike\n", say_bless.NO_ONE_LINE),
        ('"so", prints="len 3"', "", say_bless.NO_ONE_LINE),
        ('"3", prints="3 and 3"', "4 and 5\n", say_bless.NUMBER_NOT_IN_LINE),
        ('"takes 4", prints="1 of 3"', "1 of 3\n", say_bless.NUMBER_NOT_IN_LINE),
    ],
)
def test_a_line_that_is_not_clear_needs_a_person(claim: str, printed: str, reason: str) -> None:
    """Several lines may be meant, or none; or several numbers of the line."""
    page = f'{{{{ claim({claim}, snippet="ownership/move") }}}}'
    assert set(reasons(page, outcome=ran(printed))) == {reason}


def test_a_line_that_another_claim_speaks_of_is_not_taken() -> None:
    """What is left is the one that is meant."""
    one, two = (
        f'{{{{ claim("so", prints="{line}", snippet="ownership/move") }}}}\n'
        for line in ("len 2", "len 3")
    )
    page = one + two
    found = judged_book(page, outcome=ran("len 2\nlen 4\n"))
    assert after(found, plan_blessing(found))[PAGE] == page.replace("len 3", "len 4")


def test_two_lines_of_the_margin_that_could_be_either_need_a_person() -> None:
    """Nothing says which of the two printed lines belongs where."""
    snippet = PRINTS.replace("cap 8", "len 8")
    found = judged_book("", snippet=snippet, outcome=ran("len 4\nlen 5\n"))
    blessing = plan_blessing(found)
    assert blessing.corrections == ()
    assert [need.reason for need in blessing.needs] == [say_bless.NO_ONE_LINE] * 2


# Error codes -----------------------------------------------------------------------------


def test_a_code_is_rewritten_in_claim_words_and_margin() -> None:
    """The message beside the code in the margin still has to fit."""
    page = 'See {{ claim("E0505", fails="E0505", snippet="ownership/move") }}.\n'
    found = judged_book(page, snippet=FAILS, outcome=failing(MOVED))
    blessing = plan_blessing(found)
    assert blessing.needs == ()
    assert after(found, blessing) == {
        PAGE: page.replace("E0505", "E0382"),
        FILE: FAILS.replace("E0505", "E0382"),
    }


def test_a_code_among_the_words_of_a_fence_is_rewritten_with_its_margin() -> None:
    """Both say the same code, so both have to change."""
    page = "```rust,compile_fail,E0505\nlet a = 1;\ndrop(s); //~ ERROR E0505\n```\n"
    moved = said("use of moved value: `s`", "E0382", (3, 1, 2))
    found = judged_book(page, outcome=failing(moved))
    assert after(found, plan_blessing(found))[PAGE] == page.replace("E0505", "E0382")


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (failing(MOVED, said("no", "E0499", (2, 1, 2))), say_bless.NO_ONE_CODE),
        (failing(said("no", "E0499", (2, 1, 2))), say_bless.MESSAGE),
        (failing(said("use of moved value", "", (2, 1, 2))), say_bless.NO_ERROR),
        (failing(said("use of moved value", "E0382", (1, 1, 2))), say_bless.NO_ERROR),
        (Outcome(True), say_bless.NO_ERROR),
    ],
)
def test_a_code_that_is_not_clear_needs_a_person(outcome: Outcome, reason: str) -> None:
    """Two errors on the line, another message, no code, another line, no error at all."""
    found = judged_book("", snippet=FAILS, outcome=outcome)
    blessing = plan_blessing(found)
    assert blessing.corrections == ()
    assert reason in [need.reason for need in blessing.needs]


def test_two_codes_for_one_claim_need_a_person() -> None:
    """So does a claim about a snippet that compiles."""
    page = '{{ claim("it fails", fails="E0505", snippet="ownership/move") }}\n'
    snippet = FAILS.replace("E0505 use of moved value", "E0382")
    both = failing(MOVED, said("no", "E0499", (2, 1, 2)))
    found = judged_book(page, snippet=snippet, outcome=both)
    assert say_bless.NO_ONE_CODE in [need.reason for need in plan_blessing(found).needs]
    found = judged_book(page, snippet=snippet, outcome=Outcome(True))
    assert say_bless.NO_ERROR in [need.reason for need in plan_blessing(found).needs]


# What else could go wrong ----------------------------------------------------------------


def test_an_id_that_is_cited_does_not_change() -> None:
    """The id of a printed line is made from the line; pinned, it stays."""
    page = '{{ claim("so", prints="len 3", snippet="ownership/move") }}'
    found = judged_book(page, outcome=ran("len 4\n"))
    (claim,) = found.claims.claims
    blessing = plan_blessing(found, frozenset((claim.id,)))
    assert [need.reason for need in blessing.needs] == [say_bless.id_would_change(claim.id)]
    pinned = page.replace("snippet=", f'id="{claim.id}", snippet=')
    found = judged_book(pinned, outcome=ran("len 4\n"))
    assert plan_blessing(found, frozenset((claim.id,))).needs == ()


def test_a_wrapped_sentence_is_shown_whole() -> None:
    """All its lines, from the end of the sentence before to its own."""
    page = 'Before.\nIt takes\n{{ claim("9", "f()") }} of\nthem.\nBehind.\n'
    (correction,) = plan_blessing(judged_book(page, {"f()": 12})).corrections
    assert correction.spans == ((2, 4),)


# Layouts ----------------------------------------------------------------------------------

PAIR = """\
//! A pair.
pub struct Pair { //~ size 0x04, align 2
    a: u8, //~ offset 1
    //~ padding 1
    b: u32, //~ offset 4
}
"""


def with_layout(snippet: str, layout: Layout) -> tuple[str, list[tuple[str, str]]]:
    """The corrected snippet; and the code of each finding that is left, with its reason."""
    found = judged_book("", snippet=snippet, outcome=ran(), layouts={"Pair": layout})
    blessing = plan_blessing(found)
    needs = [(need.finding.code, need.reason) for need in blessing.needs]
    return after(found, blessing)[FILE], needs


def test_the_numbers_of_layout_facts_are_rewritten() -> None:
    """In the style that they have, and nothing else."""
    now, needs = with_layout(PAIR, struct(8, 4, a="0 u8", b="4 u32"))
    assert now == (
        PAIR.replace("size 0x04, align 2", "size 0x08, align 4")
        .replace("offset 1", "offset 0")
        .replace("padding 1", "padding 3")
    )
    assert needs == []


def test_padding_that_appears_or_vanishes_needs_a_person() -> None:
    """A line has to be written or taken out."""
    held = PAIR.replace("0x04", "8").replace("align 2", "align 4").replace("offset 1", "offset 0")
    layout = struct(8, 4, a="0 u8", b="4 u32")
    unnamed = held.replace("    //~ padding 1\n", "")
    assert with_layout(unnamed, layout) == (unnamed, [("padding", say_bless.PADDING)])
    twice = held.replace("padding 1", "padding 3").replace("}", "    //~ padding 2\n}")
    assert with_layout(twice, layout) == (twice, [("padding", say_bless.NO_NUMBER)])


def test_niche_values_are_rewritten_and_words_are_not() -> None:
    """A tag's type and a variant are chosen by a person."""
    text = "//! A.\npub enum Pair { //~ niche 1 means B, niche 9 means A\n    A(bool),\n    B,\n}\n"
    tag = Tag(0, 1, "u8", niche=True, inside="A.0")
    layout = enum(1, 1, tag, Variant("A", None, fields(_0="0 bool")), Variant("B", 2))
    now, needs = with_layout(text, layout)
    assert now == text.replace("niche 1", "niche 2")
    assert needs == [("niche", say_bless.NO_MARGIN)]
    text = "//! A.\npub enum Pair { //~ tag u16\n    A,\n    B,\n}\n"
    layout = enum(1, 1, Tag(0, 1, "u8"), Variant("A", 0), Variant("B", 1))
    assert with_layout(text, layout) == (text, [("tag", say_bless.TAG)])
