"""What is said of a value of the library, and the numbers inside it that tell. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from macros.layout import Layout
from macros.rust.snapshots.decoded import Pointer
from macros.rust.snapshots.numbers import read_number


def with_article(name: str) -> str:
    article = "an" if name[:1].lower() in tuple("aeio") else "a"
    return f"{article} `{name}`"


def length_words(pointer: Pointer) -> str:
    return f"len {pointer.count}" if pointer.is_list else ""


def borrow_words(text: str) -> str:
    """The state of a `RefCell`: its counter is negative while somebody may write."""
    count = int(text) if text.lstrip("-").isdigit() else 0
    if count < 0:
        return "mutably borrowed"
    return f"borrowed {count} times" if count > 1 else "borrowed once" if count else "not borrowed"


def leaf_number(layout: Layout, data: bytes, name: str) -> int | None:
    """The number in the innermost part of the first field of that name, wherever it lies."""
    for at, found in _named(layout, 0, name):
        start, size = _leaf(found, at)
        return read_number(data[start : start + size])
    return None


def _named(layout: Layout, start: int, name: str) -> Iterator[tuple[int, Layout]]:
    for field in layout.fields:
        if field.name == name:
            yield start + field.offset, field.layout
    for field in layout.fields:
        yield from _named(field.layout, start + field.offset, name)


def _leaf(layout: Layout, start: int) -> tuple[int, int]:
    """The first part with bytes that has no parts itself."""
    for field in layout.fields:
        if field.layout.size:
            return _leaf(field.layout, start + field.offset)
    return start, layout.size
