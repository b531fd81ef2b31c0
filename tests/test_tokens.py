"""Rust text is read as far as its strings, comments and delimiters go."""

from __future__ import annotations

import pytest

from macros.rust.tokens import blank_texts, find_tokens, is_balanced


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("size_of::<u8>()", "word mark mark mark word mark open close"),
        ("'a' 'b", "char lifetime"),
        (r"'\'' b'\\' '\u{1F600}'", "char char char"),
        ("'static str", "lifetime word"),
        ('r#"a " b"# br"x" c"y" b"z"', "raw raw text text"),
        ("r#type 0x1F 1.5", "word number number mark number"),
        ("a /* b /* c */ d */ e // f", "word comment word comment"),
        (r'"a\"b" "c\\"', "text text"),
    ],
)
def test_tokens_are_told_apart(source: str, kinds: str) -> None:
    """Each piece of text has the kind that rustc's own lexer gives it."""
    tokens = find_tokens(source)
    assert tokens is not None
    assert " ".join(token.kind for token in tokens) == kinds


@pytest.mark.parametrize("source", ['"', "/* ", "/* /* */", "'", "'ab'", 'r#"a"', "\\"])
def test_unfinished_text_is_refused(source: str) -> None:
    """Text that would swallow what follows it is no sequence of tokens."""
    assert find_tokens(source) is None


@pytest.mark.parametrize(
    ("source", "balanced"),
    [
        ("([{}])", True),
        ("(]", False),
        ("(", False),
        (")", False),
        ('(")")', True),
        ("(')')", True),
        ("(/*)*/)", True),
        ("( // )", False),
        ("1) as u64, (2", False),
    ],
)
def test_delimiters_are_matched_outside_of_texts(source: str, balanced: bool) -> None:
    """Only delimiters that rustc sees are counted."""
    tokens = find_tokens(source)
    assert tokens is not None
    assert is_balanced(tokens) is balanced


def test_texts_are_blanked_in_place() -> None:
    """Comments, strings and characters become blanks of the same length, line by line."""
    source = "a(\"x\ny\") // b\n/* c\n */ d('e')"
    expected = "a(  \n  )     \n    \n    d(   )"
    assert blank_texts(source) == expected
