"""A statement about generated code → its words made wrong, one at a time. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from macros.codegen_words import COUNT, DIFFERS, HAS, LACKS, SAME, CodegenStatement

_TURNED: Final = MappingProxyType({HAS: LACKS, LACKS: HAS, SAME: DIFFERS, DIFFERS: SAME})
OTHER_NAME: Final = "_other"
"""Behind a name, what makes it one that the listing does not have."""


def wrong_statements(statement: CodegenStatement, text: str) -> Iterator[tuple[str, int, int, str]]:
    """What changes, the characters of the text, and the new ones.

    Another function is one that there is not: another of the snippet may well be the same.
    What is counted has its number in the words.
    """
    if statement.verb != COUNT:
        start = text.index(statement.verb.split()[0])
        end = text.index(statement.verb.split()[-1], start) + len(statement.verb.split()[-1])
        yield "verb turned", start, end, _TURNED[statement.verb]
    if statement.compares:
        yield "function altered", len(text.rstrip()), len(text.rstrip()), OTHER_NAME
