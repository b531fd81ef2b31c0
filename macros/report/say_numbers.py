"""What is said about numbers that nobody measured."""

from __future__ import annotations

from macros.model import Finding, Place

CODE = "unclaimed-number"


def unclaimed(place: Place, words: str) -> Finding:
    """A number about memory in a page."""
    shown = " ".join(words.split())
    return Finding(
        CODE,
        place,
        f"the page says {shown}, and nothing measures it",
        notes=(
            f'measured:     {{{{ claim("{shown}", "EXPRESSION") }}}}',
            f'somebody\'s:   {{{{ quoted("{shown}", source="…") }}}}',
            f'not measured: {{{{ unmeasured("{shown}", reason="…") }}}}',
        ),
    )


def unclaimed_in_code(place: Place, words: str) -> Finding:
    """A number about memory where no macro can stand: a comment of a listing, or its title."""
    shown = " ".join(words.split())
    return Finding(
        CODE,
        place,
        f"the words here say {shown}, and nothing measures it",
        notes=(
            "let the program print it:  //~ prints …",
            "or say it in the page, where it can be a claim",
        ),
    )
