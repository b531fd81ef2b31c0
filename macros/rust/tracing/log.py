"""What strace wrote down → the system calls of `main`. Pure.

A line is the number of a thread and a call: `479 munmap(0x7f3fc0000000, 4096) = 0`. Where another
thread came between, a call has two lines: `… <unfinished ...>`, `<... munmap resumed>) = 0`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from macros.rust.tracing.program import BEGINS, ENDS
from macros.system_calls import MOST_SHOWN, WAITING, Traced

_LINE: Final = re.compile(r"(?P<thread>\d+)\s+(?P<said>\S.*)")
_CALL: Final = re.compile(r"(?P<name>[a-z_]\w*)\((?P<rest>.*)")
_RESUMED: Final = re.compile(r"<\.\.\. \w+ resumed>(?P<rest>.*)")
_ENDED: Final = re.compile(r"\+\+\+ (?:exited with \d+|killed by \w+(?: \(core dumped\))?) \+\+\+")
UNFINISHED: Final = " <unfinished ...>"


@dataclass(frozen=True, slots=True)
class SystemCall:
    """One call: its arguments and its result as strace writes them; `?` where it never returned."""

    name: str
    arguments: str
    result: str


@dataclass(frozen=True, slots=True)
class Log:
    """The calls of `main`; None where it never began. `ended` says that the program was followed
    to its end."""

    calls: tuple[SystemCall, ...] | None
    ended: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """What the arguments of the calls hold that stand before and behind `main`."""

    begins: str
    ends: str


def read_log(text: str, word: str = "") -> Log:
    """The calls of the thread that runs `main`, from its first statement to its end.

    A process that ends inside of `main` has made its last call there too. `word` is the one that
    ends the names of both marks; what stands behind the last mark of an end is no longer `main`.
    """
    marks = Marks(f'"{BEGINS}{word}"', f'"{ENDS}{word}"')
    lines = [found for line in text.splitlines() if (found := _LINE.fullmatch(line))]
    ended = bool(lines) and any(
        one["thread"] == lines[0]["thread"] and _ENDED.fullmatch(one["said"]) for one in lines
    )
    begun = next((one for one in lines if marks.begins in one["said"]), None)
    if begun is None:
        return Log(None, ended)
    own = [one["said"] for one in lines if one["thread"] == begun["thread"]]
    return Log(tuple(_of_main(tuple(read_calls(own)), marks)), ended)


def read_calls(lines: Iterable[str]) -> Iterator[SystemCall]:
    """The calls of one thread, each whole."""
    open_call = ""
    for written in lines:
        resumed = _RESUMED.fullmatch(written)
        line = f"{open_call}{resumed['rest']}" if resumed else written
        open_call = "" if resumed else open_call
        if line.endswith(UNFINISHED):
            open_call = line.removesuffix(UNFINISHED)
        elif call := _read_call(line):
            yield call
    if open_call and (call := _read_call(f"{open_call}) = ?")):
        yield call


def _read_call(line: str) -> SystemCall | None:
    call = _CALL.fullmatch(line)
    if call is None:
        return None
    inside, equals, result = call["rest"].rpartition(" = ")
    if not equals:
        return None
    return SystemCall(call["name"], inside.rstrip().removesuffix(")"), result.strip())


def _of_main(calls: Sequence[SystemCall], marks: Marks) -> Iterator[SystemCall]:
    """What lies between the first beginning and the last end, without the marks themselves."""
    begins = [at for at, call in enumerate(calls) if marks.begins in call.arguments]
    ends = [at for at, call in enumerate(calls) if marks.ends in call.arguments]
    for at in range(begins[0], ends[-1] if ends else len(calls)) if begins else ():
        if at not in begins and at not in ends:
            yield calls[at]


# What is the same each time ---------------------------------------------------------------

_TEXT: Final = re.compile(r'"(?:\\.|[^"\\])*"(?:\.\.\.)?')
_ODD: Final = re.compile(r"\\(?![nt\"\\])")
"""Bytes that are no plain text: random ones, or a file's."""
_ADDRESS: Final = re.compile(r"\b0x[0-9a-f]{7,16}\b")
_BRACES: Final = re.compile(r"\{[^{}]*\}")
_LONGEST: Final = 32
_NUMBERED: Final = re.compile(
    "clone[23]?|v?fork|get(?:p|pp|t|s)id|getpgid|getpgrp|setsid|set_tid_address|wait4|waitid"
)
"""Calls whose result is the number of a process or thread."""
_OF_ANOTHER: Final = re.compile("t?g?kill|pidfd_open|rt_sigqueueinfo|sched_[gs]etaffinity|wait4")
"""Calls whose first argument is such a number."""


def reduce_calls(calls: Sequence[SystemCall]) -> Traced:
    """All calls counted, and the first ones without what differs from run to run."""
    counts = tuple(sorted(Counter(call.name for call in calls).items()))
    names: dict[str, str] = {}
    shown = [call for call in calls if call.name != WAITING]
    return Traced(counts, tuple(_reduced(call, names) for call in shown[:MOST_SHOWN]))


def _reduced(call: SystemCall, names: dict[str, str]) -> str:
    """Equal addresses get equal letters, in the order in which they come."""
    arguments = _without_structures(call.arguments)
    if _OF_ANOTHER.fullmatch(call.name):
        arguments = re.sub(r"^\d+", "PID", arguments)
    result = re.sub(r"^\d+", "PID", call.result) if _NUMBERED.fullmatch(call.name) else call.result
    result = re.sub(r"\s+\(.*\)$", "", result)
    return _ADDRESS.sub(
        lambda found: names.setdefault(found[0], _letter(len(names))),
        f"{call.name}({arguments}) = {_BRACES.sub('{…}', result)}",
    )


def _without_structures(arguments: str) -> str:
    """Texts shortened, and everything in braces left out that is in no text."""
    texts = [_shortened(found) for found in _TEXT.finditer(arguments)]
    flat = _TEXT.sub("\0", arguments)
    while (flatter := _BRACES.sub("\1", flat)) != flat:
        flat = flatter
    pieces = flat.replace("\1", "{…}").split("\0")
    if len(pieces) != len(texts) + 1:  # a text was inside of braces
        return "…"
    return "".join(part for pair in zip(pieces, [*texts, ""], strict=True) for part in pair)


def _shortened(found: re.Match[str]) -> str:
    text = found[0].removesuffix("...")
    if _ODD.search(text):
        return '"…"'
    return (
        text
        if text == found[0] and len(text) <= _LONGEST
        else f'{text[:_LONGEST].rstrip(chr(92))}…"'
    )


def _letter(number: int) -> str:
    """A, B, …, Z, A1, …: the name of an address."""
    again, letter = divmod(number, 26)
    return f"{chr(ord('A') + letter)}{again or ''}"
