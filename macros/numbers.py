"""Pages and snippets → the numbers about memory in them that nobody measured.

A number about memory stands inside a claim or a measuring macro, where the compiler checks it, or
inside `quoted` or `unmeasured`, where the reader sees that nobody did. In the comments of a
listing no macro can stand: there it has no place at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.book import Book
from macros.kinds.arguments import part_of
from macros.model import Call, Fence, Finding, Page
from macros.number_patterns import CELL
from macros.number_text import SHOWN_ARGUMENTS, plain_page, plain_rust, without_markup
from macros.number_words import Span, find_amounts, find_bare, merged, names_memory
from macros.report import say_numbers as say
from macros.report import sorted_findings
from macros.text import Lines, find_lines


def unclaimed_in_book(book: Book) -> tuple[Finding, ...]:
    """The findings of all pages and snippets of a book, in the order of their places."""
    pages = (one for page in book.pages.values() for one in unclaimed_in_page(page))
    names = book.snippets if book.whole else book.asked_snippets
    places = [book.snippets[name].place.path for name in names if name in book.snippets]
    snippets = (one for path in places for one in unclaimed_in_rust(path, book.sources[path]))
    return sorted_findings((*pages, *snippets))


def unclaimed_in_page(page: Page) -> tuple[Finding, ...]:
    """The numbers of a page: sentences, tables, titles, captions, and the comments of fences."""
    lines = find_lines(page.path, page.text)
    plain = plain_page(page)
    spans = merged(plain, (*find_amounts(plain), *spans_in_tables(lines, plain)))
    findings = [
        *(say.unclaimed(lines.place(*span), page.text[slice(*span)]) for span in spans),
        *(one for call in page.calls for one in unclaimed_in_call(call)),
        *(
            one
            for fence in page.fences
            for one in unclaimed_in_code(lines, behind_first_line(page, fence), fence.end)
        ),
    ]
    return sorted_findings(tuple(findings))


def unclaimed_in_rust(path: str, text: str) -> tuple[Finding, ...]:
    """The numbers in the comments of a Rust file that a reader sees, its title among them."""
    return tuple(unclaimed_in_code(find_lines(path, text), 0, len(text)))


def unclaimed_in_code(lines: Lines, start: int, end: int) -> Iterator[Finding]:
    """The numbers in the comments of Rust text between two offsets of a file."""
    text = lines.text[start:end]
    for first, last in find_amounts(plain_rust(text)):
        place = lines.place(start + first, start + last)
        yield say.unclaimed_in_code(place, text[first:last])


def behind_first_line(page: Page, fence: Fence) -> int:
    """Where the body of a fence starts; the words behind its language belong to the page."""
    return page.text.find("\n", fence.start, fence.end) + 1 or fence.end


def unclaimed_in_call(call: Call) -> Iterator[Finding]:
    """The numbers in what a call shows as words of its own, such as a listing's title."""
    for name, argument in call.named:
        if name in SHOWN_ARGUMENTS and isinstance(argument.value, str):
            for start, end in find_amounts(without_markup(argument.value)):
                place = part_of(argument.place, argument.value, start, end)
                yield say.unclaimed_in_code(place, argument.value[start:end])


def spans_in_tables(lines: Lines, plain: str) -> Iterator[Span]:
    """Numbers alone in a cell whose column or row is headed by a measurement."""
    heads: list[bool] = []
    for row in range(1, len(lines.starts) + 1):
        cells = cells_of(plain, lines.starts[row - 1], min(lines.end_of(row), len(plain)))
        named = [names_memory(plain[slice(*cell)]) for cell in cells]
        for number, cell in enumerate(cells):
            headed = number < len(heads) and heads[number]
            if headed or (named[0] and number):
                yield from find_bare(plain, *cell)
        heads = (heads or named) if cells else []


def cells_of(plain: str, start: int, end: int) -> list[Span]:
    """The cells of a table's row, none for any other line."""
    bars = [at for at in range(start, end) if plain[at] == CELL]
    if not bars:
        return []
    edges = [start - 1, *bars, end]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    return cells[1:] if not plain[start : bars[0]].strip() else cells
