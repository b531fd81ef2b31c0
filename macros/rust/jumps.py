"""Instructions of one function → which of its jumps leave it. Pure.

A jump to what a register or memory holds is either the last call of the function, or goes on
within it by a table, as rustc makes one of a `match`. Both are told apart by the assembler's own
names, before they are shortened: rustc calls a table `.LJTI`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_JUMP: Final = re.compile(r"(?P<word>j[a-z]+) (?P<to>.+)")
_LOCAL: Final = ".L"
_TABLE: Final = ".LJTI"
_REGISTER: Final = re.compile(r"r(?:[a-d]x|[sd]i|[bs]p|\d+)")
_ONLY_READS: Final = ("cmp ", "test ", "push ")


def jumps_out(lines: Sequence[str]) -> tuple[int, ...]:
    """The places of the lines that jump to another function, in any way."""
    has_table = any(_TABLE in line for line in lines)
    return tuple(at for at in range(len(lines)) if _leaves(lines, at, has_table=has_table))


def _leaves(lines: Sequence[str], at: int, *, has_table: bool) -> bool:
    jump = _JUMP.fullmatch(lines[at])
    if jump is None or jump["to"].startswith(_LOCAL) or _TABLE in jump["to"]:
        return False
    is_register = bool(_REGISTER.fullmatch(jump["to"]))
    return not (is_register and has_table and _is_from_table(lines, at, jump["to"]))


def _is_from_table(lines: Sequence[str], at: int, register: str) -> bool:
    """Whether an entry of a table was loaded, or added to an address, just before the jump."""
    for line in reversed(lines[:at]):
        if line.endswith(":") or _JUMP.fullmatch(line):
            return False
        writes = line.partition(" ")[2].startswith(f"{register}, ")
        if writes and not line.startswith(_ONLY_READS):
            return line.startswith("add ") or _TABLE in line
    return False
