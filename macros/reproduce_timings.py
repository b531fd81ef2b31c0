"""A claim about timings → the programs that time its rows, and the commands. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model import Claim, Listing
from macros.timed_program import rows_of, timed_command, timed_listings, timed_program
from macros.timing_words import read_statement


def timed_programs(claim: Claim, listings: Mapping[str, Listing]) -> str:
    """The programs of both rows; where these are two, each is a file of its own."""
    files = _files(claim, listings)
    if len(files) == 1:
        return timed_program(files[0][0])
    return "\n".join(
        f"// the file {listing.name.rpartition('/')[2]}.rs\n{timed_program(listing)}"
        for listing, _ in files
    )


def timed_commands(claim: Claim, listings: Mapping[str, Listing]) -> str:
    """A line for each row."""
    return "\n".join(
        timed_command(listing, row) for listing, rows in _files(claim, listings) for row in rows
    )


def _files(
    claim: Claim, listings: Mapping[str, Listing]
) -> tuple[tuple[Listing, tuple[str, ...]], ...]:
    """The snippets that have the rows of a claim, each with those rows."""
    statement = read_statement(claim.subject)
    known = rows_of(timed_listings(listings))
    rows = [row for row in (statement.rows if statement else ()) if row in known]
    names = dict.fromkeys(known[row].name for row in rows)
    return tuple(
        (listings[name], tuple(row for row in rows if known[row].name == name)) for name in names
    )
