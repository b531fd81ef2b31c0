"""Every code a finding can have, and what it means: the interface of reports and of their readers.

A code is never given another meaning. The page `docs/findings.md` has a heading, an example and a
way out for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from macros.model import Finding

PAGE: Final = "docs/findings.md"

TOOL: Final = "tool"
"""The code of whatever kept a check from being done; exit code 2."""

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # claims
        "value": "A number on a page is not the one that rustc measures.",
        "truth": "The words state something that rustc evaluates to false.",
        "prints": "A printed line is not what the program prints.",
        "fails": "The compiler does not report the error that a claim names.",
        "section": "Something lies in another section than the page says, or in none.",
        "calls": "A program makes another number of system calls than the page says.",
        "snapshot": "The memory of a stopped program is not as the page says.",
        "heap": "A statement asks something else of the allocator than the margin or a page says.",
        "codegen": "The code that rustc makes of a function is not as the page says.",
        "timing": "The record of timings does not bear out what a page says of it.",
        "words": "The words of a claim do not go with what the claim checks.",
        "expression": "The expression of a claim does not compile.",
        "unchecked": "A claim cannot be judged, because its snippet does not do what it should.",
        "claim": "A claim does not say clearly what is to be checked.",
        "id": "An id cannot be one, or stands twice in the book.",
        "figure": "A type that a figure shows has no layout, or the figure asks for too much.",
        "player": "A player cannot be drawn: its program cannot be stopped where it should.",
        "excerpt": "There is no such code to be shown.",
        # calls and pages
        "macro": "A page calls something that is not a macro, or a macro where none can stand.",
        "parameter": "A macro has no such parameter, or misses one.",
        "argument": "The argument of a macro is of the wrong kind.",
        "jinja": "Jinja cannot read the page.",
        "fence": "A Rust fence would not be checked, or says things that exclude each other.",
        "include": "A page includes a file that does not exist.",
        "encoding": "A file is not UTF-8.",
        "nothing": "There is nothing to check in what was asked for.",
        # snippets
        "snippet": "A page names a snippet or a region that does not exist, or it has no title.",
        "unused-snippet": "No page uses the snippet.",
        "directive": "A `//@` line is not understood, or two of them exclude each other.",
        "expectation": "A `//~` comment is not understood, or cannot come true.",
        "mark": "A snapshot of memory cannot be taken where the snippet asks for it.",
        # what listings do
        "unexpected-error": "A listing gets an error that nobody expected.",
        "unexpected-warning": "A snippet gets a warning that nobody expected.",
        "expected-error": "An error that a listing expects does not come as written.",
        "expected-warning": "A warning that a listing expects does not come as written.",
        "compiles": "A listing that is meant to fail compiles.",
        "stage": "A listing fails while it is built, where it says while it is checked; or turned.",
        "ends": "A program ends otherwise than it says.",
        "time": "A program does not end in its time.",
        "output": "A program prints too much, or no text.",
        # what the margin says of a type
        "size": "The margin gives a type another size than rustc.",
        "align": "The margin gives a type another align than rustc.",
        "offset": "The margin puts a field at another offset than rustc.",
        "padding": "The margin does not give the padding of a type as rustc leaves it.",
        "niche": "The margin says otherwise than rustc which value means a variant.",
        "tag": "The margin says otherwise than rustc how the variants of an enum are told apart.",
        "type": "A type that the margin speaks of has no layout that could be measured.",
        # the book around them
        "source": "A record of sources is malformed, or its evidence does not hold.",
        "unseen-macro": "Rendering met a macro that the scan had not seen.",
        "rendering": "A page could not be rendered.",
        # promises about the book
        "unclaimed-number": "A number about memory stands in no claim.",
        "guaranteed": "A claim is marked guaranteed and does not lead to the rule.",
        "layout": "A claim is marked guaranteed, and its value depends on the layout chosen.",
        "survivor": "Something on a page could be changed to be wrong, and nobody would notice.",
        "format": "Rustfmt would write the snippet differently.",
        "entry": "The list of entries, the records of sources and the chapters do not agree.",
        "link": "A link of the built site leads nowhere, or has the wrong shape.",
        "myth": "A box names no statement, measures nothing, or is lost on the way to a page.",
        "style": "A page is not written as the guide of style says.",
        "spelling": "A word is not spelt as a dictionary has it.",
        "timings": "The record of timings is too old, too noisy, or not of these programs.",
        "drawn": "A figure of the built site does not show what rustc measures.",
        "network": "A page asks another host, or reports an error while it loads.",
        "accessibility": "Something keeps a part of the readers from a page.",
        "width": "A page is wider than the window of a phone.",
        "reproducible": "Two builds of the same book differ.",
        TOOL: "The check itself could not be done.",
    }
)


def code_of(finding: Finding) -> str:
    """The code under which a finding is reported."""
    return TOOL if finding.broken else finding.code


def help_for(code: str) -> str:
    """Where the site explains the code, as a path in the repository with an anchor."""
    return f"{PAGE}#{code}"
