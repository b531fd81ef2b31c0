"""Every sentence about timings: how such a claim is written, and what the record says instead."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from macros.model import Call, Claim, Finding, Place, Trouble
from macros.report.command import COMMAND as MACROS
from macros.report.say_facts import listed, reproduce
from macros.timings import COMMAND, RECORD, TimedRow, TimingRecord

EXAMPLE = 'help: such as timing="array < vec", timing="arc / rc >= 2" or timing="arc / rc <= 9.5"'
REFRESH = f"help: `{COMMAND}` measures anew and writes {RECORD}"
NESTED = "it is nested too deeply to be read"
START = Place(RECORD, 1, 1, 1, 2)


# How a claim is written -------------------------------------------------------------------


def not_a_comparison(call: Call, value: str, place: Place) -> Finding:
    message = f"`{value}` compares no two rows of the record"
    return Finding("claim", call.place, message, place, (EXAMPLE,))


def same_row(call: Call, row: str, place: Place) -> Finding:
    return Finding("claim", call.place, f"`{row}` is compared with itself", place)


def stands_beside(call: Call, name: str, place: Place) -> Finding:
    message = f"timing= takes no {name}=: it is held against the record of timings alone"
    return Finding("claim", call.place, message, place, (f"help: leave {name}= out",))


def never_guaranteed(call: Call, place: Place) -> Finding:
    message = "a timing is observed on one machine, and no rule guarantees it"
    return Finding("claim", call.place, message, place, ("help: leave guaranteed= out",))


def clock_in_words(call: Call, place: Place, unit: str) -> Finding:
    message = f"the words speak of {unit}, and only comparisons hold on other machines"
    help = "help: say how many times as long it takes, and let a table show the time"
    return Finding("words", call.place, message, place, (help,))


def number_unchecked(call: Call, place: Place, number: str) -> Finding:
    message = f"nothing here checks {number}: timing= bounds how many times as long something takes"
    help = "help: write such as `at least 3 times`, or leave the number outside the claim's words"
    return Finding("words", call.place, message, place, (help,))


def bound_of_zero(call: Call, value: str, place: Place) -> Finding:
    message = f"the bound of `{value}` is 0, and every ratio lies above that"
    return Finding("claim", call.place, message, place, (EXAMPLE,))


def equal_in_words(call: Call, place: Place, said: str) -> Finding:
    message = f"the words say {said}, and timing= says that one takes less time, or bounds it"
    help = "help: bound the ratio, and write such as `less than twice`"
    return Finding("words", call.place, message, place, (help,))


def other_order_in_words(call: Call, place: Place, said: str, value: str) -> Finding:
    message = f"the words say {said}, and that does not follow from `{value}`"
    help = "help: say it of the row that timing= says it of, or write such as `less than twice`"
    return Finding("words", call.place, message, place, (help,))


def speed_in_words(call: Call, place: Place, said: str) -> Finding:
    message = f"the words say {said}, and timing= bounds how many times as long something takes"
    help = "help: write such as `at least 2 times as long`, of the one that stands first in timing="
    return Finding("words", call.place, message, place, (help,))


def several_factors(call: Call, place: Place) -> Finding:
    help = "help: write one claim for each"
    message = "the words hold several numbers, and one is checked"
    return Finding("words", call.place, message, place, (help,))


def no_direction(call: Call, place: Place, factor: str) -> Finding:
    message = f"the words do not say whether {factor} is the least or the most"
    help = "help: put `at least`, `more than`, `at most` or `less than` right before it"
    return Finding("words", call.place, message, place, (help,))


def factor_of_order(call: Call, place: Place, factor: str) -> Finding:
    message = f"the words say {factor}, and timing= says an order and no factor"
    return Finding("words", call.place, message, place, (EXAMPLE,))


def other_direction(call: Call, place: Place, sign: str) -> Finding:
    said, asked = ("most", "least") if sign == ">=" else ("least", "most")
    message = f"the words say the {said}, timing= says the {asked}"
    return Finding("words", call.place, message, place)


def other_factor(call: Call, place: Place, said: str, bound: Fraction) -> Finding:
    message = f"the words say {said}, timing= says {decimal(bound)}"
    help = f"help: say `{decimal(bound)} times` in the words, or write the words' number in timing="
    return Finding("words", call.place, message, place, (help,))


# What the record says ---------------------------------------------------------------------


def no_record(path: str, problem: str) -> Finding:
    place = Place(path, 1, 1, 1, 2)
    return Finding("timing", place, f"this is no record of timings: {problem}", None, (REFRESH,))


def named_twice(name: str) -> str:
    return f"`{name}` stands in it twice"


def record_missing(claim: Claim) -> Finding:
    message = f"there is no {RECORD} that the claim could be held against"
    return Finding("timing", claim.place, message, claim.mark, (REFRESH,))


def unknown_row(place: Place, mark: Place, row: str, near: str) -> Finding:
    message = f"the record of timings has no row `{row}`"
    notes = (f"help: did you mean `{near}`?", REFRESH) if near else (REFRESH,)
    return Finding("timing", place, message, mark, notes)


def stale_row(place: Place, mark: Place, row: str) -> Finding:
    message = f"the program of the row `{row}` has changed since it was timed"
    return Finding("timing", place, message, mark, (REFRESH,))


def too_close(claim: Claim, rows: tuple[TimedRow, TimedRow], record: TimingRecord) -> Finding:
    faster, slower = rows
    message = (
        f"the page says that `{faster.name}` takes clearly less time than `{slower.name}`, "
        f"the record has {times(slower.median / faster.median)} between their medians"
    )
    return Finding("timing", claim.place, message, claim.mark, _notes(claim, rows, record))


def spreads_overlap(claim: Claim, rows: tuple[TimedRow, TimedRow], record: TimingRecord) -> Finding:
    faster, slower = rows
    message = (
        f"the page says that `{faster.name}` takes clearly less time than `{slower.name}`, "
        "the spreads of the two in the record overlap"
    )
    return Finding("timing", claim.place, message, claim.mark, _notes(claim, rows, record))


def out_of_bounds(
    claim: Claim,
    rows: tuple[TimedRow, TimedRow],
    bound: str,
    record: TimingRecord,
    *,
    narrow: bool,
) -> Finding:
    """`narrow` where the bound itself is kept, and only the margin is missing."""
    left, right = rows
    message = (
        f"the page says that `{left.name}` takes {bound} times as long as `{right.name}`, "
        f"the record has {times(left.median / right.median)}"
    )
    margin = ("help: a bound has to hold with a tenth of itself to spare",) if narrow else ()
    notes = (*_notes(claim, rows, record), *margin)
    return Finding("timing", claim.place, message, claim.mark, notes)


def _notes(claim: Claim, rows: Sequence[TimedRow], record: TimingRecord) -> tuple[str, ...]:
    values = (f"{row.name} {span_of(row)}" for row in rows)
    return (f"measured: {', '.join(values)}   {record.setting}", reproduce(claim.place))


def times(factor: float) -> str:
    """A factor as it is said: `3.4 times`."""
    return f"{digits(factor)} times"


def digits(value: float) -> str:
    """Three digits that count, without an exponent: 0.304, 3.41, 12.7, 1,540."""
    for places, limit in ((3, 1.0), (2, 10.0), (1, 100.0)):
        if value < limit:
            return f"{value:.{places}f}"
    return f"{value:,.0f}"


def decimal(bound: Fraction) -> str:
    return f"{float(bound):g}"


def span_of(row: TimedRow) -> str:
    return f"{digits(row.median)} ns ({digits(row.p5)} to {digits(row.p95)})"


# A table ----------------------------------------------------------------------------------


def empty_row(call: Call, place: Place) -> Finding:
    help = "help: rows have one | between them, and each has a name"
    return Finding("figure", call.place, "there is no row here", place, (help,))


def table_without_record(call: Call) -> Finding:
    message = f"there is no {RECORD} that the table could show"
    return Finding("timing", call.place, message, None, (REFRESH,))


# The record's own promises -----------------------------------------------------------------


def _fault(message: str, *notes: str) -> Finding:
    return Finding("timings", START, message, None, (*notes, REFRESH))


def from_the_future(date: str, today: str) -> Finding:
    return _fault(f"the record is of {date}, and today is {today}")


def too_old(date: str, days: int, most: int) -> Finding:
    return _fault(f"the record of {date} is {days} days old, and {most} is the most")


def older_compiler(recorded: str, used: str, most: int) -> Finding:
    message = f"the record was made with rustc {recorded}, and the book is checked with {used}"
    return _fault(message, f"help: at most {most} versions may lie between them")


def changed_program(row: str, program: str) -> Finding:
    return _fault(f"the program of the row `{row}` has changed since: snippets/{program}.rs")


def without_row(row: str, program: str) -> Finding:
    return _fault(f"the record has no row `{row}`, which snippets/{program}.rs wants timed")


def unused_row(row: str) -> Finding:
    help = "help: claim something of it, show it in a table, or take it out of its `//@ timed`"
    return _fault(f"no claim and no table uses the row `{row}`", help)


def row_in_two(row: str, programs: Sequence[str]) -> Finding:
    return _fault(f"`{row}` is a row of {listed(list(programs))}", "help: rename one of them")


def not_positive(row: str) -> Finding:
    return _fault(f"the row `{row}` has a time that is not above 0, or spreads that are turned")


def few_samples(row: str, samples: int, least: int) -> Finding:
    return _fault(f"the row `{row}` has {samples} samples, and {least} are the least")


def wide_spread(row: TimedRow, most: float) -> Finding:
    message = f"the spread of the row `{row.name}` is too wide to say anything: {span_of(row)}"
    help = f"help: deviations of {most:.0%} of the median are the most; is the machine busy?"
    return _fault(message, help)


def empty_not_cheapest(empty: TimedRow, row: TimedRow) -> Finding:
    return _fault(
        f"`{row.name}` takes {span_of(row)}, and the empty loop `{empty.name}` {span_of(empty)}",
        "help: less than nothing cannot be; is a value computed while compiling?",
    )


def no_empty_row(name: str) -> Finding:
    return _fault(f"the record has no row `{name}`, the loop that does nothing")


def other_order_now(faster: str, slower: str, factor: float) -> Finding:
    return _fault(
        f"`{faster}` takes less time than `{slower}` in the record, and now, measured briefly, "
        f"{times(factor)} as long"
    )


def not_timed(program: str, said: str) -> Trouble:
    return Trouble(f"the program of {program} cannot be timed: {said}", COMMAND)


def not_compiled(program: str, said: str) -> Trouble:
    message = f"the timed program of {program} does not compile: {said}"
    return Trouble(message, f"{MACROS} check    says more of snippets/{program}.rs")
