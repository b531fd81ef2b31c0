"""A claim's sentence in its row of evidence is what a reader of the page reads."""

from __future__ import annotations

import pytest

from macros.model import State, Verdict
from macros.render.evidence import plain_sentence
from tests.made import claim_in

CLAIM = '{{ claim("8 bytes", "size_of::<u64>()") }}'


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (f"It takes {CLAIM}.", "It takes 8 bytes."),
        (f"A [number](a.md#b) takes **{CLAIM}**.", "A number takes 8 bytes."),
        (f"[`Vec<[u8; 2]>`](https://a.b/c(d)) has {CLAIM}.", "Vec<[u8; 2]> has 8 bytes."),
        (f"| `u64` | {CLAIM} | yes |", "u64 · 8 bytes · yes"),
    ],
)
def test_marks_of_markdown_are_gone(sentence: str, shown: str) -> None:
    """Links keep their words, and the cells of a table are set apart."""
    claim = claim_in(sentence)
    verdict = Verdict("a", "value", claim.place, State.HOLDS, expected="8", measured="8")
    assert plain_sentence(claim, verdict) == shown
