"""Bytes of a traced program → values, by the types in its debug information.

Where pointers lead is not named here: each value keeps its pointer, and whoever knows the whole
run of the program names it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from macros.layout import Kind, Layout
from macros.rust.snapshots.types import Type, Types

MOST_PARTS: Final = 64
"""Elements of one array, slice or vector that are read."""
NOWHERE: Final = (1 << 64) - 1
"""Where a `Weak` points that was made without a value."""
_SIGNED: Final = ("i8", "i16", "i32", "i64", "i128", "isize")
_VECTOR: Final = "alloc::vec::Vec<"
_TEXT: Final = ("alloc::string::String",)
_COUNTED: Final = ("alloc::rc::Rc<", "alloc::sync::Arc<", "alloc::rc::Weak<", "alloc::sync::Weak<")
_INNER: Final = ("alloc::rc::RcInner<", "alloc::rc::RcBox<", "alloc::sync::ArcInner<")
_WRAPPERS: Final = (
    "core::cell::Cell<",
    "core::cell::UnsafeCell<",
    "core::mem::manually_drop::ManuallyDrop<",
    "core::mem::maybe_uninit::MaybeUninit<",
    "core::ptr::non_null::NonNull<",
    "core::ptr::unique::Unique<",
    "core::num::nonzero::NonZero<",
    "core::num::wrapping::Wrapping<",
    "core::sync::atomic::Atomic",
    "core::pin::Pin<",
)
_REF_CELL: Final = "core::cell::RefCell<"
_LIBRARY: Final = ("core::", "alloc::", "std::", "hashbrown::")
_OPEN: Final = ("core::ops::range::", "core::option::", "core::result::", "core::cmp::")
"""Types of the library whose fields say something to a reader."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a value points: `count` elements of `target` begin at `address`.

    `room` is how many the block has place for where the value owns it (a vector's capacity).
    `target` is None where the type is not known. `text` says that the bytes are UTF-8.
    """

    address: int
    target: Type | None
    count: int = 1
    room: int | None = None
    text: bool = False

    @property
    def reach(self) -> int | None:
        """How many bytes the pointer speaks of."""
        return None if self.target is None else self.count * self.target.layout.size


@dataclass(frozen=True, slots=True)
class Decoded:
    """A value as `memory.Value`, with the pointer itself in the place of its spot."""

    type: str
    text: str
    offset: int
    size: int
    parts: tuple[tuple[str, Decoded], ...] = ()
    pointer: Pointer | None = None


Way = Callable[[Type, bytes, int], Decoded]
Memory = Callable[[int, int], bytes | None]
"""The bytes at an address; None where they are not known."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the values of one stop. `concrete` gives the type behind the vtable at an address."""

    types: Types
    memory: Memory
    concrete: Callable[[int], Type | None]

    def read(self, type: Type, data: bytes, offset: int = 0) -> Decoded:
        """The value in `data`, which stands `offset` bytes behind the start of what is shown."""
        if len(data) < type.layout.size:
            return self._bytes(type, offset)
        return self._way(type)(type, data, offset)

    def _way(self, type: Type) -> Way:
        """How values of the type are read: the library's own types have ways of their own."""
        name, kind = type.layout.type, type.layout.kind
        special: tuple[tuple[tuple[str, ...], Way], ...] = (
            ((_VECTOR, *_TEXT), self._vector),
            (_COUNTED, self._counted),
            (_INNER, self._block_of_counts),
            (_WRAPPERS, self._wrapped),
            ((_REF_CELL,), self._ref_cell),
        )
        for starts, way in special:
            if name.startswith(starts):
                return way
        if kind is Kind.STRUCT and name.startswith(_LIBRARY) and not name.startswith(_OPEN):
            return self._opaque
        ways: dict[Kind, Way] = {
            Kind.SCALAR: self._scalar,
            Kind.POINTER: self._pointer,
            Kind.WIDE: self._wide,
            Kind.ENUM: self._enum,
            Kind.ARRAY: self._array,
            Kind.STRUCT: self._fields,
            Kind.TUPLE: self._fields,
            Kind.CLOSURE: self._fields,
        }
        return ways.get(kind, self._opaque)

    def block(self, pointer: Pointer, data: bytes) -> Decoded | None:
        """What lies in a block or a static that a pointer leads to."""
        target = pointer.target
        if target is None:
            return None
        if pointer.text:
            text = data[: pointer.count].decode("utf-8", "replace")
            return Decoded("str", _quoted(text), 0, pointer.count)
        if pointer.count == 1 and pointer.room is None:
            return self.read(target, data)
        return self._elements(target, data, pointer.count, f"[{target.name}]", 0)

    # One kind of type each -----------------------------------------------------------------

    def _scalar(self, type: Type, data: bytes, offset: int) -> Decoded:
        size = type.layout.size
        return Decoded(type.name, write_scalar(type.name, data[:size]), offset, size)

    def _pointer(self, type: Type, data: bytes, offset: int) -> Decoded:
        address = _number(data[: type.layout.size])
        pointer = Pointer(address, self.types.target(type))
        return Decoded(type.name, "", offset, type.layout.size, pointer=pointer)

    def _wide(self, type: Type, data: bytes, offset: int) -> Decoded:
        address, second = struct.unpack("<2Q", data[:16])
        if any(field.name == "vtable" for field in type.layout.fields):
            target = self.concrete(second)
            text = f"a `{target.name}`" if target else ""
            return Decoded(type.name, text, offset, 16, pointer=Pointer(address, target))
        is_text = type.layout.type.endswith("str") or "<str" in type.layout.type
        element = self.types.target(type)
        owned = type.layout.type.startswith("alloc::boxed::Box<")
        pointer = Pointer(address, element, second, second if owned else None, is_text)
        return Decoded(type.name, f"len {second}", offset, 16, pointer=pointer)

    def _vector(self, type: Type, data: bytes, offset: int) -> Decoded:
        address, room, length = (
            leaf_number(type.layout, data, name) for name in ("ptr", "cap", "len")
        )
        text = type.layout.type in _TEXT
        element = self.types.parameter(self._inside(type) if text else type)
        if None in (address, room, length) or element is None:
            return self._opaque(type, data, offset)
        pointer = Pointer(address or 0, element, length or 0, room or 0, text)
        words = f"len {length}, capacity {room}"
        return Decoded(type.name, words, offset, type.layout.size, pointer=pointer)

    def _inside(self, type: Type) -> Type:
        """The only part with bytes."""
        return next((one for _, _, one in self.types.members(type) if one.layout.size), type)

    def _counted(self, type: Type, data: bytes, offset: int) -> Decoded:
        leaf = type
        while leaf.layout.kind is Kind.STRUCT and self._inside(leaf) is not leaf:
            leaf = self._inside(leaf)
        address = _number(data[:8])
        target = self.types.target(leaf) if leaf.layout.kind is Kind.POINTER else None
        if address == NOWHERE:
            return Decoded(type.name, "points to nothing", offset, type.layout.size)
        pointer = Pointer(address, target)
        words = self._counts(pointer)
        return Decoded(type.name, words, offset, type.layout.size, pointer=pointer)

    def _counts(self, pointer: Pointer) -> str:
        """`strong 2, weak 1`, as the library's own functions count them."""
        head = self.memory(pointer.address, 16)
        if head is None or len(head) < 16:
            return ""
        strong, weak = struct.unpack("<2Q", head)
        return f"strong {strong}, weak {weak - 1 if strong else max(weak - 1, 0)}"

    def _block_of_counts(self, type: Type, data: bytes, offset: int) -> Decoded:
        parts = []
        for name, at, part in self.types.members(type):
            inner = self.read(part, data[at : at + part.layout.size], offset + at)
            parts.append((name, inner))
        strong = next((one.text for name, one in parts if name == "strong"), "")
        if strong == "0":
            parts = [(name, one) for name, one in parts if name in ("strong", "weak")]
        return Decoded(type.name, "", offset, type.layout.size, tuple(parts))

    def _wrapped(self, type: Type, data: bytes, offset: int) -> Decoded:
        for _, at, part in self.types.members(type):
            if part.layout.size:
                inner = self.read(part, data[at : at + part.layout.size], offset + at)
                return Decoded(
                    type.name, inner.text, offset, type.layout.size, inner.parts, inner.pointer
                )
        return self._opaque(type, data, offset)

    def _ref_cell(self, type: Type, data: bytes, offset: int) -> Decoded:
        parts = []
        state = ""
        for name, at, part in self.types.members(type):
            if not part.layout.size:
                continue
            inner = self.read(part, data[at : at + part.layout.size], offset + at)
            if name == "borrow":
                state = _borrow_words(inner.text)
            else:
                parts.append((name, inner))
        return Decoded(type.name, state, offset, type.layout.size, tuple(parts))

    def _enum(self, type: Type, data: bytes, offset: int) -> Decoded:
        layout = type.layout
        tag = layout.tag
        stands = _number(data[tag.offset : tag.offset + tag.size]) if tag is not None else None
        variants = list(self.types.variants(type))
        if not variants:
            names = {one.value: one.name for one in layout.variants}
            return Decoded(type.name, names.get(stands, "?"), offset, layout.size)
        found = next((one for one in variants if one[1] == stands and stands is not None), None)
        name, _, fields = found or next((one for one in variants if one[1] is None), variants[0])
        parts = tuple(
            (part, self.read(inner, data[at : at + inner.layout.size], offset + at))
            for part, at, inner in fields
        )
        return Decoded(type.name, name, offset, layout.size, parts)

    def _array(self, type: Type, data: bytes, offset: int) -> Decoded:
        element = self.types.element(type)
        if element is None:
            return self._opaque(type, data, offset)
        return self._elements(element, data, type.layout.count, type.name, offset)

    def _elements(self, element: Type, data: bytes, count: int, name: str, offset: int) -> Decoded:
        size = element.layout.size
        shown = min(count, MOST_PARTS)
        parts = tuple(
            (str(at), self.read(element, data[at * size : (at + 1) * size], offset + at * size))
            for at in range(shown)
        )
        text = "" if shown == count else f"{count} elements, the first {shown} shown"
        return Decoded(name, text, offset, count * size, parts)

    def _fields(self, type: Type, data: bytes, offset: int) -> Decoded:
        parts = tuple(
            (name, self.read(part, data[at : at + part.layout.size], offset + at))
            for name, at, part in self.types.members(type)
        )
        return Decoded(type.name, "", offset, type.layout.size, parts)

    def _opaque(self, type: Type, data: bytes, offset: int) -> Decoded:  # noqa: ARG002
        return self._bytes(type, offset)

    def _bytes(self, type: Type, offset: int) -> Decoded:
        size = type.layout.size
        return Decoded(type.name, f"{size} {'byte' if size == 1 else 'bytes'}", offset, size)


# Numbers and texts --------------------------------------------------------------------------


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def write_scalar(type: str, data: bytes) -> str:
    """A primitive value as Rust writes it."""
    number = _number(data)
    if type in _SIGNED:
        return str(int.from_bytes(data, "little", signed=True))
    match type:
        case "()":
            return "()"
        case "bool":
            return ("false", "true")[number] if number < 2 else f"{number} (no bool)"
        case "char":
            return _quoted_char(number)
        case "f32" | "f64":
            return _float(data)
        case _:
            return str(number)


def _float(data: bytes) -> str:
    """The shortest decimal that stands for the same bits."""
    if len(data) == 8:
        return repr(struct.unpack("<d", data)[0])
    return repr(float(f"{struct.unpack('<f', data)[0]:.9g}"))


def _quoted_char(code: int) -> str:
    try:
        character = chr(code)
    except (ValueError, OverflowError):
        return f"{code:#x} (no char)"
    shown = character if character.isprintable() else character.encode("unicode_escape").decode()
    return f"'{shown}'"


def _quoted(text: str) -> str:
    shown = "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in text
    )
    return f'"{shown}"'


def _borrow_words(text: str) -> str:
    """The state of a `RefCell`: its counter is negative while somebody may write."""
    count = int(text) if text.lstrip("-").isdigit() else 0
    if count < 0:
        return "mutably borrowed"
    return f"borrowed {count} times" if count > 1 else "borrowed once" if count else "not borrowed"


def leaf_number(layout: Layout, data: bytes, name: str) -> int | None:
    """The number in the innermost part of the first field of that name, wherever it lies."""
    for at, found in _named(layout, 0, name):
        start, size = _leaf(found, at)
        return _number(data[start : start + size])
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
