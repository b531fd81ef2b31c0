"""rustc's names of types → the names that people write.

rustc writes every path in full and every type parameter: `core::option::Option<alloc::boxed::
Box<i32, alloc::alloc::Global>>`. People write `Option<Box<i32>>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

ALLOCATOR = ("alloc", "alloc", "Global")
HASHERS = (
    ("std", "hash", "random", "RandomState"),
    ("std", "collections", "hash", "map", "RandomState"),
)
STANDARD = ("alloc", "core", "std")
WORD = re.compile(r"(?!\d)\w+|\{[^{}]*\}")
ENVIRONMENTS = {
    "{closure_env": "closure",
    "{async_block_env": "async block",
    "{async_closure_env": "async closure",
    "{async_fn_env": "async fn",
    "{gen_block_env": "gen block",
    "{coroutine_env": "coroutine",
}
VTABLE = "{vtable_type}"
CALLABLE = ("Fn", "FnMut", "FnOnce", "AsyncFn", "AsyncFnMut", "AsyncFnOnce")


@dataclass(frozen=True, slots=True)
class Path:
    """The segments of a path, and what stands in `<…>` behind its last one."""

    segments: tuple[str, ...]
    arguments: tuple[Name, ...] | None = None


Name = tuple["str | Path", ...]
"""A name of a type: paths, and the characters between them."""


def shorten(name: str, names: Iterable[str] = (), home: Sequence[str] = ()) -> str:
    """A name as people write it.

    `names` are those that stand beside it: a last segment that means two types gets as many
    segments before it as it takes to tell them apart. `home` is the path of the function that
    asks; what a path has in common with it is left out.
    """
    return write_names(name, names, home).write(parse_name(name))


def write_names(name: str, names: Iterable[str] = (), home: Sequence[str] = ()) -> Writer:
    """Writes a name and those beside it, so that each is told from the others.

    What the first name holds keeps its short form as far as it goes: of two types called `Mutex`,
    one inside the other, the inner one is told apart by more of its path.
    """
    first = frozenset(find_paths(parse_name(name)))
    others = frozenset(path for one in names for path in find_paths(parse_name(one)))
    return Writer(first, others | first, tuple(home))


def find_paths(name: Name) -> Iterator[tuple[str, ...]]:
    """All paths of a name, also those in the arguments of others."""
    for piece in name:
        if isinstance(piece, Path):
            yield piece.segments
            for argument in piece.arguments or ():
                yield from find_paths(argument)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes names among which `paths` occur, for a function at `home`; `first` come first."""

    first: frozenset[tuple[str, ...]]
    paths: frozenset[tuple[str, ...]]
    home: tuple[str, ...] = ()

    def write(self, name: Name) -> str:
        if name[-1:] == (Path((VTABLE,)),):
            return self.vtable(name)
        single = find_single(name)
        written = (self.piece(piece) for piece in name)
        return "".join(f",{one}" if at in single else one for at, one in enumerate(written))

    def vtable(self, name: Name) -> str:
        """`<p::Circle as p::Shape>::{vtable_type}` → `vtable of Circle for Shape`."""
        owner, _, trait = self.write(name[1:-4]).partition(" as ")
        return f"vtable of {owner}" if trait == "_" else f"vtable of {owner} for {trait}"

    def piece(self, piece: str | Path) -> str:
        if isinstance(piece, str):
            return piece
        for start, word in ENVIRONMENTS.items():
            if piece.segments[-1].startswith(start):
                owner = piece.segments[-2] if word == "async fn" and piece.segments[1:] else ""
                return f"{word} {owner}".rstrip()
        return self.path(piece.segments) + self.arguments(piece)

    def path(self, segments: tuple[str, ...]) -> str:
        """As many of the last segments as make it the only one of its name."""
        mine = self.leave_home(segments)
        rivals = self.first if segments in self.first else self.paths
        others = {self.leave_home(one) for one in rivals if one[-1] == mine[-1]} - {mine}
        for length in range(1, len(mine)):
            if all(one[-length:] != mine[-length:] for one in others):
                return "::".join(mine[-length:])
        return "::".join(mine)

    def leave_home(self, segments: tuple[str, ...]) -> tuple[str, ...]:
        common = 0
        for mine, theirs in zip(segments[:-1], self.home, strict=False):
            if mine != theirs:
                break
            common += 1
        return segments[common:]

    def arguments(self, path: Path) -> str:
        if path.arguments is None:
            return ""
        kept = [one for at, one in enumerate(path.arguments) if not is_default(path, at)]
        if path.segments[-1] in CALLABLE and path.segments[0] in STANDARD:
            return self.signature(kept)
        written = [strip_parentheses(self.write(one)) for one in kept]
        return f"<{', '.join(written)}>" if written else ""

    def signature(self, arguments: Sequence[Name]) -> str:
        """`<(u8), Output=u16>` → `(u8) -> u16`."""
        written = [self.write(one) for one in arguments]
        taken = written[0] if written else ""
        taken = taken if taken.startswith("(") else f"({taken})"
        taken = taken.removesuffix(",)") + ")" if taken.endswith(",)") else taken
        result = next((one[7:] for one in written if one.startswith("Output=")), "()")
        return taken if result == "()" else f"{taken} -> {result}"


def find_single(name: Name) -> frozenset[int]:
    """Where tuples of one part end, which rustc writes without their comma."""
    found: set[int] = set()
    opened: list[int] = []
    for at, piece in enumerate(name):
        if piece == "(":
            opened.append(at)
        elif piece == "," and opened:
            opened[-1] = -1
        elif piece == ")" and opened:
            start = opened.pop()
            bare = is_word(name, start - 1, "fn") or is_word(name, start + 1, "dyn")
            if 0 <= start < at - 1 and not bare:
                found.add(at)
    return frozenset(found)


def is_word(name: Name, at: int, word: str) -> bool:
    return 0 <= at < len(name) and name[at] == Path((word,))


def is_default(owner: Path, number: int) -> bool:
    """Whether an argument is one that nobody writes: the global allocator, the usual hasher."""
    argument = (owner.arguments or ())[number]
    if len(argument) != 1 or not isinstance(argument[0], Path):
        return False
    segments = argument[0].segments
    if segments == ALLOCATOR:
        return number > 0 or owner.segments[0] == "alloc"
    return segments in HASHERS and number > 0


def strip_parentheses(name: str) -> str:
    """`(dyn A + B)` needs its parentheses behind `&` only."""
    bare = name.startswith("(dyn ") and name.endswith(")") and name.count("(") == name.count(")")
    return name[1:-1] if bare and is_one_group(name) else name


def is_one_group(name: str) -> bool:
    """Whether the first parenthesis is closed by the last character."""
    depth = 0
    for at, character in enumerate(name):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return at == len(name) - 1
    return False


@lru_cache(maxsize=4096)
def parse_name(text: str) -> Name:
    """The paths in rustc's name of a type; whatever is no path stays as it is."""
    return Reader(text).read_name(closing="")


class Reader:
    """Walks once over a name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def read_name(self, closing: str) -> Name:
        """Up to one of the closing characters outside of brackets, or to the end."""
        pieces: list[str | Path] = []
        depth = 0
        while self.at < len(self.text):
            character = self.text[self.at]
            if depth == 0 and character in closing:
                break
            depth += (character in "([<") - (character in ")]>" and depth > 0)
            pieces.append(self.read_piece())
        return tuple(pieces)

    def read_piece(self) -> str | Path:
        if self.text.startswith("->", self.at):
            return self.take(2)
        if self.text[self.at] == '"':
            end = self.text.find('"', self.at + 1)
            return self.take(end + 1 - self.at if end > 0 else 1)
        if WORD.match(self.text, self.at):
            return self.read_path()
        return self.take(1)

    def take(self, length: int) -> str:
        start, self.at = self.at, self.at + length
        return self.text[start : self.at]

    def read_path(self) -> Path:
        segments: list[str] = []
        arguments: tuple[Name, ...] | None = None
        while (word := WORD.match(self.text, self.at)) is not None:
            segments.append(self.take(len(word.group())))
            arguments = self.read_arguments()
            more = self.text.startswith("::", self.at) and WORD.match(self.text, self.at + 2)
            if not more:
                break
            self.take(2)
        return Path(tuple(segments), arguments)

    def read_arguments(self) -> tuple[Name, ...] | None:
        if not self.text.startswith("<", self.at):
            return None
        arguments: list[Name] = []
        while self.at < len(self.text) and self.text[self.at] != ">":
            self.take(1)
            arguments.append(self.read_name(closing=",>"))
            self.skip_blanks()
        self.take(1)
        return tuple(strip_blanks(one) for one in arguments)

    def skip_blanks(self) -> None:
        while self.text.startswith(" ", self.at):
            self.take(1)


def strip_blanks(name: Name) -> Name:
    start = 0
    while start < len(name) and name[start] == " ":
        start += 1
    end = len(name)
    while end > start and name[end - 1] == " ":
        end -= 1
    return name[start:end]
