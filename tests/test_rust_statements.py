"""Where statements stand in Rust code."""

from __future__ import annotations

import pytest

from macros.rust_statements import find_statements, statements_on
from macros.rust_text import parse_rust
from macros.text import find_lines


def statements(source: str) -> list[tuple[str, str]]:
    """The sort and the first words of each statement."""
    code = parse_rust(source).code
    return [(one.sort, source[one.start : one.end].strip()) for one in find_statements(code)]


def in_main(body: str) -> list[tuple[str, str]]:
    return statements(f"fn main() {{ {body} }}")


@pytest.mark.parametrize(
    "statement",
    [
        "let x = 1;",
        'let s = "a; } {";',
        "let p = Point { x: 1 };",
        "let x = if a { b } else { c };",
        "let Some(x) = y else { return };",
        "let f = |x: i32| x + 1;",
        "match x { 1 => 2, _ => 3 }.foo();",
        "if a { b } else { c }",
        "while let Some(x) = y.pop() { }",
        "for x in Point { x: 1 }.all() { }",
        "unsafe { work() }",
        "'outer: loop { }",
        "println! { }",
        "a.b[0] = vec![1; 2];",
        "#[expect(unused)] let x = 1;",
    ],
)
def test_a_statement_is_found_whole(statement: str) -> None:
    """It ends at its semicolon, or at the brace of the block that it consists of."""
    found = [text for sort, text in in_main(f"{statement} end();") if sort == "statement"]
    assert found[0] == statement
    assert found[-1] == "end();"


def test_statements_of_blocks_arms_and_closures_are_found() -> None:
    """A brace of a struct, a pattern or the arms of a match opens no block."""
    match = "let z = match x { P { a } if a == b => { let q = a; q } _ => P { a: 3 } };"
    assert in_main(f"{match} go(|| {{ f(); }});") == [
        ("statement", match),
        ("statement", "let q = a;"),
        ("tail", "q"),
        ("statement", "go(|| { f(); });"),
        ("statement", "f();"),
    ]


@pytest.mark.parametrize("item", ["use a::b;", "fn f() -> u8 { }", "const X: u8 = 1;", "struct S;"])
def test_items_are_told_apart(item: str) -> None:
    """They are not run."""
    assert in_main(f"{item} f();") == [("item", item), ("statement", "f();")]


def test_code_outside_of_functions_has_no_statements() -> None:
    """Fields, methods without a body, and constants."""
    source = (
        "struct S { a: u8 }\nimpl T for S { const A: u8 = 1; fn f(); }\nenum E { A { b: u8 } }\n"
    )
    assert statements(source) == []


def test_the_last_expression_is_the_value_of_its_block() -> None:
    """Without a semicolon nothing can be put behind it."""
    assert in_main("f(); a + b")[-1] == ("tail", "a + b")
    assert in_main("println!()")[-1] == ("tail", "println!()")


def test_of_nested_statements_on_a_line_the_outermost_counts() -> None:
    """Those that begin or end there."""
    source = "fn f() {\n    let a = {\n        g();\n        1\n    };\n    h(); i();\n}\n"
    found = find_statements(source)
    starts = find_lines("", source).starts

    def on(line: int) -> list[str]:
        return [
            source[one.start : one.end].partition("\n")[0]
            for one in statements_on(found, starts, line)
        ]

    assert [on(line) for line in range(1, 8)] == [
        [], ["let a = {"], ["g();"], ["1"], ["let a = {"], ["h();", "i();"], [],
    ]  # fmt: skip
