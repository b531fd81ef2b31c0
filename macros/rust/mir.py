"""The MIR that rustc writes → the code of each function, normalised. Pure.

MIR is what rustc makes of a function once types and borrows are checked: blocks of small steps.
Declarations, scopes and what is only there for a debugger are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from macros.codegen import MIR, Code
from macros.model import Listing
from macros.rust.tokens import blank_texts

_FUNCTION: Final = re.compile(r"fn (?P<name>.+?)\((?:_1: .*)?\) -> .* \{")
_BLOCK: Final = re.compile(r"\s+bb\d+(?: \(cleanup\))?: \{")
_IMPL: Final = re.compile(r"<impl at [^>]*?:(\d+):(\d+): (\d+):(\d+)>")
_HEADER: Final = re.compile(r"(?:unsafe\s+)?impl\b")
_TYPE: Final = re.compile(r"\b(?:struct|enum|union)\s+(?P<name>\w+)")
_NESTED: Final = re.compile(
    r"\bmod\s+(?P<module>\w+)\s*\{|\bfn\s+(?P<function>\w+)|(?P<open>\{)|(?P<close>\})"
)
_DECLARED: Final = re.compile(r"\s+let (?:mut )?_(?P<number>\d+): (?P<type>.+);(?:\s+//.*)?")
_LIFETIME: Final = re.compile(r"(?<=&)'\w+ ")
_COMMENT: Final = re.compile(r"\s+//[^\"]*$")
_CRATE: Final = "crate::"


def read_mir(text: str, listing: Listing) -> tuple[Code, ...]:
    """Every function of the listing that has a name; closures have none."""
    return tuple(_functions(text.split("\n"), listing))


def _functions(lines: list[str], listing: Listing) -> Iterator[Code]:
    found_paths = tuple(_find_paths(listing.source))
    names = Counter(name for name, _ in found_paths)
    whole = {name: path for name, path in found_paths if names[name] == 1}
    for number, line in enumerate(lines):
        found = _FUNCTION.fullmatch(line)
        if found is None:
            continue
        path = _path(found["name"], listing.source)
        end = lines.index("}", number)
        if path:
            body = lines[number + 1 : end]
            types = (_unnamed(line[found.end("name") : -len(" {")]), *_types(body))
            yield Code(whole.get(path, path), MIR, tuple(_body(body)), exact=types)


def _types(lines: list[str]) -> tuple[str, ...]:
    """The types of the values that a function declares, by their numbers: `_3: u64`."""
    found = (_DECLARED.fullmatch(line) for line in lines)
    types = {int(one["number"]): _unnamed(one["type"]) for one in found if one}
    return tuple(f"_{number}: {types[number]}" for number in sorted(types))


def _unnamed(type: str) -> str:
    """A type without the names of lifetimes, of which no code is made."""
    return _LIFETIME.sub("", type)


def _body(lines: list[str]) -> Iterator[str]:
    first = next((at for at, line in enumerate(lines) if _BLOCK.fullmatch(line)), len(lines))
    for line in lines[first:]:
        bare = _COMMENT.sub("", line)
        if bare.strip():
            yield bare.removeprefix("    ").rstrip()


def _find_paths(source: str) -> Iterator[tuple[str, str]]:
    """The functions that stand in modules by their names alone, as rustc calls those it may."""
    around: list[str] = []
    for found in _NESTED.finditer(blank_texts(source) or ""):
        if found["close"]:
            del around[-1:]
        elif found["function"]:
            if all(around):
                yield found["function"], "::".join((*around, found["function"]))
        else:
            around.append(found["module"] or "")


def _path(name: str, source: str) -> str:
    """`m::<impl at FILE:1:2: 1:8>::get` is `m::Point::get`; empty for a closure and its like."""
    path = _IMPL.sub(lambda found: _type_of(found, source), name)
    bare = _IMPL.sub("Self", name)
    is_plain = re.fullmatch(r"(?:\w+::)*\w+", bare)
    return path if is_plain else ""


def _type_of(found: re.Match[str], source: str) -> str:
    """The type of an implementation, whose head stands at that place; or of a derived one."""
    line, column, last, end = map(int, found.groups())
    lines = source.split("\n")
    head = "\n".join(lines[line - 1 : last])
    head = head[column - 1 : len(head) - len(lines[last - 1]) + end - 1]
    if not _HEADER.match(head):
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        derived = _TYPE.search(rest)
        return derived["name"] if derived else "<unnamed>"
    subject = _without_arguments(_HEADER.sub("", head, count=1)).partition(" where ")[0]
    type = subject.rpartition(" for ")[2].strip().removeprefix(_CRATE)
    return type.rpartition("::")[2] or "<unnamed>"


def _without_arguments(text: str) -> str:
    shorter = re.sub(r"<[^<>]*>", "", text)
    return text if shorter == text else _without_arguments(shorter)
