"""What rustc itself prints of layouts when its unstable options are unlocked: only for tests.

Two sources: `#[rustc_layout(debug)]` on a type alias, with tags, niches and valid ranges, and
`-Zprint-type-sizes`, which also names closures and futures but knows neither.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.model import Toolchain

Node = tuple[str, list[tuple[str, "Node"]]]
"""The head of a value as `{:#?}` prints it, and what is in it, each with its name or none."""
_OPEN = re.compile(r"(?:(?P<key>\w+): )?(?P<head>[\w<>]*) ?[\[({]")
_LEAF = re.compile(r"(?:(?P<key>\w+): )?(?P<head>.*?),?")
_BITS = {"I8": 8, "I16": 16, "I32": 32, "I64": 64, "I128": 128, "F32": 32, "F64": 64}


ATTRIBUTES = ("rustc_layout", "rustc_dump_layout")
"""What asks for a dump: until 1.96, and since."""
REFUSALS = ("may not be used on the", "are reserved for use by the `rustc` compiler")


class Refused(Exception):
    """This rustc does not print layouts; the message says why."""


@dataclass(frozen=True)
class DumpedVariant:
    """A variant's fields by their offsets, and what stands in the tag; None where nothing does."""

    offsets: tuple[int, ...]
    value: int | None


@dataclass(frozen=True)
class Dumped:
    """A layout as rustc computed it. `tag` is (offset, size, whether it is a niche's).

    `stride` is (bytes from one element to the next, how many), `free` how many values of the
    largest niche are left; `direct` whether the tag holds discriminants, which are not printed;
    `single` is the number of the only variant that a value can be.
    """

    size: int
    align: int
    offsets: tuple[int, ...] = ()
    union: int = 0
    stride: tuple[int, int] | None = None
    tag: tuple[int, int, bool] | None = None
    variants: tuple[DumpedVariant, ...] = ()
    direct: bool = False
    free: int = 0
    single: int = 0


def run_rustc(
    toolchain: Toolchain, source: str, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Compile a text as a library with unstable features unlocked."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "dumped.rs").write_text(source, "utf-8")
        command = [toolchain.rustc, "dumped.rs", "--crate-type=lib", "--edition=2024", *arguments]
        return subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "RUSTC_BOOTSTRAP": "1"},
            capture_output=True,
            text=True,
            check=False,
        )


# Layouts of type aliases -----------------------------------------------------------------


def dump_layouts(toolchain: Toolchain, source: str, types: Sequence[str]) -> dict[str, Dumped]:
    """The layout of each type, inside the crate `source`. Raises Refused."""
    for attribute in ATTRIBUTES:
        aliases = (
            f"#[{attribute}(debug)] type Dumped{at} = {one};" for at, one in enumerate(types)
        )
        before = "#![feature(rustc_attrs)]\n#![allow(warnings, internal_features)]\n" + source
        done = run_rustc(toolchain, "\n".join((before, *aliases, "")), "--emit=metadata")
        if not any(refusal in done.stderr for refusal in REFUSALS):
            first = before.count("\n") + 2
            found = {
                types[line - first]: _read_layout(_read_node(body))
                for body, line in _dumps_in(done.stderr)
            }
            assert set(found) == set(types), done.stderr[:2000]
            return found
    raise Refused(done.stderr[:300])


def _dumps_in(said: str) -> Iterator[tuple[str, int]]:
    pattern = r"^error: layout_of\(.*?\) = (Layout \{\n.*?^       \})\n *--> dumped\.rs:(\d+)"
    for one in re.finditer(pattern, said, re.MULTILINE | re.DOTALL):
        yield one[1], int(one[2])


def _read_node(text: str) -> Node:
    lines = iter(line.strip() for line in text.splitlines())
    opening = _OPEN.fullmatch(next(lines))
    assert opening
    return opening["head"], list(_read_children(lines))


def _read_children(lines: Iterator[str]) -> Iterator[tuple[str, Node]]:
    for line in lines:
        if line.rstrip(",") in ("}", ")", "]"):
            return
        opening = _OPEN.fullmatch(line)
        if opening:
            yield opening["key"] or "", (opening["head"], list(_read_children(lines)))
        else:
            leaf = _LEAF.fullmatch(line)
            assert leaf
            yield leaf["key"] or "", (leaf["head"], [])


def _at(node: Node, *path: str) -> Node:
    for key in path:
        node = next(inner for name, inner in node[1] if name == key)
    return node


def _number(node: Node) -> int:
    found = re.search(r"-?\d+", node[0])
    assert found, node
    return int(found[0])


def _read_layout(node: Node) -> Dumped:
    fields = _at(node, "fields")
    offsets = _offsets(node)
    dumped = Dumped(
        size=_number(_at(node, "size")),
        align=_number(_at(node, "align", "abi")),
        offsets=offsets,
        free=_free(_at(node, "largest_niche")),
    )
    more: dict[str, object] = {}
    if fields[0] == "Array":
        more["stride"] = (_number(_at(fields, "stride")), _number(_at(fields, "count")))
    elif fields[0].startswith("Union"):
        more["union"] = _number(fields[1][0][1])
    if _at(node, "variants")[0] == "Single":
        more["single"] = _number(_at(node, "variants", "index"))
    if _at(node, "variants")[0] == "Multiple":
        more |= _read_variants(_at(node, "variants"), offsets)
    return Dumped(**{**vars(dumped), **more})


def _offsets(node: Node) -> tuple[int, ...]:
    """Those of a layout, or of a variant as newer compilers print one."""
    if node[0] == "VariantLayout":
        return tuple(_number(one) for _, one in _at(node, "field_offsets")[1])
    fields = _at(node, "fields")
    if fields[0] != "Arbitrary":
        return ()
    listed = _at(fields, "offsets")
    return tuple(_number(one) for _, one in listed[1])


def _free(node: Node) -> int:
    """How many values outside its valid range the largest niche has."""
    if node[0] == "None":
        return 0
    niche = node[1][0][1]
    bits = _bits(_at(niche, "value"))
    low, high = _range(_at(niche, "valid_range")[0])
    return int((low - high - 1) % (1 << bits))


def _bits(value: Node) -> int:
    if value[0] == "Pointer":
        return 64
    leaf = value[1][0][1][0] if value[0] == "Int" else value[0]
    return _BITS[re.sub(r"\W", "", leaf)]


def _range(text: str) -> tuple[int, int]:
    """`1..=5`, or `(..=2) | (5..)` for one that wraps around."""
    wrapped = re.fullmatch(r"\(\.\.=(\d+)\) \| \((\d+)\.\.\)", text)
    if wrapped:
        return int(wrapped[2]), int(wrapped[1])
    low, high = text.split("..=")
    return int(low), int(high)


def _read_variants(node: Node, offsets: tuple[int, ...]) -> dict[str, object]:
    size = _bits(_at(node, "tag", "value"))
    encoding = _at(node, "tag_encoding")
    niche = encoding[0] == "Niche"
    inner = [one for _, one in _at(node, "variants")[1]]
    values = [
        _niche_value(encoding, number, size) if niche else None for number in range(len(inner))
    ]
    return {
        "tag": (offsets[_number(_at(node, "tag_field"))], size // 8, niche),
        "variants": tuple(
            DumpedVariant(_offsets(one), value) for one, value in zip(inner, values, strict=True)
        ),
        "direct": not niche,
        "offsets": (),
    }


def _niche_value(encoding: Node, number: int, bits: int) -> int | None:
    if number == _number(_at(encoding, "untagged_variant")):
        return None
    first, last = _range(_at(encoding, "niche_variants")[0])
    start = _number(_at(encoding, "niche_start"))
    return (start + number - first) % (1 << bits) if first <= number <= last else None


# Sizes of everything that code uses -------------------------------------------------------


@dataclass
class Sized:
    """A type of `-Zprint-type-sizes`: sizes in bytes, and (name, offset, size) of its parts.

    Those of a variant count from the start of the value, behind its tag where that comes first.
    """

    size: int
    align: int
    parts: list[tuple[str, int, int]] = field(default_factory=list)
    variants: dict[str, list[tuple[str, int, int]]] = field(default_factory=dict)


_TYPE = re.compile(r"print-type-size type: `(.*)`: (\d+) bytes, alignment: (\d+) bytes")
_PART = re.compile(
    r"print-type-size +(?:field|upvar|local) `\.(.*?)`(?:: (\d+) bytes)(?:, offset: (\d+) bytes)?.*"
)
_HOLE = re.compile(r"print-type-size +padding: (\d+) bytes")
_VARIANT = re.compile(r"print-type-size +variant `(.*)`: .*")
_DISCRIMINANT = re.compile(r"print-type-size +discriminant: (\d+) bytes")


def dump_sizes(toolchain: Toolchain, source: str) -> dict[str, Sized]:
    """Every type that the crate's code uses, by the compiler's own name. Raises Refused."""
    flags = ("--emit=obj", "-Copt-level=0", "-Clink-dead-code=yes", "-Awarnings")
    done = run_rustc(toolchain, source, *flags, "-Zprint-type-sizes")
    if done.returncode or not done.stdout:
        raise Refused(f"rustc printed no sizes: {done.stderr[:300]}")
    return dict(_read_sizes(done.stdout.splitlines()))


def _read_sizes(lines: Sequence[str]) -> Iterator[tuple[str, Sized]]:
    found: tuple[str, Sized] | None = None
    parts: list[tuple[str, int, int]] = []
    at = start = 0
    for line in lines:
        if one := _TYPE.fullmatch(line):
            if found:
                yield found
            found = one[1], Sized(int(one[2]), int(one[3]))
            parts, at, start = found[1].parts, 0, 0
        elif found and (one := _DISCRIMINANT.fullmatch(line)):
            start = at = int(one[1])
        elif found and (one := _VARIANT.fullmatch(line)):
            parts = found[1].variants.setdefault(one[1], [])
            at = start
        elif one := _HOLE.fullmatch(line):
            at += int(one[1])
        elif one := _PART.fullmatch(line):
            offset = int(one[3]) if one[3] else at
            parts.append((one[1], offset, int(one[2])))
            at = offset + int(one[2])
    if found:
        yield found
