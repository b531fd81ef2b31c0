"""Numbers of layouts → how people write them: values in tags and niches, counts of values."""

from __future__ import annotations

from macros.layout import Tag

SMALL = 10_000
LARGE = 1 << 32
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write_value(value: int, tag: Tag) -> str:
    """Write what stands in a tag's bytes: `null`, a signed number, hexadecimal where it is large
    and no multiple of a thousand."""
    if tag.type == "pointer" and value == 0:
        return "null"
    if tag.type.startswith("i") and value >> (8 * tag.size - 1):
        value -= 1 << (8 * tag.size)
    if abs(value) < SMALL:
        return str(value)
    return f"{value:,}" if value % 1000 == 0 else hex(value)


def write_count(count: int | None) -> str:
    """Write a number with its thousands apart, a large power of two or little less also as such,
    and a dash for what was not measured."""
    short, plain = shorten_count(count)
    return f"{short} ({plain})" if plain else short


def shorten_count(count: int | None) -> tuple[str, str]:
    """The number as it is written where room is scarce, and its digits where that hides them."""
    if count is None:
        return "—", ""
    plain = f"{count:,}"
    for less in (0, 1, 2) if count >= LARGE else ():
        power = count + less
        if power & (power - 1) == 0:
            exponent = str(power.bit_length() - 1).translate(SUPERSCRIPTS)
            return f"2{exponent}{f' − {less}' if less else ''}", plain
    return plain, ""


def bytes_of(count: int) -> str:
    return "1 byte" if count == 1 else f"{count} bytes"
