"""A number → that many distinct true claims about constants. Pure, the same for the same number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from tests.bench.items import Statement
from tests.bench.shapes import SCALARS, draw_shape, tuple_of


def draw_statements(count: int) -> tuple[Statement, ...]:
    """Draw claims of all forms; no two have the same expression."""
    found: dict[str, Statement] = {}
    for statement in _endless(Random(1)):  # noqa: S311 - a fixed seed: the same book every time
        if len(found) == count:
            break
        found.setdefault(statement.expression, statement)
    return tuple(found.values())


def _endless(random: Random) -> Iterator[Statement]:
    forms: tuple[Callable[[Random], Statement], ...] = (
        state_size,
        state_size,
        state_size,
        state_align,
        state_sum,
        state_length,
        state_order,
        state_offset,
        state_trait,
        state_no_drop,
    )
    while True:
        for form in forms:
            yield form(random)


def state_size(random: Random) -> Statement:
    shape = draw_shape(random)
    return _number(
        f"A value of type `{shape.text}` takes", f"size_of::<{shape.text}>()", shape.size
    )


def state_align(random: Random) -> Statement:
    shape = draw_shape(random)
    subject = f"The address of a `{shape.text}` is a multiple of"
    return _number(subject, f"align_of::<{shape.text}>()", shape.align)


def state_sum(random: Random) -> Statement:
    a, b, c = (random.randint(2, 999) for _ in range(3))
    value = a * b + c
    expression = f"{a} * {b} + {c}"
    return Statement("The sum of those parts is", str(value), expression, _same(expression, value))


def state_length(random: Random) -> Statement:
    scalar, count = random.choice(("u8", "u16", "u32", "u64")), random.randint(1, 900)
    expression = f"size_of_val(&[[0{scalar}; {count}]; 2])"
    return _number("The table on the stack takes", expression, count * int(scalar[1:]) // 4)


def state_order(random: Random) -> Statement:
    small, large = sorted((draw_shape(random), draw_shape(random)), key=lambda each: each.size)
    expression = f"size_of::<{small.text}>() <= size_of::<{large.text}>()"
    subject = f"Beside a `{large.text}`, the other type `{small.text}` is"
    return Statement(subject, "no larger", expression, f"assert!({expression});")


def state_offset(random: Random) -> Statement:
    """A pair of scalars keeps its order."""
    first, second = random.choice(SCALARS), random.choice(SCALARS)
    pair, number, rows = tuple_of((first, second)), random.randint(0, 1), random.randint(1, 40)
    value = rows * pair.size + number * max(first.size, second.align)
    expression = f"{rows} * {pair.size} + offset_of!({pair.text}, {number})"
    plain = _same(expression.replace("offset_of!", "std::mem::offset_of!"), value)
    subject = f"After {rows} rows, field {number} of a `{pair.text}` starts behind"
    return Statement(subject, _bytes(value), expression, plain)


def state_trait(random: Random) -> Statement:
    shape = draw_shape(random)
    trait = "Copy" if shape.copy else "Sized"
    plain = f"fn holds<T: {trait}>() -> bool {{ true }} assert!(holds::<{shape.text}>());"
    expression = f"implements!({shape.text}: {trait})"
    words = "copied by assignment" if shape.copy else "sized at compile time"
    return Statement(f"A `{shape.text}` is", words, expression, plain)


def state_no_drop(random: Random) -> Statement:
    shape = draw_shape(random)
    while not shape.copy:
        shape = draw_shape(random)
    expression = f"!needs_drop::<{shape.text}>()"
    plain = f"assert!(!std::mem::needs_drop::<{shape.text}>());"
    return Statement(f"When a `{shape.text}` goes,", "nothing is left to do", expression, plain)


def _number(subject: str, expression: str, value: int) -> Statement:
    return Statement(subject, _bytes(value), expression, _same(expression, value))


def _bytes(value: int) -> str:
    return "1 byte" if value == 1 else f"{value} bytes"


def _same(expression: str, value: int) -> str:
    return f"assert_eq!({expression}, {value});"
