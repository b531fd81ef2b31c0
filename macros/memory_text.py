"""Snapshots ↔ JSON text, as the cache keeps them."""

from __future__ import annotations

import json
from typing import Any

from macros.memory import (
    Block,
    Frame,
    Region,
    Snapshot,
    SnapshotAnswer,
    Spot,
    Standing,
    Static,
    Thread,
    Value,
    Variable,
)
from macros.text_of_facts import read_diagnostic, write_diagnostic


def write_snapshot_answer(answer: SnapshotAnswer) -> str:
    diagnostics = [write_diagnostic(each) for each in answer.diagnostics]
    return json.dumps([[_write(each) for each in answer.snapshots], diagnostics])


def read_snapshot_answer(text: str) -> SnapshotAnswer:
    snapshots, diagnostics = json.loads(text)
    said = (read_diagnostic(each) for each in diagnostics)
    return SnapshotAnswer(
        tuple(_read_snapshot(each) for each in snapshots),
        tuple(one for one in said if one is not None),
    )


def _write(noun: Any) -> Any:
    """A noun as the list of its fields, in the order of their names; bytes as hexadecimal."""
    if isinstance(noun, bytes):
        return noun.hex()
    if isinstance(noun, tuple):
        return [_write(each) for each in noun]
    if hasattr(noun, "__slots__") and not isinstance(noun, str):
        return [_write(getattr(noun, name)) for name in noun.__slots__]
    return noun


def _read_snapshot(values: list[Any]) -> Snapshot:
    label, line, hit, threads, blocks, statics = values
    return Snapshot(
        label,
        line,
        hit,
        tuple(_read_thread(each) for each in threads),
        tuple(_read_block(each) for each in blocks),
        tuple(_read_static(each) for each in statics),
    )


def _read_thread(values: list[Any]) -> Thread:
    name, frames = values
    return Thread(name, tuple(_read_frame(each) for each in frames))


def _read_frame(values: list[Any]) -> Frame:
    function, line, variables = values
    return Frame(function, line, tuple(_read_variable(each) for each in variables))


def _read_variable(values: list[Any]) -> Variable:
    name, type, offset, size, data, value, standing, since, place = values
    known = (name, type, offset, size, bytes.fromhex(data), _read_value(value))
    return Variable(*known, Standing(standing), since, _read_spot(place))


def _read_block(values: list[Any]) -> Block:
    number, size, align, freed, moved, used, data, value = values
    known = (number, size, align, freed, moved, used, bytes.fromhex(data))
    return Block(*known, _read_value(value))


def _read_static(values: list[Any]) -> Static:
    name, section, size, data, value = values
    return Static(name, section, size, bytes.fromhex(data), _read_value(value))


def _read_value(values: list[Any] | None) -> Value | None:
    return None if values is None else _value(values)


def _value(values: list[Any]) -> Value:
    type, text, offset, size, parts, spot = values
    inside = tuple((name, _value(part)) for name, part in parts)
    return Value(type, text, offset, size, inside, _read_spot(spot))


def _read_spot(values: list[Any] | None) -> Spot | None:
    if values is None:
        return None
    region, *known = values
    return Spot(Region(region), *known)
