"""A judged listing in another language → its status in words."""

from __future__ import annotations

from macros.model import Language, Listing, Outcome


def words_of_tool(listing: Listing, outcome: Outcome, output: bool) -> str:
    """Say what the tool did with the listing; `output` is whether that is shown."""
    tool = outcome.tool
    if not outcome.compiled:
        codes = dict.fromkeys(f"`{one.code}`" for one in outcome.diagnostics if one.code)
        return f"Refused by {tool}{': ' if codes else ''}{', '.join(codes)}."
    if listing.language is Language.TYPESCRIPT:
        return f"Type-checked by {tool}; not run."
    run = outcome.run
    if run is None:
        return f"Accepted by {tool}; not run."
    if run.signal or run.code:
        ended = f"is ended by {run.signal}" if run.signal else f"fails (exit code {run.code})"
        return f"Run by {tool}; the program {ended}."
    if not run.stdout:
        return f"Run by {tool}; it prints nothing."
    return f"Run by {tool}; its output stands below." if output else f"Run by {tool}."


def language_name(listing: Listing) -> str:
    """What the highlighter calls the language."""
    return "rust" if listing.language is Language.RUST else str(listing.language)
