"""Sentences about listings in other languages than Rust, and about the tools that run them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from macros.model import Claim, Finding, Place, Trouble
from macros.report.say_facts import unsuited_snippet
from macros.report.say_tools import quoted

_RUSTC = re.compile(r"\brustc\b")


def no_such_directive(place: Place, key: str, language: str, known: Iterable[str]) -> Finding:
    message = f"`{key}` has no meaning for a listing in {language}"
    return Finding("directive", place, message, notes=(f"known: {', '.join(known)}",))


def no_such_expectation(place: Place, word: str, language: str, known: Iterable[str]) -> Finding:
    message = f"`{word}` has no meaning for a listing in {language}"
    return Finding("expectation", place, message, notes=(f"known: {', '.join(known)}",))


def not_checked(place: Place, written: str, tool: str) -> Finding:
    message = f"`{written}` keeps {tool} from checking, and what is not checked shows nothing"
    help = "help: leave it out, and expect what is reported with //~ ERROR"
    return Finding("snippet", place, message, notes=(help,))


def lost_margin(place: Place) -> Finding:
    message = "this looks like the margin, and cannot be told from a text or a regular expression"
    help = "help: write the text before it, or the regular expression, in another way"
    return Finding("expectation", place, message, notes=(help,))


def not_rust(claim: Claim, language: str) -> Finding:
    help = "only prints= and fails= speak of it; take a snippet in Rust for the others"
    return unsuited_snippet(claim, f"is written in {language}", help)


def said_by_tool(finding: Finding, tool: str) -> Finding:
    """The finding as it is where another tool than rustc was asked, such as `node v20.20.2`."""
    if not tool:
        return finding
    tool = tool.partition(" ")[0]
    notes = tuple(_RUSTC.sub(tool, note) for note in finding.notes)
    return replace(finding, message=_RUSTC.sub(tool, finding.message), notes=notes)


def tool_odd(command: str, said: str) -> Trouble:
    return Trouble(f"`{command}` does not say which version it is{quoted(said)}", command)


def tool_failed(tool: str, name: str, said: str) -> Trouble:
    return Trouble(f"{tool} could not do its work on {name}{quoted(said)}", f"{tool} --help")
