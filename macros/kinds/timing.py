"""A comparison of two timings, held against the record that the book keeps; nothing is timed here.

In: `{{ claim("more than twice as long", timing="arc_clone / rc_clone >= 2") }}`. An order holds
where the medians lie far apart and the spreads do not overlap, a bound where the ratio of the
medians keeps it with something to spare: another run of the same machine must not turn it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from macros.kinds.arguments import part_of
from macros.kinds.context import Context
from macros.kinds.evidence import Compared, verdict_of, without_evidence
from macros.model import Claim, Finding, Verdict
from macros.questions import Fact
from macros.report import say_timings
from macros.text import nearest
from macros.timing_words import Statement, read_statement
from macros.timings import TimedRow, TimingRecord, Timings

name: Final = "timing"
needs_outcome: Final = False
WIDE: Final = 1.5
"""How many times as long the slower of two rows takes at least, where a claim says an order."""
MARGIN: Final = 1.1
"""A ratio of medians keeps its bound with a tenth to spare."""


def question(_claim: Claim, _listing: object) -> None:
    """Nothing is asked: the book's record is the evidence."""
    return


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Compare two rows of the record."""
    statement = read_statement(claim.subject)
    if not isinstance(evidence, Timings) or statement is None:
        return without_evidence(claim, context)
    record = evidence.record
    if record is None:
        return verdict_of(claim, context, (say_timings.record_missing(claim),), _said(statement))
    missing = tuple(_missing(claim, statement, record, evidence.stale))
    if missing:
        return verdict_of(claim, context, missing, _said(statement))
    rows = (record.rows[statement.left], record.rows[statement.right])
    finding = _judge(claim, statement, rows, record)
    factor = rows[0].median / rows[1].median
    compared = Compared(_said(statement).expected, say_timings.digits(factor))
    findings = (finding,) if finding else ()
    return verdict_of(claim, context, findings, compared, record.setting)


def _said(statement: Statement) -> Compared:
    bound = "1" if statement.bound is None else say_timings.decimal(statement.bound)
    return Compared(f"{statement.sign} {bound}")


def _missing(
    claim: Claim, statement: Statement, record: TimingRecord, stale: frozenset[str]
) -> Iterator[Finding]:
    """Rows that the record does not have, or whose programs are others by now."""
    for side, start, end in statement.spans:
        row = claim.subject[start:end]
        if side not in ("left", "right"):
            continue
        mark = part_of(claim.mark, claim.subject, start, end)
        if row not in record.rows:
            near = nearest(row, record.rows)
            yield say_timings.unknown_row(claim.place, mark, row, near)
        elif row in stale:
            yield say_timings.stale_row(claim.place, mark, row)


def _judge(
    claim: Claim, statement: Statement, rows: tuple[TimedRow, TimedRow], record: TimingRecord
) -> Finding | None:
    left, right = rows
    if statement.bound is None:
        if right.median < left.median * WIDE:
            return say_timings.too_close(claim, rows, record)
        overlap = left.p95 >= right.p5
        return say_timings.spreads_overlap(claim, rows, record) if overlap else None
    ratio, bound = left.median / right.median, float(statement.bound)
    if statement.sign == ">=":
        said, keeps, narrow = "at least", ratio >= bound * MARGIN, ratio >= bound
    else:
        said, keeps, narrow = "at most", ratio * MARGIN <= bound, ratio <= bound
    words = f"{said} {say_timings.decimal(statement.bound)}"
    if keeps:
        return None
    return say_timings.out_of_bounds(claim, rows, words, record, narrow=narrow)
