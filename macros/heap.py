"""The nouns of counted statements, all frozen: what a program asked of its allocator while a
statement ran."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.model import Counted, Diagnostic, HeapVerb, Listing


@dataclass(frozen=True, slots=True)
class HeapQuestion:
    """What the counted statements of a listing ask of the allocator."""

    listing: Listing

    @property
    def edition(self) -> str:
        return self.listing.directives.edition


@dataclass(frozen=True, slots=True)
class HeapCount:
    """What one statement asked, all its passes together: requests, and the bytes they were about.

    `begun` and `ended` count how often the statement was entered, and run to its end. Bytes of
    `reallocates` are those that the blocks have afterwards. `again` is what the statement asked in
    a second run, in words, where that was something else.
    """

    statement: str = ""
    begun: int = 0
    ended: int = 0
    allocates: tuple[int, int] = (0, 0)
    reallocates: tuple[int, int] = (0, 0)
    frees: tuple[int, int] = (0, 0)
    again: str = ""

    def of(self, verb: HeapVerb) -> tuple[int, int]:
        """Blocks and bytes."""
        match verb:
            case "allocates":
                return self.allocates
            case "reallocates":
                return self.reallocates
            case "frees":
                return self.frees


@dataclass(frozen=True, slots=True)
class HeapAnswer:
    """The counts in the order of `Listing.counted`.

    None where the program does not compile with its counter, which `diagnostic` explains, or where
    it `ended` (exit code or signal, in words) without telling them.
    """

    counts: tuple[HeapCount, ...] = ()
    diagnostic: Diagnostic | None = None
    ended: str = ""


VERBS: tuple[HeapVerb, ...] = ("allocates", "reallocates", "frees")


def find_statement(subject: str, statements: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the statements that a claim's subject (`allocates: let names`) may mean.

    Those that it gives in full, otherwise all that begin with its words.
    """
    wanted = " ".join(subject.partition(": ")[2].split())
    same = [number for number, one in enumerate(statements) if one.rstrip(" ;") == wanted]
    return tuple(same or [at for at, one in enumerate(statements) if one.startswith(wanted)])


def written(verb: HeapVerb, amount: tuple[int, int]) -> str:
    """A fact as the margin writes it: `allocates 3 blocks, 56 bytes`."""
    blocks, size = amount
    if blocks == 0:
        return f"{verb} nothing"
    many = "block" if blocks == 1 else "blocks"
    return f"{verb} {blocks} {many}, {size} {'byte' if size == 1 else 'bytes'}"


def stated(counted: Counted) -> str:
    """All facts of a statement as the margin writes them."""
    return "; ".join(written(one.verb, (one.blocks, one.bytes)) for one in counted.facts)


def asked_of_heap(count: HeapCount) -> str:
    """All that a statement asked, in the words of the margin."""
    some = [written(verb, count.of(verb)) for verb in VERBS if count.of(verb)[0]]
    return "; ".join(some) or "allocates nothing"
