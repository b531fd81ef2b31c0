"""Whether a claim and its snippet go together, before anything is measured."""

from __future__ import annotations

from macros.kinds.arguments import argument_of
from macros.kinds.heap import verb_of
from macros.kinds.lines import unwritten_word
from macros.languages.dialects import DIALECTS
from macros.model import Claim, Finding, Language, Listing, Mode
from macros.report import (
    say_facts,
    say_heap,
    say_languages,
    say_lines,
    say_players,
)
from macros.rust_statements import find_statements
from macros.rust_text import parse_rust

RUN = ("prints", "prints_not", "heap", "calls", "trace")
"""Kinds of claims about what a program does when it is really run."""


def find_unsuited(claim: Claim, listing: Listing) -> Finding | None:
    """Why a claim cannot be checked with its snippet, from what the snippet says of itself."""
    other = listing.language is not Language.RUST
    if other and claim.kind not in ("prints", "prints_not", "fails"):
        return say_languages.not_rust(claim, DIALECTS[listing.language].name)
    return _find_unsuited(claim, listing)


def _find_unsuited(claim: Claim, listing: Listing) -> Finding | None:
    mode = listing.directives.mode
    must_fail = mode in (Mode.CHECK_FAIL, Mode.BUILD_FAIL)
    if mode is Mode.IGNORED:
        return say_facts.unsuited_snippet(claim, "is ignored", "let the snippet be checked")
    if claim.kind == "fails":
        help = "a snippet that must not compile begins with //@ check-fail"
        return None if must_fail else say_facts.unsuited_snippet(claim, "has to compile", help)
    if mode is Mode.CHECK_FAIL or (claim.kind in ("section", "snapshot", "codegen") and must_fail):
        help = "take a snippet that compiles"
        return say_facts.unsuited_snippet(claim, "does not compile", help)
    is_run = listing.main and mode in (Mode.RUN, Mode.RUN_FAIL)
    if claim.kind in RUN and not is_run:
        help = "take a program with a main function that is run"
        return say_facts.unsuited_snippet(claim, "is not run", help)
    return _not_in(listing, claim)


def _not_in(listing: Listing, claim: Claim) -> Finding | None:
    """What the claim speaks of and the snippet has not."""
    match claim.kind:
        case "prints_not":
            word = unwritten_word(claim.subject, listing)
            return say_lines.unwritten(claim, word) if word else None
        case "heap":
            argument = argument_of(claim.call, verb_of(claim))
            mark = argument.place if argument else claim.mark
            return say_heap.unsuited(claim, listing, mark, _statements(listing))
        case "snapshot":
            return _without_moments(claim, listing)
    return None


def _statements(listing: Listing) -> tuple[str, ...]:
    """The words of all statements of the listing, in one line each, counted or not."""
    code = parse_rust(listing.source)
    found = (one for one in find_statements(code.code) if one.sort == "statement")
    return tuple(" ".join(code.text[one.start : one.end].split()) for one in found)


def _without_moments(claim: Claim, listing: Listing) -> Finding | None:
    """A snippet that is no program that ends well, or has no mark."""
    if not listing.main or listing.directives.mode is not Mode.RUN:
        help = "take a program with a main function that runs and ends with exit code 0"
        return say_facts.unsuited_snippet(claim, "does not run to its end", help)
    if not listing.marks:
        return say_facts.unsuited_snippet(claim, "has no moment to be drawn", say_players.MARK)
    return None
