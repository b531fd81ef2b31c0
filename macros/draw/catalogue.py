"""Rows of a table of types: size, align, free values, what encodes `None`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.draw.escape import escape, escape_code
from macros.draw.source import NOWHERE, Source, draw_source
from macros.draw.values import shorten_count

HEADS = ("type", "size", "align", "free values", "None is", "size of Option", "Options nest")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A type in a catalogue; sizes and aligns in bytes.

    `free` counts its niche values, `none` says what encodes `None` (`0x110000`, `tag 0`, `—`),
    `option_size` is the size of `Option` of it, and `nests` how many `Option`s around it leave the
    size as it is. None where something was not measured.
    """

    type: str
    size: int
    align: int
    free: int | None
    none: str
    option_size: int
    nests: int | None


def draw_layout_table(
    rows: Sequence[TableRow], name: str = "", title: str = "", source: Source = NOWHERE
) -> str:
    """Write the table of types as one block of HTML; `name` is its id, for links to it.

    Powers of two stand in the cells as such, and with all their digits below the table.
    """
    anchor = f' id="{escape(name)}"' if name else ""
    caption = f"<caption>{escape(title)}</caption>\n" if title else ""
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    below = " ·".join(filter(None, (_powers(rows), draw_source(source)))).strip()
    return "\n".join(
        [
            f'<figure class="layout"{anchor}>',
            '<div class="wide"><table class="layout__table layout__catalogue">',
            f"{caption}<thead><tr>{heads}</tr></thead>",
            "<tbody>",
            *(f"<tr>{''.join(_cells(row))}</tr>" for row in rows),
            "</tbody>",
            "</table></div>",
            *([f"<figcaption>{below}</figcaption>"] if below else []),
            "</figure>",
        ]
    )


def _cells(row: TableRow) -> Iterator[str]:
    yield f'<th scope="row"><code>{escape_code(row.type)}</code></th>'
    yield _number(str(row.size))
    yield _number(str(row.align))
    yield _number(shorten_count(row.free)[0])
    yield f"<td>{f'<code>{escape_code(row.none)}</code>' if row.none != '—' else '—'}</td>"
    yield _number(str(row.option_size))
    yield _number(shorten_count(row.nests)[0])


def _number(words: str) -> str:
    return f'<td class="layout__number">{words}</td>'


def _powers(rows: Sequence[TableRow]) -> str:
    """What the powers in the cells are, each once."""
    counts = sorted({count for row in rows for count in (row.free, row.nests) if count})
    said = (f"{short} = {plain}" for short, plain in map(shorten_count, counts) if plain)
    words = "; ".join(said)
    return f"<small>{words}</small>" if words else ""
