"""Rows of the record → the table that stands on the page, with the machine and the day below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from macros.draw.escape import escape, escape_code
from macros.model import Call
from macros.report.say_timings import digits
from macros.timing_tables import TimingTable, TimingTables
from macros.timings import COMMAND, RECORD, TimedRow, TimingRecord

HEADS = ("what", "median", "nine of ten samples", "deviation")


def render_timings(call: Call, tables: TimingTables) -> str | None:
    """Write the table of a call as one block of HTML; None where it is none, or lacks rows."""
    table, record = tables.by_call.get((call.place.path, call.start)), tables.record
    return _render_table(table, record) if table and record else None


def _render_table(table: TimingTable, record: TimingRecord) -> str:
    caption = f"<caption>{escape(table.title)}</caption>\n" if table.title else ""
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    rows = [record.rows[name] for name in table.rows]
    return "\n".join(
        [
            '<figure class="timings">',
            '<div class="wide"><table class="layout__table timings__table">',
            f"{caption}<thead><tr>{heads}</tr></thead>",
            "<tbody>",
            *(f"<tr>{''.join(_cells(row))}</tr>" for row in rows),
            "</tbody>",
            "</table></div>",
            f"<figcaption>{_describe_rows(rows)}{describe_record(record)}</figcaption>",
            "</figure>",
        ]
    )


def _cells(row: TimedRow) -> Iterator[str]:
    yield f'<th scope="row"><code>{escape_code(row.name)}</code></th>'
    for value in (
        digits(row.median),
        f"{digits(row.p5)} to {digits(row.p95)}",
        digits(row.mad),
    ):
        yield f'<td class="layout__number">{value}</td>'


def _describe_rows(rows: Sequence[TimedRow]) -> str:
    """The unit, and of how many samples the medians are."""
    counts = sorted({row.samples for row in rows})
    samples = " to ".join(str(each) for each in dict.fromkeys((counts[0], counts[-1])))
    return f"<small>nanoseconds; {samples} samples a row · </small>"


def describe_record(record: TimingRecord) -> str:
    """Say where, when and how, and that it is nobody's promise."""
    measured = escape(
        f"observed on {record.cpu}, {record.kernel}, {record.rustc}, {record.flags}, on "
        f"{record.date}, by {record.method}"
    )
    again = f"<code>{escape(COMMAND)}</code> measures again and writes <code>{RECORD}</code>"
    return f"<small>{measured} · other machines give other numbers · {again}</small>"


def record_entry(record: TimingRecord | None) -> dict[str, object]:
    """The record as `evidence.json` has it; empty where there is none."""
    if record is None:
        return {}
    return {
        **{name: value for name, value in _texts(record)},
        "rows": [asdict(row) for row in record.rows.values()],
    }


def _texts(record: TimingRecord) -> Iterator[tuple[str, object]]:
    for name in ("date", "cpu", "kernel", "rustc", "target", "flags", "method"):
        yield name, getattr(record, name)
