"""Words that nobody measured → the same words, with a small word beside them that says so.

The word is text, so that it is seen without colour, without a mouse, in print and in search.
"""

from __future__ import annotations

from macros.claims import argument_of
from macros.model import Call
from macros.render.claim import escape_attribute


def render_unchecked(call: Call) -> str:
    """Write a scanned `quoted` or `unmeasured`; its source or reason stands in the title."""
    words = str(argument_of(call, "words", 0, ""))
    if call.macro == "quoted":
        ground = f"quoted, not measured: {argument_of(call, 'source', None, '')}"
    else:
        ground = f"not measured: {argument_of(call, 'reason', None, '')}"
    title = escape_attribute(ground)
    return (
        f'<abbr class="unchecked unchecked--{call.macro}" title="{title}">{words}</abbr> '
        f'<small class="unchecked__word">({call.macro})</small>'
    )
