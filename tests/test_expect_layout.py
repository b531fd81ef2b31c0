"""Layout facts against measured layouts, in both directions."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.expect import judge_listing
from macros.expect_layout import Layouts, judge_facts, layouts_of, measured_number, shown_facts
from macros.layout import Kind, Layout, LayoutAnswer, LayoutQuestion, Tag, Variant
from macros.model import Finding, Outcome, State, Trouble, Verdict
from macros.snippets import parse_snippet
from tests.laid_out import SIZES, annotated_in, enum, fields, struct, written
from tests.made import CONTEXT, FILE, NAME, ran, said

PAIR = """\
struct Pair { //~ size 8, align 4
    a: u8, //~ offset 0
    //~ padding 3
    b: u32, //~ offset 4
}
"""
PAIR_LAYOUT = struct(8, 4, a="0 u8", b="4 u32")
PLAIN = "struct Pair {\n    a: u8, //~ offset 0\n    b: u32,\n    c: u8,\n}\n"
REAL = enum(
    12, 4, Tag(0, 1, "u8"),
    Variant("A", 0, fields(a="1 u8", b="4 u32")),
    Variant("B", 1, fields(_0="1 u8", _1="2 u16")),
    Variant("C", 2),
)  # fmt: skip
NICHE = enum(
    16, 8, Tag(8, 1, "u8", niche=True, inside="Some.1"),
    Variant("Some", None, fields(_0="0 u64", _1="8 bool")),
    Variant("None", 2),
    Variant("Never", 3),
)  # fmt: skip


def judge(rust: str, layout: Layout) -> list[str]:
    """What is found, `LINE:FIRST-LAST MESSAGE | NOTE`, lines from 1 in `rust`."""
    return [written(one) for one in judge_facts(annotated_in(rust), layout)]


def test_facts_that_are_measured_hold() -> None:
    """Of a struct, a tuple on one line, and both sorts of enum."""
    assert judge(PAIR, PAIR_LAYOUT) == []
    one_line = "struct P(u8, u32); //~ size 8, align 4, padding 3\n"
    assert judge(one_line, struct(8, 4, _1="0 u32", _0="4 u8")) == []
    assert judge("enum E { //~ tag u8, size 12, align 4\n" + REAL_BODY, REAL) == []
    assert judge(NICHE_TEXT, NICHE) == []


REAL_BODY = """\
    A {
        a: u8, //~ offset 1
        //~ padding 2
        b: u32, //~ offset 4
    },
    B(u8, u16),
    C,
    //~ padding 4
}
"""
NICHE_TEXT = """\
enum E { //~ size 16, niche 2 means None, niche 3 means Never
    Some(u64, bool),
    None,
    Never,
    //~ padding 7
}
"""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("size 8", "size 5", "1:24-25 the margin says size 5, rustc measures 8"),
        ("align 4", "align 8", "1:33-34 the margin says align 8, rustc measures 4"),
        ("offset 4", "offset 0x1", "4:24-27 the margin says offset 1 for `b`, rustc measures 4"),
        (
            "padding 3",
            "padding 2",
            "3:17-18 the margin says padding 2 before `b`, rustc measures 3",
        ),
        (
            "b: u32, //~ offset 4\n",
            "b: u32,\n    //~ padding 1\n",
            "5:17-18 the margin says padding 1 at the end, rustc leaves none there"
            " | help: take the fact out, or put it where the hole is",
        ),
        (
            "    a: u8, //~ offset 0\n    //~ padding 3\n",
            "    //~ padding 3\n    a: u8,\n    //~ padding 3\n",
            "2:17-18 the margin says padding 3 before `a`, rustc leaves none there"
            " | help: take the fact out, or put it where the hole is",
        ),
        (
            "    //~ padding 3\n",
            "",
            "3:5-11 rustc leaves 3 bytes of padding between `a` and `b`, and the margin does not"
            " say so | help: write above line 4, on a line of its own: //~ padding 3",
        ),
    ],
)
def test_a_fact_of_a_struct_that_is_not_measured_is_a_finding(
    old: str, new: str, found: str
) -> None:
    """With both values, at the characters of the number."""
    assert old in PAIR
    assert judge(PAIR.replace(old, new), PAIR_LAYOUT) == [found]


def test_every_hole_of_an_annotated_type_has_to_be_named() -> None:
    """Inside and at the end; the place is that of what stands behind it."""
    layout = struct(12, 4, a="0 u8", b="4 u32", c="8 u8")
    assert judge(PLAIN, layout) == [
        "3:5-11 rustc leaves 3 bytes of padding between `a` and `b`, and the margin does not say so"
        " | help: write above line 4, on a line of its own: //~ padding 3",
        "5:1-2 rustc leaves 3 bytes of padding behind `c`, at the end, and the margin does not"
        " say so | help: write above line 6, on a line of its own: //~ padding 3",
    ]
    reordered = struct(8, 4, b="0 u32", a="4 u8", c="5 u8")
    assert judge(PLAIN.replace("offset 0", "offset 4"), reordered) == [
        "5:1-2 rustc leaves 2 bytes of padding behind `c`, at the end, and the margin does not"
        " say so | help: write above line 6, on a line of its own: //~ padding 2",
    ]


def test_padding_on_one_line_is_one_finding() -> None:
    """All holes together."""
    layout = struct(12, 4, _0="0 u8", _1="4 u32", _2="8 u8")
    assert judge("struct P(u8, u32, u8); //~ size 12\n", layout) == [
        "1:21-22 rustc leaves 6 bytes of padding in `P`, and the margin does not say so"
        " | help: write it behind line 2: //~ padding 6"
    ]
    assert judge("struct P(u8, u32, u8); //~ padding 5\n", layout) == [
        "1:36-37 the margin says padding 5 in `P`, rustc measures 6"
    ]
    assert judge("struct P(u8); //~ padding 5\n", struct(1, 1, _0="0 u8")) == [
        "1:27-28 the margin says padding 5 in `P`, rustc leaves none there"
        " | help: take the fact out, or put it where the hole is"
    ]


def test_one_byte_is_one_byte() -> None:
    """And a hole before the first field has nothing in front of it."""
    layout = struct(4, 2, a="1 u8", b="2 u16")
    text = "struct A {\n    a: u8, //~ offset 1\n    b: u16,\n}\n"
    assert judge(text, layout) == [
        "2:5-10 rustc leaves 1 byte of padding before `a`, and the margin does not say so"
        " | help: write above line 3, on a line of its own: //~ padding 1"
    ]


def test_holes_of_an_enum_lie_before_fields_and_where_no_variant_is() -> None:
    """What one variant leaves free for the others is no padding."""
    text = (
        "enum E { //~ tag u8\n    A {\n        a: u8,\n        b: u32,\n    },\n"
        "    B(u8, u16),\n    C,\n}\n"
    )
    assert judge(text, REAL) == [
        "4:9-15 rustc leaves 2 bytes of padding between `a` and `b`, and the margin does not say so"
        " | help: write above line 5, on a line of its own: //~ padding 2",
        "8:1-2 rustc leaves 4 bytes of padding at the end, and the margin does not say so"
        " | help: write above line 9, on a line of its own: //~ padding 4",
    ]
    lone = enum(8, 4, Tag(0, 1, "u8"), Variant("A", 0, fields(_0="4 u32")), Variant("B", 1))
    assert judge("enum E { //~ tag u8\n    A(u32),\n    B,\n}\n", lone) == [
        "2:10-11 rustc leaves 3 bytes of padding in `A`, and the margin does not say so"
        " | help: write it behind line 3: //~ padding 3"
    ]
    wide = "enum E { //~ tag u8\n    A(\n        u32,\n    ),\n    B,\n}\n"
    assert judge(wide, lone) == [
        "3:9-12 rustc leaves 3 bytes of padding between the tag and `0`, and the margin does not"
        " say so | help: write above line 4, on a line of its own: //~ padding 3"
    ]


@pytest.mark.parametrize(
    ("fact", "layout", "found"),
    [
        ("tag u16", REAL, "1:18-21 the margin says tag u16, rustc measures u8"),
        (
            "tag u8",
            NICHE,
            "1:18-20 the margin says tag u8, rustc tells the variants apart by a niche in `Some.1`"
            " | help: say which value means which variant, such as //~ niche 0 means None",
        ),
        (
            "niche 7 means None",
            NICHE,
            "1:20-21 the margin says niche 7 means `None`, rustc measures 2",
        ),
        (
            "niche 2 means Never",
            NICHE,
            "1:20-21 the margin says niche 2 means `Never`, rustc measures 3",
        ),
        (
            "niche 0 means Some",
            NICHE,
            "1:28-32 the margin says niche 0 means `Some`, rustc has no value for it:"
            " any value of `Some.1` left over means it",
        ),
        (
            "niche 1 means None",
            replace(NICHE, tag=Tag(8, 1, "u8")),
            "1:20-21 the margin says niche 1, rustc stores a tag of its own, u8"
            " | help: write //~ tag u8",
        ),
        (
            "niche 1 means None",
            replace(NICHE, tag=None),
            "1:20-21 the margin says niche 1, rustc stores nothing to tell variants apart",
        ),
        (
            "tag u8",
            replace(NICHE, tag=None),
            "1:18-20 the margin says tag u8, rustc stores nothing to tell variants apart",
        ),
    ],
)
def test_a_wrong_tag_or_niche_is_a_finding(fact: str, layout: Layout, found: str) -> None:
    """Another type, value or variant, and the one where the other is."""
    body = "    Some(u64, bool),\n    None,\n    Never,\n    //~ padding 7\n"
    text = f"enum E {{ //~ {fact}\n{body}}}\n"
    assert [one for one in judge(text, layout) if one.startswith("1:")] == [found]


def test_an_offset_of_a_field_that_is_not_laid_out_is_a_finding() -> None:
    """As where the field exists only under another configuration."""
    assert judge("struct A {\n    x: u8, //~ offset 0\n}\n", struct(0, 1)) == [
        "2:23-24 the margin says offset 0, rustc lays out no field `x` here"
    ]


def test_fields_without_bytes_do_not_hide_padding() -> None:
    """Nor do they take it."""
    text = "struct A {\n    a: u8, //~ offset 0\n    z: (), //~ offset 4\n    b: u32,\n}\n"
    assert judge(text, struct(8, 4, a="0 u8", z="4 ()", b="4 u32"))[0].startswith(
        "4:5-11 rustc leaves 3 bytes of padding between `a` and `b`"
    )
    text = "struct A {\n    a: u8, //~ offset 0\n    z: (),\n}\n"
    assert judge(text, struct(4, 4, a="0 u8", z="4 ()"))[0].startswith("4:1-2 rustc leaves 3 bytes")


def test_a_union_is_padded_at_its_end() -> None:
    """Behind its largest field."""
    layout = Layout("U", Kind.UNION, 4, 2, fields(a="0 u16", b="0 u8"))
    text = "union U {\n    a: u16, //~ offset 0\n    b: u8,\n    //~ padding 2\n}\n"
    assert judge(text, layout) == []


def test_the_number_that_would_be_true_is_known() -> None:
    """None where another word is needed."""
    facts = annotated_in(PAIR)
    numbers = [
        measured_number(one, facts, struct(16, 8, a="0 u8", b="8 u64")) for one in facts.facts
    ]
    assert numbers == [16, 8, 0, 7, 8]
    real = annotated_in("enum E { //~ tag u8, niche 1 means B\n    A,\n    B,\n}\n")
    assert [measured_number(one, real, REAL) for one in real.facts] == [None, None]
    niche = annotated_in(NICHE_TEXT)
    assert [measured_number(one, niche, NICHE) for one in niche.facts] == [16, 2, 3, 7]


PRIMITIVES = st.sampled_from(sorted(SIZES))


@given(st.lists(PRIMITIVES, min_size=1, max_size=6), st.booleans(), st.data())
def test_all_that_is_measured_holds_and_nothing_else(
    types: list[str], tail: bool, data: st.DataObject
) -> None:
    """Any number changed and any line about padding taken out is one finding at least."""
    size = sum(max(SIZES[name], 1) for name in types) + (8 if tail else 0)
    at, lines, placed = 0, ["struct A { //~ align 8"], {}
    for number, name in enumerate(types):
        hole = data.draw(st.integers(0, 3)) if SIZES[name] else 0
        size += hole
        lines += [f"    //~ padding {hole}"] if hole else []
        lines.append(f"    f{number}: {name}, //~ offset {at + hole}")
        placed[f"f{number}"] = f"{at + hole} {name}"
        at += hole + SIZES[name]
    lines += [f"    //~ padding {size - at}"] if size > at else []
    layout = struct(size, 8, **placed)
    assert judge("\n".join([*lines, "}\n"]), layout) == []
    line = data.draw(st.integers(0, len(lines) - 1))
    changed = re.sub(
        r"(?<=//~ )(\w+) (\d+)", lambda one: f"{one[1]} {int(one[2]) + 1}", lines[line]
    )
    assert len(judge("\n".join([*lines[:line], changed, *lines[line + 1 :], "}\n"]), layout)) == 1
    if "padding" in lines[line]:
        assert len(judge("\n".join([*lines[:line], *lines[line + 1 :], "}\n"]), layout)) == 1


# In a listing -----------------------------------------------------------------------------


def judged(layouts: Layouts, rust: str = PAIR, outcome: Outcome | None = None) -> Verdict:
    listing, findings = parse_snippet(NAME, FILE, f"//! A.\n{rust}fn main() {{}}\n")
    assert findings == ()
    return judge_listing(listing, outcome or ran(), CONTEXT, layouts)


def test_a_listing_holds_with_its_margin() -> None:
    """And is refuted by it."""
    assert judged({"Pair": LayoutAnswer(PAIR_LAYOUT)}).state is State.HOLDS
    verdict = judged({"Pair": LayoutAnswer(struct(5, 4, a="0 u8", b="1 u32"))})
    assert verdict.state is State.REFUTED
    assert verdict.findings[0] == Finding(
        "size",
        verdict.findings[0].place,
        "the margin says size 8, rustc measures 5",
        None,
        (
            "measured: the layout of Pair   rustc 1.95.0, x86_64-unknown-linux-gnu, edition 2024",
            "reproduce: .venv/bin/python -m macros explain snippets/ownership/move.rs",
        ),
    )
    assert [one.code for one in verdict.findings] == ["size", "padding", "offset"]


def test_a_type_that_rustc_cannot_name_is_a_finding() -> None:
    """With rustc's own words."""
    diagnostic = said("struct `Pair` is private", "E0603", (1, 1, 2))
    (finding,) = judged({"Pair": LayoutAnswer(None, diagnostic)}).findings
    assert (finding.code, finding.place.line) == ("type", 2)
    assert finding.message == (
        "the layout of `Pair` cannot be measured: E0603, struct `Pair` is private"
    )
    (finding,) = judged({"Pair": LayoutAnswer(None)}).findings
    assert finding.message == (
        "the layout of `Pair` cannot be measured: rustc gave no layout and no message"
    )


def test_what_could_not_be_measured_leaves_the_listing_unchecked() -> None:
    """Trouble with the compiler, and a question that nobody asked."""
    for layouts, message in (
        ({"Pair": Trouble("rustc crashed")}, "this layout could not be checked: rustc crashed"),
        ({}, "the layout of `Pair` was not measured"),
    ):
        verdict = judged(layouts)
        assert verdict.state is State.UNCHECKED
        assert [one.message for one in verdict.findings] == [message]


def test_a_listing_that_does_not_compile_is_not_held_against_layouts() -> None:
    """Its errors are what there is to mend."""
    outcome = Outcome(False, (said("mismatched types", "E0308", (1, 1, 2)),))
    assert [one.code for one in judged({}, outcome=outcome).findings] == ["unexpected-error"]


def test_answers_are_found_by_their_questions() -> None:
    """Those of other listings are left out."""
    listing, _ = parse_snippet(NAME, FILE, f"//! A.\n{PAIR}")
    answer = LayoutAnswer(PAIR_LAYOUT)
    question = LayoutQuestion("Pair", "2024", listing)
    assert layouts_of(listing, {question: answer}) == {"Pair": answer}
    assert layouts_of(listing, {replace(question, listing=None): answer}) == {}


def test_everything_that_could_be_stated_is_shown() -> None:
    """By what it is about, for a comparison of compilers."""
    listing, _ = parse_snippet(NAME, FILE, f"//! A.\n{PAIR}enum E {{ A, B, C }} //~ size 12\n")
    layouts = {"Pair": LayoutAnswer(PAIR_LAYOUT), "E": LayoutAnswer(REAL)}
    shown = shown_facts(listing, layouts)
    assert list(shown.items()) == [
        ("Pair size", "8"),
        ("Pair align", "4"),
        ("Pair a offset", "0"),
        ("Pair b offset", "4"),
        ("Pair b padding", "3"),
        ("E size", "12"),
        ("E align", "4"),
        ("E A.a offset", "1"),
        ("E A.b offset", "4"),
        ("E B.0 offset", "1"),
        ("E B.1 offset", "2"),
        ("E A.b padding", "2"),
        ("E padding", "4"),
        ("E tag", "u8"),
    ]
    niche = shown_facts(listing, {"E": LayoutAnswer(NICHE)})
    assert niche["E None niche"] == "2"
