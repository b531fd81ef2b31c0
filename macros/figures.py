"""Calls of `layout` and `layout_table` → figures: the layouts each needs, and what became of it.

A figure inserts what was measured, so it cannot disagree; it holds where every layout is known.
"""

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
from macros.layout import Layout, LayoutAnswer, LayoutQuestion
from macros.model import Argument, Call, Finding, Listing, Mode, Place, State, Trouble, Verdict
from macros.questions import AnyAnswer, AnyQuestion
from macros.report import FIGURE, say_book, say_figures

MACROS: Final = frozenset({"layout", "layout_table"})
BETWEEN: Final = "|"
"""What stands between the types of one argument; no type has it."""
MOST_COMPARED: Final = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A type as it is written in a call, where it stands, and the question about it."""

    place: Place
    question: LayoutQuestion


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
    calls = (call for page in book.pages.values() for call in page.calls if call.macro in MACROS)
    for call in calls:
        figure = read_figure(call, book.snippets)
        if isinstance(figure, Finding):
            findings.append(figure)
            continue
        ids[figure.id] = ids.get(figure.id, 0) + 1
        again = f"-{ids[figure.id]}" if ids[figure.id] > 1 else ""
        figures.append(replace(figure, id=figure.id + again))
    by_call = {(figure.call.place.path, figure.call.start): figure for figure in figures}
    return Figures(tuple(figures), by_call, _used(figures), tuple(findings))


def _used(figures: list[Figure]) -> frozenset[str]:
    listings = (one.question.listing for figure in figures for one in figure.asked)
    return frozenset(listing.name for listing in listings if listing is not None)


def read_figure(call: Call, snippets: Mapping[str, Listing]) -> Figure | Finding:
    """The figure that a call asks for, or the first thing that is wrong with the call."""
    name = str(argument_of(call, "snippet", 1, ""))
    listing = snippets.get(name)
    if name and listing is None:
        return say_book.missing_snippet(
            call, name, difflib.get_close_matches(name, list(snippets), n=1, cutoff=0.8)
        )
    if listing is not None and (finding := _unsuited(call, listing)):
        return finding
    finding = _odd_arguments(call)
    return finding or (_read_table if call.macro == "layout_table" else _read_layout)(call, listing)


def _unsuited(call: Call, listing: Listing) -> Finding | None:
    mode = listing.directives.mode
    if mode is Mode.IGNORED:
        return say_figures.unsuited_snippet(call, listing.name, "is ignored")
    if mode is Mode.CHECK_FAIL:
        return say_figures.unsuited_snippet(call, listing.name, "does not compile")
    return None


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


def _argument(call: Call, name: str) -> Argument | None:
    return next((argument for key, argument in call.named if key == name), None)


def _read_layout(call: Call, listing: Listing | None) -> Figure | Finding:
    first = next(_types(call, "type", 0))
    more = tuple(_types(call, "compare", None))
    if len(more) + 1 > MOST_COMPARED or any(not text for _, text in more):
        argument = _argument(call, "compare")
        assert argument is not None, "only compare= names further types"  # noqa: S101
        return say_figures.odd_comparison(call, argument, MOST_COMPARED - 1)
    question = LayoutQuestion(
        first[1],
        _edition(listing),
        listing,
        local=bool(argument_of(call, "local", None, False)),
        heap=bool(argument_of(call, "heap", None, False)),
        vtable=str(argument_of(call, "vtable", None, "")),
    )
    compared = tuple(Asked(place, replace(question, type=text)) for place, text in more)
    depth = argument_of(call, "depth", None, 1)
    return Figure(
        _id(call, first[1]),
        call,
        (Asked(first[0], question), *compared),
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
        asked += (Asked(place, question), Asked(place, option))
    title = str(argument_of(call, "title", None, ""))
    return Figure(_id(call, "table"), call, tuple(asked), title)


def _edition(listing: Listing | None) -> str:
    return listing.directives.edition if listing else DEFAULT_EDITION


def _types(call: Call, name: str, position: int | None) -> Iterator[tuple[Place, str]]:
    """The types that an argument names, each with the place of its characters."""
    argument = _argument(call, name)
    if argument is None and position is not None:
        argument = call.arguments[position]
    if argument is None:
        return
    at = 0
    for part in str(argument.value).split(BETWEEN):
        start = at + len(part) - len(part.lstrip())
        text = part.strip()
        yield part_of(argument.place, str(argument.value), start, start + len(text)), text
        at += len(part) + len(BETWEEN)


def _id(call: Call, text: str) -> str:
    return f"{name_of_page(call.place.path)}-layout-{slug(text) or 'type'}"


# What became of it ------------------------------------------------------------------------


def judge_figure(
    figure: Figure, answers: Mapping[AnyQuestion, AnyAnswer | Trouble], setting: str
) -> Verdict:
    """Hold where every type has a layout; each that has none is a finding at its own place."""
    found = [(one, answers[one.question]) for one in figure.asked]
    findings = tuple(
        finding for one, answer in found for finding in _missing(figure, one, answer, setting)
    )
    broken = any(finding.broken for finding in findings)
    state = State.UNCHECKED if broken else State.REFUTED if findings else State.HOLDS
    listing = figure.asked[0].question.listing
    layouts = [answer.layout for _, answer in found if isinstance(answer, LayoutAnswer)]
    return Verdict(
        figure.id,
        FIGURE,
        figure.call.place,
        state,
        words=figure.title,
        expression=f" {BETWEEN} ".join(one.question.type for one in figure.asked),
        snippet=listing.name if listing else "",
        measured="; ".join(summary_of(layout) for layout in layouts if layout is not None),
        edition=_edition(listing),
        findings=findings,
    )


def unchecked_figure(figure: Figure) -> Verdict:
    """A figure that nobody could measure; why is said once, of the compiler."""
    return Verdict(figure.id, FIGURE, figure.call.place, State.UNCHECKED, words=figure.title)


def summary_of(layout: Layout) -> str:
    """`String: size 24, align 8`."""
    return f"{layout.type}: size {layout.size}, align {layout.align}"


def _missing(
    figure: Figure, asked: Asked, answer: AnyAnswer | Trouble, setting: str
) -> Iterator[Finding]:
    if isinstance(answer, Trouble):
        yield say_book.could_not_check(figure.call.place, "this figure", answer)
    elif not isinstance(answer, LayoutAnswer) or answer.layout is None:
        said = answer.diagnostic if isinstance(answer, LayoutAnswer) else None
        yield say_figures.no_layout(figure.call, asked.place, asked.question.type, said, setting)
