"""Rust text → the types it holds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from macros.rust_items import TypeItem, find_types
from macros.rust_text import parse_rust


def types(text: str) -> list[tuple[str, str, list[tuple[str, list[str]]]]]:
    """Kind, path, and for each body its name and its fields."""
    return [(one.kind, path(one), bodies(one)) for one in find_types(parse_rust(text))]


def path(item: TypeItem) -> str:
    return "::".join((*item.modules, item.name))


def bodies(item: TypeItem) -> list[tuple[str, list[str]]]:
    return [(body.name, [field.name for field in body.fields]) for body in item.bodies]


def only(text: str) -> TypeItem:
    (item,) = find_types(parse_rust(text))
    return item


def test_fields_have_their_names() -> None:
    """Named ones with attributes and visibility, those of a tuple by number, none of a unit."""
    assert types(
        "struct A {\n    /// Doc, with a comma.\n    #[x(a, b)]\n    pub(crate) a: (u8, [u8; 3]),\n"
        "    r#type: fn(u8, u8) -> Vec<u8, ()>, // a, b: c\n}\n"
        "pub struct B(pub u8, Option<HashMap<u8, u16>>);\nstruct C;\nstruct D {}\n"
        "union E { a: u8, b: [u8; 4] }"
    ) == [
        ("struct", "A", [("", ["a", "type"])]),
        ("struct", "B", [("", ["0", "1"])]),
        ("struct", "C", [("", [])]),
        ("struct", "D", [("", [])]),
        ("union", "E", [("", ["a", "b"])]),
    ]


def test_variants_have_their_fields() -> None:
    """Of all three forms, with attributes and values."""
    text = (
        "enum E {\n    A = 1 << 3,\n    #[default]\n    B(u8, u16),\n    C { x: u8, y: u32, },\n}"
    )
    variants = [("A", []), ("B", ["0", "1"]), ("C", ["x", "y"])]
    assert types(text) == [("enum", "E", variants)]
    assert types("enum Never {}") == [("enum", "Never", [])]


def test_parameters_are_lifetimes_or_others() -> None:
    """Bounds, defaults, constants and `where` clauses are passed over."""
    for text, lifetimes, is_generic in [
        ("struct A { a: u8 }", 0, False),
        ("struct A<'a, 'b: 'a>(&'a u8, &'b u8);", 2, False),
        ("struct A<'a, T: Fn(u8) -> u8 = fn(u8) -> u8> where T: 'a { a: &'a T }", 1, True),
        ("struct A<const N: usize = { 1 + 2 }>([u8; N]) where [u8; N]: Sized;", 0, True),
        ("struct A where [(); { 3 }]: Sized { a: u8 }", 0, False),
        ("enum A<T> where T: Copy { B(T) }", 0, True),
    ]:
        item = only(text)
        assert (item.lifetimes, item.is_generic) == (lifetimes, is_generic), text
        assert len(item.bodies[0].fields) in (1, 2), text


def test_modules_are_the_path_and_other_braces_make_a_type_local() -> None:
    """A function, an implementation, a constant; also inside a module."""
    text = (
        "mod a { pub mod b { pub struct A; } struct B; }\n"
        "fn f() { struct C; mod d { enum D {} } }\n"
        "impl X { fn g() { struct E; } }\nconst _: () = { struct F; };\nstruct G;"
    )
    found = find_types(parse_rust(text))
    shown = [("::".join(filter(None, one.modules)), one.name, one.local) for one in found]
    assert shown == [
        ("a::b", "A", None),
        ("a", "B", None),
        ("", "C", text.index("{ struct C")),
        ("d", "D", text.index("{ struct C")),
        ("", "E", text.index("{ struct E")),
        ("", "F", text.index("{ struct F")),
        ("", "G", None),
    ]


def test_macros_attributes_comments_and_texts_hold_no_types() -> None:
    """Neither definitions nor calls, in any of the delimiters."""
    assert (
        types(
            "macro_rules! m { ($a:ident) => { struct $a; struct A; } }\n"
            "m!(struct B;);\nm![struct C;];\n"
            'm! { struct D; }\n#[doc = "x"] #[m(struct E)] fn f() {}\n'
            "// struct F;\n/* struct G; */\n"
            'const A: &str = "struct H;";\nconst B: &str = r#"struct I;"#;\nfn union() {}\n'
            "fn g(union: u8) -> bool { let structure = union != 1; !m!(enum J {}) }"
        )
        == []
    )


def test_the_item_begins_with_its_attributes() -> None:
    """And ends with its last delimiter."""
    text = "fn f() {}\n#[repr(C)]\n#[derive(Debug)]\npub(crate) struct A {\n    a: u8,\n}\n"
    item = only(text)
    assert text[item.start :].startswith("#[repr(C)]")
    assert (text[item.open], text[item.close :]) == ("{", "}\n")


PIECES = [
    "\n",
    *re.findall(
        r"\S+",
        "struct enum union mod A b { } ( ) [ ] < > , ; : ! # ' \" // /* */ pub where = -> r#",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_can_be_read(pieces: list[str]) -> None:
    """What is found lies inside the text, in order."""
    text = " ".join(pieces)
    for item in find_types(parse_rust(text)):
        assert 0 <= item.start <= item.name_at <= item.open <= item.close < len(text)
        for body in item.bodies:
            assert body.open <= body.close <= item.close
            assert all(body.open < one.start < one.end <= body.close for one in body.fields)


def test_deep_nesting_is_read() -> None:
    """Thousands of braces are no reason to give up."""
    assert [one.name for one in find_types(parse_rust("{" * 9000 + "struct A;" + "}" * 9000))] == [
        "A"
    ]
