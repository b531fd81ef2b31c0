"""The assembly that rustc writes → the code of each function, normalised. Pure.

Read is the notation of Intel in ELF files. Directives, comments and padding are left out; local
labels are numbered in the order in which they stand (`L1`), and constants in that in which they
are named (`data1`); names of functions are written as paths, and a call through the linker's table
as one of the function itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from macros.codegen import ASSEMBLY, Code
from macros.codegen_words import called_in, instruction_words, is_label
from macros.rust.jumps import jumps_out
from macros.rust.symbol_names import read_symbol
from macros.sections import CRATE

_LABEL: Final = re.compile(r"(?P<name>[\w.$]+):")
_FUNCTION: Final = re.compile(r"\s*\.type\s+(?P<name>[\w.$]+),\s*@function")
_ALIAS: Final = re.compile(r"(?:\.set\s+(?P<set>[\w.$]+),\s*|(?P<name>[\w.$]+) = )(?P<of>[\w.$]+)")
_LOCAL: Final = re.compile(r"\.L[\w.$]+")
_DATA: Final = re.compile(r"\.(?:ascii|asciz|quad|long|short|value|byte|zero|octa|[248]byte)\b")
_END: Final = ".Lfunc_end"
_NAME: Final = re.compile(r"(?<![\w.$])(?P<name>(?:_ZN|_R|[^\W\d])[\w.$]*)(?:@\w+)")
_MANGLED: Final = re.compile(r"(?<![\w.$])(?:_ZN[\w.$]+|_R[A-Z][\w.$]*)(?:@\w+)?")
_THROUGH_TABLE: Final = re.compile(r"^(call|jmp) qword ptr \[rip \+ (.+)\]$")
_SELF: Final = re.compile(r"<(?P<type>.+?) as .+?>::(?P<method>.+)")


@dataclass(frozen=True, slots=True)
class Assembly:
    """The functions of the listing, and the words and calls of the whole file."""

    codes: tuple[Code, ...]
    words: tuple[str, ...]
    called: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read so far: the lines of functions, the data behind labels, other names."""

    functions: dict[str, list[str]] = field(default_factory=dict)
    data: dict[str, list[str]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Function:
    """The parts of a `Code` that its path has nothing to do with."""

    lines: tuple[str, ...]
    constants: tuple[str, ...]
    jumps: tuple[int, ...]
    symbols: tuple[str, ...]


def read_assembly(text: str, *, has_main: bool) -> Assembly:
    """Every function; `has_main` says that the start of the program is the system's, not ours."""
    read = _split(text)
    codes = {name: _normalise(lines, read.data) for name, lines in read.functions.items()}
    own = tuple(_own_codes(codes, read.aliases, has_main=has_main))
    lines = [line for code in codes.values() for line in code.lines if not is_label(line)]
    words = {" ".join(instruction_words(line)) for line in lines}
    called = {called_in(line, ASSEMBLY) for line in lines} - {""}
    return Assembly(own, tuple(sorted(words)), tuple(sorted(called)))


# Lines ------------------------------------------------------------------------------------


def _split(text: str) -> _Read:
    rows = text.split("\n")
    known = {found["name"] for found in map(_FUNCTION.match, rows) if found}
    read = _Read()
    into, inside = list[str](), False
    for line in map(str.strip, rows):
        label = _LABEL.match(line)
        if label and (label["name"] in known or not inside):
            inside = label["name"] in known
            group = read.functions if inside else read.data
            into = group.setdefault(label["name"], [])
        elif line.startswith(_END):
            into, inside = [], False
        elif alias := _ALIAS.fullmatch(line):
            read.aliases[alias["set"] or alias["name"]] = alias["of"]
        elif label or _DATA.match(line) or not line.startswith((".", "#")):
            into.append(line)
    return read


def _normalise(lines: Sequence[str], data: Mapping[str, Sequence[str]]) -> _Function:
    """The lines with labels and names replaced, the constants that they name, and the jumps."""
    code = [_spaced(line) for line in lines if line]
    written = [line for line in code if not is_label(line)]
    named = dict.fromkeys(found[0] for line in written for found in _LOCAL.finditer(line))
    tables = (line for name in named for line in data.get(name, ()))
    reached = {*named, *(found[0] for line in tables for found in _LOCAL.finditer(line))}
    here = [line[:-1] for line in code if is_label(line) and line[:-1] in reached]
    labels = {name: f"L{number}" for number, name in enumerate(here, start=1)}
    outside = [name for name in named if name not in labels]
    names = labels | {name: f"data{number}" for number, name in enumerate(outside, start=1)}
    kept = [line for line in code if not is_label(line) or line[:-1] in labels]
    constants = tuple(
        "\n".join(_renamed(line.replace("\t", " ", 1), names) for line in data.get(one, ()))
        for one in outside
    )
    held = (line for one in outside for line in data.get(one, ()))
    symbols = (found[0] for line in (*kept, *held) for found in _MANGLED.finditer(line))
    shown = tuple(_renamed(line, names) for line in kept)
    bare = tuple(symbol.partition("@")[0] for symbol in symbols)
    return _Function(shown, constants, jumps_out(kept), bare)


def _spaced(line: str) -> str:
    """One space between words, no comment; `rep;movsb` in two words."""
    bare = re.sub(r"\s+#.*", "", line)
    return re.sub(r"^(rep\w*);", r"\1 ", " ".join(bare.split()))


def _renamed(line: str, names: Mapping[str, str]) -> str:
    line = _LOCAL.sub(lambda found: names.get(found[0], found[0]), line)
    line = _MANGLED.sub(lambda found: _path_text(found[0].partition("@")[0]), line)
    line = _NAME.sub(lambda found: found["name"], line)
    return _THROUGH_TABLE.sub(r"\1 \2", line)


# Names ------------------------------------------------------------------------------------


def _path_text(symbol: str) -> str:
    """A mangled name as a reader knows it: with its crate, unless that is the listing."""
    path = read_symbol(symbol)
    if path is None:
        return symbol
    is_bare = path.crate in (CRATE, "__rustc") or path.name.startswith("<")
    return path.name if is_bare else f"{path.crate}::{path.name}"


def own_path(symbol: str, *, has_main: bool) -> str:
    """The path of a function of the listing as its author writes it, empty for any other."""
    path = read_symbol(symbol)
    if path is None:
        is_plain = re.fullmatch(r"[^\W\d]\w*", symbol) and not _MANGLED.match(symbol)
        return symbol if is_plain and not (has_main and symbol == "main") else ""
    found = _SELF.fullmatch(path.name)
    is_own = path.crate == CRATE or f" as {CRATE}::" in path.name
    if not is_own or "{" in path.name:
        return ""
    if found is None:
        return path.name
    type = found["type"] if path.crate == CRATE else found["type"].rpartition("::")[2]
    return f"{type}::{found['method']}"


def _own_codes(
    codes: Mapping[str, _Function],
    aliases: Mapping[str, str],
    *,
    has_main: bool,
) -> Iterator[Code]:
    """The code of every function of the listing, those that share it with another among them."""
    for symbol in _in_order((*codes, *aliases)):
        path = own_path(symbol, has_main=has_main)
        kept = _resolved(symbol, aliases)
        if path and kept in codes:
            code = codes[kept]
            twin = own_path(kept, has_main=has_main) or _path_text(kept) if kept != symbol else ""
            named = (_resolved(one, aliases) for one in code.symbols)
            exact = tuple("itself" if one == kept else one for one in named)
            yield Code(path, ASSEMBLY, code.lines, code.constants, twin, code.jumps, exact)


def _in_order(symbols: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(symbols)))


def _resolved(symbol: str, aliases: Mapping[str, str]) -> str:
    """The name behind an alias; rustc makes no chains, and a ring would be none of it."""
    for _ in range(len(aliases)):
        symbol = aliases.get(symbol, symbol)
    return symbol
