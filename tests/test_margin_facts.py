"""Layout facts of a snippet's margin → what they are about, or why they are about nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.expect_layout import layout_questions
from macros.layout import LayoutQuestion
from macros.model import AnnotatedType, LayoutFact, Place
from macros.scan import scan_page
from macros.snippets import parse_snippet
from macros.vocabulary import VOCABULARY
from tests.laid_out import annotated_in, mistakes_in, read
from tests.made import FILE, NAME

WHOLE = """\
#[repr(C)] //~ align 4
pub struct Pair { //~ size 0x8
    pub small: u8, //~ offset 0
    //~ padding 3
    pub large: (
        u16,
        u16,
    ), //~ offset 4
}
"""


def brief(annotated: AnnotatedType) -> list[tuple[object, ...]]:
    """Kind, number or text, variant and field of each fact."""
    return [
        (fact.kind, fact.text or fact.number, fact.variant, fact.field, fact.whole)
        for fact in annotated.facts
    ]


def test_facts_belong_to_the_type_and_field_on_whose_lines_they_stand() -> None:
    """Attributes are lines of the item, and a field may take several."""
    assert brief(annotated_in(WHOLE)) == [
        ("align", 4, "", "", False),
        ("size", 8, "", "", False),
        ("offset", 0, "", "small", False),
        ("padding", 3, "", "large", False),
        ("offset", 4, "", "large", False),
    ]


def test_a_fact_knows_its_characters() -> None:
    """The number, the fact, and the whole comment."""
    annotated = annotated_in(
        "enum Maybe { //~ size 1, niche 0x1_0 means Not\n    Yes(bool),\n    Not,\n}\n"
    )
    assert annotated.facts == (
        LayoutFact(
            "size",
            Place(FILE, 2, 23, 2, 24),
            Place(FILE, 2, 18, 2, 24),
            Place(FILE, 2, 14, 2, 47),
            1,
        ),
        LayoutFact(
            "niche",
            Place(FILE, 2, 32, 2, 37),
            Place(FILE, 2, 26, 2, 47),
            Place(FILE, 2, 14, 2, 47),
            16,
            "Not",
            Place(FILE, 2, 44, 2, 47),
        ),
    )
    assert annotated.place == Place(FILE, 2, 6, 2, 11)
    assert annotated.end == Place(FILE, 5, 1, 5, 2)


def test_arrows_point_to_other_lines() -> None:
    """As those of the other words do."""
    text = (
        "//~v size 8, align 4\nstruct A {\n    a: u8,\n    //~^ offset 4\n    b: u32,\n"
        "    //~^ offset 0\n}\n"
    )
    assert brief(annotated_in(text)) == [
        ("size", 8, "", "", False),
        ("align", 4, "", "", False),
        ("offset", 4, "", "a", False),
        ("offset", 0, "", "b", False),
    ]


def test_a_type_on_one_line_has_all_its_facts_there() -> None:
    """Padding is that of the whole line."""
    annotated = annotated_in("struct P(u8, u32); //~ size 8, align 4, padding 3\n")
    assert brief(annotated)[2] == ("padding", 3, "", "", True)
    assert brief(annotated_in("struct P(u32); //~ offset 0\n")) == [("offset", 0, "", "0", False)]


def test_padding_stands_above_what_follows_it() -> None:
    """A field, or the closing brace of the type; in an enum those of a variant."""
    text = (
        "enum E {\n    A {\n        a: u8,\n        //~ padding 2\n        b: u32,\n    },\n"
        "    B(u8, u32), //~ padding 3\n    //~ padding 4\n}\n"
    )
    assert brief(annotated_in(text)) == [
        ("padding", 2, "A", "b", False),
        ("padding", 3, "B", "", True),
        ("padding", 4, "", "", False),
    ]


def test_a_path_leads_to_a_type_and_lifetimes_are_filled_in() -> None:
    """Modules may nest; every type has its own facts."""
    text = (
        "struct A(u8); //~ size 1\npub mod a {\n    pub mod b {\n"
        "        pub struct View<'a, 'b>(&'a u8, &'b u8); //~ size 16\n    }\n}\nstruct C(u8);\n"
    )
    listing, findings = parse_snippet(NAME, FILE, f"//! A.\n//@ edition: 2021\n{text}")
    assert findings == ()
    assert [(one.name, one.asked) for one in listing.annotated] == [
        ("A", "A"),
        ("a::b::View", "a::b::View<'static, 'static>"),
    ]
    assert layout_questions(listing) == (
        LayoutQuestion("A", "2021", listing),
        LayoutQuestion("a::b::View<'static, 'static>", "2021", listing),
    )


def test_readers_and_rustc_see_no_facts() -> None:
    """Lines that hold nothing else vanish."""
    listing, _ = parse_snippet(NAME, FILE, f"//! A.\n{WHOLE}")
    assert "//~" not in listing.source
    assert listing.shown.split("\n") == [
        "#[repr(C)]",
        "pub struct Pair {",
        "    pub small: u8,",
        "    pub large: (",
        "        u16,",
        "        u16,",
        "    ),",
        "}",
    ]


@pytest.mark.parametrize(
    ("margin", "said"),
    [
        ("size", "1:16-20 `size` needs a number in digits: //~ size 8"),
        ("size eight", "1:16-26 `size` needs a number in digits: //~ size 8"),
        ("size -1", "1:16-23 `size` needs a number in digits: //~ size 8"),
        ("size: 8", "1:12-23 unknown expectation `size:`; did you mean `size`?"),
        (
            "size 8 align 4",
            "1:16-30 nothing stands behind the number of `size`, and here is `align 4`"
            " | help: a comma stands between two facts: //~ size 8, align 4",
        ),
        (
            "size 8 bytes",
            "1:16-28 nothing stands behind the number of `size`, and here is `bytes`"
            " | help: a comma stands between two facts: //~ size 8, align 4",
        ),
        ("size 8, algin 4", "1:24-31 unknown layout fact `algin`; did you mean `align`?"),
        ("size 8, prints 4", "1:24-32 unknown layout fact `prints`"),
        ("size 8,", "1:12-23 there is no layout fact between two commas, or behind the last"),
        (
            "size 8,, align 4",
            "1:12-32 there is no layout fact between two commas, or behind the last",
        ),
        ("size, align 4", "1:16-20 `size` needs a number in digits: //~ size 8"),
        ("size 8, size 8", "1:24-30 `size` of the same was already given on line 2"),
        ("tag", "1:16-19 `tag` needs its type: //~ tag u8"),
        ("tag 8", "1:16-21 `8` is not the type of an integer: //~ tag u8"),
        ("tag u7", "1:16-22 `u7` is not the type of an integer: //~ tag u8"),
        ("tag u8", "1:16-22 tags and niches tell variants apart, and struct `A` has none"),
        ("niche 0", "1:16-23 `niche` says which variant a value means: //~ niche 0 means None"),
        (
            "niche 0 is None",
            "1:16-31 `niche` says which variant a value means: //~ niche 0 means None",
        ),
        ("niche None", "1:16-26 `niche` needs a number in digits: //~ niche 0 means None"),
        (
            "niche 0 means None",
            "1:16-34 tags and niches tell variants apart, and struct `A` has none",
        ),
        ("offset 0", "1:16-24 `offset` stands on the line of a field, and none is here"),
        (
            "padding 3",
            "1:16-25 `padding` stands on a line of its own"
            " | help: put it above the field that follows the hole, or above the closing brace",
        ),
    ],
)
def test_a_fact_that_cannot_be_read_is_a_finding(margin: str, said: str) -> None:
    """At its own characters, with what to write."""
    assert mistakes_in(f"struct A {{ //~ {margin}\n    a: u8,\n}}\n") == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "fn main() {} //~ size 8\n",
            "1:18-24 `size` is about a struct, an enum or a union, and none is here"
            " | help: it stands in the lines of the item; what a macro makes has none",
        ),
        (
            "m! { struct A(u8); } //~ size 1\n",
            "1:26-32 `size` is about a struct, an enum or a union, and none is here"
            " | help: it stands in the lines of the item; what a macro makes has none",
        ),
        (
            "struct A<T>(T); //~ size 1\n",
            "1:21-27 `A` is generic, and has a layout only with its arguments"
            " | help: state it of a type without parameters, or draw it: {{ layout(…) }}",
        ),
        (
            "fn f() {\n    struct A(u8); //~ size 1\n}\n",
            "2:23-29 `A` has no name outside of the braces around it"
            " | help: move the type out of the braces, or draw it: {{ layout(…, local=True) }}",
        ),
        (
            "struct A {\n    a: u8, //~ size 1\n}\n",
            "2:16-22 `size` speaks of the line of an item, and none is here"
            " | help: write //~v in front of it where it stands above the item, //~^ where below",
        ),
        (
            "struct A(u8, u16); //~ offset 1\n",
            "1:24-32 fields `0`, `1` stand on one line | help: give each a line of its own",
        ),
        (
            "struct A(u8); struct B(u8); //~ size 1\n",
            "1:33-39 types `A`, `B` stand on one line | help: give each a line of its own",
        ),
        (
            "enum E { A(u8, u16), B(u16, u8) } //~ padding 1\n",
            "1:39-48 variants `A`, `B` stand on one line | help: give each a line of its own",
        ),
        (
            "//~ padding 1\nstruct A(u8);\n",
            "1:5-14 `padding` is about a struct, an enum or a union, and none is here"
            " | help: it stands in the lines of the item; what a macro makes has none",
        ),
        (
            "#[repr(C)]\n//~ padding 1\nstruct A(u8);\n",
            "2:5-14 `padding` stands among the fields"
            " | help: put it above the field that follows the hole, or above the closing brace",
        ),
        (
            "enum E {\n    //~ padding 1\n    A(u8),\n}\n",
            "2:9-18 no padding lies between two variants: one of them is there at a time"
            " | help: put it above a field inside a variant, or above the closing brace"
            " of the enum",
        ),
        (
            "enum E {\n    A {\n        a: u8,\n        //~ padding 1\n    },\n}\n",
            "4:13-22 what lies behind the last field of `A` is there for the other variants"
            " | help: bytes that no variant uses stand above the closing brace of the enum",
        ),
        (
            "enum E { //~ niche 0 means Nune\n    Some(bool),\n    None,\n}\n",
            "1:28-32 `E` has no variant `Nune`; did you mean `None`?",
        ),
        (
            "struct A {\n    a: u8, //~ offset 0\n    //~^ offset 0\n}\n",
            "3:10-18 `offset` of the same was already given on line 3",
        ),
        (
            "struct A(u8);\n//~^^^ size 1\n",
            "2:1-14 this points to a line outside of the listing",
        ),
        (
            "//@ check-fail\nstruct A(u8); //~ size 1\nfn main() { a; } //~ ERROR E0425\n",
            "2:19-25 a `check-fail` listing is not compiled to its end,"
            " so its types have no layout",
        ),
    ],
)
def test_a_fact_about_nothing_is_a_finding(text: str, said: str) -> None:
    """It says where the fact belongs."""
    assert mistakes_in(text) == [said]


def test_one_bad_fact_leaves_no_type() -> None:
    """What is not understood is not held against rustc in part."""
    assert read("struct A(u8); //~ size 1\nstruct B(u8); //~ size\n")[0] == ()


# Fences -----------------------------------------------------------------------------------


def in_fence(code: str, words: str = "rust") -> tuple[list[str], list[str]]:
    """The annotated types of a fence, and what is wrong in the page."""
    page = scan_page("docs/a.md", f"# A\n\n- b\n\n    ```{words}\n{code}    ```\n", VOCABULARY)
    (fence,) = page.fences
    names = [f"{one.asked} {one.facts[0].place}" for one in fence.listing.annotated]
    return names, [f"{one.place} {one.message} | {' '.join(one.notes)}" for one in page.findings]


def test_a_fence_with_its_own_main_may_state_layouts() -> None:
    """Also where that is hidden; the places are those of the page."""
    code = "    # fn main() {}\n    struct A(u8); //~ size 1\n"
    assert in_fence(code) == (["A docs/a.md:7:28"], [])


def test_a_type_in_a_fence_without_main_has_no_name() -> None:
    """Because a main function is put around it."""
    said = (
        "docs/a.md:6:23 `A` stands in the main function that is put around the fence"
        " | help: give the fence one of its own: # fn main() {}"
    )
    assert in_fence("    struct A(u8); //~ size 1\n") == ([], [said])


def test_a_fence_that_does_not_compile_has_no_layouts() -> None:
    """Whatever its margin says."""
    code = "    struct A(u8); //~ size 1\n    fn main() { a; } //~ ERROR E0425\n"
    said = "a `check-fail` listing is not compiled to its end, so its types have no layout"
    assert in_fence(code, "rust,compile_fail")[1] == [f"docs/a.md:6:23 {said} | "]


# Any text ---------------------------------------------------------------------------------

WORDS = re.findall(
    r"\S+",
    "size align offset padding niche tag means None A a u8 i16 0 1 8 0x 0xff 1_0 _ , ,, ^ -1 é 99",
)
HOLDERS = (
    "struct A {{ {0}\n    a: u8, {1}\n    {2}\n    b: u32, {3}\n}} {4}\n",
    "enum A {{ {0}\n    None, {1}\n    B {{\n        {2}\n        a: u8, {3}\n    }},\n"
    "    {4}\n}}\n",
    "{0}\nunion A {{ a: u8, b: u16 }} {1}\n{2}\nmod c {{ {3}\n    struct D(u8); {4}\n}}\n",
    "{0}\nfn main() {{ {1}\n    struct A(u8); {2}\n}} {3}\n{4}",
)
comments = st.lists(st.sampled_from(WORDS), max_size=6).map(
    lambda words: "//~ " + " ".join(words) if words else ""
)


@given(st.sampled_from(HOLDERS), st.lists(comments, min_size=5, max_size=5))
def test_any_facts_are_read_or_found_wrong(holder: str, margin: list[str]) -> None:
    """Every comment about layout is one of both, and each place holds what was read."""
    text = "//! A.\n" + holder.format(*margin)
    listing, findings = parse_snippet(NAME, FILE, text)
    facts = [fact for one in listing.annotated for fact in one.facts]
    lines = text.split("\n")
    for fact in facts:
        said = lines[fact.place.line - 1][fact.place.column - 1 : fact.place.end_column - 1]
        assert (
            said == fact.text or int(said.replace("_", ""), 0 if "x" in said else 10) == fact.number
        )
    for finding in findings:
        assert 1 <= finding.place.line <= len(lines)
        assert finding.message
    assert "//~" not in listing.source
    assert bool(facts) or bool(findings) or not any(margin)


TWINS = """\
#[cfg(debug_assertions)]
struct A { //~ size 1
    a: u8,
}
#[cfg(not(debug_assertions))]
struct A {
    a: u16,
}
"""
RENAMED = """\
#[cfg(not(debug_assertions))]
struct A { //~ size 1
    a: u8,
}
struct B(u8);
#[cfg(debug_assertions)]
use B as A;
"""
IN_MODULES = """\
#[cfg(debug_assertions)]
mod m {
    pub struct A(u8); //~ size 1
}
#[cfg(not(debug_assertions))]
mod m {
    pub struct A(u16);
}
"""


@pytest.mark.parametrize(("text", "line"), [(TWINS, 7), (RENAMED, 8), (IN_MODULES, 8)])
def test_of_two_items_with_one_name_neither_is_judged(text: str, line: int) -> None:
    """Conditions say which is compiled, and the fact could stand on the other."""
    annotated, (finding,) = read(text)
    assert annotated == ()
    assert finding.message == f"line {line} has another `A`, and only one of them is compiled"
    assert finding.notes == (
        "help: give them two names, and state the layout of the one that is there",
    )


def test_a_condition_alone_keeps_no_fact_away() -> None:
    """Where nothing else has the name, the item is compiled or the listing is not."""
    assert read("#[cfg(unix)]\nstruct A(u8); //~ size 1\ntype B = A;\n")[1] == ()
