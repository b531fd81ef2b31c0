"""The allocator's log tells the life of every block."""

from __future__ import annotations

from macros.rust.snapshots.heap import Heap, Life, block_at, follow, freed_at
from macros.rust.snapshots.raw import Request


def begin(new: int, size: int, align: int = 8) -> Request:
    return Request(1, 0, size, align, new)


def end(old: int, size: int = 0) -> Request:
    return Request(2, old, size, 8, 0)


def resize(old: int, new: int, size: int) -> Request:
    return Request(3, old, size, 8, new)


def test_a_block_begins_and_ends() -> None:
    """Its size and align are those of the request; what is freed is still known."""
    heap = follow({}, [begin(0x100, 24, 4), begin(0x200, 8), end(0x100)])
    assert heap == {0: Life(0, 0x100, 24, 4, freed=True), 1: Life(1, 0x200, 8, 8)}


def test_a_freed_place_is_given_out_again() -> None:
    """The new block is another one, and the one that is meant now."""
    heap = follow({}, [begin(0x100, 24), end(0x100), begin(0x100, 16)])
    assert block_at(heap, 0x100) == Life(1, 0x100, 16, 8)
    assert freed_at(heap, 0x110) == Life(0, 0x100, 24, 8, freed=True)


def test_a_reallocation_keeps_the_block() -> None:
    """One that stays has another size, one that goes elsewhere is counted too."""
    heap = follow({}, [begin(0x100, 8), resize(0x100, 0x100, 16), resize(0x100, 0x300, 64)])
    assert heap == {0: Life(0, 0x300, 64, 8, moved=1)}
    assert block_at(heap, 0x100) is None


def test_a_request_that_fails_changes_nothing() -> None:
    """The allocator had no memory: there is no block, or the old one as it was."""
    heap = follow({}, [begin(0, 1 << 50), begin(0x100, 8), resize(0x100, 0, 1 << 50)])
    assert heap == {0: Life(0, 0x100, 8, 8)}


def test_an_end_of_nothing_is_left_out() -> None:
    """A block from before the log has no life that could end."""
    assert follow({}, [end(0x100), resize(0x200, 0x300, 8)]) == {}


def test_lines_are_followed_stop_by_stop() -> None:
    """A later part of the log goes on where the earlier one ended, which stays as it was."""
    first: Heap = follow({}, [begin(0x100, 8)])
    second = follow(first, [end(0x100), begin(0x200, 8)])
    assert not first[0].freed
    assert [one.freed for one in second.values()] == [True, False]


def test_behind_the_last_byte_is_still_the_block() -> None:
    """There the empty rest of a slice begins; a block that begins there itself comes first."""
    heap = follow({}, [begin(0x100, 8)])
    assert block_at(heap, 0x108) == heap[0]
    assert block_at(heap, 0x109) is None
    heap = follow(heap, [begin(0x108, 8)])
    assert block_at(heap, 0x108) == heap[1]


def test_a_block_without_bytes_is_found() -> None:
    """Its address is enough, also when it is gone."""
    heap = follow({}, [begin(0x100, 0), end(0x100)])
    assert freed_at(heap, 0x100) == heap[0]
    assert freed_at(heap, 0x101) is None
