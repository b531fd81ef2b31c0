"""Lines that a snippet, really run, does not print.

In: `{{ claim("never comes to it", prints_not="the end", snippet="drop/aborted") }}`. Holds when the
program prints none of these lines, nor the text as one line, to its output or to its errors; what
nobody sees of a line does not count. Each word and number of them stands in the snippet, so that a
slip of the pen does not make it true.
"""

from __future__ import annotations

from typing import Final

from macros.kinds.context import Context
from macros.kinds.evidence import Compared, verdict_of
from macros.kinds.lines import seen_of, split_lines, visible
from macros.kinds.prints import lines_of, question
from macros.model import Claim, Verdict
from macros.questions import Fact
from macros.report import say_lines

__all__ = ["judge", "name", "needs_outcome", "question"]

name: Final = "prints_not"
needs_outcome: Final = True


def judge(claim: Claim, evidence: Fact, context: Context) -> Verdict:
    """Look for the lines in what the program printed."""
    printed = lines_of(claim, evidence, context, seen_of)
    if isinstance(printed, Verdict):
        return printed
    findings = tuple(
        say_lines.printed_after_all(claim, line, printed, context.setting)
        for line in dict.fromkeys((*split_lines(claim.subject), claim.subject.strip()))
        if visible(line) in printed
    )
    measured = "printed" if findings else "not printed"
    return verdict_of(claim, context, findings, Compared("not printed", measured))
