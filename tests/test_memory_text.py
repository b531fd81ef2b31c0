"""Answers about memory keep everything when they become text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from macros.memory import (
    Block,
    Frame,
    Region,
    Snapshot,
    SnapshotAnswer,
    Spot,
    Standing,
    Static,
    Thread,
    Value,
    Variable,
)
from macros.memory_text import read_snapshot_answer, write_snapshot_answer
from macros.model import Diagnostic

NAMES = some.text(max_size=8)
SIZES = some.integers(0, 1 << 64)
BYTES = some.binary(max_size=8)
SPOTS = some.builds(Spot, some.sampled_from(Region), NAMES, SIZES, some.none() | SIZES, SIZES)


def value(parts: some.SearchStrategy[Value]) -> some.SearchStrategy[Value]:
    inside = some.lists(some.tuples(NAMES, parts), max_size=2).map(tuple)
    return some.builds(Value, NAMES, NAMES, SIZES, SIZES, inside, some.none() | SPOTS)


LEAVES = some.builds(Value, NAMES, NAMES, SIZES, SIZES, some.just(()), some.none() | SPOTS)
VALUES = some.none() | some.recursive(LEAVES, value, max_leaves=4)
VARIABLES = some.builds(
    Variable, NAMES, NAMES, SIZES, SIZES, BYTES, VALUES, some.sampled_from(Standing), SIZES
)
FRAMES = some.builds(Frame, NAMES, SIZES, some.lists(VARIABLES, max_size=2).map(tuple))
THREADS = some.builds(Thread, NAMES, some.lists(FRAMES, max_size=2).map(tuple))
BLOCKS = some.builds(
    Block, SIZES, SIZES, SIZES, some.booleans(), SIZES, some.none() | SIZES, BYTES, VALUES
)
STATICS = some.builds(Static, NAMES, NAMES, SIZES, BYTES, VALUES)
SNAPSHOTS = some.builds(
    Snapshot,
    NAMES,
    SIZES,
    SIZES,
    some.lists(THREADS, max_size=2).map(tuple),
    some.lists(BLOCKS, max_size=2).map(tuple),
    some.lists(STATICS, max_size=2).map(tuple),
)
DIAGNOSTICS = some.builds(Diagnostic, NAMES, NAMES, NAMES, NAMES, NAMES, SIZES, SIZES)
ANSWERS = some.builds(
    SnapshotAnswer,
    some.lists(SNAPSHOTS, max_size=2).map(tuple),
    some.lists(DIAGNOSTICS, max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(ANSWERS)
def test_an_answer_is_read_as_it_was_written(answer: SnapshotAnswer) -> None:
    """Every field of every noun, bytes too."""
    assert read_snapshot_answer(write_snapshot_answer(answer)) == answer
