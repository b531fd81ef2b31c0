"""What a claim says of generated code: `has lock`, `count instructions`, `same as plain`. Pure.

has THING        at least one line of the function's code is one
lacks THING      none is, and another function of the listing has one
count THINGS     the number in the claim's words says how many are
same as NAME     both functions have the same code
differs from NAME
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from macros.codegen import ASSEMBLY, MIR, PATH, Code

HAS: Final = "has"
LACKS: Final = "lacks"
COUNT: Final = "count"
SAME: Final = "same as"
DIFFERS: Final = "differs from"
CALL_TO: Final = "call to "
_CALLED: Final = "call"
_STATEMENT: Final = re.compile(r"(?P<verb>has|lacks|count|same as|differs from) (?P<what>\S.*)")
_WORD: Final = re.compile(r"[A-Za-z]\w*")
_PREFIXES: Final = (
    "lock", "rep", "repe", "repz", "repne", "repnz", "xacquire", "xrelease", "notrack", "data16",
)  # fmt: skip
_CALL: Final = re.compile(r"(?:call|j[a-z]+) (?P<name>(?:[^\W\d]|<)\S*(?: as [^>]+>\S*)?)")
_MIR_CALL: Final = re.compile(r"= (?P<name>[^=;]+?)\((?:[^;]*)\) -> ")
_NO_NAME: Final = re.compile(r"L\d+|r(?:[a-d]x|[sd]i|[bs]p|\d+)")
"""A label, or a register that holds an address."""
_SLOT: Final = re.compile(r"^(?:push|pop)\b|^(?:sub|add|and) [er]sp,|\[[^\]]*\b[er]sp\b")
_MEMORY: Final = re.compile(r"(?!lea |nop)[^\[]*\[")


@dataclass(frozen=True, slots=True)
class CodegenStatement:
    """One statement of a claim; `what` is a thing that code can have, or another function."""

    verb: str
    what: str

    @property
    def compares(self) -> bool:
        """Whether it speaks of a second function."""
        return self.verb in (SAME, DIFFERS)

    @property
    def is_open(self) -> bool:
        """Whether `what` is a name that could be misspelt, and would then occur nowhere."""
        return not self.compares and self.what not in FIXED


def read_codegen(text: str, form: str) -> CodegenStatement | None:
    """The statement that a text is about code of that form; None where it is none."""
    found = _STATEMENT.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    verb, what = found["verb"], found["what"]
    if verb in (SAME, DIFFERS):
        return CodegenStatement(verb, what) if PATH.fullmatch(what) else None
    thing = _PLURALS.get(what, what)
    if thing in FIXED:
        return CodegenStatement(verb, thing) if form in FIXED[thing] else None
    if thing.startswith(CALL_TO):
        is_path = PATH.fullmatch(thing.removeprefix(CALL_TO))
        return CodegenStatement(verb, thing) if is_path else None
    is_words = all(_WORD.fullmatch(word) for word in thing.split(" "))
    fits = is_words and (form == ASSEMBLY or " " not in thing)
    return CodegenStatement(verb, thing) if fits else None


# What lines are ---------------------------------------------------------------------------


def instruction_words(line: str) -> tuple[str, ...]:
    """The mnemonic of an instruction behind its prefixes: `lock`, `inc`."""
    words = line.split(" ")
    count = next((at for at, word in enumerate(words) if word not in _PREFIXES), len(words))
    return tuple(words[: count + 1])


def is_label(line: str) -> bool:
    return line.endswith(":")


def called_in(line: str, form: str) -> str:
    """The function that a line calls or jumps to, empty where it does neither by name."""
    found = _MIR_CALL.search(line) if form == MIR else _CALL.fullmatch(line)
    if found is None or _NO_NAME.fullmatch(found["name"]):
        return ""
    return found["name"]


def _is_statement(line: str) -> bool:
    return line.endswith(";")


def _without_texts(line: str) -> str:
    """A line of the MIR without its string literals, which are no part of the code."""
    return re.sub(r'"(?:\\.|[^"\\])*"', '""', line)


FIXED: Final[Mapping[str, Mapping[str, Callable[[str], bool]]]] = MappingProxyType(
    {
        "instruction": {ASSEMBLY: lambda line: not is_label(line)},
        "stack slot": {ASSEMBLY: lambda line: bool(_SLOT.search(line))},
        "memory access": {
            ASSEMBLY: lambda line: not is_label(line) and bool(_MEMORY.match(line)),
        },
        _CALLED: {
            ASSEMBLY: lambda line: line.startswith("call ") or bool(called_in(line, ASSEMBLY)),
            MIR: lambda line: bool(called_in(line, MIR)),
        },
        "statement": {MIR: _is_statement},
        "drop": {MIR: lambda line: line.lstrip().startswith("drop(")},
    }
)
"""Things with a meaning of their own, by the forms in which they occur."""
_PLURALS: Final = MappingProxyType(
    {
        "instructions": "instruction",
        "stack slots": "stack slot",
        "memory accesses": "memory access",
        "calls": "call",
        "statements": "statement",
        "drops": "drop",
    }
)


def is_thing(thing: str, line: str, form: str) -> bool:
    """Whether a line of normalised code is such a thing."""
    if thing in FIXED:
        return FIXED[thing][form](line)
    if thing.startswith(CALL_TO):
        return names_function(called_in(line, form), thing.removeprefix(CALL_TO))
    if form == MIR:
        return bool(re.search(rf"\b{re.escape(thing)}\b", _without_texts(line)))
    words, wanted = instruction_words(line), tuple(thing.split(" "))
    starts = range(len(words) - len(wanted) + 1)
    return not is_label(line) and any(words[at : at + len(wanted)] == wanted for at in starts)


def names_function(path: str, wanted: str) -> bool:
    """Whether a called path ends in the wanted one, generic arguments aside."""
    shorter = path
    while (less := re.sub(r"(?:::)?<[^<>]*>", "", shorter)) != shorter:
        shorter = less
    whole = re.sub(r"<(?P<type>.+?) as .+>::", r"\g<type>::", path)
    names = (shorter, whole)
    return any(f"::{name}".endswith(f"::{wanted.removeprefix('crate::')}") for name in names)


def things_in(thing: str, code: Code) -> tuple[str, ...]:
    """The lines of a function that are such a thing."""
    jumps = code.jumps if thing == _CALLED else ()
    return tuple(
        line
        for at, line in enumerate(code.lines)
        if at in jumps or is_thing(thing, line, code.form)
    )


def comparable(code: Code) -> tuple[tuple[str, ...], ...]:
    """What two functions must share to be the same; a call of itself is one in both."""
    own = re.compile(rf"(?<![\w:]){re.escape(code.twin or code.path)}(?![\w:])")
    return tuple(own.sub("itself", line) for line in code.lines), code.constants, code.exact
