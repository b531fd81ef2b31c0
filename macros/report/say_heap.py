"""Every sentence about counted statements: how a fact or claim is written, and what was counted."""

from __future__ import annotations

from collections.abc import Sequence

from macros.heap import HeapCount, asked_of_heap, find_statement
from macros.model import Call, Claim, Diagnostic, Finding, Listing, Place, Trouble
from macros.report import say_facts
from macros.report.say_facts import listed, reproduce, said_by, shortened
from macros.text import nearest

_EXAMPLE = "//~ allocates 3 blocks, 56 bytes"
NOT_WHOLE = "the statement is not run to its end; the finding at its margin says more"
NOT_TWICE = "two runs of the program differ here; the finding at its margin says more"


# How a fact is written --------------------------------------------------------------------


def _odd(place: Place, message: str, *notes: str) -> Finding:
    return Finding("expectation", place, message, None, notes)


def outside(place: Place) -> Finding:
    return _odd(place, "this points to a line outside of the listing")


def unclear_fact(place: Place, text: str) -> Finding:
    if not text:
        return _odd(place, "there is no fact between two semicolons, or behind the last")
    help = f"help: such as {_EXAMPLE}; frees nothing"
    return _odd(place, f"`{text}` is no fact about the heap", help)


def no_statement(place: Place) -> Finding:
    help = "help: put it behind a statement's last line, or above its first one as //~v"
    return _odd(place, "no statement begins or ends here that could be counted", help)


def two_statements(place: Place) -> Finding:
    help = "help: give each a line of its own"
    return _odd(place, "several statements stand on this line", help)


def item(place: Place) -> Finding:
    return _odd(place, "an item is nothing that is run: it asks the allocator for nothing")


def tail(place: Place) -> Finding:
    help = "help: bind it first, `let value = …;`, and count that, or end it with a semicolon"
    message = "this is the value of its block, and nothing can be counted behind it"
    return _odd(place, message, help)


def inside_macro(place: Place) -> Finding:
    return _odd(place, "a statement inside a macro cannot be counted")


def too_many(place: Place, number: int, most: int) -> Finding:
    return _odd(place, f"{number} statements of this listing are counted, and {most} are the most")


def twice(place: Place, verb: str, line: int) -> Finding:
    return _odd(place, f"`{verb}` of the same statement was already given on line {line}")


def not_run(place: Place, reason: str) -> Finding:
    return _odd(place, f"{reason}, so nothing can be counted")


# How a claim is written -------------------------------------------------------------------


def no_unit(call: Call, mark: Place) -> Finding:
    message = "the words have to count blocks or bytes, or to say that it is nothing"
    help = 'help: such as claim("three blocks", …), claim("56 bytes", …) or claim("nothing", …)'
    return Finding("words", call.place, message, mark, (help,))


def unsuited(claim: Claim, listing: Listing, mark: Place, written: Sequence[str]) -> Finding | None:
    """A claim that names no counted statement of its snippet, or several.

    `written` are all statements of the snippet, counted or not.
    """
    statements = [one.text for one in listing.counted]
    found = find_statement(claim.subject, statements)
    if len(found) == 1:
        return None
    wanted = claim.subject.partition(": ")[2]
    verb = claim.subject.partition(": ")[0]
    notes: tuple[str, ...]
    if found:
        message = f"{len(found)} counted statements of {claim.snippet} begin with `{wanted}`"
        notes = (f"help: write more of it: {_quoted([statements[one] for one in found])}",)
    elif uncounted := find_statement(claim.subject, written):
        one = shortened(written[uncounted[0]])
        message = f"the statement `{one}` of {claim.snippet} is not counted"
        notes = (f"help: add `//~ {verb} …` to its line, such as {_EXAMPLE}",)
    else:
        message = f"no counted statement of {claim.snippet} begins with `{wanted}`"
        known = f"counted: {_quoted(statements)}"
        near = _nearest(wanted, statements)
        notes = (
            *((f"help: did you mean `{near}`?",) if near else ()),
            known if statements else f"help: count it in its margin, such as {_EXAMPLE}",
        )
    return Finding("claim", claim.place, message, mark, notes)


def _nearest(wanted: str, statements: Sequence[str]) -> str:
    """The beginning of a statement that looks most like the words, as long as they are."""
    count = len(wanted.split())
    return nearest(wanted, [" ".join(one.split()[:count]).rstrip(" ;") for one in statements])


def _quoted(statements: Sequence[str]) -> str:
    return listed([f"`{shortened(one)}`" for one in statements])


# What was counted -------------------------------------------------------------------------


def other_count(place: Place, stated: str, count: HeapCount, setting: str) -> Finding:
    message = f"the margin says {stated}; the statement {asked_of_heap(count)}"
    passes = f" in {count.begun} passes together" if count.begun > 1 else ""
    return Finding(
        "heap", place, message, None, (f"counted: by the allocator{passes}   {setting}",)
    )


def runs_differ(place: Place, count: HeapCount, setting: str) -> Finding:
    message = (
        f"the statement {asked_of_heap(count)} in one run of the program and {count.again} in "
        "another, so no fact is true"
    )
    help = "help: count a statement that does not depend on time or chance"
    return Finding("heap", place, message, None, (f"counted: {setting}", help))


def other_amount(
    claim: Claim, said: str, count: HeapCount, setting: str, *, accept: bool
) -> Finding:
    verb = claim.subject.partition(": ")[0]
    message = f"the page says that it {verb} {said}, the statement {asked_of_heap(count)}"
    notes = (
        f"counted: `{shortened(count.statement)}`   {setting}",
        reproduce(claim.place),
        *((say_facts.accept(claim.place),) if accept else ()),
    )
    return Finding("heap", claim.place, message, claim.mark, notes)


def never_run(place: Place) -> Finding:
    message = "the program never runs this statement, so it asks for nothing"
    return Finding("heap", place, message, None, ("help: take the fact out, or run the statement",))


def left_early(place: Place, number: int, begun: int) -> Finding:
    message = f"the statement is left before its end in {number} of {begun} passes"
    help = "help: `return`, `?`, `break` or a panic leaves it; count a statement that ends"
    return Finding("heap", place, message, None, (help,))


def not_counted(place: Place) -> Finding:
    return Finding("tool", place, "what is asked of the allocator was not counted", broken=True)


def no_count(place: Place, ended: str, diagnostic: Diagnostic | None, setting: str) -> Finding:
    message = f"nothing can be counted here: {why_no_count(ended, diagnostic)}"
    help = "help: the program needs the system's allocator, and a main thread that ends by itself"
    return Finding("heap", place, message, None, (help, f"asked: {setting}"))


def why_no_count(ended: str, diagnostic: Diagnostic | None) -> str:
    if diagnostic is not None:
        return f"with its counter the program does not compile: {said_by(diagnostic)}"
    return f"the program ends before it tells its counts ({ended})"


def not_run_at_all(name: str) -> Trouble:
    return Trouble(f"the program that counts for {name} was built and not run", "rustc -vV")
