"""What lay in the memory of a snippet's program when it came to its marks.

In: `{{ claim("the same heap block", snapshot="moved: t.ptr == start: s.ptr", snippet="…") }}`.
Holds when the two values, read from the stopped program, are as the page says, and every number
of the words is one of them, in its unit where the words give one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from macros.kinds.arguments import argument_of, part_of, words_part
from macros.kinds.context import Context
from macros.kinds.evidence import Compared, unchecked, verdict_of, without_evidence
from macros.memory import Region, SnapshotAnswer, SnapshotQuestion
from macros.model import Claim, Finding, Listing, Place, Verdict
from macros.moment_values import Reading, Unread, read_side
from macros.moment_words import Side, Statement, Text, Unclear, Word, read_statement
from macros.questions import Fact
from macros.report import say_moments
from macros.rust.snapshots.debugger import name_debugger
from macros.rust.text_literals import read_literal
from macros.sections import is_in
from macros.words import Number, Quantity, find_numbers, in_unit, quantities_of

name: Final = "snapshot"
needs_outcome: Final = False


def question(_claim: Claim, listing: Listing | None) -> SnapshotQuestion | None:
    """All moments of the snippet: its player and every claim about it share one run."""
    return SnapshotQuestion(listing, name_debugger()) if listing is not None else None


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Read both sides of the statement, and compare them."""
    statement = read_statement(claim.subject)
    if not isinstance(evidence, SnapshotAnswer) or isinstance(statement, Unclear):
        return without_evidence(claim, context)
    if evidence.diagnostics:
        reason = f"the memory of {claim.snippet} cannot be drawn"
        return unchecked(claim, context, reason, evidence.diagnostics[0])
    sides = [one for one in (statement.left, statement.right) if isinstance(one, Side)]
    read = [(side, read_side(side, evidence.snapshots)) for side in sides]
    wrong = tuple(_unread(claim, side, one) for side, one in read if isinstance(one, Unread))
    known = [one for _, one in read if isinstance(one, Reading)]
    if wrong:
        return verdict_of(claim, context, wrong, Compared())
    findings = (*_differences(claim, statement, known, context), *_numbers(claim, known, context))
    return verdict_of(claim, context, findings, _compared(statement, known))


def _compared(statement: Statement, known: Sequence[Reading]) -> Compared:
    """What the page wants of the first side, and what the first side is."""
    right = statement.right
    expected = right.word.text if isinstance(right, Text) else known[1].said
    return Compared(expected if statement.equal else f"not {expected}", known[0].said)


def place_in(claim: Claim, word: Word) -> Place:
    """The page's characters of a word of the statement."""
    argument = argument_of(claim.call, "snapshot")
    return part_of(argument.place, claim.subject, word.start, word.end) if argument else claim.mark


# Where nothing can be read ----------------------------------------------------------------


def _unread(claim: Claim, side: Side, problem: Unread) -> Finding:
    word = problem.word if problem.word.end else side.path
    words = (word.text, side.label.text)
    return say_moments.unread(claim, problem.reason, words, problem.known, place_in(claim, word))


# What differs -----------------------------------------------------------------------------


def _differences(
    claim: Claim, statement: Statement, known: Sequence[Reading], context: Context
) -> Iterator[Finding]:
    sides = _said(statement, known)
    mark = place_in(claim, Word("", statement.left.label.start, _end_of(statement.right)))
    left, right = known[0], statement.right
    same = is_text(left, right) if isinstance(right, Text) else is_same(left, known[1])
    if same is None and isinstance(right, Side) and _both_nowhere(known):
        yield say_moments.both_nowhere(claim, mark, sides, statement.left.path.text)
    elif same is None:
        yield say_moments.not_comparable(claim, mark, sides)
    elif same is not statement.equal:
        differ = not statement.equal
        yield say_moments.lay_otherwise(claim, mark, sides, context.setting, differ=differ)


def _both_nowhere(known: Sequence[Reading]) -> bool:
    return all(one.kind == "place" and not one.whole for one in known)


def _end_of(right: Side | Text) -> int:
    return right.word.end if isinstance(right, Text) else right.path.end


def _said(statement: Statement, known: Sequence[Reading]) -> tuple[str, ...]:
    """Each side in words."""
    first = say_side(statement.left, known[0])
    right = statement.right
    if isinstance(right, Text):
        return first, say_moments.page_says(right.word.text)
    is_twin = known[0].said == known[1].said and is_same(known[0], known[1]) is False
    other = replace(known[1], said=say_moments.another(known[1].said)) if is_twin else known[1]
    return first, say_side(right, other)


def say_side(side: Side, reading: Reading) -> str:
    """`moved: t points to heap #1 + 0`, `start: s.len is 5`."""
    last = side.names[-1].text
    is_property = reading.kind in ("place", "standing") and last in ("ptr", "is")
    names = side.names[:-1] if is_property else side.names
    path = ".".join(one.text for one in names)
    path = f"{side.thread.text}/{path}" if side.thread else path
    if side.address:
        return say_moments.says(side.label.text, path, "lies at", reading.said)
    verb = "points to" if reading.kind == "place" else "is"
    return say_moments.says(side.label.text, path, verb, reading.said)


def is_same(one: Reading, other: Reading) -> bool | None:
    """Whether two values are equal; None where that cannot be said."""
    if one.kind != other.kind or not (one.whole and other.whole):
        return None
    return one.key == other.key


def is_text(reading: Reading, text: Text) -> bool | None:
    """Whether a value is the one that is written; None where it is of another sort."""
    written = text.word.text
    same: bool | None = None
    match reading.kind, text.kind:
        case "number", "number":
            same = reading.key == text.number
        case "standing", "standing":
            same = reading.key == written
        case "text", "quote":
            data = read_literal(written)
            same = None if data is None else reading.key == data.decode("utf-8", "replace")
        case "place", "place":
            same = reading.key == _place_key(written)
        case "place", "section":
            same = bool(reading.section) and is_in(reading.section, written)
        case "value", "name" | "char" | "fraction":
            same = reading.name == written
    return same


def _place_key(written: str) -> object:
    """`heap #1` is where the block begins."""
    block, _, offset = written.partition("+")
    is_block = block.startswith("heap")
    return (str(Region.HEAP), block.strip(), int(offset or 0)) if is_block else written


# Numbers of the words ---------------------------------------------------------------------


def _numbers(claim: Claim, known: Sequence[Reading], context: Context) -> Iterator[Finding]:
    """A finding for each number of the words that is none of the compared ones."""
    units = {one.start: one for one in quantities_of(claim.words)}
    values = frozenset(each for one in known for each in one.numbers)
    for number in find_numbers(claim.words):
        quantity = units.get(number.start)
        if not _is_known(number, quantity, values, context.pointer_bytes):
            stop = quantity.stop if quantity else number.end
            mark = words_part(claim, number.start, stop)
            said = claim.words[number.start : stop]
            sides = [one.said for one in known]
            yield say_moments.number_not_compared(claim, mark, said, sides)


def _is_known(
    number: Number,
    quantity: Quantity | None,
    values: frozenset[tuple[int, str]],
    pointer_bytes: int,
) -> bool:
    """Whether a value is that number; with a unit, one that is counted in bytes."""
    if quantity is None or not quantity.unit:
        return number.value in {value for value, _ in values}
    in_bytes = [value for value, unit in values if unit]
    return any(in_unit(one, quantity.unit, pointer_bytes) == quantity.number for one in in_bytes)
