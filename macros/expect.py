"""A listing and what became of it → a verdict, in both directions.

An error or warning nobody expected, an expectation nothing met, a program that ended otherwise
than it says: each is a finding at the line of the file it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from macros.expect_heap import Heap, judge_heap
from macros.expect_layout import Layouts, judge_layouts
from macros.kinds.context import Context
from macros.matching import match_diagnostics, match_lines
from macros.model import (
    Diagnostic,
    Expectation,
    Finding,
    Listing,
    Mode,
    Outcome,
    Place,
    Run,
    State,
    Verdict,
)
from macros.renumber import lines_of_file, renumber
from macros.report import LISTING
from macros.report import say_listings as say
from macros.report.say_languages import said_by_tool
from macros.rust.crate import compiled_path

PANIC: Final = re.compile(
    r"panicked at (?P<path>[^\n']+?):(?P<line>\d+):(?P<column>\d+):\n(?P<said>[^\n]*)"
)
_STAGES: Final = MappingProxyType({Mode.CHECK_FAIL: "check", Mode.BUILD_FAIL: "build"})
_NO_LAYOUTS: Final[Layouts] = MappingProxyType({})
_SUMMARY: Final = re.compile(r"aborting due to |\d+ warnings? emitted")


def judge_listing(
    listing: Listing,
    outcome: Outcome,
    context: Context,
    layouts: Layouts = _NO_LAYOUTS,
    heap: Heap = None,
) -> Verdict:
    """Hold a listing against its outcome, and its margin against the layouts of its types and what
    its statements asked of the allocator.

    An ignored one is neither held nor refuted. One that does not compile has no layouts.
    """
    mode = listing.directives.mode
    if mode is Mode.IGNORED:
        return _verdict(listing, State.UNCHECKED, f"ignored: {listing.directives.reason}")
    in_margin = _judge_facts(listing, context, layouts, heap) if outcome.compiled else ()
    found = (
        *_judge_diagnostics(listing, outcome, context),
        *_judge_program(listing, outcome),
        *in_margin,
    )
    findings = tuple(say.with_command(finding, listing) for finding in found)
    findings = tuple(said_by_tool(finding, outcome.tool) for finding in findings)
    measured = _measured(listing, outcome)
    if any(finding.broken for finding in findings):
        return _verdict(listing, State.UNCHECKED, measured, findings)
    return _verdict(listing, State.REFUTED if findings else State.HOLDS, measured, findings)


def _judge_facts(
    listing: Listing, context: Context, layouts: Layouts, heap: Heap
) -> Iterator[Finding]:
    yield from judge_layouts(listing, layouts, context.setting)
    yield from judge_heap(listing, heap, context.setting)


def must_fail(listing: Listing) -> bool:
    return listing.directives.mode in (Mode.CHECK_FAIL, Mode.BUILD_FAIL)


def is_run(listing: Listing) -> bool:
    return listing.main and listing.directives.mode in (Mode.RUN, Mode.RUN_FAIL)


def place_of(listing: Listing, diagnostic: Diagnostic) -> Place:
    """Where the diagnostic points in the listing's file; a line we added is the listing itself."""
    first = _position(listing, diagnostic.line, diagnostic.column)
    last = _position(listing, diagnostic.end_line, diagnostic.end_column)
    if first is None:
        return listing.place
    line, column = first
    end_line, end_column = last if last and last > first else (line, column + 1)
    return Place(listing.place.path, line, column, end_line, end_column)


def _position(listing: Listing, line: int, column: int) -> tuple[int, int] | None:
    """A line and column of the source as those of the file."""
    if not 1 <= line <= len(listing.lines) or listing.lines[line - 1] == 0:
        return None
    before = listing.columns[line - 1] if line <= len(listing.columns) else 0
    return listing.lines[line - 1], max(column, 1) + before


# What rustc says --------------------------------------------------------------------------


def _judge_diagnostics(listing: Listing, outcome: Outcome, context: Context) -> Iterator[Finding]:
    """Unmet expectations, unexpected diagnostics, and a listing that compiles or fails wrongly."""
    said = tuple(_located(listing, one) for one in outcome.diagnostics if _counts(listing, one))
    expected = tuple(one for one in listing.expectations if one.kind != "prints")
    matched = match_diagnostics(expected, said)
    unmet = [one for one in matched.unmet if not (outcome.compiled and _is_any_error(one[0]))]
    for expectation, near in unmet:
        if near is None:
            yield say.expectation_unmet(expectation)
        elif expectation.line in (None, near.line):
            yield say.other_diagnostic(expectation, near)
        else:
            at = expectation.line
            line = listing.lines[at - 1] if at else expectation.place.line
            yield say.diagnostic_elsewhere(expectation, line, place_of(listing, near))
    for diagnostic in matched.unexpected:
        if not _is_accepted(listing, diagnostic):
            yield say.unexpected_diagnostic(place_of(listing, diagnostic), diagnostic)
    if must_fail(listing) and outcome.compiled and not unmet:
        yield say.listing_compiles(listing, context.setting)
    if outcome.stage and outcome.stage != _STAGES.get(listing.directives.mode):
        yield say.fails_at_another_stage(listing, outcome.stage)
    if not outcome.compiled and not any(one.level == "error" for one in said):
        yield say.not_compiled(listing)


def _is_any_error(expectation: Expectation) -> bool:
    """What `compile_fail` alone expects: that the listing does not compile, whatever the reason."""
    return expectation.kind == "error" and not (expectation.code or expectation.text)


def _located(listing: Listing, diagnostic: Diagnostic) -> Diagnostic:
    """The diagnostic with its text in the lines of the author's file."""
    compiled = compiled_path(listing)
    text = renumber(diagnostic.rendered, compiled, lines_of_file(listing))
    return replace(diagnostic, rendered=text)


def _counts(listing: Listing, diagnostic: Diagnostic) -> bool:
    """Errors count, and warnings of a snippet; a fence may leave things unused."""
    if _SUMMARY.match(diagnostic.message):
        return False
    has_expectation = any(one.kind == "warning" for one in listing.expectations)
    return diagnostic.level == "error" or (
        diagnostic.level == "warning" and (listing.is_file or has_expectation)
    )


def _is_accepted(listing: Listing, diagnostic: Diagnostic) -> bool:
    """An error nobody wrote down may come from a fence that only says `compile_fail`, or gives
    the same code once for several places."""
    if listing.is_file or not must_fail(listing) or diagnostic.level != "error":
        return False
    codes = {one.code for one in listing.expectations if one.kind == "error"}
    return not codes or diagnostic.code in codes


# What the program does --------------------------------------------------------------------


def _judge_program(listing: Listing, outcome: Outcome) -> Iterator[Finding]:
    """How the program ended, and whether it printed what the margin says."""
    run = outcome.run
    if not is_run(listing):
        yield from (
            say.line_without_run(one) for one in listing.expectations if one.kind == "prints"
        )
    elif run is None:
        if outcome.compiled:
            yield say.not_run(listing)
    elif run.stopped:
        yield say.time_used_up(listing) if run.stopped == "time" else say.too_much_output(listing)
    else:
        if not run.valid:
            yield say.not_utf8(listing)
        yield from _judge_end(listing, run)
        yield from _judge_lines(listing, run)


def _judge_end(listing: Listing, run: Run) -> Iterator[Finding]:
    """A program ends with exit code 0, one of `run-fail` as its directive says."""
    ended = run.signal or str(run.code)
    fails = listing.directives.mode is Mode.RUN_FAIL
    expected = (listing.directives.ends or "a failure") if fails else "0"
    if ended == expected or (expected == "a failure" and ended != "0"):
        return
    place, said = _find_panic(listing, run.stderr)
    yield say.wrong_end(place, end_in_words(expected), end_in_words(ended), said)


def end_in_words(end: str) -> str:
    """`exit code 101` or `SIGSEGV`."""
    return f"exit code {end}" if end.lstrip("-").isdigit() else end


def _find_panic(listing: Listing, stderr: str) -> tuple[Place, str]:
    """Where the program panicked in this listing, and its message; else its last words."""
    found = PANIC.search(stderr)
    if found is None:
        return listing.place, _last_words(stderr)
    is_foreign = found["path"].startswith(("/", "$RUST", "library/"))
    position = _position(listing, int(found["line"]), int(found["column"]))
    if is_foreign or position is None:
        return listing.place, f"panicked: {found['said']}"
    line, column = position
    return Place(listing.place.path, line, column, line, column + 1), f"panicked: {found['said']}"


def _last_words(stderr: str) -> str:
    """The line that tells of a panic as older compilers write it, else the last line."""
    lines = [line for line in stderr.splitlines() if line.strip()]
    panics = (line for line in lines if "panicked at" in line)
    return next(panics, lines[-1] if lines else "")


def _judge_lines(listing: Listing, run: Run) -> Iterator[Finding]:
    """Lines of the margin that were not printed."""
    printed = tuple(line.rstrip() for line in run.stdout.splitlines())
    expected = tuple(one for one in listing.expectations if one.kind == "prints")
    for expectation, near in match_lines(expected, printed):
        yield say.line_unprinted(expectation, near, printed)


# The verdict ------------------------------------------------------------------------------


def _measured(listing: Listing, outcome: Outcome) -> str:
    """In words: the error codes, how the program ended, or that it was compiled only."""
    errors = [one for one in outcome.diagnostics if one.level == "error"]
    if not outcome.compiled:
        codes = dict.fromkeys(one.code or "an error without code" for one in errors)
        return ", ".join(codes)
    run = outcome.run
    if run is None:
        reason = listing.directives.reason
        return f"compiled, not run: {reason}" if reason else "compiled"
    if run.stopped:
        return f"stopped: {run.stopped}"
    return end_in_words(run.signal or str(run.code))


def _verdict(
    listing: Listing, state: State, measured: str, findings: tuple[Finding, ...] = ()
) -> Verdict:
    return Verdict(
        id=listing.name,
        kind=LISTING,
        place=listing.place,
        state=state,
        words=listing.title,
        snippet=listing.name,
        expected=_expected(listing),
        measured=measured,
        edition=listing.directives.edition,
        findings=findings,
    )


def _expected(listing: Listing) -> str:
    mode = listing.directives.mode
    if must_fail(listing):
        codes = (one.code or one.text for one in listing.expectations if one.kind == "error")
        return ", ".join(dict.fromkeys(codes)) or "an error"
    if mode is Mode.RUN_FAIL:
        return end_in_words(listing.directives.ends) or "a failure"
    return "exit code 0" if is_run(listing) else "compiled"
