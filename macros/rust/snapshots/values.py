"""Bytes of a traced program → values, by the types in its debug information.

Where pointers lead is not named here: each value keeps its pointer, and whoever knows the whole
run of the program names it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from macros.layout import Kind
from macros.rust.snapshots.decoded import Decoded, Pointer
from macros.rust.snapshots.numbers import quote_text, read_number, write_scalar
from macros.rust.snapshots.types import Type, Types
from macros.rust.snapshots.words import borrow_words, leaf_number, length_words, with_article

MOST_PARTS: Final = 64
"""Elements of one array, slice or vector that are read."""
_COUNTS: Final = 16
"""The bytes of both counts of an `Rc` or `Arc`."""
_WORD: Final = 8
AN_ADDRESS: Final = "an address"
"""What is said of a number that is one: the number itself differs from build to build."""
NOWHERE: Final = (1 << 64) - 1
"""Where a `Weak` points that was made without a value."""
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
    "core::num::niche_types::",
    "core::num::wrapping::Wrapping<",
    "core::sync::atomic::Atomic",
    "core::pin::Pin<",
    "core::cell::Ref<",
    "core::cell::RefMut<",
    "std::sync::poison::mutex::MutexGuard<",
)
_REF_CELL: Final = "core::cell::RefCell<"
_LOCKS: Final = ("std::sync::poison::mutex::Mutex<", "std::sync::mutex::Mutex<")
_LIBRARY: Final = ("core::", "alloc::", "std::", "hashbrown::")
_OPEN: Final = ("core::ops::range::", "core::option::", "core::result::", "core::cmp::")
"""Types of the library whose fields say something to a reader."""


Way = Callable[[Type, bytes, int], Decoded]
Memory = Callable[[int, int], bytes | None]
"""The bytes at an address; None where they are not known."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the values of one stop. `concrete` gives the type behind the vtable at an address;
    `is_address` says whether a number is one, for programs make numbers of addresses."""

    types: Types
    memory: Memory
    concrete: Callable[[int], Type | None]
    is_address: Callable[[int], bool] = lambda _: False

    def read(self, type: Type, data: bytes, offset: int = 0) -> Decoded:
        """The value in `data`, which stands `offset` bytes behind the start of what is shown."""
        if len(data) < type.layout.size and type.layout.kind is not Kind.ARRAY:
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
            (_LOCKS, self._lock),
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
        if pointer.target is None:
            return None
        if pointer.counted:
            return self._behind_counts(pointer, pointer.target, data)
        return self._run(pointer, pointer.target, data, 0)

    def _run(self, pointer: Pointer, target: Type, data: bytes, offset: int) -> Decoded:
        """What a pointer speaks of: a text, one value, or as many as it says."""
        if pointer.text:
            text = data[: pointer.count].decode("utf-8", "replace")
            return Decoded("str", quote_text(text), offset, pointer.count)
        if not pointer.is_list:
            return self.read(target, data, offset)
        return self._elements(target, data, pointer.count, f"[{target.name}]", offset)

    def _behind_counts(self, pointer: Pointer, target: Type, data: bytes) -> Decoded:
        """The block of an `Rc<str>`, `Rc<[T]>` or `Rc<dyn Trait>`."""
        counts = [read_number(data[at : at + 8]) for at in (0, 8)]
        parts = [
            (name, Decoded("usize", str(count), at * 8, 8))
            for at, (name, count) in enumerate(zip(("strong", "weak"), counts, strict=True))
        ]
        if counts[0]:
            inside = self._run(pointer, target, data[pointer.counted :], pointer.counted)
            parts.append(("value", inside))
        return Decoded("", "", 0, pointer.reach or 0, tuple(parts))

    # One kind of type each -----------------------------------------------------------------

    def _scalar(self, type: Type, data: bytes, offset: int) -> Decoded:
        size = type.layout.size
        if size >= _WORD and self.is_address(read_number(data[:size])):
            pointer = Pointer(read_number(data[:size]), None)
            return Decoded(type.name, AN_ADDRESS, offset, size, pointer=pointer)
        return Decoded(type.name, write_scalar(type.name, data[:size]), offset, size)

    def _pointer(self, type: Type, data: bytes, offset: int) -> Decoded:
        address = read_number(data[: type.layout.size])
        pointer = Pointer(address, self.types.target(type))
        return Decoded(type.name, "", offset, type.layout.size, pointer=pointer)

    def _wide(self, type: Type, data: bytes, offset: int) -> Decoded:
        address, second = struct.unpack("<2Q", data[:16])
        if any(field.name == "vtable" for field in type.layout.fields):
            target = self.concrete(second)
            text = with_article(target.name) if target else ""
            return Decoded(type.name, text, offset, 16, pointer=Pointer(address, target))
        is_text = type.layout.type.endswith("str") or "<str" in type.layout.type
        element = self.types.target(type)
        room = second if type.layout.type.startswith("alloc::boxed::Box<") else None
        pointer = Pointer(address, element, second, room, is_text, is_list=True)
        return Decoded(type.name, f"len {second}", offset, 16, pointer=pointer)

    def _vector(self, type: Type, data: bytes, offset: int) -> Decoded:
        address, room, length = (
            leaf_number(type.layout, data, name) for name in ("ptr", "cap", "len")
        )
        text = type.layout.type in _TEXT
        element = self.types.parameter(self._inside(type) if text else type)
        if None in (address, room, length) or element is None:
            return self._opaque(type, data, offset)
        pointer = Pointer(address or 0, element, length or 0, room or 0, text, is_list=True)
        words = f"len {length}, capacity {room}"
        return Decoded(type.name, words, offset, type.layout.size, pointer=pointer)

    def _inside(self, type: Type) -> Type:
        """The only part with bytes."""
        return next((one for _, _, one in self.types.members(type) if one.layout.size), type)

    def _counted(self, type: Type, data: bytes, offset: int) -> Decoded:
        leaf = type
        while leaf.layout.kind is Kind.STRUCT and self._inside(leaf) is not leaf:
            leaf = self._inside(leaf)
        address = read_number(data[:8])
        if address == NOWHERE:
            pointer = Pointer(address, None)
            return Decoded(type.name, "no block", offset, type.layout.size, pointer=pointer)
        if leaf.layout.kind is Kind.WIDE:
            pointer = self._wide_counted(leaf, address, read_number(data[8:16]))
        else:
            pointer = Pointer(address, self.types.target(leaf))
        words = ", ".join(filter(None, (length_words(pointer), self._counts(pointer))))
        return Decoded(type.name, words, offset, type.layout.size, pointer=pointer)

    def _wide_counted(self, leaf: Type, address: int, second: int) -> Pointer:
        """The pointer of an `Rc<str>`, `Rc<[T]>` or `Rc<dyn Trait>`, past its counts."""
        if any(field.name == "vtable" for field in leaf.layout.fields):
            target = self.concrete(second)
            align = read_number(self.memory(second + 16, 8) or b"\x01")
            return Pointer(address, target, counted=max(_COUNTS, align))
        inside = self.types.unsized_part(leaf)
        if inside is None:
            return Pointer(address, None)
        start, element, is_text = inside
        return Pointer(address, element, second, None, is_text, start, is_list=True)

    def _counts(self, pointer: Pointer) -> str:
        """`strong 2, weak 1`, as the library's own functions count them.

        All strong ones together hold one weak count, which those do not tell; with the last strong
        one gone they say 0.
        """
        head = self.memory(pointer.address, 16)
        if head is None or len(head) < 16:
            return ""
        strong, weak = struct.unpack("<2Q", head)
        return f"strong {strong}, weak {weak - 1 if strong else 0}"

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
                state = borrow_words(inner.text)
            parts.append((name, inner))
        parts.sort(key=lambda part: part[1].offset)
        return Decoded(type.name, state, offset, type.layout.size, tuple(parts))

    def _lock(self, type: Type, data: bytes, offset: int) -> Decoded:
        parts = []
        for name, at, part in self.types.members(type):
            size = part.layout.size
            if name == "data":
                parts.append((name, self.read(part, data[at : at + size], offset + at)))
            elif size:
                number = read_number(data[at : at + size])
                parts.append((name, Decoded(part.name, str(number), offset + at, size)))
        parts.sort(key=lambda part: part[1].offset)
        held = leaf_number(type.layout, data, "inner")
        text = "locked" if held else "not locked"
        return Decoded(type.name, text, offset, type.layout.size, tuple(parts))

    def _enum(self, type: Type, data: bytes, offset: int) -> Decoded:
        layout = type.layout
        tag = layout.tag
        stands = read_number(data[tag.offset : tag.offset + tag.size]) if tag is not None else None
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
        if shown == count:
            return Decoded(name, "", offset, count * size, parts)
        left = count - shown
        rest = Decoded(f"{left} of {element.name}", "not drawn", offset + shown * size, left * size)
        text = f"{count} elements, the first {shown} shown"
        return Decoded(name, text, offset, count * size, (*parts, ("…", rest)))

    def _fields(self, type: Type, data: bytes, offset: int) -> Decoded:
        parts = tuple(
            (name, self.read(part, data[at : at + part.layout.size], offset + at))
            for name, at, part in self.types.members(type)
        )
        text = "" if parts else "()" if type.layout.kind is Kind.TUPLE else type.name
        return Decoded(type.name, text, offset, type.layout.size, parts)

    def _opaque(self, type: Type, data: bytes, offset: int) -> Decoded:  # noqa: ARG002
        return self._bytes(type, offset)

    def _bytes(self, type: Type, offset: int) -> Decoded:
        size = type.layout.size
        return Decoded(type.name, f"{size} {'byte' if size == 1 else 'bytes'}", offset, size)
