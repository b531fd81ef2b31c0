"""A path of a statement and the snapshots of a run → the value that lay there then. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final
from typing import Literal as Only

from macros.memory import Block, Frame, Region, Snapshot, Spot, Thread, Value, Variable
from macros.moment_words import FREED, Side, Word
from macros.rust.raw_names import bare_name

LIVE: Final = "live"
MAIN: Final = "main"
"""The thread that a place needs not name."""
DEEPEST: Final = 4
"""How many pointers are followed to find a field or a length."""
_HIT: Final = re.compile(r"(?P<label>.*)#(?P<hit>\d+)", re.DOTALL)
_FRAME: Final = re.compile(r"(?P<function>.*?)(?:#(?P<number>\d+))?", re.DOTALL)
_COUNT: Final = re.compile(r"(?P<name>len|capacity|strong|weak) (?P<count>\d+)")
_ARRAY: Final = re.compile(r"\[.*; (?P<count>\d+)\]")
_TEXT: Final = re.compile(r"(?:&(?:'\w+ )?(?:mut )?|Box<)?str>?|String")
_BYTES: Final = re.compile(r"(?:Vec<|Box<|&(?:'\w+ )?(?:mut )?)?\[?[ui]8(?:; \d+)?\]?>?")
_OPAQUE: Final = re.compile(r"\d+ bytes?|not drawn")
_NUMBER: Final = re.compile(r"-?\d+")
COUNTS: Final = MappingProxyType(
    {"len": "len", "cap": "capacity", "strong": "strong", "weak": "weak"}
)
OF_VALUE: Final = ("ptr", *COUNTS, "size", "is")
OF_BLOCK: Final = ("size", "align", "used", "moved", "is")


@dataclass(frozen=True, slots=True)
class Reading:
    """What lay there: `said` in words, `key` to be compared.

    `name` is the variant of an enum; `section` that of a static. `numbers` are those that the
    words of a claim may name, each with `byte` or no unit. A value with pointers inside is not
    `whole`: what it means is more than its bytes. Nor is a place where no memory is: two of them
    may be different.
    """

    kind: Only["number", "value", "text", "place", "standing"]
    key: object
    said: str
    numbers: frozenset[tuple[int, str]] = frozenset()
    name: str = ""
    section: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Unread:
    """Why nothing can be read there; `word` are the characters, `known` what could be meant."""

    reason: Only[
        "label", "hits", "variable", "frames", "shadowed", "block", "property", "no value",
        "pointer", "bytes", "thread", "no place",
    ]  # fmt: skip
    word: Word
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """A variable of a snapshot, and the frame and thread that it is in.

    `number` counts the frames of one function from the outermost, 0 where it is the only one.
    """

    thread: Thread
    frame: Frame
    number: int
    variable: Variable

    @property
    def path(self) -> str:
        number = f"#{self.number}" if self.number else ""
        return f"{self.frame.function}{number}.{self.variable.name}"


def read_side(side: Side, snapshots: Sequence[Snapshot]) -> Reading | Unread:
    """The value at a side's moment."""
    snapshot = find_moment(side.label, snapshots)
    if isinstance(snapshot, Unread):
        return snapshot
    if side.names[0].text.startswith("heap #"):
        return _read_block(side.names, snapshot)
    found = find_variable(side, snapshot)
    if isinstance(found, Unread):
        return found
    home, rest = found
    if side.address:
        return _address(home, rest)
    return _read_variable(home.variable, rest, snapshot)


# The moment -------------------------------------------------------------------------------


def find_moment(label: Word, snapshots: Sequence[Snapshot]) -> Snapshot | Unread:
    """The snapshot of a label, with `#2` of its second hit."""
    hits = [one for one in snapshots if one.label == label.text]
    numbered = _HIT.fullmatch(label.text)
    if not hits and numbered:
        hits = [one for one in snapshots if one.label == numbered["label"]]
        found = [one for one in hits if one.hit == int(numbered["hit"])]
        return found[0] if found else Unread("label", label, _labels(snapshots))
    if len(hits) == 1:
        return hits[0]
    if hits:
        return Unread("hits", label, tuple(f"{one.label}#{one.hit}" for one in hits))
    return Unread("label", label, _labels(snapshots))


def _labels(snapshots: Sequence[Snapshot]) -> tuple[str, ...]:
    several = {one.label for one in snapshots if one.hit > 1}
    named = (f"{one.label}#{one.hit}" if one.label in several else one.label for one in snapshots)
    return tuple(dict.fromkeys(named))


# The variable -----------------------------------------------------------------------------


def homes_of(snapshot: Snapshot) -> Iterator[Home]:
    """Every variable of a snapshot, the innermost frames first."""
    for thread in snapshot.threads:
        functions = [frame.function for frame in thread.frames]
        for row, frame in enumerate(thread.frames):
            alone = functions.count(frame.function) == 1
            number = 0 if alone else functions[row:].count(frame.function)
            for variable in frame.variables:
                yield Home(thread, frame, number, variable)


def find_variable(side: Side, snapshot: Snapshot) -> tuple[Home, tuple[Word, ...]] | Unread:
    """The variable that the path begins with, and the names behind it.

    `p.name` may be a field of `p` or a variable of the function `p`; the latter is taken where
    there is such a function.
    """
    homes = [*homes_of(snapshot)]
    if side.thread is not None:
        threads = tuple(dict.fromkeys(home.thread.name for home in homes))
        homes = [home for home in homes if home.thread.name == side.thread.text]
        if not homes:
            return Unread("thread", side.thread, threads)
    names = side.names
    found = [home for home in homes if _is_in(home, names)]
    used = 2
    if not found:
        found = [home for home in homes if home.variable.name == names[0].text]
        used = 1
    if not found:
        word = names[1] if len(names) > 1 and _is_function(homes, names[0]) else names[0]
        return Unread("variable", word, tuple(dict.fromkeys(_shortest(homes))))
    if len(found) > 1:
        paths = _paths(found)
        return Unread("frames" if len(paths) == len(found) else "shadowed", names[used - 1], paths)
    return found[0], names[used:]


def _is_in(home: Home, names: Sequence[Word]) -> bool:
    """Whether the first two names are the function and the variable."""
    return len(names) > 1 and home.variable.name == names[1].text and _is_frame(home, names[0].text)


def _is_function(homes: Sequence[Home], name: Word) -> bool:
    return any(_is_frame(home, name.text) for home in homes)


def _is_frame(home: Home, text: str) -> bool:
    found = _FRAME.fullmatch(text)
    if found is None or found["function"] != home.frame.function:
        return False
    return found["number"] is None or int(found["number"]) == home.number


def _paths(homes: Sequence[Home]) -> tuple[str, ...]:
    """How each is written to be told from the others; fewer where some cannot be."""
    paths = tuple(dict.fromkeys(home.path for home in homes))
    if len(paths) == len(homes):
        return paths
    return tuple(dict.fromkeys(f"{home.thread.name}/{home.path}" for home in homes))


def _shortest(homes: Sequence[Home]) -> Iterator[str]:
    names = [home.variable.name for home in homes]
    paths = [home.path for home in homes]
    for home in homes:
        if names.count(home.variable.name) == 1:
            yield home.variable.name
        elif paths.count(home.path) == 1:
            yield home.path
        else:
            yield f"{home.thread.name}/{home.path}"


# What is in it ----------------------------------------------------------------------------


def _read_variable(
    variable: Variable, names: Sequence[Word], snapshot: Snapshot
) -> Reading | Unread:
    if [name.text for name in names] == ["is"]:
        return _standing(str(variable.standing))
    if variable.value is None:
        if [name.text for name in names] == ["size"]:
            return _number(variable.size, "byte")
        where = names[0] if names else Word(variable.name, 0, 0)
        return Unread("no value", where, (variable.name, str(variable.standing)))
    return _read_value(variable.value, names, snapshot)


def _read_block(names: Sequence[Word], snapshot: Snapshot) -> Reading | Unread:
    block = next((one for one in snapshot.blocks if one.name == names[0].text), None)
    if block is None:
        return Unread("block", names[0], tuple(one.name for one in snapshot.blocks))
    if len(names) == 2:
        facts: Mapping[str, Callable[[Block], Reading | None]] = {
            "is": lambda one: _standing(FREED if one.freed else LIVE),
            "size": lambda one: _number(one.size, "byte"),
            "align": lambda one: _number(one.align, "byte"),
            "used": lambda one: None if one.used is None else _number(one.used, "byte"),
            "moved": lambda one: _number(one.moved, ""),
        }
        fact = facts[names[1].text](block) if names[1].text in facts else None
        if fact is not None:
            return fact
    if block.value is None:
        return Unread("property", names[-1], OF_BLOCK)
    return _read_value(block.value, names[1:], snapshot, OF_BLOCK)


def _read_value(
    value: Value, names: Sequence[Word], snapshot: Snapshot, more: Sequence[str] = ()
) -> Reading | Unread:
    """Fields first; where there is none of that name, the property."""
    for at, name in enumerate(names):
        inner = _part(value, name.text, snapshot)
        if inner is None:
            fact = _property(value, name.text, snapshot) if at == len(names) - 1 else None
            return fact or Unread("property", name, (*_part_names(value, snapshot), *more))
        if inner.spot is not None and name.text == "ptr" and at == len(names) - 1:
            return _place(inner.spot, snapshot)
        value = inner
    return _whole(value, names[-1] if names else None, snapshot)


def _part(value: Value, name: str, snapshot: Snapshot) -> Value | None:
    """The field of that name, also behind pointers, as Rust would find it."""
    for one in _followed(value, snapshot):
        for key, part in one.parts:
            if key == bare_name(name):
                return part
    return None


def _followed(value: Value, snapshot: Snapshot) -> Iterator[Value]:
    """The value, what it points to, and so on."""
    for _ in range(DEEPEST):
        yield value
        inner = pointee(value.spot, snapshot) if value.spot else None
        if inner is None:
            return
        value = inner


def pointee(spot: Spot, snapshot: Snapshot) -> Value | None:
    """The value at a place, where one begins there."""
    if spot.offset:
        return None
    if spot.region is Region.HEAP:
        return next((one.value for one in snapshot.blocks if one.name == spot.name), None)
    if spot.region is Region.STACK:
        homes = [home for home in homes_of(snapshot) if _lies_at(home, spot)]
        named = [home for home in homes if _stack_name(home) == spot.name]
        return next((home.variable.value for home in (*named, *homes)), None)
    return next((one.value for one in snapshot.statics if one.name == spot.name), None)


def _lies_at(home: Home, spot: Spot) -> bool:
    place = home.variable.place
    return place is not None and place.region is spot.region and _key(place) == _key(spot)


def _stack_name(home: Home) -> str:
    return f"{home.frame.function}: {home.variable.name}"


def _part_names(value: Value, snapshot: Snapshot) -> tuple[str, ...]:
    """What could stand behind the dot."""
    fields = (key for one in _followed(value, snapshot) for key, _ in one.parts)
    facts = (name for name in OF_VALUE if _property(value, name, snapshot) is not None)
    return tuple(dict.fromkeys((*fields, *facts)))


def _property(value: Value, name: str, snapshot: Snapshot) -> Reading | None:
    if name == "size":
        return _number(value.size, "byte")
    if name == "ptr":
        return _place(value.spot, snapshot) if value.spot else None
    if name not in COUNTS:
        return None
    for one in _followed(value, snapshot):
        counts = {found["name"]: int(found["count"]) for found in _COUNT.finditer(one.text)}
        array = _ARRAY.fullmatch(one.type)
        if array and name == "len":
            counts["len"] = int(array["count"])
        if COUNTS[name] in counts and not one.text.startswith(('"', "'")):
            in_bytes = name in ("len", "cap") and _is_bytes(one.type)
            return _number(counts[COUNTS[name]], "byte" if in_bytes else "")
    return None


def _is_bytes(type: str) -> bool:
    return bool(_TEXT.fullmatch(type) or _BYTES.fullmatch(type))


# Readings ---------------------------------------------------------------------------------


def _number(value: int, unit: str) -> Reading:
    return Reading("number", value, str(value), frozenset({(value, unit)}))


def _standing(text: str) -> Reading:
    return Reading("standing", text, text)


def _address(home: Home, names: Sequence[Word]) -> Reading | Unread:
    """The place of a variable or of a field in it."""
    value, offset, place = home.variable.value, 0, home.variable.place
    if place is None:
        return Unread("no place", names[0] if names else Word("", 0, 0), (home.variable.name,))
    for name in names:
        parts = dict(value.parts) if value else {}
        value = parts.get(name.text)
        if value is None:
            return Unread("property", name)
        offset = value.offset
    start = place.offset
    if place.region is Region.STACK:
        start, place = 0, replace(place, name=_stack_name(home), frame=home.number)
    return _place(replace(place, offset=start + offset, at=place.at + offset), None)


def _place(spot: Spot, snapshot: Snapshot | None) -> Reading:
    """A place by its name; a block that was freed is the same block."""
    if spot.region in (Region.NULL, Region.DANGLING):
        nowhere = spot.region is Region.DANGLING
        return Reading("place", str(spot.region), str(spot.region), whole=not nowhere)
    is_block = spot.region in (Region.HEAP, Region.FREED)
    frame = f", frame {spot.frame}" if spot.frame else ""
    frame += f", thread {spot.thread}" if spot.thread not in ("", MAIN) else ""
    gone = ", which was freed" if spot.region is Region.FREED else ""
    said = f"{spot.name or spot.region} + {spot.offset}{frame}{gone}"
    known = {(spot.offset, "byte")}
    if is_block:
        known.add((int(spot.name.rpartition("#")[2]), ""))
    statics = snapshot.statics if snapshot else ()
    section = next((one.section for one in statics if one.name == spot.name), "")
    if spot.region is Region.STATIC and not section and spot.name.startswith("."):
        section = spot.name
    return Reading("place", _key(spot), said, frozenset(known), section=section)


def _key(spot: Spot) -> object:
    """What two pointers to one place have in common, whatever name it has for each."""
    if spot.region in (Region.HEAP, Region.FREED):
        return (str(Region.HEAP), spot.name, spot.offset)
    return (str(spot.region), spot.thread, spot.at)


def _whole(value: Value, word: Word | None, snapshot: Snapshot) -> Reading | Unread:
    """A value by itself: a number, a text by its characters, anything else by all of its parts."""
    where = word or Word("", 0, 0)
    if _NUMBER.fullmatch(value.text) and not value.parts:
        return _number(int(value.text), "")
    if _TEXT.fullmatch(value.type):
        text = _content(value, snapshot)
        return Unread("bytes", where) if text is None else Reading("text", text, f'"{text}"')
    if _is_unread(value):
        return Unread("bytes", where)
    if value.spot is not None:
        return Unread("pointer", where, _part_names(value, snapshot))
    parts = "".join(f" {{ {_said(value)} }}" if value.parts else "")
    return Reading(
        "value",
        _canonical(value),
        f"{value.text}{parts}".strip() or value.type,
        name=value.text,
        whole=not any(part.spot or _is_unread(part) for part in _inside(value)),
    )


def _is_unread(value: Value) -> bool:
    """Whether its bytes are there, and nobody said what they mean."""
    return not value.parts and bool(_OPAQUE.fullmatch(value.text))


def _content(value: Value, snapshot: Snapshot) -> str | None:
    """The characters of a `str` or `String`, from the bytes that it speaks of."""
    if value.spot is None:
        return value.text[1:-1] if value.text[:1] == '"' else None
    first, reach = value.spot.offset, value.spot.reach or 0
    if not reach:
        return ""
    pieces = {one.name: one.bytes for one in snapshot.blocks}
    pieces |= {one.name: one.bytes for one in snapshot.statics}
    data = pieces.get(value.spot.name, b"")[first : first + reach]
    return data.decode("utf-8", "replace") if len(data) == reach else None


def _canonical(value: Value) -> object:
    return (value.type, value.text, tuple((name, _canonical(part)) for name, part in value.parts))


def _inside(value: Value) -> Iterator[Value]:
    for _, part in value.parts:
        yield part
        yield from _inside(part)


def _said(value: Value) -> str:
    return ", ".join(
        f"{name}: {part.text or part.type}" if not part.parts else f"{name}: {{ {_said(part)} }}"
        for name, part in value.parts
    )
