"""What has to be understood of a type's text before the compiler reads it."""

from __future__ import annotations

import pytest

from macros.rust.type_text import find_trait_object, is_blank, is_one_piece, split_local


@pytest.mark.parametrize(
    ("text", "object", "trait"),
    [
        ("dyn Shape", "dyn Shape", "Shape"),
        ("&dyn Shape", "dyn Shape", "Shape"),
        ("&'a (dyn Shape + Send + 'a)", "dyn Shape + Send + 'a", "Shape"),
        ("Box<dyn Send + fmt::Debug>", "dyn Send + fmt::Debug", "fmt::Debug"),
        (
            "Box<dyn Fn(u8) -> Vec<u8> + 'static>",
            "dyn Fn(u8) -> Vec<u8> + 'static",
            "Fn(u8) -> Vec<u8>",
        ),
        (
            "Rc<dyn Iterator<Item = (u8, u16)>, A>",
            "dyn Iterator<Item = (u8, u16)>",
            "Iterator<Item = (u8, u16)>",
        ),
        ("Vec<Box<dyn Shape>>", "dyn Shape", "Shape"),
        ("[Box<dyn Shape>; 3]", "dyn Shape", "Shape"),
        ("dyn std::marker::Send + Sync", "dyn std::marker::Send + Sync", ""),
        ("dyn Shape // round\n", "dyn Shape", "Shape"),
        ("dyn", "dyn", ""),
        ("Box<dyn>", "dyn", ""),
    ],
)
def test_trait_object_is_found(text: str, object: str, trait: str) -> None:
    """Where it starts and ends, and its first trait that has methods."""
    found = find_trait_object(text)
    assert found is not None
    assert (text[found.start : found.end], found.trait) == (object, trait)


@pytest.mark.parametrize("text", ["Box<Shape>", "r#dyn", "u8 /* dyn */", "dynamic", '"'])
def test_type_without_trait_object_has_none(text: str) -> None:
    """Only the keyword counts, and only in a text that can be read."""
    assert find_trait_object(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("make::add", ("make", "add")),
        (" inner::make::r#in ", ("inner::make", "r#in")),
        ("make", None),
        ("::make::add", None),
        ("make::<u8>::add", None),
        ("make() }::x", None),
        ("", None),
    ],
)
def test_variable_is_told_from_its_function(text: str, parts: tuple[str, str] | None) -> None:
    """The last name is the variable's, and all are plain names."""
    assert split_local(text) == parts


def test_piece_ends_where_it_should() -> None:
    """Brackets, strings and comments have their partners."""
    assert is_one_piece("(u8, [u8; 3])")
    assert not any(map(is_one_piece, ("(u8", "u8)", "(u8]", '"', "/* ", "'")))


def test_comments_alone_are_no_type() -> None:
    """White space and comments are nothing; an unfinished comment is something."""
    assert all(map(is_blank, ("", " \n", "// a", "/* b */ ")))
    assert not any(map(is_blank, ("u8", "/* ")))
