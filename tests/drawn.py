"""A drawn figure, read back as a reader sees it: which byte looks like what, and what rows say."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

LEFT, PITCH, HEIGHT, ROW = 44, 34, 40, 8
"""Where the first byte is drawn, how wide a byte and how high a row of eight is."""
ROLES = ("field", "padding", "tag", "niche", "unused")
Point = tuple[float, float]


@dataclass(frozen=True)
class Row:
    """A row of the table; `align` is 0 where none is given."""

    offset: int
    size: int
    align: int
    field: str
    type: str
    kind: str


@dataclass(frozen=True)
class Strip:
    """One picture of the whole value: the roles drawn at each byte, and the rows of the table
    with their heading, empty where they have none."""

    name: str
    bytes: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Drawn:
    """What a figure of one type says; `words` are those of the bracket, `titles` the names that
    stand above its pictures."""

    strips: tuple[Strip, ...]
    words: str
    sentence: str
    titles: tuple[str, ...]


def read_figure(html: str, size: int) -> Drawn:
    """Read a figure of one layout of that many bytes, none of which is left out."""
    figure = ET.fromstring(html)  # noqa: S314 (our own text)
    svg = figure.find(".//svg")
    table = figure.find(".//table")
    assert svg is not None
    assert table is not None
    named = tuple(_read_groups(table))
    pictures = tuple(_read_pictures(svg, size)) or ((),)
    sentence = svg.findtext("desc") or ""
    words = next(text for text in _texts(svg) if text.startswith("size ") and "align" in text)
    return Drawn(
        tuple(
            Strip(name, drawn, rows)
            for (name, rows), drawn in zip(named, pictures * _copies(named, size), strict=True)
        ),
        words,
        sentence,
        tuple(one.text or "" for one in svg.iter("text") if "variant" in one.get("class", "")),
    )


def _copies(named: tuple[object, ...], size: int) -> int:
    """A value without bytes has one empty picture for all of its variants."""
    return len(named) if size == 0 else 1


def _texts(svg: ET.Element) -> Iterator[str]:
    return ("".join(one.itertext()) for one in svg.iter("text"))


# The picture -----------------------------------------------------------------------------


def _read_pictures(svg: ET.Element, size: int) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Each strip begins with the offsets of its rows."""
    tops: dict[int, float] = {}
    shapes: list[tuple[str, tuple[Point, ...]]] = []
    for group in svg.iter("g"):
        role = group.get("class", "").removeprefix("layout__")
        if role == "offsets":
            if tops:
                yield _seen(tops, shapes, size)
            tops, shapes = _tops(group), []
        elif role in ROLES:
            shapes += ((role, polygon) for polygon in _polygons(group))
    if tops:
        yield _seen(tops, shapes, size)


def _tops(group: ET.Element) -> dict[int, float]:
    """Where each row begins, from its decimal offset: the first of two lines."""
    texts = [(one.text or "", float(one.get("y", "0"))) for one in group.iter("text")]
    for (decimal, _), (hexadecimal, _) in zip(texts[::2], texts[1::2], strict=True):
        assert int(decimal) == int(hexadecimal, 16)
    return {int(decimal): y - 17 for decimal, y in texts[::2]}


def _polygons(group: ET.Element) -> Iterator[tuple[Point, ...]]:
    for path in group.iter("path"):
        data = path.get("d", "")
        if path.get("fill") and data.endswith("z") and not path.get("class"):
            yield tuple(_corners(data))


def _corners(data: str) -> Iterator[Point]:
    """The corners of a path of horizontal and vertical lines."""
    x = y = 0.0
    for letter, numbers in re.findall(r"([MHVhv])([-\d. ]+)", data):
        values = [float(one) for one in numbers.split()]
        if letter == "M":
            x, y = values
        elif letter in "Hh":
            x = values[0] + (x if letter == "h" else 0)
        else:
            y = values[0] + (y if letter == "v" else 0)
        yield x, y


def _seen(
    tops: dict[int, float], shapes: list[tuple[str, tuple[Point, ...]]], size: int
) -> tuple[tuple[str, ...], ...]:
    """The roles whose shapes cover the middle of each byte, from the first to the last drawn."""
    places = range(max(tops) + ROW)
    seen = [
        tuple(role for role, polygon in shapes if _is_inside(_middle(byte, tops), polygon))
        for byte in places
    ]
    assert not any(seen[size:]), "something is drawn behind the value"
    return tuple(seen[:size])


def _middle(byte: int, tops: dict[int, float]) -> Point:
    row, column = byte // ROW * ROW, byte % ROW
    return LEFT + PITCH * (column + 0.5), tops[row] + HEIGHT / 2


def _is_inside(point: Point, polygon: tuple[Point, ...]) -> bool:
    """Whether a line to the right crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for (x1, y1), (_, y2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        crossings += x1 > x and (y1 > y) != (y2 > y)
    return crossings % 2 == 1


# The table -------------------------------------------------------------------------------


def _read_groups(table: ET.Element) -> Iterator[tuple[str, tuple[Row, ...]]]:
    heads = ["".join(one.itertext()) for one in table.iterfind("thead/tr/th")]
    for body in table.iter("tbody"):
        title = body.find("tr/th/code")
        cells = [["".join(one.itertext()) for one in line.iter("td")] for line in body.iter("tr")]
        rows = (dict(zip(heads, one, strict=True)) for one in cells if len(one) == len(heads))
        name = "" if title is None else title.text or ""
        yield name, tuple(_read_row(one) for one in rows)


def _read_row(cells: dict[str, str]) -> Row:
    return Row(
        int(cells["offset"]),
        int(cells["size"]),
        int(cells["align"] or 0),
        cells["field"],
        cells["type"],
        cells["kind"],
    )
