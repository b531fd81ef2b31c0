"""A snippet with timed functions → the whole program that times them. Pure.

The functions and what they need stand in the snippet; the loop around them and its clock come from
here, so that a page shows what is timed and nothing else.
"""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from macros.model import Listing
from macros.timings import FLAGS, TimingRecord

BEFORE: Final = "before"
"""The function of a snippet that makes what its timed functions work on; it is not timed."""
_PUBLIC: Final = re.compile(r"^pub fn (?P<name>\w+)\(", re.MULTILINE)
_HARNESS: Final = """
fn main() {{
    let words: Vec<String> = std::env::args().collect();
    let [_, row, loops] = words.as_slice() else {{ panic!("ROW LOOPS") }};
    let loops = loops.parse().expect("a number of loops");
    let seconds = match row.as_str() {{
{arms}
        _ => panic!("there is no row {{row}}"),
    }};
    println!("{{seconds}}");
}}

/// The seconds that so many calls take; a sixteenth as many are made before, to warm up.
#[inline(never)]
fn seconds_of<S>(loops: u64, mut state: S, row: impl Fn(&mut S)) -> f64 {{
    for _ in 0..loops / 16 {{
        row(std::hint::black_box(&mut state));
    }}
    let start = std::time::Instant::now();
    for _ in 0..loops {{
        row(std::hint::black_box(&mut state));
    }}
    start.elapsed().as_secs_f64()
}}
"""


def timed_program(listing: Listing) -> str:
    """The program: called with a row and a number of loops it prints the seconds they took."""
    has_state = BEFORE in public_functions(listing)
    arms = (_arm(row, has_state) for row in listing.directives.timed)
    harness = _HARNESS.format(arms="\n".join(arms))
    return f"{listing.source.rstrip()}\n{harness}"


def _arm(row: str, has_state: bool) -> str:
    called = f"{BEFORE}(), {row}" if has_state else f"(), |()| {row}()"
    return f'        "{row}" => seconds_of(loops, {called}),'


def public_functions(listing: Listing) -> frozenset[str]:
    """The names of the functions at the root of a snippet that others may call."""
    return frozenset(found["name"] for found in _PUBLIC.finditer(listing.source))


def hash_of(listing: Listing) -> str:
    """The hash of the whole program, by which a changed one is noticed."""
    return hashlib.sha256(timed_program(listing).encode()).hexdigest()


def timed_command(listing: Listing, row: str) -> str:
    """The command that times a row of the program, a million calls."""
    file = PurePosixPath(listing.name).name
    compiled = shlex.join(("rustc", *timed_arguments(listing), f"{file}.rs"))
    return f"{compiled} && ./{file} {row} 1000000    # prints seconds"


def timed_arguments(listing: Listing) -> tuple[str, ...]:
    return ("--edition", listing.directives.edition, *FLAGS)


def timed_listings(listings: Mapping[str, Listing]) -> tuple[Listing, ...]:
    """Those that have timed functions, in the order of their names."""
    return tuple(each for _, each in sorted(listings.items()) if each.directives.timed)


def rows_of(listings: Sequence[Listing]) -> dict[str, Listing]:
    """Each timed function's snippet; of a name that two snippets have, the first."""
    rows: dict[str, Listing] = {}
    for listing in listings:
        for row in listing.directives.timed:
            rows.setdefault(row, listing)
    return rows


def stale_rows(record: TimingRecord, listings: Mapping[str, Listing]) -> Iterator[str]:
    """The rows of a record whose program has changed since, or is no more."""
    hashes = {listing.name: hash_of(listing) for listing in timed_listings(listings)}
    for row in record.rows.values():
        listing = listings.get(row.program)
        is_there = listing is not None and row.name in listing.directives.timed
        if not is_there or hashes[row.program] != row.sha256:
            yield row.name
