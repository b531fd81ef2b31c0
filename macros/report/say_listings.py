"""Every sentence about listings: what one expects, what rustc and the program did instead."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Diagnostic, Expectation, Finding, Listing, Place
from macros.report.say_facts import printed_lines, reproduce, rustc_lines, said_by, shortened


def unexpected_diagnostic(place: Place, diagnostic: Diagnostic) -> Finding:
    code = f"unexpected-{diagnostic.level}"
    notes = (*rustc_lines(diagnostic), reproduce(place))
    return Finding(code, place, f"rustc reports {said_by(diagnostic)}", None, notes)


def other_diagnostic(expectation: Expectation, diagnostic: Diagnostic) -> Finding:
    """A diagnostic stands where the expectation looks, with another code or text."""
    expected, reported = _expected(expectation), diagnostic.code or f"`{diagnostic.message}`"
    if expectation.code and expectation.code != diagnostic.code:
        expected = expectation.code
    elif expectation.text:
        expected, reported = f"`{expectation.text}`", f"`{diagnostic.message}`"
    message = f"the snippet expects {expected} here, rustc reports {reported}"
    notes = (*rustc_lines(diagnostic), reproduce(expectation.place))
    return Finding(f"expected-{expectation.kind}", expectation.place, message, None, notes)


def diagnostic_elsewhere(expectation: Expectation, line: int, reported: Place) -> Finding:
    """The diagnostic that is expected on that line of the file stands on another."""
    what = _expected(expectation)
    message = f"the snippet expects {what} on line {line}, rustc reports it on line {reported.line}"
    notes = (f"reported: {reported}", reproduce(expectation.place))
    return Finding(f"expected-{expectation.kind}", expectation.place, message, None, notes)


def expectation_unmet(expectation: Expectation) -> Finding:
    message = f"the snippet expects {_expected(expectation)} here, rustc reports none"
    code, notes = f"expected-{expectation.kind}", (reproduce(expectation.place),)
    return Finding(code, expectation.place, message, None, notes)


def listing_compiles(listing: Listing, setting: str) -> Finding:
    message = f"{listing.name} is expected to fail, rustc compiles it"
    notes = (f"measured: {setting}", reproduce(listing.place))
    return Finding("compiles", listing.place, message, None, notes)


def not_compiled(listing: Listing) -> Finding:
    message = f"{listing.name} did not compile, and rustc reported no error"
    return Finding("tool", listing.place, message, None, (reproduce(listing.place),), True)


def not_run(listing: Listing) -> Finding:
    message = f"{listing.name} was not run"
    return Finding("tool", listing.place, message, None, (reproduce(listing.place),), True)


def line_unprinted(expectation: Expectation, printed: str | None, lines: Sequence[str]) -> Finding:
    instead = "the program prints no such line"
    if printed is not None:
        instead = f"printed `{shortened(printed)}`"
    message = f"expected `{shortened(expectation.text)}`, {instead}"
    notes = (*printed_lines(lines), reproduce(expectation.place))
    return Finding("prints", expectation.place, message, None, notes)


def line_without_run(expectation: Expectation) -> Finding:
    message = f"expected `{shortened(expectation.text)}`, and this listing is not run"
    help = "help: only a program with a main function, without check-fail or no-run, prints"
    return Finding("prints", expectation.place, message, None, (help,))


def wrong_end(listing: Listing, place: Place, expected: str, ended: str, said: str) -> Finding:
    notes = (f"program: {shortened(said)}",) if said else ()
    message = f"the program was expected to end with {expected}, it ended with {ended}"
    return Finding("ends", place, message, None, (*notes, reproduce(listing.place)))


def time_used_up(listing: Listing) -> Finding:
    message = f"the program did not end within {listing.directives.timeout} s"
    help = "help: //@ timeout: SECONDS raises the limit to at most 60"
    return Finding("time", listing.place, message, None, (help, reproduce(listing.place)))


def too_much_output(listing: Listing) -> Finding:
    message = "the program prints more than 64 KiB"
    return Finding("output", listing.place, message, None, (reproduce(listing.place),))


def not_utf8(listing: Listing) -> Finding:
    message = "the program prints bytes that are not UTF-8"
    return Finding("output", listing.place, message, None, (reproduce(listing.place),))


def _expected(expectation: Expectation) -> str:
    article = "an" if expectation.kind == "error" else "a"
    parts = (expectation.code, f"`{expectation.text}`" if expectation.text else "")
    return " ".join(part for part in parts if part) or f"{article} {expectation.kind}"
