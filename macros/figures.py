"""Calls of `layout` and `layout_table` → figures: the layouts that each needs, or its mistake."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from macros.book import Book
from macros.claims import argument_of
from macros.ids import name_of_page, slug
from macros.kinds.arguments import part_of
from macros.kinds.evidence import DEFAULT_EDITION
from macros.languages.dialects import DIALECTS
from macros.layout import LayoutQuestion
from macros.model import Argument, Call, Finding, Language, Listing, Mode, Place
from macros.report import say_book, say_figures

MACROS: Final = frozenset({"layout", "layout_table"})
BETWEEN: Final = "|"
"""What stands between the types of one argument; no type has it."""
MOST_COMPARED: Final = 3
_WITHOUT_LAYOUTS: Final = MappingProxyType(
    {
        Mode.IGNORED: "is ignored",
        Mode.CHECK_FAIL: "does not compile",
        Mode.BUILD_FAIL: "does not compile",
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A type as it is written in a call, where it stands, and the question about it.

    `concrete` is where the type stands whose vtable is asked, if one is.
    """

    place: Place
    text: str
    question: LayoutQuestion
    concrete: Place | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A layout figure, or a table of layouts, on a page; `asked` are its types in order.

    In a table each type is followed by its `Option`.
    """

    id: str
    call: Call
    asked: tuple[Asked, ...]
    title: str = ""
    depth: int = 1

    @property
    def is_table(self) -> bool:
        return self.call.macro == "layout_table"

    @property
    def listing(self) -> Listing | None:
        """The snippet whose types are shown."""
        return self.asked[0].question.listing

    @property
    def edition(self) -> str:
        return self.asked[0].question.edition

    @property
    def types(self) -> tuple[str, ...]:
        """The types as they are written, each once."""
        return tuple(dict.fromkeys(one.text for one in self.asked))


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a book in reading order, by place of their call, and what is wrong with some.

    `used` are the names of the snippets whose types they show.
    """

    figures: tuple[Figure, ...]
    by_call: Mapping[tuple[str, int], Figure]
    used: frozenset[str]
    findings: tuple[Finding, ...]

    def questions(self) -> tuple[LayoutQuestion, ...]:
        """Every layout that is asked, each once."""
        every = (one.question for figure in self.figures for one in figure.asked)
        return tuple(dict.fromkeys(every))


NO_FIGURES: Final = Figures((), MappingProxyType({}), frozenset(), ())


def collect_figures(book: Book) -> Figures:
    """Read every call that draws layouts."""
    figures: list[Figure] = []
    findings: list[Finding] = []
    ids: dict[str, int] = {}
    calls = [call for page in book.pages.values() for call in page.calls if call.macro in MACROS]
    for call in calls:
        figure = read_figure(call, book.snippets)
        if isinstance(figure, Finding):
            findings.append(figure)
            continue
        ids[figure.id] = ids.get(figure.id, 0) + 1
        again = f"-{ids[figure.id]}" if ids[figure.id] > 1 else ""
        figures.append(replace(figure, id=figure.id + again))
    by_call = {(figure.call.place.path, figure.call.start): figure for figure in figures}
    named = frozenset(str(argument_of(call, "snippet", 1, "")) for call in calls)
    return Figures(tuple(figures), by_call, named - {""}, tuple(findings))


def read_figure(call: Call, snippets: Mapping[str, Listing]) -> Figure | Finding:
    """The figure that a call asks for, or the first thing that is wrong with the call."""
    name = str(argument_of(call, "snippet", 1, ""))
    listing = snippets.get(name)
    if name and listing is None:
        return say_book.missing_snippet(
            call, name, difflib.get_close_matches(name, list(snippets), n=1, cutoff=0.8)
        )
    if listing is not None and (finding := _unsuited(call, listing, _argument(call, "snippet", 1))):
        return finding
    finding = _odd_arguments(call)
    return finding or (_read_table if call.macro == "layout_table" else _read_layout)(call, listing)


def _unsuited(call: Call, listing: Listing, snippet: Argument | None) -> Finding | None:
    what = _WITHOUT_LAYOUTS.get(listing.directives.mode)
    if listing.language is not Language.RUST:
        what = f"is written in {DIALECTS[listing.language].name}"
    mark = snippet.place if snippet else call.place
    return say_figures.unsuited_snippet(call, mark, listing.name, what) if what else None


def _odd_arguments(call: Call) -> Finding | None:
    """A depth below one, and views that exclude each other."""
    depth = _argument(call, "depth")
    if depth is not None and isinstance(depth.value, int) and depth.value < 1:
        return say_figures.no_depth(call, depth)
    views = [
        (name, argument)
        for name in ("local", "heap", "vtable")
        if (argument := _argument(call, name)) is not None and argument.value
    ]
    if len(views) > 1:
        return say_figures.two_views(call, views[0][0], views[1][0], views[1][1])
    if views and (more := _argument(call, "compare")) is not None:
        return say_figures.two_views(call, "compare", views[0][0], more)
    return None


def _argument(call: Call, name: str, position: int | None = None) -> Argument | None:
    """The argument of that name, or the one at that position."""
    if position is not None and position < len(call.arguments):
        return call.arguments[position]
    return next((argument for key, argument in call.named if key == name), None)


def _read_layout(call: Call, listing: Listing | None) -> Figure | Finding:
    first, *others = _types(call, "type", 0)
    if others:
        return say_figures.several_types(call, others[0][0])
    more = tuple(_types(call, "compare"))
    if (nothing := next((place for place, text in more if not text), None)) is not None:
        return say_figures.empty_type(call, nothing)
    if len(more) + 1 > MOST_COMPARED:
        return say_figures.too_many(call, more[MOST_COMPARED - 1][0], MOST_COMPARED)
    question = LayoutQuestion(
        first[1],
        _edition(listing),
        listing,
        local=bool(argument_of(call, "local", None, False)),
        heap=bool(argument_of(call, "heap", None, False)),
        vtable=str(argument_of(call, "vtable", None, "")),
    )
    vtable = _argument(call, "vtable")
    compared = tuple(Asked(place, text, replace(question, type=text)) for place, text in more)
    depth = argument_of(call, "depth", None, 1)
    return Figure(
        _id(call, first[1]),
        call,
        (Asked(*first, question, vtable.place if vtable else None), *compared),
        str(argument_of(call, "title", None, "")),
        depth if isinstance(depth, int) else 1,
    )


def _read_table(call: Call, listing: Listing | None) -> Figure | Finding:
    asked: list[Asked] = []
    for place, text in _types(call, "types", 0):
        if not text:
            return say_figures.empty_type(call, place)
        question = LayoutQuestion(text, _edition(listing), listing)
        option = replace(question, type=f"Option<{text}>")
        asked += (Asked(place, text, question), Asked(place, text, option))
    title = str(argument_of(call, "title", None, ""))
    return Figure(_id(call, "table"), call, tuple(asked), title)


def _edition(listing: Listing | None) -> str:
    return listing.directives.edition if listing else DEFAULT_EDITION


def _types(call: Call, name: str, position: int | None = None) -> Iterator[tuple[Place, str]]:
    """The types that an argument names, each with the place of its characters."""
    argument = _argument(call, name, position)
    if argument is None:
        return
    at = 0
    for part in str(argument.value).split(BETWEEN):
        text = part.strip()
        start = at + len(part) - len(part.lstrip()) if text else at
        yield part_of(argument.place, str(argument.value), start, start + len(text or part)), text
        at += len(part) + len(BETWEEN)


def _id(call: Call, text: str) -> str:
    return f"{name_of_page(call.place.path)}-layout-{slug(text) or 'type'}"
