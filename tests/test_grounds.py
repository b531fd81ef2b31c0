"""The same question has the same ground, wherever the book asks it."""

from __future__ import annotations

from macros.guarantees import find_divided
from tests.made import claim_in

LINK = "https://doc.rust-lang.org/reference/type-layout.html"
PROMISED = f'{{{{ claim("4 bytes", "size_of::<u32>()", guaranteed="{LINK}") }}}}'
OBSERVED = '{{ claim("4 bytes", "size_of:: <u32>( )") }}'


def test_a_promise_that_is_only_observed_elsewhere_is_a_finding() -> None:
    """White space makes no other question."""
    promised, observed = claim_in(PROMISED), claim_in(OBSERVED)
    (finding,) = find_divided([observed, promised])
    assert (finding.code, finding.place) == ("guaranteed", observed.place)
    assert finding.message == (
        f"`size_of:: <u32>( )` is observed here, and guaranteed at {promised.place}"
    )
    assert finding.notes == (f'help: write guaranteed="{LINK}" here too, or take it out there',)


def test_claims_of_one_ground_are_none() -> None:
    """Two promises, two observations, and what is promised in words and observed in bytes."""
    assert list(find_divided([claim_in(PROMISED)] * 2)) == []
    assert list(find_divided([claim_in(OBSERVED)] * 2)) == []
    words = PROMISED.replace("4 bytes", "1 word")
    assert list(find_divided([claim_in(words), claim_in(OBSERVED)])) == []
