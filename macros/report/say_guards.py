"""Every sentence about guards that do not guard, and about promises that are none."""

from __future__ import annotations

from macros.model import Answer, Call, Claim, Finding, Place
from macros.report.say_facts import reproduce, rustc_lines


def survivor(place: Place, change: str, before: str, after: str) -> Finding:
    """A changed copy of the source that the judge would not have refuted."""
    instead = f"with `{after}` instead of `{before}`" if before else f"with `{after}` added"
    help = "help: the judge has to look closer, or these characters say what nothing checks"
    return Finding(
        "survivor",
        place,
        f"{instead} it would hold all the same",
        None,
        (f"change: {change}", help),
    )


def does_not_hold(place: Place) -> Finding:
    """Without a true statement nobody can see whether a wrong one is told apart."""
    message = (
        "this does not hold as it is written, so no changed copy says anything about its guard"
    )
    return Finding("survivor", place, message)


def guaranteed_without_link(call: Call, written: str, place: Place) -> Finding:
    help = 'help: guaranteed="https://…" leads to the rule; leave it out for what is only observed'
    message = f"a guaranteed claim leads to the rule that promises it, `{written}` is no link"
    return Finding("guaranteed", call.place, message, place, (help,))


def divided(claim: Claim, other: Claim) -> Finding:
    """Two claims about the same, of which only one calls it a promise."""
    message = f"`{claim.subject}` is observed here, and guaranteed at {other.place}"
    help = f'help: write guaranteed="{other.guaranteed}" here too, or take it out there'
    return Finding("guaranteed", claim.place, message, None, (help,))


def guaranteed_but_moves(
    claim: Claim, answer: Answer, flags: tuple[str, ...], setting: str
) -> Finding:
    """A claim that calls itself guaranteed and does not hold in every layout.

    Without flags it does not hold in nightly's usual layout either.
    """
    value = "without a value" if answer.value is None else str(answer.value).lower()
    where = " ".join(flags) or "nightly"
    message = f"the claim is marked guaranteed, and with {where} its expression is {value}"
    lines = rustc_lines(answer.diagnostic) if answer.diagnostic else ()
    measured = f"measured: {claim.subject} is {value}   {setting}"
    help = "help: leave guaranteed= out: the claim is observed; or give the type a repr"
    return Finding(
        "layout", claim.place, message, claim.mark, (measured, *lines, reproduce(claim.place), help)
    )
