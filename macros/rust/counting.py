"""A listing with counted statements → the program that counts. Pure.

A call stands before and behind each counted statement, on its own lines, so that every line keeps
its number; the allocator that counts is a module behind the last line, or of the shared crate.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from macros.model import Listing

_COUNTER: Final = Path(__file__).with_name("heap.rs")


def counter_module(word: str = "") -> str:
    """The module that counts; `word` stands in all that it tells behind the program's output."""
    text = _COUNTER.read_text("utf-8")
    return text.replace("@heap", f"@heap{word}").replace(
        'b"\\n@end\\n".as_ptr(), 6', f'b"\\n@end{word}\\n".as_ptr(), {len(word) + 6}'
    )


def counting_listing(listing: Listing) -> Listing:
    """The listing with a call before and behind each counted statement; lines keep their number."""
    lines = listing.source.split("\n")
    calls = [(one.start, f"crate::__heap::begin({n}); ") for n, one in enumerate(listing.counted)]
    ends = [(one.end, f" crate::__heap::end({n});") for n, one in enumerate(listing.counted)]
    for (line, column), call in sorted((*calls, *ends), key=lambda one: one[0], reverse=True):
        text = lines[line - 1]
        lines[line - 1] = f"{text[: column - 1]}{call}{text[column - 1 :]}"
    return replace(listing, source="\n".join(lines))


def counting_program(listing: Listing) -> str:
    """The whole program that anybody can compile to see the counts."""
    return f"{counting_listing(listing).source}\n{counter_module()}"
