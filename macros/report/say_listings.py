"""Every sentence about listings: what one expects, what rustc and the program did instead."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace

from macros.model import Diagnostic, Expectation, Finding, Listing, Place
from macros.report.command import COMMAND
from macros.report.say_facts import printed_lines, rustc_lines, said_by, shortened
from macros.report.say_snippets import in_edition


def with_command(finding: Finding, listing: Listing) -> Finding:
    """The finding with the command that shows the whole listing: its file, or its fence's line."""
    path, line = listing.place.path, listing.place.line
    place = path if listing.is_file else f"{path}:{line}"
    command = f"reproduce: {COMMAND} explain {shlex.quote(place)}"
    edition = (f"edition:   {listing.directives.edition}",) if listing.directives.editions else ()
    return replace(finding, notes=(*finding.notes, *edition, command))


def unexpected_diagnostic(place: Place, diagnostic: Diagnostic) -> Finding:
    message = f"rustc reports {said_by(diagnostic)}"
    code = f"unexpected-{diagnostic.level}"
    return Finding(code, place, message, None, rustc_lines(diagnostic))


def other_diagnostic(expectation: Expectation, diagnostic: Diagnostic) -> Finding:
    """A diagnostic stands where the expectation looks, with another code or text."""
    expected, reported = _expected(expectation), diagnostic.code or f"`{diagnostic.message}`"
    if expectation.code and expectation.code != diagnostic.code:
        expected = expectation.code
    elif expectation.text:
        expected, reported = f"`{expectation.text}`", f"`{diagnostic.message}`"
    message = f"the snippet expects {expected} here, rustc reports {reported}"
    return _unmet(expectation, message, rustc_lines(diagnostic))


def diagnostic_elsewhere(expectation: Expectation, line: int, reported: Place) -> Finding:
    """The diagnostic that is expected on that line of the file stands on another."""
    what = _expected(expectation)
    message = f"the snippet expects {what} on line {line}, rustc reports it on line {reported.line}"
    return _unmet(expectation, message, (f"reported: {reported}",))


def expectation_unmet(expectation: Expectation) -> Finding:
    message = f"the snippet expects {_expected(expectation)} here, rustc reports none"
    return _unmet(expectation, message)


def listing_compiles(listing: Listing, setting: str) -> Finding:
    message = f"{listing.name} is expected to fail, rustc compiles it"
    return Finding("compiles", listing.place, message, None, (f"measured: {setting}",))


def fails_at_another_stage(listing: Listing, stage: str) -> Finding:
    """A listing says that it fails when it is checked, and fails when it is built; or turned."""
    when = "while types and borrows are checked" if stage == "check" else "when code is generated"
    said = listing.directives.mode.value
    right = "check-fail" if stage == "check" else "build-fail"
    message = f"{listing.name} says {said}, and rustc reports its error {when}"
    several = listing.directives.editions
    written = in_edition(listing.directives.edition, right) if several else f"//@ {right}"
    return Finding("stage", listing.place, message, None, (f"help: write {written}",))


def not_compiled(listing: Listing) -> Finding:
    message = f"{listing.name} did not compile, and rustc reported no error"
    return Finding("tool", listing.place, message, broken=True)


def not_run(listing: Listing) -> Finding:
    return Finding("tool", listing.place, f"{listing.name} was not run", broken=True)


def line_unprinted(expectation: Expectation, printed: str | None, lines: Sequence[str]) -> Finding:
    instead = "the program prints no such line"
    if printed is not None:
        instead = f"printed `{shortened(printed)}`"
    message = f"expected `{shortened(expectation.text)}`, {instead}"
    return Finding("prints", expectation.place, message, None, printed_lines(lines))


def line_without_run(expectation: Expectation) -> Finding:
    message = f"expected `{shortened(expectation.text)}`, and this listing is not run"
    help = "help: only a program with a main function, without check-fail or no-run, prints"
    return Finding("prints", expectation.place, message, None, (help,))


def wrong_end(place: Place, expected: str, ended: str, said: str) -> Finding:
    message = f"the program was expected to end with {expected}, it ended with {ended}"
    notes = (f"program: {shortened(said)}",) if said else ()
    return Finding("ends", place, message, None, notes)


def time_used_up(listing: Listing) -> Finding:
    message = f"the program did not end within {listing.directives.timeout} s"
    help = "help: //@ timeout: SECONDS raises the limit to at most 60"
    return Finding("time", listing.place, message, None, (help,))


def too_much_output(listing: Listing) -> Finding:
    return Finding("output", listing.place, "the program prints more than 64 KiB")


def not_utf8(listing: Listing) -> Finding:
    return Finding("output", listing.place, "the program prints bytes that are not UTF-8")


def _unmet(expectation: Expectation, message: str, notes: tuple[str, ...] = ()) -> Finding:
    return Finding(f"expected-{expectation.kind}", expectation.place, message, None, notes)


def _expected(expectation: Expectation) -> str:
    article = "an" if expectation.kind == "error" else "a"
    parts = (expectation.code, f"`{expectation.text}`" if expectation.text else "")
    return " ".join(part for part in parts if part) or f"{article} {expectation.kind}"
