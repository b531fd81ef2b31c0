"""Types whose size and alignment follow from rules that are known without a compiler. Pure.

Only 64-bit targets: a pointer has 8 bytes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Shape:
    """A type as Rust text, its size and alignment in bytes, and whether it is `Copy`."""

    text: str
    size: int
    align: int
    copy: bool


SCALARS = (
    *(Shape(name, 1, 1, True) for name in ("u8", "i8", "bool")),
    *(Shape(name, 2, 2, True) for name in ("u16", "i16")),
    *(Shape(name, 4, 4, True) for name in ("u32", "i32", "f32", "char")),
    *(Shape(name, 8, 8, True) for name in ("u64", "i64", "f64", "usize", "isize")),
    *(Shape(name, 16, 16, True) for name in ("u128", "i128")),
)
WORDS = (
    Shape("String", 24, 8, False),
    Shape("&'static str", 16, 8, True),
    Shape("std::time::Duration", 16, 8, True),
    Shape("std::num::NonZeroU32", 4, 4, True),
)


def draw_shape(random: Random, depth: int = 2) -> Shape:
    """Draw a type: a scalar, or an array, a tuple or a pointer of drawn types."""
    if depth == 0:
        return random.choice(SCALARS)
    form = random.random()
    if form < 0.1:
        return random.choice(WORDS)
    if form < 0.35:
        return array_of(draw_shape(random, depth - 1), random.randint(1, 60))
    if form < 0.8:
        parts = [draw_shape(random, depth - 1) for _ in range(random.randint(2, 4))]
        return tuple_of(parts)
    return draw_pointer(random, draw_shape(random, depth - 1))


def array_of(part: Shape, count: int) -> Shape:
    """`count` elements stand side by side, and need no padding."""
    return Shape(f"[{part.text}; {count}]", part.size * count, part.align, part.copy)


def tuple_of(parts: Sequence[Shape]) -> Shape:
    """Fields sorted by alignment need padding only at the end."""
    align = max(part.align for part in parts)
    size = math.ceil(sum(part.size for part in parts) / align) * align
    text = ", ".join(part.text for part in parts)
    return Shape(f"({text})", size, align, all(part.copy for part in parts))


def draw_pointer(random: Random, target: Shape) -> Shape:
    """A pointer to a sized type has one word, to a slice two; a vector has three."""
    forms = (
        Shape(f"Box<{target.text}>", 8, 8, False),
        Shape(f"Option<Box<{target.text}>>", 8, 8, False),
        Shape(f"Box<[{target.text}]>", 16, 8, False),
        Shape(f"&'static {target.text}", 8, 8, True),
        Shape(f"&'static [{target.text}]", 16, 8, True),
        Shape(f"std::rc::Rc<{target.text}>", 8, 8, False),
        Shape(f"Vec<{target.text}>", 24, 8, False),
    )
    return random.choice(forms)
