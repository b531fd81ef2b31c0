"""Sentences about optional tools that this machine does not have."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model import Absent, Missing, State

WORDS = str(State.ABSENT)


def tool_missing(tool: str, install: str) -> Absent:
    """What needs the tool is not checked here; `install` is a command, or says where to get it."""
    return Absent(Missing(tool, install))


def reason(missing: Missing) -> str:
    return f"{missing.tool} is missing; to have it: {missing.install}"


def words(missing: Missing | None) -> str:
    """`not checked here: node is missing`."""
    return f"{WORDS}: {missing.tool} is missing" if missing else WORDS


def count(missing: Missing, number: int) -> str:
    """`3 not checked here: node is missing; to have it: …`."""
    return f"{number:,} {WORDS}: {reason(missing)}"


def total(absent: Mapping[Missing, int]) -> str:
    """`3 not checked here: go and tsc are missing`; nothing where nothing is missing."""
    if not absent:
        return ""
    tools = sorted({one.tool for one in absent})
    *others, last = tools
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"{sum(absent.values()):,} {WORDS}: {listed} {'are' if others else 'is'} missing"


def settled_by() -> str:
    """What stands beside a verdict on the page of sources."""
    return f"settled by evidence {WORDS}"
