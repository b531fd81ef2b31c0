"""Whether every way to a mark moves a variable, as a question to the compiler. Pure.

The compiler says of a moved variable only that some way moves it. So a second variable is declared
that every move initialises: `drop(a)` becomes `drop(({ done = Done; a }))`. Where the compiler lets
`done` be used (no E0381), every way has passed a move. What assigns to the variable again takes
`done` away. A move that cannot be marked so leaves `done` without a value: the answer is then
"not on every way", never "moved".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.rust.snapshots.drafts import Edit
from macros.rust.snapshots.statements import (
    assignments,
    body_start,
    closing,
    expression_end,
    first_at_depth,
    is_arm_pattern,
    is_let_pattern,
    receiver_end,
    receiver_start,
)


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """Where a variable is moved, by offsets of the source, and how rustc calls it."""

    start: int
    end: int
    label: str


def certainty_edits(
    code: str, name: str, moves: Sequence[Move], marks: Sequence[tuple[int, object]]
) -> tuple[Edit, ...] | None:
    """The edits that ask at each of the marks (offset, key) whether every way moved the variable.

    All marks stand in one body. None where it cannot be asked.
    """
    bodies = {body_start(code, at) for at, _ in marks}
    body = bodies.pop()
    if body is None or bodies or any(move.start < body for move in moves):
        return None
    again = assignments(code, body, closing(code, body), name)
    if again is None or (again and "macro_rules" in code):
        return None
    flags = [f"__done_{number}" for number in range(len(marks))]
    done = "".join(f"{flag} = crate::__standings::Done; " for flag in flags)
    gone = "".join(f"drop({flag}); " for flag in flags)
    declared = "".join(f"let mut {flag}: crate::__standings::Done; " for flag in flags)
    return (
        Edit(body, f" {declared}"),
        *(edit for move in set(moves) for edit in _mark_move(code, move, done)),
        *(Edit(at, f" {{ {done}{gone}}} ") for at in again),
        *(
            Edit(at, f"let _ = &{flag}; ", key)
            for flag, (at, key) in zip(flags, marks, strict=True)
        ),
    )


def _mark_move(code: str, move: Move, done: str) -> Iterator[Edit]:
    text = code[move.start : move.end]
    if "into closure" in move.label:
        yield from _wrap(move.start, expression_end(code, move.end), done)
    elif "due to this method call" in move.label and not text.rstrip().endswith("?"):
        start = receiver_start(code, move.start)
        if start is not None:
            yield from _wrap(start, receiver_end(code, move.start), done)
    elif (arm := is_arm_pattern(code, move.end)) is not None:
        yield from _mark_arm(code, arm, _bound(text) + done)
    elif (value := is_let_pattern(code, move.end)) is not None:
        yield from _mark_let(code, move.start, value, _bound(text) + done)
    elif _is_shorthand(code, move):
        yield Edit(move.start, f"{text}: ({{ {done}")
        yield Edit(move.end, " })")
    else:
        yield from _wrap(move.start, move.end, done)


def _wrap(start: int, end: int, done: str) -> Iterator[Edit]:
    yield Edit(start, f"({{ {done}")
    yield Edit(end, " })")


def _bound(pattern: str) -> str:
    """A use of what the pattern binds: the compiler refuses it outside of where that is bound."""
    return f"let _ = &{pattern.rsplit(maxsplit=1)[-1]}; "


def _mark_arm(code: str, at: int, done: str) -> Iterator[Edit]:
    start = at + len(code[at:]) - len(code[at:].lstrip())
    if code[start] == "{":
        yield Edit(start + 1, f" {done}")
    else:
        yield Edit(start, f"{{ {done}")
        yield Edit(expression_end(code, start), " }")


def _mark_let(code: str, pattern: int, at: int, done: str) -> Iterator[Edit]:
    """Behind the `;` of a `let`; in the block of an `if let` or `while let`."""
    head = code[:pattern]
    before = head[: head.rfind("let")].rstrip()
    if re.search(r"(?:\b(?:if|while)|&&)\Z", before):
        brace = first_at_depth(code, at, "{")
        if brace is not None:
            yield Edit(brace + 1, f" {done}")
        return
    end = first_at_depth(code, at, ";")
    if end is not None:
        yield Edit(end + 1, f" {done}")


def _is_shorthand(code: str, move: Move) -> bool:
    """Whether the moved name is a field of its own: `Person { name, age }`."""
    before, after = code[: move.start].rstrip(), code[move.end :].lstrip()
    if before[-1:] not in ("{", ",") or after[:1] not in (",", "}"):
        return False
    depth = 0
    for offset in range(len(before) - 1, -1, -1):
        depth += (before[offset] in ")]}") - (before[offset] in "([{")
        if depth < 0:
            head = before[:offset].rstrip()
            return before[offset] == "{" and bool(re.search(r"(?:\b[A-Z]\w*|>)\Z", head))
    return False
