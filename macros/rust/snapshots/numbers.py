"""The bytes of primitive values → what Rust writes for them. Pure."""

from __future__ import annotations

import math
import struct
from typing import Final

_SIGNED: Final = ("i8", "i16", "i32", "i64", "i128", "isize")


def read_number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def write_scalar(type: str, data: bytes) -> str:
    """A primitive value as Rust writes it."""
    number = read_number(data)
    if type in _SIGNED:
        return str(int.from_bytes(data, "little", signed=True))
    match type:
        case "()":
            return "()"
        case "bool":
            return ("false", "true")[number] if number < 2 else f"{number} (no bool)"
        case "char":
            return _quote_char(number)
        case "f32" | "f64":
            return _write_float(data)
        case _:
            return str(number)


def _write_float(data: bytes) -> str:
    """The shortest decimal that stands for the same bits, as `{:?}` writes it."""
    value = struct.unpack("<d" if len(data) == 8 else "<f", data)[0]
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    text = repr(value) if len(data) == 8 else _shortest(value, data)
    digits, _, exponent = text.partition("e")
    return f"{digits}e{int(exponent)}" if exponent else digits


def _shortest(value: float, data: bytes) -> str:
    """The fewest digits that give the same four bytes again."""
    texts = (f"{value:.{digits}g}" for digits in range(1, 10))
    return repr(float(next(one for one in texts if _is_float(one, data))))


def _is_float(text: str, data: bytes) -> bool:
    """Whether a text stands for these four bytes; one that is rounded up may be too large."""
    try:
        return struct.pack("<f", float(text)) == data
    except OverflowError:
        return False


def _quote_char(code: int) -> str:
    try:
        character = chr(code)
        character.encode()
    except (ValueError, OverflowError):
        return f"{code:#x} (no char)"
    return f"'{_escape(character, chr(39))}'"


def quote_text(text: str) -> str:
    return '"' + "".join(_escape(each, '"') for each in text) + '"'


def _escape(character: str, quote: str) -> str:
    if character in (quote, "\\"):
        return f"\\{character}"
    if character.isprintable():
        return character
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
    return short.get(character, f"\\u{{{ord(character):x}}}")
