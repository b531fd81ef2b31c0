"""rustc's own dump of layouts, read without anything of the decoder: an independent witness."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

TOKEN = re.compile(r"[\w.=-]+|[{}()\[\],:]")
IRRELEVANT = re.compile(r" bytes|^ *valid_range: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Witness:
    """What the dump says: offsets in the order of the declaration, one tuple for each variant.

    `values` are what stands in the tag, None where the variant has nothing there, or where the
    dump does not tell.
    """

    size: int
    align: int
    offsets: tuple[tuple[int, ...], ...]
    tag: tuple[int, int] | None = None
    values: tuple[int | None, ...] = ()


def read_dump(message: str) -> Witness:
    """The layout that an error message `layout_of(T) = Layout { … }` shows."""
    text = IRRELEVANT.sub("", message.partition(") = ")[2])
    return read_witness(read_value(TOKEN.findall(text)))


def read_value(tokens: list[str]) -> Any:
    """Rust's debug notation: `Name { a: … }` → dict, `Name(…)` and `[…]` → list, else a word."""
    name = tokens.pop(0)
    if name == "[":
        return read_items(tokens, "]")
    if tokens[0] == "(":
        tokens.pop(0)
        return [name, *read_items(tokens, ")")]
    if tokens[0] == "{":
        tokens.pop(0)
        return {"is": name} | dict(read_items(tokens, "}"))
    return name


def read_items(tokens: list[str], end: str) -> list[Any]:
    items: list[Any] = []
    while tokens[0] != end:
        value = read_value(tokens)
        if tokens[0] == ":":
            tokens.pop(0)
            value = (value, read_value(tokens))
        items.append(value)
        if tokens[0] == ",":
            tokens.pop(0)
    tokens.pop(0)
    return items


def read_witness(dump: dict[str, Any]) -> Witness:
    size, align = int(dump["size"][1]), int(dump["align"]["abi"][1])
    variants = dump["variants"]
    if not isinstance(variants, dict) or variants["is"] != "Multiple":
        return Witness(size, align, (read_offsets(dump),))
    offset = int(dump["fields"]["offsets"][int(variants["tag_field"])][1])
    width = read_width(variants["tag"]["value"])
    parts = tuple(read_offsets(one) for one in variants["variants"])
    values = read_niche(variants["tag_encoding"], len(parts), width)
    return Witness(size, align, parts, (offset, width), values)


def read_offsets(dump: dict[str, Any]) -> tuple[int, ...]:
    """Variants have fields of their own, or since 1.96 only their offsets."""
    if "field_offsets" in dump:
        return tuple(int(one[1]) for one in dump["field_offsets"])
    fields = dump["fields"]
    listed = fields["offsets"] if isinstance(fields, dict) and "offsets" in fields else []
    return tuple(int(one[1]) for one in listed)


def read_width(value: Any) -> int:
    """`Int(I32, false)` → 4, `Pointer(AddressSpace(0))` → 8."""
    return int(value[1][1:]) // 8 if value[0] == "Int" else 8


def read_niche(encoding: Any, count: int, width: int) -> tuple[int | None, ...]:
    """Variants without a field in the niche are numbered from its start."""
    if not isinstance(encoding, dict):
        return ()
    first, last = (int(one.rstrip("=")) for one in encoding["niche_variants"].split("..="))
    start, untagged = int(encoding["niche_start"]), int(encoding["untagged_variant"])
    numbers = ((start + at - first) % (1 << 8 * width) for at in range(count))
    return tuple(
        number if first <= at <= last and at != untagged else None
        for at, number in enumerate(numbers)
    )
