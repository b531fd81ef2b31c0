"""Promise: the figures of the built pages show what rustc measures.

Sizes, aligns and offsets are measured anew as constants, which is another way than the debug
information that figures are drawn from. Variables, blocks of the heap and vtables have no name that
a constant could use: of those, picture, sentence and table agree with each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from checks.building import BuiltPage, BuiltSite
from checks.conftest import fail_with, verified_site
from checks.figures import DrawnFigure, DrawnType, find_disagreements, find_figures, read_said
from macros.build import cache_of
from macros.figures import Asked, Figure
from macros.gather import gather_facts
from macros.layout import Kind, LayoutAnswer
from macros.model import Answer, Finding, Place, Question, Trouble
from macros.options import Options
from macros.questions import AnyAnswer, AnyQuestion
from macros.render.site import Site
from macros.report import say_drawn as say
from macros.report import say_site

PRIVATE = "E0616"
"""What rustc says of a field that it does not show."""
PATH = re.compile(r"(?:[^\W\d]\w*|\d+)(?:\.(?:[^\W\d]\w*|\d+))*")
Answers = Mapping[AnyQuestion, AnyAnswer | Trouble]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a figure, named by its id."""
    if "figure" in metafunc.fixturenames:
        figures = verified_site(metafunc.config).verification.figures.figures
        metafunc.parametrize(
            "figure", figures or [None], ids=[one.id for one in figures] or ["none"]
        )


@pytest.fixture(scope="session")
def drawn(built: BuiltSite) -> Mapping[tuple[str, str], DrawnFigure]:
    """The figures of the site by page and id."""
    return {
        (page.name, figure.id): figure
        for page in built.pages.values()
        for figure in find_figures(f"site/{page.name}", page.text)
    }


@pytest.fixture(scope="session")
def constants(site: Site, book: Path) -> Answers:
    """What rustc says of the sizes, aligns and offsets that the book's figures show."""
    figures = site.verification.figures.figures
    asked = [each for figure in figures for each in questions_of(figure, site)]
    toolchain = site.report.toolchain
    if toolchain is None:
        pytest.fail("no compiler was found", pytrace=False)
    return gather_facts(asked, (), toolchain, Options(cache=cache_of(book))).answers


def is_named(asked: Asked) -> bool:
    """Whether a constant can speak of the type."""
    question = asked.question
    return not (question.local or question.heap or question.vtable)


def ask(asked: Asked, expression: str) -> Question:
    return Question(expression, "number", asked.question.edition, asked.question.listing)


def size_and_align(asked: Asked) -> tuple[Question, Question]:
    type = asked.question.type
    return ask(asked, f"size_of::<{type}>()"), ask(asked, f"align_of::<{type}>()")


def offset(asked: Asked, path: str) -> Question:
    return ask(asked, f"core::mem::offset_of!({asked.question.type}, {path})")


def paths_of(figure: Figure, asked: Asked, site: Site) -> Iterator[str]:
    """The fields whose offset a constant can ask for, by their names."""
    answer = site.verification.facts.answers.get(asked.question)
    layout = answer.layout if isinstance(answer, LayoutAnswer) else None
    if layout is None or figure.is_table or not is_named(asked):
        return
    if layout.kind is Kind.TUPLE or (figure.listing and layout.kind in (Kind.STRUCT, Kind.UNION)):
        yield from (one.name for one in layout.fields if PATH.fullmatch(one.name))


def questions_of(figure: Figure, site: Site) -> Iterator[Question]:
    for asked in filter(is_named, figure.asked):
        yield from size_and_align(asked)
        yield from (offset(asked, path) for path in paths_of(figure, asked, site))


def compare(
    place: Place, where: str, drawn: int | None, question: Question, answers: Answers
) -> Iterator[Finding]:
    """Nothing is said of a private field; what else has no value should have one."""
    answer = answers[question]
    value = answer.value if isinstance(answer, Answer) else None
    said = answer.diagnostic if isinstance(answer, Answer) else None
    if value is None and (said is None or said.code != PRIVATE):
        yield say.without_value(place, question.expression, said)
    elif value is not None and drawn is not None and value != drawn:
        yield say.other_value(place, where, str(drawn), question.expression, str(value))


def compare_type(
    place: Place, drawn: DrawnType, asked: Asked, paths: list[str], answers: Answers
) -> Iterator[Finding]:
    """Hold a drawn type against the constants, each part of the figure by itself."""
    size, align = size_and_align(asked)
    for said in read_said(drawn):
        yield from compare(place, f"{said.where} of `{drawn.title}`", said.size, size, answers)
        yield from compare(place, f"{said.where} of `{drawn.title}`", said.align, align, answers)
    for path in paths:
        rows = [row for row in drawn.rows if row["field"] == path]
        for row in rows:
            where = f"the row `{path}` of `{drawn.title}`"
            at = int(row["offset"])
            yield from compare(place, where, at, offset(asked, path), answers)


def compare_table(
    place: Place, drawn: DrawnFigure, figure: Figure, answers: Answers
) -> Iterator[Finding]:
    """Hold each row of a table of types against the constants of the type and its `Option`."""
    if 2 * len(drawn.rows) != len(figure.asked):
        yield say.other_types(place, len(drawn.rows), len(figure.asked) // 2)
        return
    pairs = zip(figure.asked[::2], figure.asked[1::2], strict=True)
    for row, (asked, option) in zip(drawn.rows, pairs, strict=True):
        size, align = size_and_align(asked)
        cells = (("size", size), ("align", align), ("size of Option", size_and_align(option)[0]))
        for head, question in cells:
            where = f"`{head}` of `{row['type']}`"
            yield from compare(place, where, int(row[head]), question, answers)


def test_there_are_figures(site: Site) -> None:
    """A book without figures keeps no promise about them."""
    if not site.verification.figures.figures:
        fail_with((say_site.none_of("figure"),), site)


def test_figure_shows_what_is_measured(
    figure: Figure | None,
    built: BuiltSite,
    drawn: Mapping[tuple[str, str], DrawnFigure],
    constants: Answers,
    site: Site,
) -> None:
    """Picture, sentence and table agree with each other and with the constants."""
    assert figure is not None, "the whole book has no figure"
    page = built.page_of(figure.call.place.path)
    if page is None:
        return  # a figure of an included file stands on the pages that include it
    found = drawn.get((page.name, figure.id))
    if found is None:
        fail_with((say.not_on_page(figure.call.place, f"site/{page.name}"),), site)
        return
    fail_with(tuple(judge(figure, found, constants, site)), site)


def judge(figure: Figure, found: DrawnFigure, constants: Answers, site: Site) -> Iterator[Finding]:
    place = figure.call.place
    if figure.is_table:
        yield from compare_table(place, found, figure, constants)
        return
    if len(found.types) != len(figure.asked):
        yield say.other_types(place, len(found.types), len(figure.asked))
        return
    for shown, asked in zip(found.types, figure.asked, strict=True):
        yield from find_disagreements(shown, place)
        if is_named(asked):
            paths = list(paths_of(figure, asked, site))
            yield from compare_type(place, shown, asked, paths, constants)


def test_page_has_only_measured_figures(page: BuiltPage, site: Site) -> None:
    """Nothing that looks like a figure is drawn by hand."""
    ids = {figure.id for figure in site.verification.figures.figures}
    found = find_figures(f"site/{page.name}", page.text)
    fail_with(
        tuple(say.not_of_the_book(one.place, one.id) for one in found if one.id not in ids), site
    )


def test_offsets_are_among_what_is_compared(constants: Answers) -> None:
    """Fields can be compared, and not all of them are private."""
    offsets = [
        answer.value
        for question, answer in constants.items()
        if isinstance(question, Question) and "offset_of!" in question.expression
        if isinstance(answer, Answer)
    ]
    assert not offsets or any(value is not None for value in offsets)
